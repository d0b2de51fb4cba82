// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/ids.h"
#include "app/contacts/cardlines.h"
#include "app/contacts/contactfile.h"
#include "app/contacts/filetext.h"

#include <QUrl>

namespace watchroom::contacts {

using namespace Qt::StringLiterals;

namespace {

QString escapedText(const QString &text)
{
    return escaped(text, u",;");
}

QString escapedList(const QStringList &list)
{
    QStringList parts;
    for (const QString &part : list)
        parts.append(escapedText(part));
    return parts.join(u',');
}

QString wayLine(const ContactWay &way, int preference)
{
    QString head = u"X-WATCHROOM-WAY"_s;
    QString value = escapedText(way.value);
    if (way.kind == "phone"_L1) {
        head = u"TEL;TYPE=voice"_s;
    } else if (way.kind == "mobile"_L1) {
        head = u"TEL;TYPE=cell"_s;
    } else if (way.kind == "email"_L1) {
        head = u"EMAIL"_s;
    } else if (way.kind == "im"_L1) {
        head = u"IMPP"_s;
        value = u"x-watchroom:"_s + QString::fromLatin1(QUrl::toPercentEncoding(way.value));
    }
    head += u";PREF=%1"_s.arg(preference);
    if (!way.note.isEmpty())
        head += u";X-NOTE="_s + quotedParam(way.note);
    return head + u':' + value;
}

} // namespace

QByteArray toCards(const QList<Contact> &contacts)
{
    QByteArray cards;
    const auto add = [&cards](const QString &name, const QString &value) {
        if (!value.isEmpty())
            cards += foldedLine(name + u':' + value);
    };
    for (const Contact &contact : contacts) {
        add(u"BEGIN"_s, u"VCARD"_s);
        add(u"VERSION"_s, u"4.0"_s);
        add(u"PRODID"_s, u"-//Watchroom//EN"_s);
        add(u"UID"_s, u"urn:uuid:"_s + base::toText(contact.id));
        add(u"KIND"_s, contact.kind == "person"_L1 ? u"individual"_s : u"org"_s);
        add(u"FN"_s, escapedText(contact.name));
        add(u"ORG"_s, escapedText(contact.org));
        add(u"TITLE"_s, escapedText(contact.duty));
        for (int i = 0; i < contact.ways.size(); ++i)
            cards += foldedLine(wayLine(contact.ways.at(i), i + 1));
        add(u"CATEGORIES"_s, escapedList(contact.tags));
        add(u"NOTE"_s, escapedText(contact.note));
        add(u"X-WATCHROOM-PLACES"_s, escapedList(contact.targets));
        add(u"X-WATCHROOM-PERSON"_s, escapedText(contact.person));
        add(u"END"_s, u"VCARD"_s);
    }
    return cards;
}

} // namespace watchroom::contacts
