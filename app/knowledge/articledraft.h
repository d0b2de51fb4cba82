// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/articles/articlemeta.h"
#include "app/base/instant.h"
#include "app/domain/attachment.h"

#include <QJsonObject>
#include <QUuid>

#include <optional>

namespace watchroom::knowledge {

/// Why what was handed on was not taken: a code of words::codeSentence.
struct DraftRefusal
{
    QString code;
    QJsonObject params;
    friend bool operator==(const DraftRefusal &, const DraftRefusal &) = default;
};

/// What somebody is writing and nobody else has seen. A value.
struct ArticleDraft
{
    QUuid id = {}; ///< of the draft
    QString login = {}; ///< whose it is
    QUuid article = {}; ///< null: a new one
    articles::ArticleMeta meta = {};
    QString markdown = {};
    int base = 0; ///< the version it changes; 0: none
    QString reason = {}; ///< what was changed, in one line
    QList<domain::Attachment> images = {}; ///< those it may show; kept by store::BlobFolder
    base::Instant changedAt = {};
    QList<QUuid> sent = {}; ///< operations by which it was handed on, until they are settled
    std::optional<DraftRefusal> refusal = {}; ///< of the last time it was handed on

    friend bool operator==(const ArticleDraft &, const ArticleDraft &) = default;
};

/// As its file has it.
[[nodiscard]] QJsonObject toJson(const ArticleDraft &draft);
[[nodiscard]] std::optional<ArticleDraft> draftFromJson(const QJsonObject &json);

} // namespace watchroom::knowledge
