// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/store.h"

#include "app/base/log.h"
#include "app/base/workerthread.h"
#include "app/store/core.h"
#include "app/store/schema.h"
#include "app/store/writer.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QTimer>

namespace watchroom::store {

using namespace Qt::StringLiterals;
using base::Error;
using base::Result;
using Queue = Writer::Queue;

namespace {

constexpr int kIdleMillis = 500;

template <class T>
QFuture<T> ready(T value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

/// "20260318T091500", for names of files.
QString stampOf(const base::Clock &clock)
{
    return QString(base::toIso(clock.now())).remove(u'-').remove(u':').left(15);
}

tl::unexpected<Error> readOnly()
{
    return base::failure(Error::Kind::Denied, u"opened for reading"_s, u"read_only"_s);
}

} // namespace

/// The two threads and what lives on each.
struct Store::Private
{
    Mode mode = Mode::ReadOnly;
    std::unique_ptr<Workspace> workspace;
    Store *owner = nullptr;

    // On the reader's thread.
    std::unique_ptr<Database> readDatabase;
    std::unique_ptr<Reader> reader;
    std::unique_ptr<base::WorkerThread> readThread;

    // On the writer's thread; no writer when nothing may be written.
    std::unique_ptr<Core> core;
    QTimer *idle = nullptr;
    OutboxCounts told;
    std::unique_ptr<Writer> writer;

    Result<> openWriter(const base::Clock &clock);
    Result<> openReader();
    void afterWork();
    void report(const Error &error);

    /// Calls `chunk(core)` in the queue of sync until it answers that it is done; an operator's
    /// work goes in between.
    QFuture<Result<>> writeInChunks(std::function<Result<bool>(Core &)> chunk);

