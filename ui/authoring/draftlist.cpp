// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/authoring/draftlist.h"

#include "app/words/times.h"
#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QPushButton>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using widgets::ButtonKind;

DraftList::DraftList(const style::Theme &theme, const AuthoringNeeds &needs, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_needs(needs)
    , m_heading(new widgets::TextLabel(
          theme, style::FontRole::Title, style::Weight::Bold, style::Ink::T1, this))
    , m_list(new QListWidget(this))
{
    setObjectName(u"draftList"_s);
    m_list->setObjectName(u"drafts"_s);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWordWrap(true);
    const auto make = [this](ButtonKind kind, const QString &name, const QString &icon) {
        return widgets::makeButton(
            this->theme(), kind, name, {}, icon, widgets::ButtonSize::Normal, this);
    };
    m_close = make(ButtonKind::Secondary, u"closeDrafts"_s, u"x"_s);
    m_new = make(ButtonKind::Secondary, u"newArticle"_s, u"plus"_s);
    m_open = make(ButtonKind::Primary, u"openDraft"_s, u"pencil"_s);
    auto *head = new QHBoxLayout;
    head->setSpacing(scaled(12));
    head->addWidget(m_heading, 1);
    for (QPushButton *button : {m_open, m_new, m_close})
        head->addWidget(button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(scaled(16), scaled(10), scaled(16), scaled(10));
    layout->setSpacing(scaled(12));
    layout->addLayout(head);
    layout->addWidget(m_list, 1);
    connect(m_close, &QPushButton::clicked, this, &DraftList::closed);
    connect(m_new, &QPushButton::clicked, this, &DraftList::newAsked);
    connect(m_open, &QPushButton::clicked, this, &DraftList::open);
    connect(m_list, &QListWidget::itemActivated, this, &DraftList::open);
    fill();
}

void DraftList::setDrafts(const QList<knowledge::ArticleDraft> &drafts)
{
    m_drafts = drafts;
    fill();
    m_list->setCurrentRow(0);
    m_list->setFocus();
}

void DraftList::open()
{
    if (const int row = m_list->currentRow(); row >= 0 && row < m_drafts.size())
        Q_EMIT draftChosen(m_drafts.at(row));
}

void DraftList::fill()
{
    m_heading->setText(tr("Begun and not finished"));
    m_list->setAccessibleName(tr("Your drafts"));
    m_close->setText(tr("Close"));
    m_new->setText(tr("New article"));
    m_open->setText(tr("Go on"));
    m_open->setEnabled(!m_drafts.isEmpty());
    m_list->clear();
    for (const knowledge::ArticleDraft &draft : std::as_const(m_drafts)) {
        const auto *entry = m_needs.library.find(draft.article);
        const QString title = draft.meta.title.isEmpty() ? tr("without a title") : draft.meta.title;
        const QString what = entry ? tr("change of v%1").arg(draft.base) : tr("new article");
        auto *item = new QListWidgetItem(title + u'\n' + what + u" · "_s
                + words::dateTime(draft.changedAt, QTimeZone::systemTimeZone()),
            m_list);
        item->setSizeHint({0, 2 * theme().lineHeight(style::FontRole::Body) + scaled(12)});
    }
}

void DraftList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        ThemedWidget::keyPressEvent(event);
}

void DraftList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        fill();
    ThemedWidget::changeEvent(event);
}

} // namespace watchroom::ui
