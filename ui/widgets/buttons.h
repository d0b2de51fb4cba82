// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/theme.h"

#include <QPushButton>

namespace watchroom::widgets {

/// How a button looks; the style sheet knows them by the dynamic property "kind".
enum class ButtonKind
{
    Secondary,
    Primary, ///< one a place
    Destructive, ///< its text ends in "…": it asks again
    Link,
    Flat, ///< an icon without a border
};
enum class ButtonSize
{
    Normal,
    Small
}; ///< 32 and 24 px

/// `name` is the objectName; the text is the accessible name. A button without text needs
/// setAccessibleName().
[[nodiscard]] QPushButton *makeButton(const style::Theme &theme, ButtonKind kind,
    const QString &name, const QString &text, const QString &icon = {},
    ButtonSize size = ButtonSize::Normal, QWidget *parent = nullptr);
/// Makes another kind of a button that is shown already.
void setButtonKind(QPushButton &button, ButtonKind kind);

} // namespace watchroom::widgets
