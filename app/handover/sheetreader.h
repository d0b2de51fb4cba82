// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/instant.h"
#include "app/domain/limits.h"

#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QStringList>
#include <QUuid>

#include <initializer_list>
#include <optional>

namespace watchroom::handover {

/// Reads the members of a sheet's document and notes the path of the first that is missing or
/// wrong ("items.3.due_at"); what it hands back then is of no use.
class SheetReader
{
public:
    /// `wrong` outlives the reader and those made from it.
    SheetReader(const QJsonObject &json, const QString &path, QString &wrong);

    [[nodiscard]] SheetReader object(QLatin1StringView name);
    [[nodiscard]] QList<SheetReader> objects(QLatin1StringView name); ///< at most kMostParts

    /// Not blank; at most so many characters, as the database counts them.
    [[nodiscard]] QString text(
        QLatin1StringView name, qsizetype most = domain::limits::kLineCharacters);
    [[nodiscard]] QString textOrNull(QLatin1StringView name);
    [[nodiscard]] QStringList texts(QLatin1StringView name);
    /// Of an object whose members' names are data.
    [[nodiscard]] QMap<QString, QString> textsByName(QLatin1StringView name);
    [[nodiscard]] QString oneOf(
        QLatin1StringView name, std::initializer_list<QLatin1StringView> words);
    [[nodiscard]] QUuid id(QLatin1StringView name);
    [[nodiscard]] base::Instant instant(QLatin1StringView name);
    [[nodiscard]] std::optional<base::Instant> instantOrNull(QLatin1StringView name);
    [[nodiscard]] qint64 integer(QLatin1StringView name, qint64 least);
    [[nodiscard]] bool boolean(QLatin1StringView name);
    /// Whole numbers from 0, exactly so many.
    [[nodiscard]] QList<qint64> counts(QLatin1StringView name, qsizetype size);
    /// Given and null; a missing member is not null but wrong.
    [[nodiscard]] bool isNull(QLatin1StringView name) const { return m_json.value(name).isNull(); }

    void fail(const QString &name);

private:
    [[nodiscard]] QString pathOf(const QString &name) const;

    QJsonObject m_json;
    QString m_path;
    QString *m_wrong; ///< so that readers fit into a list
};

} // namespace watchroom::handover
