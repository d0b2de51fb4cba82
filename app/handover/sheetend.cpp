// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handover/sheetend.h"

#include "app/base/ids.h"

namespace watchroom::handover {

QByteArray sheetCode(const HandoverSheet &sheet, const SheetEnd &end)
{
    const QByteArray code =
        "watchroom:handover:" + base::toText(sheet.id).toLatin1() + "?sheet=" + sheet.sheetHash();
    return end.fingerprint.isEmpty() ? code : code + "&record=" + end.fingerprint;
}

} // namespace watchroom::handover
