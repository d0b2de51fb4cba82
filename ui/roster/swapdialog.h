// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/roster/changedialogs.h"

namespace watchroom::ui {

/// One shift against another: mine and a colleague's; a lead may choose both people. UI thread.
class SwapDialog final : public ChangeForm
{
    Q_OBJECT

public:
    /// `shift` is chosen already; it may be nobody's.
    SwapDialog(const style::Theme &theme, QWidget &window, const RosterNeeds &needs,
        const domain::Shift &shift = {});

protected:
    [[nodiscard]] roster::NewChange change() const override;
    void submit() override;

private:
    /// A person, and which of their shifts.
    struct Side
    {
        QComboBox *person;
        QComboBox *shift;
        QList<domain::Shift> shifts = {}; ///< in the order of the field
    };

    void fill(Side &side);
    void choose(Side &side, const domain::Shift &shift);
    [[nodiscard]] const domain::Shift *chosen(const Side &side) const;

    Side m_mine;
    Side m_theirs;
    QLineEdit *m_reason;
};

} // namespace watchroom::ui
