// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/values.h"
#include "app/handover/handoversheet.h"
#include "app/handover/sheetreader.h"

#include <QJsonArray>
#include <QTimeZone>

namespace watchroom::handover {

using namespace Qt::StringLiterals;
using base::Error;
using base::Result;

namespace {

template <class Part>
QList<Part> all(SheetReader &sheet, QLatin1StringView name, Part (*one)(SheetReader &))
{
    QList<Part> parts;
    for (SheetReader &reader : sheet.objects(name))
        parts.append(one(reader));
    return parts;
}

SheetSide side(SheetReader sheet)
{
    return {.lead = sheet.text("lead"_L1),
        .people = sheet.texts("people"_L1),
        .slot = sheet.textOrNull("slot"_L1),
        .from = sheet.instant("from"_L1),
        .until = sheet.instant("until"_L1)};
}

SheetPosition position(SheetReader &sheet)
{
    return {.position = sheet.text("position"_L1),
        .name = sheet.text("name"_L1),
        .from = sheet.textOrNull("from"_L1),
        .to = sheet.textOrNull("to"_L1)};
}

QString table(SheetReader &sheet)
{
    return sheet.oneOf(
        "table"_L1, {"incident"_L1, "ticket"_L1, "pending_item"_L1, "procedure_run"_L1});
}

SheetItem item(SheetReader &sheet)
{
    return {.table = table(sheet),
        .id = sheet.id("id"_L1),
        .label = sheet.textOrNull("label"_L1),
        .number =
            sheet.isNull("number"_L1) ? std::nullopt : std::optional(sheet.integer("number"_L1, 1)),
        .title = sheet.text("title"_L1, domain::limits::kTitleCharacters),
        .level = sheet.oneOf("level"_L1, {"red"_L1, "yellow"_L1, "blue"_L1}),
        .group = sheet.textOrNull("group"_L1),
        .stage = sheet.textOrNull("stage"_L1),
        .owner = sheet.textOrNull("owner"_L1),
        .receiver = sheet.textOrNull("receiver"_L1),
        .nextAction = sheet.textOrNull("next_action"_L1),
        .dueAt = sheet.instantOrNull("due_at"_L1),
        .contingency = sheet.textOrNull("contingency"_L1),
        .waitingFor = sheet.textOrNull("waiting_for"_L1),
        .carried = sheet.integer("carried"_L1, 0),
        .confirmedBy = sheet.textOrNull("confirmed_by"_L1),
        .confirmedAt = sheet.instantOrNull("confirmed_at"_L1)};
}

SheetSystem system(SheetReader &sheet)
{
    return {.key = sheet.text("key"_L1),
        .name = sheet.text("name"_L1),
        .result = sheet.oneOf("result"_L1, {"ok"_L1, "failed"_L1, "unchecked"_L1}),
        .seen = sheet.textOrNull("seen"_L1),
        .by = sheet.textOrNull("by"_L1),
        .at = sheet.instantOrNull("at"_L1)};
}

SheetSource source(SheetReader &sheet)
{
    return {.name = sheet.text("name"_L1),
        .state = sheet.oneOf("state"_L1, {"ok"_L1, "down"_L1, "no_data"_L1}),
        .since = sheet.instantOrNull("since"_L1)};
}

SheetSilence silence(SheetReader &sheet)
{
    return {.name = sheet.text("name"_L1), .endsAt = sheet.instant("ends_at"_L1)};
}

SheetRun run(SheetReader &sheet)
{
    return {.article = sheet.text("article"_L1),
        .version = sheet.integer("version"_L1, 1),
        .step = sheet.integer("step"_L1, 0)};
}

SheetChanges changes(SheetReader sheet)
{
    const auto count = [&sheet](QLatin1StringView name) {
        const QList<qint64> both = sheet.counts(name, 2);
        return SheetCount{.before = both[0], .now = both[1]};
    };
    return {.label = sheet.textOrNull("label"_L1),
        .open = count("open"_L1),
        .red = count("red"_L1),
        .overdue = count("overdue"_L1),
        .opened = sheet.integer("opened"_L1, 0),
        .closed = sheet.integer("closed"_L1, 0)};
}

SheetReadBack readBackOf(SheetReader &sheet)
{
    return {.table = table(sheet),
        .id = sheet.id("id"_L1),
        .dueAt = sheet.instantOrNull("due_at"_L1),
        .nextAction = sheet.textOrNull("next_action"_L1),
        .owner = sheet.text("owner"_L1),
        .agrees = sheet.boolean("agrees"_L1),
        .heard = sheet.boolean("heard"_L1)};
}

SheetWaiver waiver(SheetReader &sheet)
{
    return {.rule = sheet.text("rule"_L1),
        .subject = sheet.textOrNull("subject"_L1),
        .reason = sheet.text("reason"_L1),
        .by = sheet.text("by"_L1),
        .second = sheet.text("second"_L1)};
}

HandoverSheet readSheet(SheetReader &sheet)
{
    HandoverSheet read{.id = sheet.id("id"_L1),
        .label = sheet.textOrNull("label"_L1),
        .scope = sheet.text("scope"_L1),
        .attempt = sheet.integer("attempt"_L1, 1),
        .plannedAt = sheet.instant("planned_at"_L1),
        .frozenAt = sheet.instant("frozen_at"_L1),
        .asOf = sheet.instantOrNull("as_of"_L1),
        .zone = sheet.text("zone"_L1).toLatin1(),
        .outgoing = side(sheet.object("outgoing"_L1)),
        .incoming = side(sheet.object("incoming"_L1)),
        .names = sheet.textsByName("names"_L1),
        .positions = all(sheet, "positions"_L1, position),
        .items = all(sheet, "items"_L1, item),
        .systems = all(sheet, "systems"_L1, system),
        .sources = all(sheet, "sources"_L1, source),
        .silences = all(sheet, "silences"_L1, silence),
        .runs = all(sheet, "runs"_L1, run),
        .sinceLast = changes(sheet.object("since_last"_L1)),
        .readBack = all(sheet, "read_back"_L1, readBackOf),
        .waivers = all(sheet, "waivers"_L1, waiver)};
    read.incoming.checkedIn = sheet.object("incoming"_L1).texts("checked_in"_L1);
    if (!QTimeZone(read.zone).isValid())
        sheet.fail(u"zone"_s);
    return read;
}

/// The path of the first member that differs, in the order of the names.
QString firstDifference(const QJsonValue &a, const QJsonValue &b, const QString &path)
{
    const auto below = [&path](const QString &name) {
        return path.isEmpty() ? name : path + u'.' + name;
    };
    if (a.isObject() && b.isObject()) {
        QStringList names = a.toObject().keys() + b.toObject().keys();
        names.sort();
        for (const QString &name : std::as_const(names)) {
            // Absent is another thing than null here.
            if (a[name].type() != b[name].type() || !domain::sameValue(a[name], b[name]))
                return firstDifference(a[name], b[name], below(name));
        }
    }
    if (a.isArray() && b.isArray()) {
        for (qsizetype at = 0; at < a.toArray().size(); ++at) {
            if (!domain::sameValue(a[at], b[at]))
                return firstDifference(a[at], b[at], below(QString::number(at)));
        }
    }
    return path;
}

tl::unexpected<Error> damaged(const QString &where)
{
    return base::failure(Error::Kind::Corrupt, u"handover sheet: wrong or missing "_s + where,
        u"sheet_damaged"_s, {{u"where"_s, where}});
}

} // namespace

Result<HandoverSheet> HandoverSheet::fromJson(const QJsonObject &document)
{
    QString wrong;
    SheetReader sheet(document, {}, wrong);
    if (document.value("format"_L1) != kSheetFormat)
        return damaged(u"format"_s);
    const qint64 version = sheet.integer("version"_L1, 1);
    if (version > kSheetVersion)
        return base::failure(Error::Kind::TooNew, u"a newer handover sheet"_s, u"sheet_newer"_s);
    HandoverSheet read = readSheet(sheet);
    if (!wrong.isEmpty())
        return damaged(wrong);
    const QJsonObject again = read.toJson();
    if (domain::canonicalJson(again) != domain::canonicalJson(document))
        return damaged(firstDifference(document, again, {}));
    return read;
}

} // namespace watchroom::handover
