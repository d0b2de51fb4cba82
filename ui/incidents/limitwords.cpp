// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/limitwords.h"

#include "app/words/times.h"

namespace watchroom::ui {

QString limitWords(const domain::Limit &limit)
{
    switch (limit.kind) {
    case domain::Limit::Kind::Seconds:
        return words::duration(base::Seconds{limit.amount});
    case domain::Limit::Kind::WorkingDays:
        return words::workingDays(int(limit.amount));
    case domain::Limit::Kind::None:
        break;
    }
    return {};
}

} // namespace watchroom::ui
