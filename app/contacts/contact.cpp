// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/contacts/contact.h"

#include "app/domain/values.h"

#include <QJsonArray>

namespace watchroom::contacts {

using namespace Qt::StringLiterals;
using domain::orNull;
using domain::Row;

namespace {

constexpr auto kPending = "_pending"_L1;
constexpr std::chrono::hours kVerified{24 * 30};

QStringList words(const QJsonValue &value)
{
    QStringList all;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &word : array)
        all.append(word.toString());
    return all;
}

QList<ContactWay> ways(const QJsonValue &value)
{
    QList<ContactWay> all;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &item : array) {
        const QJsonObject way = item.toObject();
        all.append({domain::text(way, "kind"_L1), domain::text(way, "value"_L1),
            domain::text(way, "note"_L1)});
    }
    return all;
}

QJsonValue listOrNull(const QStringList &list)
{
    return list.isEmpty() ? QJsonValue() : QJsonValue(QJsonArray::fromStringList(list));
}

} // namespace

Contact Contact::fromRow(const Row &row)
{
    return {.id = domain::uuid(row, "id"_L1),
        .kind = domain::text(row, "kind"_L1),
        .name = domain::text(row, "name"_L1),
        .org = domain::text(row, "org"_L1),
        .duty = domain::text(row, "duty"_L1),
        .person = domain::text(row, "person"_L1),
        .ways = contacts::ways(row.value("ways"_L1)),
        .targets = words(row.value("targets"_L1)),
        .tags = words(row.value("tags"_L1)),
        .note = domain::text(row, "note"_L1),
        .verifiedWay = domain::text(row, "verified_way"_L1),
        .verifiedBy = domain::text(row, "verified_by"_L1),
        .verifiedAt = domain::instant(row, "verified_at"_L1),
        .pending = domain::boolean(row, kPending)};
}

Row Contact::toRow() const
{
    QJsonArray all;
    for (const ContactWay &way : ways) {
        QJsonObject one{{u"kind"_s, way.kind}, {u"value"_s, way.value}};
        if (!way.note.isEmpty())
            one.insert(u"note"_s, way.note);
        all.append(one);
    }
    return {{u"kind"_s, kind}, {u"name"_s, name}, {u"org"_s, orNull(org)},
        {u"duty"_s, orNull(duty)}, {u"person"_s, orNull(person)},
        {u"ways"_s, all.isEmpty() ? QJsonValue() : QJsonValue(all)},
        {u"targets"_s, listOrNull(targets)}, {u"tags"_s, listOrNull(tags)},
        {u"note"_s, orNull(note)}};
}

bool Contact::isVerificationDue(base::Instant now) const
{
    return !verifiedAt || now - *verifiedAt >= kVerified;
}

} // namespace watchroom::contacts
