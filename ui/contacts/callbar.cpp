// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/callbar.h"

#include "ui/contacts/contactwords.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

#include <array>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using contacts::CallResult;

namespace {
constexpr std::array kResults{CallResult::Reached, CallResult::NoAnswer, CallResult::Busy};
}

CallBar::CallBar(const style::Theme &theme, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_who(new widgets::TextLabel(theme, this))
{
    setObjectName(u"callBar"_s);
    m_who->setObjectName(u"calledNow"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(scaled(14), scaled(8), scaled(14), scaled(8));
    layout->setSpacing(scaled(8));
    layout->addWidget(m_who, 1);
    for (const CallResult result : kResults) {
        auto *button = widgets::makeButton(theme, widgets::ButtonKind::Secondary,
            contacts::codeOf(result), {}, {}, widgets::ButtonSize::Normal, this);
        connect(button, &QPushButton::clicked, this, [this, result] { Q_EMIT called(result); });
        layout->addWidget(button);
        m_results.append(button);
    }
    retranslate();
}

void CallBar::setCalled(const QString &name, const QString &way)
{
    m_name = name;
    m_way = way;
    retranslate();
}

void CallBar::retranslate()
{
    m_who->setText(m_name.isEmpty() ? tr("Choose whom you call")
            : m_way.isEmpty()       ? tr("%1 has no number; add one with F4").arg(m_name)
                                    : m_name + u" · "_s + m_way);
    for (int i = 0; i < m_results.size(); ++i) {
        const QString word = callResult(kResults.at(static_cast<std::size_t>(i)));
        m_results.at(i)->setText(QString::number(i + 1) + u"  "_s + word);
        m_results.at(i)->setAccessibleName(
            m_name.isEmpty() ? word : word + u": "_s + m_who->text());
        m_results.at(i)->setEnabled(!m_way.isEmpty());
    }
}

void CallBar::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().panel);
    painter.fillRect(QRect(0, 0, width(), 1), tokens().line);
}

void CallBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    ThemedWidget::changeEvent(event);
}

} // namespace watchroom::ui
