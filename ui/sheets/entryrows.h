// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sheets/sheetnames.h"
#include "ui/sheets/sheettext.h"

namespace watchroom::sheets {

/// The record as rows of a table, as it happened: number in the chain, times, who, what. A
/// corrected entry is struck through, with its correction below it.
[[nodiscard]] QList<QList<Cell>> entryRows(
    const exports::IncidentFile &file, const SheetNames &names);

} // namespace watchroom::sheets
