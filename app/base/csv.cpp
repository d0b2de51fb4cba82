// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/csv.h"

#include <algorithm>
#include <array>
#include <map>

namespace watchroom::base {

namespace {

constexpr qsizetype kSampleRows = 200;

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

/// One pass over the text; a quote counts only where a field begins (RFC 4180).
class FieldScanner
{
public:
    FieldScanner(QStringView text, QChar separator)
        : m_text(text)
        , m_separator(separator)
    {
    }

    void scan(FieldSink &into)
    {
        while (m_at < m_text.size() && !into.isFull()) {
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

    void endLine(FieldSink &into)
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

QChar recognisedSeparator(QStringView text)
{
    constexpr std::array kSeparators{u',', u'\t', u';'};
    return *std::ranges::max_element(
        kSeparators, {}, [text](QChar separator) { return regularity(text, separator); });
}

void scanFields(QStringView text, QChar separator, FieldSink &into)
{
    FieldScanner(text, separator).scan(into);
}

QString csvField(QString text)
{
    const bool plain = std::ranges::none_of(text,
        [](QChar c) { return c == u',' || c == u'"' || c == u';' || c == u'\t' || endsLine(c); });
    if (plain && text.trimmed().size() == text.size())
        return text;
    return u'"' + text.replace(u'"', QLatin1StringView("\"\"")) + u'"';
}

} // namespace watchroom::base
