// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/levels.h"
#include "app/quality/alertperiodsmodel.h"
#include "ui/widgets/themedwidget.h"

class QPushButton;

namespace watchroom::widgets {
class Chip;
class LevelMark;
class SegmentedControl;
class TextLabel;
} // namespace watchroom::widgets

namespace watchroom::ui {

class StateMark;

/// How the target of the page stands, as the header shows it.
struct TargetStanding
{
    QString name;
    std::optional<domain::Level> level = {};
    QString data = {}; ///< TargetsModel::DataRole
    std::optional<quality::OpenIncident> incident = {};
    std::optional<qint64> since = {}; ///< ms: of the incident, or of the oldest alert that fires
    friend bool operator==(const TargetStanding &, const TargetStanding &) = default;
};

/// Over the charts: the target and how it stands, its incident, the range, live or paused.
/// UI thread.
class QualityHeader : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    explicit QualityHeader(const style::Theme &theme, QWidget *parent = nullptr);

    void setStanding(const TargetStanding &standing);
    void setNow(qint64 now); ///< ms; the duration follows
    void setRange(int range);
    /// Paused: since when the window stands.
    void setPaused(std::optional<qint64> at);
    [[nodiscard]] static int rangeCount();

Q_SIGNALS:
    void incidentRequested(const QUuid &incident);
    void rangeChosen(int range);
    void liveChosen(bool live);

protected:
    void changeEvent(QEvent *event) override;
    void themeChanged() override;

private:
    void build();
    void retranslate();
    void showState();
    void showDuration();
    void showPaused();

    TargetStanding m_standing;
    qint64 m_now = 0;
    std::optional<qint64> m_pausedAt;
    widgets::TextLabel *m_name;
    widgets::LevelMark *m_level;
    StateMark *m_state;
    QPushButton *m_incident;
    widgets::TextLabel *m_duration;
    widgets::Chip *m_paused;
    widgets::SegmentedControl *m_range;
    QPushButton *m_live;
};

} // namespace watchroom::ui
