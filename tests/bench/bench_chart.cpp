// SPDX-License-Identifier: GPL-3.0-or-later
// One full redraw of 8 charts x 4 series x 3,600 points: ours, and Qt Charts' own QLineSeries in
// the same run. Targets: 10 ms typical, 20 ms noisy. Prints medians of 25 redraws.
#include "tests/bench/figures.h"
#include "ui/widgets/crosshairgroup.h"
#include "ui/widgets/timeserieschart.h"

#include <QApplication>
#include <QChart>
#include <QChartView>
#include <QElapsedTimer>
#include <QEvent>
#include <QGridLayout>
#include <QLineSeries>
#include <QValueAxis>

#include <algorithm>
#include <functional>
#include <random>

using namespace Qt::Literals::StringLiterals;
using namespace watchroom;

namespace {

constexpr int kCharts = 8;
constexpr int kSeries = 4;
constexpr int kPoints = 3'600;
constexpr int kRounds = 25;
constexpr qint64 kStep = 1'000; // ms

/// Typical: a walk; noisy: every sample leaps over half the height.
std::vector<widgets::Sample> points(bool noisy, unsigned seed)
{
    std::mt19937 random(seed);
    std::normal_distribution<float> walk(0, 1.5F);
    std::uniform_real_distribution<float> leap(0, 50);
    std::vector<widgets::Sample> made;
    float value = 50;
    for (int i = 0; i < kPoints; ++i) {
        value = std::clamp(value + walk(random), 0.0F, 100.0F);
        made.push_back({i * kStep, noisy ? 25 + leap(random) : value});
    }
    return made;
}

double median(const std::function<void()> &redraw)
{
    QList<double> times;
    for (int i = 0; i < kRounds; ++i) {
        QElapsedTimer timer;
        timer.start();
        redraw();
        times.append(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    return bench::percentile(times, 0.5);
}

/// Counts the paints of every chart's view in a window.
class ViewPaints : public QObject
{
public:
    explicit ViewPaints(const QWidget &window)
    {
        for (QChartView *view : window.findChildren<QChartView *>())
            view->viewport()->installEventFilter(this);
    }

    int count = 0;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        count += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
};

/// Until what was changed is on the screen: each chart once.
void paintAll(ViewPaints &paints)
{
    paints.count = 0;
    while (paints.count < kCharts)
        QApplication::processEvents();
    bench::demand(paints.count == kCharts, u"each chart is painted once"_s);
}

double ours(const style::Theme &theme, bool noisy)
{
    QWidget window;
    auto *grid = new QGridLayout(&window);
    widgets::CrosshairGroup crosshair;
    QList<widgets::TimeSeriesChart *> charts;
    for (int c = 0; c < kCharts; ++c) {
        auto *chart = new widgets::TimeSeriesChart(theme, crosshair);
        QList<std::shared_ptr<const widgets::SeriesSource>> series;
        for (int s = 0; s < kSeries; ++s) {
            series.append(std::make_shared<widgets::SampleVector>(
                points(noisy, static_cast<unsigned>(c * kSeries + s))));
        }
        chart->setValueRange(0, 100);
        chart->setWindow(0, kPoints * kStep);
        chart->setSeries(series);
        grid->addWidget(chart, c / 4, c % 4);
        charts.append(chart);
    }
    window.resize(1920, 1080);
    window.show();
    QApplication::processEvents();
    // The window moves by one step, as it does live.
    ViewPaints paints(window);
    qint64 moved = 0;
    return median([&] {
        moved = moved == 0 ? kStep : 0;
        for (auto *chart : std::as_const(charts))
            chart->setWindow(moved, kPoints * kStep + moved);
        paintAll(paints);
    });
}

double lineSeries(bool noisy)
{
    QWidget window;
    auto *grid = new QGridLayout(&window);
    struct Chart
    {
        QValueAxis *times;
        QList<QLineSeries *> lines;
    };
    QList<Chart> charts;
    for (int c = 0; c < kCharts; ++c) {
        auto *chart = new QChart;
        chart->legend()->hide();
        Chart made{new QValueAxis, {}};
        auto *values = new QValueAxis;
        values->setRange(0, 100);
        chart->addAxis(made.times, Qt::AlignBottom);
        chart->addAxis(values, Qt::AlignLeft);
        for (int s = 0; s < kSeries; ++s) {
            auto *line = new QLineSeries;
            QList<QPointF> list;
            for (const auto &sample : points(noisy, static_cast<unsigned>(c * kSeries + s)))
                list.append({static_cast<double>(sample.at), static_cast<double>(sample.value)});
            line->replace(list);
            line->setPen(QPen(Qt::black, 1));
            chart->addSeries(line);
            line->attachAxis(made.times);
            line->attachAxis(values);
            made.lines.append(line);
        }
        grid->addWidget(new QChartView(chart), c / 4, c % 4);
        charts.append(made);
    }
    window.resize(1920, 1080);
    window.show();
    QApplication::processEvents();
    ViewPaints paints(window);
    double moved = 0;
    return median([&] {
        moved = moved > 0 ? 0 : kStep;
        for (const Chart &chart : std::as_const(charts))
            chart.times->setRange(moved, kPoints * kStep + moved);
        paintAll(paints);
    });
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    style::Theme theme;
    theme.apply(application);
    for (const bool noisy : {false, true}) {
        const QString name = noisy ? u"chart_noisy"_s : u"chart"_s;
        bench::tell(name, ours(theme, noisy));
        bench::tell(name + u"_qlineseries"_s, lineSeries(noisy));
    }
    return 0;
}
