// SPDX-License-Identifier: GPL-3.0-or-later
// The single pass over a query's answer. Anything unexpected makes it give up: the general reader
// then decides, so that nothing here has to be lenient.
#include "app/quality/sampleparser.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <string_view>

namespace watchroom::quality {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDeepest = 16; ///< of values that are skipped
// 1e14 ms is the year 5138; beyond it milliseconds as double lose their meaning.
constexpr double kLatestSeconds = 1e11;

/// from_chars() is laxer than JSON: "007", "1." and ".5" are no numbers there.
bool isJsonNumber(const char *begin, const char *end)
{
    const auto isDigit = [end](const char *at) { return at < end && *at >= '0' && *at <= '9'; };
    if (begin < end && *begin == '-')
        ++begin;
    if (!isDigit(begin) || (*begin == '0' && isDigit(begin + 1)))
        return false;
    const char *point = std::find(begin, end, '.');
    return point == end || isDigit(point + 1);
}

/// A cursor over the bytes; every function answers false when they are not what it reads.
class Scanner
{
public:
    explicit Scanner(const QByteArray &body)
        : m_at(body.constData())
        , m_end(m_at + body.size())
    {
    }

    bool answer(QueryAnswer &answer);

private:
    void blanks()
    {
        while (m_at != m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\t' || *m_at == '\r'))
            ++m_at;
    }
    bool take(char wanted)
    {
        blanks();
        if (m_at == m_end || *m_at != wanted)
            return false;
        ++m_at;
        return true;
    }
    /// Reads "key": of the next member; `first` tells whether a comma must come before.
    bool key(std::string_view &name, bool first)
    {
        return (first || take(',')) && plain(name) && take(':');
    }
    bool atEnd(char bracket)
    {
        blanks();
        return m_at != m_end && *m_at == bracket;
    }

    bool plain(std::string_view &text, uchar last = 0x7f);
    bool text(QString &text);
    bool time(qint64 &ms);
    bool value(double &number);
    bool sample(LabeledSamples &series);
    bool samples(LabeledSamples &series);
    bool labels(LabeledSamples &series);
    bool series(QueryAnswer &answer);
    bool data(QueryAnswer &answer);
    bool result(QueryAnswer &answer);
    bool texts(QStringList &list);
    bool skip(int depth);
    bool skipList(char close, bool members, int depth);

    const char *m_at;
    const char *m_end;
};

/// A string without escapes, control characters and bytes above `last`, as it lies in the body.
bool Scanner::plain(std::string_view &text, uchar last)
{
    if (!take('"'))
        return false;
    const char *begin = m_at;
    while (m_at != m_end && *m_at != '"' && *m_at != '\\' && static_cast<uchar>(*m_at) >= 0x20
        && static_cast<uchar>(*m_at) <= last)
        ++m_at;
    if (m_at == m_end || *m_at != '"')
        return false;
    text = {begin, static_cast<std::size_t>(m_at - begin)};
    ++m_at;
    return true;
}

/// Any string; escapes are rare (labels with < or quotes) and left to Qt's reader.
bool Scanner::text(QString &text)
{
    blanks();
    const char *begin = m_at;
    std::string_view simple;
    if (plain(simple, 0xff)) {
        text = QString::fromUtf8(simple.data(), static_cast<qsizetype>(simple.size()));
        return !text.contains(QChar::ReplacementCharacter); // bytes that are no UTF-8
    }
    m_at = begin;
    if (!take('"'))
        return false;
    while (m_at != m_end && *m_at != '"')
        m_at += (*m_at == '\\' && m_end - m_at > 1) ? 2 : 1;
    if (m_at == m_end)
        return false;
    ++m_at;
    const auto document = QJsonDocument::fromJson('[' + QByteArray(begin, m_at - begin) + ']');
    text = document.array().at(0).toString();
    return document.array().at(0).isString();
}

bool Scanner::time(qint64 &ms)
{
    blanks();
    double seconds = 0;
    const auto [end, error] = std::from_chars(m_at, m_end, seconds);
    if (error != std::errc{} || !(std::abs(seconds) < kLatestSeconds) || !isJsonNumber(m_at, end))
        return false;
    m_at = end;
    ms = std::llround(seconds * 1000.0);
    return true;
}

bool Scanner::value(double &number)
{
    std::string_view digits;
    if (!plain(digits) || digits.empty())
        return false;
    const char *end = digits.data() + digits.size();
    const char last = digits.back();
    if (last >= '0' && last <= '9') {
        const auto [stop, error] = std::from_chars(digits.data(), end, number);
        return error == std::errc{} && stop == end;
    }
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    if (digits == "NaN")
        number = std::numeric_limits<double>::quiet_NaN();
    else if (digits == "+Inf" || digits == "Inf")
        number = kInfinity;
    else if (digits == "-Inf")
        number = -kInfinity;
    else
        return false;
    return true;
}

bool Scanner::sample(LabeledSamples &series)
{
    qint64 ms = 0;
    double number = 0;
    if (!take('[') || !time(ms) || !take(',') || !value(number) || !take(']'))
        return false;
    series.times.push_back(ms);
    series.values.push_back(number);
    return true;
}

bool Scanner::samples(LabeledSamples &series)
{
    if (!take('['))
        return false;
    if (atEnd(']'))
        return take(']');
    do {
        if (!sample(series))
            return false;
    } while (take(','));
    return take(']');
}

bool Scanner::labels(LabeledSamples &series)
{
    if (!take('{'))
        return false;
    if (atEnd('}'))
        return take('}');
    do {
        QString name;
        QString content;
        if (!text(name) || !take(':') || !text(content))
            return false;
        series.labels.emplaceBack(name, content);
    } while (take(','));
    return take('}');
}

bool Scanner::series(QueryAnswer &answer)
{
    // Series of a range mostly have equal lengths: one allocation instead of twenty.
    const std::size_t likely = answer.series.empty() ? 0 : answer.series.back().times.size();
    LabeledSamples &series = answer.series.emplace_back();
    series.times.reserve(likely);
    series.values.reserve(likely);
    if (!take('{'))
        return false;
    bool labelled = false;
    bool filled = false;
    for (bool first = true; !atEnd('}'); first = false) {
        std::string_view name;
        if (!key(name, first))
            return false;
        bool read = false; // histograms, or a member twice: not ours to guess
        if (name == "metric" && !labelled)
            read = labelled = labels(series);
        else if (name == "values" && !filled)
            read = filled = samples(series);
        else if (name == "value" && !filled)
            read = filled = sample(series);
        if (!read)
            return false;
    }
    return labelled && filled && take('}');
}

bool Scanner::result(QueryAnswer &answer)
{
    if (!take('['))
        return false;
    if (atEnd(']'))
        return take(']');
    do {
        if (!series(answer))
            return false;
    } while (take(','));
    return take(']');
}

bool Scanner::data(QueryAnswer &answer)
{
    if (!take('{'))
        return false;
    bool known = false;
    bool filled = false;
    for (bool first = true; !atEnd('}'); first = false) {
        std::string_view name;
        if (!key(name, first))
            return false;
        std::string_view type;
        if (name == "resultType") {
            if (!plain(type) || (type != "matrix" && type != "vector"))
                return false;
            known = true;
        } else if (name == "result") {
            if (filled || !result(answer))
                return false;
            filled = true;
        } else if (!skip(0)) {
            return false;
        }
    }
    return known && filled && take('}');
}

bool Scanner::texts(QStringList &list)
{
    if (!take('['))
        return false;
    if (atEnd(']'))
        return take(']');
    do {
        if (!text(list.emplaceBack()))
            return false;
    } while (take(','));
    return take(']');
}

bool Scanner::skipList(char close, bool members, int depth)
{
    ++m_at;
    if (atEnd(close))
        return take(close);
    QString name;
    do {
        if (members && !(text(name) && take(':')))
            return false;
        if (!skip(depth + 1))
            return false;
    } while (take(','));
    return take(close);
}

bool Scanner::skip(int depth)
{
    blanks();
    if (m_at == m_end || depth > kDeepest)
        return false;
    if (*m_at == '{')
        return skipList('}', true, depth);
    if (*m_at == '[')
        return skipList(']', false, depth);
    QString ignored;
    if (*m_at == '"')
        return text(ignored);
    const std::string_view rest(m_at, static_cast<std::size_t>(m_end - m_at));
    for (const std::string_view word : {"true", "false", "null"}) {
        if (rest.starts_with(word)) {
            m_at += word.size();
            return true;
        }
    }
    double number = 0;
    const auto [end, error] = std::from_chars(m_at, m_end, number);
    const bool read = error == std::errc{} && isJsonNumber(m_at, end);
    m_at = end;
    return read;
}

bool Scanner::answer(QueryAnswer &answer)
{
    if (!take('{'))
        return false;
    bool succeeded = false;
    bool filled = false;
    for (bool first = true; !atEnd('}'); first = false) {
        std::string_view name;
        std::string_view status;
        if (!key(name, first))
            return false;
        bool read = false;
        if (name == "status")
            read = succeeded = plain(status) && status == "success";
        else if (name == "data")
            read = filled = !filled && data(answer);
        else if (name == "warnings" || name == "infos")
            read = texts(answer.warnings);
        else
            read = skip(0);
        if (!read)
            return false;
    }
    if (!succeeded || !filled || !take('}'))
        return false;
    blanks();
    return m_at == m_end;
}

} // namespace

bool scanAnswer(const QByteArray &body, QueryAnswer &answer)
{
    answer = {};
    return Scanner(body).answer(answer);
}

} // namespace watchroom::quality
