// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roster/sheetduties.h"

#include <algorithm>

namespace watchroom::roster {

using namespace Qt::StringLiterals;
using domain::DailyHours;

namespace {

constexpr qsizetype kLongestRemark = 2'000;
constexpr int kEarlyMorning = 6; ///< hour

class HoursSettler
{
public:
    HoursSettler(
        const Duties &duties, const QList<ShiftCode> &codes, SheetLedger &ledger, RosterSheet &into)
        : m_ledger(ledger)
        , m_sheet(into)
        , m_codes(codes)
    {
        for (const UnsettledShift &shift : duties.shifts)
            m_used.insert(shift.text.slot);
    }

    void learn(const CodeBook &codes);
    void settle(const UnsettledShift &unsettled);

private:
    [[nodiscard]] ShiftText hoursOf(const UnsettledShift &unsettled);
    /// Of three shifts a day, one of which goes until midnight.
    [[nodiscard]] bool isOfThree(const QString &slot) const
    {
        return m_used.contains(u"night"_s)
            && (m_used.contains(u"mid"_s) || m_used.contains(u"late"_s))
            && (slot == u"night" || slot == u"day");
    }

    SheetLedger &m_ledger;
    RosterSheet &m_sheet;
    QList<ShiftCode> m_codes;
    QSet<QString> m_used;
    QHash<QString, ShiftText> m_legend;
};

/// From the remarks of the sheet.
void HoursSettler::learn(const CodeBook &codes)
{
    for (qsizetype row = 0; row < m_sheet.cells.rows.size(); ++row) {
        for (qsizetype column = 0; column < m_sheet.cells.rows.at(row).size(); ++column) {
            const Cell cell{row, column};
            const QString text = m_sheet.cells.at(row, column);
            if (m_sheet.use(cell) != CellUse::Note || text.size() > kLongestRemark)
                continue;
            const auto remarks = codes.legend(text);
            for (const ShiftText &remark : remarks) {
                if (!m_legend.contains(remark.slot))
                    m_legend.insert(remark.slot, remark);
            }
        }
    }
}

ShiftText HoursSettler::hoursOf(const UnsettledShift &unsettled)
{
    ShiftText text = unsettled.text.hours ? unsettled.text : m_legend.value(unsettled.text.slot);
    const bool isNight = unsettled.text.slot == u"night";
    if (text.hours) {
        if (isNight && text.hours->from.hour() < kEarlyMorning && !text.nextDay) {
            text.nextDay = true;
            m_ledger.doubtOnce(u"night_next_day"_s, unsettled.shift.cell, text.slot);
        }
        return text;
    }
    const ShiftCode &code = m_codes.at(unsettled.text.code);
    text = {.slot = code.slot, .hours = code.hours, .nextDay = code.nextDay};
    if (code.sure || !isOfThree(code.slot))
        return text;
    m_ledger.doubtOnce(u"hours_adapted"_s, unsettled.shift.cell, code.slot);
    text.hours =
        isNight ? DailyHours{QTime(0, 0), QTime(8, 0)} : DailyHours{QTime(8, 0), QTime(16, 0)};
    text.nextDay = isNight;
    return text;
}

void HoursSettler::settle(const UnsettledShift &unsettled)
{
    SheetShift shift = unsettled.shift;
    const ShiftText text = hoursOf(unsettled);
    const auto [from, until] = *text.hours;
    const QDate first = shift.date.addDays(text.nextDay ? 1 : 0);
    shift.begins = QDateTime(first, from, Qt::UTC);
    shift.ends = QDateTime(until > from ? first : first.addDays(1), until, Qt::UTC);
    m_sheet.shifts.append(shift);
}

} // namespace

void settleHours(
    const Duties &duties, const QList<ShiftCode> &codes, SheetLedger &ledger, RosterSheet &into)
{
    HoursSettler settler(duties, codes, ledger, into);
    settler.learn(duties.books.codes);
    for (const UnsettledShift &shift : duties.shifts)
        settler.settle(shift);
}

} // namespace watchroom::roster
