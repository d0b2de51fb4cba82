// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handover/handoverstate.h"

#include "app/base/ids.h"
#include "app/domain/codes.h"
#include "app/domain/handoverguard.h"

#include <algorithm>

namespace watchroom::handover {

using namespace Qt::StringLiterals;

bool HandoverState::isLive() const
{
    return domain::isLiveState(state);
}

bool HandoverState::isToBeVerified() const
{
    return isLive() ? unconfirmedPaper(u"taken_over"_s) != nullptr
                    : pending && domain::isPassedState(state);
}

const PaperSignature *HandoverState::unconfirmedPaper(const QString &meaning) const
{
    const QString &lead = meaning == "handed_over"_L1 ? outgoing : incoming;
    const auto paper = std::ranges::find_if(papers, [&](const PaperSignature &one) {
        return one.meaning == meaning && one.person == lead && !one.entry.isNull();
    });
    const bool isSigned = std::ranges::any_of(signatures, [&](const HandoverSignature &one) {
        return one.what.meaning == meaning && one.what.hash == sheetHash.toLatin1();
    });
    return !isLive() || isSigned || paper == papers.end() ? nullptr : &*paper;
}

const HandoverItem *HandoverState::find(const QString &table, const QUuid &item) const
{
    const auto found = std::ranges::find_if(items,
        [&](const HandoverItem &one) { return one.facts.table == table && one.facts.id == item; });
    return found == items.end() ? nullptr : &*found;
}

std::optional<QJsonObject> HandoverState::signedSheet(const QString &hash) const
{
    for (const HandoverSignature &signature : signatures) {
        if (QString::fromLatin1(signature.what.hash) == hash && !signature.sheet.isEmpty())
            return signature.sheet;
    }
    return std::nullopt;
}

QList<SheetSystem> withReadings(
    const QList<SheetSystem> &said, const QList<SheetSystem> &readings, base::Instant now)
{
    QList<SheetSystem> all = said;
    for (SheetSystem &system : all) {
        const auto reading = std::ranges::find(readings, system.key, &SheetSystem::key);
        if (reading == readings.end())
            continue;
        system.name = reading->name;
        const bool old = !system.at || now - *system.at > domain::kSystemFresh;
        if (system.result == "unchecked"_L1 || (old && reading->result != "unchecked"_L1))
            system = *reading;
    }
    return all;
}

QList<Missing> missingOf(const HandoverState &state, base::Instant now)
{
    QList<Missing> missing;
    for (const HandoverItem &item : state.items) {
        const SheetItem &facts = item.facts;
        const bool work = hasOwnPlan(facts);
        const QList<std::pair<bool, QString>> rules{{facts.receiver.isEmpty(), u"receiver"_s},
            {work && facts.nextAction.isEmpty(), u"next_action"_s},
            {work && !facts.dueAt, u"due_at"_s}, {lacksContingency(facts), u"contingency"_s},
            {item.hasOpenQuestion(), u"answer"_s}, {!item.confirmed, u"not_confirmed"_s},
            {domain::isUnheardRed(facts.table, facts.level, facts.stage), u"red_unacknowledged"_s}};
        for (const auto &[lacks, what] : rules) {
            if (lacks)
                missing.append({what, facts.table, base::toText(facts.id)});
        }
    }
    for (const SheetSystem &system : state.systems) {
        if (system.result != "ok"_L1 || !system.at || now - *system.at > domain::kSystemFresh)
            missing.append({u"system"_s, u"system"_s, system.key});
    }
    const auto heard = std::ranges::count_if(state.items,
        [](const HandoverItem &item) { return item.readBack && item.readBack->heard; });
    if (heard < std::min(domain::kReadBackItems, state.items.size()))
        missing.append({u"read_back"_s});
    missing.removeIf([&state](const Missing &one) {
        return std::ranges::any_of(state.waivers, [&one](const SheetWaiver &waiver) {
            return waiver.rule == one.what && waiver.subject == one.subject;
        });
    });
    return missing;
}

bool Missing::isWaivable() const
{
    return domain::codes::contains(domain::codes::kWaivable, what);
}

} // namespace watchroom::handover
