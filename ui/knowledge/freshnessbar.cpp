// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/knowledge/freshnessbar.h"

#include "app/words/times.h"
#include "ui/style/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using Standing = knowledge::Freshness::Standing;
using Loudness = knowledge::Freshness::Loudness;

FreshnessBar::FreshnessBar(const style::Theme &theme, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_chip(new widgets::Chip(theme, widgets::ChipKind::Inverse, this))
    , m_text(new widgets::TextLabel(theme, this))
{
    setObjectName(u"freshness"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(scaled(16), scaled(6), scaled(16), scaled(6));
    layout->setSpacing(scaled(8));
    layout->addWidget(m_chip);
    layout->addWidget(m_text, 1);
}

void FreshnessBar::setFreshness(const knowledge::Freshness &fresh, const QString &steps,
    const QString &withdrawnReason, base::Instant now)
{
    m_fresh = fresh;
    m_steps = steps;
    m_reason = withdrawnReason;
    m_now = now;
    retranslate();
}

QString FreshnessBar::text() const
{
    return m_text->text();
}

QString FreshnessBar::chipText() const
{
    return m_chip->isVisibleTo(this) ? m_chip->text() : QString();
}

QString FreshnessBar::sinceCheck() const
{
    if (!m_fresh.checkedAt)
        return tr("never checked with the server");
    const auto since = std::chrono::floor<base::Seconds>(m_now - *m_fresh.checkedAt);
    if (since < std::chrono::minutes(1))
        return tr("checked just now");
    return tr("checked %1 ago").arg(words::duration(since));
}

QString FreshnessBar::chipWord() const
{
    switch (m_fresh.standing) {
    case Standing::Withdrawn:
        return tr("Withdrawn");
    case Standing::NewerKnown:
        return m_fresh.copyVersion > 0 ? tr("Copy v%1").arg(m_fresh.copyVersion) : tr("No copy");
    case Standing::Unchecked:
        return tr("Not checked");
    case Standing::Draft:
        return tr("Draft");
    case Standing::Current:
        break;
    }
    return m_fresh.reviewDue ? tr("Review due") : QString();
}

QString FreshnessBar::sentence() const
{
    switch (m_fresh.standing) {
    case Standing::Withdrawn:
        return tr("Do not follow it: %1").arg(m_reason);
    case Standing::NewerKnown:
        return m_steps.isEmpty()
            ? tr("v%1 is published; its text is still on its way").arg(m_fresh.newestVersion)
            : tr("v%1 is published, steps %2 have changed; its text is still on its way")
                  .arg(QString::number(m_fresh.newestVersion), m_steps);
    case Standing::Unchecked:
        return tr("This copy is v%1, %2").arg(QString::number(m_fresh.copyVersion), sinceCheck());
    case Standing::Draft:
        return tr("It has no published version yet");
    case Standing::Current:
        break;
    }
    if (m_fresh.reviewDue)
        return tr("To be looked through since %1; v%2 is the newest")
            .arg(words::duration(m_fresh.overdue), QString::number(m_fresh.copyVersion));
    return m_fresh.checkedAt
        ? tr("Up to date · v%1 · %2").arg(QString::number(m_fresh.copyVersion), sinceCheck())
        : tr("v%1").arg(m_fresh.copyVersion);
}

void FreshnessBar::retranslate()
{
    const bool quiet = m_fresh.loudness == Loudness::Quiet;
    const QString chip = chipWord();
    m_chip->setVisible(!chip.isEmpty());
    if (!chip.isEmpty())
        m_chip->setText(chip);
    m_text->setLook(quiet ? style::FontRole::Caption : style::FontRole::Body,
        style::Weight::Regular, quiet ? style::Ink::T3 : style::Ink::T1);
    m_text->setText(sentence());
    setAccessibleName(chip.isEmpty() ? sentence() : chip + u": "_s + sentence());
    update();
}

void FreshnessBar::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    if (m_fresh.loudness == Loudness::Quiet)
        return;
    painter.fillRect(rect(), tokens().raised);
    if (m_fresh.loudness == Loudness::Alarm)
        painter.fillRect(QRect(0, 0, scaled(3), height()), tokens().inv);
}

void FreshnessBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    ThemedWidget::changeEvent(event);
}

} // namespace watchroom::ui
