// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/roster/rostersheet.h"

#include <QTest>

namespace watchroom::roster::test {

using namespace Qt::StringLiterals;

/// A team of the trade: 2026-03-16 is a Monday.
inline SheetTables tables()
{
    SheetTables tables{
        .team = {{u"zhang"_s, u"张三"_s}, {u"li"_s, u"李四"_s}, {u"wang"_s, u"王五"_s},
            {u"zhao"_s, u"赵六"_s}, {u"chen"_s, u"陈建国"_s}, {u"sun1"_s, u"孙宇"_s},
            {u"sun2"_s, u"孙宇"_s}, {u"smith"_s, u"Anna Smith"_s}, {u"brown"_s, u"Tom Brown"_s}},
        .positions = {{u"shift_lead"_s, u"值班长"_s, u"Shift lead"_s},
            {u"network"_s, u"网络"_s, u"Network"_s}, {u"av"_s, u"音视频"_s, u"Audio and video"_s},
            {u"system"_s, u"系统"_s, u"System"_s}},
        .today = QDate(2026, 3, 10)};
    return tables;
}

/// "B3 zhang early network 03-16 08:00-16:00"; the day is the one on which it begins.
inline QString shown(const SheetShift &shift)
{
    return u"%1 %2 %3 %4 %5-%6"_s.arg(shift.cell.name(), shift.person, shift.slot,
        shift.position.isEmpty() ? u"-"_s : shift.position, shift.begins.toString(u"MM-dd HH:mm"_s),
        shift.ends.toString(u"HH:mm"_s));
}

inline QStringList shown(const QList<SheetShift> &shifts)
{
    QStringList all;
    for (const SheetShift &shift : shifts)
        all.append(shown(shift));
    return all;
}

/// "code_unknown 甲 C7,D7"; a doubt has a "?" before it.
inline QStringList shown(const QList<SheetProblem> &problems)
{
    QStringList all;
    for (const SheetProblem &problem : problems) {
        QStringList cells;
        for (const Cell &cell : problem.cells)
            cells.append(cell.name());
        QStringList parts{problem.code, problem.text, cells.join(u',')};
        if (!problem.other.isEmpty())
            parts.append(u"-> "_s + problem.other);
        parts.removeAll(QString());
        all.append((problem.lost ? QString() : u"?"_s) + parts.join(u' '));
    }
    return all;
}

/// The cells of a use, "A1 B2".
inline QString cellsOf(const RosterSheet &sheet, CellUse use)
{
    QStringList names;
    for (qsizetype row = 0; row < sheet.uses.size(); ++row) {
        for (qsizetype column = 0; column < sheet.uses.at(row).size(); ++column) {
            if (sheet.use({row, column}) == use && !sheet.cells.at(row, column).isEmpty())
                names.append(Cell{row, column}.name());
        }
    }
    return names.join(u' ');
}

/// What is promised of every sheet: each cell that is not blank is used once, and what a use says
/// of it is what the lists say of it. Empty: kept.
inline QString broken(const RosterSheet &sheet)
{
    QSet<Cell> shifts;
    QSet<Cell> lost;
    for (const SheetShift &shift : sheet.shifts)
        shifts.insert(shift.cell);
    for (const SheetProblem &problem : sheet.problems) {
        if (problem.cells.isEmpty())
            return problem.code + u" stands nowhere"_s;
        for (const Cell &cell : problem.cells) {
            if (problem.lost)
                lost.insert(cell);
        }
    }
    for (qsizetype row = 0; row < sheet.cells.rows.size(); ++row) {
        for (qsizetype column = 0; column < sheet.cells.rows.at(row).size(); ++column) {
            const Cell cell{row, column};
            const CellUse use = sheet.use(cell);
            const bool isBlank = sheet.cells.at(row, column).isEmpty();
            const bool isRight = isBlank ? use == CellUse::Blank
                : lost.contains(cell)    ? use == CellUse::Lost
                : shifts.contains(cell)
                ? use == CellUse::Shift
                : use != CellUse::Lost && use != CellUse::Shift && use != CellUse::Blank;
            if (!isRight)
                return cell.name() + u" is not accounted for"_s;
        }
    }
    return {};
}

/// Reads a sheet, and ends the test where what is promised of every one is broken.
inline RosterSheet read(const QString &text, const SheetTables &with = tables())
{
    const auto file = readRosterFile(text.toUtf8());
    if (!file)
        qFatal("no roster file: %s", qPrintable(file.error().code));
    const RosterSheet sheet = readRosterSheet(*file, with);
    if (const QString wrong = broken(sheet); !wrong.isEmpty())
        qFatal("%s in %s", qPrintable(wrong), qPrintable(text));
    return sheet;
}

} // namespace watchroom::roster::test
