// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/authoring/markdownformat.h"

#include <QRegularExpression>
#include <QTextBlock>
#include <QTextDocument>

namespace watchroom::ui {

using namespace Qt::StringLiterals;

namespace {

const QRegularExpression &itemStart()
{
    static const QRegularExpression pattern(u"^(\\s*)(?:([-*+])|(\\d{1,4})([.)]))(\\s+)"_s);
    return pattern;
}

void replaceStart(QTextCursor line, qsizetype length, const QString &text)
{
    line.movePosition(QTextCursor::StartOfBlock);
    line.movePosition(QTextCursor::Right, QTextCursor::KeepAnchor, int(length));
    line.insertText(text);
}

/// The lines that the choice touches.
QList<QTextBlock> chosenLines(const QTextCursor &cursor)
{
    QList<QTextBlock> lines;
    const int last = std::max(cursor.anchor(), cursor.position());
    QTextBlock block = cursor.document()->findBlock(std::min(cursor.anchor(), cursor.position()));
    for (; block.isValid() && block.position() <= last; block = block.next())
        lines.append(block);
    return lines;
}

} // namespace

void toggleAround(QTextCursor &cursor, const QString &mark)
{
    const int length = int(mark.size());
    const int from = std::min(cursor.anchor(), cursor.position());
    const QString words = cursor.selectedText();
    cursor.beginEditBlock();
    if (words.size() >= 2 * length && words.startsWith(mark) && words.endsWith(mark)) {
        cursor.insertText(words.mid(length, words.size() - 2 * length));
        cursor.setPosition(from);
        cursor.setPosition(from + int(words.size()) - 2 * length, QTextCursor::KeepAnchor);
    } else {
        cursor.insertText(mark + words + mark);
        cursor.setPosition(from + (words.isEmpty() ? length : 0));
        if (!words.isEmpty())
            cursor.setPosition(from + int(words.size()) + 2 * length, QTextCursor::KeepAnchor);
    }
    cursor.endEditBlock();
}

void toggleHeading(QTextCursor &cursor, int level)
{
    static const QRegularExpression heading(u"^(#{1,6})\\s+"_s);
    const QString start = QString(level, u'#') + u' ';
    const auto match = heading.match(cursor.block().text());
    const bool same = match.capturedLength(1) == level;
    cursor.beginEditBlock();
    replaceStart(cursor, match.capturedLength(0), same ? QString() : start);
    cursor.endEditBlock();
}

void toggleList(QTextCursor &cursor, bool ordered)
{
    const QList<QTextBlock> lines = chosenLines(cursor);
    const auto isThat = [ordered](const QTextBlock &line) {
        const auto match = itemStart().match(line.text());
        return match.hasMatch() && match.captured(3).isEmpty() != ordered;
    };
    const bool all = std::ranges::all_of(lines, isThat);
    int number = 0;
    cursor.beginEditBlock();
    for (const QTextBlock &line : lines) {
        const auto match = itemStart().match(line.text());
        const QString start = ordered ? QString::number(++number) + u". "_s : u"- "_s;
        replaceStart(QTextCursor(line), match.capturedLength(0),
            all ? QString() : match.captured(1) + start);
    }
    cursor.endEditBlock();
}

void insertLink(QTextCursor &cursor, const QString &words, const QString &target)
{
    const QString chosen = cursor.hasSelection() ? cursor.selectedText() : words;
    const int from = std::min(cursor.anchor(), cursor.position());
    cursor.insertText(u'[' + chosen + u"]("_s + target + u')');
    const int begin = from + int(chosen.size()) + 3;
    cursor.setPosition(begin);
    cursor.setPosition(begin + int(target.size()), QTextCursor::KeepAnchor);
}

void insertBlock(QTextCursor &cursor, const QString &text)
{
    cursor.beginEditBlock();
    cursor.setPosition(cursor.selectionEnd());
    if (!cursor.block().text().trimmed().isEmpty()) {
        cursor.movePosition(QTextCursor::EndOfBlock);
        cursor.insertText(u"\n\n"_s);
    }
    cursor.insertText(text + u'\n');
    cursor.endEditBlock();
}

bool continueList(QTextCursor &cursor)
{
    const auto match = itemStart().match(cursor.block().text());
    if (cursor.hasSelection() || !match.hasMatch()
        || cursor.positionInBlock() < match.capturedLength(0))
        return false;
    cursor.beginEditBlock();
    if (cursor.block().text().size() == match.capturedLength(0)) {
        replaceStart(cursor, match.capturedLength(0), {});
    } else {
        const QString number = match.captured(3).isEmpty()
            ? match.captured(2)
            : QString::number(match.captured(3).toInt() + 1) + match.captured(4);
        cursor.insertText(u'\n' + match.captured(1) + number + match.captured(5));
    }
    cursor.endEditBlock();
    return true;
}

} // namespace watchroom::ui
