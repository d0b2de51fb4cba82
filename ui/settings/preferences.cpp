// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/preferences.h"

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using words::Language;

Preferences::Preferences(const QString &file, QObject *parent)
    : QObject(parent)
    , m_settings(file, QSettings::IniFormat)
{
}

Language::Code Preferences::language() const
{
    return Language::fromName(
        m_settings.value("language").toString(), Language::of(QLocale::system()));
}

style::ThemeKind Preferences::theme() const
{
    return m_settings.value("theme").toString() == "light"_L1 ? style::ThemeKind::Light
                                                              : style::ThemeKind::Dark;
}

style::TextSize Preferences::textSize() const
{
    constexpr int kDutyDesk = int(style::TextSize::Large);
    const int kept = m_settings.value("textSize", kDutyDesk).toInt();
    return style::TextSize(
        qBound(int(style::TextSize::Normal), kept, int(style::TextSize::Larger)));
}

void Preferences::setLanguage(Language::Code language)
{
    m_settings.setValue("language", Language::name(language));
    Q_EMIT changed();
}

void Preferences::setTheme(style::ThemeKind theme)
{
    m_settings.setValue("theme", theme == style::ThemeKind::Light ? u"light"_s : u"dark"_s);
    Q_EMIT changed();
}

void Preferences::setTextSize(style::TextSize size)
{
    m_settings.setValue("textSize", int(size));
    Q_EMIT changed();
}

} // namespace watchroom::ui
