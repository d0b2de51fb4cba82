// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/roster/rosterform.h"

class QCheckBox;
class QDateEdit;
class QSpinBox;
class QTimeEdit;

namespace watchroom::ui {

class MembersField;

/// One rotation: a new one, or another one from some day on. UI thread.
class RotationDialog final : public RosterForm
{
    Q_OBJECT

public:
    /// A null id: a new one, which begins as `rotation` says.
    RotationDialog(const style::Theme &theme, QWidget &window, const RosterNeeds &needs,
        const domain::Rotation &rotation);

    /// What a new one begins with: days from 08:00 to 20:00, from tomorrow on.
    [[nodiscard]] static domain::Rotation fresh(const RosterNeeds &needs);

protected:
    [[nodiscard]] roster::RosterEffect effect() const override;
    void submit() override;

private:
    [[nodiscard]] domain::Rotation rotation() const;
    [[nodiscard]] QComboBox *makeSlots();
    [[nodiscard]] QComboBox *makeZones();
    [[nodiscard]] QTimeEdit *makeTimeOfDay(const QString &name, const QTime &time);
    void layOut();
    /// While nobody changed the order: whose turn it is on the first day comes first.
    void followDay();

    domain::Rotation m_before;
    bool m_begun; ///< the past of it stays as it was
    QComboBox *m_position;
    QComboBox *m_slot;
    QComboBox *m_zone;
    QDateEdit *m_starts;
    QTimeEdit *m_handoff;
    QSpinBox *m_every;
    QComboBox *m_unit;
    QCheckBox *m_hours;
    QTimeEdit *m_from;
    QTimeEdit *m_until;
    MembersField *m_members;
    QStringList m_proposed; ///< the order, as long as nobody changed it
};

/// Whose turn it is first if the rotation begins anew on that day.
[[nodiscard]] QStringList membersFrom(const domain::Rotation &rotation, const QDate &day);
/// The first day after `today` on which a turn of it begins.
[[nodiscard]] QDate nextTurn(const domain::Rotation &rotation, const QDate &today);

} // namespace watchroom::ui
