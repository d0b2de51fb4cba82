// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roster/plandelegate.h"

#include "app/roster/rosterwords.h"
#include "ui/style/theme.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/textpaint.h"

#include <QPainter>
#include <QPainterPath>
#include <QTableView>

#include <algorithm>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using roster::PlanModel;
using roster::PlanShift;
using style::FontRole;
using style::Weight;
using widgets::paintText;
using widgets::textWidth;

namespace {

constexpr int kBeyond = 12; // px that a bar goes on where the plan ends
constexpr int kBarLine = 3; // px, the bar of what nobody has
constexpr int kGapIcon = 14;

bool isHan(QChar c)
{
    return c.script() == QChar::Script_Han;
}

/// The first that has room, else the last one.
QString fitting(const QStringList &texts, const QFont &font, double room)
{
    const auto found = std::ranges::find_if(
        texts, [&](const QString &text) { return textWidth(font, text) <= room; });
    return found == texts.end() ? texts.last() : *found;
}

} // namespace

QStringList shortNames(const QString &name)
{
    QStringList names{name};
    if (!name.isEmpty() && isHan(name.front())) {
        if (name.size() > 2)
            names.append(name.right(2));
        names.append(name.left(1));
        return names;
    }
    const QStringList parts = name.split(u' ', Qt::SkipEmptyParts);
    if (parts.size() < 2)
        return names;
    QString initials;
    for (const QString &part : parts)
        initials.append(part.front());
    names.append(parts.first() + u' ' + parts.last().front() + u'.');
    names.append(initials);
    return names;
}

PlanDelegate::PlanDelegate(
    QTableView &view, const style::Theme &theme, const PlanModel::Needs &needs)
    : QStyledItemDelegate(&view)
    , m_view(view)
    , m_theme(theme)
    , m_needs(needs)
{
}

bool PlanDelegate::isMine(const PlanShift &shown) const
{
    return !shown.shift.person.isEmpty() && shown.shift.person == m_needs.me();
}

QString PlanDelegate::nameOf(const PlanShift &shown) const
{
    return shown.shift.person.isEmpty() ? roster::nobody()
                                        : m_needs.names().person(shown.shift.person);
}

QColor PlanDelegate::inkOf(const PlanShift &shown) const
{
    const auto &tokens = m_theme.tokens();
    if (shown.shift.until <= m_needs.now())
        return tokens.t3;
    return isMine(shown) ? tokens.acc : tokens.t1;
}

/// The second line: hours, or who is away.
QString PlanDelegate::remarkOf(const PlanShift &shown) const
{
    if (shown.uncovered)
        return tr("no shift");
    if (shown.change == "leave"_L1)
        return m_needs.names().person(shown.shift.rostered) + u' ' + roster::changeWord(u"leave");
    const auto *plan = static_cast<const PlanModel *>(m_view.model());
    return roster::hours(shown.shift.from, shown.shift.until, plan->plan().zone);
}

PlanDelegate::Bar PlanDelegate::barOf(const PlanShift &shown, const QRect &cell, int lanes) const
{
    const int last = m_view.model()->columnCount() - 1;
    const auto left = [this](int column) { return m_view.columnViewportPosition(column); };
    const int margin = m_month ? 1 : 2;
    const double begin = shown.first < 0 ? left(0) - kBeyond : left(shown.first) + margin;
    const double end = shown.last > last
        ? left(last) + m_view.columnWidth(last) + kBeyond
        : left(shown.last) + m_view.columnWidth(shown.last) - margin;
    const double lane = (cell.height() - 1.0) / lanes;
    const QRectF box(begin, cell.top() + lane * shown.lane + 2, end - begin, lane - 3);
    const double pad = m_month && shown.first == shown.last ? 1 : m_theme.scaled(6);
    QRectF inside = box.adjusted(pad, 0, -pad, 0);
    inside.setLeft(std::max(inside.left(), pad)); // what is scrolled out is not read
    if (shown.shift.person.isEmpty())
        inside.setLeft(inside.left() + kBarLine);
    return {shown, box, inside};
}

int PlanDelegate::laneAt(const QRect &cell, const QModelIndex &index, const QPoint &point) const
{
    const int lanes =
        index.model()->headerData(index.row(), Qt::Vertical, PlanModel::LanesRole).toInt();
    const int high = std::max(1, cell.height() / std::max(1, lanes));
    return std::clamp((point.y() - cell.top()) / high, 0, std::max(0, lanes - 1));
}

void PlanDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setClipRect(option.rect, Qt::IntersectClip);
    paintGround(*painter, option, index);
    const int lanes =
        index.model()->headerData(index.row(), Qt::Vertical, PlanModel::LanesRole).toInt();
    const auto shifts = index.data(PlanModel::ShiftsRole).value<QList<PlanShift>>();
    for (const PlanShift &shown : shifts)
        paintBar(*painter, barOf(shown, option.rect, std::max(1, lanes)));
    if (option.state & QStyle::State_Selected) {
        painter->setPen(QPen(m_theme.tokens().acc, 2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(QRectF(option.rect).adjusted(1, 1, -1, -2));
    }
    painter->restore();
}

void PlanDelegate::paintGround(
    QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto &tokens = m_theme.tokens();
    const auto *model = index.model();
    const QRect &cell = option.rect;
    if (model->headerData(index.column(), Qt::Horizontal, PlanModel::TodayRole).toBool())
        painter.fillRect(cell, tokens.panel);
    const QVariant nextLeads =
        model->headerData(index.row() + 1, Qt::Vertical, PlanModel::LeadsRole);
    if (!nextLeads.isValid() || nextLeads.toBool())
        painter.fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), tokens.line);
}

