// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

/// How much travels at once; the server holds the same (0006_operation.sql, 0007_apply.sql).
namespace watchroom::domain::limits {

inline constexpr qsizetype kOperationBytes = 256 * 1024;
/// A group never crosses a call, so a call's limits are a group's.
inline constexpr int kCallOperations = 500;
inline constexpr qint64 kCallBytes = 2 * 1024 * 1024;
inline constexpr qsizetype kTextCharacters = 200'000;
/// Of an incident, a ticket or a pending item.
inline constexpr qsizetype kTitleCharacters = 200;
/// A next action, an "if ... then ..." line, an outcome, a link.
inline constexpr qsizetype kLineCharacters = 2'000;

/// An attachment travels in pieces; the server holds the same (0009_blobs.sql).
inline constexpr qint64 kBlobBytes = 20 * 1024 * 1024;
inline constexpr qint64 kBlobPiece = 256 * 1024;
inline constexpr int kEntryBlobs = 10;
inline constexpr int kBlobNameCharacters = 200;

/// The text of an article, which travels as a file; its steps are in the row.
inline constexpr qint64 kArticleBytes = 2 * 1024 * 1024;
inline constexpr int kArticleSteps = 99;
inline constexpr int kStepCharacters = 500;
inline constexpr int kArticleImages = 100;

} // namespace watchroom::domain::limits
