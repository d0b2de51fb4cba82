// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/rule.h"
#include "app/quality/metricsource.h"

#include <QHash>
#include <QList>
#include <QString>

#include <array>
#include <limits>
#include <optional>
#include <vector>

namespace watchroom::quality {

/// What is known of a value, apart from its level.
enum class DataState
{
    Fresh,
    Stale,
    NoData,
    SourceDown
};

inline const QString kNoDataRule = QStringLiteral("no_data");
inline const QString kSourceDownRule = QStringLiteral("source_down");

/// An alert as the engine sees it, at the moment it began, changed or ended.
struct Transition
{
    QString rule; ///< name; kNoDataRule and kSourceDownRule are the engine's own
    QString target;
    QString metric; ///< empty: the whole target or source
    QString group = {};
    std::optional<domain::Level> from = {}; ///< nothing: normal
    std::optional<domain::Level> to = {};
    qint64 time = 0; ///< of the sample, floored to the rule's step, ms
    qint64 startsAt = 0; ///< when the alert began
    double value = 0; ///< the last one
    std::optional<double> limit = {}; ///< `on` of `to`
    bool noData = false; ///< it still fires, but nothing has been heard since
};

/// How one metric of one target stands.
struct SeriesStatus
{
    QString target;
    QString metric;
    std::optional<domain::Level> level = {};
    DataState data = DataState::Fresh;
    double value = 0;
    qint64 time = 0; ///< 0: never heard
};

/// Decides from samples which alerts fire. Pure: it knows no time but that of samples and of
/// tick(), both in ms and floored to the rule's step, so that two stations that see the same
/// samples decide the same. Missing data never lowers a level. Belongs to one thread.
class RuleEngine
{
public:
    using Handle = std::size_t;
    using Transitions = std::vector<Transition>;

    /// `sourceStep`: rules are not evaluated more often than the source has something new.
    RuleEngine(const QList<domain::Rule> &rules, const QString &source, qint64 sourceStep);

    /// The series of a target's metric; made at the first call.
    [[nodiscard]] Handle series(const QString &target, const QString &metric);
    /// Targets of which something is expected even if nothing was ever heard.
    void expectTargets(const QStringList &targets);
    /// Begins a grace of two steps without missing-data alerts: after start, or a resume from
    /// sleep.
    void start(qint64 now);

    /// A sample that is not after the last is ignored and counted; NaN and infinities are no
    /// sample.
    void observe(Handle handle, qint64 time, double value, Transitions &out);
    /// Looks for what is missing. Notices by itself that it was not called for long.
    void tick(qint64 now, Transitions &out);
    void sourceFailed(qint64 now);
    void sourceAnswered(qint64 now, Transitions &out);

    /// Puts back an alert that fired before: it neither begins again nor is forgotten.
    void restore(const Transition &alert);
    /// The alerts that fire now, `from` and `to` both their level.
    [[nodiscard]] Transitions active() const;
    [[nodiscard]] std::vector<SeriesStatus> statuses() const;
    [[nodiscard]] qint64 ignored() const { return m_ignored; }
    [[nodiscard]] bool isSourceDown() const { return m_downSince != kNever; }

private:
    static constexpr qint64 kNever = std::numeric_limits<qint64>::min();
    static constexpr int kLevelCount = 3;
    using Times = std::array<qint64, kLevelCount>;

    /// A rule with its sign turned so that larger is worse, and its times in ms.
    struct Compiled
    {
        QString name;
        QString metric;
        QString group;
        double sign = 1;
        std::array<bool, kLevelCount> has{};
        std::array<double, kLevelCount> on{};
        std::array<double, kLevelCount> off{};
        Times hold{}; ///< `for`
        Times clear{};
        qint64 step = 0;
        qint64 maxGap = 0;
        qint64 noDataFor = 0;
    };
    struct State
    {
        Times since{kNever, kNever, kNever}; ///< when a continuous v >= on began
        Times below{kNever, kNever, kNever}; ///< when a continuous v < off began
        qint64 last = kNever;
        qint64 startsAt = 0;
        double value = 0;
        int level = 0; ///< 0 is normal, 1 blue ... 3 red
        int rule = 0;
        bool noData = false;
    };
    struct SeriesEntry
    {
        QString target;
        QString metric;
        std::size_t firstState = 0;
        std::size_t stateCount = 0;
        qint64 last = kNever; ///< unfloored
        double value = 0;
        bool invalid = false; ///< the newest sample was no number
    };
    struct TargetEntry
    {
        std::vector<Handle> series;
        bool expected = false;
        bool alerting = false;
        qint64 startsAt = 0;
    };

    void evaluate(SeriesEntry &series, State &state, qint64 time, double value, Transitions &out);
    static void trackTime(const Compiled &rule, State &state, qint64 time);
    static void trackValue(const Compiled &rule, State &state, double value);
    [[nodiscard]] static int nextLevel(const Compiled &rule, const State &state);
    [[nodiscard]] static bool passed(const Compiled &rule, const State &state, int level);
    [[nodiscard]] Transition describe(const SeriesEntry &series, const State &state) const;
    [[nodiscard]] qint64 silence(const Compiled &rule, const State &state, qint64 now) const;
    void tickState(SeriesEntry &series, State &state, qint64 now, Transitions &out);
    void tickTarget(const QString &key, TargetEntry &target, qint64 now, Transitions &out);
    [[nodiscard]] Transition missing(const QString &rule, const QString &target, qint64 now) const;

    std::vector<Compiled> m_rules;
    std::vector<SeriesEntry> m_series;
    std::vector<State> m_states;
    QHash<std::pair<QString, QString>, Handle> m_handles;
    QHash<QString, TargetEntry> m_targets;
    QString m_source;
    qint64 m_sourceStep;
    qint64 m_graceFrom = 0;
    qint64 m_lastTick = kNever;
    qint64 m_downSince = kNever;
    qint64 m_downStartsAt = 0;
    bool m_downAlerting = false;
    qint64 m_ignored = 0;
};

} // namespace watchroom::quality
