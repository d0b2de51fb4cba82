// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/formdialog.h"
#include "ui/handover/handoverneeds.h"

#include <functional>

class QComboBox;
class QDateTimeEdit;
class QLineEdit;

namespace watchroom::ui {

/// Refuses, stays on, forces: for a reason of a list, and a remark. UI thread.
class ReasonDialog final : public FormDialog
{
    Q_OBJECT

public:
    using Save = std::function<store::SavedFuture(const QString &reason, const QString &remark)>;
    struct Words
    {
        QString heading;
        QString text; ///< what follows from it
        QString act;
    };
    ReasonDialog(const style::Theme &theme, QWidget &window, const Words &words,
        const QStringList &reasons, Save save);

protected:
    void submit() override;

private:
    Save m_save;
    QComboBox *m_reason;
    QLineEdit *m_remark;
};

/// A rule is not kept: which, why, and who else stands for it. UI thread.
class WaiveDialog final : public FormDialog
{
    Q_OBJECT

public:
    WaiveDialog(const style::Theme &theme, QWidget &window, const HandoverNeeds &needs,
        const QList<handover::Missing> &rules);

protected:
    void submit() override;

private:
    [[nodiscard]] QString wordsOf(const handover::Missing &rule) const;

    HandoverNeeds m_needs;
    QList<handover::Missing> m_rules;
    QComboBox *m_rule;
    QComboBox *m_reason;
    QComboBox *m_second;
};

/// Begins a handover by hand: when, from whom to whom; prefilled by the roster. UI thread.
class StartDialog final : public FormDialog
{
    Q_OBJECT

public:
    StartDialog(const style::Theme &theme, QWidget &window, const HandoverNeeds &needs);

protected:
    void submit() override;

private:
    void propose();
    void chooseLeads();
    /// By the roster, at the moment that is set.
    [[nodiscard]] handover::NewHandover rostered() const;

    HandoverNeeds m_needs;
    QDateTimeEdit *m_at;
    QComboBox *m_outgoing;
    QComboBox *m_incoming;
};

} // namespace watchroom::ui
