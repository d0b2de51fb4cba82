// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/store/reader.h"

#include <QUuid>

namespace watchroom::handover {

/// A procedure that is being followed, as the replica has it. A value.
struct OpenRun
{
    QUuid id;
    QString owner;
    QString title; ///< of the version that is followed
    qint64 version = 1;
    qint64 step = 1; ///< the first that nobody has marked, from 1; the last one where all are
    qint64 steps = 1;
    QString stepText;
    QString level = {}; ///< of the incident it is of; empty: of none, like the next three
    QString group = {};
    QString label = {};
    std::optional<qint64> number = {};
};

/// The first that was begun first; on the reader's thread. Errors of the reader.
[[nodiscard]] base::Result<QList<OpenRun>> readOpenRuns(store::Reader &reader);

} // namespace watchroom::handover
