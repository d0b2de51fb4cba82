// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/emptystate.h"

#include "ui/widgets/paint.h"
#include "ui/widgets/textpaint.h"

#include <QPainter>

namespace watchroom::widgets {

using style::FontRole;

EmptyState::EmptyState(const style::Theme &theme, QWidget *parent)
    : ThemedWidget(theme, parent)
{
}

void EmptyState::setFact(const QString &icon, const QString &fact, const QString &detail)
{
    m_icon = icon;
    m_fact = fact;
    m_detail = detail;
    setAccessibleName(fact);
    setAccessibleDescription(detail);
    update();
}

QSize EmptyState::sizeHint() const
{
    return {scaled(164), scaled(104)};
}

void EmptyState::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const double icon = scaled(22);
    const double fact = theme().lineHeight(FontRole::Body);
    const double detail = m_detail.isEmpty() ? 0 : theme().lineHeight(FontRole::Caption);
    double y = (height() - icon - 4 - fact - detail) / 2;
    const auto row = [&](double high) {
        const QRectF place(8, y, width() - 16, high);
        y += high;
        return place;
    };
    paintIcon(painter, row(icon), theme(), m_icon, 22, tokens().t3);
    y += 4;
    paintText(painter, row(fact), theme().font(FontRole::Body, style::Weight::Bold), tokens().t1,
        m_fact, Qt::AlignHCenter);
    paintText(painter, row(detail), theme().font(FontRole::Caption), tokens().t2, m_detail,
        Qt::AlignHCenter);
}

} // namespace watchroom::widgets
