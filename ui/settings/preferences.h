// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/words/language.h"
#include "ui/style/theme.h"

#include <QObject>
#include <QSettings>

namespace watchroom::ui {

/// What this desk likes: language, theme, text size; kept in an ini file beside the workspace and
/// pushed to those who need it by signal. Only the settings page and the composition root know it.
/// UI thread.
class Preferences : public QObject
{
    Q_OBJECT

public:
    explicit Preferences(const QString &file, QObject *parent = nullptr);

    [[nodiscard]] words::Language::Code language() const;
    [[nodiscard]] style::ThemeKind theme() const;
    [[nodiscard]] style::TextSize textSize() const;
    void setLanguage(words::Language::Code language);
    void setTheme(style::ThemeKind theme);
    void setTextSize(style::TextSize size);

Q_SIGNALS:
    void changed();

private:
    QSettings m_settings;
};

} // namespace watchroom::ui
