// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roster/shiftcodes.h"

#include "app/roster/rostercells.h"

#include <QRegularExpression>

namespace watchroom::roster {

using namespace Qt::StringLiterals;
using domain::DailyHours;

namespace {

constexpr qsizetype kLongestWord = 60;

DailyHours between(int from, int until)
{
    return {QTime(from % 24, 0), QTime(until % 24, 0)};
}

QTime timeOf(const QString &hour, const QString &minute)
{
    // 24:00 is the next day's 00:00: an end that is not after the begin is of the next day.
    return {hour.toInt() == 24 && minute.toInt() == 0 ? 0 : hour.toInt(), minute.toInt()};
}

/// A word as the table has it: without the sign for a shift behind it.
QString stem(const QString &text)
{
    QString word = squeezed(text);
    for (const QString &ending : {u"班"_s, u"shift"_s}) {
        if (word.size() > ending.size() && word.endsWith(ending))
            word.chop(ending.size());
    }
    return word;
}

} // namespace

QList<ShiftCode> defaultShiftCodes()
{
    return {
        {{u"早"_s, u"上午"_s, u"早上"_s, u"A"_s, u"AM"_s, u"early"_s, u"morning"_s}, u"early"_s,
            between(8, 16)},
        {{u"白"_s, u"日"_s, u"白天"_s, u"D"_s, u"day"_s}, u"day"_s, between(8, 20)},
        {{u"中"_s, u"下午"_s, u"P"_s, u"PM"_s, u"mid"_s, u"middle"_s, u"afternoon"_s}, u"mid"_s,
            between(16, 24)},
        {{u"晚"_s, u"晚上"_s, u"小夜"_s, u"E"_s, u"late"_s, u"evening"_s}, u"late"_s,
            between(16, 24)},
        {{u"夜"_s, u"大夜"_s, u"夜间"_s, u"N"_s, u"night"_s}, u"night"_s, between(20, 8)},
        {{u"值"_s, u"班"_s, u"全"_s, u"全天"_s, u"24"_s, u"24h"_s, u"24小时"_s, u"√"_s, u"✓"_s,
             u"✔"_s},
            u"whole"_s, between(8, 8)},
        {{u"休"_s, u"休息"_s, u"公休"_s, u"轮休"_s, u"补休"_s, u"调休"_s, u"换休"_s, u"年休"_s,
             u"年休假"_s, u"休假"_s, u"请假"_s, u"假"_s, u"年假"_s, u"病假"_s, u"事假"_s, u"婚假"_s,
             u"产假"_s, u"陪产假"_s, u"丧假"_s, u"下夜"_s, u"无"_s, u"off"_s, u"day off"_s,
             u"rest"_s, u"leave"_s, u"none"_s, u"0"_s, u"×"_s, u"✕"_s, u"✗"_s, u"x"_s, u"-"_s,
             u"--"_s, u"/"_s, u"\\"_s},
            QString()},
    };
}

QList<HoursText> readHours(const QString &squeezed)
{
    static const QRegularExpression range(
        u"(次日|翌日|第二天)?(?<!\\d)(\\d{1,2})(?:[:点时](\\d\\d)?分?)?(?:[-~]+|至|到)"
        "(?:次日|翌日|第二天|次)?(\\d{1,2})[:点时](\\d\\d)?分?(?!\\d)"_s);
    QList<HoursText> found;
    auto matches = range.globalMatch(squeezed);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const DailyHours hours{timeOf(match.captured(2), match.captured(3)),
            timeOf(match.captured(4), match.captured(5))};
        if (hours.from.isValid() && hours.until.isValid())
            found.append(
                {hours, match.hasCaptured(1), match.capturedStart(), match.capturedLength()});
    }
    return found;
}

CodeBook::CodeBook(const QList<ShiftCode> &codes)
    : m_codes(codes)
{
    for (qsizetype i = 0; i < m_codes.size(); ++i) {
        for (const QString &word : m_codes.at(i).words)
            m_words.insert(stem(word), i);
    }
}

