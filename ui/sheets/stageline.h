// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/policy.h"
#include "app/domain/row.h"

#include <QString>

#include <optional>

namespace watchroom::sheets {

/// One passage through a stage in words: how long it took, against which limit.
struct StageLine
{
    QString entered;
    QString left; ///< empty: it is the present one
    QString took; ///< until now, where it is not left; waiting included
    QString waited; ///< on a third party, of that; empty: not at all
    QString limit; ///< a length, or the date it ends; "–": none
    QString verdict; ///< in time, over by how much, under way
    bool over = false;
};

/// `now` stands for the end of the present stage, `waitingSince` for a wait that goes on in it.
[[nodiscard]] StageLine stageLine(const domain::Row &record, const domain::Limit &limit,
    std::optional<base::Instant> waitingSince, base::Instant now, const QTimeZone &zone);

} // namespace watchroom::sheets
