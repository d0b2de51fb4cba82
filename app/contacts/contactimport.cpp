// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/contacts/contactimport.h"

#include "app/domain/knowledgeguard.h"
#include "app/domain/limits.h"
#include "app/domain/values.h"

#include <algorithm>
#include <array>

namespace watchroom::contacts {

using namespace Qt::StringLiterals;
using domain::isAtMost;

namespace {

/// As it is compared and kept: without blanks around.
Contact tidy(Contact contact)
{
    for (QString *text :
        {&contact.name, &contact.org, &contact.duty, &contact.person, &contact.note})
        *text = text->trimmed();
    for (ContactWay &way : contact.ways)
        way = {way.kind, way.value.trimmed(), way.note.trimmed()};
    for (QStringList *list : {&contact.targets, &contact.tags}) {
        for (QString &word : *list)
            word = word.trimmed();
    }
    return contact;
}

QList<ContactWay> mergedWays(const QList<ContactWay> &known, const FileContact &read)
{
    QList<ContactWay> ways = read.contact.ways;
    for (ContactWay &way : ways) {
        const auto same = std::ranges::find_if(known, [&way](const ContactWay &one) {
            return one.kind == way.kind && one.value == way.value;
        });
        if (!read.hasNotes && same != known.cend())
            way.note = same->note;
    }
    for (const ContactWay &way : known) {
        if (!read.wayKinds.contains(way.kind))
            ways.append(way);
    }
    return ways;
}

Contact merged(const Contact &known, const FileContact &read)
{
    Contact contact = known;
    const auto take = [&read, &contact](const QString &column, auto Contact::*field) {
        if (read.given.contains(column))
            contact.*field = read.contact.*field;
    };
    take(u"kind"_s, &Contact::kind);
    take(u"name"_s, &Contact::name);
    take(u"org"_s, &Contact::org);
    take(u"duty"_s, &Contact::duty);
    take(u"person"_s, &Contact::person);
    take(u"targets"_s, &Contact::targets);
    take(u"tags"_s, &Contact::tags);
    take(u"note"_s, &Contact::note);
    if (contact.kind.isEmpty())
        contact.kind = known.kind.isEmpty() ? u"person"_s : known.kind;
    contact.ways = mergedWays(known.ways, read);
    return contact;
}

bool isLong(const Contact &contact)
{
    const auto isName = [](const QString &text) { return isAtMost(text, domain::kNameCharacters); };
    const std::array names{contact.name, contact.org, contact.duty};
    return !std::ranges::all_of(names, isName)
        || !isAtMost(contact.note, domain::limits::kLineCharacters)
        || !std::ranges::all_of(contact.ways,
            [&](const ContactWay &way) { return isName(way.value) && isName(way.note); });
}

/// The words of `list` as the rules have them, each of at most `most`.
bool areFew(const QStringList &list, qsizetype most)
{
    return domain::isWordList(QJsonArray::fromStringList(list), most);
}

class Planner
{
public:
    explicit Planner(const ImportNeeds &needs)
        : m_needs(needs)
    {
    }

    void take(FileContact read)
    {
        read.contact = tidy(read.contact);
        if (const Refusal refusal = judge(read); !refusal.code.isEmpty()) {
            m_import.refused.append({read.line, read.contact.name, refusal});
            return;
        }
        m_lines.insert(keyOf(read.contact), read.line);
        const Contact *known = find(read.contact);
        const Contact before = known ? tidy(*known) : Contact();
        Contact after = merged(before, read);
        if (!known)
            m_import.added.append(after);
        else if (after == before)
            ++m_import.unchanged;
        else
            m_import.changed.append({*known, after});
        if (known)
            m_met.insert(known->id, read.line);
    }

    [[nodiscard]] ContactImport import() const { return m_import; }

private:
    static QString keyOf(const Contact &contact) { return contact.name + u'\n' + contact.org; }

    [[nodiscard]] QList<const Contact *> namesakes(const Contact &contact) const
    {
        QList<const Contact *> found;
        for (const Contact &one : m_needs.contacts) {
            if (keyOf(tidy(one)) == keyOf(contact))
                found.append(&one);
        }
        return found;
    }

    [[nodiscard]] const Contact *find(const Contact &contact) const
    {
        const auto known = std::ranges::find(m_needs.contacts, contact.id, &Contact::id);
        if (!contact.id.isNull() && known != m_needs.contacts.cend())
            return &*known;
        const auto named = namesakes(contact);
        return named.isEmpty() ? nullptr : named.first();
    }

    /// Finds the places' keys too.
    Refusal judge(FileContact &read) const
    {
        if (!read.refusal.code.isEmpty())
            return read.refusal;
        const Contact &contact = read.contact;
        if (contact.name.isEmpty())
            return {u"name_missing"_s};
        const Contact *known = find(contact);
        const bool byId = known && known->id == contact.id;
        if (known && !byId && namesakes(contact).size() > 1)
            return {u"ambiguous"_s};
        if (const qsizetype line = known ? m_met.value(known->id) : m_lines.value(keyOf(contact)))
            return {u"twice"_s, QString::number(line)};
        if (isLong(contact))
            return {u"text_too_long"_s};
        if (mergedWays(known ? known->ways : QList<ContactWay>(), read).size() > kMostWays)
            return {u"too_many_ways"_s};
        if (!contact.person.isEmpty() && (!known || known->person != contact.person)
            && !m_needs.people.contains(contact.person))
            return {u"person_unknown"_s, contact.person};
        return judgePlaces(read, known ? known->targets : QStringList());
    }

    Refusal judgePlaces(FileContact &read, const QStringList &known) const
    {
        QStringList keys;
        for (const QString &place : std::as_const(read.contact.targets)) {
            const QString key = known.contains(place) ? place : m_needs.places.value(place);
            if (key.isEmpty())
                return {u"place_unknown"_s, place};
            keys.append(key);
        }
        read.contact.targets = keys;
        const bool few =
            areFew(keys, domain::kMostTargets) && areFew(read.contact.tags, domain::kMostTags);
        return few ? Refusal() : Refusal{u"too_many_words"_s};
    }

    const ImportNeeds &m_needs;
    ContactImport m_import;
    QHash<QString, qsizetype> m_lines; ///< by name and organisation, of those taken
    QHash<QUuid, qsizetype> m_met; ///< of the contacts found
};

} // namespace

ContactImport planImport(const QList<FileContact> &file, const ImportNeeds &needs)
{
    Planner planner(needs);
    for (const FileContact &read : file)
        planner.take(read);
    return planner.import();
}

} // namespace watchroom::contacts
