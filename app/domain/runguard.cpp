// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/ids.h"
#include "app/domain/attachment.h"
#include "app/domain/codes.h"
#include "app/domain/derivedids.h"
#include "app/domain/knowledgeguard.h"
#include "app/domain/limits.h"
#include "app/domain/values.h"

#include <algorithm>
#include <array>

namespace watchroom::domain {

using namespace Qt::StringLiterals;

namespace {

Verdict checkIncident(Change &change)
{
    return change.isNull("incident"_L1) ? Verdict()
                                        : checkNamed(change, "incident"_L1, "incident"_L1);
}

Verdict checkVersion(Change &change)
{
    const auto version =
        versionOf(change, uuid(change.row, "article"_L1), integer(change.row, "version"_L1));
    if (!version)
        return refuse(u"not_found"_s, {{u"column"_s, u"version"_s}});
    return version->value("steps"_L1).toArray().isEmpty() ? refuse(u"steps_missing"_s) : Verdict();
}

Verdict checkMode(Change &change)
{
    return codes::contains(codes::kRunModes, text(change.row, "mode"_L1)) ? Verdict()
                                                                          : wrongColumn(u"mode"_s);
}

Verdict checkFirstOwner(Change &change)
{
    return text(change.row, "owner"_L1) == change.actor.name ? Verdict() : refuse(u"owner_other"_s);
}

/// The person's newest version of the article from now on.
void follow(Change &change, const QUuid &article, qint64 version)
{
    const QUuid id = articleFollowId(article, change.actor.name);
    const auto known = change.facts.row(u"article_follow", id);
    if (known && integer(*known, "version"_L1) > version)
        return;
    change.consequences.append({u"article_follow"_s,
        Row{{u"id"_s, base::toText(id)}, {u"deleted"_s, false}, {u"part"_s, u"core"_s},
            {u"article"_s, base::toText(article)}, {u"person"_s, change.actor.name},
            {u"version"_s, version}, {u"followed_at"_s, base::toIso(change.at)}}});
}

Verdict insertRun(Change &change)
{
    static constexpr std::array<GuardRule, 5> kRules{
        checkActor, checkIncident, checkVersion, checkMode, checkFirstOwner};
    if (Verdict verdict = firstRefusal(change, kRules))
        return verdict;
    const QUuid article = uuid(change.row, "article"_L1);
    const qint64 version = integer(change.row, "version"_L1);
    change.set("state"_L1, u"running"_s);
    change.set("now_version"_L1, version);
    change.set("started_by"_L1, change.actor.name);
    change.setInstant("started_at"_L1, change.at);
    change.setNull("ended_at"_L1);
    change.set("deleted"_L1, false);
    change.set("part"_L1, u"core"_s);
    follow(change, article, version);
    change.write(uuid(change.row, "incident"_L1), u"procedure_started"_s,
        runParams(change, change.row, versionOf(change, article, version).value_or(Row())));
    return {};
}

Verdict checkFixed(Change &change)
{
    const bool fixed = std::ranges::none_of(change.table.columns, [&change](const Column &column) {
        return column.origin == Origin::Client && column.name != "owner"_L1
            && change.changed(column.name);
    });
    keepGuardColumns(change);
    return fixed && !change.isDeleted() ? Verdict() : refuse(u"immutable"_s);
}

/// Whoever is there goes on with it; only a lead gives it to another.
Verdict judgeRunOwner(Change &change)
{
    if (!change.changed("owner"_L1))
        return {};
    const QString to = text(change.row, "owner"_L1);
    if (to != change.actor.name && !change.actor.senior())
        return refuse(u"owner_other"_s);
    if (!isActivePerson(change, to))
        return refuse(u"owner_unknown"_s);
    const auto version =
        versionOf(change, uuid(change.row, "article"_L1), integer(change.row, "now_version"_L1));
    QJsonObject params = runParams(change, change.row, version.value_or(Row()));
    params.insert("from"_L1, change.before("owner"_L1));
    params.insert("to"_L1, to);
    change.write(uuid(change.row, "incident"_L1), u"procedure_taken_over"_s, params);
    return {};
}

Verdict checkRunning(Change &change)
{
    return change.before("state"_L1).toString() == "running"_L1 ? Verdict() : refuse(u"closed"_s);
}

Row runOf(const Change &change)
{
    return change.facts.row(u"procedure_run", uuid(change.row, "run"_L1)).value_or(Row());
}

Row eventVersion(const Change &change, QLatin1StringView column)
{
    return versionOf(change, uuid(runOf(change), "article"_L1), integer(change.row, column))
        .value_or(Row());
}

bool isKind(const Change &change, QLatin1StringView kind)
{
    return text(change.row, "kind"_L1) == kind;
}

Verdict checkRun(Change &change)
{
    if (Verdict verdict = checkNamed(change, "run"_L1, "procedure_run"_L1))
        return verdict;
    return sameValue(change.row.value("incident"_L1), runOf(change).value("incident"_L1))
        ? Verdict()
        : wrongColumn(u"incident"_s);
}

Verdict checkKind(Change &change)
{
    if (!codes::contains(codes::kRunEvents, text(change.row, "kind"_L1)))
        return refuse(u"kind_unknown"_s);
    if (eventVersion(change, "version"_L1).isEmpty())
        return refuse(u"not_found"_s, {{u"column"_s, u"version"_s}});
    if (!isKind(change, "kept"_L1)) {
        change.setNull("against"_L1);
        return {};
    }
    return eventVersion(change, "against"_L1).isEmpty()
        ? refuse(u"not_found"_s, {{u"column"_s, u"against"_s}})
        : Verdict();
}

/// From 1; 0 where the version has no such step.
qint64 stepNumber(const QJsonArray &steps, const QString &id)
{
    for (qsizetype i = 0; i < steps.size(); ++i) {
        if (text(steps.at(i).toObject(), "id"_L1) == id)
            return i + 1;
    }
    return 0;
}

Verdict checkStep(Change &change)
{
    const bool needed = codes::contains(codes::kRunStepEvents, text(change.row, "kind"_L1));
    if (!needed && change.isNull("step"_L1))
        return {};
    const QJsonArray steps = eventVersion(change, "version"_L1).value("steps"_L1).toArray();
    return stepNumber(steps, text(change.row, "step"_L1)) > 0 ? Verdict()
                                                              : refuse(u"step_unknown"_s);
}

Verdict checkWords(Change &change)
{
    const QString kind = text(change.row, "kind"_L1);
    const QString said = text(change.row, "text"_L1);
    const bool reasoned =
        !change.isNull("reason"_L1) && text(change.row, "reason"_L1) != "other"_L1;
    if (!change.isNull("reason"_L1)
        && !codes::contains(codes::kRunReasons, text(change.row, "reason"_L1)))
        return refuse(u"reason_missing"_s);
    if (codes::contains(codes::kRunReasonedEvents, kind) && !reasoned && isBlank(said))
        return refuse(u"reason_missing"_s);
    if (kind == "note"_L1 && isBlank(said) && change.isNull("blobs"_L1))
        return refuse(u"text_missing"_s);
    if (!isAtMost(said, limits::kLineCharacters))
        return refuse(u"too_large"_s);
    return change.isNull("blobs"_L1) || areAttachments(change.row.value("blobs"_L1))
        ? Verdict()
        : refuse(u"attachment_refused"_s);
}

void moveRun(Change &change)
{
    const bool ends = isKind(change, "finished"_L1) || isKind(change, "stopped"_L1);
    Row run = runOf(change);
    if (text(run, "state"_L1) != "running"_L1 || !(ends || isKind(change, "switched"_L1)))
        return;
    if (ends) {
        run.insert("state"_L1, change.row.value("kind"_L1));
        run.insert("ended_at"_L1, base::toIso(change.at));
        run.insert("part"_L1, monthPart(change.at));
    } else {
        run.insert("now_version"_L1, change.row.value("version"_L1));
        follow(change, uuid(run, "article"_L1), integer(change.row, "version"_L1));
    }
    change.consequences.append({u"procedure_run"_s, run});
}

void writeEvent(Change &change)
{
    const Row run = runOf(change);
    const Row version = eventVersion(change, "version"_L1);
    const QString kind = text(change.row, "kind"_L1);
    const bool told =
        !change.isNull("incident"_L1) || kind == "finished"_L1 || kind == "stopped"_L1;
    if (!told)
        return;
    QJsonObject params = runParams(change, run, version);
    const QJsonArray steps = version.value("steps"_L1).toArray();
    const qint64 n = stepNumber(steps, text(change.row, "step"_L1));
    params.insert("n"_L1, n > 0 ? QJsonValue(n) : QJsonValue());
    params.insert("step"_L1, n > 0 ? steps.at(n - 1).toObject().value("text"_L1) : QJsonValue());
    for (const QLatin1StringView column : {"against"_L1, "reason"_L1, "text"_L1, "blobs"_L1})
        params.insert(column, change.row.value(column));
    change.write(uuid(change.row, "incident"_L1), u"procedure_"_s + kind, params);
}

} // namespace

QJsonObject runParams(const Change &change, const Row &run, const Row &version)
{
    return {{u"run"_s, run.value("id"_L1)}, {u"article"_s, run.value("article"_L1)},
        {u"title"_s, version.value("title"_L1)}, {u"version"_s, version.value("version"_L1)},
        {u"mode"_s, run.value("mode"_L1)}, {u"by"_s, change.actor.name}};
}

Verdict guardProcedureRun(Change &change)
{
    if (change.isInsert())
        return insertRun(change);
    static constexpr std::array<GuardRule, 4> kRules{
        checkRunning, checkActor, checkFixed, judgeRunOwner};
    return firstRefusal(change, kRules);
}

// What was done is recorded, whatever has become of the run meanwhile.
Verdict guardRunEvent(Change &change)
{
    static constexpr std::array<GuardRule, 6> kRules{
        checkAppended, checkActor, checkRun, checkKind, checkStep, checkWords};
    if (Verdict verdict = firstRefusal(change, kRules))
        return verdict;
    const auto happened = instant(change.row, "happened_at"_L1);
    change.setInstant("happened_at"_L1, std::min(happened.value_or(change.at), change.now));
    change.set("author"_L1, change.actor.name);
    change.set("deleted"_L1, false);
    change.set("part"_L1, monthPart(change.at));
    moveRun(change);
    writeEvent(change);
    return {};
}

Verdict guardArticleFeedback(Change &change)
{
    static constexpr std::array<GuardRule, 3> kRules{checkAppended, checkActor, checkIncident};
    if (Verdict verdict = firstRefusal(change, kRules))
        return verdict;
    const auto version =
        versionOf(change, uuid(change.row, "article"_L1), integer(change.row, "version"_L1));
    if (!version)
        return refuse(u"not_found"_s, {{u"column"_s, u"version"_s}});
    if (change.isNull("helped"_L1))
        return wrongColumn(u"helped"_s);
    if (!isAtMost(text(change.row, "text"_L1), limits::kLineCharacters))
        return refuse(u"too_large"_s);
    change.set("person"_L1, change.actor.name);
    change.setInstant("said_at"_L1, change.at);
    change.set("deleted"_L1, false);
    change.set("part"_L1, u"core"_s);
    const bool helped = boolean(change.row, "helped"_L1);
    change.write(uuid(change.row, "incident"_L1),
        helped ? u"article_helped"_s : u"article_helped_not"_s,
        {{u"article"_s, change.row.value("article"_L1)}, {u"title"_s, version->value("title"_L1)},
            {u"version"_s, version->value("version"_L1)},
            {u"text"_s, change.row.value("text"_L1)}});
    return {};
}

} // namespace watchroom::domain
