// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/rule.h"
#include "app/quality/alertperiodsmodel.h"
#include "app/quality/ruleengine.h"
#include "ui/widgets/crosshairgroup.h"
#include "ui/widgets/themedwidget.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTimer>

class QStackedWidget;

namespace watchroom::quality {
class SeriesBook;
}
namespace watchroom::widgets {
class ErrorState;
class TimeSeriesChart;
} // namespace watchroom::widgets

namespace watchroom::ui {

class ChartCell;

/// The six charts of one target over one window, with one crosshair. What changes is drawn together
/// and at most four times a second; nothing is while nobody sees it. UI thread.
class ChartGrid : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    ChartGrid(
        const style::Theme &theme, const quality::SeriesBook &book, QWidget *parent = nullptr);

    [[nodiscard]] static QStringList metrics();
    /// Milliseconds; a `live` window ends now, and how things stand follows from setStatuses().
    void setWindow(qint64 from, qint64 to, bool live);
    void setRules(const QList<domain::Rule> &rules);
    void setPeriods(const QList<quality::AlertPeriod> &periods);
    /// Of the target shown. `step` of its source, ms.
    void setStatuses(const QList<quality::SeriesStatus> &statuses, qint64 step);
    [[nodiscard]] int pixels() const; ///< of a chart's width
    [[nodiscard]] ChartCell *cell(const QString &metric) const;
    [[nodiscard]] widgets::CrosshairGroup &crosshair() { return m_crosshair; }
    bool handleKey(int key, Qt::KeyboardModifiers modifiers);

Q_SIGNALS:
    void retryRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void markDirty(const QString &metric);
    void markAllDirty();
    void flush();
    void refresh(ChartCell &cell);
    void refreshStanding(ChartCell &cell);
    [[nodiscard]] std::optional<base::Error> commonError() const;
    [[nodiscard]] widgets::TimeSeriesChart &leading() const; ///< the first that is shown
    [[nodiscard]] const quality::SeriesStatus *status(const QString &metric) const;
    [[nodiscard]] std::optional<domain::Level> levelAtEnd(const QString &metric) const;
    [[nodiscard]] QString staleness(const QString &metric) const;

    const quality::SeriesBook &m_book;
    widgets::CrosshairGroup m_crosshair;
    QList<ChartCell *> m_cells;
    QStackedWidget *m_stack;
    widgets::ErrorState *m_failed; ///< when no metric can be read for one and the same reason
    QList<domain::Rule> m_rules;
    QList<quality::AlertPeriod> m_periods;
    QList<quality::SeriesStatus> m_statuses;
    qint64 m_from = 0;
    qint64 m_to = 3'600'000;
    qint64 m_step = 0;
    bool m_live = true;
    QSet<QString> m_dirty;
    QTimer m_flush;
    QElapsedTimer m_sinceFlush;
};

} // namespace watchroom::ui
