// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace watchroom::ui {

/// Two texts as rich text: what the older one alone has is struck out, what the newer one alone has
/// is bold. Neither by colour only.
struct ChangedTexts
{
    QString before;
    QString now;
};
[[nodiscard]] ChangedTexts changedTexts(const QString &before, const QString &now);

} // namespace watchroom::ui
