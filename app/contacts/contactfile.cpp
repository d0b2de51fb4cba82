// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/contacts/contactfile.h"

#include "app/base/decodedtext.h"
#include "app/contacts/cardreader.h"
#include "app/contacts/tablereader.h"

namespace watchroom::contacts {

using namespace Qt::StringLiterals;
using base::Error;

tl::unexpected<Error> refusedFile(const QString &code, const QJsonObject &params)
{
    return base::failure(Error::Kind::Invalid, u"contacts: "_s + code, code, params);
}

base::Result<ContactFile> readContactFile(const QByteArray &bytes)
{
    if (bytes.size() > kMostFileBytes)
        return refusedFile(u"contacts_too_large"_s);
    const auto [text, encoding] = base::decodedText(bytes);
    if (base::isWorkbook(bytes, text))
        return refusedFile(u"contacts_is_workbook"_s);
    if (text.contains(QChar::Null))
        return refusedFile(u"contacts_not_text"_s);
    if (text.trimmed().isEmpty())
        return refusedFile(u"contacts_empty"_s);
    const bool cards = text.trimmed().startsWith(u"BEGIN:VCARD", Qt::CaseInsensitive);
    auto contacts = cards ? readCards(text) : readTable(text);
    if (!contacts)
        return tl::unexpected(contacts.error());
    if (contacts->isEmpty())
        return refusedFile(u"contacts_empty"_s);
    return ContactFile{encoding, *contacts};
}

} // namespace watchroom::contacts
