// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/handoverfoot.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using widgets::ButtonKind;
using widgets::ButtonSize;

HandoverFoot::HandoverFoot(const style::Theme &theme, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_wanting(new widgets::Chip(theme, widgets::ChipKind::Inverse, this))
    , m_sentence(new QLabel(this))
{
    setObjectName(u"handoverFoot"_s);
    m_sentence->setObjectName(u"wantingWords"_s);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    const auto button = [&](ButtonKind kind, const QString &name, const QString &icon = {}) {
        return widgets::makeButton(theme, kind, name, {}, icon, ButtonSize::Normal, this);
    };
    m_waive = button(ButtonKind::Secondary, u"waive"_s);
    m_more = button(ButtonKind::Secondary, u"more"_s, u"dots"_s);
    m_recall = button(ButtonKind::Secondary, u"recall"_s);
    m_back = button(ButtonKind::Secondary, u"back"_s);
    m_next = button(ButtonKind::Primary, u"next"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 10, 16, 10);
    layout->setSpacing(8);
    layout->addWidget(m_wanting);
    layout->addWidget(m_sentence, 1);
    for (QPushButton *one : {m_waive, m_more, m_recall, m_back, m_next})
        layout->addWidget(one);
    connect(m_waive, &QPushButton::clicked, this, &HandoverFoot::waiveAsked);
    connect(m_more, &QPushButton::clicked, this, &HandoverFoot::moreAsked);
    connect(m_recall, &QPushButton::clicked, this, &HandoverFoot::recallAsked);
    connect(m_back, &QPushButton::clicked, this, &HandoverFoot::backAsked);
    connect(m_next, &QPushButton::clicked, this, &HandoverFoot::nextAsked);
    show({});
}

void HandoverFoot::show(const Shown &shown)
{
    m_shown = shown;
    m_wanting->setText(tr("%n wanting", nullptr, shown.wanting));
    m_wanting->setVisible(shown.wanting > 0);
    m_sentence->setText(shown.sentence);
    m_waive->setText(tr("Waive…"));
    m_waive->setVisible(shown.canWaive);
    m_more->setText(tr("More"));
    m_more->setVisible(shown.canMore);
    m_recall->setText(tr("Back for changes"));
    m_recall->setVisible(shown.canRecall);
    m_back->setText(tr("Back"));
    m_back->setEnabled(shown.canGoBack);
    m_next->setText(shown.next);
    m_next->setVisible(!shown.next.isEmpty());
    m_next->setEnabled(shown.canGoOn);
}

void HandoverFoot::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        show(m_shown);
    ThemedWidget::changeEvent(event);
}

void HandoverFoot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().panel);
    painter.fillRect(QRect(0, 0, width(), 1), tokens().line);
}

} // namespace watchroom::ui
