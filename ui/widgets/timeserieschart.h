// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/chartdata.h"
#include "ui/widgets/themedwidget.h"

#include <QTimeZone>

class QChart;
class QChartView;
class QValueAxis;

namespace watchroom::widgets {

class ChartBackdrop;
class ChartCrosshair;
class ChartLayer;
class CrosshairGroup;

/// Chart of one metric over time: a QChart gives frame, value axis and grid, one item of ours
/// draws all series. The header has the metric's state, and the value at the crosshair or the
/// newest one. Its keys are those of handleKey(). The caller calls refresh() when the samples
/// behind it grew. UI thread.
class TimeSeriesChart final : public ThemedWidget
{
    Q_OBJECT
public:
    TimeSeriesChart(
        const style::Theme &theme, CrosshairGroup &crosshair, QWidget *parent = nullptr);
    ~TimeSeriesChart() override;

    /// `scale` stands in the place of the unit where there is none ("1–5").
    void setTitle(const QString &title, const QString &unit, const QString &scale = {});
    void setDecimals(int decimals);
    /// The state in the header; nothing is normal. `word` is what it is called; empty: not known.
    void setLevel(std::optional<style::Level> level, const QString &word);
    /// How old the newest sample is, in words, when it is too old; empty: not stale. What is stale
    /// is never shown as normal.
    void setStale(const QString &age);
    void setTimeZone(const QTimeZone &zone);

    void setSeries(const QList<std::shared_ptr<const SeriesSource>> &series);
    void setThresholds(const QList<Threshold> &thresholds);
    void setBands(const QList<AlertBand> &bands);
    void setMaxGap(qint64 milliseconds);
    /// Milliseconds since 1970 UTC.
    void setWindow(qint64 from, qint64 to);
    /// Fixes the value axis; without it, it holds the samples, the limits and 0.
    void setValueRange(double low, double high);
    /// The samples changed: axis, series, header and description follow.
    void refresh();
    /// Left and Right move the crosshair (Shift: ten columns), Home and End put it to the ends of
    /// the window, Escape takes it away. False: not one of these keys.
    bool handleKey(int key, Qt::KeyboardModifiers modifiers);

    [[nodiscard]] int plotWidth() const; ///< px
    [[nodiscard]] QString valueText() const; ///< as in the header
    [[nodiscard]] const ChartLayer &layer() const { return *m_layer; }
    [[nodiscard]] const ChartData &data() const { return m_data; }
    [[nodiscard]] QSize sizeHint() const override { return {340, 240}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, 140}; }

protected:
    void themeChanged() override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildChart();
    void layOut();
    void fitValues();
    void describe();
    void updateHeader();
    void paintHeader(QPainter &painter, QRectF rest) const;
    [[nodiscard]] QString spoken(double value) const;
    void moveCrosshair(qint64 by);
    [[nodiscard]] int headerHeight() const;
    [[nodiscard]] std::optional<Sample> shownSample() const;

    CrosshairGroup &m_crosshair;
    ChartData m_data;
    QString m_title;
    QString m_unit;
    QString m_scale;
    QString m_stale;
    QString m_levelWord;
    std::optional<style::Level> m_level;
    QTimeZone m_zone;
    int m_decimals = 1;
    bool m_fixedValues = false;
    Span m_extent; ///< lowest and highest value in the window
    QChart *m_chart; ///< owned by the view
    QChartView *m_view; ///< child
    QValueAxis *m_values; ///< owned by the chart
    ChartBackdrop *m_backdrop; ///< items: owned by the chart
    ChartLayer *m_layer;
    ChartCrosshair *m_cross;
};

} // namespace watchroom::widgets
