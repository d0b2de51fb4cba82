// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/stepbar.h"

#include "ui/widgets/paint.h"
#include "ui/widgets/textpaint.h"

#include <QKeyEvent>
#include <QPainter>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using style::FontRole;
using style::Weight;

namespace {
constexpr int kHeight = 54;
constexpr int kCircle = 24;
constexpr int kPad = 16;
constexpr int kUnderline = 3;
} // namespace

StepBar::StepBar(const style::Theme &theme, QWidget *parent)
    : ThemedWidget(theme, parent)
{
    setObjectName(u"stepBar"_s);
    setFocusPolicy(Qt::StrongFocus);
    setProperty("focusRing", true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StepBar::setSteps(const QList<Step> &steps)
{
    if (steps == m_steps)
        return;
    m_steps = steps;
    tell();
    update();
}

void StepBar::setCurrent(int step)
{
    m_current = step;
    tell();
    update();
}

void StepBar::tell()
{
    if (m_current >= m_steps.size())
        return;
    const Step &step = m_steps[m_current];
    setAccessibleName(
        tr("Step %1 of %2: %3").arg(m_current + 1).arg(m_steps.size()).arg(step.name));
    setAccessibleDescription(step.detail);
}

QRect StepBar::stepRect(int step) const
{
    const int count = std::max(1, int(m_steps.size()));
    const int left = width() * step / count;
    return {left, 0, width() * (step + 1) / count - left, height()};
}

QSize StepBar::sizeHint() const
{
    return {scaled(700), scaled(kHeight)};
}

void StepBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), tokens().panel);
    for (int step = 0; step < m_steps.size(); ++step)
        paintStep(painter, step);
    painter.fillRect(QRect(0, height() - 1, width(), 1), tokens().line);
    if (m_current < m_steps.size()) {
        const QRect current = stepRect(m_current);
        painter.fillRect(QRect(current.left(), height() - kUnderline, current.width(), kUnderline),
            tokens().acc);
    }
}

void StepBar::paintStep(QPainter &painter, int step) const
{
    const auto &t = tokens();
    const QRect cell = stepRect(step);
    const bool current = step == m_current;
    if (current)
        painter.fillRect(cell, t.accTint);
    if (step > 0)
        painter.fillRect(QRect(cell.left(), 0, 1, cell.height()), t.line);
    const double side = scaled(kCircle);
    const QRectF circle(cell.left() + scaled(kPad), cell.center().y() - side / 2, side, side);
    paintMark(painter, circle, step);
    const QRectF text(circle.right() + scaled(10), cell.top() + scaled(7),
        cell.right() - circle.right() - scaled(14), cell.height() - scaled(14));
    const auto line = [&](int row) {
        return QRectF(
            text.left(), text.top() + row * text.height() / 2, text.width(), text.height() / 2);
    };
    const QFont name = theme().font(FontRole::Body, Weight::Bold);
    widgets::paintText(painter, line(0), name, current ? t.acc : t.t1,
        widgets::elidedText(name, m_steps[step].name, text.width()));
    const QFont detail = theme().font(FontRole::Caption);
    widgets::paintText(painter, line(1), detail, t.t2,
        widgets::elidedText(detail, m_steps[step].detail, text.width()));
}

void StepBar::paintMark(QPainter &painter, const QRectF &circle, int step) const
{
    const auto &t = tokens();
    const bool current = step == m_current;
    painter.setPen(current ? Qt::NoPen : QPen(t.t2, 1.75));
    painter.setBrush(current ? QBrush(t.acc) : Qt::NoBrush);
    painter.drawEllipse(circle.adjusted(1, 1, -1, -1));
    if (m_steps[step].done && !current) {
        widgets::paintIcon(painter, circle, theme(), u"check"_s, 16, t.t1);
        return;
    }
    widgets::paintText(painter, circle, theme().font(FontRole::Body, Weight::Bold),
        current ? t.bg : t.t2, QString::number(step + 1), Qt::AlignHCenter);
}

void StepBar::mousePressEvent(QMouseEvent *event)
{
    for (int step = 0; step < m_steps.size(); ++step) {
        if (stepRect(step).contains(event->position().toPoint()))
            Q_EMIT stepAsked(step);
    }
}

void StepBar::keyPressEvent(QKeyEvent *event)
{
    const int to = m_current
        + (event->key() == Qt::Key_Right       ? 1
                : event->key() == Qt::Key_Left ? -1
                                               : 0);
    if (to != m_current && to >= 0 && to < m_steps.size())
        Q_EMIT stepAsked(to);
    else
        ThemedWidget::keyPressEvent(event);
}

} // namespace watchroom::ui
