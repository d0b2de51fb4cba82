// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/attachment.h"

#include "app/domain/limits.h"
#include "app/domain/values.h"

#include <algorithm>
#include <array>

namespace watchroom::domain {

using namespace Qt::StringLiterals;

namespace {

// What can be shown in place.
constexpr std::array kTypes{"image/png"_L1, "image/jpeg"_L1, "application/pdf"_L1};

bool isAttachment(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    const QString name = object["name"_L1].toString();
    const double size = object["size"_L1].toDouble(-1);
    return object.size() == 4 && isHash(object["hash"_L1].toString()) && !name.isEmpty()
        && characterCount(name) <= limits::kBlobNameCharacters && size >= 1
        && size <= limits::kBlobBytes && size == static_cast<double>(static_cast<qint64>(size))
        && std::ranges::find(kTypes, object["type"_L1].toString()) != kTypes.end();
}

QList<Attachment> listOf(const QJsonArray &values)
{
    QList<Attachment> all;
    for (const QJsonValue &value : values) {
        const QJsonObject object = value.toObject();
        all.append({.hash = object["hash"_L1].toString(),
            .name = object["name"_L1].toString(),
            .size = object["size"_L1].toInteger(),
            .type = object["type"_L1].toString()});
    }
    return all;
}

} // namespace

bool isHash(const QString &text)
{
    return text.size() == 64 && std::ranges::all_of(text, [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
    });
}

bool areAttachments(const QJsonValue &blobs)
{
    return blobs.isArray() && blobs.toArray().size() <= limits::kEntryBlobs
        && std::ranges::all_of(blobs.toArray(), isAttachment);
}

bool areImages(const QJsonValue &images)
{
    const QJsonArray all = images.toArray();
    return images.isArray() && all.size() <= limits::kArticleImages
        && std::ranges::all_of(all, [](const QJsonValue &image) {
               return isAttachment(image)
                   && image.toObject()["type"_L1].toString() != kTypes.back();
           });
}

QList<Attachment> attachments(const QJsonValue &blobs)
{
    return areAttachments(blobs) ? listOf(blobs.toArray()) : QList<Attachment>();
}

QList<Attachment> articleFiles(const QJsonObject &proposalOrVersion)
{
    const QString hash = proposalOrVersion["hash"_L1].toString();
    const qint64 size = proposalOrVersion["size"_L1].toInteger();
    const QJsonValue images = proposalOrVersion["images"_L1];
    QList<Attachment> all;
    if (areImages(images))
        all = listOf(images.toArray());
    if (isHash(hash) && size >= 1 && size <= limits::kArticleBytes)
        all.append(
            {.hash = hash, .name = u"article.md"_s, .size = size, .type = u"text/markdown"_s});
    return all;
}

QJsonObject toJson(const Attachment &attachment)
{
    return {{u"hash"_s, attachment.hash}, {u"name"_s, attachment.name},
        {u"size"_s, attachment.size}, {u"type"_s, attachment.type}};
}

QJsonArray toJson(const QList<Attachment> &attachments)
{
    QJsonArray all;
    for (const Attachment &attachment : attachments)
        all.append(toJson(attachment));
    return all;
}

} // namespace watchroom::domain
