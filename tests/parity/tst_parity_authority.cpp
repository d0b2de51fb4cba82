// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/ids.h"
#include "app/domain/record.h"
#include "app/domain/tables.h"
#include "tests/sync/engine/desk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace watchroom;
using namespace Qt::StringLiterals;
using domain::OperationKind;
using domain::Row;
using store::Draft;
using store::Store;

namespace {

const auto kChen = u"chen"_s;

/// One step of a life: what is asked, and by whom (empty: the station).
struct Step
{
    QList<Draft> drafts;
    QString login = kChen;
};

/// A workspace whose changes some authority decides: its own, or a server's.
class Place
{
    QTemporaryDir m_dir; // outlives the replica in it

public:
    /// Alone.
    Place()
    {
        open(Store::Mode::Standalone);
        const auto person = m_store->setUpStandalone({kChen, u"陈晓"_s}, {}).result();
        if (!person || *person != kChen)
            qFatal("the local person");
    }

    /// With a server, as chen's own connection.
    explicit Place(const remote::ConnInfo &server)
    {
        open(Store::Mode::Replica);
        m_service = std::make_unique<sync::SyncService>(
            *m_store,
            [server] { return std::make_unique<remote::PgRemote>(remote::PgSettings{server}); },
            m_clock);
        exchange();
    }

    /// The verdict's code; empty: saved, and the authority has it.
    [[nodiscard]] QString take(const Step &step)
    {
        const auto saved = m_store->save(step.drafts, {step.login, {}, {}}).result();
        if (!saved)
            return saved.error().code;
        exchange();
        return {};
    }

    void exchange()
    {
        if (!m_service)
            return;
        const auto report = m_service->syncOnce(std::chrono::seconds(20)).result();
        if (report.state != sync::SyncStatus::State::Synced
            || report.counts != store::OutboxCounts())
            qFatal("not synced: %s %s", qPrintable(sync::stateName(report.state)),
                qPrintable(refusals()));
    }

    [[nodiscard]] QList<Row> rows(const QString &table, const QString &where,
        const QVariantList &values, const QString &tail = {}) const
    {
        return m_store
            ->read<QList<Row>>(
                [=](store::Reader &reader) { return reader.rows(table, where, values, tail); })
            .result()
            .value_or(QList<Row>());
    }

private:
    /// What the server said against operations that the rules here had accepted.
    [[nodiscard]] QString refusals() const
    {
        const auto found =
            m_store
                ->read<QList<QJsonObject>>([](store::Reader &reader) {
                    return reader.query(u"SELECT state, code, result, body FROM sync_outbox"
                                        " WHERE state <> 'acked'"_s);
                })
                .result()
                .value_or(QList<QJsonObject>());
        QStringList lines;
        for (const QJsonObject &row : found)
            lines.append(QString::fromUtf8(QJsonDocument(row).toJson()));
        return lines.join(u' ');
    }

    void open(Store::Mode mode)
    {
        auto opened = Store::open(m_dir.path(), mode, m_clock);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().detail));
        m_store = std::move(*opened);
    }

    base::CorrectedClock m_clock;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<sync::SyncService> m_service;
};

/// Half a minute covers what a slow machine adds between two steps; no limit lies so near another.
constexpr qint64 kGrain = 30'000'000;

/// What both must agree on. Versions are random, revisions count each side's own writes, and
/// instants are those of each run: of these only whether there is one counts, and how long a
/// deadline leaves.
Row comparable(const domain::Table &table, const Row &row)
{
    Row same;
    for (const domain::Column &column : table.columns) {
        const QJsonValue value = row.value(column.name);
        const bool apart = column.type == domain::ColumnType::Instant || column.name == "hash"_L1
            || column.name == "waited_s"_L1;
        same.insert(column.name, apart && !value.isNull() ? QJsonValue(u"set"_s) : value);
    }
    QJsonObject params = row.value("params"_L1).toObject();
    if (params.contains("waited_s"_L1)) {
        params.insert("waited_s"_L1, u"set"_s);
        same.insert("params"_L1, params);
    }
    for (const auto column : {"deleted"_L1, "part"_L1, "updated_by"_L1, "carried_by"_L1})
        same.insert(column, row.value(column));
    const auto due = domain::instant(row, "due_at"_L1);
    const auto entered = domain::instant(row, "stage_entered_at"_L1);
    if (due && entered)
        same.insert("limit"_L1, qint64{(*due - *entered).count()} / kGrain);
    return same;
}

/// A line a row; an entry of a guard is named after its operation, so its id is left out.
QStringList described(const Place &place, const QString &incident)
{
    QStringList lines;
    const auto add = [&](const domain::Table &table, const QString &where, const QString &tail) {
        const QString name = table.name;
        for (const Row &row : place.rows(name, where, {incident}, tail))
            lines.append(
                name + u' ' + QString::fromUtf8(domain::canonicalJson(comparable(table, row))));
    };
    for (const domain::Table &table : domain::tables()) {
        if (table.name == "incident"_L1)
            add(table, u"id = ?"_s, {});
        else if (table.column("incident"_L1))
            add(table, u"incident = ?"_s,
                table.column("n"_L1) ? u"ORDER BY n"_s : u"ORDER BY id"_s);
    }
    return lines;
}

Draft update(const QString &id, const Row &set)
{
    return {.table = u"incident"_s,
        .id = QUuid::fromString(id),
        .kind = OperationKind::Update,
        .set = set};
}

