// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/remote/conninfo.h"

#include <QHostAddress>
#include <QStringList>

#include <algorithm>
#include <array>
#include <optional>

namespace watchroom::remote {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

/// Reads keywords and values by libpq's rules (conninfo_parse() in fe-connect.c).
class Scanner
{
public:
    explicit Scanner(QStringView text)
        : m_text(text)
    {
    }

    [[nodiscard]] qsizetype position() const { return m_at; }
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }

    void skipBlanks()
    {
        while (!atEnd() && m_text[m_at].isSpace())
            ++m_at;
    }

    std::optional<QString> keyword()
    {
        const qsizetype begin = m_at;
        while (!atEnd() && (m_text[m_at] == u'_' || (m_text[m_at] >= u'a' && m_text[m_at] <= u'z')))
            ++m_at;
        const QString word = m_text.mid(begin, m_at - begin).toString();
        skipBlanks();
        if (word.isEmpty() || atEnd() || m_text[m_at] != u'=')
            return std::nullopt;
        ++m_at;
        skipBlanks();
        return word;
    }

    std::optional<QString> value()
    {
        const bool quoted = !atEnd() && m_text[m_at] == u'\'';
        if (quoted)
            ++m_at;
        QString read;
        while (!atEnd()) {
            const QChar c = m_text[m_at];
            if (quoted ? c == u'\'' : c.isSpace())
                break;
            if (c == u'\\' && m_at + 1 < m_text.size())
                ++m_at;
            read += m_text[m_at++];
        }
        if (quoted && atEnd())
            return std::nullopt;
        m_at += quoted ? 1 : 0;
        return read;
    }

private:
    QStringView m_text;
    qsizetype m_at = 0;
};

QString quoted(QString value)
{
    value.replace(u'\\', "\\\\"_L1);
    value.replace(u'\'', "\\'"_L1);
    return u'\'' + value + u'\'';
}

bool isLoopbackHost(const QString &host)
{
    return host.isEmpty() || host.startsWith(u'/') || host.startsWith(u'@')
        || host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

// A dead link is noticed within 4 s, an idle one within 6 s (measured, design of sync).
constexpr std::array kDefaults{
    std::pair{"connect_timeout"_L1, "2"_L1},
    std::pair{"tcp_user_timeout"_L1, "4000"_L1},
    std::pair{"keepalives_idle"_L1, "3"_L1},
    std::pair{"keepalives_interval"_L1, "1"_L1},
    std::pair{"keepalives_count"_L1, "3"_L1},
};

} // namespace

base::Result<ConnInfo> ConnInfo::parse(QStringView text)
{
    if (text.trimmed().startsWith("postgres://"_L1)
        || text.trimmed().startsWith("postgresql://"_L1))
        return base::failure(Error::Kind::Invalid, u"connection URI"_s, u"conninfo_uri"_s);
    ConnInfo info;
    Scanner scanner(text);
    for (scanner.skipBlanks(); !scanner.atEnd(); scanner.skipBlanks()) {
        const qsizetype begin = scanner.position();
        const auto key = scanner.keyword();
        const auto value = key ? scanner.value() : std::nullopt;
        // QPSQL turns every ';' of its options into a blank: such a value would arrive changed.
        const bool carried = value && !value->contains(QChar::Null)
            && (!value->contains(u';') || *key == "password"_L1);
        if (!carried)
            return base::failure(Error::Kind::Invalid,
                u"connection string unreadable at %1"_s.arg(begin), u"conninfo_invalid"_s,
                {{u"at"_s, begin}});
        info.set(QLatin1StringView(key->toLatin1()), *value);
    }
    return info;
}

QString ConnInfo::value(QLatin1StringView key) const
{
    const auto found = std::ranges::find(m_values, key, &std::pair<QString, QString>::first);
    return found == m_values.end() ? QString() : found->second;
}

bool ConnInfo::contains(QLatin1StringView key) const
{
    return std::ranges::find(m_values, key, &std::pair<QString, QString>::first) != m_values.end();
}

void ConnInfo::set(QLatin1StringView key, const QString &value)
{
    const auto found = std::ranges::find(m_values, key, &std::pair<QString, QString>::first);
    if (found == m_values.end())
        m_values.append({key, value});
    else
        found->second = value;
}

void ConnInfo::remove(QLatin1StringView key)
{
    erase_if(m_values, [key](const auto &pair) { return pair.first == key; });
}

QString ConnInfo::toText() const
{
    QStringList pairs;
    for (const auto &[key, value] : m_values) {
        const bool plain = !value.isEmpty() && std::ranges::none_of(value, [](QChar c) {
            return c.isSpace() || c == u'\'' || c == u'\\';
        });
        pairs.append(key + u'=' + (plain ? value : quoted(value)));
    }
    return pairs.join(u' ');
}

bool ConnInfo::isLoopback() const
{
    if (contains("service"_L1))
        return false;
    QString hosts = value("hostaddr"_L1);
    if (hosts.isEmpty())
        hosts = value("host"_L1);
    if (hosts.isEmpty())
        hosts = qEnvironmentVariable("PGHOST");
    return std::ranges::all_of(hosts.split(u','), isLoopbackHost);
}

QString ConnInfo::connectOptions(const QString &applicationName) const
{
    ConnInfo wanted = *this;
    for (const auto &[key, value] : kDefaults) {
        if (!contains(key))
            wanted.set(key, value);
    }
    if (!contains("sslmode"_L1) && !isLoopback())
        wanted.set("sslmode"_L1, u"verify-full"_s);
    if (!contains("application_name"_L1))
        wanted.set("application_name"_L1, applicationName);
    // A standby's snapshot leaves out running transactions, so a cursor from it would lose rows.
    wanted.set("target_session_attrs"_L1, u"read-write"_s);
    QStringList options;
    for (const auto &[key, value] : std::as_const(wanted.m_values)) {
        if (key != "dbname"_L1 && key != "user"_L1 && key != "password"_L1)
            options.append(key + u'=' + quoted(value));
    }
    return options.join(u';');
}

} // namespace watchroom::remote
