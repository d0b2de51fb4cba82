// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/articles/node.h"

namespace watchroom::articles {

/// Makes links of the addresses that stand in the text as they are: https://..., http://...,
/// www.... and name@host. An address is plain ASCII: it ends before Chinese letters and signs.
void findBareLinks(Node &node);

} // namespace watchroom::articles
