// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/contacts/contactfile.h"

namespace watchroom::contacts {

/// vCards one after the other (RFC 2426, RFC 6350). Pure; any thread.
[[nodiscard]] base::Result<QList<FileContact>> readCards(QStringView text);

} // namespace watchroom::contacts
