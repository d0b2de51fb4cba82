// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/timelinedelegate.h"

#include "ui/widgets/paint.h"
#include "ui/widgets/textpaint.h"

#include <QPainter>

namespace watchroom::widgets {

using namespace Qt::Literals::StringLiterals;
using style::FontRole;

namespace {
constexpr int kRow = 20; // px; a timeline is denser than a list
constexpr int kNote = 16; // of the second line
constexpr int kTime = 38;
constexpr int kIcon = 16;
constexpr int kGap = 8;
} // namespace

TimelineDelegate::TimelineDelegate(const style::Theme &theme, Roles roles, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_roles(roles)
{
}

void TimelineDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const style::Tokens &t = m_theme.tokens();
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, t.accTint);
    QRectF rest = QRectF(option.rect).adjusted(2, 0, -2, 0);
    const QString note = index.data(m_roles.note).toString();
    rest.setHeight(m_theme.scaled(kRow));
    paintText(
        *painter, rest, m_theme.font(FontRole::Caption), t.t2, index.data(m_roles.time).toString());
    QRectF icon = rest;
    icon.setLeft(rest.left() + m_theme.scaled(kTime));
    icon.setWidth(m_theme.scaled(kIcon));
    paintIcon(*painter, icon, m_theme, index.data(m_roles.icon).toString(), 14, t.t2);
    rest.setLeft(icon.right() + m_theme.scaled(kGap));
    if (index.data(m_roles.pending).toBool()) {
        QRectF mark = rest;
        mark.setLeft(rest.right() - m_theme.scaled(kIcon));
        paintIcon(*painter, mark, m_theme, u"hourglass"_s, 14, t.t3);
        rest.setRight(mark.left() - 4);
    }
    const QString author = index.data(m_roles.author).toString();
    if (!author.isEmpty()) {
        rest.setLeft(rest.left()
            + paintText(
                *painter, rest, m_theme.font(FontRole::Body, style::Weight::Bold), t.t1, author)
            + m_theme.scaled(kGap));
    }
    const bool struck = index.data(m_roles.struck).toBool();
    QFont said = m_theme.font(FontRole::Body);
    said.setStrikeOut(struck);
    paintText(*painter, rest, said, struck ? t.t2 : t.t1, index.data(m_roles.text).toString());
    if (!note.isEmpty()) {
        const QRectF below(icon.right() + m_theme.scaled(kGap), rest.bottom(),
            option.rect.right() - icon.right() - m_theme.scaled(kGap), m_theme.scaled(kNote));
        paintText(*painter, below, m_theme.font(FontRole::Caption), t.t2, note);
    }
    painter->restore();
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool hasNote = !index.data(m_roles.note).toString().isEmpty();
    return {option.rect.width(), m_theme.scaled(kRow) + (hasNote ? m_theme.scaled(kNote) : 0)};
}

} // namespace watchroom::widgets
