// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace watchroom::incidents {
class Directory;
struct Entry;
} // namespace watchroom::incidents

namespace watchroom::ui {

/// What an entry says, in the language shown, without who said it and when.
[[nodiscard]] QString entryText(
    const incidents::Entry &entry, const incidents::Directory &directory);

} // namespace watchroom::ui
