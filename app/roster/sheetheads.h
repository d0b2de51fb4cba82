// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/roster/shiftcodes.h"

#include <QHash>

namespace watchroom::roster {

/// A position by its names; one code may come with several.
struct SheetPosition
{
    QString code;
    QString name;
    QString nameEn = {};
};

/// What a head says about the cells under it.
struct HeadText
{
    enum class Kind
    {
        Unknown,
        Duty, ///< a shift, a position or both
        People, ///< 值班人员: whoever is named under it
        ShiftWords, ///< 班次: under it stand shifts
        PositionWords, ///< 岗位: under it stand positions
        Dates, ///< 日期, 星期
        Aside, ///< 备注, 合计, 电话, 序号: nothing about duty
    };

    Kind kind = Kind::Unknown;
    std::optional<ShiftText> shift = {};
    QString position = {}; ///< code
};

/// Reads heads and labels by the positions and the codes. A value; any thread.
class HeadBook
{
public:
    HeadBook(const QList<SheetPosition> &positions, const CodeBook &codes);

    [[nodiscard]] HeadText read(const QString &label) const;
    /// Empty: none. "网络组" is the position 网络.
    [[nodiscard]] QString position(const QString &label) const;

private:
    [[nodiscard]] std::optional<HeadText> duty(const QString &label) const;

    const CodeBook &m_codes;
    QHash<QString, QString> m_positions; ///< code by squeezed name
};

/// Numbers beside a roster are counted, not days: 序号, No.
[[nodiscard]] bool isSerialHead(const QString &label);

} // namespace watchroom::roster
