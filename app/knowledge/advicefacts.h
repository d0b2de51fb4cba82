// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/knowledge/advised.h"
#include "app/store/reader.h"

namespace watchroom::knowledge {

/// Reader's thread.
[[nodiscard]] base::Result<AdviceFacts> readAdviceFacts(
    store::Reader &reader, const QUuid &incident, const QString &person);

/// The newest version of each article that this person followed.
[[nodiscard]] base::Result<QHash<QUuid, int>> lastFollowed(
    store::Reader &reader, const QString &person);
/// Nothing: it is not known here.
[[nodiscard]] base::Result<std::optional<ArticleVersion>> readVersion(
    store::Reader &reader, const QUuid &article, int version);

/// Compares the steps of those that were followed by an older version, as far as both are here;
/// the texts need not be.
[[nodiscard]] base::Result<QList<Advised>> withSteps(store::Reader &reader, QList<Advised> all);

} // namespace watchroom::knowledge
