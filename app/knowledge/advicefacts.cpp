// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/knowledge/advicefacts.h"

#include "app/base/ids.h"
#include "app/domain/values.h"

namespace watchroom::knowledge {

using namespace Qt::StringLiterals;
using base::Result;
using domain::Row;

namespace {

constexpr qsizetype kDeepest = 16; ///< a list of places that goes in a circle ends

Result<QStringList> placesOf(store::Reader &reader, const QString &target)
{
    QStringList places;
    QString key = target;
    while (!key.isEmpty() && !places.contains(key) && places.size() < kDeepest) {
        places.append(key);
        const auto rows = reader.rows(u"target", u"key = ?", {key});
        if (!rows)
            return tl::unexpected(rows.error());
        key = rows->isEmpty() ? QString() : domain::text(rows->first(), "parent"_L1);
    }
    return places;
}

Result<QStringList> metricsOf(store::Reader &reader, const QUuid &incident)
{
    const auto alerts = reader.rows(u"alert",
        u"id IN (SELECT alert FROM incident_alert WHERE incident = ? AND deleted = 0)",
        {base::toText(incident)}, u"ORDER BY starts_at");
    if (!alerts)
        return tl::unexpected(alerts.error());
    QStringList metrics;
    for (const Row &alert : *alerts)
        metrics.append(domain::text(alert, "metric"_L1));
    metrics.removeAll(QString());
    metrics.removeDuplicates();
    return metrics;
}

/// With what this person said here.
Result<> readFeedback(
    store::Reader &reader, const QUuid &incident, const QString &person, AdviceFacts &facts)
{
    // Of each person and incident the row with the latest said_at.
    const auto rows = reader.query(
        u"SELECT f.article AS article, f.incident AS incident, f.person AS person,"
        " f.helped AS helped, max(f.said_at) AS at, coalesce(i.target, '') AS place"
        " FROM article_feedback f LEFT JOIN incident i ON i.id = f.incident WHERE f.deleted = 0"
        " GROUP BY f.article, f.incident, f.person"_s);
    if (!rows)
        return tl::unexpected(rows.error());
    for (const QJsonObject &row : *rows) {
        const QUuid article = domain::uuid(row, "article"_L1);
        const bool helped = row.value("helped"_L1).toInt() != 0;
        facts.feedback.append(
            {.article = article, .place = domain::text(row, "place"_L1), .helped = helped});
        if (domain::uuid(row, "incident"_L1) == incident
            && domain::text(row, "person"_L1) == person)
            facts.said.insert(article, helped);
    }
    return {};
}

Result<QHash<QUuid, int>> newestOf(store::Reader &reader, QStringView table, QStringView where,
    const QString &value, QLatin1StringView column)
{
    const auto rows = reader.rows(table, where, {value});
    if (!rows)
        return tl::unexpected(rows.error());
    QHash<QUuid, int> newest;
    for (const Row &row : *rows) {
        int &version = newest[domain::uuid(row, "article"_L1)];
        version = std::max(version, int(domain::integer(row, column)));
    }
    return newest;
}

} // namespace

Result<QHash<QUuid, int>> lastFollowed(store::Reader &reader, const QString &person)
{
    return newestOf(reader, u"article_follow", u"person = ?", person, "version"_L1);
}

Result<std::optional<ArticleVersion>> readVersion(
    store::Reader &reader, const QUuid &article, int version)
{
    const auto rows = reader.rows(
        u"article_version", u"article = ? AND version = ?", {base::toText(article), version});
    if (!rows)
        return tl::unexpected(rows.error());
    return rows->isEmpty() ? std::nullopt : std::optional(ArticleVersion::fromRow(rows->first()));
}

Result<AdviceFacts> readAdviceFacts(
    store::Reader &reader, const QUuid &incident, const QString &person)
{
    AdviceFacts facts;
    const auto row = reader.row(u"incident", incident);
    if (!row || !*row)
        return row ? Result<AdviceFacts>(facts) : tl::unexpected(row.error());
    facts.known = true;
    facts.symptom.title = domain::text(**row, "title"_L1);
    auto places = placesOf(reader, domain::text(**row, "target"_L1));
    auto metrics = metricsOf(reader, incident);
    auto last = lastFollowed(reader, person);
    auto here = newestOf(
        reader, u"procedure_run", u"incident = ?", base::toText(incident), "now_version"_L1);
    if (!places || !metrics)
        return tl::unexpected(places ? metrics.error() : places.error());
    if (!last || !here)
        return tl::unexpected(last ? here.error() : last.error());
    facts.symptom.places = *places;
    facts.symptom.metrics = *metrics;
    facts.lastFollowed = *last;
    facts.followedHere = *here;
    if (const auto read = readFeedback(reader, incident, person, facts); !read)
        return tl::unexpected(read.error());
    return facts;
}

Result<QList<Advised>> withSteps(store::Reader &reader, QList<Advised> all)
{
    for (Advised &one : all) {
        if (one.before == 0)
            continue;
        const auto before = readVersion(reader, one.article, one.before);
        const auto now = readVersion(reader, one.article, one.version);
        if (!before || !now)
            return tl::unexpected(before ? now.error() : before.error());
        if (*before && *now)
            compareSteps(one, (*before)->text.steps, (*now)->text.steps);
    }
    return all;
}

} // namespace watchroom::knowledge
