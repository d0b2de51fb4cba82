// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quality/qualityheader.h"

#include "app/words/terms.h"
#include "app/words/times.h"
#include "ui/quality/statemark.h"
#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/levelmark.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using style::FontRole;
using style::Ink;
using style::Weight;
using widgets::ButtonKind;
using widgets::ButtonSize;

QualityHeader::QualityHeader(const style::Theme &theme, QWidget *parent)
    : ThemedWidget(theme, parent)
{
    setObjectName(u"qualityHeader"_s);
    build();
    connect(m_incident, &QPushButton::clicked, this, [this] {
        if (m_standing.incident)
            Q_EMIT incidentRequested(m_standing.incident->id);
    });
    connect(m_range, &widgets::SegmentedControl::currentChanged, this, &QualityHeader::rangeChosen);
    connect(m_live, &QPushButton::clicked, this, &QualityHeader::liveChosen);
    QualityHeader::themeChanged();
    retranslate();
}

void QualityHeader::build()
{
    const auto &look = theme();
    m_name = new widgets::TextLabel(look, FontRole::Section, Weight::Bold, Ink::T1, this);
    m_name->setObjectName(u"targetName"_s);
    m_level = new widgets::LevelMark(look, this);
    m_level->setObjectName(u"targetLevel"_s);
    m_state = new StateMark(look, this);
    m_state->setObjectName(u"targetState"_s);
    m_incident = widgets::makeButton(
        look, ButtonKind::Link, u"targetIncident"_s, {}, {}, ButtonSize::Normal, this);
    m_duration = new widgets::TextLabel(look, FontRole::Caption, Weight::Regular, Ink::T2, this);
    m_duration->setObjectName(u"targetDuration"_s);
    m_paused = new widgets::Chip(look, widgets::ChipKind::Inverse, this);
    m_paused->setObjectName(u"pausedAt"_s);
    m_range = new widgets::SegmentedControl(look, this);
    m_range->setObjectName(u"range"_s);
    m_live = widgets::makeButton(
        look, ButtonKind::Secondary, u"live"_s, {}, {}, ButtonSize::Normal, this);
    m_live->setCheckable(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    for (QWidget *widget : {static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_level),
             static_cast<QWidget *>(m_state), static_cast<QWidget *>(m_incident),
             static_cast<QWidget *>(m_duration)})
        layout->addWidget(widget);
    layout->addStretch(1);
    layout->addWidget(m_paused);
    layout->addWidget(m_range);
    layout->addWidget(m_live);
}

int QualityHeader::rangeCount()
{
    return 5;
}

void QualityHeader::setStanding(const TargetStanding &standing)
{
    if (standing == m_standing)
        return;
    m_standing = standing;
    showState();
}

void QualityHeader::showState()
{
    m_name->setText(m_standing.name);
    m_level->setVisible(m_standing.level.has_value());
    if (m_standing.level)
        m_level->setLevel(*m_standing.level, words::level(QString(codeOf(*m_standing.level))));
    const QString &heard = m_standing.data;
    const bool missing = heard == "no_data"_L1 || heard == "source_down"_L1;
    if (missing || heard == "stale"_L1)
        m_state->setState(
            u"help-square"_s, words::state(missing ? u"no_data"_s : u"stale"_s), true);
    else
        m_state->setState(u"check"_s, words::state(u"normal"_s), false);
    const bool normal = heard == "fresh"_L1 && !m_standing.level;
    m_state->setVisible(normal || missing || heard == "stale"_L1);
    const auto &incident = m_standing.incident;
    m_incident->setVisible(incident.has_value());
    if (incident) {
        m_incident->setText(incident->reference);
        m_incident->setToolTip(tr("Show the incident on the board"));
        m_incident->setAccessibleName(tr("Incident %1").arg(incident->reference));
    }
    showDuration();
}

void QualityHeader::setNow(qint64 now)
{
    m_now = now;
    showDuration();
}

void QualityHeader::showDuration()
{
    m_duration->setVisible(m_standing.since.has_value());
    if (m_standing.since) {
        const base::Seconds lasts{std::max<qint64>(0, m_now - *m_standing.since) / 1000};
        m_duration->setText(tr("for %1").arg(words::clock(lasts)));
    }
}

void QualityHeader::setRange(int range)
{
    m_range->setCurrent(range);
}

void QualityHeader::setPaused(std::optional<qint64> at)
{
    m_pausedAt = at;
    showPaused();
}

void QualityHeader::showPaused()
{
    const bool live = !m_pausedAt;
    m_live->setChecked(live);
    m_live->setText(live ? tr("Live") : tr("Paused"));
    m_live->setIcon(
        theme().icon(live ? u"player-play"_s : u"player-pause"_s, live ? Ink::Acc : Ink::T1));
    m_live->setToolTip(
        live ? tr("Hold the window where it is (Space)") : tr("Go on; nothing was missed (Space)"));
    m_paused->setVisible(!live);
    if (!live) {
        const base::Instant at{std::chrono::milliseconds{*m_pausedAt}};
        m_paused->setText(tr("as of %1").arg(words::timeOfDay(at, QTimeZone::systemTimeZone())));
    }
}

void QualityHeader::retranslate()
{
    m_range->setItems({tr("15 min"), tr("1 h"), tr("6 h"), tr("24 h"), tr("7 d")});
    m_range->setAccessibleName(tr("Time range"));
    showState();
    showPaused();
}

void QualityHeader::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    ThemedWidget::changeEvent(event);
}

void QualityHeader::themeChanged()
{
    setFixedHeight(scaled(40));
    ThemedWidget::themeChanged();
}

} // namespace watchroom::ui
