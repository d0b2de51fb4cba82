// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pincells.h"

#include "ui/style/theme.h"
#include "ui/widgets/paint.h"

#include <QKeyEvent>
#include <QPainter>
#include <QRegularExpressionValidator>

namespace watchroom::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kCell = 24;
constexpr int kGap = 4;
constexpr int kDot = 10;

bool isOurs(const QKeyEvent &key)
{
    const QString text = key.text();
    return text.isEmpty() || text.front().isDigit() || key.key() == Qt::Key_Backspace
        || key.key() == Qt::Key_Delete;
}

} // namespace

PinCells::PinCells(const style::Theme &theme, QWidget *parent)
    : QLineEdit(parent)
    , m_theme(theme)
{
    setObjectName(u"pin"_s);
    setEchoMode(QLineEdit::Password);
    setMaxLength(4);
    setFrame(false);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    setContextMenuPolicy(Qt::NoContextMenu);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setStyleSheet(u"QLineEdit { border: none; background: transparent; padding: 0; }"_s);
    setValidator(new QRegularExpressionValidator(QRegularExpression(u"[0-9]*"_s), this));
    connect(this, &QLineEdit::textEdited, this, &PinCells::takeText);
}

void PinCells::setLength(int digits)
{
    setMaxLength(digits);
    updateGeometry();
}

QSize PinCells::sizeHint() const
{
    const int cell = m_theme.scaled(kCell);
    return {maxLength() * (cell + m_theme.scaled(kGap)), cell};
}

void PinCells::takeText(const QString &text)
{
    if (text.size() == maxLength())
        Q_EMIT completed(text);
}

bool PinCells::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        const auto &key = *static_cast<QKeyEvent *>(event);
        if (!isOurs(key)) {
            event->ignore();
            return false;
        }
    }
    return QLineEdit::event(event);
}

void PinCells::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const style::Tokens &tokens = m_theme.tokens();
    const double side = m_theme.scaled(kCell);
    const double dot = m_theme.scaled(kDot);
    for (int i = 0; i < maxLength(); ++i) {
        const QRectF cell(i * (side + m_theme.scaled(kGap)), (height() - side) / 2, side, side);
        const bool next = hasFocus() && i == int(text().size());
        widgets::paintBox(
            painter, cell, tokens.field, QPen(next ? tokens.acc : tokens.line2, next ? 2 : 1));
        if (i < int(text().size())) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(tokens.t1);
            painter.drawEllipse(cell.center(), dot / 2, dot / 2);
        }
    }
}

} // namespace watchroom::ui
