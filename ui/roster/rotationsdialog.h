// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/roster/listdialog.h"
#include "ui/roster/rosterform.h"

class QDateEdit;

namespace watchroom::ui {

/// The rotations that are not over: a new one, another one, the end of one. UI thread.
class RotationsDialog final : public ListDialog
{
    Q_OBJECT

public:
    RotationsDialog(const style::Theme &theme, QWidget &window, const RosterNeeds &needs);

protected:
    void refreshButtons() override;
    void refresh() override;

private:
    [[nodiscard]] std::optional<domain::Rotation> rotation() const;
    void edit();
    void end();

    QPushButton *m_edit;
    QPushButton *m_end;
};

/// The last day of a rotation; one that has not begun is removed. UI thread.
class EndRotationDialog final : public RosterForm
{
    Q_OBJECT

public:
    EndRotationDialog(const style::Theme &theme, QWidget &window, const RosterNeeds &needs,
        const domain::Rotation &rotation);

protected:
    [[nodiscard]] roster::RosterEffect effect() const override;
    void submit() override;

private:
    domain::Rotation m_rotation;
    QDateEdit *m_last = nullptr; ///< of one that has begun
};

/// Its first turn is over or under way.
[[nodiscard]] bool hasBegun(const domain::Rotation &rotation, base::Instant now);

} // namespace watchroom::ui
