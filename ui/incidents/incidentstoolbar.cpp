// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/incidentstoolbar.h"

#include "app/domain/levels.h"
#include "app/incidents/boardcolumnmodel.h"
#include "app/words/terms.h"
#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"

#include <QActionGroup>
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

namespace {
const QString kAll;
const QString kUnclaimed = u"unclaimed"_s;
constexpr int kSpacing = 8;
} // namespace

IncidentsToolbar::IncidentsToolbar(const style::Theme &theme, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_heading(new widgets::TextLabel(theme, FontRole::Title, Weight::Bold, Ink::T1, this))
    , m_view(new widgets::SegmentedControl(theme, this))
    , m_levels(widgets::makeButton(theme, ButtonKind::Secondary, u"levelFilter"_s, {}, u"filter"_s,
          ButtonSize::Normal, this))
    , m_menu(new QMenu(this))
    , m_choices(new QActionGroup(this))
    , m_mine(widgets::makeButton(
          theme, ButtonKind::Secondary, u"mine"_s, {}, u"user"_s, ButtonSize::Normal, this))
    , m_search(new widgets::SearchField(theme, this))
    , m_overdue(new widgets::Chip(theme, widgets::ChipKind::Inverse, this))
    , m_counts(new widgets::TextLabel(theme, FontRole::Caption, Weight::Regular, Ink::T2, this))
    , m_new(widgets::makeButton(
          theme, ButtonKind::Primary, u"new"_s, {}, u"plus"_s, ButtonSize::Normal, this))
{
    m_view->setObjectName(u"view"_s);
    m_mine->setCheckable(true);
    m_search->setObjectName(u"search"_s);
    m_search->setShortcutHint(u"/"_s);
    buildMenu();
    layOut();
    connect(
        m_view, &widgets::SegmentedControl::currentChanged, this, &IncidentsToolbar::viewChosen);
    connect(m_mine, &QPushButton::toggled, this, &IncidentsToolbar::filterChanged);
    connect(m_search, &QLineEdit::textChanged, this, &IncidentsToolbar::filterChanged);
    connect(m_new, &QPushButton::clicked, this, &IncidentsToolbar::newPressed);
    retranslate();
}

void IncidentsToolbar::buildMenu()
{
    m_menu->setObjectName(u"levelMenu"_s);
    QStringList codes{kAll};
    for (const domain::Level level :
        {domain::Level::Red, domain::Level::Yellow, domain::Level::Blue})
        codes.append(domain::codeOf(level));
    codes.append(kUnclaimed);
    for (const QString &code : std::as_const(codes)) {
        QAction *choice = m_choices->addAction(code);
        choice->setCheckable(true);
        choice->setData(code);
        m_menu->addAction(choice);
    }
    m_choices->actions().constFirst()->setChecked(true);
    m_levels->setMenu(m_menu);
    connect(m_choices, &QActionGroup::triggered, this, [this] {
        retranslate();
        Q_EMIT filterChanged();
    });
}

void IncidentsToolbar::layOut()
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(4, 0, 0, 0);
    layout->setSpacing(kSpacing);
    m_heading->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    m_counts->setMinimumWidth(1); // see fitCounts(): the window does not grow for them
    for (QWidget *widget : {static_cast<QWidget *>(m_heading), static_cast<QWidget *>(m_view),
             static_cast<QWidget *>(m_levels), static_cast<QWidget *>(m_mine)})
        layout->addWidget(widget);
    layout->addWidget(m_search, 1);
    layout->addSpacing(4);
    layout->addWidget(m_overdue);
    layout->addWidget(m_counts);
    layout->addWidget(m_new);
}

incidents::BoardFilter IncidentsToolbar::filter(const QString &me) const
{
    incidents::BoardFilter filter;
    const QString chosen = m_choices->checkedAction()->data().toString();
    filter.unclaimedOnly = chosen == kUnclaimed;
    if (!filter.unclaimedOnly)
        filter.level = chosen;
    if (m_mine->isChecked())
        filter.owner = me;
    filter.words = m_search->text().toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    return filter;
}

void IncidentsToolbar::setCounts(const Counts &counts)
{
    if (counts == m_shown)
        return;
    m_shown = counts;
    showCounts();
}

void IncidentsToolbar::showCounts()
{
    m_overdue->setVisible(m_shown.overdue > 0);
    m_overdue->setText(tr("Overdue %1").arg(m_shown.overdue));
    QStringList counts;
    if (m_shown.unclaimed > 0)
        counts.append(tr("Unclaimed %1").arg(m_shown.unclaimed));
    if (m_shown.recovered > 0)
        counts.append(tr("Recovered %1").arg(m_shown.recovered));
    m_counts->setText(counts.join(u"  "_s));
    m_mine->setText(tr("Mine %1").arg(m_shown.mine));
    fitCounts();
}

void IncidentsToolbar::fitCounts()
{
    // Whole or not at all: the rail counts what is unclaimed as well.
    int taken = m_counts->sizeHint().width();
    for (const QWidget *widget : {static_cast<QWidget *>(m_heading), static_cast<QWidget *>(m_view),
             static_cast<QWidget *>(m_levels), static_cast<QWidget *>(m_mine),
             static_cast<QWidget *>(m_overdue), static_cast<QWidget *>(m_new)})
        taken += widget->isHidden() ? 0 : widget->sizeHint().width() + kSpacing;
    m_counts->setVisible(taken + m_search->minimumSizeHint().width() + 4 * kSpacing <= width());
}

void IncidentsToolbar::resizeEvent(QResizeEvent *event)
{
    ThemedWidget::resizeEvent(event);
    fitCounts();
}

void IncidentsToolbar::setView(int view)
{
    m_view->setCurrent(view);
}

void IncidentsToolbar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void IncidentsToolbar::retranslate()
{
    m_heading->setText(tr("Incidents"));
    m_view->setItems({tr("Board"), tr("List"), tr("Closed")});
    m_view->setAccessibleName(tr("View"));
    const QList<QAction *> choices = m_choices->actions();
    for (QAction *choice : choices) {
        const QString code = choice->data().toString();
        choice->setText(code == kAll ? tr("All")
                : code == kUnclaimed ? tr("Unclaimed")
                                     : words::levelLong(code));
    }
    const QString chosen = m_choices->checkedAction()->data().toString();
    const QString word = chosen == kAll ? tr("All")
        : chosen == kUnclaimed          ? tr("Unclaimed")
                                        : words::level(chosen);
    m_levels->setText(word + u" ▾"_s);
    m_levels->setAccessibleName(word);
    m_levels->setToolTip(tr("Which incidents are shown"));
    m_levels->setAccessibleDescription(m_levels->toolTip());
    m_search->setPrompt(tr("Find"));
    m_new->setText(tr("New"));
    m_new->setToolTip(tr("New incident (N)"));
    showCounts();
}

void IncidentsToolbar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    ThemedWidget::changeEvent(event);
}

} // namespace watchroom::ui
