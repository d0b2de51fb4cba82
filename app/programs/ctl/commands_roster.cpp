// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/ids.h"
#include "app/programs/ctl/command.h"
#include "app/programs/ctl/context.h"
#include "app/programs/ctl/format.h"
#include "app/programs/ctl/teamzone.h"
#include "app/roster/rostercommands.h"
#include "app/roster/rosterstate.h"
#include "app/words/terms.h"
#include "app/words/times.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QTimeZone>

namespace watchroom::ctl {

using namespace Qt::StringLiterals;
using base::Result;
using roster::RosterCommands;
using roster::RosterState;

namespace {

constexpr auto kDay = std::chrono::hours(24);
constexpr int kUsualDays = 14;
constexpr int kMostDays = 366;

using Change = std::function<store::SavedFuture(RosterCommands &)>;

Result<RosterState> state(Context &context)
{
    const base::Instant now = context.clock().now();
    return context.read<RosterState>(
        [now](store::Reader &reader) { return roster::readRoster(reader, now); });
}

Result<Outcome> change(Context &context, const QString &table, const Change &make)
{
    const auto store = context.writing();
    const auto author = context.author();
    if (!store || !author)
        return tl::unexpected(store ? author.error() : store.error());
    RosterCommands commands(**store, context.clock(), [&author] { return *author; });
    const auto saved = context.settle(make(commands));
    if (!saved)
        return tl::unexpected(saved.error());
    domain::Row row = saved->rows.first();
    if (const auto now = context.findRow(table, domain::text(row, "id"_L1)))
        row = *now;
    return Outcome{row, domain::text(row, "id"_L1)};
}

QString span(base::Instant from, base::Instant until)
{
    const QTimeZone zone = QTimeZone::systemTimeZone();
    return words::dateTime(from, zone) + u" – "_s + words::dateTime(until, zone);
}

QJsonObject json(const domain::Shift &shift)
{
    return {{u"position"_s, shift.position},
        {u"person"_s, shift.person.isEmpty() ? QJsonValue() : QJsonValue(shift.person)},
        {u"from"_s, base::toIso(shift.from)}, {u"to"_s, base::toIso(shift.until)},
        {u"slot"_s, shift.slot}};
}

QString line(const RosterState &state, const domain::Shift &shift)
{
    const auto position = state.position(shift.position);
    const QString nobody = QCoreApplication::translate("ctl", "nobody");
    return padded(position ? position->name : shift.position, 16)
        + padded(shift.person.isEmpty() ? nobody : shift.person, 16)
        + span(shift.from, shift.until);
}

Result<Outcome> who(Context &context, const Arguments &arguments)
{
    const auto at = instantOf(arguments, u"at"_s);
    const auto read = state(context);
    if (!at || !read)
        return tl::unexpected(at ? read.error() : at.error());
    const base::Instant when = at->value_or(context.clock().now());
    QJsonArray all;
    QStringList lines;
    const auto shifts = domain::shiftsOf(read->roster, when, when + std::chrono::seconds(1));
    for (const domain::Shift &shift : domain::onDuty(shifts, when)) {
        all.append(json(shift));
        lines.append(line(*read, shift));
    }
    return Outcome{all, lines.join(u'\n')};
}

Result<int> daysOf(const Arguments &arguments)
{
    if (!arguments.has(u"days"_s))
        return kUsualDays;
    bool number = false;
    const int days = arguments.value(u"days"_s).toInt(&number);
    if (!number || days < 1 || days > kMostDays)
        return wrongUsage(QT_TRANSLATE_NOOP("ctl", "--days takes a number from 1 to 366"));
    return days;
}

Result<Outcome> gaps(Context &context, const Arguments &arguments)
{
    const auto days = daysOf(arguments);
    const auto read = state(context);
    if (!days || !read)
        return tl::unexpected(days ? read.error() : days.error());
    const base::Instant now = context.clock().now();
    QJsonArray all;
    QStringList lines;
    for (const roster::Problem &problem : read->problems(now, now + *days * kDay)) {
        const bool gap = problem.kind == roster::Problem::Kind::Gap;
        QJsonObject found{{u"kind"_s, gap ? u"gap"_s : u"double_duty"_s},
            {u"position"_s, problem.position}, {u"from"_s, base::toIso(problem.from)},
            {u"to"_s, base::toIso(problem.until)}};
        if (!gap) {
            found.insert("person"_L1, problem.person);
            found.insert("other"_L1, problem.other);
        }
        all.append(found);
        const QString said = gap ? QCoreApplication::translate("ctl", "nobody")
                                 : QCoreApplication::translate("ctl", "%1, also at %2")
                                       .arg(problem.person, problem.other);
        lines.append(
            padded(problem.position, 16) + padded(said, 32) + span(problem.from, problem.until));
    }
    return Outcome{all, lines.join(u'\n')};
}

Result<Outcome> list(Context &context, const Arguments & /*arguments*/)
{
    const auto read = state(context);
    if (!read)
        return tl::unexpected(read.error());
    QJsonArray all;
    QStringList lines;
    for (const domain::Row &row : read->rotationRows) {
        const domain::Rotation rotation = domain::rotationFrom(row);
        domain::Row shown = domain::rotationRow(rotation);
        shown.insert("id"_L1, base::toText(rotation.id));
        all.append(shown);
        lines.append(padded(rotation.position, 16) + padded(rotation.slot, 10)
            + rotation.startsOn.toString(Qt::ISODate) + u"  "_s + rotation.members.join(u", "_s));
    }
    return Outcome{all, lines.join(u'\n')};
}

QString zoneOf(Context &context, const Arguments &arguments)
{
    return arguments.has(u"zone"_s) ? arguments.value(u"zone"_s)
                                    : QString::fromLatin1(teamZone(context));
}

// What is written wrong goes to the rules as it is: they say where.
Result<Outcome> rotate(Context &context, const Arguments &arguments)
{
    const QString from = arguments.value(u"from"_s);
    domain::Row set{{u"position"_s, arguments.positional()[0]},
        {u"slot"_s, arguments.value(u"slot"_s)}, {u"zone"_s, zoneOf(context, arguments)},
        {u"starts_on"_s, arguments.value(u"starts"_s)},
        {u"handoff"_s, arguments.value(u"handoff"_s, from)},
        {u"unit"_s, arguments.value(u"unit"_s, u"days"_s)},
        {u"every"_s, arguments.has(u"every"_s) ? arguments.value(u"every"_s).toInt() : 1},
        {u"members"_s,
            QJsonArray::fromStringList(
                arguments.value(u"members"_s).split(u',', Qt::SkipEmptyParts))}};
    if (arguments.has(u"ends"_s))
        set.insert("ends_on"_L1, arguments.value(u"ends"_s));
    if (arguments.has(u"until"_s)) {
        set.insert("hours_from"_L1, from);
        set.insert("hours_until"_L1, arguments.value(u"until"_s));
    }
    return change(context, u"rotation"_s,
        [&set](RosterCommands &commands) { return commands.addRotation(set); });
}

Result<Outcome> differ(Context &context, const Arguments &arguments)
{
    roster::NewChange what{.kind = arguments.positional()[0],
        .position = arguments.value(u"position"_s),
        .person = arguments.value(u"person"_s),
        .replaces = arguments.value(u"replaces"_s),
        .from = {},
        .until = {},
        .otherPosition = arguments.value(u"other-position"_s),
        .reason = arguments.value(u"reason"_s)};
    const std::array<std::pair<QString, base::Instant *>, 4> times{
        {{u"from"_s, &what.from}, {u"until"_s, &what.until}, {u"other-from"_s, &what.otherFrom},
            {u"other-until"_s, &what.otherUntil}}};
    for (const auto &[option, time] : times) {
        const auto given = instantOf(arguments, option);
        if (!given)
            return tl::unexpected(given.error());
        if (*given)
            *time = **given;
    }
    return change(context, u"roster_override"_s,
        [&what](RosterCommands &commands) { return commands.change(what); });
}

using Answer = store::SavedFuture (RosterCommands::*)(const QUuid &);

Command answer(const QString &name, Answer make)
{
    return {name, u"REF"_s, {}, 1, 1, [make](Context &context, const Arguments &arguments) {
                const QString table = u"roster_override"_s;
                const auto row = context.findRow(table, arguments.positional()[0]);
                if (!row)
                    return Result<Outcome>(tl::unexpected(row.error()));
                const QUuid id = domain::uuid(*row, "id"_L1);
                return change(context, table,
                    [make, id](RosterCommands &commands) { return (commands.*make)(id); });
            }};
}

Result<Outcome> checkIn(Context &context, const Arguments &arguments)
{
    return change(context, u"check_in"_s, [&arguments](RosterCommands &commands) {
        return commands.checkIn(arguments.positional()[0]);
    });
}

} // namespace

QList<Command> rosterCommands()
{
    return {
        {u"roster who"_s, u"[--at TIME]"_s, {{u"at"_s}}, 0, 0, who},
        {u"roster gaps"_s, u"[--days N]"_s, {{u"days"_s}}, 0, 0, gaps},
        {u"roster list"_s, {}, {}, 0, 0, list},
        {u"roster rotate"_s,
            u"POSITION --slot NAME --from HH:MM [--until HH:MM] --starts DATE [--ends DATE]"
            u" --members A,B,... [--unit hours|days|weeks] [--every N] [--handoff HH:MM]"
            u" [--zone ZONE]"_s,
            {{u"slot"_s}, {u"from"_s}, {u"until"_s}, {u"starts"_s}, {u"ends"_s}, {u"members"_s},
                {u"unit"_s}, {u"every"_s}, {u"handoff"_s}, {u"zone"_s}},
            1, 1, rotate},
        {u"roster change"_s,
            u"leave|cover|swap|temporary --person LOGIN --from TIME --until TIME"
            u" [--position P] [--replaces LOGIN] [--other-position P --other-from TIME"
            u" --other-until TIME] [--reason TEXT]"_s,
            {{u"person"_s}, {u"from"_s}, {u"until"_s}, {u"position"_s}, {u"replaces"_s},
                {u"other-position"_s}, {u"other-from"_s}, {u"other-until"_s}, {u"reason"_s}},
            1, 1, differ},
        answer(u"roster accept"_s, &RosterCommands::accept),
        answer(u"roster decline"_s, &RosterCommands::decline),
        answer(u"roster cancel"_s, &RosterCommands::takeBack),
        answer(u"roster end"_s, &RosterCommands::endNow),
        {u"roster check-in"_s, u"POSITION"_s, {}, 1, 1, checkIn},
    };
}

} // namespace watchroom::ctl
