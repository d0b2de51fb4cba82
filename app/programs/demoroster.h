// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/store.h"

namespace watchroom::programs {

/// The demo team's duty: two shifts a day at three positions, somebody on leave (and so a gap), a
/// swap that was asked for. Each list is saved in the name of its first member.
struct DemoDuty
{
    QString login;
    QList<store::Draft> drafts;
};
[[nodiscard]] QList<DemoDuty> demoRoster(base::Instant now);

} // namespace watchroom::programs
