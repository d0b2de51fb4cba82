// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextCursor>

namespace watchroom::ui {

// What the keys of the Markdown editor do to the text; each is one step of undo.

/// Puts `mark` around the chosen words, or takes it away again; without a choice the cursor stands
/// between two of them.
void toggleAround(QTextCursor &cursor, const QString &mark);
/// Makes the line a heading of that level, or a paragraph where it is one already.
void toggleHeading(QTextCursor &cursor, int level);
/// Makes the chosen lines items of a list, or paragraphs where they are that already.
void toggleList(QTextCursor &cursor, bool ordered);
/// `[words](target)` with the target chosen, to be typed over.
void insertLink(QTextCursor &cursor, const QString &words, const QString &target);
/// A block on lines of its own.
void insertBlock(QTextCursor &cursor, const QString &text);
/// Goes on with the list that the line is in, with the next number; an empty item ends it. False:
/// the line is in none.
bool continueList(QTextCursor &cursor);

} // namespace watchroom::ui
