// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/contacts/contact.h"
#include "app/store/pinyininitials.h"

#include <QHash>

namespace watchroom::contacts {

/// Whether a contact has the words somebody types, by the one rule texts are searched by: each in
/// any of its texts, or as initials of its name or organisation. UI thread.
class ContactFinder
{
public:
    void setContacts(const QList<Contact> &contacts);
    /// A query without a word has everybody.
    [[nodiscard]] QList<Contact> find(QStringView query) const;

private:
    struct Searched
    {
        Contact contact;
        QString text; ///< normal
        QStringList initials;
    };
    store::PinyinInitials m_initials;
    QList<Searched> m_all;
};

} // namespace watchroom::contacts
