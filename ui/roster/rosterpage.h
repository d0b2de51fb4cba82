// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/roster/planmodel.h"
#include "ui/roster/rosterpanel.h"
#include "ui/roster/rostertoolbar.h"

class QStackedWidget;

namespace watchroom::ui {

class PlanView;
class RosterFiles;

/// The roster: who is on duty when, as a week or a month, and what can be changed about it. UI
/// thread.
class RosterPage : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    RosterPage(const style::Theme &theme, const RosterNeeds &needs, QWidget *parent = nullptr);

    /// Who sits here, the team's zone or the language is another one.
    void refresh();
    /// What moves, once a second.
    void tick();
    /// The day in sight, today's cell of a shift chosen if it is known.
    void showDay(const QDate &day);
    void setMonth(bool month);
    void toggleMonth();
    void openNewMenu();
    void openNew(RosterToolbar::New what);
    void openRotations();
    void openPositions();
    [[nodiscard]] RosterFiles &files() const { return *m_files; }
    [[nodiscard]] RosterPanel &panel() const { return *m_panel; }
    [[nodiscard]] PlanView &plan() const { return *m_plan; }

Q_SIGNALS:
    void failed(const watchroom::base::Error &error);
    void authorAsked();
    /// A sentence for the line at the foot.
    void done(const QString &sentence);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QWidget *makeEmpty();
    void rebuild();
    void move(int direction);
    void takeArrow(int direction);
    void choose(const QDate &day, int row);
    void showChosen();
    void retranslate();
    [[nodiscard]] bool hasAuthor();

    RosterNeeds m_needs;
    roster::PlanModel *m_model;
    RosterToolbar *m_toolbar;
    QStackedWidget *m_stack;
    PlanView *m_plan;
    RosterPanel *m_panel;
    RosterFiles *m_files;
    QWidget *m_empty = nullptr;
    QDate m_first; ///< of the days that are shown
};

} // namespace watchroom::ui
