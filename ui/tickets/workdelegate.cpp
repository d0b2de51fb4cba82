// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/workdelegate.h"

#include "app/domain/levels.h"
#include "app/tickets/workmodel.h"
#include "app/words/terms.h"
#include "ui/style/levelshape.h"
#include "ui/style/theme.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/textpaint.h"

#include <QPainter>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using style::FontRole;
using style::Weight;
using tickets::Work;
using tickets::WorkModel;
using widgets::paintText;

namespace {
constexpr int kPad = 8; ///< as the header's sections have it
}

WorkDelegate::WorkDelegate(
    const style::Theme &theme, std::function<base::Instant()> now, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_now(std::move(now))
{
}

void WorkDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Work work = index.data(WorkModel::WorkRole).value<Work>();
    const QString words = index.data(Qt::DisplayRole).toString();
    painter->save();
    paintBackground(*painter, option, index, work);
    const QRectF cell =
        QRectF(option.rect).adjusted(m_theme.scaled(kPad), 0, -m_theme.scaled(4), 0);
    switch (index.column()) {
    case WorkModel::LevelColumn:
        paintLevel(*painter, cell, work);
        break;
    case WorkModel::TitleColumn:
        paintTitle(*painter, cell, work);
        break;
    case WorkModel::OwnerColumn:
        paintOwner(*painter, cell, index);
        break;
    case WorkModel::DueColumn:
        paintDue(*painter, cell, work, words);
        break;
    default:
        paintText(*painter, cell, m_theme.font(FontRole::Body), m_theme.tokens().t2, words);
    }
    painter->restore();
}

void WorkDelegate::paintBackground(QPainter &painter, const QStyleOptionViewItem &option,
    const QModelIndex &index, const Work &work) const
{
    const auto &tokens = m_theme.tokens();
    const QRect &row = option.rect;
    const bool selected = option.state & QStyle::State_Selected;
    const bool waitsForSomebody = work.isOpen() && work.owner.isEmpty();
    if (selected)
        painter.fillRect(row, tokens.accTint);
    else if (waitsForSomebody || option.state & QStyle::State_MouseOver)
        painter.fillRect(row, tokens.raised);
    painter.fillRect(QRect(row.left(), row.bottom(), row.width(), 1), tokens.line);
    if (index.column() == 0 && (selected || waitsForSomebody))
        painter.fillRect(
            QRect(row.left(), row.top(), 3, row.height()), selected ? tokens.acc : tokens.inv);
}

void WorkDelegate::paintLevel(QPainter &painter, const QRectF &cell, const Work &work) const
{
    const auto level = domain::levelFrom(work.level).value_or(domain::Level::Blue);
    const int side = m_theme.scaled(14);
    const QRectF mark(cell.left(), cell.center().y() - side / 2.0, side, side);
    style::paintLevel(painter, mark, level, m_theme.tokens(),
        work.isOpen() ? style::ShapeFill::Solid : style::ShapeFill::Hollow);
    paintText(painter, cell.adjusted(side + m_theme.scaled(6), 0, 0, 0),
        m_theme.font(FontRole::Body, Weight::Bold), m_theme.tokens().level(level).text,
        words::level(work.level));
}

void WorkDelegate::paintTitle(QPainter &painter, QRectF cell, const Work &work) const
{
    if (!work.waitingFor.isEmpty())
        cell.setLeft(widgets::paintChip(painter, cell, m_theme, widgets::ChipKind::Outline,
                         tr("Waiting"), u"hourglass"_s)
                         .right()
            + m_theme.scaled(kPad));
    paintText(
        painter, cell, m_theme.font(FontRole::Body, Weight::Bold), m_theme.tokens().t1, work.title);
}

void WorkDelegate::paintOwner(QPainter &painter, const QRectF &cell, const QModelIndex &index) const
{
    const auto &tokens = m_theme.tokens();
    const QString owner = index.data(WorkModel::OwnerNameRole).toString();
    const QString offered = index.data(WorkModel::OfferedNameRole).toString();
    if (!offered.isEmpty()) {
        const QString from = owner.isEmpty() ? tr("Unclaimed") : owner;
        paintText(painter, cell, m_theme.font(FontRole::Body, Weight::Bold), tokens.t1,
            from + u" → "_s + offered);
        return;
    }
    if (!owner.isEmpty()) {
        paintText(painter, cell, m_theme.font(FontRole::Body), tokens.t2, owner);
        return;
    }
    QRectF icon = cell;
    icon.setWidth(m_theme.scaled(14));
    widgets::paintIcon(painter, icon, m_theme, u"user-question"_s, 14, tokens.t1);
    paintText(painter, cell.adjusted(m_theme.scaled(20), 0, 0, 0),
        m_theme.font(FontRole::Body, Weight::Bold), tokens.t1, tr("Unclaimed"));
}

void WorkDelegate::paintDue(
    QPainter &painter, const QRectF &cell, const Work &work, const QString &time) const
{
    if (work.isOverdue(m_now()))
        widgets::paintChip(
            painter, cell, m_theme, widgets::ChipKind::Inverse, tr("Over") + u' ' + time);
    else
        paintText(painter, cell, m_theme.font(FontRole::Body), m_theme.tokens().t2, time);
}

} // namespace watchroom::ui
