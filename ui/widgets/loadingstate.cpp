// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/loadingstate.h"

#include "ui/widgets/paint.h"
#include "ui/widgets/textpaint.h"

#include <QPainter>

#include <array>

namespace watchroom::widgets {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr std::array kBars{0.84, 0.60, 0.73}; // shares of the width
}

LoadingState::LoadingState(const style::Theme &theme, QWidget *parent)
    : ThemedWidget(theme, parent)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelay);
    connect(&m_delay, &QTimer::timeout, this, [this] {
        m_shown = true;
        update();
    });
}

void LoadingState::setProgress(int done, int total)
{
    m_done = done;
    m_total = total;
    update();
}

QSize LoadingState::sizeHint() const
{
    return {scaled(164), scaled(104)};
}

void LoadingState::paintEvent(QPaintEvent *)
{
    if (!m_shown)
        return;
    QPainter painter(this);
    //: zh_CN: 加载中…
    QString text = tr("Loading…");
    if (m_total > 0)
        text += u" %1 / %2"_s.arg(m_done).arg(m_total);
    const double left = scaled(16);
    const double wide = width() - 2 * left;
    const double line = theme().lineHeight(style::FontRole::Caption);
    paintText(painter, QRectF(left, scaled(10), wide, line), theme().font(style::FontRole::Caption),
        tokens().t2, text);
    double y = scaled(10) + line + scaled(10);
    for (const double share : kBars) {
        paintBox(painter, QRectF(left, y, wide * share, scaled(8)), tokens().line, Qt::NoPen, 2);
        y += scaled(16);
    }
    setAccessibleName(text);
}

void LoadingState::showEvent(QShowEvent *)
{
    m_shown = false;
    m_delay.start();
}

void LoadingState::hideEvent(QHideEvent *)
{
    m_delay.stop();
}

} // namespace watchroom::widgets
