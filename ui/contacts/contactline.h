// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/contacts/calllist.h"
#include "app/contacts/calls.h"

#include <QMetaType>

#include <functional>

namespace watchroom::ui {

/// Which contacts the page shows.
enum class ContactsView
{
    All,
    ToVerify, ///< to be called to see whether the number is still right
    Calls, ///< whom an incident concerns
};

/// A row of the list: a contact, and in lists of calls one of its ways.
struct ContactLine
{
    contacts::Contact contact;
    int way = -1; ///< index; none: there is none to be called by
    QString ground = {}; ///< why they are called
    QString said = {}; ///< of the last call by this way; empty: none was made
    bool reached = false; ///< by it
    QString verified = {};
    bool due = false; ///< to be verified
    friend bool operator==(const ContactLine &, const ContactLine &) = default;

    [[nodiscard]] QString wayValue() const
    {
        return way >= 0 ? contact.ways.at(way).value : QString();
    }
};

/// What lines are made of.
struct LineSource
{
    const contacts::Calls &calls;
    std::function<QString(const QString &login)> personName;
    std::function<QString(const QString &key)> targetName;
    base::Instant now;
};

/// One a contact, with its first way.
[[nodiscard]] QList<ContactLine> contactLines(
    const QList<contacts::Contact> &contacts, const LineSource &source);
/// One a way that somebody can be called by; a contact without one has a line too.
[[nodiscard]] QList<ContactLine> callLines(
    const contacts::CallLine &line, const LineSource &source);
/// Of a contact that is on no incident's list.
[[nodiscard]] QList<ContactLine> callLines(
    const contacts::Contact &contact, const LineSource &source);

} // namespace watchroom::ui

Q_DECLARE_METATYPE(watchroom::ui::ContactLine)
