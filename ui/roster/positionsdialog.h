// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/roster/listdialog.h"
#include "ui/roster/rosterform.h"

class QCheckBox;

namespace watchroom::ui {

/// The positions in their order: a new one, another name, earlier and later, removed. UI thread.
class PositionsDialog final : public ListDialog
{
    Q_OBJECT

public:
    PositionsDialog(const style::Theme &theme, QWidget &window, const RosterNeeds &needs);

protected:
    void refreshButtons() override;
    void refresh() override;

private:
    [[nodiscard]] qsizetype at() const; ///< of the chosen one; -1: none
    void edit(const domain::Position &position);
    void move(int by);
    void remove();

    QPushButton *m_edit;
    QPushButton *m_up;
    QPushButton *m_down;
    QPushButton *m_remove;
};

/// One position: its names, and whether somebody must be there round the clock. UI thread.
class PositionDialog final : public RosterForm
{
    Q_OBJECT

public:
    PositionDialog(const style::Theme &theme, QWidget &window, const RosterNeeds &needs,
        const domain::Position &position);

protected:
    [[nodiscard]] roster::RosterEffect effect() const override;
    [[nodiscard]] words::Names names() const override;
    void submit() override;

private:
    [[nodiscard]] domain::Position position() const;

    domain::Position m_before;
    QLineEdit *m_name;
    QLineEdit *m_nameEn;
    QCheckBox *m_needed;
};

/// A code word for a new position: of its English name, else one that nobody has.
[[nodiscard]] QString codeFor(const QString &nameEn, const QList<domain::Position> &positions);

} // namespace watchroom::ui
