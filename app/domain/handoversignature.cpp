// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/ids.h"
#include "app/domain/codes.h"
#include "app/domain/derivedids.h"
#include "app/domain/handoverguard.h"
#include "app/domain/levels.h"
#include "app/domain/values.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace watchroom::domain {

using namespace Qt::StringLiterals;

namespace {

Row handoverOf(const Change &change)
{
    return change.facts.row(u"handover", uuid(change.row, "handover"_L1)).value_or(Row());
}

Refusal incomplete(const QString &what, const QString &subject = {})
{
    return refuse(u"sheet_incomplete"_s, {{u"what"_s, what}, {u"subject"_s, orNull(subject)}});
}

bool isListOfObjects(const QJsonValue &value)
{
    const QJsonArray all = value.toArray();
    return value.isArray()
        && std::ranges::all_of(all, [](const QJsonValue &one) { return one.isObject(); });
}

/// The rules of a sheet, in their order; what may be waived is looked up in its waivers.
class SheetRules
{
public:
    SheetRules(const Change &change, const QJsonObject &sheet)
        : m_change(change)
        , m_sheet(sheet)
        , m_waivers(sheet.value("waivers"_L1).toArray())
    {
    }

    [[nodiscard]] Verdict judge() const
    {
        static constexpr std::array kLists{"items"_L1, "systems"_L1, "read_back"_L1, "waivers"_L1};
        for (const QLatin1StringView list : kLists) {
            if (!isListOfObjects(m_sheet.value(list)))
                return refuse(u"doc_invalid"_s, {{u"where"_s, QString(list)}});
        }
        for (const auto rule : {&SheetRules::judgeWaivers, &SheetRules::judgeItems,
                 &SheetRules::judgeSystems, &SheetRules::judgeReadBack}) {
            if (Verdict verdict = (this->*rule)())
                return verdict;
        }
        return {};
    }

private:
    [[nodiscard]] bool isWaived(QLatin1StringView rule, const QString &subject) const
    {
        return std::ranges::any_of(m_waivers, [&](const QJsonValue &value) {
            const QJsonObject waiver = value.toObject();
            return text(waiver, "rule"_L1) == rule && text(waiver, "subject"_L1) == subject;
        });
    }

    // A reason from the list, and two people who stand for it.
    [[nodiscard]] Verdict judgeWaivers() const
    {
        for (const QJsonValue &value : m_waivers) {
            const QJsonObject waiver = value.toObject();
            const QString by = text(waiver, "by"_L1);
            const QString second = text(waiver, "second"_L1);
            const bool fine = codes::contains(codes::kWaivable, text(waiver, "rule"_L1))
                && codes::contains(codes::kWaiveReasons, text(waiver, "reason"_L1)) && by != second
                && isActivePerson(m_change, by) && isActivePerson(m_change, second);
            if (!fine)
                return incomplete(u"waiver"_s, text(waiver, "rule"_L1));
        }
        return {};
    }

    [[nodiscard]] Verdict judgeItem(const QJsonObject &item) const
    {
        const QString id = text(item, "id"_L1);
        const QString table = text(item, "table"_L1);
        const auto level = levelFrom(text(item, "level"_L1));
        if (!level || isBlank(id) || !codes::contains(codes::kHandoverTables, table))
            return refuse(u"doc_invalid"_s, {{u"where"_s, u"items"_s}});
        const auto lacks = [&item](
                               QLatin1StringView member) { return isBlank(text(item, member)); };
        const bool work = codes::contains(codes::kWorkTables, table);
        const bool run = table == "procedure_run"_L1; // what then is what its procedure says
        if (lacks("receiver"_L1))
            return incomplete(u"receiver"_s, id);
        if (work && lacks("next_action"_L1))
            return incomplete(u"next_action"_s, id);
        if (work && lacks("due_at"_L1))
            return incomplete(u"due_at"_s, id);
        if (*level != Level::Blue && !run && lacks("contingency"_L1))
            return incomplete(u"contingency"_s, id);
        if (lacks("confirmed_by"_L1) && !isWaived("not_confirmed"_L1, id))
            return incomplete(u"not_confirmed"_s, id);
        if (isUnheardRed(table, text(item, "level"_L1), text(item, "stage"_L1))
            && !isWaived("red_unacknowledged"_L1, id))
            return incomplete(u"red_unacknowledged"_s, id);
        return {};
    }

    [[nodiscard]] Verdict judgeItems() const
    {
        const QJsonArray items = m_sheet.value("items"_L1).toArray();
        for (const QJsonValue &value : items) {
            if (Verdict verdict = judgeItem(value.toObject()))
                return verdict;
        }
        return {};
    }

    [[nodiscard]] Verdict judgeSystems() const
    {
        const auto frozen = base::fromIso(text(m_sheet, "frozen_at"_L1));
        if (!frozen)
            return refuse(u"doc_invalid"_s, {{u"where"_s, u"frozen_at"_s}});
        const QJsonArray systems = m_sheet.value("systems"_L1).toArray();
        for (const QJsonValue &value : systems) {
            const QJsonObject system = value.toObject();
            const auto at = base::fromIso(text(system, "at"_L1));
            const bool fresh = at && *at >= *frozen - kSystemFresh && *at <= *frozen;
            const QString key = text(system, "key"_L1);
            if ((text(system, "result"_L1) != "ok"_L1 || !fresh) && !isWaived("system"_L1, key))
                return incomplete(u"system"_s, key);
        }
        return {};
    }

