// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/contacts/contactbook.h"

#include "app/base/whendone.h"

#include <QCollator>

#include <algorithm>

namespace watchroom::contacts {

using namespace Qt::StringLiterals;
using base::Result;

namespace {

/// Han by their pinyin.
void sortByName(QList<Contact> &contacts)
{
    const QCollator collator{QLocale(QLocale::Chinese)};
    std::ranges::sort(contacts, [&collator](const Contact &a, const Contact &b) {
        const int order = collator.compare(a.name, b.name);
        return order != 0 ? order < 0 : a.id < b.id;
    });
}

Result<QList<Contact>> readContacts(store::Reader &reader)
{
    const auto rows = reader.rows(u"contact", u"NOT deleted");
    if (!rows)
        return tl::unexpected(rows.error());
    QList<Contact> contacts;
    for (const domain::Row &row : *rows)
        contacts.append(Contact::fromRow(row));
    sortByName(contacts);
    return contacts;
}

} // namespace

ContactBook::ContactBook(store::Store &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    connect(&m_store, &store::Store::rowsChanged, this, [this](const QString &table) {
        if (table == "contact"_L1)
            load();
    });
    load();
}

const Contact *ContactBook::find(const QUuid &contact) const
{
    const auto found = std::ranges::find(m_contacts, contact, &Contact::id);
    return found == m_contacts.cend() ? nullptr : &*found;
}

void ContactBook::load()
{
    m_stale = m_reading;
    if (m_reading)
        return;
    m_reading = true;
    base::whenDone(m_store.read<QList<Contact>>(readContacts), this,
        [this](const Result<QList<Contact>> &read) {
            m_reading = false;
            if (!read) {
                Q_EMIT failed(read.error());
                return;
            }
            m_contacts = *read;
            m_loaded = true;
            Q_EMIT changed();
            if (m_stale)
                load();
        });
}

} // namespace watchroom::contacts
