// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/themestyle.h"

#include "ui/style/focusring.h"
#include "ui/style/theme.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

namespace watchroom::style {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int kRadius = 4; // px
constexpr int kFrame = kFocusWidth + kFocusOffset;
constexpr int kCheckSide = 16; // px, grows with the text
constexpr int kComboArrow = 24;
} // namespace

ThemeStyle::ThemeStyle(const Theme &theme)
    : QProxyStyle(QStyleFactory::create(u"fusion"_s))
    , m_theme(theme)
    , m_ring(new FocusRing(this))
{
    setObjectName(u"watchroom"_s);
}

ThemeStyle::~ThemeStyle() = default;

void ThemeStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (widget != nullptr && FocusRing::wants(*widget))
        m_ring->watch(*widget);
}

int ThemeStyle::pixelMetric(
    PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return kFrame;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
        return m_theme.scaled(kCheckSide);
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ThemeStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
    QStyleHintReturn *returned) const
{
    switch (hint) {
    case SH_FocusFrame_AboveWidget:
        return 1;
    case SH_FocusFrame_Mask:
        if (auto *mask = qstyleoption_cast<QStyleHintReturnMask *>(returned);
            mask != nullptr && option != nullptr) {
            mask->region = QRegion(option->rect)
                - QRegion(option->rect.adjusted(kFrame, kFrame, -kFrame, -kFrame));
        }
        return 1;
    case SH_Widget_Animation_Duration:
    case SH_Menu_FlashTriggeredItem:
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

QSize ThemeStyle::sizeFromContents(
    ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    QSize wanted = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_ComboBox) {
        const bool small = widget != nullptr && widget->property("small").toBool();
        wanted.setHeight(m_theme.scaled(small ? 24 : 32));
        wanted.rwidth() += 8;
    }
    return wanted;
}

QRect ThemeStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
    SubControl part, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subControlRect(control, option, part, widget);
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        return rect.adjusted(6, 0, 0, 0);
    return rect;
}

void ThemeStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
    QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheck(*option, *painter, false);
        return;
    case PE_IndicatorRadioButton:
        drawCheck(*option, *painter, true);
        return;
    case PE_FrameFocusRect:
        // A control's ring lies outside it; a view marks the row inside.
        if (qobject_cast<const QAbstractItemView *>(widget) != nullptr) {
            painter->save();
            painter->setPen(QPen(
                m_theme.tokens().acc, kFocusWidth, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(QRectF(option->rect).adjusted(1, 1, -1, -1));
            painter->restore();
        }
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void ThemeStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
    const QWidget *widget) const
{
    if (element == CE_FocusFrame)
        drawFocusFrame(*option, *painter);
    else
        QProxyStyle::drawControl(element, option, painter, widget);
}

void ThemeStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
    QPainter *painter, const QWidget *widget) const
{
    if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        control == CC_ComboBox && combo != nullptr)
        drawCombo(*combo, *painter);
    else
        QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void ThemeStyle::drawFocusFrame(const QStyleOption &option, QPainter &painter) const
{
    constexpr double half = kFocusWidth / 2.0;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.tokens().acc, kFocusWidth));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(half, half, -half, -half),
        kRadius + kFocusOffset + half, kRadius + kFocusOffset + half);
    painter.restore();
}

void ThemeStyle::drawCheck(const QStyleOption &option, QPainter &painter, bool round) const
{
    const Tokens &t = m_theme.tokens();
    const bool enabled = option.state.testFlag(State_Enabled);
    const bool on = option.state.testFlag(State_On);
    const QRectF box = QRectF(option.rect).adjusted(1, 1, -1, -1);
    const double radius = round ? box.height() / 2 : 3;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(t.field);
    const QColor mark = enabled ? t.acc : t.t3;
    painter.setPen(QPen(on ? mark : t.line2, 1.5));
    painter.drawRoundedRect(box, radius, radius);
    if (on && round) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(mark);
        painter.drawEllipse(box.center(), box.width() / 4, box.width() / 4);
    } else if (on) {
        const double u = box.width() / 14;
        painter.setPen(QPen(mark, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(QPolygonF({box.topLeft() + QPointF(3.5 * u, 7.4 * u),
            box.topLeft() + QPointF(6 * u, 10 * u), box.topLeft() + QPointF(10.6 * u, 4.6 * u)}));
    } else if (option.state.testFlag(State_NoChange)) {
        painter.setPen(QPen(mark, 2));
        painter.drawLine(box.center() - QPointF(4, 0), box.center() + QPointF(4, 0));
    }
    painter.restore();
}

void ThemeStyle::drawCombo(const QStyleOptionComboBox &option, QPainter &painter) const
{
    const Tokens &t = m_theme.tokens();
    const bool enabled = option.state.testFlag(State_Enabled);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(enabled ? t.line2 : t.line);
    const bool hovered = option.state.testFlag(State_MouseOver) && enabled;
    painter.setBrush(option.editable ? t.field : hovered ? t.raised : t.card);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    const int side = m_theme.scaled(16);
    const QRect arrow(option.rect.right() - m_theme.scaled(kComboArrow) + 2,
        option.rect.center().y() - side / 2 + 1, side, side);
    painter.drawPixmap(arrow.topLeft(),
        m_theme.pixmap(
            u"chevron-down"_s, 16, enabled ? t.t2 : t.t3, painter.device()->devicePixelRatioF()));
    painter.restore();
}

} // namespace watchroom::style
