// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roster/rosterwords.h"

#include "app/domain/walltime.h"
#include "app/words/handovers.h"
#include "app/words/terms.h"
#include "app/words/times.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace watchroom::roster {

using namespace Qt::StringLiterals;
using words::Names;
using words::Phrase;

namespace {

constexpr auto kDay = std::chrono::hours(24);
constexpr qsizetype kMostProblems = 3; // of a kind; the rest is counted

constexpr std::array kChangeWords{
    Phrase{"leave"_L1, QT_TRANSLATE_NOOP("rosterwords", "On leave")},
    Phrase{"cover"_L1, QT_TRANSLATE_NOOP("rosterwords", "Cover")},
    Phrase{"swap"_L1, QT_TRANSLATE_NOOP("rosterwords", "Swap")},
    Phrase{"temporary"_L1, QT_TRANSLATE_NOOP("rosterwords", "Temporary")},
};
constexpr std::array kChangeMarks{
    //: The mark of a shift whose person is on leave; one character in Chinese, as are the next
    //: ones.
    Phrase{"leave"_L1, QT_TRANSLATE_NOOP("rostermark", "leave")},
    Phrase{"cover"_L1, QT_TRANSLATE_NOOP("rostermark", "cover")},
    Phrase{"swap"_L1, QT_TRANSLATE_NOOP("rostermark", "swap")},
    Phrase{"temporary"_L1, QT_TRANSLATE_NOOP("rostermark", "temp")},
};

QString person(const Names &names, const QString &login)
{
    return names.person ? names.person(login) : login;
}

QString position(const Names &names, const QString &code)
{
    return names.position ? names.position(code) : words::position(code);
}

/// Where a change is; a cover or a leave of everything names no position.
QString where(const QString &code, const Names &names)
{
    return code.isEmpty() ? QCoreApplication::translate("rosterwords", "every position")
                          : position(names, code);
}

QString coverSentence(const NewChange &change, const Names &names, const QString &when)
{
    const QString who = person(names, change.person);
    const QString place = where(change.position, names);
    if (change.replaces.isEmpty())
        return QCoreApplication::translate("rosterwords", "%1 covers whoever is on at %2, %3")
            .arg(who, place, when);
    return QCoreApplication::translate("rosterwords", "%1 covers for %2 at %3, %4")
        .arg(who, person(names, change.replaces), place, when);
}

QString turnWords(const domain::Rotation &rotation)
{
    using Unit = domain::Rotation::Unit;
    switch (rotation.unit) {
    case Unit::Hours:
        return QCoreApplication::translate(
            "rosterwords", "every %n hour(s)", nullptr, rotation.every);
    case Unit::Days:
        return QCoreApplication::translate(
            "rosterwords", "every %n day(s)", nullptr, rotation.every);
    case Unit::Weeks:
        break;
    }
    return QCoreApplication::translate("rosterwords", "every %n week(s)", nullptr, rotation.every);
}

QStringList problemLines(const QList<Problem> &problems, const QString &pattern, const Names &names,
    const QTimeZone &zone)
{
    QStringList lines;
    for (const Problem &problem : problems.first(std::min(problems.size(), kMostProblems)))
        lines.append(pattern.arg(problemSentence(problem, names, zone)));
    if (problems.size() > kMostProblems)
        lines.append(QCoreApplication::translate(
            "rosterwords", "and %n more", nullptr, int(problems.size() - kMostProblems)));
    return lines;
}

} // namespace

QString dayWords(const QDate &day)
{
    //: %1: a date without its year, %2: its weekday.
    return QCoreApplication::translate("rosterwords", "%2 %1")
        .arg(words::shortDate(day), words::weekday(day));
}

QString hours(base::Instant from, base::Instant until, const QTimeZone &zone)
{
    if (until - from > kDay)
        return words::dateTime(from, zone) + u" – "_s + words::dateTime(until, zone);
    return words::hourMinute(from, zone) + u'–' + words::hourMinute(until, zone);
}

QString span(base::Instant from, base::Instant until, const QTimeZone &zone)
{
    if (until - from > kDay)
        return hours(from, until, zone);
    return dayWords(dayOf(from, zone)) + u' ' + hours(from, until, zone);
}

QString dutyWords(const QString &code, const QString &slot, const Names &names)
{
    const QString name = position(names, code);
    return slot.isEmpty() ? name : name + u" · "_s + words::slot(slot);
}

QString nobody()
{
    return QCoreApplication::translate("rosterwords", "Nobody");
}

QString changeWord(QStringView kind)
{
    return kind.isEmpty() ? QString() : words::say("rosterwords", kChangeWords, kind);
}

