// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingspage.h"

#include "ui/settings/preferences.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using widgets::SegmentedControl;

namespace {

constexpr int kFieldWidth = 560;

SegmentedControl *control(const style::Theme &theme, const QString &name, QWidget *parent)
{
    auto *made = new SegmentedControl(theme, parent);
    made->setObjectName(name);
    return made;
}

} // namespace

SettingsPage::SettingsPage(const style::Theme &theme, Preferences &preferences, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_preferences(preferences)
    , m_heading(new widgets::TextLabel(
          theme, style::FontRole::Title, style::Weight::Bold, style::Ink::T1, this))
    , m_language(control(theme, u"language"_s, this))
    , m_theme(control(theme, u"theme"_s, this))
    , m_textSize(control(theme, u"textSize"_s, this))
    , m_server(new QLineEdit(this))
    , m_source(new QLineEdit(this))
    , m_save(widgets::makeButton(theme, widgets::ButtonKind::Primary, u"saveConnection"_s, {}, {},
          widgets::ButtonSize::Normal, this))
    , m_told(new QLabel(this))
{
    setObjectName(u"settingsPage"_s);
    m_server->setObjectName(u"server"_s);
    m_source->setObjectName(u"source"_s);
    m_told->setWordWrap(true);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(24, 16, 24, 16);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(14);
    grid->addWidget(m_heading, 0, 0, 1, 2);
    int row = 1;
    for (QWidget *field : {static_cast<QWidget *>(m_language), static_cast<QWidget *>(m_theme),
             static_cast<QWidget *>(m_textSize), static_cast<QWidget *>(m_server),
             static_cast<QWidget *>(m_source)}) {
        auto *label = new QLabel(this);
        label->setBuddy(field);
        m_labels.append(label);
        grid->addWidget(label, row, 0, Qt::AlignTop);
        grid->addWidget(field, row, 1, Qt::AlignLeft);
        ++row;
    }
    for (QLineEdit *edit : {m_server, m_source})
        edit->setFixedWidth(theme.scaled(kFieldWidth));
    grid->addWidget(m_save, row, 1, Qt::AlignLeft);
    grid->addWidget(m_told, row + 1, 1);
    grid->setRowStretch(row + 2, 1);
    grid->setColumnStretch(1, 1);
    retranslate();
    showPreferences();
    connect(m_language, &SegmentedControl::currentChanged, this,
        [this](int index) { m_preferences.setLanguage(words::Language::Code(index)); });
    connect(m_theme, &SegmentedControl::currentChanged, this,
        [this](int index) { m_preferences.setTheme(style::ThemeKind(index)); });
    connect(m_textSize, &SegmentedControl::currentChanged, this,
        [this](int index) { m_preferences.setTextSize(style::TextSize(index)); });
    connect(&m_preferences, &Preferences::changed, this, &SettingsPage::showPreferences);
    connect(m_save, &QPushButton::clicked, this, [this] {
        Q_EMIT connectionEdited(m_server->text().trimmed(), m_source->text().trimmed());
    });
}

void SettingsPage::setConnection(const QString &server, const QString &source)
{
    m_server->setText(server);
    m_source->setText(source);
}

void SettingsPage::tellConnection(const QString &sentence)
{
    m_told->setText(sentence);
}

void SettingsPage::showPreferences()
{
    m_language->setCurrent(int(m_preferences.language()));
    m_theme->setCurrent(int(m_preferences.theme()));
    m_textSize->setCurrent(int(m_preferences.textSize()));
}

void SettingsPage::retranslate()
{
    m_heading->setText(tr("Settings"));
    const QStringList labels{tr("Language"), tr("Theme"), tr("Text size"),
        tr("Server (empty: standalone)"), tr("Metric source")};
    for (int i = 0; i < labels.size(); ++i) {
        m_labels[i]->setText(labels[i]);
        m_labels[i]->buddy()->setAccessibleName(labels[i]);
    }
    m_language->setItems({u"中文"_s, u"English"_s});
    m_theme->setItems({tr("Dark"), tr("Light")});
    m_textSize->setItems({u"100 %"_s, u"115 %"_s, u"130 %"_s});
    m_server->setPlaceholderText(u"host=db1,db2 dbname=watchroom user=desk1"_s);
    m_source->setPlaceholderText(tr("simulator, or the address of a Prometheus"));
    m_save->setText(tr("Save"));
}

void SettingsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    ThemedWidget::changeEvent(event);
}

} // namespace watchroom::ui
