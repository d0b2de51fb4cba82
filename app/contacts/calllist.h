// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/contacts/contact.h"

#include <QHash>

/// Whom an incident concerns, of those there are to call. Pure; any thread.
namespace watchroom::contacts {

/// What of an incident decides who is called.
struct CallSubject
{
    QStringList places; ///< keys: its own, then the affected ones
    QStringList above; ///< keys: what those lie in, the nearest first
    QStringList people; ///< logins: its owner, then those with a role in it
    QStringList words; ///< as tags have them: its group, by code and by name
    friend bool operator==(const CallSubject &, const CallSubject &) = default;
};

/// Why somebody is on the list; in the order of the list.
enum class CallGround
{
    Place,
    Above,
    Team,
    Tag
};

struct CallLine
{
    Contact contact;
    CallGround ground = CallGround::Place;
    QString about; ///< the place's key, the login or the tag
    friend bool operator==(const CallLine &, const CallLine &) = default;
};

/// Each contact once, on its first ground; among equals in the order in which they are given.
[[nodiscard]] QList<CallLine> callListOf(
    const QList<Contact> &contacts, const CallSubject &subject);

/// What the places lie in, level by level, without the places themselves.
[[nodiscard]] QStringList placesAbove(
    const QStringList &places, const QHash<QString, QString> &parents);

} // namespace watchroom::contacts
