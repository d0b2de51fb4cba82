// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLayout;

namespace watchroom::widgets {

/// Takes everything out of it, layouts inside too. Its widgets go a turn of the loop later: one of
/// them may be the button that was just pressed. UI thread.
void emptyLayout(QLayout &layout);

} // namespace watchroom::widgets
