// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/timelinepanel.h"

#include "app/base/whendone.h"
#include "app/domain/limits.h"
#include "app/incidents/attachments.h"
#include "app/incidents/directory.h"
#include "app/incidents/timelinemodel.h"
#include "ui/forms/attachfiles.h"
#include "ui/incidents/attachmentbar.h"
#include "ui/incidents/attachmentdialog.h"
#include "ui/incidents/phrases.h"
#include "ui/incidents/pictures.h"
#include "ui/incidents/timelinetexts.h"
#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/sectionheader.h"
#include "ui/widgets/timelinedelegate.h"

#include <QClipboard>
#include <QDropEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QImage>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace watchroom::ui {

using namespace Qt::StringLiterals;

TimelinePanel::TimelinePanel(const style::Theme &theme, store::Store &store,
    incidents::IncidentCommands &commands, incidents::Directory &directory,
    incidents::Attachments &attachments, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_commands(commands)
    , m_attachments(attachments)
    , m_model(new incidents::TimelineModel(store, directory, this))
    , m_pictures(new Pictures(attachments, this))
    , m_head(new widgets::SectionHeader(theme, this))
    , m_entry(new QLineEdit(this))
    , m_attach(widgets::makeButton(theme, widgets::ButtonKind::Secondary, u"attach"_s, {},
          u"paperclip"_s, widgets::ButtonSize::Normal, this))
    , m_call(widgets::makeButton(theme, widgets::ButtonKind::Secondary, u"logCall"_s, {},
          u"phone"_s, widgets::ButtonSize::Normal, this))
    , m_bar(new AttachmentBar(theme, this))
    , m_phrases(new Phrases(theme, this))
    , m_list(new QListView(this))
{
    auto *texts = new TimelineTexts(directory, *m_pictures, this);
    texts->setSourceModel(m_model);
    m_list->setObjectName(u"timeline"_s);
    m_list->setModel(texts);
    auto *delegate = new widgets::TimelineDelegate(theme,
        {TimelineTexts::TimeRole, TimelineTexts::IconRole, TimelineTexts::AuthorRole,
            TimelineTexts::TextRole, TimelineTexts::PendingRole, TimelineTexts::StruckRole,
            TimelineTexts::NoteRole, TimelineTexts::PictureCountRole, TimelineTexts::PicturesRole},
        this);
    m_list->setItemDelegate(delegate);
    build();

    connect(m_entry, &QLineEdit::returnPressed, this, [this] { add(m_entry->text(), {}); });
    connect(m_attach, &QPushButton::clicked, this, &TimelinePanel::chooseFiles);
    connect(m_call, &QPushButton::clicked, this, [this] { add(m_entry->text(), u"phone"_s); });
    connect(m_phrases, &Phrases::chosen, this, [this](const QString &text) { add(text, {}); });
    connect(delegate, &widgets::TimelineDelegate::picturePressed, this,
        &TimelinePanel::showAttachments);
    connect(m_list, &QListView::activated, this,
        [this](const QModelIndex &index) { showAttachments(index, 0); });
    connect(m_model, &incidents::TimelineModel::changed, this, &TimelinePanel::count);
    connect(&directory, &incidents::Directory::changed, m_list->viewport(),
        QOverload<>::of(&QWidget::update));
    retranslate();
}

void TimelinePanel::build()
{
    m_entry->setObjectName(u"entry"_s);
    m_entry->setMaxLength(domain::limits::kTextCharacters);
    m_entry->installEventFilter(this);
    m_list->viewport()->installEventFilter(this);
    setAcceptDrops(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);

    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_entry, 1);
    line->addWidget(m_attach);
    line->addWidget(m_call);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_head);
    layout->addLayout(line);
    layout->addWidget(m_bar);
    layout->addWidget(m_phrases);
    layout->addWidget(m_list, 1);
}

void TimelinePanel::setIncident(const QUuid &incident)
{
    if (m_incident != incident) {
        m_entry->clear();
        m_bar->clear();
    }
    m_incident = incident;
    m_model->setIncident(incident);
}

void TimelinePanel::setReadOnly(bool readOnly)
{
    for (QWidget *widget : {static_cast<QWidget *>(m_entry), static_cast<QWidget *>(m_attach),
             static_cast<QWidget *>(m_call), static_cast<QWidget *>(m_phrases)})
        widget->setVisible(!readOnly);
    if (readOnly)
        m_bar->clear();
}

void TimelinePanel::chooseFiles()
{
    askForAttachments(*this, tr("Attach files"), [this](const QStringList &paths) {
        for (const QString &path : paths)
            attach(m_attachments.add(path));
        m_entry->setFocus(Qt::PopupFocusReason);
    });
}

void TimelinePanel::attach(const QFuture<base::Result<domain::Attachment>> &kept)
{
    base::whenDone(kept, this,
        [this, incident = m_incident](const base::Result<domain::Attachment> &attachment) {
            if (!attachment)
                Q_EMIT failed(attachment.error());
            else if (incident == m_incident)
                m_bar->add(*attachment);
        });
}

