// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/workspaceconfig.h"

#include "app/base/wholefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>
#include <QStorageInfo>

namespace watchroom::programs {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

constexpr qint64 kLeastRoom = 64 * 1024;

QString configPath(const QString &workspaceDir)
{
    return QDir(workspaceDir).filePath(u"workspace.json"_s);
}

} // namespace

base::Result<WorkspaceConfig> WorkspaceConfig::load(const QString &workspaceDir)
{
    QFile file(configPath(workspaceDir));
    if (!file.exists())
        return base::failure(Error::Kind::NotFound, u"no workspace.json"_s, u"workspace_missing"_s,
            {{u"folder"_s, workspaceDir}});
    constexpr qint64 kMost = 1 << 20;
    if (!file.open(QIODevice::ReadOnly) || file.size() > kMost)
        return base::failure(Error::Kind::Corrupt, file.errorString(), u"workspace_unreadable"_s,
            {{u"folder"_s, workspaceDir}});
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    if (!document.isObject())
        return base::failure(Error::Kind::Corrupt, u"workspace.json is no JSON object"_s,
            u"workspace_unreadable"_s, {{u"folder"_s, workspaceDir}});
    const QJsonObject object = document.object();
    return WorkspaceConfig{.server = object.value("server"_L1).toString(),
        .source = object.value("source"_L1).toString(),
        .mapping = object.value("mapping"_L1).toString(),
        .sourceUser = object.value("source_user"_L1).toString(),
        .sourceTeamSecret = object.value("source_team_secret"_L1).toString(),
        .sourceAuthority = object.value("source_authority"_L1).toString(),
        .stationSecret = object.value("station_secret"_L1).toBool(),
        .sourceSecret = object.value("source_secret"_L1).toBool(),
        .demo = object.value("demo"_L1).toBool()};
}

base::Result<> WorkspaceConfig::save(const QString &workspaceDir) const
{
    const auto failed = [&](const QString &why) {
        const QStorageInfo disk(
            QFileInfo::exists(workspaceDir) ? workspaceDir : QFileInfo(workspaceDir).path());
        if (disk.isValid() && disk.bytesAvailable() < kLeastRoom)
            return base::failure(Error::Kind::Internal, why, u"disk_full"_s);
        return base::failure(
            Error::Kind::Internal, why, u"workspace_not_writable"_s, {{u"folder"_s, workspaceDir}});
    };
    if (!QDir().mkpath(workspaceDir))
        return failed(u"cannot make the folder"_s);
    QFile::setPermissions(workspaceDir, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QSaveFile file(configPath(workspaceDir));
    const QJsonObject object{{u"server"_s, server}, {u"source"_s, source}, {u"mapping"_s, mapping},
        {u"source_user"_s, sourceUser}, {u"source_team_secret"_s, sourceTeamSecret},
        {u"source_authority"_s, sourceAuthority}, {u"station_secret"_s, stationSecret},
        {u"source_secret"_s, sourceSecret}, {u"demo"_s, demo}};
    if (!file.open(QIODevice::WriteOnly))
        return failed(file.errorString());
    file.write(QJsonDocument(object).toJson());
    if (!base::commitWhole(file)) // what did not fit shows here
        return failed(file.errorString());
    return {};
}

QString defaultWorkspaceDir(const QString &name)
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation))
        .filePath(u"watchroom/"_s + name);
}

} // namespace watchroom::programs
