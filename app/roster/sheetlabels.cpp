// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roster/sheetlabels.h"

#include <algorithm>

namespace watchroom::roster {

namespace {

/// Goes over the columns of a block and remembers the labels that are carried on.
class LabelCarrier
{
public:
    LabelCarrier(const SheetView &view, const SheetBlock &block, const SheetBooks &books)
        : m_view(view)
        , m_block(block)
        , m_heads(books.heads)
        , m_last(block.heads.size())
    {
        for (const qsizetype line : block.heads) {
            const auto corner = books.heads.read(view.at(line, block.dates)).kind;
            m_isAside.append(corner == HeadText::Kind::Aside);
            m_ofPeople.append(corner == HeadText::Kind::People || hasPeople(line, books));
        }
    }

    [[nodiscard]] QList<Label> labels(qsizetype column);
    void forget() { m_last.fill(std::nullopt); }

private:
    [[nodiscard]] bool hasPeople(qsizetype line, const SheetBooks &books) const;
    [[nodiscard]] bool isBlank(qsizetype column) const;
    /// Whether what stands there begins another group.
    [[nodiscard]] bool groups(qsizetype level, const QString &text) const
    {
        return !m_ofPeople.at(level) && !m_isAside.at(level) && !isNumeric(text);
    }

    const SheetView &m_view;
    const SheetBlock &m_block;
    const HeadBook &m_heads;
    QList<bool> m_ofPeople; ///< by level
    QList<bool> m_isAside; ///< by level
    QList<std::optional<Label>> m_last; ///< by level
};

bool LabelCarrier::hasPeople(qsizetype line, const SheetBooks &books) const
{
    for (qsizetype column = m_block.first; column <= m_block.last; ++column) {
        if (m_block.isData(column) && !books.team.match(m_view.at(line, column)).isEmpty())
            return true;
    }
    return false;
}

bool LabelCarrier::isBlank(qsizetype column) const
{
    for (qsizetype line = 0; line < m_view.lines(); ++line) {
        if (!m_view.isBlank(line, column))
            return false;
    }
    return true;
}

QList<Label> LabelCarrier::labels(qsizetype column)
{
    QList<Label> result;
    bool newGroup = false;
    const bool saysNothing = std::ranges::all_of(
        m_block.heads, [&](qsizetype line) { return m_view.isBlank(line, column); });
    if (saysNothing && isBlank(column))
        forget();
    for (qsizetype level = 0; level < m_block.heads.size(); ++level) {
        const qsizetype line = m_block.heads.at(level);
        std::optional<Label> &last = m_last[level];
        if (const QString text = m_view.at(line, column); !text.isEmpty()) {
            last = Label{
                text, m_view.cell(line, column), true, m_ofPeople.at(level), m_isAside.at(level)};
            result.append(*last);
            last->own = false;
            newGroup = newGroup || groups(level, text);
        } else if (newGroup) {
            last.reset();
        } else if (last && (saysNothing || !m_ofPeople.at(level))) {
            result.append(*last);
        }
    }
    // A column without a head beside the remarks may be anything.
    if (saysNothing)
        result.removeIf([this](const Label &label) {
            return m_heads.read(label.text).kind == HeadText::Kind::Aside;
        });
    return result;
}

} // namespace

QHash<qsizetype, QList<Label>> labelsOf(
    const SheetView &view, const SheetBlock &block, const SheetBooks &books)
{
    QHash<qsizetype, QList<Label>> all;
    LabelCarrier carrier(view, block, books);
    for (qsizetype column = block.first; column <= block.last; ++column) {
        if (column == block.dates)
            carrier.forget();
        else if (block.isData(column))
            all.insert(column, carrier.labels(column));
    }
    return all;
}

} // namespace watchroom::roster
