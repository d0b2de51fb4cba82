// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/knowledge/runcommands.h"

#include "app/base/ids.h"
#include "app/domain/values.h"

#include <algorithm>

namespace watchroom::knowledge {

using namespace Qt::StringLiterals;
using domain::orNull;
using domain::Row;
using store::SavedFuture;

namespace {

Row reasoned(const QString &step, const RunReason &why)
{
    return {{u"step"_s, orNull(step)}, {u"reason"_s, orNull(why.code)},
        {u"text"_s, orNull(why.text.trimmed())}};
}

} // namespace

RunCommands::RunCommands(
    store::Store &store, const base::Clock &clock, std::function<store::Author()> author)
    : m_store(store)
    , m_clock(clock)
    , m_author(std::move(author))
{
}

SavedFuture RunCommands::start(
    const QUuid &article, int version, const QString &mode, const QUuid &incident)
{
    const store::Author author = m_author();
    return m_store.save(
        {{.table = u"procedure_run"_s,
            .id = base::newId(m_clock.now()),
            .kind = domain::OperationKind::Insert,
            .set = {{u"article"_s, base::toText(article)}, {u"version"_s, version},
                {u"mode"_s, mode}, {u"incident"_s, orNull(incident)}, {u"owner"_s, author.login}}}},
        author);
}

SavedFuture RunCommands::takeOver(const QUuid &run)
{
    const store::Author author = m_author();
    return m_store.save({{.table = u"procedure_run"_s,
                            .id = run,
                            .kind = domain::OperationKind::Update,
                            .set = {{u"owner"_s, author.login}}}},
        author);
}

QUuid RunCommands::next(const Run &run, base::Instant now)
{
    const QMutexLocker lock(&m_mutex);
    QUuid &last = m_said[run.id]; // a screen may not have read the last one yet
    last = base::newIdAfter(now, std::max(last, run.lastSaid));
    return last;
}

SavedFuture RunCommands::say(const Run &run, const QString &kind, int version, Row more)
{
    const base::Instant now = m_clock.now();
    more.insert(u"run"_s, base::toText(run.id));
    more.insert(u"incident"_s, orNull(run.incident));
    more.insert(u"kind"_s, kind);
    more.insert(u"version"_s, version);
    more.insert(u"happened_at"_s, base::toIso(now));
    // It follows its run: what was begun offline arrives in its order.
    return m_store.save({{.table = u"run_event"_s,
                            .id = next(run, now),
                            .kind = domain::OperationKind::Append,
                            .set = more,
                            .needs = {run.id}}},
        m_author());
}

SavedFuture RunCommands::done(const Run &run, int version, const QString &step)
{
    return say(run, u"done"_s, version, {{u"step"_s, step}});
}

SavedFuture RunCommands::undone(const Run &run, int version, const QString &step)
{
    return say(run, u"undone"_s, version, {{u"step"_s, step}});
}

SavedFuture RunCommands::failed(
    const Run &run, int version, const QString &step, const QString &text)
{
    return say(run, u"failed"_s, version, reasoned(step, {.text = text}));
}

SavedFuture RunCommands::notApplicable(
    const Run &run, int version, const QString &step, const RunReason &why)
{
    return say(run, u"not_applicable"_s, version, reasoned(step, why));
}

SavedFuture RunCommands::note(const Run &run, int version, const QString &step, const QString &text,
    const QList<domain::Attachment> &attachments)
{
    Row more = reasoned(step, {.text = text});
    if (!attachments.isEmpty())
        more.insert(u"blobs"_s, domain::toJson(attachments));
    return say(run, u"note"_s, version, more);
}

SavedFuture RunCommands::switchTo(const Run &run, int version)
{
    return say(run, u"switched"_s, version);
}

SavedFuture RunCommands::keep(
    const Run &run, int version, int newer, const QString &step, const RunReason &why)
{
    Row more = reasoned(step, why);
    more.insert(u"against"_s, newer);
    return say(run, u"kept"_s, version, more);
}

SavedFuture RunCommands::notNeeded(
    const Run &run, int version, const QString &step, const RunReason &why)
{
    return say(run, u"not_needed"_s, version, reasoned(step, why));
}

SavedFuture RunCommands::finish(const Run &run, int version)
{
    return say(run, u"finished"_s, version);
}

SavedFuture RunCommands::stop(const Run &run, int version, const RunReason &why)
{
    return say(run, u"stopped"_s, version, reasoned({}, why));
}

} // namespace watchroom::knowledge
