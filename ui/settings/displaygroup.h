// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settingsgroup.h"

namespace watchroom::widgets {
class SegmentedControl;
}

namespace watchroom::ui {

class Preferences;

/// Language, theme and text size of this desk; each takes effect at once. UI thread.
class DisplayGroup final : public SettingsGroup
{
    Q_OBJECT

public:
    DisplayGroup(const style::Theme &theme, Preferences &preferences, QWidget *parent = nullptr);

protected:
    void retranslate() override;

private:
    void showPreferences();

    Preferences &m_preferences;
    widgets::SegmentedControl *m_language;
    widgets::SegmentedControl *m_theme;
    widgets::SegmentedControl *m_textSize;
};

} // namespace watchroom::ui