void PlanDelegate::paintBar(QPainter &painter, const Bar &bar) const
{
    const auto &tokens = m_theme.tokens();
    const PlanShift &shown = bar.shown;
    const bool nobody = shown.shift.person.isEmpty();
    const bool inverse = m_month && shown.twice;
    const QColor fill = inverse ? tokens.inv
        : nobody                ? tokens.raised
        : isMine(shown)         ? tokens.accTint
                                : tokens.card;
    widgets::paintBox(painter, bar.box, fill, Qt::NoPen, widgets::kChipRadius);
    if (nobody)
        painter.fillRect(
            QRectF(bar.box.left(), bar.box.top(), kBarLine, bar.box.height()), tokens.inv);
    if (m_month)
        paintDay(painter, bar);
    else
        paintLines(painter, bar);
    paintProgress(painter, bar);
}

// Now: how far the shift is that is on.
void PlanDelegate::paintProgress(QPainter &painter, const Bar &bar) const
{
    const domain::Shift &shift = bar.shown.shift;
    const base::Instant now = m_needs.now();
    if (now < shift.from || shift.until <= now)
        return;
    const auto passed = std::chrono::duration<double>(now - shift.from);
    const auto whole = std::chrono::duration<double>(shift.until - shift.from);
    const QRectF foot = bar.box.adjusted(3, bar.box.height() - 4, -3, -1);
    widgets::paintShareBar(painter, foot, passed / whole, m_theme.tokens());
}

void PlanDelegate::paintDay(QPainter &painter, const Bar &bar) const
{
    const PlanShift &shown = bar.shown;
    const bool nobody = shown.shift.person.isEmpty();
    const bool strong = nobody || shown.twice || isMine(shown);
    const QFont font = m_theme.font(FontRole::Key, strong ? Weight::Bold : Weight::Regular);
    if (nobody && textWidth(font, nameOf(shown)) > bar.inside.width()) {
        widgets::paintIcon(
            painter, bar.inside, m_theme, u"user-question"_s, kGapIcon, inkOf(shown));
        return;
    }
    const QStringList texts = nobody ? QStringList{nameOf(shown)} : shortNames(nameOf(shown));
    const bool single = shown.first == shown.last;
    paintText(painter, bar.inside, font, shown.twice ? m_theme.tokens().onInv : inkOf(shown),
        fitting(texts, font, bar.inside.width()), single ? Qt::AlignHCenter : Qt::AlignLeft);
    if (shown.change.isEmpty() || nobody)
        return;
    const double side = m_theme.scaled(6);
    const QPointF corner = bar.box.topRight();
    QPainterPath notch(corner);
    notch.lineTo(corner + QPointF(-side, 0));
    notch.lineTo(corner + QPointF(0, side));
    painter.fillPath(notch, shown.twice ? m_theme.tokens().onInv : m_theme.tokens().t2);
}

QRectF PlanDelegate::paintMark(QPainter &painter, const QRectF &room, const PlanShift &shown) const
{
    const QString mark = shown.change == "leave"_L1 ? QString() : roster::changeMark(shown.change);
    if (mark.isEmpty())
        return room;
    const QFont font = m_theme.font(FontRole::Key);
    const double width = textWidth(font, mark) + m_theme.scaled(6);
    const double high = m_theme.scaled(16);
    const QRectF chip(room.right() - width, room.center().y() - high / 2, width, high);
    widgets::paintBox(
        painter, chip.toRect(), Qt::NoBrush, QPen(m_theme.tokens().line2, 1), widgets::kChipRadius);
    paintText(painter, chip.toRect(), font, m_theme.tokens().t2, mark, Qt::AlignHCenter);
    return room.adjusted(0, 0, -width - 4, 0);
}

void PlanDelegate::paintLines(QPainter &painter, const Bar &bar) const
{
    const PlanShift &shown = bar.shown;
    const bool strong = shown.shift.person.isEmpty() || isMine(shown);
    const double middle = bar.inside.center().y() - 1;
    const double line = m_theme.scaled(18);
    QRectF first(bar.inside.left(), middle - line, bar.inside.width(), line);
    QRectF second(bar.inside.left(), middle, bar.inside.width(), line);
    first = paintMark(painter, first, shown);
    const QFont font = m_theme.font(FontRole::Body, strong ? Weight::Bold : Weight::Regular);
    paintText(painter, first, font, inkOf(shown),
        shown.shift.person.isEmpty() ? nameOf(shown)
                                     : fitting(shortNames(nameOf(shown)), font, first.width()));
    const QFont small = m_theme.font(FontRole::Caption);
    const QString remark = remarkOf(shown);
    if (shown.twice) {
        const QString word = tr("twice");
        const QRectF chip = widgets::paintChip(
            painter, second, m_theme, widgets::ChipKind::Inverse, word, {}, Qt::AlignRight);
        second.setRight(chip.left() - 4);
        if (textWidth(small, remark) > second.width())
            return; // whole or not at all
    }
    const bool over = shown.shift.until <= m_needs.now();
    paintText(painter, second, small, over ? m_theme.tokens().t3 : m_theme.tokens().t2, remark);
}

} // namespace watchroom::ui
