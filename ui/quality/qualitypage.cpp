// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quality/qualitypage.h"

#include "ui/quality/chartgrid.h"
#include "ui/quality/qualityheader.h"
#include "ui/quality/targetpanel.h"
#include "ui/widgets/emptystate.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using quality::TargetsModel;

namespace {

constexpr qint64 kMinute = 60'000;
constexpr std::array kSpans{
    15 * kMinute, 60 * kMinute, 6 * 60 * kMinute, 24 * 60 * kMinute, 7 * 24 * 60 * kMinute};

} // namespace

QualityPage::QualityPage(const style::Theme &theme, const Needs &needs, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_needs(needs)
    , m_book(needs.service)
    , m_panel(new TargetPanel(theme, m_targets, this))
    , m_header(new QualityHeader(theme, this))
    , m_grid(new ChartGrid(theme, m_book, this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new widgets::EmptyState(theme, this))
{
    setObjectName(u"qualityPage"_s);
    build();
    wire();
    m_header->setRange(m_range);
    m_header->setPaused({});
    retranslate();
}

void QualityPage::build()
{
    m_empty->setObjectName(u"noTarget"_s);
    auto *charts = new QWidget(this);
    auto *column = new QVBoxLayout(charts);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_header);
    column->addWidget(m_grid, 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(charts);
    auto *right = new QVBoxLayout;
    right->setContentsMargins(12, 4, 12, 12);
    right->addWidget(m_stack);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_panel);
    layout->addLayout(right, 1);
    setFocusProxy(m_panel);
}

void QualityPage::wire()
{
    using quality::QualityService;
    connect(&m_needs.service, &QualityService::targetsChanged, this,
        [this](const QList<quality::TargetInfo> &targets) {
            // Another source, or the same begun anew: what was asked may never be answered.
            m_book.clear();
            m_asked = false;
            m_known.setListed(targets);
            ask();
        });
    connect(&m_needs.service, &QualityService::updated, this, &QualityPage::take);
    connect(&m_needs.service, &QualityService::sourceChanged, this, &QualityPage::takeSource);
    connect(&m_known, &quality::KnownTargets::changed, this,
        [this] { m_targets.setTargets(m_known.targets()); });
    connect(&m_needs.periods, &quality::AlertPeriodsModel::changed, this, [this] {
        m_grid->setPeriods(m_needs.periods.periods());
        showStanding();
    });
    connect(m_panel, &TargetPanel::targetChosen, this, &QualityPage::follow);
    connect(m_grid, &ChartGrid::retryRequested, this, [this] {
        m_asked = false;
        ask();
    });
    connect(m_header, &QualityHeader::incidentRequested, this, &QualityPage::incidentRequested);
    connect(m_header, &QualityHeader::rangeChosen, this, &QualityPage::setRange);
    connect(m_header, &QualityHeader::liveChosen, this, &QualityPage::setLive);
}

qint64 QualityPage::now() const
{
    return std::chrono::floor<std::chrono::milliseconds>(m_needs.clock.now())
        .time_since_epoch()
        .count();
}

qint64 QualityPage::span() const
{
    return kSpans.at(static_cast<std::size_t>(m_range));
}

QString QualityPage::target() const
{
    return m_panel->target();
}

void QualityPage::setRules(const QList<domain::Rule> &rules)
{
    m_grid->setRules(rules);
}

void QualityPage::setTargetRows(const QList<quality::TargetInfo> &targets)
{
    m_known.setRows(targets);
}

void QualityPage::setEnglish(bool english)
{
    m_panel->setEnglish(english);
    showStanding();
}

bool QualityPage::showTarget(const QString &target)
{
    return m_panel->choose(target);
}

void QualityPage::focusFilter()
{
    m_panel->focusFilter();
}

void QualityPage::follow(const QString &)
{
    m_asked = false;
    m_stack->setCurrentIndex(1);
    showStatuses();
    showStanding();
    ask();
}

void QualityPage::setRange(int range)
{
    if (range == m_range || range < 0 || range >= static_cast<int>(kSpans.size()))
        return;
    m_range = range;
    m_header->setRange(range);
    m_asked = false;
    ask();
}

void QualityPage::setLive(bool live)
{
    if (live == isLive()) {
        m_header->setPaused(m_pausedAt);
        return;
    }
    if (!live) {
        m_pausedAt = now();
        m_header->setPaused(m_pausedAt);
        moveWindow();
        return;
    }
    m_pausedAt.reset();
    m_header->setPaused({});
    m_asked = false;
    ask();
}

void QualityPage::showMoment(qint64 end)
{
    m_pausedAt = end;
    m_header->setPaused(m_pausedAt);
    m_asked = false;
    ask();
}

/// Asks for the history once; nobody asks for what nobody sees.
void QualityPage::ask()
{
    if (target().isEmpty() || m_asked || !isVisible())
        return;
    m_asked = true;
    const qint64 to = end();
    m_book.watch(target(), ChartGrid::metrics(), to, span(), m_grid->pixels());
    m_needs.periods.watch(target(), to - span());
    m_grid->setPeriods(m_needs.periods.periods());
    moveWindow();
}

void QualityPage::moveWindow()
{
    m_grid->setWindow(end() - span(), end(), isLive());
}

void QualityPage::take(const quality::QualityUpdate &update)
{
    m_known.hear(update);
    m_targets.update(update);
    m_statuses = update.statuses;
    if (target().isEmpty())
        m_panel->chooseWorst();
    showStanding();
    if (!isLive())
        return;
    showStatuses();
    moveWindow();
}

void QualityPage::takeSource(const quality::SourceState &state)
{
    const bool recovered = state.answering && !m_source.answering;
    m_source = state;
    m_panel->setNoSource(state.key.isEmpty());
    retranslate();
    if (!recovered)
        return;
    m_asked = false;
    ask();
}

void QualityPage::showStatuses()
{
    QList<quality::SeriesStatus> mine;
    std::ranges::copy_if(m_statuses, std::back_inserter(mine),
        [key = target()](const quality::SeriesStatus &status) { return status.target == key; });
    m_grid->setStatuses(mine, m_source.step);
}

void QualityPage::showStanding()
{
    const QModelIndex index = m_targets.indexOf(target());
    TargetStanding standing{.name = m_panel->nameOf(target())};
    standing.level = domain::levelFrom(index.data(TargetsModel::LevelRole).toString());
    standing.data = index.data(TargetsModel::DataRole).toString();
    if (m_needs.periods.target() == target()) {
        standing.incident = m_needs.periods.incident();
        if (standing.incident)
            standing.since = standing.incident->openedAt;
        for (const quality::AlertPeriod &period : m_needs.periods.periods()) {
            if (!period.to && !standing.since)
                standing.since = period.from;
        }
    }
    m_header->setStanding(standing);
    m_header->setNow(now());
}

void QualityPage::tick()
{
    if (isVisible())
        m_header->setNow(now());
}

void QualityPage::retranslate()
{
    if (m_source.key.isEmpty())
        m_empty->setFact(u"plug-connected-x"_s, tr("No source"), tr("Choose one in Settings"));
    else
        m_empty->setFact(u"activity"_s, tr("No target is chosen"), tr("Choose one at the left"));
    showStanding();
}

void QualityPage::showEvent(QShowEvent *event)
{
    ThemedWidget::showEvent(event);
    m_panel->setFocus();
    ask();
}

void QualityPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    ThemedWidget::changeEvent(event);
}

void QualityPage::keyPressEvent(QKeyEvent *event)
{
    const int digit = event->key() - Qt::Key_1;
    const bool plain = !(event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
    if (plain && event->key() == Qt::Key_Space)
        setLive(!isLive());
    else if (plain && digit >= 0 && digit < QualityHeader::rangeCount())
        setRange(digit);
    else if (!plain || !m_grid->handleKey(event->key(), event->modifiers()))
        ThemedWidget::keyPressEvent(event);
}

} // namespace watchroom::ui
