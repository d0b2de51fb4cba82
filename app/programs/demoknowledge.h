// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/store/store.h"

#include <functional>

namespace watchroom::programs {

/// Where the knowledge base of the demo goes.
struct DemoShelf
{
    store::Store &store;
    const base::Clock &clock;
    std::function<void(double minutes)> setAgo; ///< moves the clock
    QString lead; ///< logins
    QString follower;
    QUuid incident; ///< that a procedure is followed at
};

/// The articles that ship, whom to call, and a procedure that is followed while its text changed.
/// Blocks.
[[nodiscard]] base::Result<> writeDemoKnowledge(const DemoShelf &shelf);

} // namespace watchroom::programs
