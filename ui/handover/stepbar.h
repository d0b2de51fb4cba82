// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/themedwidget.h"

#include <QList>

namespace watchroom::ui {

/// The five steps of the wizard side by side: number or tick, name, and how far it is. UI thread.
class StepBar final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    struct Step
    {
        QString name;
        QString detail; ///< "6 / 9 confirmed"
        bool done = false;
        friend bool operator==(const Step &, const Step &) = default;
    };
    explicit StepBar(const style::Theme &theme, QWidget *parent = nullptr);

    void setSteps(const QList<Step> &steps);
    void setCurrent(int step);
    [[nodiscard]] int current() const { return m_current; }
    [[nodiscard]] QRect stepRect(int step) const;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void stepAsked(int step);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void paintStep(QPainter &painter, int step) const;
    void paintMark(QPainter &painter, const QRectF &circle, int step) const;
    void tell();

    QList<Step> m_steps;
    int m_current = 0;
};

} // namespace watchroom::ui