qsizetype CodeBook::code(const QString &text) const
{
    return text.size() > kLongestWord ? -1 : m_words.value(stem(text), -1);
}

bool CodeBook::isShift(qsizetype code) const
{
    return code >= 0 && !m_codes.at(code).slot.isEmpty();
}

bool CodeBook::isOff(const QString &text) const
{
    const qsizetype known = code(text);
    return known >= 0 && !isShift(known);
}

qsizetype CodeBook::codeOf(const DailyHours &hours) const
{
    for (qsizetype i = 0; i < m_codes.size(); ++i) {
        const DailyHours &known = m_codes.at(i).hours;
        if (isShift(i) && known.from == hours.from && known.until == hours.until)
            return i;
    }
    return -1;
}

std::optional<ShiftText> CodeBook::shift(const QString &text) const
{
    if (const qsizetype known = code(text); known >= 0)
        return isShift(known) ? std::optional(ShiftText{m_codes.at(known).slot, known})
                              : std::nullopt;
    if (text.size() > kLongestWord)
        return {};
    QString word = squeezed(text);
    const QList<HoursText> hours = readHours(word);
    if (hours.size() != 1)
        return {};
    const HoursText &only = hours.front();
    word.remove(only.from, only.length);
    word.removeIf([](QChar c) { return QStringView(u"()[]:").contains(c); });
    const qsizetype known = word.isEmpty() ? codeOf(only.hours) : code(word);
    if (!word.isEmpty() && !isShift(known))
        return {};
    const QString format = u"HH:mm"_s;
    const QString slot = known >= 0
        ? m_codes.at(known).slot
        : only.hours.from.toString(format) + u'-' + only.hours.until.toString(format);
    return ShiftText{slot, known, only.hours, only.nextDay};
}

std::optional<QList<ShiftText>> CodeBook::shifts(const QString &cell) const
{
    static const QRegularExpression between(u"[、,;/+&\\s]+"_s);
    if (isOff(cell))
        return QList<ShiftText>();
    if (const auto whole = shift(cell))
        return QList<ShiftText>{*whole};
    QList<ShiftText> result;
    const QStringList pieces = cell.split(between, Qt::SkipEmptyParts);
    for (const QString &piece : pieces) {
        if (const auto one = shift(piece))
            result.append(*one);
        else if (!isOff(piece))
            return {};
    }
    return pieces.isEmpty() ? std::nullopt : std::optional(result);
}

/// Of the longest word that the text ends with; a Latin one must begin there.
qsizetype CodeBook::codeAtEndOf(const QString &squeezed) const
{
    QString best;
    qsizetype code = -1;
    for (auto word = m_words.constBegin(); word != m_words.constEnd(); ++word) {
        if (word.key().size() <= best.size() || !squeezed.endsWith(word.key()))
            continue;
        const qsizetype before = squeezed.size() - word.key().size() - 1;
        const auto isLatin = [](QChar c) { return c.unicode() < 0x80 && c.isLetterOrNumber(); };
        if (before >= 0 && isLatin(word.key().front()) && isLatin(squeezed.at(before)))
            continue;
        best = word.key();
        code = *word;
    }
    return code;
}

QList<ShiftText> CodeBook::legend(const QString &remark) const
{
    QList<ShiftText> result;
    const QString text = squeezed(remark);
    qsizetype from = 0;
    const QList<HoursText> all = readHours(text);
    for (const HoursText &hours : all) {
        QString before = text.sliced(from, hours.from - from);
        while (!before.isEmpty() && QStringView(u":(=为").contains(before.back()))
            before.chop(1);
        if (const qsizetype code = codeAtEndOf(stem(before)); isShift(code))
            result.append({m_codes.at(code).slot, code, hours.hours, hours.nextDay});
        from = hours.from + hours.length;
    }
    return result;
}

} // namespace watchroom::roster
