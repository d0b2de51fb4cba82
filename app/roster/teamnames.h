// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace watchroom::roster {

/// A person by one of the names they go by; one login may come with several.
struct TeamMember
{
    QString login;
    QString name;
};

/// One name of a cell, as it is written there.
struct NamePiece
{
    QString text;
    QStringList logins; ///< whose name it is; more than one: it does not say who
};

/// Finds people by their names alone. A value; any thread.
class TeamNames
{
public:
    explicit TeamNames(const QList<TeamMember> &team);

    /// Whose name this is, whatever its blanks, width and case and a telephone number behind it.
    [[nodiscard]] QStringList match(const QString &text) const;
    /// The names of a cell, between any of 、,;/ and line breaks, or blanks.
    [[nodiscard]] QList<NamePiece> split(const QString &cell) const;

private:
    void splitByBlanks(const QString &part, QList<NamePiece> &into) const;

    QHash<QString, QStringList> m_logins; ///< by squeezed name
};

} // namespace watchroom::roster
