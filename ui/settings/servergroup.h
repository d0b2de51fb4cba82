// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "ui/settings/connection.h"
#include "ui/settings/settingsgroup.h"

class QPushButton;

namespace watchroom::ui {

/// The server this workspace belongs to, or what it means to have none; trying it, and changing it
/// for the next start. UI thread.
class ServerGroup final : public SettingsGroup
{
    Q_OBJECT

public:
    explicit ServerGroup(const style::Theme &theme, QWidget *parent = nullptr);

    void setServer(const ServerChoice &server);
    /// How the connection in use stands.
    void setState(const QString &sentence);
    /// What came of testing.
    void tellTested(const base::Result<> &tested);
    /// What came of saving; `restart`: it takes effect at the next start.
    void tellSaved(const base::Result<> &saved, bool restart);

Q_SIGNALS:
    void testAsked(const QString &line);
    void saveAsked(const QString &line);
    void restartAsked();

protected:
    void retranslate() override;

private:
    enum class Told
    {
        Nothing,
        Testing,
        Works,
        Failed,
        Saved,
        SavedForLater
    };
    [[nodiscard]] bool isSound();
    void refresh();
    void tell(Told told, const base::Error &error = {});

    ServerChoice m_server;
    Told m_told = Told::Nothing;
    base::Error m_error;
    QString m_stateText;
    QLineEdit *m_line;
    QLabel *m_state;
    QLabel *m_meaning;
    QLabel *m_result;
    QPushButton *m_test;
    QPushButton *m_save;
    QPushButton *m_restart;
};

} // namespace watchroom::ui
