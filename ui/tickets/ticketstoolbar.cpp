// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/ticketstoolbar.h"

#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using style::FontRole;
using style::Ink;
using style::Weight;
using tickets::WorkKind;
using tickets::WorkModel;

TicketsToolbar::TicketsToolbar(const style::Theme &theme, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_heading(new widgets::TextLabel(theme, FontRole::Title, Weight::Bold, Ink::T1, this))
    , m_kind(new widgets::SegmentedControl(theme, this))
    , m_which(new widgets::SegmentedControl(theme, this))
    , m_search(new widgets::SearchField(theme, this))
    , m_overdue(new widgets::Chip(theme, widgets::ChipKind::Inverse, this))
    , m_new(widgets::makeButton(theme, widgets::ButtonKind::Primary, u"newWork"_s, {}, u"plus"_s,
          widgets::ButtonSize::Normal, this))
{
    m_kind->setObjectName(u"workKind"_s);
    m_which->setObjectName(u"workWhich"_s);
    m_search->setObjectName(u"workSearch"_s);
    m_search->setShortcutHint(u"/"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(4, 0, 0, 0);
    layout->setSpacing(8);
    m_heading->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    for (QWidget *widget : {static_cast<QWidget *>(m_heading), static_cast<QWidget *>(m_kind),
             static_cast<QWidget *>(m_which)})
        layout->addWidget(widget);
    layout->addWidget(m_search, 1);
    layout->addWidget(m_overdue);
    layout->addWidget(m_new);
    for (widgets::SegmentedControl *control : {m_kind, m_which})
        connect(control, &widgets::SegmentedControl::currentChanged, this,
            &TicketsToolbar::chosenChanged);
    connect(m_search, &QLineEdit::textChanged, this, &TicketsToolbar::chosenChanged);
    connect(m_new, &QPushButton::clicked, this, &TicketsToolbar::newPressed);
    retranslate();
}

WorkKind TicketsToolbar::kind() const
{
    return m_kind->current() == 0 ? WorkKind::Ticket : WorkKind::PendingItem;
}

WorkModel::Scope TicketsToolbar::scope() const
{
    return Which(m_which->current()) == Which::Ended ? WorkModel::Scope::Ended
                                                     : WorkModel::Scope::Open;
}

tickets::WorkFilter::Wanted TicketsToolbar::wanted(const QString &me) const
{
    // Nobody has this login: without somebody who sits here nothing is theirs.
    const QString somebody = me.isEmpty() ? u"\n"_s : me;
    tickets::WorkFilter::Wanted wanted;
    if (Which(m_which->current()) == Which::Mine)
        wanted.owner = somebody;
    if (Which(m_which->current()) == Which::Offered)
        wanted.offeredTo = somebody;
    wanted.words = m_search->text().toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    return wanted;
}

void TicketsToolbar::setKind(WorkKind kind)
{
    m_kind->setCurrent(kind == WorkKind::Ticket ? 0 : 1);
}

void TicketsToolbar::setWhich(Which which)
{
    m_which->setCurrent(int(which));
}

void TicketsToolbar::setCounts(const Counts &counts)
{
    if (counts == m_shown)
        return;
    m_shown = counts;
    retranslate();
}

void TicketsToolbar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void TicketsToolbar::retranslate()
{
    m_heading->setText(tr("Tickets"));
    m_kind->setItems(
        {tr("Tickets %1").arg(m_shown.tickets), tr("Pending items %1").arg(m_shown.pending)});
    m_kind->setAccessibleName(tr("Tickets or pending items"));
    m_which->setItems({tr("Open"), tr("Mine %1").arg(m_shown.mine),
        tr("Offered to me %1").arg(m_shown.offered), tr("Ended")});
    m_which->setAccessibleName(tr("Which are shown"));
    m_search->setPrompt(tr("Find"));
    m_overdue->setVisible(m_shown.overdue > 0);
    m_overdue->setText(tr("Overdue %1").arg(m_shown.overdue));
    m_new->setText(tr("New"));
    m_new->setToolTip(tr("New ticket or pending item (N)"));
}

void TicketsToolbar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    ThemedWidget::changeEvent(event);
}

} // namespace watchroom::ui
