// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/contacts/cardreader.h"

#include "app/contacts/cardlines.h"
#include "app/contacts/filetext.h"

#include <QUrl>

#include <algorithm>

namespace watchroom::contacts {

using namespace Qt::StringLiterals;

namespace {

constexpr int kNotPreferred = 101; // one more than the least of RFC 6350
const QString kOwnMessenger = u"x-watchroom:"_s;

/// Takes the lines of one card in their order.
class CardBuilder
{
public:
    explicit CardBuilder(qsizetype line) { m_read.line = line; }

    void take(const CardLine &line)
    {
        if (line.name == "VERSION"_L1)
            m_version = line.value.trimmed();
        else if (!takeWay(line))
            takeField(line);
    }

    [[nodiscard]] FileContact finished(bool ended)
    {
        Contact &contact = m_read.contact;
        std::ranges::stable_sort(m_ways, {}, &Way::preference);
        for (const Way &way : std::as_const(m_ways))
            contact.ways.append(way.way);
        if (contact.name.isEmpty() && !contact.org.isEmpty())
            contact.name = contact.org;
        m_read.given.insert(u"name"_s);
        if (!ended)
            m_read.refusal = {u"card_open"_s};
        else if (m_version != "3.0"_L1 && m_version != "4.0"_L1)
            m_read.refusal = {u"card_version"_s, m_version};
        return m_read;
    }

private:
    struct Way
    {
        ContactWay way;
        int preference;
    };

    void addWay(const QString &kind, const QString &value, const CardLine &line)
    {
        m_read.wayKinds.insert(kind);
        if (value.trimmed().isEmpty())
            return;
        bool number = false;
        const int pref = line.param("PREF"_L1).toInt(&number);
        const bool preferred = line.types().contains(u"pref"_s);
        const QString note = line.param("X-NOTE"_L1);
        m_read.hasNotes = m_read.hasNotes || !note.isEmpty();
        m_ways.append({{kind, value.trimmed(), note.trimmed()},
            number          ? pref
                : preferred ? 1
                            : kNotPreferred});
    }

    /// Without the scheme of a link.
    static QString address(const QString &value, QStringView scheme)
    {
        if (!value.startsWith(scheme, Qt::CaseInsensitive))
            return unescaped(value);
        return QUrl::fromPercentEncoding(value.sliced(scheme.size()).toUtf8());
    }

    bool takeWay(const CardLine &line)
    {
        static const QStringList messengers{
            u"X-QQ"_s, u"X-WECHAT"_s, u"X-JABBER"_s, u"X-SKYPE"_s, u"X-SKYPE-USERNAME"_s};
        if (line.name == "TEL"_L1) {
            const QStringList types = line.types();
            const bool mobile = types.contains(u"cell"_s) || types.contains(u"mobile"_s);
            addWay(mobile ? u"mobile"_s : u"phone"_s, address(line.value, u"tel:"), line);
        } else if (line.name == "EMAIL"_L1) {
            addWay(u"email"_s, address(line.value, u"mailto:"), line);
        } else if (line.name == "IMPP"_L1 || messengers.contains(line.name)) {
            addWay(u"im"_s, address(line.value, kOwnMessenger), line);
        } else if (line.name == "X-WATCHROOM-WAY"_L1 || line.name == "URL"_L1) {
            addWay(u"other"_s, unescaped(line.value), line);
        } else {
            return false;
        }
        return true;
    }

    void takeField(const CardLine &line)
    {
        Contact &contact = m_read.contact;
        const auto text = [&](const QString &column, QString &field) {
            m_read.given.insert(column);
            field = unescaped(line.value).trimmed();
        };
        const auto list = [&](const QString &column, QStringList &field) {
            m_read.given.insert(column);
            field += listIn(line.value, u",");
        };
        if (line.name == "UID"_L1)
            contact.id = QUuid::fromString(line.value.mid(line.value.lastIndexOf(u':') + 1));
        else if (line.name == "KIND"_L1)
            takeKind(line.value.trimmed().toLower());
        else if (line.name == "X-ABSHOWAS"_L1 && line.value == "COMPANY"_L1)
            takeKind(u"org"_s);
        else if (line.name == "FN"_L1)
            text(u"name"_s, contact.name);
        else if (line.name == "ORG"_L1) {
            m_read.given.insert(u"org"_s);
            contact.org = listIn(line.value, u";").join(u' ');
        } else if (line.name == "TITLE"_L1 || (line.name == "ROLE"_L1 && contact.duty.isEmpty()))
            text(u"duty"_s, contact.duty);
        else if (line.name == "NOTE"_L1)
            text(u"note"_s, contact.note);
        else if (line.name == "CATEGORIES"_L1)
            list(u"tags"_s, contact.tags);
        else if (line.name == "X-WATCHROOM-PLACES"_L1)
            list(u"targets"_s, contact.targets);
        else if (line.name == "X-WATCHROOM-PERSON"_L1)
            text(u"person"_s, contact.person);
    }

    void takeKind(const QString &kind)
    {
        m_read.given.insert(u"kind"_s);
        m_read.contact.kind = kind == "individual"_L1 ? u"person"_s : u"party"_s;
    }

    FileContact m_read;
    QString m_version;
    QList<Way> m_ways;
};

} // namespace

base::Result<QList<FileContact>> readCards(QStringView text)
{
    QList<FileContact> contacts;
    std::optional<CardBuilder> card;
    const auto finish = [&](bool ended) {
        if (card)
            contacts.append(card->finished(ended));
        card.reset();
    };
    for (const CardLine &line : cardLines(text)) {
        const bool ofCard = line.value.trimmed().compare("VCARD"_L1, Qt::CaseInsensitive) == 0;
        if (line.name == "BEGIN"_L1 && ofCard) {
            finish(false);
            card.emplace(line.number);
        } else if (line.name == "END"_L1 && ofCard) {
            finish(true);
        } else if (card) {
            card->take(line);
        }
        if (contacts.size() > kMostFileContacts)
            return refusedFile(u"contacts_too_many"_s, {{u"most"_s, kMostFileContacts}});
    }
    finish(false);
    return contacts;
}

} // namespace watchroom::contacts
