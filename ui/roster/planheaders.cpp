// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roster/planheaders.h"

#include "app/roster/planmodel.h"
#include "app/words/times.h"
#include "ui/style/theme.h"
#include "ui/widgets/textpaint.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using roster::PlanModel;
using style::FontRole;
using style::Weight;
using widgets::paintText;
using widgets::textWidth;

namespace {

constexpr int kHeight = 40;
constexpr int kPad = 8;
constexpr int kWidestPosition = 132; // px at a text factor of 1; longer names are cut
constexpr int kSaturday = 6;

/// One character says it where no more has room.
QString shortWeekday(const QString &word)
{
    return word.front().script() == QChar::Script_Han ? word.right(1) : word.left(1);
}

} // namespace

DayHeader::DayHeader(const style::Theme &theme, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_theme(theme)
{
    setSectionResizeMode(Fixed);
    setMinimumSectionSize(1);
    setSectionsClickable(false);
}

QSize DayHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), m_theme.scaled(kHeight)};
}

void DayHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const auto &tokens = m_theme.tokens();
    const QDate day = model()->headerData(section, orientation(), PlanModel::DateRole).toDate();
    const bool today = model()->headerData(section, orientation(), PlanModel::TodayRole).toBool();
    painter->save();
    painter->setClipRect(rect, Qt::IntersectClip);
    painter->fillRect(rect, tokens.panel);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), tokens.line2);
    if (today)
        painter->fillRect(QRect(rect.left(), rect.bottom() - 2, rect.width(), 3), tokens.acc);
    const Weight weight = today ? Weight::Bold : Weight::Regular;
    const QColor strong = today ? tokens.acc : tokens.t1;
    const QColor weak = today ? tokens.acc : day.dayOfWeek() >= kSaturday ? tokens.t3 : tokens.t2;
    const QString weekday = words::weekday(day);
    const QRectF room = QRectF(rect).adjusted(m_theme.scaled(kPad), 0, -2, -2);
    const QFont body = m_theme.font(FontRole::Body, weight);
    const QString date = words::shortDate(day);
    if (textWidth(body, weekday + u"  "_s + date) <= room.width()) {
        const double used = paintText(*painter, room, body, strong, weekday);
        paintText(*painter, room.adjusted(used + m_theme.scaled(6), 0, 0, 0),
            m_theme.font(FontRole::Caption, weight), weak, date);
    } else {
        const QFont small = m_theme.font(FontRole::Key, weight);
        const double half = (rect.height() - 3) / 2.0;
        const QString shown =
            textWidth(small, weekday) <= rect.width() - 2 ? weekday : shortWeekday(weekday);
        paintText(*painter, QRectF(rect.left(), rect.top() + 2, rect.width(), half), small, weak,
            shown, Qt::AlignHCenter);
        paintText(*painter, QRectF(rect.left(), rect.top() + half, rect.width(), half),
            m_theme.font(FontRole::Caption, weight), strong, QString::number(day.day()),
            Qt::AlignHCenter);
    }
    painter->restore();
}

PositionHeader::PositionHeader(const style::Theme &theme, QWidget *parent)
    : QHeaderView(Qt::Vertical, parent)
    , m_theme(theme)
{
    setProperty("plain", true); // nothing below the last row
    setSectionResizeMode(Fixed);
    setMinimumSectionSize(1);
    setSectionsClickable(false);
}

QString PositionHeader::textOf(int section, int role) const
{
    return model()->headerData(section, orientation(), role).toString();
}

double PositionHeader::widest(int role) const
{
    const bool position = role == PlanModel::PositionRole;
    const QFont font =
        position ? m_theme.font(FontRole::Body, Weight::Bold) : m_theme.font(FontRole::Caption);
    double widest = 0;
    for (int section = 0; section < count(); ++section)
        widest = std::max(widest, textWidth(font, textOf(section, role)));
    return position ? std::min<double>(widest, m_theme.scaled(kWidestPosition)) : widest;
}

QSize PositionHeader::sizeHint() const
{
    const double texts = widest(PlanModel::PositionRole) + widest(PlanModel::SlotRole);
    return {int(std::ceil(texts)) + 3 * m_theme.scaled(kPad), QHeaderView::sizeHint().height()};
}

void PositionHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const auto &tokens = m_theme.tokens();
    const auto leads = [this](int row) {
        const QVariant leading = model()->headerData(row, orientation(), PlanModel::LeadsRole);
        return !leading.isValid() || leading.toBool();
    };
    painter->save();
    painter->setClipRect(rect, Qt::IntersectClip);
    painter->fillRect(rect, tokens.panel);
    painter->fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), tokens.line);
    if (leads(section + 1))
        painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), tokens.line);
    QRectF room = QRectF(rect).adjusted(m_theme.scaled(kPad), 0, -m_theme.scaled(kPad), 0);
    const QFont small = m_theme.font(FontRole::Caption);
    const double slot = widest(PlanModel::SlotRole);
    if (leads(section))
        paintText(*painter, room.adjusted(0, 0, -slot - m_theme.scaled(kPad), 0),
            m_theme.font(FontRole::Body, Weight::Bold), tokens.t1,
            textOf(section, PlanModel::PositionRole));
    room.setLeft(room.right() - slot);
    paintText(*painter, room, small, tokens.t2, textOf(section, PlanModel::SlotRole));
    painter->restore();
}

} // namespace watchroom::ui
