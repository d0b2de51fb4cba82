// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/levels.h"

namespace watchroom::style {

using domain::Level;

} // namespace watchroom::style
