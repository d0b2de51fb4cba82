// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/knowledge/runbook.h"

#include "app/base/whendone.h"

#include <algorithm>
#include <array>

namespace watchroom::knowledge {

using namespace Qt::StringLiterals;
using articles::Step;
using base::Result;
using domain::Row;

namespace {

constexpr std::chrono::milliseconds kSoon{20};
constexpr int kEnded = 30; ///< that are still shown
constexpr std::array kTables{
    "procedure_run"_L1, "run_event"_L1, "article"_L1, "article_version"_L1};

/// Values of a column of all rows, each once.
QList<QUuid> idsIn(const QList<Row> &rows, QLatin1StringView column)
{
    QSet<QUuid> ids;
    for (const Row &row : rows)
        ids.insert(domain::uuid(row, column));
    return ids.values();
}

RunState stateOf(
    Run run, const QList<RunEvent> &events, QList<ArticleVersion> versions, const Row &article)
{
    VersionSteps steps;
    for (const ArticleVersion &version : std::as_const(versions))
        steps.insert(version.version, version.text.steps);
    const int newest = versions.isEmpty() ? run.version : versions.first().version;
    for (const RunEvent &event : events)
        run.lastSaid = std::max(run.lastSaid, event.id);
    return {.run = run,
        .progress = progressOf(run, events, steps, newest),
        .versions = std::move(versions),
        .withdrawn = domain::boolean(article, "withdrawn"_L1),
        .withdrawnReason = domain::text(article, "withdrawn_reason"_L1)};
}

bool isUnderWay(const RunState &state)
{
    return state.progress.isRunning();
}

} // namespace

const ArticleVersion *RunState::version(int number) const
{
    const auto found = std::ranges::find(versions, number, &ArticleVersion::version);
    return found == versions.cend() ? nullptr : &*found;
}

QString RunState::title() const
{
    const ArticleVersion *now = version(progress.version);
    return now ? now->title : QString();
}

std::pair<int, QString> RunState::stepIn(int number, const QString &step) const
{
    const ArticleVersion *in = version(number);
    if (!in)
        return {0, {}};
    const auto found = std::ranges::find(in->text.steps, step, &Step::id);
    return found == in->text.steps.cend()
        ? std::pair(0, QString())
        : std::pair(int(found - in->text.steps.cbegin()) + 1, found->text);
}

Result<QList<RunState>> readRuns(store::Reader &reader, int ended)
{
    auto rows =
        reader.rows(u"procedure_run", u"state = 'running'", {}, u"ORDER BY started_at DESC, id");
    const auto others = reader.rows(u"procedure_run", u"state <> 'running'", {},
        u"ORDER BY ended_at DESC, id LIMIT %1"_s.arg(ended));
    if (!rows || !others)
        return tl::unexpected(rows ? others.error() : rows.error());
    rows->append(*others);
    const auto events = reader.rows(
        u"run_event", u"run "_s + store::kInList, {store::listOf(idsIn(*rows, "id"_L1))});
    const auto articles = store::listOf(idsIn(*rows, "article"_L1));
    const auto versions = reader.rows(
        u"article_version", u"article "_s + store::kInList, {articles}, u"ORDER BY version DESC");
    const auto heads = reader.rows(u"article", u"id "_s + store::kInList, {articles});
    if (!events || !versions || !heads)
        return tl::unexpected(!events ? events.error()
                : !versions           ? versions.error()
                                      : heads.error());
    QHash<QUuid, QList<RunEvent>> said;
    for (const Row &row : *events)
        said[domain::uuid(row, "run"_L1)].append(RunEvent::fromRow(row));
    QHash<QUuid, QList<ArticleVersion>> texts;
    for (const Row &row : *versions)
        texts[domain::uuid(row, "article"_L1)].append(ArticleVersion::fromRow(row));
    QHash<QUuid, Row> byId;
    for (const Row &row : *heads)
        byId.insert(domain::uuid(row, "id"_L1), row);
    QList<RunState> runs;
    for (const Row &row : *rows) {
        const Run run = Run::fromRow(row);
        runs.append(
            stateOf(run, said.value(run.id), texts.value(run.article), byId.value(run.article)));
    }
    // By what was said: the row follows its events, and may come before or after them.
    std::stable_partition(runs.begin(), runs.end(), isUnderWay);
    return runs;
}

RunBook::RunBook(store::Store &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    m_later.setSingleShot(true);
    m_later.setInterval(kSoon);
    connect(&m_later, &QTimer::timeout, this, &RunBook::load);
    connect(&m_store, &store::Store::rowsChanged, this, [this](const QString &table) {
        if (std::ranges::find(kTables, table) != kTables.end() && !m_later.isActive())
            m_later.start();
    });
    load();
}

void RunBook::load()
{
    m_stale = m_reading;
    if (m_reading)
        return;
    m_reading = true;
    const auto ask = [](store::Reader &reader) { return readRuns(reader, kEnded); };
    base::whenDone(m_store.read<QList<RunState>>(ask), this, [this](const auto &read) {
        m_reading = false;
        if (!read) {
            Q_EMIT failed(read.error());
            return;
        }
        m_runs = *read;
        m_loaded = true;
        Q_EMIT changed();
        if (m_stale)
            load();
    });
}

const RunState *RunBook::find(const QUuid &run) const
{
    const auto found =
        std::ranges::find_if(m_runs, [&run](const RunState &state) { return state.run.id == run; });
    return found == m_runs.cend() ? nullptr : &*found;
}

QList<const RunState *> RunBook::ofArticle(const QUuid &article) const
{
    QList<const RunState *> found;
    for (const RunState &state : m_runs) {
        if (isUnderWay(state) && state.run.article == article)
            found.append(&state);
    }
    return found;
}

QList<const RunState *> RunBook::ofIncident(const QUuid &incident) const
{
    QList<const RunState *> found;
    for (const RunState &state : m_runs) {
        if (state.run.incident == incident)
            found.append(&state);
    }
    return found;
}

} // namespace watchroom::knowledge
