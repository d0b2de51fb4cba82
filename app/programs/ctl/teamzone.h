// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace watchroom::ctl {

class Context;

/// The zone of the team's policy, else this machine's.
[[nodiscard]] QByteArray teamZone(Context &context);

} // namespace watchroom::ctl
