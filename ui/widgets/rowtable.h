// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTableView;

namespace watchroom::widgets {

/// The look of every list of rows: whole rows are chosen, rules only, a quiet header; Tab leaves
/// it.
void makeRowTable(QTableView &view);

} // namespace watchroom::widgets
