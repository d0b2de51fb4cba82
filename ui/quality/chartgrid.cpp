// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quality/chartgrid.h"

#include "app/quality/metrics.h"
#include "app/quality/seriesbook.h"
#include "app/words/errors.h"
#include "app/words/terms.h"
#include "app/words/times.h"
#include "ui/quality/bookseries.h"
#include "ui/quality/chartcell.h"
#include "ui/widgets/errorstate.h"
#include "ui/widgets/timeserieschart.h"

#include <QEvent>
#include <QGridLayout>
#include <QStackedWidget>

#include <algorithm>
#include <cmath>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using quality::AlertPeriod;
using quality::DataState;
using quality::SeriesStatus;

namespace {

constexpr int kColumns = 3;
constexpr qint64 kBeat = 250; // ms, the shortest time between two redraws
constexpr int kFewestPixels = 240;

bool isUnknownMetric(const std::optional<base::Error> &error)
{
    return error && error->code == "metric_unknown"_L1;
}

} // namespace

QStringList ChartGrid::metrics()
{
    return {u"rtt"_s, u"jitter"_s, u"loss"_s, u"video_freeze"_s, u"audio_freeze"_s, u"mos"_s};
}

ChartGrid::ChartGrid(const style::Theme &theme, const quality::SeriesBook &book, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_book(book)
    , m_stack(new QStackedWidget(this))
    , m_failed(new widgets::ErrorState(theme, this))
{
    setObjectName(u"chartGrid"_s);
    build();
    m_flush.setSingleShot(true);
    m_sinceFlush.start();
    connect(&m_flush, &QTimer::timeout, this, &ChartGrid::flush);
    connect(&book, &quality::SeriesBook::seriesChanged, this, &ChartGrid::markDirty);
    connect(m_failed, &widgets::ErrorState::retryRequested, this, &ChartGrid::retryRequested);
}

void ChartGrid::build()
{
    auto *charts = new QWidget(this);
    auto *grid = new QGridLayout(charts);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(8);
    for (const QString &code : metrics()) {
        auto *cell = new ChartCell(theme(), *quality::findMetric(code), m_crosshair, this);
        cell->chart().setSeries({std::make_shared<BookSeries>(m_book, code)});
        connect(cell, &ChartCell::retryRequested, this, &ChartGrid::retryRequested);
        const int at = static_cast<int>(m_cells.size());
        grid->addWidget(cell, at / kColumns, at % kColumns);
        grid->setRowStretch(at / kColumns, 1);
        grid->setColumnStretch(at % kColumns, 1);
        m_cells.append(cell);
    }
    m_failed->setObjectName(u"chartsFailed"_s);
    m_stack->addWidget(charts);
    m_stack->addWidget(m_failed);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
}

ChartCell *ChartGrid::cell(const QString &metric) const
{
    const auto found = std::ranges::find(m_cells, metric, &ChartCell::metric);
    return found == m_cells.end() ? nullptr : *found;
}

widgets::TimeSeriesChart &ChartGrid::leading() const
{
    const auto shown = std::ranges::find_if(m_cells, &ChartCell::isChartShown);
    return (shown == m_cells.end() ? m_cells.first() : *shown)->chart();
}

int ChartGrid::pixels() const
{
    return std::max(kFewestPixels, leading().plotWidth());
}

bool ChartGrid::handleKey(int key, Qt::KeyboardModifiers modifiers)
{
    return leading().handleKey(key, modifiers);
}

void ChartGrid::setWindow(qint64 from, qint64 to, bool live)
{
    m_from = from;
    m_to = to;
    m_live = live;
    // A crosshair that the window has left would point at what nobody sees.
    if (const auto at = m_crosshair.time(); at && (*at < from || *at > to))
        m_crosshair.setTime(std::nullopt);
    markAllDirty();
}

void ChartGrid::setRules(const QList<domain::Rule> &rules)
{
    m_rules = rules;
    for (ChartCell *cell : std::as_const(m_cells)) {
        QList<widgets::Threshold> limits;
        for (const domain::Rule &rule : rules) {
            if (rule.metric != cell->metric())
                continue;
            for (const domain::Level level : domain::kLevels) {
                if (const auto &limit = rule.of(level))
                    limits.append(
                        {level, limit->on, rule.direction == domain::Rule::Direction::Above});
            }
        }
        cell->chart().setThresholds(limits);
    }
}

void ChartGrid::setPeriods(const QList<AlertPeriod> &periods)
{
    m_periods = periods;
    markAllDirty();
}

void ChartGrid::setStatuses(const QList<SeriesStatus> &statuses, qint64 step)
{
    m_statuses = statuses;
    m_step = step;
    markAllDirty();
}

void ChartGrid::markDirty(const QString &metric)
{
    m_dirty.insert(metric);
    if (!m_flush.isActive() && isVisible())
        m_flush.start(static_cast<int>(std::max<qint64>(0, kBeat - m_sinceFlush.elapsed())));
}

void ChartGrid::markAllDirty()
{
    for (const ChartCell *cell : std::as_const(m_cells))
        markDirty(cell->metric());
}

void ChartGrid::flush()
{
    if (!isVisible())
        return; // showEvent() catches up
    m_sinceFlush.restart();
    for (ChartCell *cell : std::as_const(m_cells)) {
        if (m_dirty.contains(cell->metric()))
            refresh(*cell);
    }
    m_dirty.clear();
    const auto error = commonError();
    if (error)
        m_failed->setError(tr("The source cannot be read"), words::errorSentence(*error));
    if (m_stack->currentIndex() != (error ? 1 : 0))
        m_stack->setCurrentIndex(error ? 1 : 0);
}

std::optional<base::Error> ChartGrid::commonError() const
{
    const auto first = m_book.error(m_cells.first()->metric());
    const bool all = first && std::ranges::all_of(m_cells, [&](const ChartCell *cell) {
        const auto error = m_book.error(cell->metric());
        return error && error->code == first->code;
    });
    return all && !isUnknownMetric(first) ? first : std::nullopt;
}

void ChartGrid::refresh(ChartCell &cell)
{
    const QString &metric = cell.metric();
    widgets::TimeSeriesChart &chart = cell.chart();
    const quality::Series *series = m_book.series(metric);
    const auto error = m_book.error(metric);
    if (isUnknownMetric(error))
        return cell.showUnknownMetric();
    if (error)
        return cell.showError(*error);
    if (!series || (series->isEmpty() && m_book.isLoading(metric)))
        return cell.showLoading();
    cell.showChart();
    const qint64 gap = std::max(series->maxGap(), m_step * 5 / 2);
    if (gap > 0)
        chart.setMaxGap(gap);
    QList<widgets::AlertBand> bands;
    for (const AlertPeriod &period : std::as_const(m_periods)) {
        if (period.metric.isEmpty() || period.metric == metric)
            bands.append({period.from, period.to.value_or(m_to), period.level, period.reference});
    }
    chart.setBands(bands);
    refreshStanding(cell);
    if (chart.data().from == m_from && chart.data().to == m_to)
        chart.refresh();
    else
        chart.setWindow(m_from, m_to);
}

void ChartGrid::refreshStanding(ChartCell &cell)
{
    const QString stale = staleness(cell.metric());
    const SeriesStatus *standing = status(cell.metric());
    const auto level = m_live && standing ? standing->level : levelAtEnd(cell.metric());
    QString word;
    if (level)
        word = words::level(QString(codeOf(*level)));
    else if (stale.isEmpty())
        word = words::state(u"normal");
    cell.chart().setLevel(level, word);
    cell.chart().setStale(stale);
}

const SeriesStatus *ChartGrid::status(const QString &metric) const
{
    const auto found = std::ranges::find(m_statuses, metric, &SeriesStatus::metric);
    return found == m_statuses.end() ? nullptr : &*found;
}

/// What the record says of the window's end.
std::optional<domain::Level> ChartGrid::levelAtEnd(const QString &metric) const
{
    std::optional<domain::Level> worst;
    for (const AlertPeriod &period : m_periods) {
        const bool on =
            period.metric == metric && period.from <= m_to && period.to.value_or(m_to) >= m_to;
        if (on && (!worst || *worst < period.level))
            worst = period.level;
    }
    return worst;
}

/// In words, empty while the newest value is as new as it should be at the window's end.
QString ChartGrid::staleness(const QString &metric) const
{
    const SeriesStatus *standing = m_live ? status(metric) : nullptr;
    qint64 newest = 0;
    if (standing) {
        if (standing->data == DataState::Fresh)
            return {};
        newest = standing->time;
    } else {
        const auto sample = BookSeries(m_book, metric).at(m_to);
        newest = sample && std::isfinite(sample->value) ? sample->at : 0;
        const qint64 allowed = std::max(m_book.series(metric)->maxGap(), m_step * 5 / 2);
        if (newest > 0 && m_to - newest <= allowed)
            return {};
    }
    return newest == 0 ? words::state(u"no_data")
                       : words::age(base::Seconds{std::max<qint64>(0, m_to - newest) / 1000});
}

void ChartGrid::showEvent(QShowEvent *event)
{
    markAllDirty();
    ThemedWidget::showEvent(event);
}

void ChartGrid::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        markAllDirty();
    ThemedWidget::changeEvent(event);
}

} // namespace watchroom::ui
