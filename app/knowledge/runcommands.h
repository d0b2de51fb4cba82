// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/knowledge/run.h"
#include "app/store/store.h"

#include <QHash>
#include <QMutex>

#include <functional>

namespace watchroom::knowledge {

/// Why something was not done as the text says: of the list, or in words.
struct RunReason
{
    QString code = {};
    QString text = {};
};

/// What people do when they follow a procedure: each function saves one thing and returns at once.
/// The rules judge it in the store; refusals carry the rule's code. Any thread.
class RunCommands
{
public:
    /// `author` is asked at each command: people switch.
    RunCommands(
        store::Store &store, const base::Clock &clock, std::function<store::Author()> author);

    /// `incident` null: free. `mode`: read_do or do_confirm.
    [[nodiscard]] store::SavedFuture start(
        const QUuid &article, int version, const QString &mode, const QUuid &incident);
    [[nodiscard]] store::SavedFuture takeOver(const QUuid &run);

    /// Of a step, by the version the run goes by.
    [[nodiscard]] store::SavedFuture done(const Run &run, int version, const QString &step);
    [[nodiscard]] store::SavedFuture undone(const Run &run, int version, const QString &step);
    [[nodiscard]] store::SavedFuture failed(
        const Run &run, int version, const QString &step, const QString &text);
    [[nodiscard]] store::SavedFuture notApplicable(
        const Run &run, int version, const QString &step, const RunReason &why);
    /// `step` may be empty.
    [[nodiscard]] store::SavedFuture note(const Run &run, int version, const QString &step,
        const QString &text, const QList<domain::Attachment> &attachments = {});

    /// By `version` from here on.
    [[nodiscard]] store::SavedFuture switchTo(const Run &run, int version);
    /// This step is still done by `version`, not by the newer one.
    [[nodiscard]] store::SavedFuture keep(
        const Run &run, int version, int newer, const QString &step, const RunReason &why);
    /// A finished step has changed in `version`, and is not done again.
    [[nodiscard]] store::SavedFuture notNeeded(
        const Run &run, int version, const QString &step, const RunReason &why);

    [[nodiscard]] store::SavedFuture finish(const Run &run, int version);
    [[nodiscard]] store::SavedFuture stop(const Run &run, int version, const RunReason &why);

private:
    [[nodiscard]] store::SavedFuture say(
        const Run &run, const QString &kind, int version, domain::Row more = {});

    /// The id of what is said now.
    [[nodiscard]] QUuid next(const Run &run, base::Instant now);

    store::Store &m_store;
    const base::Clock &m_clock;
    std::function<store::Author()> m_author;
    QMutex m_mutex;
    QHash<QUuid, QUuid> m_said; ///< the last event of each run that was said here
};

} // namespace watchroom::knowledge
