// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/ids.h"
#include "app/domain/handoverguard.h"
#include "app/domain/knowledgeguard.h"
#include "app/domain/values.h"

#include <algorithm>

namespace watchroom::domain {

using namespace Qt::StringLiterals;

namespace {

/// Goes through what is open, table by table, in the order of the ids.
class Mover
{
public:
    Mover(const Change &change, const QJsonObject &sheet)
        : m_change(change)
        , m_lead(text(change.row, "incoming"_L1))
        , m_leaving(logins(change.row.value("outgoing_people"_L1)))
    {
        const QStringList staying = logins(change.row.value("incoming_people"_L1));
        m_leaving.removeIf([&](const QString &login) { return staying.contains(login); });
        const QJsonArray items = sheet.value("items"_L1).toArray();
        for (const QJsonValue &value : items) {
            const QJsonObject item = value.toObject();
            m_items.insert(text(item, "table"_L1) + u' ' + text(item, "id"_L1), item);
        }
    }

    Moves take()
    {
        takeIncidents();
        takeWork(u"pending_item"_s);
        takeWork(u"ticket"_s);
        takeRuns();
        return std::move(m_moves);
    }

private:
    [[nodiscard]] bool leaves(const QJsonValue &login) const
    {
        return login.isString() && m_leaving.contains(login.toString());
    }

    /// On the sheet by its receiver, else by the lead.
    [[nodiscard]] QString receiver(const std::optional<QJsonObject> &item) const
    {
        const QString named = item ? text(*item, "receiver"_L1) : QString();
        return !m_leaving.contains(named) && isActivePerson(m_change, named) ? named : m_lead;
    }

    [[nodiscard]] std::optional<QJsonObject> itemOf(const QString &table, const Row &row) const
    {
        const auto found = m_items.constFind(table + u' ' + text(row, "id"_L1));
        return found == m_items.constEnd() ? std::nullopt : std::optional(*found);
    }

    [[nodiscard]] QList<Row> sorted(QList<Row> rows) const
    {
        std::ranges::sort(rows, {}, [](const Row &row) { return text(row, "id"_L1); });
        return rows;
    }

    void note(const QString &table, const Row &row, const QJsonValue &from, const QJsonValue &to,
        const QString &why)
    {
        const auto given = [](const QJsonValue &value) {
            return value.isString() ? value : QJsonValue();
        };
        m_moves.changes.append(QJsonObject{{u"table"_s, table}, {u"id"_s, row.value("id"_L1)},
            {u"label"_s, given(row.value("label"_L1))}, {u"title"_s, given(row.value("title"_L1))},
            {u"from"_s, given(from)}, {u"to"_s, given(to)}, {u"why"_s, why}});
    }

    /// What differs from the sheet where the owner changes now.
    void noteMoved(const QString &table, const Row &row, const std::optional<QJsonObject> &item,
        const QString &to)
    {
        const QJsonValue from = row.value("owner"_L1);
        if (!from.isString())
            note(table, row, from, to, u"red_unowned"_s);
        else if (!item)
            note(table, row, from, to, u"not_on_sheet"_s);
        else if (text(*item, "receiver"_L1) != to)
            note(table, row, from, to, u"receiver_gone"_s);
    }

    /// What differs where somebody else has it, or nobody.
    void noteKept(const QString &table, const Row &row, const QJsonObject &item)
    {
        const QJsonValue owner = row.value("owner"_L1);
        const bool asSigned = sameValue(owner, item.value("owner"_L1))
            || (owner.isString() && owner.toString() == text(item, "receiver"_L1));
        if (!asSigned)
            note(table, row, item.value("owner"_L1), owner, u"taken"_s);
    }

    [[nodiscard]] bool goes(const Row &row) const
    {
        const QJsonValue owner = row.value("owner"_L1);
        return leaves(owner) || (!owner.isString() && text(row, "level"_L1) == "red"_L1);
    }

    void takeWork(const QString &table)
    {
        const QList<Row> open = sorted(m_change.facts.rowsWhere(table, "state"_L1, u"open"_s));
        for (const Row &row : open) {
            const auto item = itemOf(table, row);
            Row next = row;
            if (item)
                next.insert("carried"_L1, integer(row, "carried"_L1) + 1);
            if (goes(row)) {
                const QString to = receiver(item);
                noteMoved(table, row, item, to);
                writeWorkHanded(table, row, to);
                next.insert("owner"_L1, to);
                next.insert("offered_to"_L1, QJsonValue());
            } else if (item) {
                noteKept(table, row, *item);
            }
            if (item || goes(row))
                m_moves.rows.append({table, next});
        }
        noteEnded(table, open);
    }

