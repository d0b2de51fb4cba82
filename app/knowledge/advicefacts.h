// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/knowledge/advised.h"
#include "app/store/reader.h"

namespace watchroom::knowledge {

/// Reader's thread.
[[nodiscard]] base::Result<AdviceFacts> readAdviceFacts(
    store::Reader &reader, const QUuid &incident, const QString &person);

/// Compares the steps of those that were followed by an older version, as far as both are here;
/// the texts need not be.
[[nodiscard]] base::Result<QList<Advised>> withSteps(store::Reader &reader, QList<Advised> all);

} // namespace watchroom::knowledge
