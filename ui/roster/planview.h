// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/roster/planmodel.h"

#include <QTableView>

namespace watchroom::style {
class Theme;
}

namespace watchroom::ui {

class PlanDelegate;

/// The plan, drawn: slots of positions by days of a week with hours, or of a month. Arrows go from
/// cell to cell, Enter opens; what means something to the whole page is left to it. UI thread.
class PlanView : public QTableView
{
    Q_OBJECT

public:
    PlanView(roster::PlanModel &model, const style::Theme &theme,
        const roster::PlanModel::Needs &needs, QWidget *parent = nullptr);

    /// Days are narrow and rows low.
    void setMonth(bool month);
    /// Shifts go on: called once a second.
    void tick();
    /// Of the cell that is chosen, by lane.
    [[nodiscard]] QList<roster::PlanShift> chosen() const;
    /// Which of them; what is on now comes first.
    [[nodiscard]] int chosenLane() const { return m_lane; }
    void choose(const QModelIndex &cell);

Q_SIGNALS:
    void chosenChanged();
    /// Enter, or a double click.
    void opened();
    /// An arrow went beyond the first or the last day.
    void daysAsked(int direction);

protected:
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    [[nodiscard]] int leastWidth() const; ///< of a column
    void takeCurrent();

    const style::Theme &m_theme;
    roster::PlanModel &m_plan;
    PlanDelegate *m_delegate;
    std::function<base::Instant()> m_now;
    bool m_month = false;
    int m_lane = 0;
};

} // namespace watchroom::ui
