// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/themedwidget.h"

namespace watchroom::widgets {

ThemedWidget::ThemedWidget(const style::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    connect(&theme, &style::Theme::changed, this, [this] { themeChanged(); });
}

void ThemedWidget::themeChanged()
{
    updateGeometry();
    update();
}

} // namespace watchroom::widgets
