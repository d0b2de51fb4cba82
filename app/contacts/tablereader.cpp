// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/contacts/tablereader.h"

#include "app/base/csv.h"
#include "app/contacts/filetext.h"
#include "app/contacts/tablewords.h"
#include "app/domain/codes.h"

#include <QRegularExpression>

namespace watchroom::contacts {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostColumns = 100;

/// Rows that are not blank, with their numbers.
class RowSink final : public base::FieldSink
{
public:
    struct Row
    {
        qsizetype number = 1;
        QStringList fields;
    };

    void addField(const QString &text) override
    {
        if (m_row.fields.size() < kMostColumns)
            m_row.fields.append(plainCell(text));
    }
    void endRow() override
    {
        if (!m_row.fields.join(QString()).isEmpty())
            m_rows.append(m_row);
        m_row = {m_row.number + 1, {}};
    }
    [[nodiscard]] bool isFull() const override { return m_rows.size() > kMostFileContacts + 1; }
    [[nodiscard]] const QList<Row> &rows() const { return m_rows; }

private:
    /// Without the sign that kept a spreadsheet from working it out.
    static QString plainCell(const QString &text)
    {
        const QString cell = text.trimmed();
        qsizetype signs = 0;
        while (signs < cell.size() && cell[signs] == u'\'')
            ++signs;
        const bool guarded = signs > 0 && signs < cell.size() && u"=+-@"_s.contains(cell[signs]);
        return guarded ? cell.sliced(1) : cell;
    }

    QList<Row> m_rows;
    Row m_row;
};

/// "phone: 010-5550 1234 | nights"; without a kind it is guessed.
ContactWay wayOf(const QString &line)
{
    const QStringList parts = splitEscaped(line, u"|");
    const QString &first = parts.first();
    const qsizetype colon = first.indexOf(QRegularExpression(u"[:：]"_s));
    const QString kind = colon < 0 ? QString() : wayKindOf(first.first(colon));
    const QString value = (kind.isEmpty() ? first : first.sliced(colon + 1)).trimmed();
    const QString guess = value.contains(u'@') ? u"email"_s : u"phone"_s;
    return {kind.isEmpty() ? guess : kind, value, QStringList(parts.mid(1)).join(u'|').trimmed()};
}

void addWays(FileContact &into, const QString &column, const QString &cell)
{
    if (column == "ways"_L1) {
        into.hasNotes = true;
        for (const QString &line : cell.split(u'\n', Qt::SkipEmptyParts)) {
            const ContactWay way = wayOf(line);
            if (!way.value.isEmpty())
                into.contact.ways.append(way);
        }
        for (const QLatin1StringView kind : domain::codes::kContactWays)
            into.wayKinds.insert(QString(kind));
        return;
    }
    into.wayKinds.insert(column);
    for (const QString &value : listIn(cell, kListMarks))
        into.contact.ways.append({column, value});
}

void setField(FileContact &into, const QString &column, const QString &cell)
{
    Contact &contact = into.contact;
    if (column == "id"_L1) {
        contact.id = QUuid::fromString(cell);
        return;
    }
    if (column == "ways"_L1 || !wayKindOf(column).isEmpty()) {
        addWays(into, column, cell);
        return;
    }
    if (column == "kind"_L1) {
        if (cell.isEmpty())
            return;
        contact.kind = kindOf(cell);
        if (contact.kind.isEmpty())
            into.refusal = {u"kind_unknown"_s, cell};
    } else if (column == "name"_L1) {
        contact.name = cell;
    } else if (column == "org"_L1) {
        contact.org = cell;
    } else if (column == "duty"_L1) {
        contact.duty = cell;
    } else if (column == "person"_L1) {
        contact.person = cell;
    } else if (column == "targets"_L1) {
        contact.targets = listIn(cell, kListMarks);
    } else if (column == "tags"_L1) {
        contact.tags = listIn(cell, kListMarks);
    } else {
        contact.note = cell;
    }
    into.given.insert(column);
}

} // namespace

base::Result<QList<FileContact>> readTable(QStringView text)
{
    RowSink sink;
    const QChar separator = base::recognisedSeparator(text);
    base::scanFields(text, separator, sink);
    sink.endRow(); // of a file whose last row has no end
    if (sink.isFull())
        return refusedFile(u"contacts_too_many"_s, {{u"most"_s, kMostFileContacts}});
    QStringList columns;
    for (const QString &head : sink.rows().first().fields) {
        const QString column = columnOf(head);
        columns.append(
            columns.contains(column) && wayKindOf(column).isEmpty() ? QString() : column);
    }
    if (!columns.contains("name"_L1))
        return refusedFile(u"contacts_no_head"_s);
    QList<FileContact> contacts;
    for (const RowSink::Row &row : sink.rows().mid(1)) {
        FileContact contact{.line = row.number};
        for (qsizetype i = 0; i < columns.size(); ++i) {
            if (!columns.at(i).isEmpty())
                setField(contact, columns.at(i), row.fields.value(i));
        }
        contacts.append(contact);
    }
    return contacts;
}

} // namespace watchroom::contacts