    void writeWorkHanded(const QString &table, const Row &row, const QString &to)
    {
        const QJsonValue label = row.value("label"_L1);
        const QJsonValue from = row.value("owner"_L1);
        m_moves.entries.append({u"work_handed"_s,
            {{u"from"_s, from.isString() ? from : QJsonValue()}, {u"to"_s, to}, {u"table"_s, table},
                {u"work"_s, row.value("id"_L1)},
                {u"label"_s, label.isString() ? label : QJsonValue()},
                {u"title"_s, row.value("title"_L1)}},
            uuid(row, "incident"_L1)});
    }

    void takeIncidents()
    {
        QList<Row> open;
        for (const auto stage : {"detection"_L1, "assessment"_L1, "diagnosis"_L1, "recovery"_L1,
                 "notification"_L1, "review"_L1})
            open.append(m_change.facts.rowsWhere(u"incident", "stage"_L1, QString(stage)));
        open = sorted(open);
        for (const Row &row : std::as_const(open)) {
            const auto item = itemOf(u"incident"_s, row);
            const QString to = receiver(item);
            if (goes(row))
                takeIncident(row, item, to);
            else if (item)
                noteKept(u"incident"_s, row, *item);
            takeRoles(row, to);
        }
        noteEnded(u"incident"_s, open);
    }

    void takeIncident(const Row &row, const std::optional<QJsonObject> &item, const QString &to)
    {
        noteMoved(u"incident"_s, row, item, to);
        const QJsonValue from = row.value("owner"_L1);
        const QUuid id = uuid(row, "id"_L1);
        if (from.isString())
            m_moves.entries.append({u"handed_to"_s, {{u"from"_s, from}, {u"to"_s, to}}, id});
        else
            m_moves.entries.append({u"claimed"_s, {{u"owner"_s, to}}, id});
        Row next = row;
        next.insert("owner"_L1, to);
        next.insert("acknowledged_by"_L1, to);
        next.insert("acknowledged_at"_L1, base::toIso(m_change.at));
        m_moves.rows.append({u"incident"_s, next});
    }

    /// Named by its procedure, at the version that is followed.
    void takeRuns()
    {
        const QString table = u"procedure_run"_s;
        const QList<Row> open = sorted(m_change.facts.rowsWhere(table, "state"_L1, u"running"_s));
        for (const Row &row : open) {
            const Row version =
                versionOf(m_change, uuid(row, "article"_L1), integer(row, "now_version"_L1))
                    .value_or(Row());
            const auto item = itemOf(table, row);
            Row named = row;
            named.insert("title"_L1, version.value("title"_L1));
            if (goes(row)) {
                const QString to = receiver(item);
                noteMoved(table, named, item, to);
                QJsonObject params = runParams(m_change, row, version);
                params.insert("from"_L1, row.value("owner"_L1));
                params.insert("to"_L1, to);
                m_moves.entries.append(
                    {u"procedure_taken_over"_s, params, uuid(row, "incident"_L1)});
                Row next = row;
                next.insert("owner"_L1, to);
                m_moves.rows.append({table, next});
            } else if (item) {
                noteKept(table, named, *item);
            }
        }
        noteEnded(table, open);
    }

    void takeRoles(const Row &incident, const QString &to)
    {
        const QList<Row> roles = sorted(
            m_change.facts.rowsWhere(u"incident_role", "incident"_L1, incident.value("id"_L1)));
        for (const Row &role : roles) {
            if (boolean(role, "deleted"_L1) || !leaves(role.value("person"_L1)))
                continue;
            Row next = role;
            next.insert("person"_L1, to);
            m_moves.rows.append({u"incident_role"_s, next});
            m_moves.entries.append({u"role_given"_s,
                {{u"role"_s, role.value("role"_L1)}, {u"person"_s, to}}, uuid(incident, "id"_L1)});
        }
    }

    /// On the sheet, and open no more.
    void noteEnded(const QString &table, const QList<Row> &open)
    {
        const QString prefix = table + u' ';
        QStringList keys = m_items.keys();
        keys.sort();
        for (const QString &key : std::as_const(keys)) {
            const bool still = std::ranges::any_of(
                open, [&](const Row &row) { return prefix + text(row, "id"_L1) == key; });
            if (!key.startsWith(prefix) || still)
                continue;
            const QJsonObject item = m_items.value(key);
            note(table, item, item.value("owner"_L1), {}, u"ended"_s);
        }
    }

    const Change &m_change;
    QString m_lead;
    QStringList m_leaving;
    QHash<QString, QJsonObject> m_items;
    Moves m_moves;
};

} // namespace

Moves movesOf(const Change &change, const QJsonObject &sheet)
{
    return Mover(change, sheet).take();
}

} // namespace watchroom::domain
