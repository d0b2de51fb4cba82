// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roster/rosterfile.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <map>

namespace watchroom::roster {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

constexpr qsizetype kSampleRows = 200;

tl::unexpected<Error> refused(const QString &code, const QJsonObject &params = {})
{
    return base::failure(Error::Kind::Invalid, u"roster file: "_s + code, code, params);
}

struct Decoded
{
    QString text;
    QString encoding;
};

/// What means nothing becomes U+FFFD.
Decoded decoded(const QByteArray &bytes)
{
    constexpr auto whole = QStringDecoder::Flag::Stateless;
    if (bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff"))
        return {QStringDecoder(QStringDecoder::Utf16, whole)(bytes), u"UTF-16"_s};
    QStringDecoder utf8(QStringDecoder::Utf8, whole);
    const QString text = utf8(bytes);
    // Qt knows GB18030 by ICU, which Debian's Qt is built with.
    QStringDecoder gb("GB18030", whole);
    if (!utf8.hasError() || bytes.startsWith("\xef\xbb\xbf") || !gb.isValid())
        return {text, u"UTF-8"_s};
    return {gb(bytes), u"GB18030"_s};
}

bool isWorkbook(const QByteArray &bytes)
{
    return bytes.startsWith("PK\x03\x04") || bytes.startsWith("\xd0\xcf\x11\xe0");
}

bool endsLine(QChar c)
{
    return c == u'\n' || c == u'\r';
}

/// How many rows have the number of fields that most rows with more than one have, and that number.
std::pair<qsizetype, qsizetype> regularity(QStringView text, QChar separator)
{
    std::map<qsizetype, qsizetype> rowsByFields;
    qsizetype fields = 1;
    qsizetype rows = 0;
    bool quoted = false;
    QChar previous = u'\n';
    for (const QChar c : text) {
        // A doubled quote ends a quoted part and begins it again.
        const bool opens = previous == separator || previous == u'"' || endsLine(previous);
        if (c == u'"' && (quoted || opens)) {
            quoted = !quoted;
        } else if (!quoted && c == separator) {
            ++fields;
        } else if (!quoted && endsLine(c)) {
            rowsByFields[std::exchange(fields, 1)] += 1;
            if (++rows == kSampleRows)
                break;
        }
        previous = c;
    }
    rowsByFields[fields] += 1;
    std::pair<qsizetype, qsizetype> best{0, 0};
    for (const auto &[number, count] : rowsByFields) {
        if (number > 1)
            best = std::max(best, {count, number});
    }
    return best;
}

QChar recognisedSeparator(QStringView text)
{
    constexpr std::array kSeparators{u',', u'\t', u';'};
    return *std::ranges::max_element(
        kSeparators, {}, [text](QChar separator) { return regularity(text, separator); });
}

/// Takes fields in their order and keeps what is not blank.
class GridBuilder
{
public:
    void addField(const QString &text)
    {
        if (!plain(text).isEmpty()) {
            m_tooWide = m_tooWide || m_column >= kMostRosterColumns;
            m_tooLong = m_tooLong || m_row >= kMostRosterRows;
            if (!isTooLarge())
                put(text.trimmed());
        }
        ++m_column;
    }

    void endRow()
    {
        ++m_row;
        m_column = 0;
    }

    [[nodiscard]] bool isTooWide() const { return m_tooWide; }
    [[nodiscard]] bool isTooLong() const { return m_tooLong; }
    [[nodiscard]] bool isTooLarge() const { return m_tooWide || m_tooLong; }
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

/// One pass over the text; a quote counts only where a field begins (RFC 4180).
class FieldScanner
{
public:
    FieldScanner(QStringView text, QChar separator)
        : m_text(text)
        , m_separator(separator)
    {
    }

    void scan(GridBuilder &into)
    {
        while (m_at < m_text.size() && !into.isTooLarge()) {
            into.addField(nextField());
            if (m_at < m_text.size() && m_text[m_at] == m_separator)
                ++m_at;
            else
                endLine(into);
        }
    }

private:
    QString nextField()
    {
        QString field = m_at < m_text.size() && m_text[m_at] == u'"' ? quotedPart() : QString();
        const qsizetype from = m_at;
        while (m_at < m_text.size() && m_text[m_at] != m_separator && !endsLine(m_text[m_at]))
            ++m_at;
        return field += m_text.sliced(from, m_at - from);
    }

    QString quotedPart()
    {
        QString part;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] == u'"') {
                if (m_at + 1 >= m_text.size() || m_text[m_at + 1] != u'"') {
                    ++m_at;
                    return part;
                }
                ++m_at;
            }
            part += m_text[m_at];
        }
        return part;
    }

    void endLine(GridBuilder &into)
    {
        into.endRow();
        if (m_text.sliced(m_at).startsWith(u"\r\n"))
            ++m_at;
        if (m_at < m_text.size())
            ++m_at;
    }

    QStringView m_text;
    QChar m_separator;
    qsizetype m_at = 0;
};

} // namespace

base::Result<RosterFile> readRosterFile(const QByteArray &bytes)
{
    if (bytes.size() > kMostRosterBytes)
        return refused(u"roster_too_large"_s, {{u"bytes"_s, bytes.size()}});
    const auto [text, encoding] = decoded(bytes);
    // Some systems save a web page as .xls.
    if (isWorkbook(bytes) || text.trimmed().startsWith(u'<'))
        return refused(u"roster_is_workbook"_s);
    if (text.contains(QChar::Null))
        return refused(u"roster_not_text"_s);
    RosterFile file{.encoding = encoding};
    file.separator = recognisedSeparator(text);
    GridBuilder builder;
    FieldScanner scanner(text, file.separator);
    scanner.scan(builder);
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
