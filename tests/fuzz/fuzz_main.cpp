// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/readers/reader.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <cstring>

namespace {

std::unique_ptr<watchroom::fuzz::Reader> makeReader()
{
    for (const auto &target : watchroom::fuzz::targets()) {
        if (std::strcmp(target.name, WATCHROOM_FUZZ_TARGET) == 0)
            return target.make();
    }
    std::abort();
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    // SQL drivers are found through it; it lives as long as the program.
    static QCoreApplication application(*argc, *argv);
    QLoggingCategory::setFilterRules(QStringLiteral("*=false"));
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const auto reader = makeReader();
    reader->read(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    return 0;
}
