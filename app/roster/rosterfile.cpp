// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roster/rosterfile.h"

#include "app/base/csv.h"
#include "app/base/decodedtext.h"

#include <algorithm>

namespace watchroom::roster {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

tl::unexpected<Error> refused(const QString &code, const QJsonObject &params = {})
{
    return base::failure(Error::Kind::Invalid, u"roster file: "_s + code, code, params);
}

/// Takes fields in their order and keeps what is not blank.
class GridBuilder final : public base::FieldSink
{
public:
    void addField(const QString &text) override
    {
        if (!plain(text).isEmpty()) {
            m_tooWide = m_tooWide || m_column >= kMostRosterColumns;
            m_tooLong = m_tooLong || m_row >= kMostRosterRows;
            if (!isFull())
                put(text.trimmed());
        }
        ++m_column;
    }

    void endRow() override
    {
        ++m_row;
        m_column = 0;
    }

    [[nodiscard]] bool isTooWide() const { return m_tooWide; }
    [[nodiscard]] bool isTooLong() const { return m_tooLong; }
    [[nodiscard]] bool isFull() const override { return m_tooWide || m_tooLong; }
    [[nodiscard]] Grid grid() const { return m_grid; }

private:
    void put(const QString &text)
    {
        while (m_grid.rows.size() <= m_row)
            m_grid.rows.append(QStringList());
        QStringList &row = m_grid.rows.last();
        while (row.size() < m_column)
            row.append(QString());
        row.append(text);
        m_grid.columns = std::max(m_grid.columns, row.size());
    }

    Grid m_grid;
    qsizetype m_row = 0;
    qsizetype m_column = 0;
    bool m_tooWide = false;
    bool m_tooLong = false;
};

} // namespace

base::Result<RosterFile> readRosterFile(const QByteArray &bytes)
{
    if (bytes.size() > kMostRosterBytes)
        return refused(u"roster_too_large"_s, {{u"bytes"_s, bytes.size()}});
    const auto [text, encoding] = base::decodedText(bytes);
    if (base::isWorkbook(bytes, text))
        return refused(u"roster_is_workbook"_s);
    if (text.contains(QChar::Null))
        return refused(u"roster_not_text"_s);
    RosterFile file{.encoding = encoding};
    file.separator = base::recognisedSeparator(text);
    GridBuilder builder;
    base::scanFields(text, file.separator, builder);
    if (builder.isTooWide())
        return refused(u"roster_too_many_columns"_s, {{u"most"_s, kMostRosterColumns}});
    if (builder.isTooLong())
        return refused(u"roster_too_many_rows"_s, {{u"most"_s, kMostRosterRows}});
    file.cells = builder.grid();
    if (file.cells.rows.isEmpty())
        return refused(u"roster_empty"_s);
    return file;
}

} // namespace watchroom::roster
