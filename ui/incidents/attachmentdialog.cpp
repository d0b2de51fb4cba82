// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/attachmentdialog.h"

#include "app/base/whendone.h"
#include "app/incidents/attachments.h"
#include "app/words/sizes.h"
#include "ui/incidents/pictureview.h"
#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/textlabel.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using domain::Attachment;
using widgets::ButtonKind;
using widgets::ButtonSize;

namespace {

constexpr int kSettling = 50; ///< ms without a change of its size

} // namespace

AttachmentDialog::AttachmentDialog(const style::Theme &theme, QWidget &window, Pictures &pictures,
    incidents::Attachments &attachments, const QList<Attachment> &all, qsizetype first)
    : VeilDialog(theme, window)
    , m_pictures(pictures)
    , m_attachments(attachments)
    , m_all(all)
    , m_current(first)
{
    setObjectName(u"attachmentDialog"_s);
    build();
    connect(m_previous, &QPushButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { step(1); });
    connect(m_save, &QPushButton::clicked, this, &AttachmentDialog::save);
    connect(m_close, &QPushButton::clicked, this, &AttachmentDialog::accept);
    m_sized.setSingleShot(true);
    m_sized.setInterval(kSettling);
    connect(m_view, &PictureView::resized, &m_sized, qOverload<>(&QTimer::start));
    connect(&m_sized, &QTimer::timeout, this, &AttachmentDialog::load);
    connect(&m_pictures, &Pictures::changed, this, [this](const QString &hash) {
        if (hash == m_all[m_current].hash && m_shown && m_shown->state == Picture::State::Absent)
            load();
    });
    retranslate();
}

void AttachmentDialog::build()
{
    m_view = new PictureView(theme(), &box());
    m_view->setObjectName(u"attachmentView"_s);
    m_title = new widgets::TextLabel(
        theme(), style::FontRole::Title, style::Weight::Bold, style::Ink::T1, &box());
    m_place = new widgets::TextLabel(
        theme(), style::FontRole::Body, style::Weight::Regular, style::Ink::T2, &box());
    const auto button = [this](ButtonKind kind, const QString &name, const QString &icon) {
        return widgets::makeButton(theme(), kind, name, {}, icon, ButtonSize::Normal, &box());
    };
    m_previous = button(ButtonKind::Secondary, u"previousAttachment"_s, u"chevron-left"_s);
    m_next = button(ButtonKind::Secondary, u"nextAttachment"_s, u"chevron-right"_s);
    m_save = button(ButtonKind::Secondary, u"saveAttachment"_s, u"download"_s);
    m_close = button(ButtonKind::Primary, u"closeAttachment"_s, {});
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_previous);
    foot->addWidget(m_place);
    foot->addWidget(m_next);
    foot->addStretch();
    foot->addWidget(m_save);
    foot->addWidget(m_close);
    auto *layout = new QVBoxLayout(&box());
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(m_title);
    layout->addWidget(m_view, 1);
    layout->addLayout(foot);
}

void AttachmentDialog::step(int by)
{
    const int pages = m_shown ? m_shown->pages : 1;
    const qsizetype current = m_current + by;
    if (m_page + by >= 1 && m_page + by <= pages) {
        m_page += by;
    } else if (current >= 0 && current < m_all.size()) {
        m_current = current;
        m_lastPage = by < 0;
        m_page = 1;
    } else {
        return;
    }
    load();
}

void AttachmentDialog::load()
{
    m_shown.reset();
    const Attachment asked = m_all[m_current];
    m_view->setText(u"hourglass"_s, tr("Loading…"));
    retranslate();
    base::whenDone(m_pictures.load(asked, m_page, m_view->room()), this,
        [this, asked, page = m_page](const Picture &picture) {
            if (asked == m_all[m_current] && page == m_page)
                show(picture);
        });
}

void AttachmentDialog::show(const Picture &picture)
{
    m_shown = picture;
    if (std::exchange(m_lastPage, false) && picture.pages > 1) {
        m_page = picture.pages;
        load();
        return;
    }
    if (picture.state == Picture::State::Absent)
        m_attachments.want(m_all[m_current]);
    if (picture.state == Picture::State::Ready)
        m_view->setImage(picture.image);
    retranslate();
}

void AttachmentDialog::retranslate()
{
    const Attachment &current = m_all[m_current];
    const QString size = words::dataSize(current.size);
    m_title->setText(current.name + u" · "_s + size);
    setHeading(current.name);
    m_view->setAccessibleName(current.name);
    QStringList place;
    if (m_all.size() > 1)
        place.append(u"%1 / %2"_s.arg(m_current + 1).arg(m_all.size()));
    if (m_shown && m_shown->pages > 1)
        place.append(tr("page %1 of %2").arg(m_page).arg(m_shown->pages));
    m_place->setText(place.join(u" · "_s));
    const bool here = m_shown && m_shown->state != Picture::State::Absent;
    if (m_shown && !here)
        m_view->setText(u"hourglass"_s,
            tr("Not here yet (%1). It comes by itself while there is a connection.").arg(size));
    else if (m_shown && m_shown->state == Picture::State::Unreadable)
        m_view->setText(
            u"alert-circle"_s, tr("It cannot be shown here. Save it to open it elsewhere."));
    m_save->setEnabled(here);
    m_save->setText(tr("Save as…"));
    m_close->setText(tr("Close"));
    m_previous->setAccessibleName(tr("Previous"));
    m_previous->setToolTip(tr("Previous (←)"));
    m_next->setAccessibleName(tr("Next"));
    m_next->setToolTip(tr("Next (→)"));
    const int pages = m_shown ? m_shown->pages : 1;
    m_previous->setEnabled(m_current > 0 || m_page > 1);
    m_next->setEnabled(m_current + 1 < m_all.size() || m_page < pages);
    const bool several = m_all.size() > 1 || pages > 1;
    m_previous->setVisible(several);
    m_next->setVisible(several);
}

void AttachmentDialog::save()
{
    const Attachment chosen = m_all[m_current];
    auto *dialog = new QFileDialog(window(), tr("Save %1").arg(chosen.name),
        QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setObjectName(u"saveAttachmentDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(chosen.name);
    connect(dialog, &QFileDialog::fileSelected, this, [this, chosen](const QString &to) {
        base::whenDone(
            m_pictures.save(chosen, to), this, [this](const base::Result<QString> &saved) {
                if (saved)
                    m_place->setText(tr("Saved as %1").arg(QDir::toNativeSeparators(*saved)));
                else
                    Q_EMIT failed(saved.error());
            });
    });
    dialog->open();
}

void AttachmentDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_PageUp)
        step(-1);
    else if (event->key() == Qt::Key_Right || event->key() == Qt::Key_PageDown)
        step(1);
    VeilDialog::keyPressEvent(event);
}

void AttachmentDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    VeilDialog::changeEvent(event);
}

} // namespace watchroom::ui
