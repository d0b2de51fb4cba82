// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"
#include "app/domain/judge.h"
#include "app/domain/policy.h"

#include <QHash>

namespace watchroom::domain::test {

using namespace Qt::StringLiterals;

inline base::Instant at(QStringView text)
{
    return base::fromIso(text).value();
}

/// The facts of a small workspace, kept in memory: people chen, zhou (members), wang (lead), root
/// (admin), gone (disabled), and the default policy as version 1.
class MemoryFacts final : public Facts
{
public:
    MemoryFacts()
    {
        for (const QString &login : {u"chen"_s, u"zhou"_s, u"wang"_s, u"root"_s})
            addPerson(login, true);
        addPerson(u"gone"_s, false);
        add(u"person_right"_s, {{u"person"_s, u"wang"_s}, {u"right_name"_s, u"lead"_s}});
        add(u"person_right"_s, {{u"person"_s, u"root"_s}, {u"right_name"_s, u"admin"_s}});
        add(u"policy"_s, {{u"version"_s, 1}, {u"doc"_s, defaultPolicyDocument()}});
    }

    Row add(const QString &table, Row row)
    {
        if (!row.contains("id"_L1))
            row.insert("id"_L1, base::toText(base::derivedId({table, QString::number(++m_made)})));
        if (!row.contains("deleted"_L1))
            row.insert("deleted"_L1, false);
        m_tables[table].insert(uuid(row, "id"_L1), row);
        return row;
    }

    Row addPerson(const QString &login, bool active)
    {
        return add(u"person"_s, {{u"login"_s, login}, {u"name"_s, login}, {u"active"_s, active}});
    }

    void take(const Judgement &judgement, const QString &table)
    {
        add(table, judgement.row);
        for (const Consequence &consequence : judgement.consequences)
            add(consequence.table, consequence.row);
    }

    std::optional<Row> row(QStringView table, const QUuid &id) const override
    {
        const auto rows = m_tables.value(table.toString());
        return rows.contains(id) ? std::optional(rows.value(id)) : std::nullopt;
    }

    QList<Row> rowsWhere(
        QStringView table, QLatin1StringView column, const QJsonValue &value) const override
    {
        QList<Row> found;
        for (const Row &row : m_tables.value(table.toString()))
            if (sameValue(row.value(column), value))
                found.append(row);
        return found;
    }

    std::optional<Row> newestPolicy() const override
    {
        std::optional<Row> newest;
        for (const Row &row : m_tables.value(u"policy"_s))
            if (!newest || integer(row, "version"_L1) > integer(*newest, "version"_L1))
                newest = row;
        return newest;
    }

    qint64 nextNumber() override { return ++m_number; }

private:
    QHash<QString, QHash<QUuid, Row>> m_tables;
    qint64 m_number = 100;
    int m_made = 0;
};

inline Actor member(const QString &name)
{
    return {.name = name, .station = false, .active = true, .fenceHolds = false, .rights = {}};
}

inline Actor lead()
{
    return {.name = u"wang"_s,
        .station = false,
        .active = true,
        .fenceHolds = false,
        .rights = {u"lead"_s}};
}

inline Actor admin()
{
    return {.name = u"root"_s,
        .station = false,
        .active = true,
        .fenceHolds = false,
        .rights = {u"admin"_s}};
}

inline Actor desk(bool fenceHolds = true)
{
    return {.name = u"desk-1"_s,
        .station = true,
        .active = true,
        .fenceHolds = fenceHolds,
        .rights = {}};
}

/// An incident's life, step by step; each step is judged and, if accepted, becomes the row.
class Life
{
public:
    explicit Life(const Row &set = {}, const Actor &actor = member(u"chen"_s))
    {
        Row first{{u"id"_s, u"0190f3a2-7b1c-7def-8123-456789abcdef"_s}, {u"label"_s, u"A3-1"_s},
            {u"title"_s, u"三院会诊室卡顿"_s}, {u"level"_s, u"yellow"_s}};
        for (auto it = set.begin(); it != set.end(); ++it)
            first.insert(it.key(), it.value());
        last = judge(u"incident", std::nullopt, first, actor, now, now, facts);
        keep();
    }

    /// Puts a change of these columns to the rules, `later` after the step before.
    const Judgement &change(
        const Row &set, const Actor &actor, base::Seconds later = base::Seconds{60})
    {
        now += later;
        Row proposed = row;
        for (auto it = set.begin(); it != set.end(); ++it)
            proposed.insert(it.key(), it.value());
        last = judge(u"incident", row, proposed, actor, now, now, facts);
        keep();
        return last;
    }

    [[nodiscard]] QStringList codes() const
    {
        QStringList codes;
        for (const EntryDraft &entry : last.entries)
            codes.append(entry.code);
        return codes;
    }

    [[nodiscard]] QJsonObject params(const QString &code) const
    {
        for (const EntryDraft &entry : last.entries)
            if (entry.code == code)
                return entry.params;
        return {};
    }

    [[nodiscard]] QJsonValue value(QLatin1StringView column) const { return row.value(column); }

    MemoryFacts facts;
    base::Instant now = at(u"2026-03-18T14:32:41.000000Z");
    Row row;
    Judgement last;

private:
    void keep()
    {
        if (!last.accepted())
            return;
        row = last.row;
        facts.take(last, u"incident"_s);
    }
};

} // namespace watchroom::domain::test
