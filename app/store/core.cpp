// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/core.h"

#include "app/base/ids.h"
#include "app/store/schema.h"
#include "app/store/setup.h"

#include <QFileInfo>

namespace watchroom::store {

using namespace Qt::StringLiterals;
using base::Error;
using Durability = Database::Durability;

namespace {

constexpr qint64 kMaxWal = 16 * 1024 * 1024;

QString nameOf(Store::Mode mode)
{
    return mode == Store::Mode::Standalone ? u"standalone"_s : u"replica"_s;
}

template <class T>
base::Result<T> orError(Database &database, T value)
{
    if (auto error = database.takeError())
        return tl::unexpected(*error);
    return value;
}

tl::unexpected<Error> unknownTable()
{
    return base::failure(Error::Kind::Invalid, u"no such table"_s, u"unknown_table"_s);
}

} // namespace

base::Result<std::unique_ptr<Core>> Core::open(
    const Workspace &workspace, Store::Mode mode, const base::Clock &clock, Told changed)
{
    const bool cutShort = workspace.wasCutShort();
    const bool lost = mode == Store::Mode::Replica && !QFileInfo::exists(workspace.replicaPath());
    const LogContents left = lost ? OutboxLog::read(workspace.logPath()) : LogContents();
    auto database = Database::open(workspace.replicaPath(), Database::Access::Write);
    if (!database)
        return tl::unexpected(database.error());
    // Reading the whole file takes time that an ordinary start need not spend.
    if (cutShort) {
        if (auto whole = checkWhole(**database); !whole)
            return tl::unexpected(whole.error());
        workspace.trust();
    }
    if (auto prepared = prepareSchema(**database); !prepared)
        return tl::unexpected(prepared.error());
    std::unique_ptr<Core> core(
        new Core(std::move(*database), workspace, mode, clock, std::move(changed)));
    if (auto begun = core->begin(left); !begun)
        return tl::unexpected(begun.error());
    return core;
}

Core::Core(std::unique_ptr<Database> database, const Workspace &workspace, Store::Mode mode,
    const base::Clock &clock, Told changed)
    : m_database(std::move(database))
    , m_walPath(workspace.replicaPath() + u"-wal"_s)
    , m_mode(mode)
    , m_clock(clock)
    , m_changed(std::move(changed))
    , m_rows(*m_database)
    , m_state(*m_database)
    , m_outbox(*m_database)
    , m_pages(m_rows, m_state, clock)
    , m_saver(mode, m_rows, m_state, clock)
    , m_requeue(m_rows, m_state, clock)
    , m_log(
          mode == Store::Mode::Replica ? std::make_unique<OutboxLog>(workspace.logPath()) : nullptr)
{
}

Core::~Core() = default;

base::Result<> Core::begin(const LogContents &lost)
{
    auto begun = transaction(*m_database, [&]() -> base::Result<> {
        const QString was = m_state.value(state::kMode, nameOf(m_mode));
        if (was != nameOf(m_mode))
            return base::failure(Error::Kind::Invalid, u"the workspace is "_s + was,
                u"workspace_mode"_s, {{u"mode"_s, was}});
        m_state.set(state::kMode, was);
        m_requeue.takeOver(lost);
        if (m_state.value(state::kClient).isEmpty())
            m_state.set(state::kClient, base::toText(base::newId(m_clock.now())));
        return {};
    });
    if (!begun)
        return begun;
    m_counts = m_outbox.counts();
    restartLog();
    return {};
}

template <class Work>
auto Core::change(Work work, Database::Durability durability) -> std::invoke_result_t<Work>
{
    auto answer = transaction(*m_database, std::move(work), durability);
    const Changes changes = m_rows.takeChanges();
    if (answer && !changes.isEmpty())
        m_changed(changes);
    return answer;
}

base::Result<Saved> Core::save(
    const QList<Draft> &drafts, const Author &author, const QList<QUuid> &replaces)
{
    QList<Queued> queued;
    auto saved = change([&]() -> base::Result<Saved> {
        if (!replaces.isEmpty())
            static_cast<void>(m_requeue.discard(replaces));
        auto result = m_saver.save(drafts, author, queued);
        // What the rules said about rows that could not be read counts for nothing.
        if (auto error = m_database->takeError())
            return tl::unexpected(*error);
        return result;
    });
    if (saved && m_log) {
        m_counts.pending += queued.size();
        if (!replaces.isEmpty())
            m_counts = m_outbox.counts();
        m_log->append(queued);
        m_logged = m_logged || !queued.isEmpty();
    }
    return saved;
}

base::Result<QString> Core::setUp(const LocalPerson &person, const QList<QJsonObject> &rules)
{
    return change([&]() -> base::Result<QString> {
        return writeFirstRows(m_rows, person, rules, m_clock.now());
    });
}

base::Result<QList<Envelope>> Core::batch(qint64 after, int maxOps, qint64 maxBytes)
{
    return orError(*m_database, m_outbox.batch(after, maxOps, maxBytes));
}

base::Result<> Core::storeResults(const QList<domain::OperationResult> &results, qint64 lastOp)
{
    auto stored = change(
        [&]() -> base::Result<> {
            m_pages.storeResults(results, lastOp);
            return {};
        },
        Durability::AskedAgain);
    if (!stored)
        return stored;
    m_counts = m_outbox.counts();
    if (m_counts.pending == 0 && m_logged)
        restartLog();
    return {};
}

template <class Work>
auto Core::changeQueue(Work work) -> std::invoke_result_t<Work>
{
    auto answer = change(std::move(work));
    m_counts = m_outbox.counts();
    if (answer)
        restartLog();
    return answer;
}

base::Result<EpochMet> Core::meetEpoch(const QString &epoch, qint64 lastOp)
{
    return changeQueue(
        [&]() -> base::Result<EpochMet> { return m_requeue.meetEpoch(epoch, lastOp); });
}

base::Result<> Core::becomeNewClient()
{
    return changeQueue([&]() -> base::Result<> {
        m_requeue.becomeNewClient();
        return {};
    });
}

base::Result<qint64> Core::resend(const QList<QUuid> &ops, Resend ground, const Author &author)
{
    return changeQueue(
        [&]() -> base::Result<qint64> { return m_requeue.resend(ops, ground, author); });
}

base::Result<qint64> Core::discard(const QList<QUuid> &ops)
{
    return changeQueue([&]() -> base::Result<qint64> { return m_requeue.discard(ops); });
}

base::Result<> Core::applyChunk(const QList<PulledRow> &rows, qsizetype &at, const QString &cursor,
    qint64 lastOp, const std::function<bool()> &isAwaited)
{
    qsizetype end = at;
    auto applied = change(
        [&]() -> base::Result<> {
            end = m_pages.applyRows(rows, at, lastOp, isAwaited);
            if (end == rows.size())
                m_pages.finish(cursor, lastOp);
            return {};
        },
        Durability::AskedAgain);
    if (applied)
        at = end;
    return applied;
}

base::Result<SyncState> Core::syncState()
{
    SyncState state = m_state.all();
    state.insert(state::kHighest, QString::number(m_outbox.highestSeq()));
    return orError(*m_database, state);
}

base::Result<> Core::setSyncState(const SyncState &changes)
{
    auto stored = transaction(*m_database, [&]() -> base::Result<> {
        m_state.set(changes);
        return {};
    });
    const bool onlyCursor = changes.size() == 1 && changes.contains(state::kCursor);
    if (stored && !onlyCursor)
        restartLog();
    return stored;
}

base::Result<QHash<QString, QString>> Core::digest(const QString &part, const QString &table)
{
    const RowTable *known = m_rows.table(table);
    if (!known)
        return unknownTable();
    return orError(*m_database, m_pages.digest(part, *known));
}

base::Result<QHash<QUuid, QUuid>> Core::list(
    const QString &part, const QString &table, const QStringList &buckets)
{
    const RowTable *known = m_rows.table(table);
    if (!known)
        return unknownTable();
    return orError(*m_database, m_pages.list(part, *known, buckets));
}

base::Result<> Core::drop(const QString &table, const QList<QUuid> &ids)
{
    const RowTable *known = m_rows.table(table);
    if (!known)
        return unknownTable();
    return change([&]() -> base::Result<> {
        m_pages.drop(*known, ids);
        return {};
    });
}

base::Result<bool> Core::forgetRows()
{
    return change([&]() -> base::Result<bool> { return m_pages.forgetRows(); });
}

base::Result<bool> Core::dropMonthsBefore(const QString &part, const QStringList &kept)
{
    return change([&]() -> base::Result<bool> { return m_pages.dropMonthsBefore(part, kept); },
        Durability::AskedAgain);
}

void Core::restartLog()
{
    if (!m_log)
        return;
    SyncState known = m_state.all();
    known.remove(state::kCursor);
    const QList<Queued> open = m_outbox.open();
    m_log->restart(known, m_outbox.highestSeq(), open);
    m_logged = !open.isEmpty(); // cut again when their results are here
    // The log is a second copy: that it cannot be refreshed is no reason to fail what was saved.
    static_cast<void>(m_database->takeError());
}

base::Result<> Core::probe()
{
    auto written = transaction(*m_database, [&]() -> base::Result<> {
        m_state.set(state::kProbe, base::toIso(m_clock.now()));
        return {};
    });
    // What was saved while the log could not be written is in it again.
    if (written)
        restartLog();
    return written;
}

void Core::checkpoint()
{
    static_cast<void>(m_database->select(u"PRAGMA wal_checkpoint(PASSIVE)"_s));
    static_cast<void>(m_database->takeError());
}

bool Core::needsCheckpoint() const
{
    return QFileInfo(m_walPath).size() > kMaxWal;
}

} // namespace watchroom::store
