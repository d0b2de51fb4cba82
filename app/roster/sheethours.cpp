// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roster/sheetduties.h"

#include <algorithm>

namespace watchroom::roster {

using namespace Qt::StringLiterals;
using domain::DailyHours;

namespace {

constexpr qsizetype kLongestRemark = 2'000;
constexpr int kEarlyMorning = 6; ///< hour

bool equal(const DailyHours &a, const DailyHours &b)
{
    return a.from == b.from && a.until == b.until;
}

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
    [[nodiscard]] SlotHours hoursOf(const ShiftText &text) const;
    [[nodiscard]] SlotHours adapted(SlotHours hours) const;
    void count(const SlotHours &hours, const Cell &cell);

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
                const auto known = m_legend.constFind(remark.slot);
                if (known == m_legend.constEnd())
                    m_legend.insert(remark.slot, remark);
                else if (!equal(*known->hours, *remark.hours))
                    m_ledger.doubtOnce(u"hours_differ"_s, cell, text);
            }
        }
    }
}

/// Three shifts a day: where there is one until midnight, the night begins then.
SlotHours HoursSettler::adapted(SlotHours hours) const
{
    const bool three =
        m_used.contains(u"night"_s) && (m_used.contains(u"mid"_s) || m_used.contains(u"late"_s));
    SlotHours fitting = hours;
    if (three && hours.slot == u"night") {
        fitting.hours = {QTime(0, 0), QTime(8, 0)};
        fitting.nextDay = true;
    } else if (three && hours.slot == u"day") {
        fitting.hours = {QTime(8, 0), QTime(16, 0)};
    }
    if (equal(fitting.hours, hours.hours) && fitting.nextDay == hours.nextDay)
        return hours;
    fitting.by = SlotHours::By::Others;
    return fitting;
}

SlotHours HoursSettler::hoursOf(const ShiftText &text) const
{
    const ShiftText named = text.hours ? text : m_legend.value(text.slot);
    if (named.hours)
        return {.slot = text.slot,
            .hours = *named.hours,
            .nextDay = named.nextDay,
            .by = SlotHours::By::Sheet};
    const ShiftCode &code = m_codes.at(text.code);
    const SlotHours hours{.slot = text.slot, .hours = code.hours, .nextDay = code.nextDay};
    return code.sure ? hours : adapted(hours);
}

void HoursSettler::count(const SlotHours &hours, const Cell &cell)
{
    const auto isSame = [&](const SlotHours &other) {
        return other.slot == hours.slot && other.nextDay == hours.nextDay
            && equal(other.hours, hours.hours);
    };
    auto known = std::ranges::find_if(m_sheet.slotHours, isSame);
    if (known == m_sheet.slotHours.end()) {
        m_sheet.slotHours.append(hours);
        known = std::prev(m_sheet.slotHours.end());
        known->cell = cell;
        if (hours.by == SlotHours::By::Others)
            m_ledger.doubtOnce(u"hours_adapted"_s, cell, hours.slot);
    }
    ++known->count;
}

void HoursSettler::settle(const UnsettledShift &unsettled)
{
    SheetShift shift = unsettled.shift;
    SlotHours hours = hoursOf(unsettled.text);
    const bool isNight = shift.slot == u"night" && hours.hours.from.hour() < kEarlyMorning;
    if (hours.by == SlotHours::By::Sheet && isNight && !hours.nextDay) {
        hours.nextDay = true;
        m_ledger.doubtOnce(u"night_next_day"_s, shift.cell, hours.slot);
    }
    count(hours, shift.cell);
    const auto [from, until] = hours.hours;
    const QDate first = shift.date.addDays(hours.nextDay ? 1 : 0);
    shift.hours = hours.hours;
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
