// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/roster.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace watchroom::roster {

/// What a sheet's words for a shift mean.
struct ShiftCode
{
    QStringList words; ///< 早, D; with or without 班, in any case
    QString slot; ///< empty: off duty
    domain::DailyHours hours = {};
    bool nextDay = false; ///< begins on the day after the one it is written for
    bool sure = false; ///< somebody said so; nothing in a sheet changes it
};

/// What such teams mean by the usual words: early, day, mid, late, night, whole, and off duty.
[[nodiscard]] QList<ShiftCode> defaultShiftCodes();

/// A shift as one cell or head names it.
struct ShiftText
{
    QString slot;
    qsizetype code = -1; ///< row of the table; none: hours alone
    std::optional<domain::DailyHours> hours = {}; ///< as written there
    bool nextDay = false; ///< of `hours`
};

/// A time of day and another, as "08:00-20:00", "8点至16点" or "20:00~次日8:00" write them.
struct HoursText
{
    domain::DailyHours hours;
    bool nextDay = false;
    qsizetype from = 0; ///< where in the text it stands
    qsizetype length = 0;
};
[[nodiscard]] QList<HoursText> readHours(const QString &squeezed);

/// Reads words by the table of codes. A value; any thread.
class CodeBook
{
public:
    explicit CodeBook(const QList<ShiftCode> &codes);

    [[nodiscard]] bool isOff(const QString &text) const;
    /// One word, hours, or a word and its hours; off duty and everything unknown are nothing.
    [[nodiscard]] std::optional<ShiftText> shift(const QString &text) const;
    /// The shifts of a cell: none if it says off duty, nothing if any of it is unknown.
    [[nodiscard]] std::optional<QList<ShiftText>> shifts(const QString &cell) const;
    /// The hours a remark gives to words: "早班 8:00-16:00；夜班 0:00-8:00".
    [[nodiscard]] QList<ShiftText> legend(const QString &remark) const;

private:
    [[nodiscard]] qsizetype code(const QString &text) const; ///< -1: none
    [[nodiscard]] qsizetype codeOf(const domain::DailyHours &hours) const;
    [[nodiscard]] qsizetype codeAtEndOf(const QString &squeezed) const;
    [[nodiscard]] bool isShift(qsizetype code) const;

    QList<ShiftCode> m_codes;
    QHash<QString, qsizetype> m_words;
};

} // namespace watchroom::roster
