// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/parity/incidentrows.h"

#include "app/base/ids.h"
#include "app/domain/derivedids.h"
#include "app/domain/policy.h"

#include <chrono>

namespace watchroom::parity {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace domain;

namespace {

QString idText()
{
    return base::toText(nextId());
}

void addPerson(ParityFacts &facts, const QString &login, const QString &right, bool active = true,
    bool deleted = false)
{
    facts.add(u"person"_s,
        {{u"id"_s, idText()}, {u"login"_s, login}, {u"name"_s, login}, {u"active"_s, active},
            {u"deleted"_s, deleted}});
    if (!right.isEmpty())
        facts.add(u"person_right"_s,
            {{u"id"_s, idText()}, {u"person"_s, login}, {u"right_name"_s, right},
                {u"deleted"_s, false}});
}

QJsonObject otherPolicy()
{
    QJsonObject document = defaultPolicyDocument();
    QJsonObject levels = document.value("levels"_L1).toObject();
    QJsonObject yellow = levels.value("yellow"_L1).toObject();
    yellow.insert("may_skip"_L1, QJsonArray{u"assessment"_s, u"diagnosis"_s});
    yellow.insert("status_parties"_L1, QJsonArray{u"business"_s, u"command"_s});
    levels.insert("yellow"_L1, yellow);
    document.insert("levels"_L1, levels);
    return document;
}

void addRecord(ParityFacts &facts, const Row &incident, qint64 n, Stage stage, bool left)
{
    const QJsonValue entered = incident.value("stage_entered_at"_L1);
    facts.add(u"stage_record"_s,
        {{u"id"_s, base::toText(stageRecordId(uuid(incident, "id"_L1), n))},
            {u"incident"_s, incident.value("id"_L1)}, {u"n"_s, n}, {u"stage"_s, codeOf(stage)},
            {u"owner"_s, incident.value("owner"_L1)},
            {u"entered_at"_s, left ? incident.value("opened_at"_L1) : entered},
            {u"due_at"_s, incident.value("due_at"_L1)},
            {u"left_at"_s, left ? entered : QJsonValue()}, {u"waited_s"_s, 0},
            {u"part"_s, incident.value("part"_L1)}, {u"deleted"_s, false}});
}

void fillGates(Row &row, const GateFacts &gates, base::Instant now)
{
    if (gates.acknowledged) {
        row.insert("acknowledged_by"_L1, u"ben"_s);
        row.insert("acknowledged_at"_L1, base::toIso(now - 9min));
    }
    if (gates.assessed) {
        row.insert("sites"_L1, QJsonArray{});
        row.insert("tech_group"_L1, u"network"_s);
    }
    row.insert("level_confirmed"_L1, gates.assessed);
    if (gates.cause)
        row.insert("cause"_L1, u"光缆中断"_s);
    if (gates.verified)
        row.insert("verified"_L1, u"ping"_s);
    if (gates.told)
        row.insert("told"_L1, QJsonArray{u"business"_s, u"command"_s});
}

template <class List>
auto any(QRandomGenerator &random, const List &list)
{
    return *std::next(std::begin(list), random.bounded(static_cast<int>(std::size(list))));
}

QJsonValue orNull(const QString &text)
{
    return text.isNull() ? QJsonValue() : QJsonValue(text);
}

const QStringList kOwners{
    QString(), u"anna"_s, u"ben"_s, u"lena"_s, u"ines"_s, u"gwen"_s, u"nobody"_s};
const QStringList kLevelWords{u"blue"_s, u"yellow"_s, u"red"_s};
const QStringList kGroupWords{QString(), u"network"_s, u"audio_video"_s, u"system"_s};
const QStringList kStageWords{u"detection"_s, u"assessment"_s, u"diagnosis"_s, u"recovery"_s,
    u"notification"_s, u"review"_s, u"closed"_s};
const QStringList kReasons{QString(), u"other"_s, u"new_findings"_s, u"not_needed"_s,
    u"duplicate"_s, u"nonsense"_s, u"misjudged"_s};

} // namespace

QUuid nextId()
{
    static int count = 0;
    return base::derivedId({u"parity"_s, QString::number(++count)});
}

void makeTeam(ParityFacts &facts)
{
    facts.clear();
    addPerson(facts, u"anna"_s, {});
    addPerson(facts, u"ben"_s, {});
    addPerson(facts, u"lena"_s, u"lead"_s);
    addPerson(facts, u"carl"_s, u"command"_s);
    addPerson(facts, u"adam"_s, u"admin"_s);
    addPerson(facts, u"ines"_s, u"lead"_s, false);
    addPerson(facts, u"gwen"_s, {}, true, true);
    facts.add(
        u"policy"_s, {{u"id"_s, idText()}, {u"version"_s, 1}, {u"doc"_s, defaultPolicyDocument()}});
    facts.add(u"policy"_s, {{u"id"_s, idText()}, {u"version"_s, 2}, {u"doc"_s, otherPolicy()}});
}

QList<Someone> everybody(const ParityFacts &facts)
{
    QList<Someone> all;
    for (const auto *login : {"anna", "lena", "adam", "ines", "carl", "gwen", "nobody"})
        all.append({facts.person(QString::fromLatin1(login))});
    Actor station;
    station.name = u"duty-1"_s;
    station.station = true;
    for (const qint64 fence : {kFence, kFence - 1, qint64{0}}) {
        station.fenceHolds = fence == kFence;
        all.append({station, fence});
    }
    return all;
}

Row addIncident(ParityFacts &facts, const IncidentState &state, base::Instant now)
{
    const auto n = static_cast<qint64>(state.stage);
    const bool closed = state.stage == Stage::Closed;
    Row row{{u"id"_s, idText()}, {u"label"_s, u"A1-1"_s}, {u"number"_s, 1},
        {u"title"_s, u"视频卡顿"_s}, {u"level"_s, state.level}, {u"stage"_s, codeOf(state.stage)},
        {u"owner"_s, state.owner.isEmpty() ? QJsonValue() : QJsonValue(state.owner)},
        {u"drill"_s, false}, {u"policy_version"_s, 1}, {u"opened_by"_s, u"ben"_s},
        {u"opened_at"_s, base::toIso(now - 60min)}, {u"stage_n"_s, n},
        {u"stage_entered_at"_s, base::toIso(now - 10min)}, {u"waited_s"_s, 0},
        {u"group_moves"_s, 0}, {u"deleted"_s, false},
        {u"due_at"_s, closed ? QJsonValue() : base::toIso(now + 20min)},
        {u"closed_at"_s, closed ? base::toIso(now - 10min) : QJsonValue()},
        {u"part"_s, closed ? monthPart(now - 10min) : u"core"_s}};
    fillGates(row, state.gates, now);
    facts.add(u"incident"_s, row);
    if (!closed)
        addRecord(facts, row, n, state.stage, false);
    if (n > 1)
        addRecord(facts, row, n - 1, static_cast<Stage>(n - 1), true);
    return row;
}

Row randomIncident(ParityFacts &facts, QRandomGenerator &random, base::Instant now)
{
    const auto coin = [&random] { return random.bounded(2) == 1; };
    const IncidentState state{.stage = any(random, kStages),
        .level = any(random, kLevelWords),
        .owner = any(random, kOwners),
        .gates = {coin(), coin(), coin(), coin(), coin()}};
    Row row = addIncident(facts, state, now);
    row.insert("policy_version"_L1, 1 + random.bounded(2));
    row.insert("group_moves"_L1, random.bounded(4));
    row.insert("waited_s"_L1, random.bounded(3) * 61);
    if (random.bounded(3) == 0)
        row.insert("due_at"_L1, QJsonValue());
    if (coin()) {
        row.insert("waiting_for"_L1, u"运营商"_s);
        row.insert("waiting_since"_L1,
            base::toIso(now - std::chrono::microseconds{random.bounded(600'000'000)}));
    }
    if (coin())
        row.insert("recovered_at"_L1, base::toIso(now - 3min));
    facts.add(u"incident"_s, row);
    return row;
}

Row randomChange(QRandomGenerator &random, base::Instant now)
{
    const QList<QJsonValue> sites{QJsonValue(), QJsonArray{}, QJsonArray{u"site-1"_s, 2.5}, 7,
        u"x"_s, QJsonObject{{u"a"_s, 1}}};
    const QList<QJsonValue> told{QJsonValue(), QJsonArray{}, QJsonArray{u"business"_s},
        QJsonArray{u"command"_s, u"business"_s, u"doctor"_s}, u"business"_s};
    const QStringList texts{QString(), u""_s, u"　\u00a0"_s, u"主用线路"_s, u"a\"\\\n\u0007😀"_s};
    const auto when = [&] {
        return base::toIso(
            now + std::chrono::microseconds{random.bounded(1'200'000'000) - 900'000'000});
    };
    const QList<std::pair<QString, QJsonValue>> columns{{u"owner"_s, orNull(any(random, kOwners))},
        {u"acknowledged_by"_s, orNull(any(random, kOwners))}, {u"acknowledged_at"_s, when()},
        {u"level"_s, any(random, kLevelWords)}, {u"level_reason"_s, orNull(any(random, kReasons))},
        {u"waiting_for"_s, orNull(any(random, texts))},
        {u"tech_group"_s, orNull(any(random, kGroupWords))}, {u"sites"_s, any(random, sites)},
        {u"level_confirmed"_s, random.bounded(3) > 0}, {u"cause"_s, orNull(any(random, texts))},
        {u"verified"_s, orNull(any(random, texts))}, {u"told"_s, any(random, told)},
        {u"recovered_at"_s, random.bounded(2) == 1 ? QJsonValue(when()) : QJsonValue()},
        {u"stage"_s, any(random, kStageWords)}, {u"stage_reason"_s, orNull(any(random, kReasons))},
        {u"stage_note"_s, orNull(any(random, texts))}, {u"title"_s, u"新标题"_s}};
    Row change;
    const int wanted = 1 + random.bounded(6);
    for (int i = 0; i < wanted; ++i) {
        const auto &[column, value] = any(random, columns);
        change.insert(column, value);
    }
    return change;
}

} // namespace watchroom::parity
