// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/knowledge/article.h"

namespace watchroom::knowledge {

/// How this station stands to the server.
struct LastCheck
{
    bool standalone = false; ///< there is no server: what is here is all there is
    bool online = false;
    std::optional<base::Instant> checkedAt; ///< when the rows were last those of the server
};

/// What stands at the head of an article. References/handover.md 3.6: three facts, and how loud.
struct Freshness
{
    enum class Standing
    {
        Current, ///< this copy is the newest known, checked not long ago
        NewerKnown, ///< a newer version is published; its text is not here yet
        Unchecked, ///< nothing was heard of the server for a while
        Withdrawn,
        Draft, ///< there is no version
    };
    enum class Loudness
    {
        Quiet,
        Warn,
        Alarm,
    };

    Standing standing = Standing::Current;
    Loudness loudness = Loudness::Quiet;
    int copyVersion = 0; ///< whose text is here; 0: none
    int newestVersion = 0;
    std::optional<base::Instant> checkedAt;
    bool reviewDue = false;
    base::Seconds overdue{0}; ///< since the review was due

    friend bool operator==(const Freshness &, const Freshness &) = default;
};

/// Emergency class (procedures and cards): a copy not checked for 1 h warns, for 24 h alarms;
/// others 24 h and 7 days. `copyVersion`: the newest whose text is here.
[[nodiscard]] Freshness freshnessOf(
    const Article &article, int copyVersion, const LastCheck &check, base::Instant now);

[[nodiscard]] bool isEmergency(const QString &kind);

} // namespace watchroom::knowledge
