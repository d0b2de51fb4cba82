// SPDX-License-Identifier: GPL-3.0-or-later
// How the crew's work is judged at the end.
#include "tests/sync/faults/crew.h"

#include <QSet>

namespace watchroom::test {

namespace {

QStringList ask(const fakes::PgCluster &cluster, const QString &database, const QString &sql)
{
    const auto output = cluster.psql(
        cluster.superConninfo(database), u"SET search_path = app, sync, pg_catalog;"_s + sql);
    if (output.exitCode != 0)
        return {u"! "_s + output.err};
    return output.out.split(u'\n', Qt::SkipEmptyParts);
}

// Each asks for what must not be; a row is a finding.
const QList<std::pair<QString, QString>> kNever{
    {u"a conflict whose losing text is not kept"_s,
        u"SELECT a.op FROM applied_op a WHERE state = 'conflict' AND NOT EXISTS"
        " (SELECT 1 FROM conflict c WHERE c.op = a.op)"_s},
    {u"an operation that took effect twice"_s,
        u"SELECT tbl || ' ' || id FROM (SELECT 'incident' AS tbl, id, rev FROM incident UNION ALL"
        " SELECT 'target', id, rev FROM target UNION ALL"
        " SELECT 'incident_role', id, rev FROM incident_role) r"
        " WHERE rev <> 1 + (SELECT count(DISTINCT a.op) FROM applied_op a WHERE a.row_id = r.id"
        " AND a.kind IN ('update','delete') AND a.state IN ('applied','merged'))"_s},
    {u"a note with two rows"_s,
        u"SELECT text FROM log_entry WHERE kind = 'note' GROUP BY text HAVING count(*) > 1"_s},
    {u"a broken record"_s,
        u"SELECT verify_record()::text WHERE verify_record() -> 'broken' <> 'null'"_s},
};

} // namespace

QString impossibleThere(const fakes::PgCluster &cluster, const QString &database)
{
    for (const auto &[what, sql] : kNever) {
        if (const QStringList found = ask(cluster, database, sql); !found.isEmpty())
            return what + u": "_s + found.mid(0, 3).join(u", "_s);
    }
    return {};
}

QString Crew::verdict(
    const fakes::PgCluster &cluster, const QString &database, Refused refused) const
{
    const QString states = refused == Refused::OnServer
        ? u"true"_s
        : u"state IN ('applied','merged','already')"_s;
    const QStringList done =
        ask(cluster, database, u"SELECT DISTINCT op FROM applied_op WHERE "_s + states);
    QSet<QString> arrived(done.begin(), done.end());
    for (const auto &desk : m_desks) {
        const QStringList tray = desk->lines(u"SELECT op AS line FROM sync_outbox WHERE state IN"
                                             " ('conflict','rejected','held','discarded')"_s);
        arrived.unite(QSet<QString>(tray.begin(), tray.end()));
    }
    const QStringList texts =
        ask(cluster, database, u"SELECT text FROM log_entry WHERE kind = 'note'"_s);
    const QSet<QString> said(texts.begin(), texts.end());
    for (const Told &told : m_told) {
        if (!arrived.contains(base::toText(told.op)))
            return u"lost: %1 on %2"_s.arg(told.table, base::toText(told.row));
        // A note is only ever added: whatever became of the rest, its words are there.
        if (!told.text.isEmpty() && !said.contains(told.text))
            return u"lost words: %1"_s.arg(told.text);
    }
    return impossibleThere(cluster, database);
}

QString Crew::counts(const fakes::PgCluster &cluster, const QString &database) const
{
    const QStringList became = ask(cluster, database,
        u"SELECT kind || ' ' || state || coalesce(' ' || nullif(result ->> 'code', ''), '') || ' '"
        " || count(*) FROM applied_op GROUP BY kind, state, result ->> 'code' ORDER BY 1"_s);
    QStringList refused;
    for (const auto &[code, times] : m_refused.asKeyValueRange())
        refused.append(u"%1 %2"_s.arg(code).arg(times));
    return u"%1 desks, told %2, lost 0; %3; refused here: %4"_s.arg(m_desks.size())
        .arg(m_told.size())
        .arg(became.join(u", "_s), refused.join(u", "_s));
}

} // namespace watchroom::test
