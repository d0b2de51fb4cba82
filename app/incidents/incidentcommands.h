// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/domain/attachment.h"
#include "app/store/store.h"

#include <QFuture>
#include <QJsonArray>
#include <QUuid>

#include <functional>
#include <optional>

namespace watchroom::incidents {

using store::SavedFuture;

struct NewIncident
{
    QString title;
    QString level; ///< code word
    QString target = {}; ///< key, may be empty
    QString group = {}; ///< code word, may be empty
    bool drill = false;
    bool claim = false; ///< the opener owns it at once
};

/// What a step to another stage brings with it; empty members are left as they are.
struct Advance
{
    QString to; ///< code word of the stage
    QString reason = {}; ///< asked when going back or leaving stages out
    QString note = {};
    QString cause = {};
    QString verified = {};
    std::optional<QJsonArray> told = {}; ///< parties
};

struct Assessment
{
    QString level = {}; ///< empty: confirmed as it is
    QString levelReason = {}; ///< when it is lowered
    QString group;
    QJsonArray sites;
};

struct NewEntry
{
    QUuid incident;
    QString text;
    QString channel = {}; ///< phone, im, onsite, other or empty
    std::optional<base::Instant> happenedAt = {};
    QUuid corrects = {};
    QList<domain::Attachment> attachments = {}; ///< kept already (Attachments)
};

/// What a person does with incidents: each function saves one group of changes and returns at once.
/// The rules judge it in the store; refusals carry the rule's code. Any thread.
class IncidentCommands
{
public:
    /// `author` is asked at each command: people switch.
    IncidentCommands(
        store::Store &store, const base::Clock &clock, std::function<store::Author()> author);

    [[nodiscard]] SavedFuture open(const NewIncident &incident);
    /// Becomes the owner of an incident that has none; when somebody was faster: Conflict
    /// `changed`.
    [[nodiscard]] SavedFuture claim(const QUuid &incident);
    /// Becomes the owner in place of `from`; when `from` is no longer the owner: Conflict
    /// `changed`.
    [[nodiscard]] SavedFuture takeOver(const QUuid &incident, const QString &from);
    [[nodiscard]] SavedFuture release(const QUuid &incident);
    [[nodiscard]] SavedFuture handTo(const QUuid &incident, const QString &login);
    [[nodiscard]] SavedFuture acknowledge(const QUuid &incident);
    [[nodiscard]] SavedFuture assess(const QUuid &incident, const Assessment &assessment);
    /// The result of Assessment and the step to Diagnosis, together or not at all.
    [[nodiscard]] SavedFuture assessAndAdvance(const QUuid &incident, const Assessment &assessment);
    [[nodiscard]] SavedFuture advance(const QUuid &incident, const Advance &step);
    [[nodiscard]] SavedFuture setLevel(
        const QUuid &incident, const QString &level, const QString &reason = {});
    [[nodiscard]] SavedFuture waitFor(const QUuid &incident, const QString &whom);
    [[nodiscard]] SavedFuture resume(const QUuid &incident);
    [[nodiscard]] SavedFuture setTitle(const QUuid &incident, const QString &title);
    [[nodiscard]] SavedFuture addEntry(const NewEntry &entry);

private:
    [[nodiscard]] SavedFuture update(
        const QUuid &incident, domain::Row set, domain::Row expect = {});

    store::Store &m_store;
    const base::Clock &m_clock;
    std::function<store::Author()> m_author;
};

} // namespace watchroom::incidents
