// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingspage.h"

#include "ui/settings/displaygroup.h"
#include "ui/settings/secretsgroup.h"
#include "ui/settings/servergroup.h"
#include "ui/settings/sourcegroup.h"
#include "ui/widgets/scrollcolumn.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QVBoxLayout>

namespace watchroom::ui {

using namespace Qt::StringLiterals;

SettingsPage::SettingsPage(const style::Theme &theme, Preferences &preferences, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_heading(new widgets::TextLabel(
          theme, style::FontRole::Title, style::Weight::Bold, style::Ink::T1, this))
    , m_server(new ServerGroup(theme))
    , m_source(new SourceGroup(theme))
    , m_secrets(new SecretsGroup(theme))
{
    setObjectName(u"settingsPage"_s);
    auto *groups = new widgets::ScrollColumn(u"settingsScroll"_s, this);
    groups->add(new DisplayGroup(theme, preferences));
    groups->add(m_server);
    groups->add(m_source);
    groups->add(m_secrets);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_heading);
    layout->addWidget(groups, 1);
    retranslate();
}

void SettingsPage::retranslate()
{
    m_heading->setText(tr("Settings"));
}

void SettingsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    ThemedWidget::changeEvent(event);
}

} // namespace watchroom::ui
