// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/undelivered/undeliveredcard.h"
#include "app/words/phrases.h"
#include "ui/widgets/actiondialog.h"

#include <functional>

class QGridLayout;
class QLineEdit;

namespace watchroom::widgets {
class SegmentedControl;
}

namespace watchroom::ui {

/// A conflict, field by field: before, theirs, mine, and which of them it shall be; a text may be
/// written anew. It closes when the decision is saved. UI thread.
class CompareDialog : public widgets::ActionDialog
{
    Q_OBJECT

public:
    /// What the columns shall be; empty: all theirs.
    using Decide = std::function<void(const domain::Row &chosen)>;

    CompareDialog(const style::Theme &theme, QWidget &window, const undelivered::Card &card,
        const words::Names &names, Decide decide);

private:
    enum Choice
    {
        Theirs,
        Mine,
        Other
    };
    struct Field
    {
        undelivered::Dispute dispute;
        widgets::SegmentedControl *choice = nullptr;
        QLineEdit *other = nullptr; ///< null: no text to write anew
    };

    void addHead(QGridLayout &grid);
    void addField(
        QGridLayout &grid, const undelivered::Dispute &dispute, const words::Names &names);
    void submit();

    QList<Field> m_fields;
    Decide m_decide;
};

} // namespace watchroom::ui
