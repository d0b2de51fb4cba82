// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/displaygroup.h"

#include "ui/settings/preferences.h"
#include "ui/widgets/segmentedcontrol.h"

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using widgets::SegmentedControl;

namespace {

SegmentedControl *control(const style::Theme &theme, const QString &name, QWidget *parent)
{
    auto *made = new SegmentedControl(theme, parent);
    made->setObjectName(name);
    return made;
}

} // namespace

DisplayGroup::DisplayGroup(const style::Theme &theme, Preferences &preferences, QWidget *parent)
    : SettingsGroup(
        theme, [] { return tr("Display"); }, parent)
    , m_preferences(preferences)
    , m_language(control(theme, u"language"_s, this))
    , m_theme(control(theme, u"theme"_s, this))
    , m_textSize(control(theme, u"textSize"_s, this))
{
    setObjectName(u"displayGroup"_s);
    addRow(m_language, [] { return tr("Language"); });
    addRow(m_theme, [] { return tr("Theme"); });
    addRow(m_textSize, [] { return tr("Text size"); });
    SettingsGroup::themeChanged();
    DisplayGroup::retranslate();
    showPreferences();
    connect(m_language, &SegmentedControl::currentChanged, this,
        [this](int index) { m_preferences.setLanguage(words::Language::Code(index)); });
    connect(m_theme, &SegmentedControl::currentChanged, this,
        [this](int index) { m_preferences.setTheme(style::ThemeKind(index)); });
    connect(m_textSize, &SegmentedControl::currentChanged, this,
        [this](int index) { m_preferences.setTextSize(style::TextSize(index)); });
    connect(&m_preferences, &Preferences::changed, this, &DisplayGroup::showPreferences);
}

void DisplayGroup::showPreferences()
{
    m_language->setCurrent(int(m_preferences.language()));
    m_theme->setCurrent(int(m_preferences.theme()));
    m_textSize->setCurrent(int(m_preferences.textSize()));
}

void DisplayGroup::retranslate()
{
    SettingsGroup::retranslate();
    m_language->setItems({u"中文"_s, u"English"_s});
    m_theme->setItems({tr("Dark"), tr("Light")});
    m_textSize->setItems({u"100 %"_s, u"115 %"_s, u"130 %"_s});
}

} // namespace watchroom::ui