    [[nodiscard]] Verdict judgeReadBack() const
    {
        const QJsonArray said = m_sheet.value("read_back"_L1).toArray();
        const auto heard = std::ranges::count_if(
            said, [](const QJsonValue &one) { return one.toObject().value("heard"_L1).toBool(); });
        const auto wanted = std::min(kReadBackItems, m_sheet.value("items"_L1).toArray().size());
        return heard >= wanted || isWaived("read_back"_L1, {}) ? Verdict()
                                                               : incomplete(u"read_back"_s);
    }

    const Change &m_change;
    QJsonObject m_sheet;
    QJsonArray m_waivers;
};

Verdict checkWords(Change &change)
{
    if (change.actor.station)
        return refuse(u"station_may_not"_s);
    const bool known = codes::contains(codes::kSignatureMeanings, text(change.row, "meaning"_L1))
        && codes::contains(codes::kSignatureMeans, text(change.row, "how"_L1));
    return known ? Verdict() : refuse(u"kind_unknown"_s);
}

// The team's policy may forbid it: then the watch waits for the server, or passes on paper.
Verdict checkOffline(Change &change)
{
    if (text(change.row, "how"_L1) != "offline"_L1)
        return {};
    const auto policy = change.facts.newestPolicy();
    const QJsonValue allowed =
        policy ? policy->value("doc"_L1).toObject().value("offline_handover"_L1) : QJsonValue();
    return allowed.toBool(true) ? Verdict() : refuse(u"offline_handover_forbidden"_s);
}

// Never for the other: each in their own name, and a witness is neither.
Verdict checkSigner(Change &change)
{
    const Row handover = handoverOf(change);
    if (handover.isEmpty())
        return refuse(u"not_found"_s, {{u"column"_s, u"handover"_s}});
    const QString &me = change.actor.name;
    const bool outgoing = text(handover, "outgoing"_L1) == me;
    const bool incoming = text(handover, "incoming"_L1) == me;
    const QString meaning = text(change.row, "meaning"_L1);
    const bool own = meaning == "handed_over"_L1 ? outgoing
        : meaning == "taken_over"_L1             ? incoming
                                                 : !outgoing && !incoming;
    return own ? Verdict() : refuse(u"signature_other"_s);
}

Verdict checkSheet(Change &change)
{
    const QString hash = text(change.row, "sheet_hash"_L1);
    static const QRegularExpression kHash(QRegularExpression::anchoredPattern(u"[0-9a-f]{64}"_s));
    if (!kHash.match(hash).hasMatch())
        return refuse(u"doc_invalid"_s, {{u"where"_s, u"sheet_hash"_s}});
    if (change.isNull("sheet"_L1)) {
        const bool there = signedSheet(change, uuid(change.row, "handover"_L1), hash).has_value();
        return there ? Verdict() : refuse(u"sheet_changed"_s);
    }
    const QJsonObject sheet = change.row.value("sheet"_L1).toObject();
    const QByteArray digest = QCryptographicHash::hash(
        canonicalJson(change.row.value("sheet"_L1)), QCryptographicHash::Sha256);
    const Row handover = handoverOf(change);
    const auto leads = [&](QLatin1StringView side) {
        return text(sheet.value(side).toObject(), "lead"_L1) == text(handover, side);
    };
    if (QString::fromLatin1(digest.toHex()) != hash
        || text(sheet, "id"_L1) != text(handover, "id"_L1) || !leads("outgoing"_L1)
        || !leads("incoming"_L1))
        return refuse(u"sheet_changed"_s);
    return SheetRules(change, sheet).judge();
}

} // namespace

std::optional<QJsonObject> signedSheet(
    const Change &change, const QUuid &handover, const QString &hash)
{
    const QList<Row> rows =
        change.facts.rowsWhere(u"handover_signature", "handover"_L1, base::toText(handover));
    for (const Row &row : rows) {
        if (text(row, "sheet_hash"_L1) == hash && row.value("sheet"_L1).isObject())
            return row.value("sheet"_L1).toObject();
    }
    return std::nullopt;
}

bool isSigned(const Change &change, const QUuid &handover, const QString &meaning,
    const QString &person, const QString &hash)
{
    const QList<Row> rows =
        change.facts.rowsWhere(u"handover_signature", "handover"_L1, base::toText(handover));
    return std::ranges::any_of(rows, [&](const Row &row) {
        return text(row, "meaning"_L1) == meaning && text(row, "person"_L1) == person
            && text(row, "sheet_hash"_L1) == hash;
    });
}

Verdict guardHandoverSignature(Change &change)
{
    static constexpr std::array<GuardRule, 6> kRules{
        checkActor, checkAppended, checkWords, checkOffline, checkSigner, checkSheet};
    if (Verdict verdict = firstRefusal(change, kRules))
        return verdict;
    const Row handover = handoverOf(change);
    change.set("person"_L1, change.actor.name);
    change.setInstant("signed_at"_L1, change.at);
    change.set("part"_L1, handover.value("part"_L1));
    change.write({}, u"handover_signed"_s,
        {{u"handover"_s, change.row.value("handover"_L1)}, {u"scope"_s, handover.value("scope"_L1)},
            {u"label"_s, handover.value("label"_L1)},
            {u"meaning"_s, change.row.value("meaning"_L1)},
            {u"sheet_hash"_s, change.row.value("sheet_hash"_L1)},
            {u"how"_s, change.row.value("how"_L1)}});
    return {};
}

} // namespace watchroom::domain
