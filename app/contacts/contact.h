// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/instant.h"
#include "app/domain/row.h"

#include <QStringList>
#include <QUuid>

#include <optional>

namespace watchroom::contacts {

inline constexpr qsizetype kMostWays = 20; ///< of one contact, as the rules have it

/// One way to reach somebody; kinds as domain::codes::kContactWays.
struct ContactWay
{
    QString kind;
    QString value;
    QString note = {}; ///< "夜间", "先报专线号"
    friend bool operator==(const ContactWay &, const ContactWay &) = default;
};

/// Somebody to call: a person, or an outside party. A value.
struct Contact
{
    QUuid id;
    QString kind; ///< person, party
    QString name;
    QString org;
    QString duty; ///< what they are asked for
    QString person; ///< login of a member of the team; empty: none
    QList<ContactWay> ways;
    QStringList targets; ///< keys
    QStringList tags;
    QString note;
    QString verifiedWay; ///< by which they were last really reached
    QString verifiedBy; ///< login
    std::optional<base::Instant> verifiedAt;
    bool pending = false;

    [[nodiscard]] static Contact fromRow(const domain::Row &row);
    /// The columns a person may change.
    [[nodiscard]] domain::Row toRow() const;
    /// References/handover.md 3.6: contacts are verified by a real call once a month.
    [[nodiscard]] bool isVerificationDue(base::Instant now) const;
    friend bool operator==(const Contact &, const Contact &) = default;
};

} // namespace watchroom::contacts
