// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quality/metrics.h"

#include <algorithm>
#include <array>

namespace watchroom::quality {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kMetrics{
    Metric{"rtt"_L1, "ms"_L1, Worse::Higher, 0, 0, 0},
    Metric{"jitter"_L1, "ms"_L1, Worse::Higher, 0, 0, 0},
    Metric{"loss"_L1, "%"_L1, Worse::Higher, 1, 0, 100},
    Metric{"video_freeze"_L1, "%"_L1, Worse::Higher, 1, 0, 100},
    Metric{"audio_freeze"_L1, "%"_L1, Worse::Higher, 1, 0, 100},
    Metric{"mos"_L1, ""_L1, Worse::Lower, 2, 1, 5},
    Metric{"fps"_L1, "fps"_L1, Worse::Lower, 0, 0, 0},
    Metric{"bitrate"_L1, "kbit/s"_L1, Worse::Lower, 0, 0, 0},
    Metric{"join_success"_L1, "%"_L1, Worse::Lower, 1, 0, 100},
};

} // namespace

std::span<const Metric> metrics()
{
    return kMetrics;
}

const Metric *findMetric(QStringView code)
{
    const auto *found =
        std::ranges::find_if(kMetrics, [code](const Metric &m) { return m.code == code; });
    return found == kMetrics.end() ? nullptr : found;
}

} // namespace watchroom::quality