bool TimelinePanel::attach(const QMimeData &mime)
{
    if (m_entry->isHidden() || m_incident.isNull())
        return false;
    bool found = false;
    for (const QUrl &url : mime.urls()) {
        if (!url.isLocalFile())
            continue;
        attach(m_attachments.add(url.toLocalFile()));
        found = true;
    }
    if (found || !mime.hasImage())
        return found;
    base::whenDone(m_pictures->encode(qvariant_cast<QImage>(mime.imageData())), this,
        [this](const QByteArray &png) {
            attach(m_attachments.add(png, tr("Pasted image") + u".png"_s));
        });
    return true;
}

bool TimelinePanel::eventFilter(QObject *watched, QEvent *event)
{
    // Text is pasted as text, whatever else the clipboard has of it.
    if (watched == m_entry && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Paste)) {
        const QMimeData *mime = QGuiApplication::clipboard()->mimeData();
        if (mime && (!mime->hasText() || mime->hasUrls()) && attach(*mime))
            return true;
    }
    // What somebody looks at stays in sight when what stands around the list grows.
    if (watched == m_list->viewport() && event->type() == QEvent::Resize && m_list->hasFocus())
        QTimer::singleShot(0, this, [this] { m_list->scrollTo(m_list->currentIndex()); });
    return ThemedWidget::eventFilter(watched, event);
}

void TimelinePanel::dragEnterEvent(QDragEnterEvent *event)
{
    if (!m_entry->isHidden() && (event->mimeData()->hasUrls() || event->mimeData()->hasImage()))
        event->acceptProposedAction();
}

void TimelinePanel::dropEvent(QDropEvent *event)
{
    if (attach(*event->mimeData()))
        event->acceptProposedAction();
}

void TimelinePanel::showAttachments(const QModelIndex &index, int first)
{
    const auto entry = index.data(incidents::TimelineModel::EntryRole).value<incidents::Entry>();
    if (entry.attachments.isEmpty())
        return;
    auto *dialog = new AttachmentDialog(
        theme(), *window(), *m_pictures, m_attachments, entry.attachments, first);
    connect(dialog, &AttachmentDialog::failed, this, &TimelinePanel::failed);
    dialog->open();
}

void TimelinePanel::focusEntry()
{
    m_entry->setFocus(Qt::ShortcutFocusReason);
}

void TimelinePanel::reveal(const QUuid &entry)
{
    m_wanted = entry;
    showWanted();
}

void TimelinePanel::showWanted()
{
    for (int row = 0; row < m_model->rowCount() && !m_wanted.isNull(); ++row) {
        const QModelIndex index = m_list->model()->index(row, 0);
        const auto entry =
            index.data(incidents::TimelineModel::EntryRole).value<incidents::Entry>();
        if (entry.id != m_wanted)
            continue;
        m_list->setCurrentIndex(index);
        m_list->scrollTo(index, QAbstractItemView::PositionAtCenter);
        m_list->setFocus(Qt::OtherFocusReason); // it is marked while the list has it
        m_wanted = {};
    }
}

void TimelinePanel::addPhrase(int number)
{
    add(Phrases::phrase(number), {});
}

void TimelinePanel::add(const QString &text, const QString &channel)
{
    const QList<domain::Attachment> attachments = m_bar->attachments();
    QString said = text.trimmed();
    if (said.isEmpty()) { // a file alone is called by its name
        QStringList names;
        for (const domain::Attachment &attachment : attachments)
            names.append(attachment.name);
        said = names.join(u", "_s);
    }
    if (said.isEmpty() || m_incident.isNull() || m_phrases->isHidden())
        return;
    base::whenDone(
        m_commands.addEntry(
            {.incident = m_incident, .text = said, .channel = channel, .attachments = attachments}),
        this, [this, text, attachments](const base::Result<store::Saved> &saved) {
            if (!saved) {
                Q_EMIT failed(saved.error());
                return;
            }
            // Only once it is saved: nothing typed is lost.
            if (m_entry->text() == text)
                m_entry->clear();
            if (m_bar->attachments() == attachments)
                m_bar->clear();
            if (!attachments.isEmpty())
                m_attachments.send();
        });
}

void TimelinePanel::count()
{
    m_head->setAside(tr("%n entries, newest first", nullptr, m_model->rowCount()));
    showWanted();
}

void TimelinePanel::retranslate()
{
    m_head->setTitle(tr("Timeline"));
    m_entry->setPlaceholderText(tr("Add an entry…"));
    m_entry->setAccessibleName(tr("New entry"));
    m_entry->setToolTip(tr("Enter saves it (L comes here)"));
    m_attach->setAccessibleName(tr("Attach files"));
    m_attach->setToolTip(tr("Attach images or PDF (or paste and drop them here)"));
    m_call->setAccessibleName(tr("Log it as a call"));
    m_call->setToolTip(tr("Log it as a call"));
    m_list->setAccessibleName(tr("Timeline"));
    count();
}

void TimelinePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_list->viewport()->update();
    }
    ThemedWidget::changeEvent(event);
}

} // namespace watchroom::ui
