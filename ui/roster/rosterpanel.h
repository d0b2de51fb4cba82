// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/roster/dutysection.h"
#include "ui/roster/rosterneeds.h"

namespace watchroom::ui {

class ChangeList;
class ShiftBox;

/// Beside the plan: the shift that is chosen, what waits for an answer, who is on now and next, my
/// week, what is to be mended. UI thread.
class RosterPanel final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    RosterPanel(const style::Theme &theme, const RosterNeeds &needs, QWidget *parent = nullptr);

    [[nodiscard]] ShiftBox &shift() const { return *m_shift; }
    /// The roster changed, or who sits here.
    void refresh();
    /// Time went on: called once a second.
    void tick();
    [[nodiscard]] int gaps() const { return m_gapCount; } ///< of the next days
    [[nodiscard]] int doubles() const { return m_doubleCount; }

Q_SIGNALS:
    void dayAsked(const QDate &day);
    void failed(const watchroom::base::Error &error);
    void authorAsked();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void themeChanged() override;

private:
    void showNow(const QList<domain::Shift> &shifts);
    void showNext(const QList<domain::Shift> &shifts);
    void showWeek();
    void showProblems();
    void showRequests();
    void answer(const QUuid &change, const QString &name);
    [[nodiscard]] QString remarkOf(const roster::RosterChange &request) const;

    RosterNeeds m_needs;
    ShiftBox *m_shift;
    DutySection *m_requestHead;
    ChangeList *m_requests;
    DutySection *m_now;
    DutySection *m_next;
    DutySection *m_week;
    DutySection *m_problems;
    int m_gapCount = 0;
    int m_doubleCount = 0;
    base::Instant m_minute; ///< as shown
};

/// Changes that wait for this person's yes or no and have not passed.
[[nodiscard]] QList<roster::RosterChange> askedOf(
    const roster::RosterState &state, const QString &login, base::Instant now);

} // namespace watchroom::ui
