// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/codes.h"
#include "app/domain/guard.h"

#include <array>

namespace watchroom::domain {

using namespace Qt::StringLiterals;

namespace {

Verdict checkKey(Change &change)
{
    return isTaken(change, "key"_L1) ? refuse(u"key_taken"_s) : Verdict();
}

Verdict checkTargetKind(Change &change)
{
    const bool known = codes::contains(codes::kTargetKinds, text(change.row, "kind"_L1));
    return known ? Verdict() : refuse(u"kind_unknown"_s);
}

} // namespace

Verdict guardSource(Change &change)
{
    static constexpr std::array<GuardRule, 2> kRules{checkActor, checkSenior};
    return firstRefusal(change, kRules);
}

Verdict guardTarget(Change &change)
{
    static constexpr std::array<GuardRule, 4> kRules{
        checkActor, checkSenior, checkKey, checkTargetKind};
    return firstRefusal(change, kRules);
}

} // namespace watchroom::domain
