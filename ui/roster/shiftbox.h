// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/roster/rosterplan.h"
#include "ui/roster/rosterneeds.h"
#include "ui/widgets/themedwidget.h"

class QLabel;
class QPushButton;

namespace watchroom::widgets {
class SegmentedControl;
class TextLabel;
} // namespace watchroom::widgets

namespace watchroom::ui {

class ChangeList;

/// The shift that is chosen, and what can be done with it. UI thread.
class ShiftBox final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    ShiftBox(const style::Theme &theme, const RosterNeeds &needs, QWidget *parent = nullptr);

    /// Of one cell; `lane` is shown first. None: the box hides.
    void setShifts(const QList<roster::PlanShift> &shifts, int lane);
    /// Again, by what is known now.
    void refresh();
    /// Time went on: called once a second.
    void tick();
    /// Puts the focus on the first thing that can be done; false where there is none.
    bool focusAction();

    // What the buttons and the keys do.
    void take();
    void askCover();
    void swap();
    void checkIn();

Q_SIGNALS:
    void failed(const watchroom::base::Error &error);
    /// Nobody sits here whose name a change could carry.
    void authorAsked();
    void closeAsked();

protected:
    void changeEvent(QEvent *event) override;
    void themeChanged() override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void showWho(const roster::PlanShift &shown);
    void showChanges(const roster::PlanShift &shown);
    void refreshButtons(const roster::PlanShift &shown);
    void undo(const QUuid &change);
    [[nodiscard]] const roster::PlanShift *shown() const;
    [[nodiscard]] QString stateOf(const roster::PlanShift &shown) const;
    [[nodiscard]] bool mayUndo(const roster::RosterChange &change) const;
    [[nodiscard]] bool hasAuthor();
    void run(const store::SavedFuture &saved);

    RosterNeeds m_needs;
    QList<roster::PlanShift> m_shifts;
    int m_at = 0;
    widgets::TextLabel *m_duty;
    QPushButton *m_close;
    widgets::SegmentedControl *m_pieces;
    QLabel *m_who;
    widgets::TextLabel *m_when;
    widgets::TextLabel *m_state;
    QPushButton *m_take;
    QPushButton *m_cover;
    QPushButton *m_swap;
    QPushButton *m_checkIn;
    ChangeList *m_changes;
};

} // namespace watchroom::ui
