// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/veildialog.h"

#include "ui/widgets/paint.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLayout>
#include <QPainter>

namespace watchroom::widgets {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr float kVeil = 0.62F;
constexpr int kBorder = 2;
constexpr int kMargin = 16; // px between the box and the edge of the window
} // namespace

VeilDialog::VeilDialog(const style::Theme &theme, QWidget &window, int clearTop)
    : ThemedWidget(theme, &window)
    , m_window(window)
    , m_box(new QWidget(this))
    , m_clearTop(clearTop)
{
    m_box->setObjectName(u"dialogBox"_s);
    window.installEventFilter(this);
    m_box->installEventFilter(this);
    setAttribute(Qt::WA_NoMousePropagation);
    hide();
}

VeilDialog::~VeilDialog() = default;

void VeilDialog::setHeading(const QString &heading)
{
    setAccessibleName(heading);
    m_box->setAccessibleName(heading);
}

void VeilDialog::open()
{
    m_focusBefore = QApplication::focusWidget();
    cover();
    show();
    raise();
    place();
    setFocusPolicy(Qt::StrongFocus);
    focusInside();
}

void VeilDialog::focusInside()
{
    // Where the dialog wants it, or where it was; else the first field.
    QWidget *wanted = focusWidget();
    if (wanted != nullptr && wanted != this && wanted->isVisibleTo(m_box)) {
        wanted->setFocus(Qt::PopupFocusReason);
        return;
    }
    setFocus(Qt::PopupFocusReason);
    focusNextPrevChild(true);
}

void VeilDialog::suspend()
{
    hide();
}

void VeilDialog::resume()
{
    cover();
    show();
    raise();
    place();
    focusInside();
}

void VeilDialog::accept()
{
    close(true);
}

void VeilDialog::reject()
{
    close(false);
}

void VeilDialog::close(bool accepted)
{
    // Where the answer has sent the focus somewhere else, it stays there.
    QWidget *const focus = QApplication::focusWidget();
    const bool stillHere = focus == nullptr || focus == this || isAncestorOf(focus);
    hide();
    if (m_focusBefore != nullptr && stillHere)
        m_focusBefore->setFocus(Qt::PopupFocusReason);
    Q_EMIT finished(accepted);
    deleteLater();
}

void VeilDialog::cover()
{
    const int top = scaled(m_clearTop);
    setGeometry(0, top, m_window.width(), m_window.height() - top);
}

void VeilDialog::place()
{
    if (m_box->layout() != nullptr)
        m_box->layout()->activate();
    const QSize room = size() - QSize(2 * scaled(kMargin), 2 * scaled(kMargin));
    const QSize wanted = m_box->sizeHint().expandedTo(m_box->minimumSize()).boundedTo(room);
    m_box->resize(wanted);
    m_box->move((width() - wanted.width()) / 2, (height() - wanted.height()) / 2);
    update();
}

void VeilDialog::themeChanged()
{
    cover();
    place();
}

void VeilDialog::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QColor veil = tokens().rail;
    veil.setAlphaF(kVeil);
    painter.fillRect(rect(), veil);
    const QRectF frame = QRectF(m_box->geometry()).adjusted(-kBorder, -kBorder, kBorder, kBorder);
    paintBox(painter, frame, tokens().panel, QPen(tokens().line2, kBorder));
}

void VeilDialog::resizeEvent(QResizeEvent *)
{
    place();
}

void VeilDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        reject();
    // What the dialog does not want must not reach the page behind it.
    event->accept();
}

bool VeilDialog::focusNextPrevChild(bool next)
{
    QWidget *const start = QApplication::focusWidget() != nullptr ? QApplication::focusWidget()
                                                                  : static_cast<QWidget *>(this);
    QWidget *candidate = start;
    do {
        candidate = next ? candidate->nextInFocusChain() : candidate->previousInFocusChain();
        const bool inside = m_box->isAncestorOf(candidate);
        if (inside && (candidate->focusPolicy() & Qt::TabFocus) != 0 && candidate->isEnabled()
            && candidate->isVisibleTo(m_box)) {
            candidate->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    } while (candidate != start);
    return true;
}

bool VeilDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_window && event->type() == QEvent::Resize && isVisible())
        cover();
    else if (event->type() == QEvent::LayoutRequest && watched == m_box)
        place();
    return ThemedWidget::eventFilter(watched, event);
}

} // namespace watchroom::widgets
