// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roster/rostertoolbar.h"

#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using style::FontRole;
using style::Ink;
using style::Weight;
using widgets::ButtonKind;
using widgets::ButtonSize;

RosterToolbar::RosterToolbar(const style::Theme &theme, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_heading(new widgets::TextLabel(theme, FontRole::Title, Weight::Bold, Ink::T1, this))
    , m_view(new widgets::SegmentedControl(theme, this))
    , m_days(new widgets::TextLabel(theme, FontRole::Section, Weight::Regular, Ink::T2, this))
    , m_gaps(new widgets::Chip(theme, widgets::ChipKind::Inverse, this))
    , m_doubles(new widgets::Chip(theme, widgets::ChipKind::Inverse, this))
    , m_menu(new QMenu(this))
{
    const auto button = [&theme, this](ButtonKind kind, const QString &name, const QString &icon) {
        return widgets::makeButton(theme, kind, name, {}, icon, ButtonSize::Normal, this);
    };
    m_back = button(ButtonKind::Secondary, u"rosterBack"_s, u"chevron-left"_s);
    m_today = button(ButtonKind::Secondary, u"rosterToday"_s, {});
    m_forward = button(ButtonKind::Secondary, u"rosterForward"_s, u"chevron-right"_s);
    m_rotations = button(ButtonKind::Secondary, u"rotations"_s, u"refresh"_s);
    m_positions = button(ButtonKind::Secondary, u"positions"_s, u"users"_s);
    m_new = button(ButtonKind::Primary, u"newRoster"_s, u"plus"_s);
    m_view->setObjectName(u"rosterView"_s);
    m_days->setObjectName(u"rosterDays"_s);
    m_gaps->setObjectName(u"rosterGaps"_s);
    m_doubles->setObjectName(u"rosterDoubles"_s);
    buildMenu();
    layOut();
    connect(m_view, &widgets::SegmentedControl::currentChanged, this, &RosterToolbar::monthChanged);
    connect(m_back, &QPushButton::clicked, this, [this] { Q_EMIT daysAsked(-1); });
    connect(m_today, &QPushButton::clicked, this, [this] { Q_EMIT daysAsked(0); });
    connect(m_forward, &QPushButton::clicked, this, [this] { Q_EMIT daysAsked(1); });
    connect(m_rotations, &QPushButton::clicked, this, &RosterToolbar::rotationsAsked);
    connect(m_positions, &QPushButton::clicked, this, &RosterToolbar::positionsAsked);
    retranslate();
}

void RosterToolbar::buildMenu()
{
    m_menu->setObjectName(u"newRosterMenu"_s);
    constexpr std::array kNames{"newLeave", "newCover", "newSwap", "newTemporary"};
    for (std::size_t i = 0; i < m_news.size(); ++i) {
        m_news[i] = m_menu->addAction(QString());
        m_news[i]->setObjectName(QString::fromLatin1(kNames[i]));
        connect(m_news[i], &QAction::triggered, this, [this, i] { Q_EMIT newAsked(New(i)); });
    }
    m_menu->addSeparator();
    m_import = m_menu->addAction(QString(), this, &RosterToolbar::importAsked);
    m_import->setObjectName(u"importRoster"_s);
    m_calendar = m_menu->addAction(QString(), this, &RosterToolbar::calendarAsked);
    m_calendar->setObjectName(u"exportCalendar"_s);
    m_new->setMenu(m_menu);
}

void RosterToolbar::layOut()
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(4, 0, 0, 0);
    layout->setSpacing(8);
    m_heading->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    auto *days = new QHBoxLayout;
    days->setSpacing(4);
    for (QPushButton *button : {m_back, m_today, m_forward})
        days->addWidget(button);
    layout->addWidget(m_heading);
    layout->addWidget(m_view);
    layout->addLayout(days);
    layout->addWidget(m_days, 1);
    layout->addWidget(m_gaps);
    layout->addWidget(m_doubles);
    layout->addWidget(m_rotations);
    layout->addWidget(m_positions);
    layout->addWidget(m_new);
}

bool RosterToolbar::isMonth() const
{
    return m_view->current() == 1;
}

void RosterToolbar::setMonth(bool month)
{
    m_view->setCurrent(month ? 1 : 0);
}

void RosterToolbar::setDays(const QString &days)
{
    m_days->setText(days);
}

void RosterToolbar::setProblems(int gaps, int doubles)
{
    m_gapCount = gaps;
    m_doubleCount = doubles;
    m_gaps->setVisible(gaps > 0);
    m_gaps->setText(tr("Nobody %1").arg(gaps));
    m_doubles->setVisible(doubles > 0);
    m_doubles->setText(tr("Twice %1").arg(doubles));
    for (widgets::Chip *chip : {m_gaps, m_doubles})
        chip->setToolTip(tr("Within the next 14 days"));
}

void RosterToolbar::openNewMenu()
{
    m_new->setFocus(Qt::ShortcutFocusReason);
    m_menu->popup(m_new->mapToGlobal(QPoint(0, m_new->height())));
    m_menu->setActiveAction(m_news.front());
}

void RosterToolbar::retranslate()
{
    m_heading->setText(tr("Roster"));
    m_view->setItems({tr("Week"), tr("Month")});
    m_view->setAccessibleName(tr("Week or month"));
    m_back->setAccessibleName(tr("Earlier days"));
    m_back->setToolTip(tr("Earlier days (Page up)"));
    m_today->setText(tr("Today"));
    m_today->setToolTip(tr("The days around today (Home)"));
    m_forward->setAccessibleName(tr("Later days"));
    m_forward->setToolTip(tr("Later days (Page down)"));
    m_rotations->setText(tr("Rotations…"));
    m_rotations->setToolTip(tr("Whose turn it is at which position"));
    m_positions->setText(tr("Positions…"));
    m_positions->setToolTip(tr("What there is to do in a shift"));
    m_new->setText(tr("New") + u" ▾"_s);
    m_new->setAccessibleName(tr("New"));
    m_new->setToolTip(tr("Leave, cover, swap, temporary shift (N)"));
    m_news[std::size_t(New::Leave)]->setText(tr("Leave…"));
    m_news[std::size_t(New::Cover)]->setText(tr("Cover…"));
    m_news[std::size_t(New::Swap)]->setText(tr("Swap…"));
    m_news[std::size_t(New::Temporary)]->setText(tr("Temporary shift…"));
    m_import->setText(tr("Import a spreadsheet…"));
    m_calendar->setText(tr("Export calendar…"));
    setProblems(m_gapCount, m_doubleCount);
}

void RosterToolbar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    ThemedWidget::changeEvent(event);
}

} // namespace watchroom::ui
