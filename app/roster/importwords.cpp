// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roster/importwords.h"

#include "app/domain/walltime.h"
#include "app/roster/rosterwords.h"
#include "app/words/handovers.h"
#include "app/words/terms.h"
#include "app/words/times.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace watchroom::roster {

using namespace Qt::StringLiterals;
using words::Phrase;

namespace {

constexpr qsizetype kMostCells = 3;
constexpr qsizetype kMostNames = 8;

// %1: what stands in the cell, %2: the other cell, or the date.
constexpr std::array kProblems{
    Phrase{"code_unknown"_L1,
        QT_TRANSLATE_NOOP("rosterimport",
            "“%1” is no known shift. Write early, day, middle, late, night, off, or hours.")},
    Phrase{"date_invalid"_L1, QT_TRANSLATE_NOOP("rosterimport", "There is no day “%1”.")},
    Phrase{"date_unknown"_L1,
        QT_TRANSLATE_NOOP("rosterimport", "“%1” is no date, so its shifts have no day.")},
    Phrase{"month_unknown"_L1,
        QT_TRANSLATE_NOOP("rosterimport",
            "Nothing says which month “%1” belongs to. Write it in the title, or choose it.")},
    Phrase{"name_unknown"_L1,
        QT_TRANSLATE_NOOP("rosterimport", "Nobody who is active is called “%1”.")},
    Phrase{"name_ambiguous"_L1,
        QT_TRANSLATE_NOOP(
            "rosterimport", "Several people are called “%1”. Write the login instead.")},
    Phrase{"name_missing"_L1,
        QT_TRANSLATE_NOOP("rosterimport", "No name says whose shifts these are.")},
    Phrase{
        "head_missing"_L1, QT_TRANSLATE_NOOP("rosterimport", "Nothing says which shift this is.")},
    Phrase{"head_unknown"_L1,
        QT_TRANSLATE_NOOP("rosterimport", "“%1” is neither a known shift nor a position.")},
    Phrase{"layout_unknown"_L1,
        QT_TRANSLATE_NOOP("rosterimport",
            "No roster is recognised here: dates in a row or a column, and people or shifts "
            "against them.")},
    Phrase{"not_read"_L1, QT_TRANSLATE_NOOP("rosterimport", "This stands outside the roster.")},
    Phrase{"position_missing"_L1,
        QT_TRANSLATE_NOOP("rosterimport", "No position is named for it. Choose one.")},
    Phrase{"long_past"_L1, QT_TRANSLATE_NOOP("rosterimport", "It ended more than two months ago.")},
    Phrase{"hours_cross"_L1,
        QT_TRANSLATE_NOOP("rosterimport",
            "Its hours cross those of %2 at the same position. Write equal hours, or another "
            "position.")},
    // Doubts: it is taken all the same.
    Phrase{"hours_adapted"_L1,
        QT_TRANSLATE_NOOP("rosterimport",
            "Three shifts a day: its hours are assumed to be 08:00–16:00, 16:00–24:00 or "
            "00:00–08:00 of the next day. A line such as “night 22:00-06:00” in the sheet says "
            "others.")},
    Phrase{"hours_assumed"_L1,
        QT_TRANSLATE_NOOP("rosterimport", "No shift is named for “%1”: the whole day is assumed.")},
    Phrase{"month_assumed"_L1,
        QT_TRANSLATE_NOOP("rosterimport", "The days go on into the month after “%1”.")},
    Phrase{"night_next_day"_L1,
        QT_TRANSLATE_NOOP("rosterimport",
            "The night begins after midnight: it is assumed to be that of the next day.")},
    Phrase{"position_unknown"_L1, QT_TRANSLATE_NOOP("rosterimport", "There is no position “%1”.")},
    Phrase{"shifts_overlap"_L1,
        QT_TRANSLATE_NOOP("rosterimport", "“%1” has another shift at the same time, in %2.")},
    Phrase{"weekday_differs"_L1,
        QT_TRANSLATE_NOOP("rosterimport",
            "“%1” is not the weekday of %2: the year or the month may be another one.")},
};

} // namespace

QString problemSentence(const SheetProblem &problem)
{
    QString sentence = words::say("rosterimport", kProblems, problem.code);
    // The cell's text last: it may hold anything.
    return sentence.replace(u"%2"_s, problem.other)
        .replace(u"%1"_s, QString(problem.text).replace(u'\n', u' '));
}

QString cellWords(const SheetProblem &problem)
{
    QStringList shown;
    for (const Cell &cell : problem.cells.first(std::min(problem.cells.size(), kMostCells)))
        shown.append(cell.name());
    const QString cells = words::list(shown);
    const auto more = problem.cells.size() - shown.size();
    return more == 0
        ? cells
        //: %1: cells of a spreadsheet, as B2, C2, D2.
        : QCoreApplication::translate("rosterimport", "%1 and %n more cell(s)", nullptr, int(more))
              .arg(cells);
}

QString importSentence(const RosterImport &import, const words::Names &names, const QTimeZone &zone)
{
    QStringList people;
    QDate first;
    QDate last;
    qsizetype standing = 0;
    for (const ImportShift &shift : import.shifts) {
        const QDate day = domain::wallTime(shift.change.from, zone).date();
        first = first.isValid() ? std::min(first, day) : day;
        last = last.isValid() ? std::max(last, day) : day;
        standing += shift.stands ? 1 : 0;
        const QString name = names.person ? names.person(shift.change.person) : shift.change.person;
        if (!people.contains(name))
            people.append(name);
    }
    if (import.shifts.isEmpty())
        return QCoreApplication::translate("rosterimport", "No shift was understood.");
    QString who = words::list(people.first(std::min(people.size(), kMostNames)));
    if (people.size() > kMostNames)
        who = QCoreApplication::translate(
            "rosterimport", "%1 and %n more", nullptr, int(people.size() - kMostNames))
                  .arg(who);
    //: %1: names, %2 and %3: the first and the last day.
    const QString all = QCoreApplication::translate(
        "rosterimport", "%n shift(s) of %1, %2 to %3.", nullptr, int(import.shifts.size()))
                            .arg(who, words::shortDate(first), words::shortDate(last));
    if (standing == 0)
        return all;
    //: %1: the sentence about all of them.
    return QCoreApplication::translate("rosterimport",
        "%1 %n of them are in the roster already and stay as they are.", nullptr, int(standing))
        .arg(all);
}

CalendarWords calendarWords(const words::Names &names, bool named)
{
    return {.name = QCoreApplication::translate("rosterimport", "Duty roster"),
        .summary = [names, named](const domain::Shift &shift) {
            const QString duty = dutyWords(shift.position, shift.slot, names);
            if (!named || shift.person.isEmpty())
                return duty;
            //: A calendar's event. %1: position and shift, %2: who has it.
            return QCoreApplication::translate("rosterimport", "%1: %2")
                .arg(duty, names.person ? names.person(shift.person) : shift.person);
        }};
}

} // namespace watchroom::roster
