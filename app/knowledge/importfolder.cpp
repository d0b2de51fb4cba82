// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/knowledge/importfolder.h"

#include "app/base/decodedtext.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QUrl>

#include <filesystem>

namespace watchroom::knowledge {

using namespace Qt::StringLiterals;
using base::Error;
namespace fs = std::filesystem;

namespace {

constexpr int kMostEntries = 50'000;

bool isHidden(const QString &relative)
{
    return relative.startsWith(u'.') || relative.contains("/."_L1);
}

/// QDirIterator passes over them without a word. Of resources there are none.
QStringList namesNotUtf8(const QString &folder)
{
    QStringList names;
    const fs::path root(QFile::encodeName(folder).toStdString());
    std::error_code failed;
    fs::recursive_directory_iterator entry(
        root, fs::directory_options::skip_permission_denied, failed);
    for (; !failed && entry != fs::recursive_directory_iterator(); entry.increment(failed)) {
        const QByteArray name =
            QByteArray::fromStdString(entry->path().lexically_relative(root).string());
        const QString relative = QString::fromUtf8(name);
        std::error_code unknown;
        if (!name.isValidUtf8() && !isHidden(relative)
            && relative.endsWith(".md"_L1, Qt::CaseInsensitive) && !entry->is_directory(unknown))
            names.append(base::decodedText(name).text);
        if (names.size() == kMostEntries)
            break;
    }
    return names;
}

} // namespace

ImportFolder::ImportFolder(const QString &canonical)
    : m_root(canonical)
{
}

base::Result<ImportFolder> ImportFolder::open(const QString &path)
{
    const QFileInfo info(path);
    if (!info.isDir() || !info.isReadable())
        return base::failure(Error::Kind::NotFound, u"not a folder"_s, u"folder_unreadable"_s,
            {{u"folder"_s, QDir::toNativeSeparators(path)}});
    return ImportFolder(info.canonicalFilePath());
}

base::Result<QStringList> ImportFolder::articles() const
{
    QStringList found;
    int seen = 0;
    // Links to folders are not followed, so that none can lead in circles.
    QDirIterator entries(m_root, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QString relative = QDir(m_root).relativeFilePath(entries.next());
        if (++seen > kMostEntries)
            return base::failure(Error::Kind::Invalid, u"too many files"_s, u"folder_too_large"_s,
                {{u"count"_s, kMostEntries}});
        if (!isHidden(relative) && relative.endsWith(".md"_L1, Qt::CaseInsensitive))
            found.append(relative);
    }
    found.sort();
    m_unreadable = namesNotUtf8(m_root);
    return found;
}

QString ImportFolder::resolved(const QString &from, const QString &target) const
{
    const QString path = QUrl::fromPercentEncoding(target.toUtf8());
    if (path.isEmpty() || QDir::isAbsolutePath(path))
        return {};
    const QString clean = QDir::cleanPath(QFileInfo(from).path() + u'/' + path);
    return clean == ".."_L1 || clean.startsWith("../"_L1) ? QString() : clean;
}

base::Result<QByteArray> ImportFolder::read(const QString &relative, qint64 most) const
{
    const QJsonObject which{{u"file"_s, relative}};
    const QString real = QFileInfo(m_root + u'/' + relative).canonicalFilePath();
    if (real.isEmpty())
        return base::failure(Error::Kind::NotFound, u"import: no file"_s, u"file_missing"_s, which);
    if (!real.startsWith(m_root + u'/'))
        return base::failure(
            Error::Kind::Denied, u"import: link"_s, u"link_leaves_folder"_s, which);
    QFile file(real);
    if (QFileInfo(real).size() > most)
        return base::failure(Error::Kind::Invalid, u"import: size"_s, u"file_too_large"_s, which);
    if (!QFileInfo(real).isFile() || !file.open(QIODevice::ReadOnly))
        return base::failure(Error::Kind::NotFound, file.errorString(), u"file_missing"_s, which);
    QByteArray bytes = file.read(most + 1);
    if (bytes.size() > most)
        return base::failure(Error::Kind::Invalid, u"import: size"_s, u"file_too_large"_s, which);
    return bytes;
}

} // namespace watchroom::knowledge
