// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/articles/yamlmapping.h"

#include <algorithm>
#include <yaml.h>

namespace watchroom::articles {

using namespace Qt::StringLiterals;

namespace {

/// libyaml's emitter, writing into a text. One thread.
class Emitter
{
public:
    Emitter()
    {
        yaml_emitter_initialize(&m_emitter);
        yaml_emitter_set_output(&m_emitter, &Emitter::append, &m_out);
        yaml_emitter_set_encoding(&m_emitter, YAML_UTF8_ENCODING);
        yaml_emitter_set_unicode(&m_emitter, 1);
        yaml_emitter_set_width(&m_emitter, -1);
    }
    ~Emitter() { yaml_emitter_delete(&m_emitter); }
    Emitter(const Emitter &) = delete;
    Emitter &operator=(const Emitter &) = delete;

    void begin()
    {
        yaml_stream_start_event_initialize(&m_event, YAML_UTF8_ENCODING);
        emit();
        yaml_document_start_event_initialize(&m_event, nullptr, nullptr, nullptr, 1);
        emit();
        yaml_mapping_start_event_initialize(
            &m_event, nullptr, nullptr, 1, YAML_BLOCK_MAPPING_STYLE);
        emit();
    }

    void scalar(const QString &text, yaml_scalar_style_t style)
    {
        QByteArray utf8 = text.toUtf8();
        yaml_scalar_event_initialize(&m_event, nullptr, nullptr,
            reinterpret_cast<unsigned char *>(utf8.data()), static_cast<int>(utf8.size()), 1, 1,
            style);
        emit();
    }

    void list(const QStringList &values)
    {
        yaml_sequence_start_event_initialize(
            &m_event, nullptr, nullptr, 1, YAML_FLOW_SEQUENCE_STYLE);
        emit();
        for (const QString &value : values)
            scalar(value, styleOf(value));
        yaml_sequence_end_event_initialize(&m_event);
        emit();
    }

    /// Plain as people write it, in quotes where a reader would take it for something else.
    static yaml_scalar_style_t styleOf(const QString &text)
    {
        const bool speaks = std::ranges::any_of(text, [](QChar c) { return c.isLetter(); });
        const QString word = text.toLower();
        const bool meant = QStringList{u"null"_s, u"true"_s, u"false"_s, u"yes"_s, u"no"_s, u"on"_s,
            u"off"_s, u"y"_s, u"n"_s}
                               .contains(word);
        return speaks && !meant ? YAML_ANY_SCALAR_STYLE : YAML_DOUBLE_QUOTED_SCALAR_STYLE;
    }

    QByteArray end()
    {
        yaml_mapping_end_event_initialize(&m_event);
        emit();
        yaml_document_end_event_initialize(&m_event, 1);
        emit();
        yaml_stream_end_event_initialize(&m_event);
        emit();
        return m_out;
    }

private:
    void emit() { yaml_emitter_emit(&m_emitter, &m_event); }

    static int append(void *out, unsigned char *bytes, size_t size)
    {
        static_cast<QByteArray *>(out)->append(
            reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(size));
        return 1;
    }

    yaml_emitter_t m_emitter = {};
    yaml_event_t m_event = {};
    QByteArray m_out;
};

} // namespace

QByteArray writeYaml(const QList<YamlMember> &members)
{
    if (members.isEmpty())
        return {};
    Emitter emitter;
    emitter.begin();
    for (const YamlMember &member : members) {
        emitter.scalar(member.name, Emitter::styleOf(member.name));
        if (member.list)
            emitter.list(member.values);
        else if (member.values.isEmpty())
            emitter.scalar(u"~"_s, YAML_PLAIN_SCALAR_STYLE);
        else
            emitter.scalar(member.values.front(), Emitter::styleOf(member.values.front()));
    }
    return emitter.end();
}

} // namespace watchroom::articles
