// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/attachment.h"
#include "app/domain/codes.h"
#include "app/domain/derivedids.h"
#include "app/domain/guard.h"
#include "app/domain/limits.h"
#include "app/domain/values.h"

#include <algorithm>
#include <array>

namespace watchroom::domain {

using namespace Qt::StringLiterals;

namespace {

Verdict checkKind(Change &change)
{
    const QString kind = text(change.row, "kind"_L1);
    const bool known = change.actor.station ? codes::contains(codes::kStationEntryKinds, kind)
                                            : codes::contains(codes::kPersonEntryKinds, kind);
    return known ? Verdict() : refuse(u"kind_unknown"_s);
}

Verdict checkText(Change &change)
{
    const QString words = text(change.row, "text"_L1);
    if (isBlank(words) && isBlank(text(change.row, "code"_L1)))
        return refuse(u"text_missing"_s);
    return characterCount(words) > limits::kTextCharacters ? refuse(u"too_large"_s) : Verdict();
}

Verdict checkChannel(Change &change)
{
    const bool known = change.isNull("channel"_L1)
        || codes::contains(codes::kChannels, text(change.row, "channel"_L1));
    return known ? Verdict() : refuse(u"channel_unknown"_s);
}

Verdict checkCorrects(Change &change)
{
    if (change.isNull("corrects"_L1)) {
        const bool needed = text(change.row, "kind"_L1) == "correction"_L1;
        return needed ? refuse(u"corrects_unknown"_s) : Verdict();
    }
    const auto corrected = change.facts.row(u"log_entry", uuid(change.row, "corrects"_L1));
    const bool same = corrected
        && sameValue(
            ColumnType::Uuid, corrected->value("incident"_L1), change.row.value("incident"_L1));
    return same ? Verdict() : refuse(u"corrects_unknown"_s);
}

Verdict checkAttachments(Change &change)
{
    const bool fine = change.isNull("blobs"_L1) || areAttachments(change.row.value("blobs"_L1));
    return fine ? Verdict() : refuse(u"attachment_refused"_s);
}

// What a person typed arrives whatever became of its incident: then in the day's chain.
void placeEntry(Change &change)
{
    change.set("part"_L1, u"core"_s);
    const auto incident = change.isNull("incident"_L1)
        ? std::nullopt
        : change.facts.row(u"incident", uuid(change.row, "incident"_L1));
    if (incident) {
        if (incident->value("part"_L1).isString())
            change.set("part"_L1, incident->value("part"_L1));
        change.set("chain"_L1, incidentChain(uuid(change.row, "incident"_L1)));
        return;
    }
    if (!change.isNull("incident"_L1)) {
        QJsonObject params = change.row.value("params"_L1).toObject();
        params.insert("incident"_L1, change.row.value("incident"_L1));
        change.set("params"_L1, params);
        change.setNull("incident"_L1);
    }
    change.set("chain"_L1, dayChain(change.now));
    change.set("part"_L1, monthPart(change.now));
}

} // namespace

Verdict guardLogEntry(Change &change)
{
    static constexpr std::array<GuardRule, 7> kRules{checkActor, checkAppended, checkKind,
        checkText, checkChannel, checkCorrects, checkAttachments};
    if (Verdict verdict = firstRefusal(change, kRules))
        return verdict;
    placeEntry(change);
    const base::Instant given = instant(change.row, "happened_at"_L1).value_or(change.at);
    change.setInstant("happened_at"_L1, std::min(given, change.now));
    change.set("author"_L1, change.actor.name);
    change.setInstant("recorded_at"_L1, change.now);
    return {};
}

} // namespace watchroom::domain
