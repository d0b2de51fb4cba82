// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quality/sampleparser.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray body(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    [[maybe_unused]] const auto answer = watchroom::quality::parseAnswer(body);
    return 0;
}
