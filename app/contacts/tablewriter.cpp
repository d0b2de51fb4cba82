// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/csv.h"
#include "app/base/ids.h"
#include "app/contacts/contactfile.h"
#include "app/contacts/filetext.h"
#include "app/contacts/tablewords.h"

#include <array>

namespace watchroom::contacts {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kWritten{"name"_L1, "org"_L1, "kind"_L1, "duty"_L1, "ways"_L1, "targets"_L1,
    "tags"_L1, "note"_L1, "person"_L1, "id"_L1};

/// A spreadsheet works out what begins so; a sign before it keeps it from that.
QString guarded(const QString &cell)
{
    qsizetype signs = 0;
    while (signs < cell.size() && cell[signs] == u'\'')
        ++signs;
    const bool asks = signs < cell.size() && u"=+-@"_s.contains(cell[signs]);
    return asks ? u'\'' + cell : cell;
}

QString waysIn(const QList<ContactWay> &ways, bool english)
{
    QStringList lines;
    for (const ContactWay &way : ways) {
        QString line = wayKindWord(way.kind, english) + u": "_s + escaped(way.value, u"|");
        if (!way.note.isEmpty())
            line += u" | "_s + escaped(way.note, u"|");
        lines.append(line);
    }
    return lines.join(u'\n');
}

QString listed(const QStringList &list)
{
    QStringList parts;
    for (const QString &part : list)
        parts.append(escaped(part, kListMarks));
    return parts.join(u"; "_s);
}

QString cellOf(const Contact &contact, QLatin1StringView column, bool english)
{
    if (column == "name"_L1)
        return contact.name;
    if (column == "org"_L1)
        return contact.org;
    if (column == "kind"_L1)
        return kindWord(contact.kind, english);
    if (column == "duty"_L1)
        return contact.duty;
    if (column == "ways"_L1)
        return waysIn(contact.ways, english);
    if (column == "targets"_L1)
        return listed(contact.targets);
    if (column == "tags"_L1)
        return listed(contact.tags);
    if (column == "note"_L1)
        return contact.note;
    if (column == "person"_L1)
        return contact.person;
    return base::toText(contact.id);
}

} // namespace

QByteArray toCsv(const QList<Contact> &contacts, bool english)
{
    QString text(QChar::ByteOrderMark);
    const auto addRow = [&text](const auto &cell) {
        QStringList cells;
        for (const QLatin1StringView column : kWritten)
            cells.append(base::csvField(guarded(cell(column))));
        text += cells.join(u',') + u"\r\n"_s;
    };
    addRow([english](QLatin1StringView column) { return headOf(column, english); });
    for (const Contact &contact : contacts)
        addRow([&](QLatin1StringView column) { return cellOf(contact, column, english); });
    return text.toUtf8();
}

} // namespace watchroom::contacts
