// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/remote/secretbook.h"
#include "ui/settings/leaddialog.h"

#include <optional>

class QCheckBox;

namespace watchroom::widgets {
class SegmentedControl;
}

namespace watchroom::ui {

/// Sets a team secret, or replaces one: name, what it is for, which stations may use it, and the
/// value, which is masked and never shown again. UI thread.
class SecretDialog final : public LeadDialog
{
    Q_OBJECT

public:
    using AskSecret = std::function<void(const remote::SecretDraft &draft, const QString &password,
        const LeadDialog::Answer &answer)>;

    /// `known`: the one that is replaced.
    SecretDialog(const style::Theme &theme, QWidget &window,
        const std::optional<remote::SecretInfo> &known, const QString &person,
        const AskSecret &ask);
    ~SecretDialog() override;

protected:
    [[nodiscard]] QString problem() const override;

private:
    [[nodiscard]] remote::SecretDraft draft() const;
    void build(const std::optional<remote::SecretInfo> &known);

    QLineEdit *m_name;
    widgets::SegmentedControl *m_kind;
    QList<QCheckBox *> m_kinds; ///< of stations
    QLineEdit *m_stations;
    QLineEdit *m_value;
};

} // namespace watchroom::ui
