// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palettedelegate.h"

#include "ui/shell/palettemodel.h"
#include "ui/style/theme.h"
#include "ui/widgets/markedtext.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/textpaint.h"

#include <QPainter>

#include <array>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using style::FontRole;
using style::Weight;

namespace {

constexpr int kHeading = 28; ///< px at a text factor of 1
constexpr int kPlain = 32;
constexpr int kFound = 48; ///< with a line of where it was found
constexpr int kPad = 14;
constexpr int kIcon = 16;
constexpr int kGap = 10;

/// By PaletteLine::Kind.
constexpr std::array kIcons{"history"_L1, "book"_L1, "layout-kanban"_L1, "phone"_L1, "map-pin"_L1,
    "arrow-right"_L1, "message"_L1};

widgets::Marks marksOf(const QList<store::TextRange> &ranges)
{
    widgets::Marks marks;
    for (const store::TextRange &range : ranges)
        marks.append({int(range.from), int(range.length)});
    return marks;
}

bool hasSecondLine(const PaletteLine &line)
{
    return !line.snippet.isEmpty() && !line.title.isEmpty();
}

} // namespace

PaletteDelegate::PaletteDelegate(const style::Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize PaletteDelegate::sizeHint(
    const QStyleOptionViewItem & /*option*/, const QModelIndex &index) const
{
    const auto line = index.data(PaletteModel::LineRole).value<PaletteLine>();
    const int height = line.isHeading ? kHeading : hasSecondLine(line) ? kFound : kPlain;
    return {0, m_theme.scaled(height)};
}

void PaletteDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto line = index.data(PaletteModel::LineRole).value<PaletteLine>();
    const auto &tokens = m_theme.tokens();
    const QRect &row = option.rect;
    if (line.isHeading) {
        paintHeading(*painter, row, line);
        return;
    }
    painter->save();
    if (option.state & QStyle::State_Selected) {
        painter->fillRect(row, tokens.accTint);
        painter->fillRect(QRect(row.left(), row.top(), 3, row.height()), tokens.acc);
    } else if (option.state & QStyle::State_MouseOver) {
        painter->fillRect(row, tokens.raised);
    }
    QRectF content(row.adjusted(m_theme.scaled(kPad), 0, -m_theme.scaled(kPad), 0));
    QRectF icon = content;
    icon.setWidth(m_theme.scaled(kIcon));
    widgets::paintIcon(*painter, icon, m_theme,
        QString(kIcons.at(static_cast<std::size_t>(line.kind))), kIcon, tokens.t2);
    content.setLeft(icon.right() + m_theme.scaled(kGap));
    paintLine(*painter, content, line);
    painter->restore();
}

void PaletteDelegate::paintHeading(
    QPainter &painter, const QRect &row, const PaletteLine &line) const
{
    const QRectF text(
        row.adjusted(m_theme.scaled(kPad), m_theme.scaled(6), -m_theme.scaled(kPad), 0));
    widgets::paintText(painter, text, m_theme.font(FontRole::Caption, Weight::Bold),
        m_theme.tokens().t3, line.title);
}

void PaletteDelegate::paintLine(
    QPainter &painter, const QRectF &content, const PaletteLine &line) const
{
    const auto &tokens = m_theme.tokens();
    const int height = m_theme.lineHeight(FontRole::Body);
    const int small = m_theme.lineHeight(FontRole::Caption);
    QRectF head = content;
    if (hasSecondLine(line)) {
        head.setTop(content.top() + (content.height() - height - small) / 2);
        head.setHeight(height);
        const QRectF found(head.left(), head.bottom(), head.width(), small);
        widgets::paintMarked(painter, found, m_theme, m_theme.font(FontRole::Caption), tokens.t2,
            line.snippet, marksOf(line.snippetRanges), 1, small);
    }
    if (!line.aside.isEmpty()) {
        const QFont font = m_theme.font(FontRole::Caption);
        const double width = widgets::textWidth(font, line.aside);
        widgets::paintText(painter, QRectF(head.right() - width, head.top(), width, head.height()),
            font, tokens.t2, line.aside);
        head.setRight(head.right() - width - m_theme.scaled(kGap));
    }
    const bool isText = line.title.isEmpty(); // an entry is its text
    widgets::paintMarked(painter, head, m_theme,
        m_theme.font(FontRole::Body, isText ? Weight::Regular : Weight::Bold), tokens.t1,
        isText ? line.snippet : line.title, marksOf(isText ? line.snippetRanges : line.titleRanges),
        1, height);
}

} // namespace watchroom::ui
