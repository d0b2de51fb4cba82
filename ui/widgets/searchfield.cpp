// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/searchfield.h"

#include "ui/widgets/keyhint.h"
#include "ui/widgets/paint.h"

#include <QKeyEvent>
#include <QPainter>

namespace watchroom::widgets {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int kIcon = 16;
constexpr int kEdge = 9;
} // namespace

SearchField::SearchField(const style::Theme &theme, QWidget *parent)
    : QLineEdit(parent)
    , m_theme(theme)
{
    connect(&theme, &style::Theme::changed, this, &SearchField::fitMargins);
    connect(this, &QLineEdit::textChanged, this, &SearchField::fitMargins);
    fitMargins();
}

void SearchField::setPrompt(const QString &prompt)
{
    setPlaceholderText(prompt);
    setAccessibleName(prompt);
}

void SearchField::setShortcutHint(const QString &key)
{
    m_key = key;
    fitMargins();
}

void SearchField::fitMargins()
{
    const bool cap = !m_key.isEmpty() && text().isEmpty();
    setTextMargins(
        m_theme.scaled(kIcon + 4), 0, cap ? static_cast<int>(keyCapWidth(m_theme, m_key)) : 0, 0);
    update();
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    const QRectF place(m_theme.scaled(kEdge), 0, m_theme.scaled(kIcon), height());
    paintIcon(painter, place, m_theme, u"search"_s, kIcon, m_theme.tokens().t2);
    if (m_key.isEmpty() || !text().isEmpty())
        return;
    const double width = keyCapWidth(m_theme, m_key);
    paintKeyCap(painter,
        QRectF(this->width() - m_theme.scaled(kEdge) - width + 2, 0, width, height()), m_theme,
        m_key, m_theme.tokens().t2);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty())
        clear();
    else
        QLineEdit::keyPressEvent(event);
}

} // namespace watchroom::widgets
