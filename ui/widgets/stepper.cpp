// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/stepper.h"

#include "ui/widgets/textpaint.h"

#include <QPaintEvent>
#include <QPainter>

#include <algorithm>

namespace watchroom::widgets {

using namespace Qt::Literals::StringLiterals;
using style::FontRole;
using style::Weight;

namespace {
constexpr int kCircle = 20;
constexpr int kTop = 4;
constexpr int kLine = 16; // px, a row of text
constexpr int kRows = 4; // name, owner, time, limit
constexpr int kNarrowest = 52;
constexpr double kNameGap = 3; // px between two names
} // namespace

Stepper::Stepper(const style::Theme &theme, QWidget *parent)
    : ThemedWidget(theme, parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Stepper::setSteps(const QList<Step> &steps)
{
    m_steps = steps;
    tell();
    themeChanged();
}

void Stepper::setCurrentTime(const QString &time)
{
    for (int i = 0; i < m_steps.size(); ++i) {
        if (m_steps.at(i).state != StepState::Current || m_steps.at(i).time == time)
            continue;
        m_steps[i].time = time;
        update(stepRect(i));
    }
}

void Stepper::tell()
{
    for (int i = 0; i < m_steps.size(); ++i) {
        const Step &step = m_steps.at(i);
        if (step.state == StepState::Current) {
            //: Read aloud; %1 of %2 stages, %3 its name, %4 its owner. zh_CN: 第 %1 / %2
            //: 阶段：%3，%4
            setAccessibleDescription(tr("stage %1 of %2: %3, %4")
                                         .arg(i + 1)
                                         .arg(m_steps.size())
                                         .arg(step.name, step.owner));
        }
    }
}

QRect Stepper::stepRect(int index) const
{
    const auto count = std::max(1, static_cast<int>(m_steps.size()));
    const int left = width() * index / count;
    return {left, 0, width() * (index + 1) / count - left, height()};
}

QRectF Stepper::circleRect(int index) const
{
    const QRectF step = stepRect(index);
    const double side = scaled(kCircle);
    return {step.center().x() - side / 2, static_cast<double>(scaled(kTop)), side, side};
}

QSize Stepper::sizeHint() const
{
    return {scaled(344), scaled(kTop + kCircle + 4 + kRows * kLine)};
}

QSize Stepper::minimumSizeHint() const
{
    return {static_cast<int>(m_steps.size()) * kNarrowest, sizeHint().height()};
}

void Stepper::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < m_steps.size(); ++i) {
        if (i + 1 < m_steps.size()) {
            const QRectF here = circleRect(i);
            const QRectF there = circleRect(i + 1);
            const bool passed = m_steps.at(i).state == StepState::Done;
            painter.setPen(QPen(passed ? tokens().t2 : tokens().line, 2));
            painter.drawLine(QPointF(here.right(), here.center().y()),
                QPointF(there.left(), there.center().y()));
        }
    }
    for (int i = 0; i < m_steps.size(); ++i) {
        if (!event->rect().intersects(stepRect(i)))
            continue;
        paintCircle(painter, i);
        paintLines(painter, i);
    }
    paintNames(painter);
}

void Stepper::paintCircle(QPainter &painter, int index) const
{
    const style::Tokens &t = tokens();
    const StepState state = m_steps.at(index).state;
    const QRectF circle = circleRect(index).adjusted(1, 1, -1, -1);
    const bool current = state == StepState::Current;
    painter.setPen(QPen(current ? t.acc : (state == StepState::Done ? t.t2 : t.line2), 2));
    painter.setBrush(current ? t.acc : t.panel);
    painter.drawEllipse(circle);
    if (state == StepState::Done) {
        const double u = circle.width() / 18;
        const auto at = [&](double x, double y) { return circle.topLeft() + QPointF(x, y) * u; };
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(t.t1, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(QPolygonF({at(5.2, 9.4), at(8.0, 12.0), at(12.8, 6.6)}));
        return;
    }
    paintText(painter, circleRect(index), theme().font(FontRole::Key, Weight::Bold),
        current ? t.field : t.t2, QString::number(index + 1), Qt::AlignHCenter);
}

/// Names may reach into a neighbour's room where that is free: English ones are long.
QList<QRectF> Stepper::nameRects() const
{
    const QFont font = nameFont();
    QList<QRectF> rects;
    double free = 0;
    for (int i = 0; i < m_steps.size(); ++i) {
        const double wide = textWidth(font, m_steps.at(i).name) + 1;
        const double left = std::max(QRectF(stepRect(i)).center().x() - wide / 2, free);
        rects.append({left, double(scaled(kTop + kCircle + 4)), wide, double(scaled(kLine))});
        free = left + wide + kNameGap;
    }
    double end = width();
    for (auto rect = rects.rbegin(); rect != rects.rend(); ++rect) {
        rect->moveRight(std::min(rect->right(), end));
        end = rect->left() - kNameGap;
    }
    return rects;
}

QFont Stepper::nameFont() const
{
    const QFont font = theme().font(FontRole::Caption);
    const double room = double(width()) / double(std::max<qsizetype>(1, m_steps.size()));
    const bool fits = std::ranges::all_of(
        m_steps, [&](const Step &step) { return textWidth(font, step.name) + kNameGap <= room; });
    return fits ? font : theme().font(FontRole::Key);
}

void Stepper::paintNames(QPainter &painter) const
{
    const style::Tokens &t = tokens();
    const QList<QRectF> rects = nameRects();
    for (int i = 0; i < m_steps.size(); ++i) {
        const StepState state = m_steps.at(i).state;
        QFont font = nameFont();
        font.setBold(state == StepState::Current);
        const QColor colour = state == StepState::Current ? t.acc
            : state == StepState::Done                    ? t.t1
                                                          : t.t2;
        const double more = state == StepState::Current ? kNameGap : 0; // bold is wider
        paintText(painter, rects.at(i).adjusted(-more, 0, more, 0), font, colour,
            m_steps.at(i).name, Qt::AlignHCenter);
    }
}

void Stepper::paintLines(QPainter &painter, int index) const
{
    const style::Tokens &t = tokens();
    const Step &step = m_steps.at(index);
    const bool current = step.state == StepState::Current;
    const QColor quiet = step.state == StepState::Next ? t.t3 : t.t2;
    QRectF row = QRectF(stepRect(index)).adjusted(1, 0, -1, 0);
    row.setTop(scaled(kTop + kCircle + 4 + kLine));
    row.setHeight(scaled(kLine));
    const auto put = [&](const QString &text, const QColor &colour, Weight weight) {
        paintText(
            painter, row, theme().font(FontRole::Caption, weight), colour, text, Qt::AlignHCenter);
        row.translate(0, row.height());
    };
    put(step.owner, t.t2, Weight::Regular);
    put(step.time, current ? t.t1 : quiet, current ? Weight::Bold : Weight::Regular);
    put(step.limit, t.t3, Weight::Regular);
}

} // namespace watchroom::widgets
