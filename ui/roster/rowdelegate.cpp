// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roster/rowdelegate.h"

#include "ui/style/theme.h"
#include "ui/widgets/textpaint.h"

#include <QPainter>

namespace watchroom::ui {

using style::FontRole;
using style::Weight;

namespace {

constexpr int kLine = 20; // px at a text factor of 1, as are the next ones
constexpr int kSmallLine = 18;
constexpr int kPad = 8;
constexpr int kAround = 4;
constexpr int kBarLine = 3;

QStringList linesOf(const QModelIndex &index)
{
    return index.data().toString().split(u'\n');
}

} // namespace

RowDelegate::RowDelegate(const style::Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int further = int(linesOf(index).size()) - 1;
    return {option.rect.width(),
        m_theme.scaled(kLine) + further * m_theme.scaled(kSmallLine) + 2 * m_theme.scaled(kAround)};
}

void RowDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto &tokens = m_theme.tokens();
    const QStringList lines = linesOf(index);
    painter->save();
    if (option.state & QStyle::State_Selected) {
        painter->fillRect(option.rect, tokens.accTint);
        painter->fillRect(
            QRect(option.rect.topLeft(), QSize(kBarLine, option.rect.height())), tokens.acc);
    }
    const int pad = m_theme.scaled(kPad);
    QRectF room = QRectF(option.rect).adjusted(pad, m_theme.scaled(kAround), -pad, 0);
    room.setHeight(m_theme.scaled(kLine));
    widgets::paintText(*painter, room,
        m_theme.font(FontRole::Body, lines.size() > 1 ? Weight::Bold : Weight::Regular), tokens.t1,
        lines.first());
    room.translate(0, m_theme.scaled(kLine));
    room.setHeight(m_theme.scaled(kSmallLine));
    for (const QString &line : lines.mid(1)) {
        widgets::paintText(*painter, room, m_theme.font(FontRole::Caption), tokens.t2, line);
        room.translate(0, m_theme.scaled(kSmallLine));
    }
    painter->restore();
}

} // namespace watchroom::ui
