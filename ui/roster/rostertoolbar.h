// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/themedwidget.h"

#include <array>

class QAction;
class QMenu;
class QPushButton;

namespace watchroom::widgets {
class Chip;
class SegmentedControl;
class TextLabel;
} // namespace watchroom::widgets

namespace watchroom::ui {

/// Above the plan: week or month, which days, what is wrong, and what can be made. UI thread.
class RosterToolbar : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    enum class New
    {
        Leave,
        Cover,
        Swap,
        Temporary
    };

    explicit RosterToolbar(const style::Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] bool isMonth() const;
    void setMonth(bool month);
    /// Which days are shown, in words.
    void setDays(const QString &days);
    /// Of the next days: how often nobody, or somebody twice, is on duty.
    void setProblems(int gaps, int doubles);
    void openNewMenu();

Q_SIGNALS:
    void monthChanged();
    /// Back, to today, forward: -1, 0, 1.
    void daysAsked(int direction);
    void newAsked(watchroom::ui::RosterToolbar::New what);
    void importAsked();
    void calendarAsked();
    void rotationsAsked();
    void positionsAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildMenu();
    void layOut();
    void retranslate();

    widgets::TextLabel *m_heading;
    widgets::SegmentedControl *m_view;
    QPushButton *m_back;
    QPushButton *m_today;
    QPushButton *m_forward;
    widgets::TextLabel *m_days;
    widgets::Chip *m_gaps;
    widgets::Chip *m_doubles;
    QPushButton *m_rotations;
    QPushButton *m_positions;
    QPushButton *m_new;
    QMenu *m_menu;
    std::array<QAction *, 4> m_news{};
    QAction *m_import = nullptr; ///< in the menu, as the next one
    QAction *m_calendar = nullptr;
    int m_gapCount = 0;
    int m_doubleCount = 0;
};

} // namespace watchroom::ui
