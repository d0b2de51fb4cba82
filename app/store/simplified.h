// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace watchroom::store {

/// The simplified form of a traditional Han by ICU's Traditional-Simplified, one for one; any other
/// character is itself. Any thread; the first call takes a tenth of a second.
[[nodiscard]] char32_t simplified(char32_t character);

} // namespace watchroom::store
