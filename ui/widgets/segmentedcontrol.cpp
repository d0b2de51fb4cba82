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
    m_current = std::clamp(m_current, 0, std::max(0, count() - 1));
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
        width += segmentWidth(i) + 1;
    return {width, scaled(m_small ? 24 : 32)};
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
        paintText(painter, segment,
            theme().font(FontRole::Body, chosen ? Weight::Bold : Weight::Regular), colour,
            m_items.at(i), Qt::AlignHCenter);
    }
    painter.restore();
    paintBox(painter, rect(), Qt::NoBrush, QPen(t.line2, 1));
}

void SegmentedControl::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        setCurrent(m_current - 1);
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
