// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quality/chartcell.h"

#include "app/quality/metrics.h"
#include "app/words/errors.h"
#include "app/words/metrics.h"
#include "ui/style/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorstate.h"
#include "ui/widgets/loadingstate.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/timeserieschart.h"

#include <QEvent>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using style::FontRole;
using style::Ink;
using style::Weight;

ChartCell::ChartCell(const style::Theme &theme, const quality::Metric &metric,
    widgets::CrosshairGroup &crosshair, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_code(metric.code)
    , m_stack(new QStackedWidget(this))
    , m_chart(new widgets::TimeSeriesChart(theme, crosshair, this))
    , m_other(new QWidget(this))
    , m_title(new widgets::TextLabel(theme, FontRole::Body, Weight::Bold, Ink::T1, m_other))
    , m_states(new QStackedWidget(m_other))
    , m_loading(new widgets::LoadingState(theme, m_other))
    , m_unknown(new widgets::EmptyState(theme, m_other))
    , m_failed(new widgets::ErrorState(theme, m_other))
{
    setObjectName(u"cell_"_s + m_code);
    m_chart->setObjectName(u"chart_"_s + m_code);
    m_chart->setDecimals(metric.decimals);
    if (metric.floor > 0 && metric.ceiling > 0)
        m_chart->setValueRange(metric.floor, metric.ceiling); // a score: the whole scale
    for (QWidget *state : {static_cast<QWidget *>(m_loading), static_cast<QWidget *>(m_unknown),
             static_cast<QWidget *>(m_failed)})
        m_states->addWidget(state);
    auto *other = new QVBoxLayout(m_other);
    other->setContentsMargins(12, 0, 12, 12);
    other->addWidget(m_title);
    other->addWidget(m_states, 1);
    m_stack->addWidget(m_chart);
    m_stack->addWidget(m_other);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    connect(m_failed, &widgets::ErrorState::retryRequested, this, &ChartCell::retryRequested);
    ChartCell::themeChanged();
    retranslate();
    showLoading();
}

void ChartCell::themeChanged()
{
    m_title->setFixedHeight(scaled(38)); // where a chart has its own
    ThemedWidget::themeChanged();
}

bool ChartCell::isChartShown() const
{
    return m_stack->currentWidget() == m_chart;
}

void ChartCell::showChart()
{
    // A stack repaints all it holds even when it is told what it shows already.
    if (!isChartShown())
        m_stack->setCurrentWidget(m_chart);
}

void ChartCell::showInstead(QWidget *state)
{
    if (m_states->currentWidget() != state)
        m_states->setCurrentWidget(state);
    if (isChartShown())
        m_stack->setCurrentWidget(m_other);
}

void ChartCell::showLoading()
{
    showInstead(m_loading);
}

void ChartCell::showUnknownMetric()
{
    showInstead(m_unknown);
}

void ChartCell::showError(const base::Error &error)
{
    m_error = error;
    m_failed->setError(tr("Cannot be read"), words::errorSentence(error));
    showInstead(m_failed);
}

void ChartCell::retranslate()
{
    const auto *metric = quality::findMetric(m_code);
    const QString name = words::metric(m_code);
    m_title->setText(name);
    const bool score = metric->floor > 0 && metric->ceiling > 0;
    m_chart->setTitle(
        name, metric->unit, score ? u"%1–%2"_s.arg(metric->floor).arg(metric->ceiling) : QString());
    m_unknown->setFact(u"database"_s, tr("Not measured"), tr("This source has no such metric"));
    if (m_states->currentWidget() == m_failed)
        m_failed->setError(tr("Cannot be read"), words::errorSentence(m_error));
}

void ChartCell::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    ThemedWidget::changeEvent(event);
}

void ChartCell::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    widgets::paintBox(painter, rect(), tokens().panel, Qt::NoPen);
}

} // namespace watchroom::ui
