// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/documentreader.h"
#include "app/domain/policy.h"
#include "app/domain/values.h"

#include <QJsonDocument>
#include <QTimeZone>

namespace watchroom::domain {

using namespace Qt::StringLiterals;

namespace {

// Ten years: beyond it a limit is a typing error, and sums of instants stay far from overflow.
constexpr qint64 kMaxSeconds = 10LL * 366 * 86'400;
constexpr qint64 kMaxWorkingDays = 1'000;

// 0430_default_policy.sql holds the same text; tests/parity compares them.
constexpr char kDefaultDocument[] = R"({
"zone": "Asia/Shanghai", "workday_end": "18:00",
"levels": {
 "blue": {
  "acknowledge_s": 3600, "acknowledge_lease_s": 3600, "told": ["group"],
  "unacknowledged": ["next_shift"],
  "limits": {"detection": {"s": 3600}, "assessment": {"s": 600}, "diagnosis": {"s": 28800},
             "recovery": {"s": 86400}, "notification": {"working_days": 1}, "review": null},
  "may_skip": ["diagnosis", "recovery", "notification", "review"],
  "status_parties": ["business"], "status_every_s": null, "status_quiet": null},
 "yellow": {
  "acknowledge_s": 900, "acknowledge_lease_s": 1800, "told": ["group", "shift_lead", "scribe"],
  "unacknowledged": ["shift_lead"],
  "limits": {"detection": {"s": 900}, "assessment": {"s": 600}, "diagnosis": {"s": 7200},
             "recovery": {"s": 14400}, "notification": {"s": 7200}, "review": {"working_days": 5}},
  "may_skip": [], "status_parties": ["business"], "status_every_s": 7200,
  "status_quiet": {"from": "22:00", "to": "07:00"}},
 "red": {
  "acknowledge_s": 120, "acknowledge_lease_s": 900, "told": ["duty", "command", "business"],
  "unacknowledged": ["shift_lead", "deputy", "command"],
  "limits": {"detection": {"s": 120}, "assessment": {"s": 600}, "diagnosis": {"s": 1800},
             "recovery": {"s": 3600}, "notification": {"s": 1800}, "review": {"s": 259200}},
  "may_skip": [], "status_parties": ["business"], "status_every_s": 1800, "status_quiet": null}}
})";

Limit readLimit(DocumentReader &reader, QLatin1StringView name)
{
    if (reader.isNull(name))
        return {};
    DocumentReader limit = reader.object(name);
    const bool seconds = limit.has("s"_L1);
    if (seconds == limit.has("working_days"_L1)) {
        limit.fail();
        return {};
    }
    if (seconds)
        return {Limit::Kind::Seconds, limit.integer("s"_L1, 1, kMaxSeconds)};
    return {Limit::Kind::WorkingDays, limit.integer("working_days"_L1, 1, kMaxWorkingDays)};
}

QTime readTime(DocumentReader &reader, QLatin1StringView name)
{
    const QString given = reader.text(name);
    const QTime time = QTime::fromString(given, u"HH:mm"_s);
    if (!time.isValid())
        reader.fail(name);
    return time;
}

QStringList readParties(DocumentReader &reader, QLatin1StringView name)
{
    const QStringList parties = reader.texts(name);
    for (const QString &party : parties)
        if (isBlank(party))
            reader.fail(name);
    return parties;
}

QList<Stage> readStages(DocumentReader &reader, QLatin1StringView name)
{
    QList<Stage> stages;
    const QStringList words = reader.texts(name);
    for (const QString &word : words) {
        const auto stage = stageFrom(word);
        if (!stage || *stage == Stage::Closed)
            reader.fail(name);
        else
            stages.append(*stage);
    }
    return stages;
}

std::optional<QuietHours> readQuiet(DocumentReader &reader, QLatin1StringView name)
{
    if (reader.isNull(name))
        return std::nullopt;
    DocumentReader quiet = reader.object(name);
    const QTime from = readTime(quiet, "from"_L1);
    return QuietHours{from, readTime(quiet, "to"_L1)};
}

LevelPolicy readLevel(DocumentReader level)
{
    LevelPolicy policy;
    policy.acknowledgeSeconds = level.integer("acknowledge_s"_L1, 1, kMaxSeconds);
    policy.acknowledgeLeaseSeconds = level.integer("acknowledge_lease_s"_L1, 1, kMaxSeconds);
    policy.told = readParties(level, "told"_L1);
    policy.unacknowledged = readParties(level, "unacknowledged"_L1);
    DocumentReader limits = level.object("limits"_L1);
    for (std::size_t i = 0; i < kStages.size(); ++i)
        policy.limits[i] = readLimit(limits, codeOf(kStages[i]));
    policy.maySkip = readStages(level, "may_skip"_L1);
    policy.statusParties = readParties(level, "status_parties"_L1);
    if (!level.isNull("status_every_s"_L1))
        policy.statusEverySeconds = level.integer("status_every_s"_L1, 1, kMaxSeconds);
    policy.statusQuiet = readQuiet(level, "status_quiet"_L1);
    return policy;
}

} // namespace

base::Result<Policy> parsePolicy(const QJsonObject &document)
{
    QString wrong;
    DocumentReader reader(document, {}, wrong);
    Policy policy;
    policy.zone = reader.text("zone"_L1).toLatin1();
    if (!QTimeZone(policy.zone).isValid())
        reader.fail("zone"_L1);
    policy.workdayEnd = readTime(reader, "workday_end"_L1);
    // Of the guards of signatures and of articles; absent: allowed, and not asked for.
    for (const QLatin1StringView switched : {"offline_handover"_L1, "article_review"_L1}) {
        if (document.contains(switched) && !document.value(switched).isBool())
            reader.fail(switched);
    }
    DocumentReader levels = reader.object("levels"_L1);
    for (const Level level : kLevels)
        policy.levels[static_cast<std::size_t>(level)] = readLevel(levels.object(codeOf(level)));
    if (!wrong.isEmpty())
        return DocumentReader::invalid(wrong);
    return policy;
}

QJsonObject defaultPolicyDocument()
{
    return QJsonDocument::fromJson(kDefaultDocument).object();
}

Policy defaultPolicy()
{
    return parsePolicy(defaultPolicyDocument()).value_or(Policy{});
}

} // namespace watchroom::domain
