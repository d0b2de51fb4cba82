// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/contacts/contactfile.h"

namespace watchroom::contacts {

/// The rows under the head, which is the first row that is not blank. Pure; any thread.
[[nodiscard]] base::Result<QList<FileContact>> readTable(QStringView text);

} // namespace watchroom::contacts
