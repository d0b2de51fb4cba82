// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/policy.h"

#include <QString>

namespace watchroom::ui {

/// A limit of the policy as it stands in heads: "30 分", "次日", "5 工作日"; empty: no limit.
[[nodiscard]] QString limitWords(const domain::Limit &limit);

} // namespace watchroom::ui
