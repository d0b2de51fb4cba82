// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/contacts/contactimport.h"
#include "tests/fuzz/readers/reader.h"

namespace watchroom::fuzz {

using namespace Qt::StringLiterals;
using namespace contacts;

namespace {

/// Tables and vCards of contacts; what was taken is written and read again.
class ContactsInput final : public Reader
{
public:
    void read(const QByteArray &input) override
    {
        const auto file = readContactFile(input);
        if (!file)
            return;
        must(file->contacts.size() <= kMostFileContacts, "contacts are bounded");
        const ContactImport import = planImport(file->contacts, needs({}));
        must(import.changed.isEmpty() && import.unchanged == 0, "nobody was there");
        must(import.added.size() + import.refused.size() == file->contacts.size(),
            "every contact is accounted for");
        QList<Contact> added = import.added;
        for (Contact &contact : added) {
            must(!contact.name.isEmpty() && contact.ways.size() <= kMostWays, "the rules hold");
            contact.id = QUuid::createUuid();
        }
        if (added.isEmpty())
            return;
        checkSame(toCsv(added, false), added);
        checkSame(toCsv(added, true), added);
        checkSame(toCards(added), added);
    }

private:
    static ImportNeeds needs(const QList<Contact> &contacts)
    {
        return {contacts, {u"li"_s}, {{u"e1"_s, u"e1"_s}}};
    }

    static void checkSame(const QByteArray &bytes, const QList<Contact> &written)
    {
        if (bytes.size() > kMostFileBytes)
            return;
        const auto file = readContactFile(bytes);
        must(file.has_value(), "what is written is read");
        const ContactImport import = planImport(file->contacts, needs(written));
        must(import.unchanged == written.size(), "what is read again changes nothing");
    }
};

} // namespace

std::unique_ptr<Reader> makeContacts()
{
    return std::make_unique<ContactsInput>();
}

} // namespace watchroom::fuzz
