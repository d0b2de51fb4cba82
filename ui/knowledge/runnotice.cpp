// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/knowledge/runnotice.h"

#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using widgets::ButtonKind;
using widgets::ButtonSize;

RunNotice::RunNotice(const style::Theme &theme, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_chip(new widgets::Chip(theme, widgets::ChipKind::Inverse, this))
    , m_text(new QLabel(this))
    , m_diff(widgets::makeButton(theme, ButtonKind::Secondary, u"runDiff"_s, {}, u"git-compare"_s,
          ButtonSize::Small, this))
    , m_switch(widgets::makeButton(
          theme, ButtonKind::Primary, u"runSwitch"_s, {}, {}, ButtonSize::Small, this))
    , m_stop(widgets::makeButton(
          theme, ButtonKind::Destructive, u"runStop"_s, {}, {}, ButtonSize::Small, this))
    , m_goOn(widgets::makeButton(
          theme, ButtonKind::Secondary, u"runGoOn"_s, {}, {}, ButtonSize::Small, this))
{
    setObjectName(u"runNotice"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto *line = new QHBoxLayout;
    line->setSpacing(scaled(8));
    line->addWidget(m_chip, 0, Qt::AlignTop);
    line->addWidget(m_text, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(scaled(8));
    for (QPushButton *button : {m_diff, m_switch, m_stop, m_goOn})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(scaled(12), scaled(8), scaled(12), scaled(8));
    layout->setSpacing(scaled(8));
    layout->addLayout(line);
    layout->addLayout(buttons);
    connect(m_diff, &QPushButton::clicked, this, &RunNotice::diffAsked);
    connect(m_switch, &QPushButton::clicked, this, &RunNotice::switchAsked);
    connect(m_stop, &QPushButton::clicked, this, &RunNotice::stopAsked);
    connect(m_goOn, &QPushButton::clicked, this, &RunNotice::goOnAsked);
    show();
}

void RunNotice::setContent(const Content &content)
{
    if (content == m_content)
        return;
    m_content = content;
    show();
}

QString RunNotice::text() const
{
    return m_text->text();
}

QString RunNotice::sentence() const
{
    if (m_content.withdrawn)
        return m_content.goneOn
            ? tr("This procedure is withdrawn: %1. You go on with it all the same.")
                  .arg(m_content.reason)
            : tr("This procedure is withdrawn: %1. Stop and call the shift lead.")
                  .arg(m_content.reason);
    QStringList parts;
    if (!m_content.steps.isEmpty())
        parts.append(
            tr("steps %1 have changed", nullptr, m_content.stepCount).arg(m_content.steps));
    if (!m_content.removed.isEmpty())
        parts.append(
            tr("steps %1 are no more", nullptr, m_content.removedCount).arg(m_content.removed));
    if (parts.isEmpty())
        parts.append(tr("no step has changed"));
    const QString what = parts.join(tr(", ", "between parts of a sentence"));
    return m_content.reason.isEmpty() ? tr("%1 (%2)").arg(what, m_content.by)
                                      : tr("%1 (%2: %3)").arg(what, m_content.by, m_content.reason);
}

void RunNotice::show()
{
    const bool newer = m_content.newest > 0 && !m_content.withdrawn;
    setVisible(newer || m_content.withdrawn);
    m_chip->setText(m_content.withdrawn ? tr("Withdrawn") : tr("v%1 is out").arg(m_content.newest));
    m_text->setText(sentence());
    m_diff->setText(tr("What changed"));
    m_diff->setVisible(newer);
    m_switch->setText(tr("By v%1 from step %2 on")
                          .arg(QString::number(m_content.newest), QString::number(m_content.from)));
    m_switch->setVisible(newer && m_content.from > 0);
    m_stop->setText(tr("Break off…"));
    m_stop->setVisible(m_content.withdrawn);
    m_goOn->setText(tr("Go on all the same…"));
    m_goOn->setVisible(m_content.withdrawn && !m_content.goneOn);
    setAccessibleName(m_chip->text() + u": "_s + m_text->text());
    update();
}

void RunNotice::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().raised);
    if (m_content.withdrawn) {
        painter.setPen(QPen(tokens().inv, 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

void RunNotice::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        show();
    ThemedWidget::changeEvent(event);
}

} // namespace watchroom::ui
