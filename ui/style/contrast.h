// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace watchroom::style {

/// Relative luminance, WCAG 2.2 definition, 0 to 1. The alpha of the colour is not looked at.
[[nodiscard]] double luminance(const QColor &colour);
/// WCAG contrast ratio, 1 to 21.
[[nodiscard]] double contrast(const QColor &a, const QColor &b);

} // namespace watchroom::style
