// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/timelinepanel.h"

#include "app/base/whendone.h"
#include "app/incidents/directory.h"
#include "app/incidents/timelinemodel.h"
#include "ui/incidents/phrases.h"
#include "ui/incidents/timelinetexts.h"
#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/sectionheader.h"
#include "ui/widgets/timelinedelegate.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

namespace watchroom::ui {

using namespace Qt::StringLiterals;

TimelinePanel::TimelinePanel(const style::Theme &theme, store::Store &store,
    incidents::IncidentCommands &commands, incidents::Directory &directory, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_commands(commands)
    , m_model(new incidents::TimelineModel(store, directory, this))
    , m_head(new widgets::SectionHeader(theme, this))
    , m_entry(new QLineEdit(this))
    , m_call(widgets::makeButton(theme, widgets::ButtonKind::Secondary, u"logCall"_s, {},
          u"phone"_s, widgets::ButtonSize::Normal, this))
    , m_phrases(new Phrases(theme, this))
    , m_list(new QListView(this))
{
    m_entry->setObjectName(u"entry"_s);
    m_entry->setMaxLength(200'000); // the limit of a text field (sync protocol)
    auto *texts = new TimelineTexts(directory, this);
    texts->setSourceModel(m_model);
    m_list->setObjectName(u"timeline"_s);
    m_list->setModel(texts);
    m_list->setItemDelegate(new widgets::TimelineDelegate(theme,
        {TimelineTexts::TimeRole, TimelineTexts::IconRole, TimelineTexts::AuthorRole,
            TimelineTexts::TextRole, TimelineTexts::PendingRole, TimelineTexts::StruckRole,
            TimelineTexts::NoteRole},
        this));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);

    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_entry, 1);
    line->addWidget(m_call);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_head);
    layout->addLayout(line);
    layout->addWidget(m_phrases);
    layout->addWidget(m_list, 1);

    connect(m_entry, &QLineEdit::returnPressed, this, [this] { add(m_entry->text(), {}); });
    connect(m_call, &QPushButton::clicked, this, [this] { add(m_entry->text(), u"phone"_s); });
    connect(m_phrases, &Phrases::chosen, this, [this](const QString &text) { add(text, {}); });
    connect(m_model, &incidents::TimelineModel::changed, this, &TimelinePanel::count);
    connect(&directory, &incidents::Directory::changed, m_list->viewport(),
        QOverload<>::of(&QWidget::update));
    retranslate();
}

void TimelinePanel::setIncident(const QUuid &incident)
{
    if (m_incident != incident)
        m_entry->clear();
    m_incident = incident;
    m_model->setIncident(incident);
}

void TimelinePanel::setReadOnly(bool readOnly)
{
    for (QWidget *widget : {static_cast<QWidget *>(m_entry), static_cast<QWidget *>(m_call),
             static_cast<QWidget *>(m_phrases)})
        widget->setVisible(!readOnly);
}

void TimelinePanel::focusEntry()
{
    m_entry->setFocus(Qt::ShortcutFocusReason);
}

void TimelinePanel::addPhrase(int number)
{
    add(Phrases::phrase(number), {});
}

void TimelinePanel::add(const QString &text, const QString &channel)
{
    if (text.trimmed().isEmpty() || m_incident.isNull() || m_phrases->isHidden())
        return;
    base::whenDone(
        m_commands.addEntry({.incident = m_incident, .text = text.trimmed(), .channel = channel}),
        this, [this, text](const base::Result<store::Saved> &saved) {
            if (!saved)
                Q_EMIT failed(saved.error());
            else if (m_entry->text() == text)
                m_entry->clear(); // only once it is saved: nothing typed is lost
        });
}

void TimelinePanel::count()
{
    m_head->setAside(tr("%n entries, newest first", nullptr, m_model->rowCount()));
}

void TimelinePanel::retranslate()
{
    m_head->setTitle(tr("Timeline"));
    m_entry->setPlaceholderText(tr("Add an entry…"));
    m_entry->setAccessibleName(tr("New entry"));
    m_entry->setToolTip(tr("Enter saves it (L comes here)"));
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
