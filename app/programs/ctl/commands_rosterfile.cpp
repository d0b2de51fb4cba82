// SPDX-License-Identifier: GPL-3.0-or-later
// The roster as files: a team's spreadsheet in, a calendar out.
#include "app/domain/limits.h"
#include "app/domain/walltime.h"
#include "app/exports/savefile.h"
#include "app/programs/ctl/command.h"
#include "app/programs/ctl/context.h"
#include "app/programs/ctl/format.h"
#include "app/programs/ctl/teamzone.h"
#include "app/roster/importwords.h"
#include "app/roster/rostercommands.h"
#include "app/roster/rosterwords.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

namespace watchroom::ctl {

using namespace Qt::StringLiterals;
using base::Result;
using roster::RosterCommands;
using roster::RosterImport;
using roster::RosterState;

namespace {

constexpr int kUsualDays = 62;

/// What a file is made from or read against.
struct Team
{
    RosterState state;
    QList<roster::TeamMember> members = {}; ///< active ones
    QHash<QString, QString> names = {};

    [[nodiscard]] words::Names words() const
    {
        const bool english = QLocale().language() != QLocale::Chinese;
        return {.person = [this](const QString &login) { return names.value(login, login); },
            .position =
                [this, english](
                    const QString &code) { return roster::positionName(state, code, english); }};
    }
};

Result<Team> readTeam(Context &context)
{
    const base::Instant now = context.clock().now();
    return context.read<Team>([now](store::Reader &reader) -> Result<Team> {
        const auto state = roster::readRoster(reader, now);
        const auto people = reader.rows(u"person"_s);
        if (!state || !people)
            return tl::unexpected(state ? people.error() : state.error());
        Team team{.state = *state};
        for (const domain::Row &row : *people) {
            const QString login = domain::text(row, "login"_L1);
            team.names.insert(login, domain::text(row, "name"_L1));
            if (state->active.contains(login))
                team.members.append({login, team.names.value(login)});
        }
        return team;
    });
}

Result<int> numberOf(const Arguments &arguments, const QString &option, int least, int most)
{
    if (!arguments.has(option))
        return 0;
    bool number = false;
    const int value = arguments.value(option).toInt(&number);
    if (!number || value < least || value > most)
        return wrongUsage(
            QT_TRANSLATE_NOOP("ctl", "not a year or month: %1"), arguments.value(option));
    return value;
}

Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return base::failure(base::Error::Kind::NotFound, u"roster file: "_s + file.errorString(),
            u"roster_unreadable"_s, {{u"file"_s, path}});
    return file.read(roster::kMostRosterBytes + 1);
}

Result<RosterImport> planned(Context &context, const Arguments &arguments, const Team &team)
{
    const auto year = numberOf(arguments, u"year"_s, 2000, 2099);
    const auto month = numberOf(arguments, u"month"_s, 1, 12);
    if (!year || !month)
        return tl::unexpected(year ? month.error() : year.error());
    const QString position = arguments.value(u"position"_s);
    if (!position.isEmpty() && !team.state.position(position))
        return base::failure(base::Error::Kind::NotFound, u"roster import: position"_s,
            u"not_found"_s, {{u"column"_s, u"position"_s}});
    const QString path = arguments.positional()[0];
    const auto bytes = contentOf(path);
    if (!bytes)
        return tl::unexpected(bytes.error());
    return roster::planImport(*bytes,
        {.state = team.state,
            .team = team.members,
            .zone = QTimeZone(teamZone(context)),
            .now = context.clock().now(),
            .source = QFileInfo(path).fileName(),
            .position = position,
            .month = {*year, *month}});
}

QJsonObject json(const roster::ImportShift &shift)
{
    return {{u"cell"_s, shift.cell.name()}, {u"position"_s, shift.change.position},
        {u"person"_s, shift.change.person}, {u"from"_s, base::toIso(shift.change.from)},
        {u"to"_s, base::toIso(shift.change.until)}, {u"slot"_s, shift.slot},
        {u"stands"_s, shift.stands}};
}

QJsonObject json(const roster::SheetProblem &problem)
{
    QJsonArray cells;
    for (const roster::Cell &cell : problem.cells)
        cells.append(cell.name());
    const roster::Cell &first = problem.cells.first();
    return {{u"code"_s, problem.code}, {u"lost"_s, problem.lost}, {u"row"_s, first.row + 1},
        {u"column"_s, first.column + 1}, {u"cells"_s, cells}, {u"text"_s, problem.text},
        {u"sentence"_s, roster::problemSentence(problem)}};
}

Outcome shown(const RosterImport &import, qsizetype added, const Team &team, const QTimeZone &zone)
{
    const words::Names names = team.words();
    QJsonArray shifts;
    QJsonArray problems;
    QStringList lines{roster::importSentence(import, names, zone)};
    for (const roster::ImportShift &shift : import.shifts) {
        shifts.append(json(shift));
        lines.append(padded(shift.cell.name(), 6) + padded(names.person(shift.change.person), 16)
            + padded(roster::dutyWords(shift.change.position, shift.slot, names), 24)
            + roster::span(shift.change.from, shift.change.until, zone));
    }
    for (const roster::SheetProblem &problem : import.problems) {
        problems.append(json(problem));
        //: A line of an import. %1: a cell as B2, %2: what is wrong with it.
        lines.append((problem.lost ? QCoreApplication::translate("ctl", "not taken, %1: %2")
                                   : QCoreApplication::translate("ctl", "please check, %1: %2"))
                         .arg(roster::cellWords(problem), roster::problemSentence(problem)));
    }
    lines.append(QCoreApplication::translate("ctl", "%n shift(s) added", nullptr, int(added)));
    return {QJsonObject{{u"encoding"_s, import.encoding}, {u"added"_s, added},
                {u"shifts"_s, shifts}, {u"problems"_s, problems}},
        lines.join(u'\n')};
}

Result<qsizetype> save(Context &context, const QList<roster::NewChange> &changes)
{
    const auto store = context.writing();
    const auto author = context.author();
    if (!store || !author)
        return tl::unexpected(store ? author.error() : store.error());
    RosterCommands commands(**store, context.clock(), [&author] { return *author; });
    for (qsizetype at = 0; at < changes.size(); at += RosterCommands::kMostAtOnce) {
        const auto saved =
            context.settle(commands.changeAll(changes.mid(at, RosterCommands::kMostAtOnce)));
        if (!saved)
            return tl::unexpected(saved.error());
    }
    return changes.size();
}

Result<Outcome> importSheet(Context &context, const Arguments &arguments)
{
    const auto team = readTeam(context);
    if (!team)
        return tl::unexpected(team.error());
    const auto plan = planned(context, arguments, *team);
    if (!plan)
        return tl::unexpected(plan.error());
    qsizetype added = 0;
    const QList<roster::NewChange> fresh = plan->fresh();
    if (!arguments.has(u"preview"_s) && !fresh.isEmpty()) {
        const auto saved = save(context, fresh);
        if (!saved)
            return tl::unexpected(saved.error());
        added = *saved;
    }
    return shown(*plan, added, *team, QTimeZone(teamZone(context)));
}

Result<Outcome> calendar(Context &context, const Arguments &arguments)
{
    if (!arguments.has(u"ics"_s))
        return missingOption(u"ics"_s);
    const QTimeZone zone(teamZone(context));
    const QDate today = domain::wallTime(context.clock().now(), zone).date();
    const auto first = dateOf(arguments, u"from"_s);
    const auto last = dateOf(arguments, u"until"_s);
    const auto team = readTeam(context);
    if (!first || !last || !team)
        return tl::unexpected(!first ? first.error() : !last ? last.error() : team.error());
    const QDate from = first->value_or(today);
    const QDate until = last->value_or(from.addDays(kUsualDays));
    const QString person = arguments.value(u"person"_s);
    if (!person.isEmpty() && !team->names.contains(person))
        return base::failure(
            base::Error::Kind::NotFound, u"roster calendar: person"_s, u"person_unknown"_s);
    const auto begin = [&zone](const QDate &day) {
        return domain::instantOf(QDateTime(day, QTime(0, 0), Qt::UTC), zone);
    };
    const auto shifts =
        roster::shiftsBegunIn(team->state.roster, begin(from), begin(until.addDays(1)));
    const QByteArray file = roster::toICalendar(shifts, {.person = person},
        roster::calendarWords(team->words(), person.isEmpty()), context.clock());
    const auto saved =
        exports::saveFile(arguments.value(u"ics"_s), [&file](QIODevice &to) -> Result<> {
            to.write(file); // the file knows if it failed
            return {};
        });
    if (!saved)
        return tl::unexpected(saved.error());
    const auto events = file.count("BEGIN:VEVENT");
    return Outcome{QJsonObject{{u"file"_s, *saved}, {u"shifts"_s, events}}, *saved};
}

} // namespace

QList<Command> rosterFileCommands()
{
    return {
        {u"roster import"_s, u"FILE [--preview] [--position P] [--year Y] [--month M]"_s,
            {{u"preview"_s, Takes::Nothing}, {u"position"_s}, {u"year"_s}, {u"month"_s}}, 1, 1,
            importSheet},
        {u"roster calendar"_s, u"--ics FILE [--person LOGIN] [--from DATE] [--until DATE]"_s,
            {{u"ics"_s}, {u"person"_s}, {u"from"_s}, {u"until"_s}}, 0, 0, calendar},
    };
}

} // namespace watchroom::ctl
