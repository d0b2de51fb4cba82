// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/contacts/calls.h"
#include "app/contacts/contactfile.h"

#include <functional>

namespace watchroom::ui {

// What is said of contacts, in the language that is on.

[[nodiscard]] QString wayKind(QStringView code); ///< 电话 / Phone
[[nodiscard]] QString contactKind(QStringView code); ///< 外部单位 / Outside party
[[nodiscard]] QString callResult(contacts::CallResult result); ///< 已接通 / Reached
/// "34 天前接通 · 专线号" / "Reached 34 d ago · …", or that nobody ever did.
[[nodiscard]] QString verification(const contacts::Contact &contact, base::Instant now);
/// "已接通 · 李泽 14:32" / "Reached · Li Ze 14:32".
[[nodiscard]] QString said(
    const contacts::Call &call, const std::function<QString(const QString &login)> &naming);

/// Why a contact of a file was not taken, and what to do.
[[nodiscard]] QString refusalSentence(const contacts::Refusal &refusal);

} // namespace watchroom::ui
