// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/quality/alertperiodsmodel.h"
#include "app/quality/knowntargets.h"
#include "app/quality/seriesbook.h"
#include "app/quality/targetsmodel.h"
#include "ui/widgets/themedwidget.h"

class QStackedWidget;

namespace watchroom::widgets {
class EmptyState;
}

namespace watchroom::ui {

class ChartGrid;
class QualityHeader;
class TargetPanel;

/// The page of quality: the targets, and the six charts of the one that is chosen, live or held at
/// an instant. What comes meanwhile is kept either way. UI thread.
class QualityPage : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    struct Needs
    {
        quality::QualityService &service;
        quality::AlertPeriodsModel &periods;
        const base::Clock &clock;
    };

    QualityPage(const style::Theme &theme, const Needs &needs, QWidget *parent = nullptr);

    void setRules(const QList<domain::Rule> &rules);
    /// The targets of the rows, for a source that lists none.
    void setTargetRows(const QList<quality::TargetInfo> &targets);
    void setEnglish(bool english);
    /// Of a region, the worst target in it. False when nothing there is measured.
    bool showTarget(const QString &target);
    void setRange(int range); ///< 0: 15 min ... 4: 7 d
    void setLive(bool live);
    /// Holds the window so that it ends there (ms).
    void showMoment(qint64 end);
    void focusFilter();
    /// What moves, once a second.
    void tick();

    [[nodiscard]] QString target() const;
    [[nodiscard]] int range() const { return m_range; }
    [[nodiscard]] bool isLive() const { return !m_pausedAt; }
    [[nodiscard]] const quality::TargetsModel &targets() const { return m_targets; }

Q_SIGNALS:
    void incidentRequested(const QUuid &incident);

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void wire();
    void take(const quality::QualityUpdate &update);
    void takeSource(const quality::SourceState &state);
    void follow(const QString &target);
    void ask();
    void moveWindow();
    void showStanding();
    void showStatuses();
    void retranslate();
    [[nodiscard]] qint64 now() const;
    [[nodiscard]] qint64 span() const;
    [[nodiscard]] qint64 end() const { return m_pausedAt.value_or(now()); }

    Needs m_needs;
    quality::TargetsModel m_targets;
    quality::KnownTargets m_known;
    quality::SeriesBook m_book;
    std::vector<quality::SeriesStatus> m_statuses;
    quality::SourceState m_source;
    int m_range = 1;
    std::optional<qint64> m_pausedAt;
    bool m_asked = false; ///< the history of what is shown
    TargetPanel *m_panel;
    QualityHeader *m_header;
    ChartGrid *m_grid;
    QStackedWidget *m_stack;
    widgets::EmptyState *m_empty;
};

} // namespace watchroom::ui
