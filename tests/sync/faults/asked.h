// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDebug>
#include <QRandomGenerator>
#include <QtGlobal>

namespace watchroom::test {

/// How much: a few in CI, many in soak.sh.
inline int asked(const char *name, int otherwise)
{
    bool isNumber = false;
    const int number = qEnvironmentVariableIntValue(name, &isNumber);
    return isNumber ? number : otherwise;
}

/// Of this run; printed, so that WATCHROOM_SEED repeats it.
inline quint32 seed()
{
    static const auto value =
        quint32(asked("WATCHROOM_SEED", int(QRandomGenerator::global()->generate() >> 1)));
    qInfo() << "seed" << value;
    return value;
}

} // namespace watchroom::test
