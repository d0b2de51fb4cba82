// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/errorstate.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace watchroom::widgets {

using namespace Qt::Literals::StringLiterals;
using style::FontRole;
using style::Ink;
using style::Weight;

ErrorState::ErrorState(const style::Theme &theme, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_what(new TextLabel(theme, FontRole::Body, Weight::Bold, Ink::T1, this))
    , m_detail(new QLabel(this))
    , m_retry(makeButton(
          theme, ButtonKind::Secondary, u"retry"_s, {}, u"refresh"_s, ButtonSize::Small, this))
    , m_icon(new QWidget(this))
{
    m_icon->setFixedHeight(22);
    m_what->setAlignment(Qt::AlignHCenter);
    m_detail->setAlignment(Qt::AlignHCenter);
    m_detail->setTextFormat(Qt::PlainText);
    m_detail->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->setSpacing(2);
    layout->addStretch(1);
    layout->addWidget(m_icon);
    layout->addWidget(m_what);
    layout->addWidget(m_detail);
    layout->addWidget(m_retry, 0, Qt::AlignHCenter);
    layout->addStretch(1);
    connect(m_retry, &QPushButton::clicked, this, &ErrorState::retryRequested);
    retranslate();
    ErrorState::themeChanged();
}

void ErrorState::themeChanged()
{
    m_detail->setFont(theme().font(FontRole::Caption));
    QPalette palette = m_detail->palette();
    palette.setColor(QPalette::WindowText, tokens().t2);
    m_detail->setPalette(palette);
    ThemedWidget::themeChanged();
}

void ErrorState::setError(const QString &what, const QString &detail)
{
    m_what->setText(what);
    m_detail->setText(detail);
    setAccessibleName(what);
    setAccessibleDescription(detail);
}

void ErrorState::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintIcon(painter, m_icon->geometry(), theme(), u"plug-connected-x"_s, 22, tokens().t1);
}

void ErrorState::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ErrorState::retranslate()
{
    //: zh_CN: 重试
    m_retry->setText(tr("Retry"));
}

} // namespace watchroom::widgets
