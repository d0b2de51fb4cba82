// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/handover/sheetparts.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QMap>

namespace watchroom::handover {

inline constexpr QLatin1StringView kSheetFormat{"watchroom-handover"};
inline constexpr int kSheetVersion = 1;
/// The most items, people or other parts of one kind that a sheet holds.
inline constexpr qsizetype kMostParts = 2'000;

/// What one shift hands to the next, as it is frozen when the outgoing lead signs. A value: any
/// thread.
struct HandoverSheet
{
    QUuid id;
    QString label = {};
    QString scope; ///< desk, or a position's code word
    qint64 attempt = 1;
    base::Instant plannedAt;
    base::Instant frozenAt;
    std::optional<base::Instant> asOf = {}; ///< the last contact; none: as the server had it
    QByteArray zone;
    SheetSide outgoing;
    SheetSide incoming;
    QMap<QString, QString> names = {}; ///< by login
    QList<SheetPosition> positions = {};
    QList<SheetItem> items = {};
    QList<SheetSystem> systems = {};
    QList<SheetSource> sources = {};
    QList<SheetSilence> silences = {};
    QList<SheetRun> runs = {};
    SheetChanges sinceLast = {};
    QList<SheetReadBack> readBack = {};
    QList<SheetWaiver> waivers = {};

    [[nodiscard]] QJsonObject toJson() const;
    /// Takes only what toJson() writes, to the letter: a member that nobody reads would be signed
    /// unread. TooNew `sheet_newer`; Corrupt `sheet_damaged {where}`.
    [[nodiscard]] static base::Result<HandoverSheet> fromJson(const QJsonObject &document);

    [[nodiscard]] QByteArray sheetText() const; ///< canonical JSON
    [[nodiscard]] QByteArray sheetHash() const; ///< what is signed: SHA-256 of sheetText(), hex
    /// The person's name, or the login where the sheet has none.
    [[nodiscard]] QString nameOf(const QString &login) const { return names.value(login, login); }
    /// Null where the sheet has no such item.
    [[nodiscard]] const SheetItem *find(const QString &table, const QUuid &item) const;
};

} // namespace watchroom::handover
