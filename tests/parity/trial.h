// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/judge.h"
#include "app/domain/operation.h"
#include "tests/parity/parityfacts.h"

#include <QJsonArray>
#include <QMap>

namespace watchroom::parity {

/// One change that is put to domain::judge() and to the guard of the server.
struct Trial
{
    QString table = {};
    domain::OperationKind kind = domain::OperationKind::Update;
    domain::Row old = {}; ///< empty for an insert; in the facts and in the server
    domain::Row set = {}; ///< for an insert with its id
    domain::Actor actor = {};
    qint64 fence = 0; ///< of a station; 0: none
    base::Instant at = {};

    [[nodiscard]] QUuid id() const;
};

/// The fence of the lease on both sides.
inline constexpr qint64 kFence = 7;

/// What a side made of a trial, in one form.
struct Outcome
{
    QString code = {}; ///< empty: accepted
    QJsonObject params = {};
    domain::Row row = {}; ///< the compared columns
    QJsonArray entries = {}; ///< {incident, code, params} in order
    QMap<qint64, domain::Row> records = {}; ///< of the incident, by n
    QMap<QString, domain::Row> moved = {}; ///< other rows that follow, by "table id"

    [[nodiscard]] QByteArray describe() const;
};

[[nodiscard]] QJsonObject toServer(const Trial &trial);
[[nodiscard]] Outcome fromServer(const Trial &trial, const QJsonObject &answer);
[[nodiscard]] Outcome judgeHere(const Trial &trial, base::Instant now, ParityFacts &facts);

/// Empty when equal; else the trial and both outcomes, for a person to read.
[[nodiscard]] QByteArray difference(const Trial &trial, const Outcome &here, const Outcome &there);

} // namespace watchroom::parity
