// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roster/rosterpage.h"

#include "app/roster/rosterwords.h"
#include "app/words/times.h"
#include "ui/roster/changedialogs.h"
#include "ui/roster/planview.h"
#include "ui/roster/positionsdialog.h"
#include "ui/roster/rosterfiles.h"
#include "ui/roster/rotationdialog.h"
#include "ui/roster/rotationsdialog.h"
#include "ui/roster/shiftbox.h"
#include "ui/roster/swapdialog.h"
#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/emptystate.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QStackedWidget>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using roster::PlanModel;

namespace {
constexpr int kWeek = 7;
constexpr int kEmptyWidth = 420; // px at a text factor of 1
} // namespace

RosterPage::RosterPage(const style::Theme &theme, const RosterNeeds &needs, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_needs(needs)
    , m_toolbar(new RosterToolbar(theme, this))
    , m_stack(new QStackedWidget(this))
    , m_panel(new RosterPanel(theme, needs, this))
    , m_files(new RosterFiles(theme, needs, *this))
{
    setObjectName(u"rosterPage"_s);
    const PlanModel::Needs words{[this] { return m_needs.names(); },
        [this] { return m_needs.now(); }, [this] { return m_needs.me(); }};
    m_model = new PlanModel(words, this);
    m_plan = new PlanView(*m_model, theme, words, m_stack);
    m_empty = makeEmpty();
    m_stack->addWidget(m_plan);
    m_stack->addWidget(m_empty);
    auto *left = new QVBoxLayout;
    left->setContentsMargins(8, 8, 8, 8);
    left->setSpacing(8);
    left->addWidget(m_toolbar);
    left->addWidget(m_stack, 1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(left, 1);
    layout->addWidget(m_panel);
    connect(m_toolbar, &RosterToolbar::monthChanged, this, [this] {
        m_plan->setMonth(m_toolbar->isMonth());
        showDay(m_plan->currentIndex().isValid()
                ? m_model->plan().day(m_plan->currentIndex().column())
                : m_first);
    });
    connect(m_toolbar, &RosterToolbar::daysAsked, this, &RosterPage::move);
    connect(m_toolbar, &RosterToolbar::newAsked, this, &RosterPage::openNew);
    connect(m_toolbar, &RosterToolbar::rotationsAsked, this, &RosterPage::openRotations);
    connect(m_toolbar, &RosterToolbar::positionsAsked, this, &RosterPage::openPositions);
    connect(m_toolbar, &RosterToolbar::importAsked, this, [this] {
        if (hasAuthor())
            m_files->chooseSheet();
    });
    connect(m_toolbar, &RosterToolbar::calendarAsked, m_files, &RosterFiles::chooseCalendar);
    connect(m_files, &RosterFiles::imported, this, &RosterPage::showDay);
    connect(m_files, &RosterFiles::failed, this, &RosterPage::failed);
    connect(m_files, &RosterFiles::done, this, &RosterPage::done);
    connect(m_plan, &PlanView::chosenChanged, this, &RosterPage::showChosen);
    connect(m_plan, &PlanView::opened, this, [this] { m_panel->shift().focusAction(); });
    connect(m_plan, &PlanView::daysAsked, this, &RosterPage::takeArrow);
    connect(m_panel, &RosterPanel::dayAsked, this, &RosterPage::showDay);
    connect(m_panel, &RosterPanel::failed, this, &RosterPage::failed);
    connect(m_panel, &RosterPanel::authorAsked, this, &RosterPage::authorAsked);
    connect(&m_panel->shift(), &ShiftBox::closeAsked, this, [this] { m_plan->choose({}); });
    connect(&m_needs.book, &roster::RosterBook::changed, this, &RosterPage::refresh);
    connect(&m_needs.directory, &incidents::Directory::changed, this, &RosterPage::refresh);
    retranslate();
    move(0);
}

QWidget *RosterPage::makeEmpty()
{
    auto *empty = new QWidget(m_stack);
    auto *fact = new widgets::EmptyState(theme(), empty);
    fact->setObjectName(u"rosterEmpty"_s);
    fact->setMinimumWidth(scaled(kEmptyWidth));
    auto *first = widgets::makeButton(theme(), widgets::ButtonKind::Primary, u"firstRotation"_s, {},
        u"plus"_s, widgets::ButtonSize::Normal, empty);
    auto *layout = new QVBoxLayout(empty);
    layout->addStretch(1);
    layout->addWidget(fact, 0, Qt::AlignHCenter);
    layout->addWidget(first, 0, Qt::AlignHCenter);
    layout->addStretch(2);
    connect(first, &QPushButton::clicked, this, [this] {
        if (hasAuthor())
            (new RotationDialog(theme(), *window(), m_needs, RotationDialog::fresh(m_needs)))
                ->open();
    });
    return empty;
}

void RosterPage::refresh()
{
    rebuild();
    m_panel->refresh();
    m_toolbar->setProblems(m_panel->gaps(), m_panel->doubles());
}

void RosterPage::rebuild()
{
    const auto &state = m_needs.state();
    const bool month = m_toolbar->isMonth();
    const int days = month ? m_first.daysInMonth() : kWeek;
    const QModelIndex current = m_plan->currentIndex();
    roster::PlanRow row;
    QDate day;
    if (current.isValid()) {
        row = m_model->plan().rows[current.row()];
        day = m_model->plan().day(current.column());
    }
    m_model->setPlan(roster::planOf(state, m_first, days, m_needs.zone()));
    if (day.isValid() && !m_plan->currentIndex().isValid())
        m_plan->choose(m_model->indexOf(row.position, row.slot, day));
    const QDate last = m_first.addDays(days - 1);
    m_toolbar->setDays(month ? words::month(m_first.toString(u"yyyy-MM"_s))
                             : words::shortDate(m_first) + u" – "_s + words::shortDate(last));
    const bool nothing = m_needs.book.isLoaded() && state.roster.rotations.isEmpty()
        && state.roster.overrides.isEmpty();
    m_stack->setCurrentWidget(nothing ? m_empty : m_plan);
}

void RosterPage::showDay(const QDate &day)
{
    m_first = m_toolbar->isMonth() ? QDate(day.year(), day.month(), 1) : roster::mondayOf(day);
    const int row = m_plan->currentIndex().row();
    refresh();
    choose(day, row);
}

/// Where something is to be seen on that day: the row that was chosen, else the first with a gap.
void RosterPage::choose(const QDate &day, int row)
{
    const int column = m_model->plan().column(day);
    if (column < 0 || column >= m_model->columnCount() || m_model->rowCount() == 0)
        return;
    if (row < 0)
        row = 0;
    m_plan->choose(m_model->index(std::min(row, m_model->rowCount() - 1), column));
}

void RosterPage::move(int direction)
{
    const bool month = m_toolbar->isMonth();
    const QDate from = direction == 0 ? m_needs.today() : m_first;
    const QDate to = month ? from.addMonths(direction) : from.addDays(kWeek * direction);
    m_first = month ? QDate(to.year(), to.month(), 1) : roster::mondayOf(to);
    refresh();
}

void RosterPage::takeArrow(int direction)
{
    const int row = m_plan->currentIndex().row();
    move(direction);
    choose(m_model->plan().day(direction > 0 ? 0 : m_model->columnCount() - 1), row);
}

void RosterPage::setMonth(bool month)
{
    m_toolbar->setMonth(month);
}

void RosterPage::toggleMonth()
{
    setMonth(!m_toolbar->isMonth());
}

void RosterPage::showChosen()
{
    m_panel->shift().setShifts(m_plan->chosen(), m_plan->chosenLane());
}

bool RosterPage::hasAuthor()
{
    if (!m_needs.me().isEmpty())
        return true;
    Q_EMIT authorAsked();
    return false;
}

void RosterPage::openNewMenu()
{
    m_toolbar->openNewMenu();
}

void RosterPage::openNew(RosterToolbar::New what)
{
    if (!hasAuthor())
        return;
    switch (what) {
    case RosterToolbar::New::Leave:
        (new LeaveDialog(theme(), *window(), m_needs))->open();
        break;
    case RosterToolbar::New::Cover:
        (new CoverDialog(theme(), *window(), m_needs))->open();
        break;
    case RosterToolbar::New::Swap:
        (new SwapDialog(theme(), *window(), m_needs))->open();
        break;
    case RosterToolbar::New::Temporary:
        (new TemporaryDialog(theme(), *window(), m_needs))->open();
        break;
    }
}

void RosterPage::openRotations()
{
    if (hasAuthor())
        (new RotationsDialog(theme(), *window(), m_needs))->open();
}

void RosterPage::openPositions()
{
    if (hasAuthor())
        (new PositionsDialog(theme(), *window(), m_needs))->open();
}

void RosterPage::tick()
{
    m_plan->tick();
    m_panel->tick();
    m_toolbar->setProblems(m_panel->gaps(), m_panel->doubles());
}

void RosterPage::retranslate()
{
    m_plan->setAccessibleName(tr("Roster"));
    m_empty->findChild<widgets::EmptyState *>()->setFact(u"users"_s, tr("There is no rotation yet"),
        tr("A rotation says whose turn it is, and when it changes."));
    m_empty->findChild<QPushButton *>()->setText(tr("New rotation…"));
}

void RosterPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    }
    ThemedWidget::changeEvent(event);
}

void RosterPage::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_PageUp:
        move(-1);
        break;
    case Qt::Key_PageDown:
        move(1);
        break;
    case Qt::Key_Home:
        move(0);
        break;
    case Qt::Key_Escape:
        m_plan->setFocus(); // first: a view that gets the focus with nothing chosen chooses
        m_plan->choose({});
        break;
    default:
        ThemedWidget::keyPressEvent(event);
    }
}

} // namespace watchroom::ui
