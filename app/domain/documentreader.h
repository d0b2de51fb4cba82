// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace watchroom::domain {

/// Reads the members of a policy's or a rule's document and notes the path of the first that is
/// missing or wrong ("levels.red.limits.review"); what it hands back then is of no use.
class DocumentReader
{
public:
    /// `wrong` outlives the reader and those made from it.
    DocumentReader(const QJsonObject &json, const QString &path, QString &wrong);

    [[nodiscard]] DocumentReader object(QLatin1StringView name);
    /// Given and null; a missing member is not null but wrong.
    [[nodiscard]] bool isNull(QLatin1StringView name) const { return m_json.value(name).isNull(); }
    [[nodiscard]] bool has(QLatin1StringView name) const { return m_json.contains(name); }
    [[nodiscard]] QString text(QLatin1StringView name); ///< not blank
    [[nodiscard]] QStringList texts(QLatin1StringView name);
    [[nodiscard]] qint64 integer(QLatin1StringView name, qint64 min, qint64 max);
    [[nodiscard]] double number(QLatin1StringView name);

    void fail(QLatin1StringView name = {});

    /// The failure every document's parser answers with: `doc_invalid {where}`.
    [[nodiscard]] static tl::unexpected<base::Error> invalid(const QString &where);

private:
    QJsonObject m_json;
    QString m_path;
    QString &m_wrong;
};

} // namespace watchroom::domain
