// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/knowledge/articledelegate.h"

#include "app/words/knowledge.h"
#include "ui/knowledge/articlelistmodel.h"
#include "ui/style/theme.h"
#include "ui/widgets/markedtext.h"
#include "ui/widgets/paint.h"

#include <QPainter>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using style::FontRole;
using style::Weight;

namespace {

constexpr int kPlain = 42; ///< px at a text factor of 1
constexpr int kFound = 76; ///< with two lines of where it was found
constexpr int kPad = 14;
constexpr int kSnippetLines = 2;

widgets::Marks marksOf(const QList<store::TextRange> &ranges)
{
    widgets::Marks marks;
    for (const store::TextRange &range : ranges)
        marks.append({int(range.from), int(range.length)});
    return marks;
}

} // namespace

ArticleDelegate::ArticleDelegate(const style::Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize ArticleDelegate::sizeHint(
    const QStyleOptionViewItem & /*option*/, const QModelIndex &index) const
{
    const auto line = index.data(ArticleListModel::LineRole).value<ArticleLine>();
    return {0, m_theme.scaled(line.snippet.isEmpty() ? kPlain : kFound)};
}

void ArticleDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto line = index.data(ArticleListModel::LineRole).value<ArticleLine>();
    const auto &tokens = m_theme.tokens();
    const QRect &row = option.rect;
    painter->save();
    if (option.state & QStyle::State_Selected) {
        painter->fillRect(row, tokens.accTint);
        painter->fillRect(QRect(row.left(), row.top(), 3, row.height()), tokens.acc);
    } else if (option.state & QStyle::State_MouseOver) {
        painter->fillRect(row, tokens.raised);
    }
    painter->fillRect(QRect(row.left(), row.bottom(), row.width(), 1), tokens.line);
    QRectF head(row.adjusted(m_theme.scaled(kPad), m_theme.scaled(8), -m_theme.scaled(12), 0));
    const int height = m_theme.lineHeight(FontRole::Body);
    head.setHeight(line.snippet.isEmpty() ? row.height() - 2 * m_theme.scaled(8) : height);
    const QRectF chip = widgets::paintChip(*painter, head, m_theme, widgets::ChipKind::Outline,
        words::articleKind(line.entry.article.kind), {}, Qt::AlignRight);
    head.setRight(chip.left() - m_theme.scaled(8));
    widgets::paintMarked(*painter, head, m_theme, m_theme.font(FontRole::Body, Weight::Bold),
        tokens.t1, line.entry.article.title, marksOf(line.titleRanges), 1, height);
    if (!line.snippet.isEmpty()) {
        const int small = m_theme.lineHeight(FontRole::Caption);
        const QRectF body(head.left(), head.bottom() + m_theme.scaled(4),
            row.right() - m_theme.scaled(12) - head.left(), kSnippetLines * small);
        widgets::paintMarked(*painter, body, m_theme, m_theme.font(FontRole::Caption), tokens.t2,
            line.snippet, marksOf(line.snippetRanges), kSnippetLines, small);
    }
    painter->restore();
}

} // namespace watchroom::ui
