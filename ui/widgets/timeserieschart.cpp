// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/timeserieschart.h"

#include "app/words/metrics.h"
#include "app/words/terms.h"
#include "ui/style/levelshape.h"
#include "ui/widgets/chartbackdrop.h"
#include "ui/widgets/chartcrosshair.h"
#include "ui/widgets/chartlayer.h"
#include "ui/widgets/crosshairgroup.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/textpaint.h"
#include "ui/widgets/valuescale.h"

#include <QChart>
#include <QChartView>
#include <QDateTime>
#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QLineSeries>
#include <QPainter>
#include <QValueAxis>
#include <QtNumeric>

#include <algorithm>
#include <cmath>

namespace watchroom::widgets {

using namespace Qt::Literals::StringLiterals;
using style::FontRole;
using style::Weight;

namespace {
constexpr int kPadding = 12;
constexpr int kHeader = 36;
constexpr int kValueRoom = 34; // px, labels of the value axis
constexpr double kBackdropZ = 3.5; // above Qt Charts' grid (2) and axes (3)
constexpr double kLayerZ = 5;
constexpr double kCrosshairZ = 20;
constexpr int kFitColumns = 64;
} // namespace

TimeSeriesChart::TimeSeriesChart(
    const style::Theme &theme, CrosshairGroup &crosshair, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_crosshair(crosshair)
    , m_zone(QTimeZone::systemTimeZone())
    , m_chart(new QChart)
    , m_view(new QChartView(m_chart, this))
    , m_values(new QValueAxis(m_chart))
    , m_backdrop(new ChartBackdrop(theme, m_data, m_chart))
    , m_layer(new ChartLayer(m_data, m_chart))
    , m_cross(new ChartCrosshair(theme, m_data, m_chart))
{
    setFocusPolicy(Qt::StrongFocus);
    setProperty("focusRing", true);
    buildChart();
    connect(&crosshair, &CrosshairGroup::timeChanged, this, [this] {
        m_cross->setTime(m_crosshair.time());
        updateHeader();
    });
    themeChanged();
}

TimeSeriesChart::~TimeSeriesChart() = default;

void TimeSeriesChart::buildChart()
{
    m_chart->legend()->hide();
    m_chart->setMargins({});
    m_chart->setBackgroundVisible(false);
    m_chart->setAnimationOptions(QChart::NoAnimation);
    m_chart->addAxis(m_values, Qt::AlignLeft);
    m_values->setLineVisible(false);
    // Qt Charts lays an axis out by the series on it: one without points, and a hidden time axis.
    auto *carrier = new QLineSeries(m_chart);
    auto *times = new QValueAxis(m_chart);
    times->setVisible(false);
    m_chart->addSeries(carrier);
    m_chart->addAxis(times, Qt::AlignBottom);
    carrier->attachAxis(times);
    carrier->attachAxis(m_values);
    m_backdrop->setZValue(kBackdropZ);
    m_layer->setZValue(kLayerZ);
    m_cross->setZValue(kCrosshairZ);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setInteractive(false);
    m_view->setBackgroundBrush(Qt::NoBrush);
    m_view->viewport()->setAutoFillBackground(false);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->viewport()->setMouseTracking(true);
    m_view->viewport()->installEventFilter(this);
}

void TimeSeriesChart::setTitle(const QString &title, const QString &unit, const QString &scale)
{
    m_title = title;
    m_unit = unit;
    m_scale = scale;
    setAccessibleName(title);
    m_view->setAccessibleName(title);
    update();
}

void TimeSeriesChart::setDecimals(int decimals)
{
    m_decimals = decimals;
    update();
}

void TimeSeriesChart::setLevel(std::optional<style::Level> level, const QString &word)
{
    if (level == m_level && word == m_levelWord)
        return;
    m_level = level;
    m_levelWord = word;
    describe();
    updateHeader();
}

void TimeSeriesChart::setStale(const QString &age)
{
    if (age == m_stale)
        return;
    m_stale = age;
    describe();
    updateHeader();
}

void TimeSeriesChart::setTimeZone(const QTimeZone &zone)
{
    m_zone = zone;
    m_backdrop->setTimeZone(zone);
    update();
}

void TimeSeriesChart::setSeries(const QList<std::shared_ptr<const SeriesSource>> &series)
{
    m_data.series = series;
    refresh();
}

void TimeSeriesChart::setThresholds(const QList<Threshold> &thresholds)
{
    m_data.thresholds = thresholds;
    refresh();
}

void TimeSeriesChart::setBands(const QList<AlertBand> &bands)
{
    m_data.bands = bands;
    m_backdrop->update();
}

void TimeSeriesChart::setMaxGap(qint64 milliseconds)
{
    m_data.maxGap = milliseconds;
    m_layer->refresh();
}

void TimeSeriesChart::setWindow(qint64 from, qint64 to)
{
    if (to <= from || (from == m_data.from && to == m_data.to))
        return;
    m_data.from = from;
    m_data.to = to;
    m_backdrop->update();
    m_cross->setTime(m_crosshair.time());
    refresh();
}

void TimeSeriesChart::setValueRange(double low, double high)
{
    m_fixedValues = true;
    m_data.low = low;
    m_data.high = high;
    refresh();
}

void TimeSeriesChart::refresh()
{
    fitValues();
    m_layer->refresh();
    describe();
    updateHeader();
}

void TimeSeriesChart::fitValues()
{
    m_extent = {};
    std::vector<Span> spans;
    for (const auto &source : m_data.series) {
        source->spans(m_data.from, m_data.to, kFitColumns, spans);
        for (const Span &span : spans) {
            if (span.count == 0)
                continue;
            m_extent.min = m_extent.count == 0 ? span.min : std::min(m_extent.min, span.min);
            m_extent.max = m_extent.count == 0 ? span.max : std::max(m_extent.max, span.max);
            m_extent.count += span.count;
        }
    }
    double least = m_fixedValues ? m_data.low : 0;
    double most = m_fixedValues ? m_data.high : 0;
    if (!m_fixedValues) {
        least = std::min(least, static_cast<double>(m_extent.min));
        most = std::max(most, static_cast<double>(m_extent.max));
        for (const Threshold &threshold : m_data.thresholds)
            most = std::max(most, threshold.value * 1.05);
    }
    const ValueScale scale = roundScale(least, most);
    m_data.low = scale.low;
    m_data.high = scale.high;
    // Laying out the axis costs more than the series: only when it changes.
    if (qFuzzyCompare(m_values->min() + 1, scale.low + 1)
        && qFuzzyCompare(m_values->max() + 1, scale.high + 1)
        && m_values->tickCount() == scale.ticks)
        return;
    m_values->setLabelFormat(u"%.%1f"_s.arg(scale.decimals));
    m_values->setTickCount(scale.ticks);
    m_values->setRange(scale.low, scale.high);
    m_backdrop->update();
}

std::optional<Sample> TimeSeriesChart::shownSample() const
{
    if (m_data.series.isEmpty())
        return std::nullopt;
    const qint64 at = m_crosshair.time().value_or(m_data.to);
    const auto sample = m_data.series.first()->at(at);
    if (!sample || std::isnan(sample->value))
        return std::nullopt;
    // Under the crosshair only what was measured there counts.
    if (m_crosshair.time() && at - sample->at > m_data.maxGap)
        return std::nullopt;
    return sample;
}

QString TimeSeriesChart::valueText() const
{
    const auto sample = shownSample();
    return sample ? QString::number(static_cast<double>(sample->value), 'f', m_decimals) : u"—"_s;
}

QString TimeSeriesChart::spoken(double value) const
{
    return words::quantity(value, m_decimals, m_unit);
}

void TimeSeriesChart::describe()
{
    QStringList parts;
    if (!m_levelWord.isEmpty())
        parts += m_levelWord;
    const auto sample = shownSample();
    //: Chart, read aloud; %1 a value with its unit. zh_CN: 最新 %1
    parts += tr("latest %1").arg(spoken(sample ? static_cast<double>(sample->value) : qQNaN()));
    if (!m_stale.isEmpty())
        parts += m_stale;
    if (m_extent.count > 0) {
        //: Chart, read aloud; %1 a value with its unit. zh_CN: 最低 %1
        parts += tr("lowest %1").arg(spoken(static_cast<double>(m_extent.min)));
        //: Chart, read aloud; %1 a value with its unit. zh_CN: 最高 %1
        parts += tr("highest %1").arg(spoken(static_cast<double>(m_extent.max)));
    }
    for (const Threshold &threshold : m_data.thresholds) {
        //: Chart, read aloud; %1 the name of a level, %2 a value with its unit. zh_CN: %1限值 %2
        parts += tr("%1 limit %2")
                     .arg(words::level(QString(codeOf(threshold.level))), spoken(threshold.value));
    }
    //: Between the parts of what is read aloud. zh_CN: ，
    const QString described = parts.join(tr(", "));
    if (described != accessibleDescription())
        setAccessibleDescription(described);
}

/// The scene repaints itself; a wider update would paint it a second time.
void TimeSeriesChart::updateHeader()
{
    update(0, 0, width(), headerHeight());
}

int TimeSeriesChart::headerHeight() const
{
    return scaled(kHeader);
}

void TimeSeriesChart::themeChanged()
{
    m_values->setLabelsFont(theme().font(FontRole::Key));
    m_values->setLabelsColor(tokens().t3);
    m_values->setGridLinePen(QPen(tokens().grid, 1));
    m_layer->setColours(tokens().series, tokens().line2);
    layOut();
    m_view->viewport()->update();
    ThemedWidget::themeChanged();
}

void TimeSeriesChart::layOut()
{
    m_view->setGeometry(0, headerHeight(), width(), std::max(0, height() - headerHeight()));
    m_chart->resize(m_view->size());
    m_view->setSceneRect(QRectF(QPointF(), QSizeF(m_view->size())));
    const QRectF plot(scaled(kPadding + kValueRoom), scaled(ChartBackdrop::kLabelRoom),
        width() - scaled(2 * kPadding + kValueRoom + 10),
        m_view->height()
            - scaled(ChartBackdrop::kLabelRoom + ChartBackdrop::kAxisRoom + kPadding / 2));
    if (plot.width() < 1 || plot.height() < 1)
        return;
    m_chart->setPlotArea(plot);
    // A new plot area moves the series but not the axes; those wait for the next layout.
    m_chart->layout()->invalidate();
    m_chart->layout()->activate();
    m_backdrop->setPlot(plot);
    m_layer->setPlot(plot);
    m_cross->setPlot(plot);
}

void TimeSeriesChart::resizeEvent(QResizeEvent *)
{
    layOut();
}

void TimeSeriesChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBox(painter, rect(), tokens().panel, Qt::NoPen);
    QRectF head(scaled(kPadding), 0, width() - 2 * scaled(kPadding), headerHeight());
    head.adjust(0, 2, 0, 0);
    const QRectF mark(head.left(), head.top(), scaled(16), head.height());
    if (m_level)
        style::paintLevel(painter, mark, *m_level, tokens());
    else if (!m_stale.isEmpty())
        paintIcon(painter, mark, theme(), u"help-square"_s, 16, tokens().t2);
    else if (!m_levelWord.isEmpty())
        paintIcon(painter, mark, theme(), u"check"_s, 16, tokens().t3);
    head.setLeft(mark.right() + scaled(6));
    paintHeader(painter, head);
}

void TimeSeriesChart::paintHeader(QPainter &painter, QRectF rest) const
{
    if (m_stale.isEmpty() || m_crosshair.time()) {
        const auto sample = shownSample();
        const auto worst =
            sample ? m_data.levelOf(static_cast<double>(sample->value)) : std::nullopt;
        const QColor colour = worst ? tokens().level(*worst).text : tokens().t1;
        QFont font = theme().font(FontRole::Title, Weight::Bold);
        rest.setRight(rest.right()
            - std::max<double>(scaled(48),
                paintText(painter, rest, font, colour, valueText(), Qt::AlignRight) + scaled(16)));
        if (m_crosshair.time()) {
            const QString time =
                QDateTime::fromMSecsSinceEpoch(*m_crosshair.time(), m_zone).toString(u"HH:mm:ss"_s);
            rest.setRight(rest.right()
                - paintText(painter, rest, theme().font(FontRole::Caption), tokens().t2, time,
                    Qt::AlignRight)
                - scaled(8));
        }
    } else {
        rest.setRight(
            paintChip(painter, rest, theme(), ChipKind::Inverse, m_stale, {}, Qt::AlignRight).left()
            - scaled(8));
    }
    rest.setLeft(rest.left()
        + paintText(painter, rest, theme().font(FontRole::Body, Weight::Bold), tokens().t1, m_title)
        + scaled(6));
    paintText(painter, rest, theme().font(FontRole::Caption), tokens().t3,
        m_scale.isEmpty() ? m_unit : m_scale);
}

void TimeSeriesChart::moveCrosshair(qint64 by)
{
    const qint64 at = m_crosshair.time().value_or(m_data.to) + by;
    m_crosshair.setTime(std::clamp(at, m_data.from, m_data.to));
}

int TimeSeriesChart::plotWidth() const
{
    return static_cast<int>(m_layer->boundingRect().width());
}

bool TimeSeriesChart::handleKey(int key, Qt::KeyboardModifiers modifiers)
{
    const qint64 span = m_data.to - m_data.from;
    const qint64 column = std::max<qint64>(1, span / std::max(kFitColumns, plotWidth()));
    const qint64 step = column * (modifiers.testFlag(Qt::ShiftModifier) ? 10 : 1);
    switch (key) {
    case Qt::Key_Left:
        moveCrosshair(-step);
        return true;
    case Qt::Key_Right:
        moveCrosshair(step);
        return true;
    case Qt::Key_Home:
        m_crosshair.setTime(m_data.from);
        return true;
    case Qt::Key_End:
        m_crosshair.setTime(m_data.to);
        return true;
    case Qt::Key_Escape: {
        const bool had = m_crosshair.time().has_value();
        m_crosshair.setTime(std::nullopt);
        return had;
    }
    default:
        return false;
    }
}

void TimeSeriesChart::keyPressEvent(QKeyEvent *event)
{
    if (!handleKey(event->key(), event->modifiers()))
        QWidget::keyPressEvent(event);
}

bool TimeSeriesChart::eventFilter(QObject *, QEvent *event)
{
    if (event->type() == QEvent::MouseMove) {
        const QRectF plot = m_layer->boundingRect();
        const double x = static_cast<QMouseEvent *>(event)->position().x();
        const double share = std::clamp((x - plot.left()) / plot.width(), 0.0, 1.0);
        m_crosshair.setTime(m_data.from
            + static_cast<qint64>(share * static_cast<double>(m_data.to - m_data.from)));
    } else if (event->type() == QEvent::Leave) {
        m_crosshair.setTime(std::nullopt);
    }
    return false;
}

} // namespace watchroom::widgets
