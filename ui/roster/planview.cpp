// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roster/planview.h"

#include "ui/roster/plandelegate.h"
#include "ui/roster/planheaders.h"
#include "ui/style/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <array>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using roster::PlanModel;
using roster::PlanShift;

namespace {

// Heights of a row, px at a text factor of 1: with one lane, and of each of several.
constexpr std::array kWeekHeights{48, 44};
constexpr std::array kMonthHeights{30, 22};
constexpr int kNothing = 32; // of a row without a shift
constexpr int kLeastWeekDay = 72;
constexpr int kLeastMonthDay = 22; // an icon, or one character

} // namespace

PlanView::PlanView(
    PlanModel &model, const style::Theme &theme, const PlanModel::Needs &needs, QWidget *parent)
    : QTableView(parent)
    , m_theme(theme)
    , m_plan(model)
    , m_delegate(new PlanDelegate(*this, theme, needs))
    , m_now(needs.now)
{
    setObjectName(u"plan"_s);
    setModel(&model);
    setItemDelegate(m_delegate);
    setHorizontalHeader(new DayHeader(theme, this));
    setVerticalHeader(new PositionHeader(theme, this));
    setSelectionMode(SingleSelection);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    viewport()->setAutoFillBackground(false);
    connect(&model, &PlanModel::modelReset, this, [this] {
        layOut();
        Q_EMIT chosenChanged();
    });
    connect(&model, &PlanModel::dataChanged, this, [this] {
        layOut();
        takeCurrent();
    });
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, &PlanView::takeCurrent);
    connect(&m_theme, &style::Theme::changed, this, &PlanView::layOut);
    layOut();
}

void PlanView::setMonth(bool month)
{
    m_month = month;
    m_delegate->setMonth(month);
    layOut();
}

void PlanView::tick()
{
    viewport()->update();
}

QList<PlanShift> PlanView::chosen() const
{
    const QModelIndex cell = currentIndex();
    return cell.isValid() ? cell.data(PlanModel::ShiftsRole).value<QList<PlanShift>>()
                          : QList<PlanShift>();
}

void PlanView::choose(const QModelIndex &cell)
{
    setCurrentIndex(cell);
    if (cell.isValid())
        scrollTo(cell);
    else
        clearSelection();
}

void PlanView::takeCurrent()
{
    const QList<PlanShift> shifts = chosen();
    const base::Instant now = m_now();
    const auto on = std::ranges::find_if(shifts, [now](const PlanShift &shown) {
        return shown.shift.from <= now && now < shown.shift.until;
    });
    m_lane = shifts.isEmpty() ? 0 : on == shifts.end() ? shifts.first().lane : on->lane;
    Q_EMIT chosenChanged();
}

int PlanView::leastWidth() const
{
    return m_theme.scaled(m_month ? kLeastMonthDay : kLeastWeekDay);
}

// All days at once where they have room; what is left over widens the first ones by a pixel.
void PlanView::layOut()
{
    const int columns = m_plan.columnCount();
    for (int row = 0; row < m_plan.rowCount(); ++row) {
        const roster::PlanRow &shown = m_plan.plan().rows[row];
        const auto &heights = m_month ? kMonthHeights : kWeekHeights;
        const int height = shown.lanes == 1 ? heights[0] : shown.lanes * heights[1];
        setRowHeight(
            row, m_theme.scaled(shown.shifts.isEmpty() ? std::min(height, kNothing) : height));
    }
    if (columns == 0)
        return;
    const int room = viewport()->width();
    const int width = std::max(leastWidth(), room / columns);
    const int rest = std::max(0, room - width * columns);
    for (int column = 0; column < columns; ++column)
        setColumnWidth(column, width + (column < rest ? 1 : 0));
    updateGeometries(); // the header's width follows what it says
    viewport()->update();
}

void PlanView::keyPressEvent(QKeyEvent *event)
{
    const int column = currentIndex().column();
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int direction = event->key() == Qt::Key_Left ? -1 : 1;
        const bool beyond = column + direction < 0 || column + direction >= m_plan.columnCount();
        if (column >= 0 && beyond)
            Q_EMIT daysAsked(direction);
        else
            QTableView::keyPressEvent(event);
        return;
    }
    case Qt::Key_Up:
    case Qt::Key_Down:
        QTableView::keyPressEvent(event);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT opened();
        return;
    default:
        event->ignore();
    }
}

void PlanView::focusInEvent(QFocusEvent *event)
{
    const int today = m_plan.plan().column(roster::dayOf(m_now(), m_plan.plan().zone));
    const bool byKey = event->reason() != Qt::MouseFocusReason;
    if (byKey && !currentIndex().isValid() && m_plan.rowCount() > 0)
        choose(m_plan.index(0, today >= 0 && today < m_plan.columnCount() ? today : 0));
    QTableView::focusInEvent(event);
}

void PlanView::mousePressEvent(QMouseEvent *event)
{
    QTableView::mousePressEvent(event);
    const QModelIndex cell = indexAt(event->position().toPoint());
    if (!cell.isValid())
        return;
    const int lane = m_delegate->laneAt(visualRect(cell), cell, event->position().toPoint());
    for (const PlanShift &shift : chosen()) {
        if (shift.lane == lane && m_lane != lane) {
            m_lane = lane;
            Q_EMIT chosenChanged();
        }
    }
}

void PlanView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (indexAt(event->position().toPoint()).isValid())
        Q_EMIT opened();
}

void PlanView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    layOut();
}

void PlanView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        layOut();
    QTableView::changeEvent(event);
}

} // namespace watchroom::ui
