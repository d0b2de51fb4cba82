// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/knowledge/comparison.h"

#include <QColor>

namespace watchroom::ui {

/// The colours of a comparison; signs say the same.
struct DiffLook
{
    QColor text;
    QColor faint;
    QColor line; ///< between parts
    QColor taken; ///< ground of what is no more
    QColor put; ///< ground of what is new
    QColor takenWords;
    QColor putWords;
};

/// Two texts side by side as HTML for QTextDocument: the lines that differ and some around them,
/// what differs in a line marked; `−` and `+` stand beside the colours.
[[nodiscard]] QString diffHtml(const QList<articles::DiffHunk> &hunks, const QString &before,
    const QString &now, const DiffLook &look);

/// "Step 2, 4 changed · new: step 5 · step 3 is gone", safety-critical ones said; empty: no step
/// is another.
[[nodiscard]] QStringList stepLines(const knowledge::Comparison &comparison);

} // namespace watchroom::ui
