// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roster/effectbox.h"

#include "ui/style/theme.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using style::FontRole;

namespace {
constexpr int kBarLine = 3;
constexpr int kPad = 8;
} // namespace

EffectBox::EffectBox(const style::Theme &theme, int width, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_width(width)
    , m_plain(new QLabel(this))
    , m_harm(new QLabel(this))
{
    m_plain->setObjectName(u"effect"_s);
    m_harm->setObjectName(u"harm"_s);
    for (QLabel *label : {m_plain, m_harm}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_plain->setFont(theme.font(FontRole::Caption));
    m_harm->setFont(theme.font(FontRole::Caption, style::Weight::Bold));
    m_harm->setContentsMargins(kBarLine + kPad, kPad / 2, kPad, kPad / 2);
    m_harm->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_plain);
    layout->addWidget(m_harm);
}

void EffectBox::setLines(const QStringList &plain, const QStringList &harm)
{
    m_plain->setText(plain.join(u'\n'));
    m_harm->setText(harm.join(u'\n'));
    m_harm->setVisible(!harm.isEmpty());
    // A box asks for the height of its lines as if they were as wide as they like.
    setFixedHeight(layout()->heightForWidth(m_width));
    update();
}

void EffectBox::paintEvent(QPaintEvent *)
{
    if (m_harm->isHidden())
        return;
    QPainter painter(this);
    painter.fillRect(m_harm->geometry(), tokens().raised);
    painter.fillRect(QRect(m_harm->x(), m_harm->y(), kBarLine, m_harm->height()), tokens().inv);
}

} // namespace watchroom::ui
