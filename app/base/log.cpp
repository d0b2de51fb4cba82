// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/log.h"

namespace watchroom::base {

Q_LOGGING_CATEGORY(lcBase, "watchroom.base", QtInfoMsg)
Q_LOGGING_CATEGORY(lcStore, "watchroom.store", QtInfoMsg)
Q_LOGGING_CATEGORY(lcRemote, "watchroom.remote", QtInfoMsg)
Q_LOGGING_CATEGORY(lcSync, "watchroom.sync", QtInfoMsg)
Q_LOGGING_CATEGORY(lcQuality, "watchroom.quality", QtInfoMsg)
Q_LOGGING_CATEGORY(lcIncidents, "watchroom.incidents", QtInfoMsg)
Q_LOGGING_CATEGORY(lcHandover, "watchroom.handover", QtInfoMsg)
Q_LOGGING_CATEGORY(lcUi, "watchroom.ui", QtInfoMsg)

} // namespace watchroom::base
