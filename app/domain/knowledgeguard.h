// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/guard.h"

#include <QJsonArray>

// What the guards of the knowledge base share; ARCHITECTURE.md, "article, procedure_run".
namespace watchroom::domain {

inline constexpr qsizetype kNameCharacters = 200;
inline constexpr qsizetype kWordCharacters = 64;
inline constexpr qsizetype kMostTags = 20;
inline constexpr qsizetype kMostTargets = 50;

[[nodiscard]] Refusal wrongColumn(const QString &where); ///< doc_invalid {where}
/// An absent text is short enough.
[[nodiscard]] bool isAtMost(const QString &text, qsizetype characters);
/// Null, or at most `most` texts of 1 to 64 characters that are not blank.
[[nodiscard]] bool isWordList(const QJsonValue &value, qsizetype most);
/// The person at the column is absent or active.
[[nodiscard]] bool isNobodyOrActive(const Change &change, QLatin1StringView column);

/// As a version keeps them: `[{id, text, hash, critical, expect_s}]`; the last two may be missing.
[[nodiscard]] bool areSteps(const QJsonValue &steps);
/// Refuses a `proposal` that is none, has no steps although it is a procedure's, or changes
/// another version than the one that is published.
[[nodiscard]] Verdict checkProposal(const Change &change);

/// An entry of the day about the article.
void writeArticle(Change &change, const QString &code, QJsonObject params = {});
/// Owner, deputy (as they were) or senior; what nobody owns is everybody's.
[[nodiscard]] bool maintainsArticle(const Change &change);
[[nodiscard]] Verdict checkMaintains(const Change &change); ///< not_owner
[[nodiscard]] qint64 articleVersion(const Change &change); ///< before the change; 0: none yet
[[nodiscard]] Verdict judgeProposal(Change &change);
[[nodiscard]] Verdict judgePublication(Change &change);
[[nodiscard]] Verdict judgeReview(Change &change);

[[nodiscard]] std::optional<Row> versionOf(
    const Change &change, const QUuid &article, qint64 version);
/// What an entry about a run says of it, at this version of its article.
[[nodiscard]] QJsonObject runParams(const Change &change, const Row &run, const Row &version);

} // namespace watchroom::domain
