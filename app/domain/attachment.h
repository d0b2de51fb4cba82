// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace watchroom::domain {

/// A file that an entry of the log names; its bytes travel beside the rows.
struct Attachment
{
    QString hash; ///< SHA-256 of the bytes, 64 lower-case hex digits
    QString name; ///< as it was called where it was attached
    qint64 size = 0; ///< bytes, at most limits::kBlobBytes
    QString type; ///< image/png, image/jpeg, application/pdf; of an article's text text/markdown

    friend bool operator==(const Attachment &, const Attachment &) = default;
};

/// What the guard asks of log_entry.blobs; the server holds the same (sync.blobs_ok).
[[nodiscard]] bool areAttachments(const QJsonValue &blobs);
/// The same of an article's images: PNG or JPEG, at most limits::kArticleImages.
[[nodiscard]] bool areImages(const QJsonValue &images);
/// Empty unless areAttachments().
[[nodiscard]] QList<Attachment> attachments(const QJsonValue &blobs);
/// The text of an article and its images, as a proposal or a version names them.
[[nodiscard]] QList<Attachment> articleFiles(const QJsonObject &proposalOrVersion);
[[nodiscard]] QJsonObject toJson(const Attachment &attachment);
[[nodiscard]] QJsonArray toJson(const QList<Attachment> &attachments);
[[nodiscard]] bool isHash(const QString &text);

} // namespace watchroom::domain