    /// Runs `work(core)` in a queue of the writer.
    template <class Work>
    auto write(Queue queue, Work work) -> QFuture<std::invoke_result_t<Work, Core &>>
    {
        if (!writer)
            return ready(std::invoke_result_t<Work, Core &>(readOnly()));
        return writer->run(queue, [this, task = std::move(work)]() mutable {
            auto answer = task(*core);
            if (!answer)
                report(answer.error());
            afterWork();
            return answer;
        });
    }
};

Result<> Store::Private::openWriter(const base::Clock &clock)
{
    writer = std::make_unique<Writer>();
    return writer
        ->run(Queue::Operator,
            [this, &clock]() -> Result<> {
                const auto tell = [this](const Changes &changes) {
                    for (auto it = changes.begin(); it != changes.end(); ++it)
                        Q_EMIT owner->rowsChanged(it.key(), it.value().values());
                };
                auto opened = Core::open(*workspace, mode, clock, tell);
                if (!opened)
                    return tl::unexpected(opened.error());
                core = std::move(*opened);
                told = core->counts();
                idle = new QTimer(writer->context());
                idle->setSingleShot(true);
                idle->setInterval(kIdleMillis);
                QObject::connect(idle, &QTimer::timeout, writer->context(), [this] {
                    if (core && writer->isIdle())
                        core->checkpoint();
                });
                return {};
            })
        .result();
}

Result<> Store::Private::openReader()
{
    readThread = std::make_unique<base::WorkerThread>(u"store-read"_s);
    return readThread
        ->run([this]() -> Result<> {
            auto access = Database::Access::Query;
            if (mode == Mode::ReadOnly)
                access = QFileInfo(workspace->dir()).isWritable() ? Database::Access::Foreign
                                                                  : Database::Access::Frozen;
            auto opened = Database::open(workspace->replicaPath(), access);
            if (!opened)
                return tl::unexpected(opened.error());
            readDatabase = std::move(*opened);
            reader = std::make_unique<Reader>(*readDatabase);
            return checkVersion(*readDatabase);
        })
        .result();
}

void Store::Private::afterWork()
{
    if (core->needsCheckpoint())
        core->checkpoint();
    idle->start();
    const OutboxCounts counts = core->counts();
    if (counts == told)
        return;
    told = counts;
    Q_EMIT owner->countsChanged(counts);
}

QFuture<Result<>> Store::Private::writeInChunks(std::function<Result<bool>(Core &)> chunk)
{
    if (!writer)
        return ready(Result<>(readOnly()));
    auto promise = std::make_shared<QPromise<Result<>>>();
    promise->start();
    QFuture<Result<>> future = promise->future();
    writer->post(Queue::Sync, [this, promise, work = std::move(chunk)] {
        const Result<bool> done = work(*core);
        if (!done)
            report(done.error());
        afterWork();
        if (done && !*done)
            return true;
        promise->addResult(done ? Result<>() : tl::unexpected(done.error()));
        promise->finish();
        return false;
    });
    return future;
}

void Store::Private::report(const Error &error)
{
    if (error.kind != Error::Kind::Internal && error.kind != Error::Kind::Corrupt)
        return;
    qCWarning(base::lcStore, "%s", qPrintable(error.detail));
    if (error.kind == Error::Kind::Corrupt)
        workspace->suspect();
    Q_EMIT owner->failed(error);
}

Store::Store(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{
    d->owner = this;
}

Result<std::unique_ptr<Store>> Store::open(
    const QString &workspaceDir, Mode mode, const base::Clock &clock)
{
    auto workspace =
        mode == Mode::ReadOnly ? Workspace::look(workspaceDir) : Workspace::hold(workspaceDir);
    if (!workspace)
        return tl::unexpected(workspace.error());
    // The destructor closes what was opened before a failure.
    std::unique_ptr<Store> store(new Store(std::make_unique<Private>()));
    store->d->mode = mode;
    store->d->workspace = std::move(*workspace);
    if (mode != Mode::ReadOnly) {
        if (auto opened = store->d->openWriter(clock); !opened)
            return tl::unexpected(opened.error());
    }
    if (auto opened = store->d->openReader(); !opened)
        return tl::unexpected(opened.error());
    return store;
}

Result<Store::Salvaged> Store::salvage(
    const QString &workspaceDir, Mode mode, const base::Clock &clock)
{
    Salvaged salvaged;
    {
        auto workspace = Workspace::hold(workspaceDir);
        if (!workspace)
            return tl::unexpected(workspace.error());
        const QString stamp = stampOf(clock);
        // The log is made anew with the replica; until then it is the only copy.
        QFile::copy((*workspace)->logPath(), u"%1/outbox-%2.log"_s.arg((*workspace)->dir(), stamp));
        salvaged.operations = OutboxLog::read((*workspace)->logPath()).operations.size();
        auto aside = (*workspace)->setAside(u"damaged"_s, stamp);
        if (!aside)
            return tl::unexpected(aside.error());
        (*workspace)->trust();
        salvaged.setAside = *aside;
    }
    auto made = open(workspaceDir, mode, clock);
    if (!made)
        return tl::unexpected(made.error());
    return salvaged;
}

Result<Store::Salvaged> Store::replace(
    const QString &workspaceDir, Mode mode, const base::Clock &clock)
{
    Salvaged replaced;
    {
        auto workspace = Workspace::hold(workspaceDir);
        if (!workspace)
            return tl::unexpected(workspace.error());
        const QString stamp = stampOf(clock);
        QFile::rename(
            (*workspace)->logPath(), u"%1/outbox-%2.log"_s.arg((*workspace)->dir(), stamp));
        auto aside =
            (*workspace)->setAside(mode == Mode::Replica ? u"standalone"_s : u"server"_s, stamp);
        if (!aside)
            return tl::unexpected(aside.error());
        replaced.setAside = *aside;
    }
    auto made = open(workspaceDir, mode, clock);
    if (!made)
        return tl::unexpected(made.error());
    return replaced;
}

Store::~Store()
{
    // The reader first: the connection that closes last moves the write-ahead log into the file.
    if (d->readThread) {
        d->readThread
            ->run([this] {
                d->reader.reset();
                d->readDatabase.reset();
            })
            .waitForFinished();
        d->readThread->stop();
    }
    if (d->writer)
        d->writer->finish([this] { d->core.reset(); });
}

Store::Mode Store::mode() const
{
    return d->mode;
}

QString Store::workspaceDir() const
{
    return d->workspace->dir();
}

void Store::postRead(std::function<void(Reader &)> work)
{
    d->readThread->post([this, task = std::move(work)] {
        // One transaction a query: whatever it reads is of one moment.
        d->readDatabase->begin(u"BEGIN"_s);
        task(*d->reader);
        d->readDatabase->rollback();
    });
}

void Store::reportRead(const Error &error)
{
    if (error.kind == Error::Kind::Corrupt)
        d->report(error);
}

QFuture<Result<>> Store::probe()
{
    if (!d->writer)
        return ready(Result<>(readOnly()));
    return d->writer->run(Queue::Operator, [this] { return d->core->probe(); });
}

QFuture<Result<Saved>> Store::save(QList<Draft> drafts, Author author, QList<QUuid> replaces)
{
    return d->write(Queue::Operator,
        [drafts = std::move(drafts), author = std::move(author), replaces = std::move(replaces)](
            Core &core) { return core.save(drafts, author, replaces); });
}

QFuture<Result<QString>> Store::setUpStandalone(LocalPerson person, QList<QJsonObject> rules)
{
    return d->write(
        Queue::Operator, [person = std::move(person), rules = std::move(rules)](Core &core) {
            return core.setUp(person, rules);
        });
}

QFuture<OutboxCounts> Store::counts()
{
    if (!d->writer)
        return d->readThread->run([this] {
            const OutboxCounts counts = Outbox(*d->readDatabase).counts();
            static_cast<void>(d->readDatabase->takeError()); // one later query must not bear it
            return counts;
        });
    return d->writer->run(Queue::Operator, [this] { return d->core->counts(); });
}

QFuture<Result<QList<Envelope>>> Store::batch(qint64 after, int maxOps, qint64 maxBytes)
{
    return d->write(Queue::Sync, [=](Core &core) { return core.batch(after, maxOps, maxBytes); });
}

QFuture<Result<>> Store::storeResults(QList<domain::OperationResult> results, qint64 lastOp)
{
    return d->write(Queue::Sync, [results = std::move(results), lastOp](Core &core) {
        return core.storeResults(results, lastOp);
    });
}

QFuture<Result<EpochMet>> Store::meetEpoch(QString epoch, qint64 lastOp)
{
    return d->write(Queue::Sync, [=](Core &core) { return core.meetEpoch(epoch, lastOp); });
}

QFuture<Result<>> Store::becomeNewClient()
{
    return d->write(Queue::Sync, [](Core &core) { return core.becomeNewClient(); });
}

QFuture<Result<qint64>> Store::resend(QList<QUuid> ops, Resend ground, Author author)
{
    return d->write(
        Queue::Operator, [ops = std::move(ops), ground, author = std::move(author)](Core &core) {
            return core.resend(ops, ground, author);
        });
}

QFuture<Result<qint64>> Store::discard(QList<QUuid> ops)
{
    return d->write(
        Queue::Operator, [ops = std::move(ops)](Core &core) { return core.discard(ops); });
}

QFuture<Result<>> Store::applyPage(QList<PulledRow> rows, QString cursor, qint64 lastOp)
{
    return d->writeInChunks([this, rows = std::move(rows), cursor = std::move(cursor), lastOp,
                                at = qsizetype{0}](Core &core) mutable -> Result<bool> {
        const auto applied =
            core.applyChunk(rows, at, cursor, lastOp, [this] { return d->writer->isAwaited(); });
        if (!applied)
            return tl::unexpected(applied.error());
        return at == rows.size();
    });
}

QFuture<Result<SyncState>> Store::syncState()
{
    return d->write(Queue::Sync, [](Core &core) { return core.syncState(); });
}

QFuture<Result<>> Store::setSyncState(SyncState changes)
{
    return d->write(Queue::Sync,
        [changes = std::move(changes)](Core &core) { return core.setSyncState(changes); });
}

QFuture<Result<QHash<QString, QString>>> Store::digest(QString part, QString table)
{
    return d->write(Queue::Sync, [=](Core &core) { return core.digest(part, table); });
}

QFuture<Result<QHash<QUuid, QUuid>>> Store::list(QString part, QString table, QStringList buckets)
{
    return d->write(Queue::Sync, [=](Core &core) { return core.list(part, table, buckets); });
}

QFuture<Result<>> Store::drop(QString table, QList<QUuid> ids)
{
    return d->write(Queue::Sync, [table = std::move(table), ids = std::move(ids)](Core &core) {
        return core.drop(table, ids);
    });
}

QFuture<Result<>> Store::forgetRows()
{
    return d->writeInChunks([](Core &core) { return core.forgetRows(); });
}

QFuture<Result<>> Store::dropMonthsBefore(QString part, QStringList kept)
{
    return d->writeInChunks([part = std::move(part), kept = std::move(kept)](
                                Core &core) { return core.dropMonthsBefore(part, kept); });
}

} // namespace watchroom::store
