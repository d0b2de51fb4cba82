// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/pictureview.h"

#include "ui/widgets/paint.h"
#include "ui/widgets/textpaint.h"

#include <QPainter>

namespace watchroom::ui {

namespace {
constexpr int kIcon = 32;
constexpr int kTextHeight = 24;
constexpr QSize kLargest(1160, 800); // px at a text factor of 1
} // namespace

PictureView::PictureView(const style::Theme &theme, QWidget *parent)
    : ThemedWidget(theme, parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void PictureView::setImage(const QImage &image)
{
    m_image = image;
    m_image.setDevicePixelRatio(devicePixelRatioF());
    m_text.clear();
    setAccessibleDescription({});
    update();
}

void PictureView::setText(const QString &icon, const QString &text)
{
    m_image = {};
    m_icon = icon;
    m_text = text;
    setAccessibleDescription(text);
    update();
}

QSize PictureView::room() const
{
    return (QSizeF(size()) * devicePixelRatioF()).toSize();
}

QSize PictureView::sizeHint() const
{
    return {scaled(kLargest.width()), scaled(kLargest.height())};
}

void PictureView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    widgets::paintBox(painter, rect(), tokens().bg, QPen(tokens().line, 1));
    if (!m_image.isNull()) {
        // Smaller than it was asked for only until the next size was loaded.
        const QSizeF whole = m_image.deviceIndependentSize();
        const bool fits = whole.width() <= width() && whole.height() <= height();
        const QSizeF shown = fits ? whole : whole.scaled(size(), Qt::KeepAspectRatio);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(
            QRectF(QPointF((width() - shown.width()) / 2, (height() - shown.height()) / 2), shown),
            m_image);
        return;
    }
    const QPointF centre = QRectF(rect()).center();
    const int icon = scaled(kIcon);
    const QRectF above(centre.x() - icon / 2.0, centre.y() - icon, icon, icon);
    widgets::paintIcon(painter, above, theme(), m_icon, kIcon, tokens().t2);
    const QRectF below(0, centre.y(), width(), scaled(kTextHeight));
    widgets::paintText(
        painter, below, theme().font(style::FontRole::Body), tokens().t2, m_text, Qt::AlignHCenter);
}

void PictureView::resizeEvent(QResizeEvent *event)
{
    ThemedWidget::resizeEvent(event);
    Q_EMIT resized();
}

} // namespace watchroom::ui
