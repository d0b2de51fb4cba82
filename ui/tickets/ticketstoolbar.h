// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tickets/workfilter.h"
#include "app/tickets/workmodel.h"
#include "ui/widgets/themedwidget.h"

class QPushButton;

namespace watchroom::widgets {
class Chip;
class SearchField;
class SegmentedControl;
class TextLabel;
} // namespace watchroom::widgets

namespace watchroom::ui {

/// Above the list: tickets or pending items, whose, words, a new one. UI thread.
class TicketsToolbar : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    struct Counts
    {
        int tickets = 0; ///< open
        int pending = 0; ///< open
        int mine = 0; ///< of the kind shown, as are the next two
        int offered = 0; ///< to me
        int overdue = 0;
        friend bool operator==(const Counts &, const Counts &) = default;
    };
    enum class Which
    {
        Open,
        Mine,
        Offered, ///< to me
        Ended
    };

    explicit TicketsToolbar(const style::Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] tickets::WorkKind kind() const;
    [[nodiscard]] tickets::WorkModel::Scope scope() const;
    [[nodiscard]] tickets::WorkFilter::Wanted wanted(const QString &me) const;
    void setKind(tickets::WorkKind kind);
    void setWhich(Which which);
    void setCounts(const Counts &counts);
    void focusSearch();

Q_SIGNALS:
    void chosenChanged();
    void newPressed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    widgets::TextLabel *m_heading;
    widgets::SegmentedControl *m_kind;
    widgets::SegmentedControl *m_which;
    widgets::SearchField *m_search;
    widgets::Chip *m_overdue;
    QPushButton *m_new;
    Counts m_shown;
};

} // namespace watchroom::ui
