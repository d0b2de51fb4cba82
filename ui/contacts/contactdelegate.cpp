// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/contactdelegate.h"

#include "ui/contacts/contactlinesmodel.h"
#include "ui/contacts/contactwords.h"
#include "ui/style/theme.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/textpaint.h"

#include <QPainter>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using style::FontRole;
using style::Weight;
using widgets::ChipKind;
using widgets::paintText;

namespace {

constexpr int kRow = 52; ///< px at a text factor of 1
constexpr int kPad = 14;
constexpr int kIcon = 16;
constexpr int kState = 232; ///< the last column
constexpr double kWho = 0.52; ///< of what is left

QString joined(QStringList words)
{
    words.removeAll(QString());
    return words.join(u" · "_s);
}

} // namespace

ContactDelegate::ContactDelegate(const style::Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize ContactDelegate::sizeHint(
    const QStyleOptionViewItem & /*option*/, const QModelIndex & /*index*/) const
{
    return {0, m_theme.scaled(kRow)};
}

void ContactDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto line = index.data(ContactLinesModel::LineRole).value<ContactLine>();
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
    const int pad = m_theme.scaled(kPad);
    QRectF rest = QRectF(row).adjusted(pad, 0, -pad, 0);
    widgets::paintIcon(*painter,
        QRectF(rest.left(), rest.top(), m_theme.scaled(kIcon), rest.height()), m_theme,
        line.contact.kind == "person"_L1 ? u"user"_s : u"users"_s, kIcon, tokens.t3);
    rest.setLeft(rest.left() + m_theme.scaled(kIcon) + m_theme.scaled(10));
    QRectF state = rest;
    state.setLeft(rest.right() - m_theme.scaled(kState));
    rest.setRight(state.left() - pad);
    QRectF who = rest;
    who.setWidth(rest.width() * kWho);
    QRectF way = rest;
    way.setLeft(who.right() + pad);
    paintPair(*painter, who, line.contact.name, true,
        joined({line.ground, line.contact.org, line.contact.duty}));
    if (line.way >= 0) {
        const contacts::ContactWay &by = line.contact.ways.at(line.way);
        paintPair(*painter, way, by.value, false, joined({wayKind(by.kind), by.note}));
    } else {
        paintPair(*painter, way, tr("No number"), false, {});
    }
    paintState(*painter, state, line);
    painter->restore();
}

void ContactDelegate::paintPair(QPainter &painter, const QRectF &cell, const QString &first,
    bool bold, const QString &second) const
{
    const int above = m_theme.lineHeight(FontRole::Body);
    const int below = second.isEmpty() ? 0 : m_theme.lineHeight(FontRole::Caption);
    QRectF line = cell;
    line.setTop(cell.top() + (cell.height() - above - below) / 2);
    line.setHeight(above);
    paintText(painter, line, m_theme.font(FontRole::Body, bold ? Weight::Bold : Weight::Regular),
        m_theme.tokens().t1, first);
    line.moveTop(line.bottom());
    line.setHeight(below);
    paintText(painter, line, m_theme.font(FontRole::Caption), m_theme.tokens().t2, second);
}

void ContactDelegate::paintState(
    QPainter &painter, const QRectF &cell, const ContactLine &line) const
{
    if (!line.said.isEmpty()) {
        QRectF icon = cell;
        icon.setWidth(m_theme.scaled(kIcon));
        widgets::paintIcon(painter, icon, m_theme, line.reached ? u"check"_s : u"phone"_s, kIcon,
            m_theme.tokens().t1);
        paintText(painter, cell.adjusted(m_theme.scaled(kIcon + 6), 0, 0, 0),
            m_theme.font(FontRole::Body, Weight::Bold), m_theme.tokens().t1, line.said);
        return;
    }
    if (!line.due) {
        paintText(
            painter, cell, m_theme.font(FontRole::Caption), m_theme.tokens().t2, line.verified);
        return;
    }
    QRectF half = cell;
    half.setHeight(cell.height() / 2);
    widgets::paintChip(painter, half.translated(0, m_theme.scaled(3)), m_theme, ChipKind::Inverse,
        tr("To verify"));
    paintText(painter, half.translated(0, half.height() - m_theme.scaled(3)),
        m_theme.font(FontRole::Caption), m_theme.tokens().t2, line.verified);
}

} // namespace watchroom::ui