/// From opening to close, with what belongs to it, and what is refused on the way.
QList<Step> life(const QString &id)
{
    const auto entry = [&id](const Row &more) {
        Row set{{u"incident"_s, id}, {u"kind"_s, u"note"_s}, {u"text"_s, u"记录"_s}};
        for (auto it = more.begin(); it != more.end(); ++it)
            set.insert(it.key(), it.value());
        return Draft{.table = u"log_entry"_s,
            .id = base::derivedId({u"typed"_s, id, QString::fromUtf8(domain::canonicalJson(more))}),
            .kind = OperationKind::Append,
            .set = set};
    };
    const Draft role{.table = u"incident_role"_s,
        .id = base::derivedId({u"role"_s, id}),
        .kind = OperationKind::Insert,
        .set = {{u"incident"_s, id}, {u"role"_s, u"scribe"_s}, {u"person"_s, kChen}}};
    Draft roleLeft = role;
    roleLeft.kind = OperationKind::Delete;
    roleLeft.set = {};
    return {
        {{{.table = u"incident"_s,
            .id = QUuid::fromString(id),
            .set = {{u"label"_s, u"X1-1"_s}, {u"title"_s, u"卡顿"_s}, {u"level"_s, u"yellow"_s}}}}},
        {{update(id, {{u"stage"_s, u"assessment"_s}})}},
        {{update(id, {{u"owner"_s, kChen}}), entry({{u"channel"_s, u"phone"_s}})}},
        {{role}},
        {{update(id, {{u"level"_s, u"red"_s}})}},
        {{update(id, {{u"acknowledged_by"_s, kChen}}),
            update(id, {{u"stage"_s, u"assessment"_s}})}},
        {{update(id,
            {{u"sites"_s, QJsonArray{u"r1"_s}}, {u"level_confirmed"_s, true},
                {u"tech_group"_s, u"network"_s}, {u"stage"_s, u"diagnosis"_s}})}},
        {{update(id, {{u"waiting_for"_s, u"运营商"_s}})}},
        {{update(id,
            {{u"waiting_for"_s, QJsonValue()}, {u"level"_s, u"blue"_s},
                {u"level_reason"_s, u"impact_ended"_s}})}},
        {{update(id, {{u"cause"_s, u"光缆 \"A\""_s}, {u"stage"_s, u"recovery"_s}})}},
        {{update(id, {{u"stage"_s, u"diagnosis"_s}})}},
        {{update(id,
            {{u"stage"_s, u"diagnosis"_s}, {u"stage_reason"_s, u"not_recovered"_s},
                {u"stage_note"_s, u"又卡"_s}})}},
        {{roleLeft}},
        {{update(id, {{u"title"_s, u" "_s}}), entry({{u"text"_s, u"x"_s}})}},
        {{update(id, {{u"stage"_s, u"closed"_s}, {u"stage_reason"_s, u"duplicate"_s}})}},
        {{entry({{u"text"_s, u"补记"_s}})}},
        {{update(id, {{u"title"_s, u"late"_s}})}},
        {{entry({{u"text"_s, u" "_s}})}},
    };
}

} // namespace

/// The same life lived in a workspace alone and through a server: what LocalAuthority does in the
/// edit's own transaction is what the server's functions and triggers do.
class TestParityAuthority : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theSameLifeLeavesTheSameRows();
    void theRecordIsWholeOnBothSides();

private:
    test::SharedServer m_server;
    std::unique_ptr<Place> m_alone;
    std::unique_ptr<Place> m_shared;
};

void TestParityAuthority::initTestCase()
{
    QCOMPARE(m_server.prepare(), QString());
    const QString database = m_server.newDatabase();
    QVERIFY2(!database.isEmpty(), m_server.cluster.error().constData());
    auto info = m_server.station(u"desk-1"_s, database);
    info.set("user"_L1, kChen);
    info.set("password"_L1, u"chen's own;secret"_s);
    m_alone = std::make_unique<Place>();
    m_shared = std::make_unique<Place>(info);
}

void TestParityAuthority::theSameLifeLeavesTheSameRows()
{
    const QString id = base::toText(QUuid::createUuid());
    QStringList verdicts;
    for (const Step &step : life(id)) {
        const QString alone = m_alone->take(step);
        QCOMPARE(alone, m_shared->take(step));
        QCOMPARE(described(*m_alone, id), described(*m_shared, id));
        verdicts.append(alone);
    }
    // It went all the way, and met what refuses.
    QVERIFY(described(*m_alone, id).join(u' ').contains(u"incident_closed"_s));
    QVERIFY(verdicts.contains(u"not_claimed"_s) && verdicts.contains(u"reason_missing"_s)
        && verdicts.contains(u"title_missing"_s) && verdicts.contains(u"closed"_s)
        && verdicts.contains(u"text_missing"_s));
}

void TestParityAuthority::theRecordIsWholeOnBothSides()
{
    for (const Place *place : {m_alone.get(), m_shared.get()}) {
        QMap<QString, QList<Row>> chains;
        for (const Row &entry :
            place->rows(u"log_entry"_s, u"hash IS NOT NULL"_s, {}, u"ORDER BY chain, n"_s))
            chains[domain::text(entry, "chain"_L1)].append(entry);
        QVERIFY(chains.size() >= 2); // the incident's and the day's
        const auto broken = domain::verifyRecord(chains, {});
        QVERIFY2(!broken, broken ? qPrintable(broken->chain) : "");
    }
}

QTEST_GUILESS_MAIN(TestParityAuthority)
#include "tst_parity_authority.moc"
