// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/segmentedcontrol.h"

#include "ui/widgets/paint.h"
#include "ui/widgets/textpaint.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace watchroom::widgets {

using style::FontRole;
using style::Weight;

namespace {
constexpr int kPadding = 12;
constexpr int kSmallPadding = 8;
} // namespace

SegmentedControl::SegmentedControl(const style::Theme &theme, QWidget *parent)
    : ThemedWidget(theme, parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setProperty("focusRing", true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void SegmentedControl::setItems(const QStringList &items)
{
    m_items = items;
    m_current = std::clamp(m_current, -1, std::max(0, count() - 1));
    tell();
    themeChanged();
}

void SegmentedControl::setCurrent(int index)
{
    if (index == m_current || index < 0 || index >= count())
        return;
    m_current = index;
    tell();
    update();
    Q_EMIT currentChanged(index);
}

void SegmentedControl::clear()
{
    m_current = -1;
    tell();
    update();
}

void SegmentedControl::setElastic(bool elastic)
{
    m_elastic = elastic;
    setSizePolicy(elastic ? QSizePolicy::Maximum : QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void SegmentedControl::setSmall(bool small)
{
    m_small = small;
    themeChanged();
}

void SegmentedControl::tell()
{
    setAccessibleDescription(m_items.value(m_current));
}

int SegmentedControl::segmentWidth(int index) const
{
    const int wanted = wantedWidth(index);
    if (!m_elastic || width() >= sizeHint().width())
        return wanted;
    // Short ones keep their words; the long ones share what is left.
    int room = width() - count() - 1;
    int longOnes = 0;
    const int fair = room / std::max(1, count());
    for (int i = 0; i < count(); ++i) {
        if (wantedWidth(i) <= fair)
            room -= wantedWidth(i);
        else
            ++longOnes;
    }
    return wanted <= fair ? wanted : room / std::max(1, longOnes);
}

int SegmentedControl::wantedWidth(int index) const
{
    // Bold for all, so that nothing moves when another one is chosen.
    const double text = textWidth(theme().font(FontRole::Body, Weight::Bold), m_items.at(index));
    return static_cast<int>(std::ceil(text)) + 2 * scaled(m_small ? kSmallPadding : kPadding);
}

QRect SegmentedControl::segmentRect(int index) const
{
    int left = 1;
    for (int i = 0; i < index; ++i)
        left += segmentWidth(i) + 1;
    return {left, 1, segmentWidth(index), height() - 2};
}

QSize SegmentedControl::sizeHint() const
{
    int width = 1;
    for (int i = 0; i < count(); ++i)
        width += wantedWidth(i) + 1;
    return {width, scaled(m_small ? 24 : 32)};
}

QSize SegmentedControl::minimumSizeHint() const
{
    return m_elastic ? QSize(scaled(48) * count(), sizeHint().height()) : sizeHint();
}

void SegmentedControl::paintEvent(QPaintEvent *)
{
    const style::Tokens &t = tokens();
    QPainter painter(this);
    QPainterPath inside;
    inside.addRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), kRadius - 1, kRadius - 1);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(inside, t.card);
    painter.setClipPath(inside);
    for (int i = 0; i < count(); ++i) {
        const QRect segment = segmentRect(i);
        const bool chosen = i == m_current;
        if (chosen)
            painter.fillRect(segment.adjusted(-1, 0, 1, 0), isEnabled() ? t.accFill : t.line);
        else if (i > 0 && i - 1 != m_current)
            painter.fillRect(QRect(segment.left() - 1, 1, 1, height() - 2), t.line2);
        const QColor colour = !isEnabled() ? t.t3 : (chosen ? t.onAcc : t.t2);
        const QFont font = theme().font(FontRole::Body, chosen ? Weight::Bold : Weight::Regular);
        paintText(painter, segment, font, colour,
            m_elastic ? elidedText(font, m_items.at(i), segment.width() - scaled(8))
                      : m_items.at(i),
            Qt::AlignHCenter);
    }
    painter.restore();
    paintBox(painter, rect(), Qt::NoBrush, QPen(t.line2, 1));
}

void SegmentedControl::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        setCurrent(std::max(0, m_current - 1));
        break;
    case Qt::Key_Right:
        setCurrent(m_current + 1);
        break;
    case Qt::Key_Home:
        setCurrent(0);
        break;
    case Qt::Key_End:
        setCurrent(count() - 1);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void SegmentedControl::mousePressEvent(QMouseEvent *event)
{
    for (int i = 0; i < count(); ++i) {
        if (segmentRect(i).contains(event->position().toPoint()))
            setCurrent(i);
    }
}

} // namespace watchroom::widgets
