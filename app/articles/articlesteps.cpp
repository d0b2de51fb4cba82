// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/articles/articlesteps.h"

#include "app/articles/itemsource.h"
#include "app/articles/plaintext.h"
#include "app/articles/stepmarks.h"
#include "app/domain/limits.h"

#include <QCryptographicHash>

#include <algorithm>

namespace watchroom::articles {

using namespace Qt::StringLiterals;
using Kind = Node::Kind;
namespace limits = domain::limits;

namespace {

bool isStepsHeading(const Node &node)
{
    if (node.kind != Kind::Heading)
        return false;
    QString text = inlineText(node).trimmed().toLower();
    if (text.endsWith(u':') || text.endsWith(u'：'))
        text.chop(1);
    return text == u"步骤"_s || text == u"处置步骤"_s || text == u"steps"_s
        || text == u"procedure"_s;
}

bool isOrderedList(const Node &node)
{
    return node.kind == Kind::List && node.ordered;
}

/// Up to the next heading of the same or a higher level.
size_t endOfSection(const std::vector<Node> &blocks, size_t heading)
{
    size_t end = heading + 1;
    while (end < blocks.size()
        && (blocks[end].kind != Kind::Heading || blocks[end].number > blocks[heading].number))
        ++end;
    return end;
}

std::optional<size_t> orderedList(const std::vector<Node> &blocks, size_t from, size_t end)
{
    for (size_t i = from; i < end; ++i) {
        if (isOrderedList(blocks[i]))
            return i;
    }
    return {};
}

QString joined(QStringList lines)
{
    while (!lines.isEmpty() && lines.back().isEmpty())
        lines.removeLast();
    while (!lines.isEmpty() && lines.front().isEmpty())
        lines.removeFirst();
    return lines.join(u'\n');
}

/// Reads one item of the list. One thread.
class ItemReading
{
public:
    ItemReading(const Document &document, const Node &item)
        : m_item(item)
        , m_source(itemSource(document.lines, item))
    {
    }

    ArticleStep read(bool &unclear)
    {
        const QByteArray own = m_source.join(u'\n').toUtf8();
        m_step.step.hash =
            QString::fromLatin1(QCryptographicHash::hash(own, QCryptographicHash::Sha256).toHex());
        m_step.firstLine = m_item.firstLine;
        m_step.lastLine = m_item.firstLine + static_cast<int>(m_source.size()) - 1;
        for (const Node &block : m_item.children) {
            if (block.kind == Kind::Paragraph)
                paragraph(block, &block == &m_item.children.front());
        }
        const StepMarks marks = readStepMarks(m_text);
        unclear = marks.unclear;
        m_step.step.text = onOneLine(marks.text).left(limits::kStepCharacters);
        m_step.step.critical = marks.critical;
        m_step.step.expectSeconds = marks.expectSeconds;
        m_step.detail = joined(m_source);
        return m_step;
    }

private:
    void paragraph(const Node &block, bool first)
    {
        const QString text = inlineText(block);
        if (first) {
            firstParagraph(text);
            takeOut(block);
        } else if (const auto failure = failureText(text)) {
            addFailure(*failure);
            takeOut(block);
        }
    }

    /// A line of it may begin with what to do on failure, where no blank line was left.
    void firstParagraph(const QString &text)
    {
        const QStringList lines = text.split(u'\n');
        qsizetype end = 0;
        while (end < lines.size() && !failureText(lines.at(end)))
            ++end;
        m_text = lines.first(end).join(u'\n');
        if (end < lines.size())
            addFailure(*failureText(lines.sliced(end).join(u'\n')));
    }

    void addFailure(const QString &text)
    {
        if (!m_step.failure.isEmpty())
            m_step.failure += u'\n';
        m_step.failure += onOneLine(text);
    }

    void takeOut(const Node &block)
    {
        for (int line = block.firstLine; line <= block.lastLine; ++line) {
            const qsizetype i = line - m_item.firstLine;
            if (i >= 0 && i < m_source.size())
                m_source[i].clear();
        }
    }

    const Node &m_item;
    QStringList m_source; ///< what is left of it for the detail
    QString m_text;
    ArticleStep m_step;
};

void readItem(const Document &document, const Node &item, ArticleSteps &found)
{
    bool unclear = false;
    found.steps.append(ItemReading(document, item).read(unclear));
    const QJsonObject where{{u"number"_s, found.steps.size()}, {u"line"_s, item.firstLine}};
    if (found.steps.back().step.text.isEmpty())
        found.faults.append({u"step_text_missing"_s, where});
    if (unclear)
        found.notes.append({u"step_mark_unclear"_s, where});
}

/// Another list that goes on with the numbers: a block between them is not indented.
void noteInterruption(const std::vector<Node> &blocks, size_t end, ArticleSteps &found)
{
    const Node &list = blocks[*found.list];
    const int next = list.number + static_cast<int>(list.children.size());
    const auto other = orderedList(blocks, *found.list + 1, end);
    if (other && blocks[*other].number == next && next > 1)
        found.notes.append({u"steps_interrupted"_s, {{u"line"_s, blocks[*other].firstLine}}});
}

} // namespace

Steps ArticleSteps::rows() const
{
    Steps all;
    for (const ArticleStep &one : steps)
        all.append(one.step);
    return all;
}

ArticleSteps stepsOf(const Document &document)
{
    const std::vector<Node> &blocks = document.root.children;
    const auto heading = std::ranges::find_if(blocks, isStepsHeading);
    const auto at = static_cast<size_t>(heading - blocks.begin());
    const bool headed = heading != blocks.end();
    const size_t end = headed ? endOfSection(blocks, at) : blocks.size();
    ArticleSteps found;
    found.list = orderedList(blocks, headed ? at + 1 : 0, end);
    if (!found.list) {
        found.faults.append({u"steps_missing"_s});
        return found;
    }
    const std::vector<Node> &items = blocks[*found.list].children;
    for (const Node &item : items) {
        if (found.steps.size() == limits::kArticleSteps) {
            found.faults.append(
                {u"steps_too_many"_s, {{u"count"_s, static_cast<qint64>(items.size())}}});
            break;
        }
        readItem(document, item, found);
    }
    noteInterruption(blocks, end, found);
    return found;
}

} // namespace watchroom::articles
