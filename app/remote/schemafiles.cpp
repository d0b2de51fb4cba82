// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/remote/schemafiles.h"

#include <QDir>
#include <QFile>

// Outside every namespace, as the macro asks: a static library's resources must be asked for.
static void loadSchemaResource()
{
    Q_INIT_RESOURCE(schema);
}

namespace watchroom::remote {

using namespace Qt::StringLiterals;

QList<SchemaFile> schemaFiles()
{
    loadSchemaResource();
    const QDir folder(u":/watchroom/schema"_s);
    QList<SchemaFile> files;
    const QStringList names = folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            files.append(
                {name.left(4).toInt(), name.chopped(4), QString::fromUtf8(file.readAll())});
    }
    return files;
}

} // namespace watchroom::remote
