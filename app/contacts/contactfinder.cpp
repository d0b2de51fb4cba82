// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/contacts/contactfinder.h"

#include "app/store/searchtext.h"

#include <algorithm>

namespace watchroom::contacts {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kInitials = 12;

QString textOf(const Contact &contact)
{
    QStringList texts{contact.name, contact.org, contact.duty, contact.person, contact.note};
    texts += contact.tags;
    for (const ContactWay &way : contact.ways)
        texts << way.value << way.note;
    return store::normalText(texts.join(u'\x1f'));
}

} // namespace

void ContactFinder::setContacts(const QList<Contact> &contacts)
{
    m_all.clear();
    for (const Contact &contact : contacts)
        m_all.append({contact, textOf(contact),
            m_initials.beginnings(contact.name, kInitials)
                + m_initials.beginnings(contact.org, kInitials)});
}

QList<Contact> ContactFinder::find(QStringView query) const
{
    const QStringList words = store::searchWords(query);
    QList<Contact> found;
    for (const Searched &one : m_all) {
        const auto has = [&one](const QString &word) {
            return store::indexOfWord(one.text, word) >= 0
                || std::ranges::any_of(one.initials,
                    [&word](const QString &initials) { return initials.startsWith(word); });
        };
        if (std::ranges::all_of(words, has))
            found.append(one.contact);
    }
    return found;
}

} // namespace watchroom::contacts
