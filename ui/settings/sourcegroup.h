// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "ui/settings/connection.h"
#include "ui/settings/settingsgroup.h"

class QComboBox;
class QPushButton;

namespace watchroom::widgets {
class SegmentedControl;
}

namespace watchroom::ui {

/// Where the measurements come from: none, the simulator, or a Prometheus with the mapping of its
/// metrics; trying it, and using it at once. UI thread.
class SourceGroup final : public SettingsGroup
{
    Q_OBJECT

public:
    explicit SourceGroup(const style::Theme &theme, QWidget *parent = nullptr);

    void setSource(const SourceChoice &source);
    [[nodiscard]] SourceChoice choice() const;
    /// Names of the team's secrets for sources that this station may use.
    void setTeamSecrets(const QStringList &names);
    /// How the source in use does.
    void setState(const QString &sentence);
    /// What came of testing: how many values it gave, or why none.
    void tellTested(const base::Result<int> &values);
    /// What came of saving; it is in use from now on.
    void tellSaved(const base::Result<> &saved);

Q_SIGNALS:
    void testAsked(const watchroom::ui::SourceChoice &choice);
    void saveAsked(const watchroom::ui::SourceChoice &choice);

protected:
    void retranslate() override;

private:
    enum class Told
    {
        Nothing,
        Testing,
        Works,
        Failed,
        Saved
    };
    void build();
    void connectFields();
    QWidget *withBrowse(QLineEdit *field, const QString &name);
    void browse(QLineEdit *field);
    [[nodiscard]] bool isSound();
    void edited();
    void showFields();
    void fillCredentials(const QString &chosen);
    [[nodiscard]] QString teamSecret() const;
    void refresh();
    void fail(const base::Error &error);

    SourceChoice m_source;
    Told m_told = Told::Nothing;
    base::Error m_error;
    int m_values = 0;
    widgets::SegmentedControl *m_kind;
    QLabel *m_state;
    QLineEdit *m_address;
    QComboBox *m_profile;
    QLineEdit *m_file;
    QComboBox *m_credential;
    QStringList m_teamSecrets;
    QLineEdit *m_user;
    QLineEdit *m_secret;
    QLineEdit *m_authority;
    QLabel *m_result;
    QPushButton *m_test;
    QPushButton *m_save;
    QList<QWidget *> m_ofPrometheus; ///< rows that the other kinds do not need
};

} // namespace watchroom::ui
