// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "ui/widgets/themedwidget.h"

class QStackedWidget;

namespace watchroom::quality {
struct Metric;
}
namespace watchroom::widgets {
class CrosshairGroup;
class EmptyState;
class ErrorState;
class LoadingState;
class TextLabel;
class TimeSeriesChart;
} // namespace watchroom::widgets

namespace watchroom::ui {

/// The place of one metric: its chart, or why there is none. UI thread.
class ChartCell : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    ChartCell(const style::Theme &theme, const quality::Metric &metric,
        widgets::CrosshairGroup &crosshair, QWidget *parent = nullptr);

    [[nodiscard]] const QString &metric() const { return m_code; }
    [[nodiscard]] widgets::TimeSeriesChart &chart() const { return *m_chart; }
    [[nodiscard]] bool isChartShown() const;

    void showChart();
    void showLoading();
    void showUnknownMetric(); ///< the source does not offer it
    void showError(const base::Error &error);

Q_SIGNALS:
    void retryRequested();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void themeChanged() override;

private:
    void showInstead(QWidget *state);
    void retranslate();

    QString m_code;
    base::Error m_error;
    QStackedWidget *m_stack;
    widgets::TimeSeriesChart *m_chart;
    QWidget *m_other; ///< title and state
    widgets::TextLabel *m_title;
    QStackedWidget *m_states;
    widgets::LoadingState *m_loading;
    widgets::EmptyState *m_unknown;
    widgets::ErrorState *m_failed;
};

} // namespace watchroom::ui
