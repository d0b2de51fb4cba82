// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/knowledge/run.h"

namespace watchroom::knowledge {

using namespace Qt::StringLiterals;
using domain::Row;

namespace {
constexpr auto kPending = "_pending"_L1;
}

Run Run::fromRow(const Row &row)
{
    return {.id = domain::uuid(row, "id"_L1),
        .article = domain::uuid(row, "article"_L1),
        .incident = domain::uuid(row, "incident"_L1),
        .version = int(domain::integer(row, "version"_L1)),
        .mode = domain::text(row, "mode"_L1),
        .owner = domain::text(row, "owner"_L1),
        .startedBy = domain::text(row, "started_by"_L1),
        .startedAt = domain::instant(row, "started_at"_L1),
        .pending = domain::boolean(row, kPending)};
}

RunEvent RunEvent::fromRow(const Row &row)
{
    return {.id = domain::uuid(row, "id"_L1),
        .run = domain::uuid(row, "run"_L1),
        .kind = domain::text(row, "kind"_L1),
        .step = domain::text(row, "step"_L1),
        .version = int(domain::integer(row, "version"_L1)),
        .against = int(domain::integer(row, "against"_L1)),
        .reason = domain::text(row, "reason"_L1),
        .text = domain::text(row, "text"_L1),
        .attachments = domain::attachments(row.value("blobs"_L1)),
        .happenedAt = domain::instant(row, "happened_at"_L1).value_or(base::Instant{}),
        .author = domain::text(row, "author"_L1),
        .pending = domain::boolean(row, kPending)};
}

} // namespace watchroom::knowledge
