// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/attachment.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace watchroom::store {

/// The attachments of a workspace: files named by the SHA-256 of their bytes, beside the replica.
/// `HASH` is whole and was checked; `HASH.part` grows piece by piece; `HASH.out` says that the
/// server is not known to have it. Blocks on the disk; any thread that is not the screen's, two of
/// them at once for different files. Errors: Invalid with code `attachment_refused`, Corrupt with
/// code `blob_damaged`, Internal with code `disk_full`.
class BlobFolder
{
public:
    explicit BlobFolder(const QString &workspaceDir);

    /// What it would be kept as; the type is empty where it is none that can be shown. Pure.
    [[nodiscard]] static domain::Attachment describe(const QByteArray &bytes, const QString &name);
    /// Keeps the bytes, on the disk before it returns, and marks them as to be sent. The type is
    /// judged by the bytes, not by the name.
    [[nodiscard]] base::Result<domain::Attachment> add(
        const QByteArray &bytes, const QString &name) const;

    /// The same of an article's text: 1 byte to 2 MiB. Invalid: `article_too_large`.
    [[nodiscard]] base::Result<domain::Attachment> addText(const QByteArray &text) const;

    [[nodiscard]] bool has(const QString &hash) const;
    [[nodiscard]] QString path(const QString &hash) const;

    [[nodiscard]] QStringList outgoing() const; ///< hashes to be sent, oldest first
    [[nodiscard]] qint64 size(const QString &hash) const;
    [[nodiscard]] base::Result<QByteArray> piece(const QString &hash, int n) const;
    [[nodiscard]] base::Result<> sent(const QString &hash) const;
    /// The server may have lost what it had: everything here is to be sent, if it asks for it.
    [[nodiscard]] base::Result<> offerAll() const;

    /// The piece to fetch next.
    [[nodiscard]] int nextPiece(const QString &hash) const;
    /// Adds the piece after those that are here. True: the file is whole. One that has not its
    /// hash in the end is thrown away: Corrupt, code `blob_damaged`.
    [[nodiscard]] base::Result<bool> append(
        const domain::Attachment &attachment, const QByteArray &piece) const;

private:
    [[nodiscard]] base::Result<domain::Attachment> keep(
        const domain::Attachment &made, const QByteArray &bytes) const;

    QString m_dir;
};

} // namespace watchroom::store
