// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/roster/rosterform.h"

namespace watchroom::ui {

/// A form whose fields make one change of the roster. UI thread.
class ChangeForm : public RosterForm
{
    Q_OBJECT

protected:
    using RosterForm::RosterForm;

    [[nodiscard]] virtual roster::NewChange change() const = 0;
    [[nodiscard]] roster::RosterEffect effect() const override;
    /// Whose yes it waits for.
    [[nodiscard]] QString remark() const override;
    void submit() override;
};

/// Who is away, from when until when. UI thread.
class LeaveDialog final : public ChangeForm
{
    Q_OBJECT

public:
    /// `start`: what the fields begin with; an empty kind: my next day.
    LeaveDialog(const style::Theme &theme, QWidget &window, const RosterNeeds &needs,
        const roster::NewChange &start = {});

protected:
    [[nodiscard]] roster::NewChange change() const override;

private:
    QComboBox *m_person;
    QDateTimeEdit *m_from;
    QDateTimeEdit *m_until;
    QLineEdit *m_reason;
};

/// Who stands in for whom. UI thread.
class CoverDialog final : public ChangeForm
{
    Q_OBJECT

public:
    CoverDialog(const style::Theme &theme, QWidget &window, const RosterNeeds &needs,
        const roster::NewChange &start = {});

protected:
    [[nodiscard]] roster::NewChange change() const override;

private:
    QComboBox *m_person;
    QComboBox *m_replaces;
    QComboBox *m_position;
    QDateTimeEdit *m_from;
    QDateTimeEdit *m_until;
    QLineEdit *m_reason;
};

/// Who has a position for a while, whatever the rotations say. UI thread.
class TemporaryDialog final : public ChangeForm
{
    Q_OBJECT

public:
    TemporaryDialog(const style::Theme &theme, QWidget &window, const RosterNeeds &needs,
        const roster::NewChange &start = {});

protected:
    [[nodiscard]] roster::NewChange change() const override;

private:
    QComboBox *m_person;
    QComboBox *m_position;
    QDateTimeEdit *m_from;
    QDateTimeEdit *m_until;
    QLineEdit *m_reason;
};

/// "I take this shift": what is left of it is mine at once. UI thread.
class TakeDialog final : public ChangeForm
{
    Q_OBJECT

public:
    TakeDialog(const style::Theme &theme, QWidget &window, const RosterNeeds &needs,
        const domain::Shift &shift);

protected:
    [[nodiscard]] roster::NewChange change() const override;
    void submit() override;

private:
    domain::Shift m_shift;
    QLineEdit *m_reason;
};

} // namespace watchroom::ui
