// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace watchroom::knowledge {

/// A folder of Markdown files and their images, read so that nothing outside it is ever opened and
/// no link leads in circles. Blocks on the disk; any thread but the screen's.
class ImportFolder
{
public:
    /// NotFound `folder_unreadable {folder}` where there is none.
    [[nodiscard]] static base::Result<ImportFolder> open(const QString &path);

    /// Paths of the `*.md` files, relative, sorted; hidden ones left out. Invalid
    /// `folder_too_large {count}` beyond 50,000 entries.
    [[nodiscard]] base::Result<QStringList> articles() const;
    /// Names that are not UTF-8: they cannot be opened under any.
    [[nodiscard]] const QStringList &unreadable() const { return m_unreadable; }

    /// Where a target of the file `from` leads, relative to the folder; empty: out of it.
    [[nodiscard]] QString resolved(const QString &from, const QString &target) const;
    /// Invalid `file_too_large {file}` above `most` bytes, which are not read then; NotFound
    /// `file_missing {file}`; Denied `link_leaves_folder {file}`.
    [[nodiscard]] base::Result<QByteArray> read(const QString &relative, qint64 most) const;

private:
    explicit ImportFolder(const QString &canonical);

    QString m_root; ///< canonical
    mutable QStringList m_unreadable;
};

} // namespace watchroom::knowledge
