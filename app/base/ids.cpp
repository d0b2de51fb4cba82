// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/ids.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace watchroom::base {

using namespace Qt::StringLiterals;

namespace {

// Fixed for ever: every deterministic id depends on it.
constexpr QUuid kNameSpace(
    0x6f1c5e0a, 0x54c1, 0x4f0e, 0x9b, 0x3d, 0x2a, 0x7c, 0x1d, 0x88, 0xe0, 0x51);

} // namespace

QUuid newId(Instant now)
{
    std::array<quint32, 3> random{};
    QRandomGenerator::system()->fillRange(random.data(), random.size());
    const auto millis = static_cast<quint64>(
        std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch()).count());
    const auto byte = [](auto value, int shift) {
        return static_cast<uchar>((value >> shift) & 0xff);
    };
    return QUuid(static_cast<uint>(millis >> 16), static_cast<ushort>(millis & 0xffff),
        static_cast<ushort>(0x7000 | (random[0] & 0x0fff)),
        static_cast<uchar>(0x80 | (byte(random[0], 16) & 0x3f)), byte(random[0], 24),
        byte(random[1], 0), byte(random[1], 8), byte(random[1], 16), byte(random[1], 24),
        byte(random[2], 0), byte(random[2], 8));
}

QUuid newIdAfter(Instant now, const QUuid &last)
{
    if (last.isNull())
        return newId(now);
    const std::chrono::milliseconds then((qint64(last.data1) << 16) | last.data2);
    return newId(std::max(now, Instant(then + std::chrono::milliseconds(1))));
}

QUuid derivedId(const QStringList &parts)
{
    return QUuid::createUuidV5(kNameSpace, parts.join(u'\n'));
}

QString toText(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

} // namespace watchroom::base
