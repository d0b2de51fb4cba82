// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/itemdelegate.h"

#include "app/domain/levels.h"
#include "app/words/terms.h"
#include "ui/style/levelshape.h"
#include "ui/style/theme.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/textpaint.h"

#include <QPainter>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using handover::HandoverItem;
using handover::HandoverItemsModel;
using handover::SheetItem;
using style::FontRole;
using style::Weight;
using widgets::paintText;
using Standing = HandoverItemsModel::Standing;

namespace {

constexpr int kPad = 8; ///< as the header's sections have it

QString iconOf(Standing standing)
{
    switch (standing) {
    case Standing::Asked:
        return u"message"_s;
    case Standing::NoReceiver:
        return u"user-question"_s;
    case Standing::NoPlan:
        return u"pencil"_s;
    case Standing::NotConfirmed:
        return u"eye-off"_s;
    case Standing::Confirmed:
        break;
    }
    return u"circle-check"_s;
}

} // namespace

ItemDelegate::ItemDelegate(const style::Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void ItemDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto item = index.data(HandoverItemsModel::ItemRole).value<HandoverItem>();
    const QString words = index.data(Qt::DisplayRole).toString();
    const auto &tokens = m_theme.tokens();
    const Standing standing = HandoverItemsModel::standingOf(item);
    painter->save();
    paintGround(*painter, option, index.column(), standing != Standing::Confirmed);
    const QRectF cell =
        QRectF(option.rect).adjusted(m_theme.scaled(kPad), 0, -m_theme.scaled(4), 0);
    const auto plain = [&](bool strong) {
        paintText(*painter, cell,
            m_theme.font(FontRole::Body, strong ? Weight::Bold : Weight::Regular),
            strong ? tokens.t1 : tokens.t2, words);
    };
    switch (index.column()) {
    case HandoverItemsModel::LevelColumn:
        paintLevel(*painter, cell, item.facts);
        break;
    case HandoverItemsModel::TitleColumn:
        paintTitle(*painter, cell, item.facts, words);
        break;
    case HandoverItemsModel::OwnerColumn:
        plain(item.facts.owner.isEmpty());
        break;
    case HandoverItemsModel::ReceiverColumn:
        plain(item.facts.receiver.isEmpty());
        break;
    case HandoverItemsModel::StateColumn:
        paintState(*painter, cell, item, words);
        break;
    default:
        plain(false);
    }
    painter->restore();
}

void ItemDelegate::paintGround(
    QPainter &painter, const QStyleOptionViewItem &option, int column, bool wanting) const
{
    const auto &tokens = m_theme.tokens();
    const QRect &row = option.rect;
    const bool selected = option.state & QStyle::State_Selected;
    if (selected)
        painter.fillRect(row, tokens.accTint);
    else if (wanting)
        painter.fillRect(row, tokens.raised);
    painter.fillRect(QRect(row.left(), row.bottom(), row.width(), 1), tokens.line);
    if (column == 0 && (selected || wanting))
        painter.fillRect(
            QRect(row.left(), row.top(), 3, row.height()), selected ? tokens.acc : tokens.inv);
}

void ItemDelegate::paintLevel(QPainter &painter, const QRectF &cell, const SheetItem &item) const
{
    const auto level = domain::levelFrom(item.level).value_or(domain::Level::Blue);
    const int side = m_theme.scaled(14);
    const QRectF mark(cell.left(), cell.center().y() - side / 2.0, side, side);
    style::paintLevel(painter, mark, level, m_theme.tokens(), style::ShapeFill::Solid);
    paintText(painter, cell.adjusted(side + m_theme.scaled(6), 0, 0, 0),
        m_theme.font(FontRole::Body, Weight::Bold), m_theme.tokens().level(level).text,
        words::level(item.level));
}

void ItemDelegate::paintTitle(
    QPainter &painter, QRectF cell, const SheetItem &item, const QString &words) const
{
    if (item.carried > 0)
        cell.setLeft(widgets::paintChip(painter, cell, m_theme,
                         handover::isLongCarried(item) ? widgets::ChipKind::Inverse
                                                       : widgets::ChipKind::Outline,
                         tr("%n shift(s)", nullptr, int(item.carried)), u"history"_s)
                         .right()
            + m_theme.scaled(kPad));
    paintText(
        painter, cell, m_theme.font(FontRole::Body, Weight::Bold), m_theme.tokens().t1, words);
}

void ItemDelegate::paintState(
    QPainter &painter, const QRectF &cell, const HandoverItem &item, const QString &words) const
{
    const Standing standing = HandoverItemsModel::standingOf(item);
    const bool done = standing == Standing::Confirmed;
    const auto &tokens = m_theme.tokens();
    QRectF icon = cell;
    icon.setWidth(m_theme.scaled(16));
    widgets::paintIcon(painter, icon, m_theme, iconOf(standing), 16, done ? tokens.t2 : tokens.t1);
    paintText(painter, cell.adjusted(m_theme.scaled(22), 0, 0, 0),
        m_theme.font(FontRole::Body, done ? Weight::Regular : Weight::Bold),
        done ? tokens.t2 : tokens.t1, words);
}

} // namespace watchroom::ui
