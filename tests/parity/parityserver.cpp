// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/parity/parityserver.h"

#include "app/base/ids.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSqlError>
#include <QSqlQuery>

namespace watchroom::parity {

using namespace Qt::StringLiterals;
using namespace domain;

namespace {

// One call judges many trials: each in a subtransaction that is always rolled back.
constexpr char kTrialFunctions[] = R"(
CREATE SCHEMA parity;
-- What an accepted handover moves, and what the knowledge base writes beside its row.
CREATE FUNCTION parity.moved(v_tbl text) RETURNS jsonb LANGUAGE sql AS $$
    SELECT coalesce(jsonb_agg(jsonb_build_object('t', m.t, 'r', m.r)), '[]') FROM (
        SELECT 'incident' AS t, sync.j_incident(i) AS r, i.xid FROM app.incident i
        UNION ALL SELECT 'incident_role', sync.j_incident_role(o), o.xid FROM app.incident_role o
        UNION ALL SELECT 'ticket', sync.j_ticket(k), k.xid FROM app.ticket k
        UNION ALL SELECT 'pending_item', sync.j_pending_item(p), p.xid FROM app.pending_item p
        UNION ALL SELECT 'article_version', sync.j_article_version(v), v.xid
            FROM app.article_version v
        UNION ALL SELECT 'article_follow', sync.j_article_follow(f), f.xid FROM app.article_follow f
        UNION ALL SELECT 'procedure_run', sync.j_procedure_run(r), r.xid
            FROM app.procedure_run r WHERE v_tbl <> 'procedure_run') m
    WHERE m.xid = pg_current_xact_id()
$$;
CREATE FUNCTION parity.put(v_trial jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
    v_id uuid := (v_trial ->> 'id')::uuid;
    v_answer jsonb;
    v_state text;
    v_message text;
    v_detail text;
BEGIN
    PERFORM set_config('watchroom.actor', v_trial ->> 'actor', true),
        set_config('watchroom.actor_kind', v_trial ->> 'actor_kind', true),
        set_config('watchroom.fence', v_trial ->> 'fence', true),
        set_config('watchroom.at', v_trial ->> 'at', true);
    BEGIN
        IF v_trial ->> 'kind' = 'insert' THEN
            PERFORM sync.insert_row(v_trial ->> 'tbl', v_id, v_trial -> 'set');
        ELSIF v_trial ->> 'kind' = 'update' THEN
            PERFORM sync.update_row(v_trial ->> 'tbl', v_id, v_trial -> 'set');
        ELSE
            PERFORM sync.delete_row(v_trial ->> 'tbl', v_id);
        END IF;
        v_answer := jsonb_build_object('row', sync.row_of(v_trial ->> 'tbl', v_id),
            'entries', (SELECT coalesce(jsonb_agg(jsonb_build_object('incident', e.incident,
                    'code', e.code, 'params', e.params) ORDER BY e.chain, e.n), '[]')
                FROM app.log_entry e WHERE e.kind = 'guard' AND e.xid = pg_current_xact_id()),
            'records', (SELECT coalesce(jsonb_agg(sync.j_stage_record(s)), '[]')
                FROM app.stage_record s WHERE s.incident = v_id));
        IF v_trial ->> 'tbl' IN ('handover', 'article', 'procedure_run', 'run_event') THEN
            v_answer := v_answer || jsonb_build_object('moved', parity.moved(v_trial ->> 'tbl'));
        END IF;
        RAISE EXCEPTION USING ERRCODE = 'UN000';
    EXCEPTION
        WHEN SQLSTATE 'UN000' THEN
            RETURN v_answer;
        WHEN OTHERS THEN
            GET STACKED DIAGNOSTICS v_state = RETURNED_SQLSTATE, v_message = MESSAGE_TEXT,
                v_detail = PG_EXCEPTION_DETAIL;
            IF v_state <> 'P0001' THEN
                RETURN jsonb_build_object('code', v_state || ' ' || v_message);
            END IF;
            RETURN jsonb_build_object('code', v_message, 'params', v_detail::jsonb);
    END;
END $$;
CREATE FUNCTION parity.clear() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    v_tbl text;
BEGIN
    FOR v_tbl IN SELECT tbl FROM sync.table_def LOOP
        EXECUTE format('DELETE FROM app.%I', v_tbl);
    END LOOP;
END $$;
CREATE FUNCTION parity.put_raw(v_tbl text, v_rows jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('INSERT INTO app.%1$I SELECT * FROM jsonb_populate_recordset(NULL::app.%1$I,
        (SELECT jsonb_agg(r || %2$L::jsonb) FROM jsonb_array_elements($1) AS r))', v_tbl,
        '{"rev": 1, "ver": "00000000-0000-4000-8000-0000000000aa", "xid": "3",
          "updated_by": "parity", "updated_at": "2026-01-01T00:00:00Z"}') USING v_rows;
END $$;
UPDATE sync.lease SET holder = 'duty-1', fence = 7, ends_at = 'infinity';
)";

constexpr qsizetype kTrialsPerCall = 2'000;
constexpr int kDifferencesShown = 5;

} // namespace

ParityServer::~ParityServer()
{
    const QString name = m_database.connectionName();
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(name);
}

bool ParityServer::start()
{
    if (!m_cluster.start()) {
        m_error = QString::fromUtf8(m_cluster.error());
        return false;
    }
    const QString database = m_cluster.createDatabase();
    return !database.isEmpty() && install(database) && connect(database)
        && run(QString::fromLatin1(kTrialFunctions));
}

bool ParityServer::install(const QString &database)
{
    QString script = u"CREATE ROLE watchroom_owner; CREATE ROLE watchroom_station; CREATE ROLE "
                     u"watchroom_person; CREATE ROLE watchroom_login; CREATE SCHEMA crypto;"
                     "CREATE EXTENSION pgcrypto SCHEMA crypto;"
                     "GRANT USAGE ON SCHEMA crypto TO PUBLIC;"
                     "GRANT CREATE ON DATABASE %1 TO watchroom_owner;"
                     "SET ROLE watchroom_owner;\n"_s.arg(database);
    const QDir schema(QStringLiteral(WATCHROOM_SCHEMA_DIR));
    for (const QString &name : schema.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
        QFile file(schema.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return false;
        script += u"BEGIN;\n"_s + QString::fromUtf8(file.readAll()) + u"\nCOMMIT;\n"_s;
    }
    const auto done = m_cluster.psql(m_cluster.superConninfo(database), script);
    m_error = done.err;
    return done.exitCode == 0;
}

bool ParityServer::connect(const QString &database)
{
    m_database = QSqlDatabase::addDatabase(u"QPSQL"_s, base::toText(QUuid::createUuid()));
    QString options = m_cluster.superConninfo(database);
    m_database.setConnectOptions(options.replace(u' ', u';'));
    if (!m_database.open())
        m_error = m_database.lastError().text();
    return m_database.isOpen();
}

QStringList ParityServer::fetch(const QString &sql, const QVariantList &values)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    bool done = query.prepare(sql);
    for (const QVariant &value : values)
        query.addBindValue(value);
    done = done && query.exec();
    m_error = done ? QString() : query.lastError().text();
    QStringList rows;
    while (done && query.next())
        rows.append(query.value(0).toString());
    return rows;
}

QString ParityServer::value(const QString &sql, const QVariantList &values)
{
    const QStringList rows = fetch(sql, values);
    return rows.isEmpty() ? QString() : rows.first();
}

bool ParityServer::run(const QString &sql)
{
    QSqlQuery query(m_database);
    const bool done = query.exec(sql);
    if (!done)
        m_error = query.lastError().text();
    return done;
}

base::Instant ParityServer::begin()
{
    if (!run(u"BEGIN"_s))
        return {};
    return base::fromIso(value(u"SELECT sync.iso(now())"_s)).value_or(base::Instant{});
}

void ParityServer::rollback()
{
    if (!run(u"ROLLBACK"_s))
        qWarning("%s", error().constData());
}

bool ParityServer::load(const ParityFacts &facts)
{
    if (!run(u"SET LOCAL session_replication_role = replica"_s)
        || fetch(u"SELECT parity.clear()"_s).isEmpty())
        return false;
    const auto &tables = facts.tables();
    for (auto it = tables.begin(); it != tables.end(); ++it) {
        QJsonArray rows;
        for (Row row : *it) {
            row.insert("deleted"_L1, boolean(row, "deleted"_L1));
            row.insert("part"_L1, row.value("part"_L1).toString(u"core"_s));
            rows.append(row);
        }
        const QByteArray json = QJsonDocument(rows).toJson(QJsonDocument::Compact);
        const auto done =
            fetch(u"SELECT parity.put_raw(?, ?::jsonb)"_s, {it.key(), QString::fromUtf8(json)});
        if (done.isEmpty())
            return false;
    }
    return run(u"SET LOCAL session_replication_role = origin"_s);
}

QList<Outcome> ParityServer::judge(const QList<Trial> &trials)
{
    QList<Outcome> outcomes;
    for (qsizetype from = 0; from < trials.size(); from += kTrialsPerCall) {
        const QList<Trial> part = trials.mid(from, kTrialsPerCall);
        QJsonArray asked;
        for (const Trial &trial : part)
            asked.append(toServer(trial));
        const QByteArray json = QJsonDocument(asked).toJson(QJsonDocument::Compact);
        const QStringList answers = fetch(u"SELECT parity.put(t)::text"
                                          " FROM jsonb_array_elements(?::jsonb) AS t"_s,
            {QString::fromUtf8(json)});
        if (answers.size() != part.size())
            return {};
        for (qsizetype i = 0; i < part.size(); ++i)
            outcomes.append(
                fromServer(part[i], QJsonDocument::fromJson(answers[i].toUtf8()).object()));
    }
    return outcomes;
}

bool compare(ParityServer &server, ParityFacts &facts, const QList<Trial> &trials,
    base::Instant now, QSet<QString> &verdicts)
{
    const QList<Outcome> there = server.judge(trials);
    if (trials.isEmpty() || there.size() != trials.size()) {
        qWarning("the server did not answer: %s", server.error().constData());
        return false;
    }
    int count = 0;
    for (qsizetype i = 0; i < trials.size(); ++i) {
        verdicts.insert(there[i].code);
        const QByteArray found = difference(trials[i], judgeHere(trials[i], now, facts), there[i]);
        if (!found.isEmpty() && ++count <= kDifferencesShown)
            qWarning("%s", found.constData());
    }
    qInfo("%d of %d differ", count, int(trials.size()));
    return count == 0;
}

} // namespace watchroom::parity
