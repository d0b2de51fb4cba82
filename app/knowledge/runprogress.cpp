// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/knowledge/runprogress.h"

#include <algorithm>

namespace watchroom::knowledge {

using namespace Qt::StringLiterals;
using articles::Step;
using articles::StepChange;
using articles::Steps;
using Mark = StepProgress::Mark;
using Change = StepProgress::Change;

namespace {

std::optional<Mark> markOf(const QString &kind)
{
    if (kind == "done"_L1)
        return Mark::Done;
    if (kind == "failed"_L1)
        return Mark::Failed;
    if (kind == "not_applicable"_L1)
        return Mark::NotApplicable;
    return kind == "undone"_L1 ? std::optional(Mark::Open) : std::nullopt;
}

QString hashIn(const VersionSteps &versions, int version, const QString &id)
{
    const Steps steps = versions.value(version);
    const auto step = std::ranges::find(steps, id, &Step::id);
    return step == steps.end() ? QString() : step->hash;
}

/// The run's events, folded one by one.
class Folding
{
public:
    Folding(const Run &run, const VersionSteps &versions, int newest)
        : m_versions(versions)
    {
        m_progress.state = u"running"_s;
        m_progress.version = run.version;
        m_progress.since = run.startedAt;
        m_progress.newest = std::max(newest, run.version);
        setSteps();
    }

    void take(const RunEvent &event)
    {
        if (event.kind == "switched"_L1) {
            m_progress.version = event.version;
            m_progress.newest = std::max(m_progress.newest, event.version);
            setSteps();
        } else if (event.kind == "finished"_L1 || event.kind == "stopped"_L1) {
            // What ended first stays so; later words are kept beside it.
            if (m_progress.isRunning()) {
                m_progress.state = event.kind;
                m_progress.endedAt = event.happenedAt;
            }
        } else if (event.kind == "note"_L1) {
            StepProgress *step = find(event.step);
            (step ? step->notes : m_progress.notes).append(event);
        } else if (event.kind == "kept"_L1 || event.kind == "not_needed"_L1) {
            m_decided.append(event);
        } else {
            mark(event);
        }
    }

    [[nodiscard]] RunProgress finish()
    {
        const auto open = std::ranges::find_if(
            m_progress.steps, [](const StepProgress &s) { return s.isOpen(); });
        if (open != m_progress.steps.end())
            m_progress.current = open - m_progress.steps.begin();
        m_progress.diff = articles::stepDiff(
            m_versions.value(m_progress.version), m_versions.value(m_progress.newest));
        for (StepProgress &step : m_progress.steps)
            step.change = changeOf(step);
        return m_progress;
    }

private:
    StepProgress *find(const QString &id)
    {
        const auto step = std::ranges::find_if(
            m_progress.steps, [&id](const StepProgress &s) { return s.step.id == id; });
        return step == m_progress.steps.end() ? nullptr : &*step;
    }

    /// Steps that the other version has too stay as they were marked.
    void setSteps()
    {
        const QList<StepProgress> before = std::exchange(m_progress.steps, {});
        for (const Step &step : m_versions.value(m_progress.version)) {
            const auto same = std::ranges::find_if(
                before, [&step](const StepProgress &s) { return s.step.id == step.id; });
            StepProgress now = same == before.end() ? StepProgress{} : *same;
            now.step = step;
            m_progress.steps.append(now);
        }
    }

    void mark(const RunEvent &event)
    {
        const auto mark = markOf(event.kind);
        StepProgress *step = find(event.step);
        if (!mark || !step)
            return;
        step->mark = *mark;
        step->version = event.version;
        step->by = event.author;
        step->at = event.happenedAt;
        step->reason = event.reason;
        step->text = event.text;
        m_progress.since = event.happenedAt;
    }

    [[nodiscard]] bool isDecided(QLatin1StringView kind, const QString &step, int version) const
    {
        return std::ranges::any_of(m_decided, [&](const RunEvent &event) {
            return event.kind == kind && event.step == step
                && (kind == "kept"_L1 ? event.against : event.version) == version;
        });
    }

    /// Marked by one text, and `version` has another one for it.
    [[nodiscard]] bool isOutdated(const StepProgress &step, int version) const
    {
        return hashIn(m_versions, step.version, step.step.id)
            != hashIn(m_versions, version, step.step.id);
    }

    [[nodiscard]] Change changeOf(const StepProgress &step) const
    {
        const QString &id = step.step.id;
        if (!step.isOpen()) {
            const int seen = m_progress.newest;
            const bool gone = hashIn(m_versions, seen, id).isEmpty();
            return !gone && isOutdated(step, seen) && !isDecided("not_needed"_L1, id, seen)
                ? Change::Finished
                : Change::None;
        }
        const auto change = std::ranges::find(m_progress.diff, id, &StepChange::id);
        const bool same = change == m_progress.diff.end() || change->kind == StepChange::Kind::Same
            || change->kind == StepChange::Kind::Moved;
        if (same || isDecided("kept"_L1, id, m_progress.newest))
            return Change::None;
        if (m_progress.current >= 0 && m_progress.steps.at(m_progress.current).step.id == id)
            return Change::Now;
        return change->critical ? Change::Critical : Change::Later;
    }

    const VersionSteps &m_versions;
    RunProgress m_progress;
    QList<RunEvent> m_decided;
};

} // namespace

std::optional<qsizetype> RunProgress::mustChooseAt() const
{
    const auto step = std::ranges::find_if(steps, [](const StepProgress &s) {
        return s.change == Change::Now || s.change == Change::Critical;
    });
    return isRunning() && step != steps.end() ? std::optional(step - steps.begin()) : std::nullopt;
}

qsizetype RunProgress::settled() const
{
    return std::ranges::count_if(steps, [](const StepProgress &s) { return !s.isOpen(); });
}

RunProgress progressOf(
    const Run &run, QList<RunEvent> events, const VersionSteps &versions, int newest)
{
    std::ranges::sort(events, {}, &RunEvent::id);
    Folding folding(run, versions, newest);
    for (const RunEvent &event : std::as_const(events))
        folding.take(event);
    return folding.finish();
}

} // namespace watchroom::knowledge
