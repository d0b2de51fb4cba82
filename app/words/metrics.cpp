// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/metrics.h"

#include "app/words/phrases.h"
#include "app/words/terms.h"

#include <QCoreApplication>

#include <array>
#include <cmath>

namespace watchroom::words {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kNames{
    Phrase{"rtt"_L1, QT_TRANSLATE_NOOP("metric", "Round-trip time")},
    Phrase{"jitter"_L1, QT_TRANSLATE_NOOP("metric", "Jitter")},
    Phrase{"loss"_L1, QT_TRANSLATE_NOOP("metric", "Packet loss")},
    Phrase{"video_freeze"_L1, QT_TRANSLATE_NOOP("metric", "Video freeze rate")},
    Phrase{"audio_freeze"_L1, QT_TRANSLATE_NOOP("metric", "Audio freeze rate")},
    Phrase{"fps"_L1, QT_TRANSLATE_NOOP("metric", "Frame rate")},
    Phrase{"bitrate"_L1, QT_TRANSLATE_NOOP("metric", "Bitrate")},
    Phrase{"mos"_L1, QT_TRANSLATE_NOOP("metric", "MOS")},
    Phrase{"join_success"_L1, QT_TRANSLATE_NOOP("metric", "Join success rate")},
};
constexpr std::array kShortNames{
    Phrase{"rtt"_L1, QT_TRANSLATE_NOOP("metric", "RTT")},
    Phrase{"jitter"_L1, QT_TRANSLATE_NOOP("metric", "Jitter")},
    Phrase{"loss"_L1, QT_TRANSLATE_NOOP("metric", "Loss")},
    Phrase{"video_freeze"_L1, QT_TRANSLATE_NOOP("metric", "Freeze")},
    Phrase{"audio_freeze"_L1, QT_TRANSLATE_NOOP("metric", "Audio freeze")},
    Phrase{"fps"_L1, QT_TRANSLATE_NOOP("metric", "Frames")},
    Phrase{"bitrate"_L1, QT_TRANSLATE_NOOP("metric", "Bitrate")},
    Phrase{"mos"_L1, QT_TRANSLATE_NOOP("metric", "MOS")},
    Phrase{"join_success"_L1, QT_TRANSLATE_NOOP("metric", "Join")},
};

} // namespace

QString metric(QStringView code)
{
    return say("metric", kNames, code);
}

QString metricShort(QStringView code)
{
    return say("metric", kShortNames, code);
}

QString number(double value, int decimals)
{
    return std::isfinite(value) ? QString::number(value, 'f', decimals) : state(u"no_data");
}

QString quantity(double value, int decimals, QStringView unit)
{
    const QString digits = number(value, decimals);
    if (unit.isEmpty() || !std::isfinite(value))
        return digits;
    if (unit == u"%") {
        //: A percentage; %1 is the number.
        return QCoreApplication::translate("metric", "%1 %").arg(digits);
    }
    return digits + u' ' + unit.toString();
}

} // namespace watchroom::words
