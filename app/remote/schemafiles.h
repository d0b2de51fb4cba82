// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace watchroom::remote {

/// One numbered SQL file of app/remote/schema.
struct SchemaFile
{
    int version = 0;
    QString name; ///< "0001_tables"
    QString sql;
};

/// Every file this program brings, in the order of their numbers.
[[nodiscard]] QList<SchemaFile> schemaFiles();

} // namespace watchroom::remote
