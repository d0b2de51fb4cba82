// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/remote/secretbook.h"
#include "app/words/phrases.h"
#include "ui/settings/settingsgroup.h"

#include <optional>

class QPushButton;

namespace watchroom::ui {

/// The team's secrets as a lead sees them, without their values: asked for with the lead's
/// password, and gone from the screen when somebody else sits down. UI thread.
class SecretsGroup final : public SettingsGroup
{
    Q_OBJECT

public:
    explicit SecretsGroup(const style::Theme &theme, QWidget *parent = nullptr);

    /// Who sits here (empty: nobody), and whether the server would let them.
    void setViewer(const QString &login, bool lead);
    void setNames(const words::Names &names);
    void setSecrets(const QList<remote::SecretInfo> &secrets);
    /// What came of something asked here; empty takes it away.
    void tell(const std::function<QString()> &sentence);

Q_SIGNALS:
    void listAsked();
    /// None: a new one.
    void setAsked(const std::optional<watchroom::remote::SecretInfo> &known);
    void removeAsked(const watchroom::remote::SecretInfo &known);

protected:
    void retranslate() override;

private:
    void showList();
    void addSecret(const remote::SecretInfo &secret);
    void addLabel(int column, const QString &text, bool bold = false);
    [[nodiscard]] QString receiversOf(const remote::SecretInfo &secret) const;

    words::Names m_names;
    QString m_login;
    bool m_lead = false;
    std::optional<QList<remote::SecretInfo>> m_secrets; ///< none: not asked for
    Text m_sentence; ///< what is told
    QWidget *m_list;
    QWidget *m_rows = nullptr; ///< made anew with each list
    class QGridLayout *m_grid = nullptr; ///< of m_rows
    int m_row = 0;
    QLabel *m_told;
    QPushButton *m_show;
    QPushButton *m_set;
};

} // namespace watchroom::ui
