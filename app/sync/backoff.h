// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>

namespace watchroom::sync {

/// How long to wait before the next attempt: doubling from `least` to `most`, each time somewhere
/// between half and the whole of it, so that fifty stations do not come back in one moment.
class Backoff
{
public:
    /// Uniform in [0, 1).
    using Random = std::function<double()>;

    explicit Backoff(std::chrono::milliseconds least = std::chrono::milliseconds(500),
        std::chrono::milliseconds most = std::chrono::seconds(30), Random random = {});

    [[nodiscard]] std::chrono::milliseconds next();
    /// The longest wait, for what a person must mend first.
    [[nodiscard]] std::chrono::milliseconds longest() const { return m_most; }
    /// The attempt succeeded.
    void reset();

private:
    std::chrono::milliseconds m_least;
    std::chrono::milliseconds m_most;
    std::chrono::milliseconds m_step;
    Random m_random;
};

} // namespace watchroom::sync
