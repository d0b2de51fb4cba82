// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/articles/markdownlimits.h"

#include <algorithm>

namespace watchroom::articles {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

/// The parser reads all lines above a table again at its rule, a paragraph's at least.
constexpr qint64 kLinesBeforeTable = 2'000;
/// Each link looks back over the images before it: the sum of their squares.
constexpr qint64 kLooks = 1'000'000;
constexpr qint64 kColumns = 256;
constexpr qint64 kCells = 200'000;
/// A reference is copied wherever it is used.
constexpr qint64 kReferenceBytes = 16 * 1024 * 1024;

bool isBlankByte(char c)
{
    return c == ' ' || c == '\t';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// The length of the list or quote marker that begins there; 0: none does.
qsizetype markerLength(QByteArrayView line, qsizetype at)
{
    if (line[at] == '>')
        return 1;
    qsizetype end = at;
    while (end < line.size() && end - at < 9 && isDigit(line[end]))
        ++end;
    const bool numbered = end > at && end < line.size() && (line[end] == '.' || line[end] == ')');
    const bool bullet = line[at] == '-' || line[at] == '+' || line[at] == '*';
    if (!numbered && !bullet)
        return 0;
    const qsizetype length = bullet ? 1 : end - at + 1;
    const bool alone = at + length == line.size() || isBlankByte(line[at + length]);
    return alone ? length : 0;
}

/// A rule such as `* * *`, which opens no lists.
bool isRule(QByteArrayView line)
{
    const auto mark = std::ranges::find_if_not(line, isBlankByte);
    return mark != line.end() && (*mark == '-' || *mark == '*')
        && std::ranges::all_of(line, [mark](char c) { return isBlankByte(c) || c == *mark; });
}

/// How deep the containers on a line may be: each takes a marker or two columns.
qint64 depthOf(QByteArrayView line)
{
    qint64 columns = 0;
    qint64 markers = 0;
    qsizetype at = 0;
    while (at < line.size()) {
        if (isBlankByte(line[at])) {
            columns += line[at] == '\t' ? 4 : 1;
            ++at;
        } else if (const qsizetype length = markerLength(line, at)) {
            ++markers;
            at += length;
        } else {
            break;
        }
    }
    if (markers == 0 || isRule(line))
        return 0;
    return markers + std::max<qint64>(0, columns - markers) / 2;
}

/// What may be the rule under a table's head, in whatever containers.
bool isTableRule(QByteArrayView line)
{
    return line.contains('-') && std::ranges::all_of(line, [](char c) {
        return isDigit(c) || QByteArrayView("->+*.)|: \t\v\f").contains(c);
    });
}

/// The runs of lines of an article, and what the parser would make of them.
class Runs
{
public:
    /// False where it is too much.
    [[nodiscard]] bool add(QByteArrayView line)
    {
        m_uses += std::ranges::count(line, ']');
        if (std::ranges::all_of(line, isBlankByte)) {
            endRun();
            return true;
        }
        ++m_lines;
        for (qsizetype at = line.indexOf("!["); at >= 0; at = line.indexOf("![", at + 2))
            ++m_images;
        if (m_looks + m_images * m_images > kLooks)
            return false;
        m_columns = std::max<qint64>(m_columns, std::ranges::count(line, '|') + 1);
        if (m_definition > 0 || line.contains("]:"))
            m_definition += line.size();
        if (isTableRule(line)) {
            if (m_ruleAt == 0 && m_lines > kLinesBeforeTable)
                return false;
            m_ruleAt = m_lines;
        }
        return m_ruleAt == 0 || (m_columns <= kColumns && m_cells + m_columns * m_lines <= kCells);
    }

    [[nodiscard]] bool end()
    {
        endRun();
        return m_longest * m_uses <= kReferenceBytes;
    }

private:
    void endRun()
    {
        m_longest = std::max(m_longest, m_definition);
        m_looks += m_images * m_images;
        m_cells += m_ruleAt > 0 ? m_columns * m_lines : 0;
        m_lines = m_images = m_columns = m_ruleAt = m_definition = 0;
    }

    // Of the run of lines, without a blank one between them, that is being read.
    qint64 m_lines = 0;
    qint64 m_images = 0;
    qint64 m_columns = 0;
    qint64 m_ruleAt = 0; ///< the last line that may be a table's rule; 0: none
    qint64 m_definition = 0; ///< bytes from the first reference on
    // Of all of them.
    qint64 m_longest = 0; ///< of such definitions
    qint64 m_looks = 0;
    qint64 m_cells = 0;
    qint64 m_uses = 0;
};

tl::unexpected<Error> refused(const QString &code, int line)
{
    return base::failure(Error::Kind::Invalid, u"article: %1 at line %2"_s.arg(code).arg(line),
        code, {{u"line"_s, line}});
}

} // namespace

base::Result<> checkBounds(QByteArrayView utf8)
{
    if (utf8.size() > kArticleBytes)
        return base::failure(Error::Kind::Invalid, u"article: too large"_s, u"article_too_large"_s);
    Runs runs;
    int number = 0;
    for (qsizetype from = 0; from < utf8.size();) {
        const qsizetype end = utf8.indexOf('\n', from);
        const QByteArrayView line = utf8.sliced(from, (end < 0 ? utf8.size() : end) - from);
        from += line.size() + 1;
        ++number;
        if (depthOf(line) > 2 * kArticleDepth)
            return refused(u"article_too_deep"_s, number);
        if (number > kArticleLines || !runs.add(line))
            return refused(u"article_too_complex"_s, number);
    }
    if (!runs.end())
        return refused(u"article_too_complex"_s, number);
    return {};
}

} // namespace watchroom::articles
