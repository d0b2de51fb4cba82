// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/listdelegate.h"

#include "app/incidents/incidentsmodel.h"
#include "ui/style/levelshape.h"
#include "ui/style/theme.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/textpaint.h"

#include <QPainter>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using incidents::IncidentsModel;
using style::FontRole;
using style::Weight;
using widgets::paintText;

namespace {
constexpr int kPad = 8; ///< as the header's sections have it
}

ListDelegate::ListDelegate(
    const style::Theme &theme, std::function<base::Instant()> now, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_now(std::move(now))
    , m_policy(domain::defaultPolicy())
{
}

CardContent ListDelegate::contentOf(const QModelIndex &index) const
{
    return cardContent(index.data(IncidentsModel::IncidentRole).value<incidents::Incident>(),
        QString(), index.data(IncidentsModel::OwnerNameRole).toString(), m_policy, m_now());
}

void ListDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const CardContent content = contentOf(index);
    const auto &tokens = m_theme.tokens();
    painter->save();
    paintBackground(*painter, option, index, content);
    const QRectF cell =
        QRectF(option.rect).adjusted(m_theme.scaled(kPad), 0, -m_theme.scaled(4), 0);
    const QString words = index.data(Qt::DisplayRole).toString();
    switch (index.column()) {
    case IncidentsModel::LevelColumn:
        paintLevel(*painter, cell, content);
        break;
    case IncidentsModel::TitleColumn:
        paintTitle(*painter, cell, words, index.data(IncidentsModel::UnsentRole).toString());
        break;
    case IncidentsModel::OwnerColumn:
        paintOwner(*painter, cell, content);
        break;
    case IncidentsModel::DueColumn:
        if (content.time.isEmpty())
            paintText(*painter, cell, m_theme.font(FontRole::Body), tokens.t2, words);
        else
            paintDue(*painter, cell, content);
        break;
    default:
        paintText(*painter, cell, m_theme.font(FontRole::Body), tokens.t2, words);
    }
    painter->restore();
}

void ListDelegate::paintBackground(QPainter &painter, const QStyleOptionViewItem &option,
    const QModelIndex &index, const CardContent &content) const
{
    const auto &tokens = m_theme.tokens();
    const QRect &row = option.rect;
    const bool selected = option.state & QStyle::State_Selected;
    const bool waitsForSomebody = content.unclaimed && !content.hollow;
    if (selected)
        painter.fillRect(row, tokens.accTint);
    else if (waitsForSomebody || option.state & QStyle::State_MouseOver)
        painter.fillRect(row, tokens.raised);
    painter.fillRect(QRect(row.left(), row.bottom(), row.width(), 1), tokens.line);
    if (index.column() == 0 && (selected || waitsForSomebody))
        painter.fillRect(
            QRect(row.left(), row.top(), 3, row.height()), selected ? tokens.acc : tokens.inv);
}

void ListDelegate::paintLevel(
    QPainter &painter, const QRectF &cell, const CardContent &content) const
{
    const int side = m_theme.scaled(14);
    const QRectF mark(cell.left(), cell.center().y() - side / 2.0, side, side);
    style::paintLevel(painter, mark, content.level, m_theme.tokens(),
        content.hollow ? style::ShapeFill::Hollow : style::ShapeFill::Solid);
    paintText(painter, cell.adjusted(side + m_theme.scaled(6), 0, 0, 0),
        m_theme.font(FontRole::Body, Weight::Bold), m_theme.tokens().level(content.level).text,
        content.levelName);
}

void ListDelegate::paintTitle(
    QPainter &painter, QRectF cell, const QString &title, const QString &unsent) const
{
    const QFont font = m_theme.font(FontRole::Body, Weight::Bold);
    if (!unsent.isEmpty()) {
        // The whole sentence where title and sentence have room, else the mark alone.
        using widgets::ChipKind;
        const QString icon = u"cloud-off"_s;
        const double sentence = widgets::chipSize(m_theme, ChipKind::Inverse, unsent, icon).width();
        const bool fits =
            sentence + m_theme.scaled(kPad) + widgets::textWidth(font, title) <= cell.width();
        cell.setLeft(widgets::paintChip(
                         painter, cell, m_theme, ChipKind::Inverse, fits ? unsent : QString(), icon)
                         .right()
            + m_theme.scaled(kPad));
    }
    paintText(painter, cell, font, m_theme.tokens().t1, title);
}

void ListDelegate::paintOwner(
    QPainter &painter, const QRectF &cell, const CardContent &content) const
{
    const auto &tokens = m_theme.tokens();
    if (!content.unclaimed) {
        paintText(painter, cell, m_theme.font(FontRole::Body), tokens.t2, content.owner);
        return;
    }
    QRectF icon = cell;
    icon.setWidth(m_theme.scaled(14));
    widgets::paintIcon(painter, icon, m_theme, u"user-question"_s, 14, tokens.t1);
    paintText(painter, cell.adjusted(m_theme.scaled(20), 0, 0, 0),
        m_theme.font(FontRole::Body, Weight::Bold), tokens.t1, content.owner);
}

void ListDelegate::paintDue(QPainter &painter, QRectF cell, const CardContent &content) const
{
    const auto &tokens = m_theme.tokens();
    const QString words = content.timeLead + u' ' + content.time;
    if (content.overdue)
        cell.setLeft(
            widgets::paintChip(painter, cell, m_theme, widgets::ChipKind::Inverse, words).right());
    else
        cell.setLeft(
            cell.left() + paintText(painter, cell, m_theme.font(FontRole::Body), tokens.t1, words));
    const QString limit = u"/ "_s + content.limit;
    cell.setLeft(cell.left() + m_theme.scaled(6));
    const QFont small = m_theme.font(FontRole::Caption);
    if (!content.limit.isEmpty() && widgets::textWidth(small, limit) <= cell.width())
        paintText(painter, cell, small, tokens.t3, limit);
}

} // namespace watchroom::ui
