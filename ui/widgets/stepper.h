// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/themedwidget.h"

#include <QList>

namespace watchroom::widgets {

enum class StepState
{
    Done,
    Current,
    Next
};

struct Step
{
    QString name;
    QString owner;
    QString time; ///< used, or left while it is the current one
    QString limit;
    StepState state = StepState::Next;
};

/// The stages of an incident side by side: done = tick, current = filled with the accent, next =
/// ring; below each who, the time used or left, and the limit. UI thread.
class Stepper final : public ThemedWidget
{
    Q_OBJECT
public:
    explicit Stepper(const style::Theme &theme, QWidget *parent = nullptr);

    void setSteps(const QList<Step> &steps);
    /// Repaints the current step only, so that a running clock costs nothing.
    void setCurrentTime(const QString &time);
    [[nodiscard]] const QList<Step> &steps() const { return m_steps; }
    [[nodiscard]] QRect stepRect(int index) const;
    /// Where the circle of a step is drawn.
    [[nodiscard]] QRectF circleRect(int index) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintCircle(QPainter &painter, int index) const;
    void paintLines(QPainter &painter, int index) const;
    void paintNames(QPainter &painter) const;
    [[nodiscard]] QList<QRectF> nameRects() const;
    [[nodiscard]] QFont nameFont() const;
    void tell();

    QList<Step> m_steps;
};

} // namespace watchroom::widgets
