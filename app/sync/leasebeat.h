// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/remote/remote.h"
#include "app/sync/syncstatus.h"

#include <optional>

namespace watchroom::sync {

/// What a beat says about the lease, and when the next one is due. A value; any thread.
class LeaseBeat
{
public:
    void setWants(bool wants) { m_wants = wants; }
    void setWall(bool isWall) { m_isWall = isWall; }
    [[nodiscard]] bool wants() const { return m_wants; }
    [[nodiscard]] const Lease &lease() const { return m_lease; }

    /// The lease when it is no longer what it was.
    [[nodiscard]] std::optional<Lease> take(const remote::Beat &beat);
    /// Without contact it is not mine to use, whoever holds it. The lease when that changed it.
    [[nodiscard]] std::optional<Lease> lose();
    /// 2 s while it is mine (it ends after 8), 5 s for a wall, 15 s otherwise; one who wants it
    /// comes back when the present holder's time is over.
    [[nodiscard]] std::chrono::milliseconds next(const remote::Beat &beat) const;

private:
    Lease m_lease;
    bool m_wants = false;
    bool m_isWall = false;
};

} // namespace watchroom::sync
