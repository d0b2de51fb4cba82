// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roster/sheetdates.h"

#include <QRegularExpression>

#include <algorithm>

namespace watchroom::roster {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestDate = 40;
constexpr auto kMonthNames = "jan feb mar apr may jun jul aug sep oct nov dec "_L1;
constexpr auto kDayNames = "mon tue wed thu fri sat sun "_L1;
constexpr auto kMonthPattern =
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"_L1;
constexpr auto kDayPattern = "(?:mon|tue|wed|thu|fri|sat|sun)"_L1;
const QStringView kDaySigns = u"一二三四五六日天";

QRegularExpression pattern(const QString &text)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(text),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DontCaptureOption);
}

/// What may stand before and behind a date: a weekday, and midnight as exports of times have it.
QRegularExpression dated(const QString &date)
{
    const QString before =
        u"(?:(?:星期|周|礼拜)(?<s1>[一二三四五六日天])|(?<n1>%1)[a-z]*)?[,\\s]*"_s;
    const QString behind =
        u"(?:\\s+0?0:00(?::00)?)?\\s*[(\\[]?\\s*"
        "(?:(?:星期|周|礼拜)?(?<s2>[一二三四五六日天])|(?<n2>%1)[a-z.]*)?\\s*[)\\]]?"_s;
    return pattern(before.arg(kDayPattern) + date + behind.arg(kDayPattern));
}

int indexOf(QLatin1StringView names, const QString &name)
{
    return name.isEmpty() ? 0 : static_cast<int>(names.indexOf(name.left(3).toLower()) / 4 + 1);
}

int weekdayOf(const QString &sign, const QString &name)
{
    const auto index = sign.isEmpty() ? -1 : kDaySigns.indexOf(sign.front());
    return index < 0 ? indexOf(kDayNames, name) : std::min<int>(static_cast<int>(index) + 1, 7);
}

DateText taken(const QRegularExpressionMatch &match)
{
    const auto number = [&match](const QString &name) { return match.captured(name).toInt(); };
    DateText date{.year = number(u"y"_s), .month = number(u"m"_s), .day = number(u"d"_s)};
    if (date.month == 0)
        date.month = indexOf(kMonthNames, match.captured(u"mon"_s));
    if (date.year > 0 && date.year < 100)
        date.year += 2000;
    date.weekday = weekdayOf(match.captured(u"s1"_s) + match.captured(u"s2"_s),
        match.captured(u"n1"_s) + match.captured(u"n2"_s));
    return date;
}

const QList<QRegularExpression> &datePatterns()
{
    static const QList<QRegularExpression> patterns{
        dated(u"(?<y>20\\d\\d)\\s*[-/.年]\\s*(?<m>\\d{1,2})\\s*[-/.月]\\s*(?<d>\\d{1,2})[日号]?"_s),
        dated(u"(?<y>20\\d\\d)(?<m>\\d\\d)(?<d>\\d\\d)"_s),
        dated(u"(?<m>\\d{1,2})\\s*月\\s*(?<d>\\d{1,2})[日号]?"_s),
        dated(u"(?<d>\\d{1,2})[日号]"_s),
        dated(u"(?<d>\\d{1,2})[-\\s]*(?<mon>%1)\\.?(?:[-,\\s]*(?<y>(?:20)?\\d\\d))?"_s.arg(
            kMonthPattern)),
        dated(
            u"(?<mon>%1)\\.?[-\\s]*(?<d>\\d{1,2})(?:[,\\s]+(?<y>20\\d\\d))?"_s.arg(kMonthPattern)),
        dated(
            u"(?<m>0?[1-9]|1[0-2])\\s*[-/.]\\s*(?<d>\\d{1,2})(?:\\s*[-/.]\\s*(?<y>20\\d\\d))?[日号]?"_s),
    };
    return patterns;
}

/// Of "3" and of "三"; 0: none.
int monthNumber(const QString &text)
{
    static const QStringList signs{u"一"_s, u"二"_s, u"三"_s, u"四"_s, u"五"_s, u"六"_s, u"七"_s,
        u"八"_s, u"九"_s, u"十"_s, u"十一"_s, u"十二"_s};
    const int number = text.toInt();
    return number > 0 ? number : static_cast<int>(signs.indexOf(text)) + 1;
}

/// Before the patterns: most cells are names and codes.
bool mayBeDate(const QString &text)
{
    const auto isOfDates = [](QChar c) {
        return c.unicode() < 0x80 || QStringView(u"年月日号星期周礼拜一二三四五六天").contains(c);
    };
    return text.size() <= kLongestDate && std::ranges::all_of(text, isOfDates)
        && std::ranges::any_of(text, [](QChar c) { return c.isDigit(); });
}

bool isPossible(const DateText &date)
{
    return date.day >= 1 && date.day <= 31 && date.month <= 12;
}

} // namespace

std::optional<DateText> readDate(const QString &text)
{
    static const auto number = dated(u"(?<d>\\d{1,2})"_s);
    if (!mayBeDate(text))
        return {};
    DateText date;
    for (const QRegularExpression &pattern : datePatterns()) {
        if (const auto match = pattern.match(text); match.hasMatch()) {
            date = taken(match);
            return isPossible(date) ? std::optional(date) : std::nullopt;
        }
    }
    // Last, for else the sign of 18日 would be a Sunday.
    const auto bare = number.match(text);
    if (!bare.hasMatch())
        return {};
    date = taken(bare);
    date.bare = true;
    return isPossible(date) ? std::optional(date) : std::nullopt;
}

int readWeekday(const QString &text)
{
    static const auto weekday = pattern(
        u"[(\\[]?(?:(?:星期|周|礼拜)?(?<s>[一二三四五六日天])|(?<n>%1)[a-z.]*)[)\\]]?"_s.arg(
            kDayPattern));
    if (text.isEmpty() || text.size() > kLongestDate)
        return 0;
    const auto match = weekday.match(text);
    return weekdayOf(match.captured(u"s"_s), match.captured(u"n"_s));
}

MonthText readMonth(const QString &title)
{
    static const QRegularExpression year(u"(?<!\\d)(20\\d\\d)(?!\\d)"_s);
    static const QRegularExpression month(
        u"(?<!\\d)(?:20\\d\\d\\s*[-/.](\\d{1,2})(?!\\d)|(\\d{1,2}|十[一二]?|[一二三四五六七八九])\\s*月)"_s);
    static const QRegularExpression named(
        u"\\b(%1)\\b"_s.arg(kMonthPattern), QRegularExpression::CaseInsensitiveOption);
    const auto found = month.match(title);
    MonthText result{
        year.match(title).captured(1).toInt(), monthNumber(found.captured(1) + found.captured(2))};
    if (result.month == 0)
        result.month = indexOf(kMonthNames, named.match(title).captured(1));
    return result.month > 12 ? MonthText{result.year, 0} : result;
}

} // namespace watchroom::roster
