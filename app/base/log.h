// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace watchroom::base {

// A category a folder. No secret and no free text of a record is ever logged.
Q_DECLARE_LOGGING_CATEGORY(lcBase)
Q_DECLARE_LOGGING_CATEGORY(lcStore)
Q_DECLARE_LOGGING_CATEGORY(lcRemote)
Q_DECLARE_LOGGING_CATEGORY(lcSync)
Q_DECLARE_LOGGING_CATEGORY(lcQuality)
Q_DECLARE_LOGGING_CATEGORY(lcIncidents)
Q_DECLARE_LOGGING_CATEGORY(lcHandover)
Q_DECLARE_LOGGING_CATEGORY(lcUi)

} // namespace watchroom::base
