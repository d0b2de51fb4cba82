// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/focusring.h"

#include <QAbstractButton>
#include <QAbstractSlider>
#include <QComboBox>
#include <QFocusEvent>
#include <QScrollBar>

namespace watchroom::style {

FocusRing::FocusRing(QObject *parent)
    : QObject(parent)
{
}

FocusRing::~FocusRing()
{
    delete m_frame;
}

bool FocusRing::wants(const QWidget &widget)
{
    if (const QVariant asked = widget.property("focusRing"); asked.isValid())
        return asked.toBool();
    if (qobject_cast<const QScrollBar *>(&widget) != nullptr)
        return false;
    return qobject_cast<const QAbstractButton *>(&widget) != nullptr
        || qobject_cast<const QAbstractSlider *>(&widget) != nullptr
        || qobject_cast<const QComboBox *>(&widget) != nullptr;
}

void FocusRing::watch(QWidget &widget)
{
    widget.installEventFilter(this);
}

QWidget *FocusRing::ringed() const
{
    return m_frame != nullptr && m_frame->isVisible() ? m_frame->widget() : nullptr;
}

void FocusRing::show(QWidget &widget)
{
    if (m_frame == nullptr)
        m_frame = new QFocusFrame(widget.window());
    m_frame->setWidget(&widget);
}

bool FocusRing::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::FocusIn && event->type() != QEvent::FocusOut)
        return false;
    auto *widget = qobject_cast<QWidget *>(watched);
    if (widget == nullptr || !wants(*widget))
        return false;
    const auto reason = static_cast<QFocusEvent *>(event)->reason();
    // A click shows by itself what it hit; the ring is for whoever cannot see where the keys go.
    const bool byKeyboard = reason != Qt::MouseFocusReason && reason != Qt::PopupFocusReason;
    if (event->type() == QEvent::FocusIn && byKeyboard)
        show(*widget);
    else if (m_frame != nullptr && m_frame->widget() == widget)
        m_frame->setWidget(nullptr);
    return false;
}

} // namespace watchroom::style
