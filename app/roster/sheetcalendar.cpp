// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roster/sheetcalendar.h"

#include <algorithm>
#include <cstdlib>

namespace watchroom::roster {

namespace {

QDate nearest(const QList<QDate> &dates, const QDate &to)
{
    QDate best;
    for (const QDate &date : dates) {
        if (date.isValid()
            && (!best.isValid() || std::llabs(date.daysTo(to)) < std::llabs(best.daysTo(to))))
            best = date;
    }
    return best;
}

/// The year that brings the day nearest to another.
QDate nearest(int month, int day, const QDate &to)
{
    QList<QDate> dates;
    // Between two 29ths of February there may be eight years.
    for (int year = to.year() - 8; year <= to.year() + 8; ++year)
        dates.append(QDate(year, month, day));
    return nearest(dates, to);
}

QDate middleOf(const MonthText &month)
{
    return {month.year, month.month, 15};
}

/// Completes the marks of one row or column.
class Completion
{
public:
    Completion(const QList<DateText> &dates, const DateContext &context)
        : m_dates(dates)
        , m_context(context)
    {
        m_result.dates.resize(dates.size());
    }

    ResolvedDates run()
    {
        completeYears();
        completeMonths();
        return m_result;
    }

private:
    void completeYears();
    void completeMonths();
    [[nodiscard]] QDate anchor() const;
    [[nodiscard]] QDate firstMonth() const;
    [[nodiscard]] bool startsNextMonth(qsizetype index, int previousDay) const;

    const QList<DateText> &m_dates;
    const DateContext &m_context;
    ResolvedDates m_result;
};

/// A day that the others are near to: of those that name a month, the first with a year, else the
/// middle one.
QDate Completion::anchor() const
{
    QList<DateText> without;
    for (const DateText &text : m_dates) {
        if (text.year > 0 && QDate::isValid(text.year, text.month, text.day))
            return {text.year, text.month, text.day};
        if (QDate::isValid(2024, text.month, text.day))
            without.append(text);
    }
    if (without.isEmpty())
        return {};
    const DateText &middle = without.at(without.size() / 2);
    if (m_context.title.year == 0)
        return nearest(middle.month, middle.day, m_context.today);
    if (m_context.title.month > 0)
        return nearest(middle.month, middle.day, middleOf(m_context.title));
    return {m_context.title.year, middle.month, middle.day};
}

void Completion::completeYears()
{
    const QDate near = anchor();
    for (qsizetype i = 0; i < m_dates.size(); ++i) {
        const DateText &text = m_dates.at(i);
        QDate date(text.year, text.month, text.day);
        if (text.year == 0 && text.month > 0 && near.isValid())
            date = nearest(text.month, text.day, near);
        if (date.isValid())
            m_result.dates[i] = date;
    }
}

/// The first day of the month in which a row of days begins; invalid: unknown.
QDate Completion::firstMonth() const
{
    const auto [year, month] = m_context.title;
    if (month == 0 || year > 0)
        return month == 0 ? QDate() : QDate(year, month, 1);
    const QDate middle = nearest(month, 15, m_context.today);
    return {middle.year(), middle.month(), 1};
}

/// Whether days turn over before this one. A single wrong number among days in order does not.
bool Completion::startsNextMonth(qsizetype index, int previousDay) const
{
    const int day = m_dates.at(index).day;
    if (day >= previousDay || previousDay - day < 14)
        return false;
    const int before = index > 1 ? m_dates.at(index - 2).day : 0;
    const int after = index + 1 < m_dates.size() ? m_dates.at(index + 1).day : 0;
    const bool previousIsWrong = before > 0 && before < day;
    const bool thisIsWrong = after > previousDay;
    return !previousIsWrong && !thisIsWrong;
}

void Completion::completeMonths()
{
    QDate month;
    int previousDay = 0;
    for (qsizetype i = 0; i < m_dates.size(); ++i) {
        const DateText &text = m_dates.at(i);
        if (text.month > 0) {
            if (const auto known = m_result.dates.at(i))
                month = QDate(known->year(), known->month(), 1);
        } else if (!month.isValid()) {
            month = firstMonth();
        } else if (startsNextMonth(i, previousDay)) {
            month = month.addMonths(1);
            m_result.turns = true;
        }
        previousDay = text.day;
        if (text.month > 0)
            continue;
        m_result.monthMissing = m_result.monthMissing || !month.isValid();
        const QDate date(month.year(), month.month(), text.day);
        if (month.isValid() && date.isValid())
            m_result.dates[i] = date;
    }
}

} // namespace

ResolvedDates resolveDates(const QList<DateText> &dates, const DateContext &context)
{
    return Completion(dates, context).run();
}

} // namespace watchroom::roster