QString changeMark(QStringView kind)
{
    return kind.isEmpty() ? QString() : words::say("rostermark", kChangeMarks, kind);
}

QString changeSentence(const NewChange &change, const Names &names, const QTimeZone &zone)
{
    const QString when = span(change.from, change.until, zone);
    const QString who = person(names, change.person);
    if (change.kind == "leave"_L1)
        return QCoreApplication::translate("rosterwords", "%1 on leave, %2").arg(who, when);
    if (change.kind == "cover"_L1)
        return coverSentence(change, names, when);
    if (change.kind == "temporary"_L1)
        return QCoreApplication::translate("rosterwords", "%1 has %2, %3")
            .arg(who, where(change.position, names), when);
    return QCoreApplication::translate("rosterwords", "%1 takes %2 (%3), %4 takes %5 (%6)")
        .arg(who, where(change.position, names), when, person(names, change.replaces),
            where(change.otherPosition, names), span(change.otherFrom, change.otherUntil, zone));
}

QString problemSentence(const Problem &problem, const Names &names, const QTimeZone &zone)
{
    const QString when = span(problem.from, problem.until, zone);
    if (problem.kind == Problem::Kind::Gap)
        return QCoreApplication::translate("rosterwords", "Nobody on duty at %1, %2")
            .arg(position(names, problem.position), when);
    return QCoreApplication::translate("rosterwords", "%1 at %2 and %3 at once, %4")
        .arg(person(names, problem.person), position(names, problem.position),
            position(names, problem.other), when);
}

QString rotationSentence(const domain::Rotation &rotation, const Names &names)
{
    QStringList members;
    for (const QString &login : rotation.members)
        members.append(person(names, login));
    const QString time = u"HH:mm"_s;
    QStringList parts{turnWords(rotation),
        rotation.hours
            ? rotation.hours->from.toString(time) + u'–' + rotation.hours->until.toString(time)
            : QCoreApplication::translate("rosterwords", "hand-off at %1")
                  .arg(rotation.handoff.toString(time)),
        members.join(u" → "_s),
        QCoreApplication::translate("rosterwords", "from %1")
            .arg(words::fullDate(rotation.startsOn))};
    if (rotation.endsOn.isValid())
        parts.append(QCoreApplication::translate("rosterwords", "last shift on %1")
                         .arg(words::fullDate(rotation.endsOn)));
    return parts.join(u" · "_s);
}

QStringList effectLines(const RosterEffect &effect, const Names &names, const QTimeZone &zone)
{
    QStringList affected;
    for (const QString &login : effect.affected)
        affected.append(person(names, login));
    const QStringList lines{affected.isEmpty()
            ? QCoreApplication::translate("rosterwords", "Nobody's shifts change.")
            : QCoreApplication::translate("rosterwords", "Affects: %1").arg(words::list(affected))};
    //: %1 is a sentence: nobody on duty there, somebody at two positions at once.
    const QString mends = QCoreApplication::translate("rosterwords", "Mends: %1");
    return lines + problemLines(effect.mended, mends, names, zone);
}

QStringList harmLines(const RosterEffect &effect, const Names &names, const QTimeZone &zone)
{
    //: %1 is a sentence: nobody on duty there, somebody at two positions at once.
    const QString makes = QCoreApplication::translate("rosterwords", "Then: %1");
    return problemLines(effect.made, makes, names, zone);
}

QString positionName(const RosterState &state, const QString &code, bool english)
{
    const auto listed = state.position(code);
    if (!listed)
        return words::position(code);
    return english && !listed->nameEn.isEmpty() ? listed->nameEn : listed->name;
}

QString spoken(const PlanShift &shown, const Names &names, const QTimeZone &zone, base::Instant now,
    const QString &me)
{
    const domain::Shift &shift = shown.shift;
    QStringList parts{shift.person.isEmpty() ? nobody() : person(names, shift.person)};
    if (!shown.uncovered)
        parts.append(hours(shift.from, shift.until, zone));
    if (shown.change == "leave"_L1)
        parts.append(person(names, shift.rostered) + u' ' + changeWord(shown.change));
    else if (!shown.change.isEmpty())
        parts.append(changeWord(shown.change));
    if (!me.isEmpty() && shift.person == me)
        parts.append(QCoreApplication::translate("rosterwords", "my shift"));
    if (shown.twice)
        parts.append(QCoreApplication::translate("rosterwords", "at two positions at once"));
    if (shift.from <= now && now < shift.until)
        parts.append(QCoreApplication::translate("rosterwords", "now"));
    return words::list(parts);
}

} // namespace watchroom::roster
