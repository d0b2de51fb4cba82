// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/themedwidget.h"

namespace watchroom::widgets {
class TextLabel;
}

namespace watchroom::ui {

class Preferences;
class SecretsGroup;
class ServerGroup;
class SourceGroup;

/// How the console looks and where its workspace gets its data, in groups. UI thread.
class SettingsPage : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    SettingsPage(const style::Theme &theme, Preferences &preferences, QWidget *parent = nullptr);

    [[nodiscard]] ServerGroup &server() const { return *m_server; }
    [[nodiscard]] SourceGroup &source() const { return *m_source; }
    [[nodiscard]] SecretsGroup &secrets() const { return *m_secrets; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    widgets::TextLabel *m_heading;
    ServerGroup *m_server;
    SourceGroup *m_source;
    SecretsGroup *m_secrets;
};

} // namespace watchroom::ui
