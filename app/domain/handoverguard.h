// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/guard.h"

#include <QJsonArray>
#include <QStringList>

#include <array>

// What the guards of a handover, its items and its signatures share; ARCHITECTURE.md, "handover".
namespace watchroom::domain {

inline constexpr auto kDesk = QLatin1StringView("desk"); ///< the scope of the whole desk

/// A key system was looked at so long before the sheet is frozen, at most.
inline constexpr std::chrono::minutes kSystemFresh{15};
/// So many items, or all, are read back.
inline constexpr qsizetype kReadBackItems = 5;

inline constexpr std::array kLiveStates{
    QLatin1StringView("draft"), QLatin1StringView("out_signed")};
[[nodiscard]] bool isLiveState(QStringView state);
[[nodiscard]] bool isPassedState(QStringView state); ///< accepted or forced: the watch was passed
[[nodiscard]] bool isLive(const Row &handover);
/// A red incident that nobody has heard of yet: it is still in Detection.
[[nodiscard]] bool isUnheardRed(QStringView table, QStringView level, QStringView stage);
[[nodiscard]] QStringList logins(const QJsonValue &people);
/// Somebody of either side of this handover, or senior.
[[nodiscard]] bool isParty(const Change &change, const Row &handover);

/// What an accepted handover moves, and what was not as the sheet says.
struct Moves
{
    QList<Consequence> rows;
    QList<EntryDraft> entries;
    QJsonArray changes; ///< [{table, id, label, title, from, to, why}], for the new lead
};

/// `sheet` is what both signed; work goes from who leaves to each item's receiver, or to the lead.
[[nodiscard]] Moves movesOf(const Change &change, const QJsonObject &sheet);

/// The frozen sheet that a signature of this meaning and hash carries, or the first with that hash.
[[nodiscard]] std::optional<QJsonObject> signedSheet(
    const Change &change, const QUuid &handover, const QString &hash);
[[nodiscard]] bool isSigned(const Change &change, const QUuid &handover, const QString &meaning,
    const QString &person, const QString &hash);

} // namespace watchroom::domain
