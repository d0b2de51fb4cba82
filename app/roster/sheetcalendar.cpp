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
    Completion(QList<DateMark> marks, const DateContext &context)
        : m_marks(std::move(marks))
        , m_context(context)
    {
        orderParts();
        m_result.dates.resize(m_marks.size());
    }

    ResolvedDates run()
    {
        completeYears();
        completeMonths();
        return m_result;
    }

private:
    void orderParts();
    void completeYears();
    void completeMonths();
    [[nodiscard]] QDate anchor();
    [[nodiscard]] QDate anchorInYear(const DateText &middle, const QList<DateText> &all) const;
    [[nodiscard]] QDate firstMonth(const DateMark &mark);
    [[nodiscard]] bool startsNextMonth(qsizetype index, int previousDay) const;

    QList<DateMark> m_marks;
    DateContext m_context;
    ResolvedDates m_result;
};

void Completion::orderParts()
{
    const auto any = [this](auto &&is) { return std::ranges::any_of(m_marks, is); };
    const bool dayFirst = any([](const DateMark &m) { return m.text.month > 12; })
        && !any([](const DateMark &m) { return m.text.swappable && m.text.day > 12; });
    for (DateMark &mark : m_marks) {
        if (mark.text.swappable && dayFirst)
            std::swap(mark.text.month, mark.text.day);
    }
}

QDate Completion::anchorInYear(const DateText &middle, const QList<DateText> &all) const
{
    const int year = m_context.title.year;
    QList<QDate> candidates;
    for (int y = year - 1; y <= year + 1; ++y) {
        const QDate date(y, middle.month, middle.day);
        const auto isInYear = [&](const DateText &other) {
            return date.isValid() && nearest(other.month, other.day, date).year() == year;
        };
        if (std::ranges::any_of(all, isInYear))
            candidates.append(date);
    }
    return nearest(candidates, m_context.today);
}

/// A day that the others are near to: of those that name a month, the first with a year, else the
/// middle one.
QDate Completion::anchor()
{
    QList<DateText> without;
    for (const DateMark &mark : std::as_const(m_marks)) {
        if (mark.text.year > 0 && QDate::isValid(mark.text.year, mark.text.month, mark.text.day))
            return {mark.text.year, mark.text.month, mark.text.day};
        if (QDate::isValid(2024, mark.text.month, mark.text.day))
            without.append(mark.text);
    }
    if (without.isEmpty())
        return {};
    const DateText &middle = without.at(without.size() / 2);
    m_result.yearByTitle = m_context.title.year > 0;
    m_result.yearByToday = !m_result.yearByTitle;
    if (m_result.yearByToday)
        return nearest(middle.month, middle.day, m_context.today);
    if (m_context.title.month > 0)
        return nearest(middle.month, middle.day, middleOf(m_context.title));
    return anchorInYear(middle, without);
}

void Completion::completeYears()
{
    const QDate near = anchor();
    for (qsizetype i = 0; i < m_marks.size(); ++i) {
        const DateText &text = m_marks.at(i).text;
        QDate date(text.year, text.month, text.day);
        if (text.year == 0 && text.month > 0 && near.isValid())
            date = nearest(text.month, text.day, near);
        if (date.isValid())
            m_result.dates[i] = date;
    }
}

/// The first day of the month in which a row of days begins; invalid: unknown.
QDate Completion::firstMonth(const DateMark &mark)
{
    const MonthText &month = mark.month.month > 0 ? mark.month : m_context.title;
    if (month.month == 0) {
        const QDate asked = m_context.asked;
        m_result.byAsked = asked.isValid();
        return asked.isValid() ? QDate(asked.year(), asked.month(), 1) : QDate();
    }
    if (mark.month.year > 0)
        return {mark.month.year, month.month, 1};
    if (m_context.title.year > 0) {
        m_result.yearByTitle = true;
        return {m_context.title.year, month.month, 1};
    }
    m_result.yearByToday = true;
    const QDate middle = nearest(month.month, 15, m_context.today);
    return {middle.year(), middle.month(), 1};
}

/// Whether days turn over before this one. A single wrong number among days in order does not.
bool Completion::startsNextMonth(qsizetype index, int previousDay) const
{
    const int day = m_marks.at(index).text.day;
    if (day >= previousDay || previousDay - day < 14)
        return false;
    const int before = index > 1 ? m_marks.at(index - 2).text.day : 0;
    const int after = index + 1 < m_marks.size() ? m_marks.at(index + 1).text.day : 0;
    const bool previousIsWrong = before > 0 && before < day;
    const bool thisIsWrong = after > previousDay;
    return !previousIsWrong && !thisIsWrong;
}

void Completion::completeMonths()
{
    QDate month;
    MonthText above;
    int previousDay = 0;
    for (qsizetype i = 0; i < m_marks.size(); ++i) {
        const DateMark &mark = m_marks.at(i);
        const bool isNewMonth = mark.month.month != above.month || mark.month.year != above.year;
        above = mark.month;
        if (mark.text.month > 0) {
            if (m_result.dates.at(i))
                month = QDate(m_result.dates.at(i)->year(), m_result.dates.at(i)->month(), 1);
        } else if (!month.isValid() || (isNewMonth && above.month > 0)) {
            const QDate previous = month;
            month = firstMonth(mark);
            // A month without a year that comes after December is of the next one.
            if (above.year == 0 && previous.isValid() && month.isValid())
                month = nearest(month.month(), 1, previous);
        } else if (startsNextMonth(i, previousDay)) {
            month = month.addMonths(1);
            m_result.turns = true;
        }
        previousDay = mark.text.day;
        if (mark.text.month > 0)
            continue;
        m_result.monthMissing = m_result.monthMissing || !month.isValid();
        const QDate date(month.year(), month.month(), mark.text.day);
        if (month.isValid() && date.isValid())
            m_result.dates[i] = date;
    }
}

} // namespace

ResolvedDates resolveDates(QList<DateMark> marks, const DateContext &context)
{
    return Completion(std::move(marks), context).run();
}

} // namespace watchroom::roster
