// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/articles/yamlmapping.h"

#include <array>
#include <yaml.h>

namespace watchroom::articles {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDeepest = 16;

/// libyaml's parser and the event it is at. One thread.
class Events
{
public:
    explicit Events(const QByteArray &utf8)
    {
        m_good = yaml_parser_initialize(&m_parser) != 0;
        yaml_parser_set_encoding(&m_parser, YAML_UTF8_ENCODING);
        yaml_parser_set_input_string(&m_parser,
            reinterpret_cast<const unsigned char *>(utf8.constData()),
            static_cast<size_t>(utf8.size()));
    }
    ~Events()
    {
        yaml_event_delete(&m_event);
        yaml_parser_delete(&m_parser);
    }
    Events(const Events &) = delete;
    Events &operator=(const Events &) = delete;

    /// False at what is no YAML, once and for all.
    [[nodiscard]] bool next()
    {
        yaml_event_delete(&m_event);
        m_event = {};
        m_good = m_good && yaml_parser_parse(&m_parser, &m_event) != 0;
        return m_good;
    }

    [[nodiscard]] yaml_event_type_t type() const { return m_event.type; }
    [[nodiscard]] bool opens() const
    {
        return type() == YAML_MAPPING_START_EVENT || type() == YAML_SEQUENCE_START_EVENT;
    }
    [[nodiscard]] bool closes() const
    {
        return type() == YAML_MAPPING_END_EVENT || type() == YAML_SEQUENCE_END_EVENT;
    }
    [[nodiscard]] int line() const
    {
        const size_t line = m_good ? m_event.start_mark.line : m_parser.problem_mark.line;
        return static_cast<int>(line) + 1;
    }

    [[nodiscard]] QString scalar() const
    {
        return QString::fromUtf8(reinterpret_cast<const char *>(m_event.data.scalar.value),
            static_cast<qsizetype>(m_event.data.scalar.length));
    }
    /// `name:`, `name: ~` and `name: null`.
    [[nodiscard]] bool isNull() const
    {
        static constexpr std::array kNulls{""_L1, "~"_L1, "null"_L1, "Null"_L1, "NULL"_L1};
        return m_event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE
            && std::ranges::any_of(kNulls, [this](QLatin1StringView n) { return scalar() == n; });
    }
    /// An alias is resolved nowhere, so an anchor is for nothing.
    [[nodiscard]] bool refers() const
    {
        return type() == YAML_ALIAS_EVENT
            || (type() == YAML_SCALAR_EVENT && m_event.data.scalar.anchor)
            || (type() == YAML_SEQUENCE_START_EVENT && m_event.data.sequence_start.anchor)
            || (type() == YAML_MAPPING_START_EVENT && m_event.data.mapping_start.anchor);
    }

private:
    yaml_parser_t m_parser = {};
    yaml_event_t m_event = {};
    bool m_good = false;
};

/// Reads one mapping; what does not belong is noted and read past. One thread.
class Reading
{
public:
    explicit Reading(const QByteArray &utf8)
        : m_events(utf8)
    {
    }

    YamlMapping read()
    {
        // Stream, document, and then the mapping; nothing at all is an empty mapping.
        for (int i = 0; i < 3; ++i) {
            if (!advance())
                return m_mapping;
            if (m_events.type() == YAML_STREAM_END_EVENT)
                return m_mapping;
        }
        if (m_events.type() == YAML_SCALAR_EVENT && m_events.isNull())
            return m_mapping;
        if (m_events.type() != YAML_MAPPING_START_EVENT)
            note();
        else
            members();
        return m_mapping;
    }

private:
    [[nodiscard]] bool advance()
    {
        if (m_ended)
            return false;
        if (!m_events.next()) {
            m_ended = true;
            note();
        } else if (m_events.refers()) {
            note();
        }
        return !m_ended;
    }

    void note()
    {
        if (m_mapping.brokenLines.isEmpty() || m_mapping.brokenLines.back() != m_events.line())
            m_mapping.brokenLines.append(m_events.line());
    }

    void members()
    {
        if (m_events.refers())
            note();
        while (advance() && !m_events.closes()) {
            YamlMember member{.line = m_events.line()};
            const bool named = m_events.type() == YAML_SCALAR_EVENT;
            if (named) {
                member.name = m_events.scalar();
            } else {
                note();
                skip();
            }
            if (advance() && value(member) && named)
                m_mapping.members.append(member);
        }
        // Behind the mapping the document ends, and with it the stream.
        while (advance() && m_events.type() != YAML_STREAM_END_EVENT) {
            if (m_events.type() != YAML_DOCUMENT_END_EVENT)
                note();
        }
    }

    [[nodiscard]] bool value(YamlMember &member)
    {
        if (m_events.type() == YAML_SCALAR_EVENT) {
            if (!m_events.isNull())
                member.values.append(m_events.scalar());
            return true;
        }
        member.list = m_events.type() == YAML_SEQUENCE_START_EVENT;
        if (!member.list) {
            note();
            skip();
            return false;
        }
        bool flat = true;
        while (advance() && !m_events.closes()) {
            if (m_events.type() == YAML_SCALAR_EVENT) {
                member.values.append(m_events.scalar());
            } else {
                note();
                skip();
                flat = false;
            }
        }
        return flat && !m_ended;
    }

    /// To the end of what has just begun. The library needs the square of the depth.
    void skip()
    {
        int depth = m_events.opens() ? 1 : 0;
        while (depth > 0 && advance()) {
            depth += m_events.opens() ? 1 : m_events.closes() ? -1 : 0;
            m_ended = depth > kDeepest;
        }
    }

    Events m_events;
    YamlMapping m_mapping;
    bool m_ended = false;
};

} // namespace

YamlMapping readYaml(const QByteArray &utf8)
{
    if (utf8.size() > kYamlBytes)
        return {{}, {1}};
    return Reading(utf8).read();
}

} // namespace watchroom::articles
