// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/statusline.h"

#include "ui/style/theme.h"
#include "ui/widgets/keyhint.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPainter>

namespace watchroom::ui {

using namespace Qt::StringLiterals;

StatusLine::StatusLine(const style::Theme &theme, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_message(new widgets::TextLabel(
          theme, style::FontRole::Caption, style::Weight::Regular, style::Ink::T2, this))
    , m_layout(new QHBoxLayout(this))
{
    setObjectName(u"statusLine"_s);
    m_message->setObjectName(u"lastEvent"_s);
    m_layout->setContentsMargins(12, 0, 12, 0);
    m_layout->setSpacing(14);
    m_layout->addWidget(m_message, 1);
    StatusLine::themeChanged();
}

void StatusLine::setMessage(const QString &message)
{
    m_message->setText(message);
}

void StatusLine::setHints(const QList<Hint> &hints)
{
    while (m_hints.size() > hints.size())
        delete m_hints.takeLast();
    while (m_hints.size() < hints.size()) {
        auto *hint = new widgets::KeyHint(theme(), this);
        m_layout->addWidget(hint);
        m_hints.append(hint);
    }
    for (int i = 0; i < hints.size(); ++i)
        m_hints[i]->setHint(hints[i].key, hints[i].action);
}

void StatusLine::themeChanged()
{
    setFixedHeight(scaled(24));
    ThemedWidget::themeChanged();
}

void StatusLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().panel);
    painter.fillRect(QRect(0, 0, width(), 1), tokens().line);
}

} // namespace watchroom::ui
