// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/themedwidget.h"

class QActionGroup;
class QMenu;
class QPushButton;

namespace watchroom::incidents {
struct BoardFilter;
}
namespace watchroom::widgets {
class Chip;
class SearchField;
class SegmentedControl;
class TextLabel;
} // namespace watchroom::widgets

namespace watchroom::ui {

/// Above the board and the list: which view, what is filtered, what needs somebody, a new incident.
/// UI thread.
class IncidentsToolbar : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    struct Counts
    {
        int overdue = 0;
        int unclaimed = 0;
        int recovered = 0;
        int mine = 0;
        friend bool operator==(const Counts &, const Counts &) = default;
    };

    explicit IncidentsToolbar(const style::Theme &theme, QWidget *parent = nullptr);

    /// What is chosen; "mine" is that of `me`.
    [[nodiscard]] incidents::BoardFilter filter(const QString &me) const;
    void setCounts(const Counts &counts);
    void setView(int view);
    void focusSearch();

Q_SIGNALS:
    void viewChosen(int view);
    void filterChanged();
    void newPressed();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildMenu();
    void layOut();
    void retranslate();
    void showCounts();
    void fitCounts();

    widgets::TextLabel *m_heading;
    widgets::SegmentedControl *m_view;
    QPushButton *m_levels; ///< opens the menu
    QMenu *m_menu;
    QActionGroup *m_choices;
    QPushButton *m_mine;
    widgets::SearchField *m_search;
    widgets::Chip *m_overdue;
    widgets::TextLabel *m_counts;
    QPushButton *m_new;
    Counts m_shown;
};

} // namespace watchroom::ui
