// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace watchroom::articles {

inline constexpr qsizetype kYamlBytes = 64 * 1024;

/// One member of a flat YAML mapping: a scalar, or a list of scalars.
struct YamlMember
{
    QString name = {};
    QStringList values = {}; ///< one, where it is no list; none, where nothing or `null` is written
    bool list = false;
    int line = 0; ///< of its name, from 1

    friend bool operator==(const YamlMember &, const YamlMember &) = default;
};

/// What could be read, and the lines at which it is something else: bad YAML, a mapping or list
/// within another, an anchor or alias, a second document.
struct YamlMapping
{
    QList<YamlMember> members;
    QList<int> brokenLines;
};

[[nodiscard]] YamlMapping readYaml(const QByteArray &utf8);
/// So that readYaml() gives the same members; lines are left out.
[[nodiscard]] QByteArray writeYaml(const QList<YamlMember> &members);

} // namespace watchroom::articles
