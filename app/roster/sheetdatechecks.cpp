// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roster/sheetlines.h"

#include <cstdlib>

namespace watchroom::roster {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kFarDays = 400;

QList<SheetLine> withOwnDate(const QList<SheetLine> &lines)
{
    QList<SheetLine> own = lines;
    own.removeIf([](const SheetLine &line) { return !line.own; });
    return own;
}

/// A sheet with a line for each shift says every date several times.
bool repeats(const QList<SheetLine> &own)
{
    QHash<QDate, int> times;
    for (const SheetLine &line : own)
        ++times[*line.date];
    return times.size() * 3 < own.size() * 2;
}

bool goesBack(const QList<SheetLine> &own)
{
    qsizetype back = 0;
    for (qsizetype i = 1; i < own.size(); ++i)
        back += own.at(i).date < own.at(i - 1).date ? 1 : 0;
    return back * 2 > own.size();
}

} // namespace

void checkDates(const SheetView &view, const SheetBlock &block, const QList<SheetLine> &lines,
    const QDate &today, SheetLedger &ledger)
{
    const QList<SheetLine> own = withOwnDate(lines);
    const bool mayRepeat = repeats(own);
    const bool mayGoBack = goesBack(own);
    QHash<QDate, Cell> seen;
    QDate before;
    for (const SheetLine &line : own) {
        const QDate date = *line.date;
        const Cell cell = view.cell(line.line, block.dates);
        const auto doubt = [&](const QString &code, const Cell &where, const QString &other) {
            ledger.doubt(code, where, view.text(where), {other});
        };
        const QString iso = date.toString(Qt::ISODate);
        if (std::llabs(today.daysTo(date)) > kFarDays)
            doubt(u"date_far"_s, cell, iso);
        if (!mayRepeat && seen.contains(date))
            doubt(u"date_twice"_s, cell, seen.value(date).name());
        else if (!mayGoBack && before.isValid() && date < before)
            doubt(u"date_order"_s, cell, iso);
        seen.insert(date, cell);
        before = date;
        const int weekday = view.date(line.line, block.dates)->weekday;
        if (weekday > 0 && weekday != date.dayOfWeek())
            doubt(u"weekday_differs"_s, cell, iso);
    }
    for (const qsizetype column : block.weekdays) {
        for (const SheetLine &line : lines) {
            const Cell cell = view.cell(line.line, column);
            const int weekday = readWeekday(view.text(cell));
            if (weekday > 0 && weekday != line.date->dayOfWeek())
                ledger.doubt(u"weekday_differs"_s, cell, view.text(cell),
                    {line.date->toString(Qt::ISODate)});
        }
    }
}

} // namespace watchroom::roster
