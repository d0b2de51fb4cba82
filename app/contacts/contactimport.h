// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/contacts/contactcommands.h"
#include "app/contacts/contactfile.h"

#include <QHash>

/// What the contacts of a file are to those there are. Pure; any thread.
namespace watchroom::contacts {

/// What a file is read against.
struct ImportNeeds
{
    QList<Contact> contacts;
    QStringList people; ///< logins of the team
    QHash<QString, QString> places; ///< keys, by key and by every name
};

/// One that was not taken.
struct RefusedContact
{
    qsizetype line = 0;
    QString name;
    Refusal refusal;
    friend bool operator==(const RefusedContact &, const RefusedContact &) = default;
};

/// Nothing is saved by it.
struct ContactImport
{
    QList<Contact> added;
    QList<ContactChange> changed;
    int unchanged = 0;
    QList<RefusedContact> refused; ///< in the order of the file

    [[nodiscard]] bool isEmpty() const { return added.isEmpty() && changed.isEmpty(); }
};

/// Somebody is known by their id, else by name and organisation together. What a file does not
/// speak of stays as it is. Refused with: `name_missing`, `text_too_long`, `kind_unknown {}`,
/// `person_unknown {}`, `place_unknown {}`, `too_many_ways`, `too_many_words`, `twice {}` (the same
/// as in an earlier line), `ambiguous` (two are called so), `card_version {}`, `card_open`.
[[nodiscard]] ContactImport planImport(const QList<FileContact> &file, const ImportNeeds &needs);

} // namespace watchroom::contacts
