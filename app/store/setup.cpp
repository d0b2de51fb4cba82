// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/setup.h"

#include "app/base/ids.h"
#include "app/domain/codes.h"
#include "app/domain/policy.h"
#include "app/domain/rosterrows.h"

namespace watchroom::store {

using namespace Qt::StringLiterals;
using domain::Row;

namespace {

/// Writes rows as the local authority does, in one person's name.
class FirstRows
{
public:
    FirstRows(Rows &rows, const QString &login, base::Instant now)
        : m_authority(rows)
        , m_now(now)
    {
        m_actor.name = login;
    }

    void add(const QString &table, Row row, const QList<domain::EntryDraft> &entries = {})
    {
        if (!row.contains("id"_L1))
            row.insert(u"id"_s, base::toText(base::newId(m_now)));
        row.insert(u"deleted"_s, false);
        domain::Judgement judgement;
        judgement.row = row;
        judgement.entries = entries;
        m_authority.store(table, std::nullopt, judgement, m_actor, base::newId(m_now), m_now);
    }

private:
    LocalAuthority m_authority;
    domain::Actor m_actor;
    base::Instant m_now;
};

} // namespace

LocalPerson systemPerson()
{
    QString login;
    for (const QChar c : qEnvironmentVariable("USER").toLower()) {
        if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_')
            login.append(c);
    }
    if (login.isEmpty())
        login = u"local"_s;
    return {login, login};
}

QString writeFirstRows(
    Rows &rows, const LocalPerson &person, const QList<QJsonObject> &rules, base::Instant now)
{
    const QVariant known = rows.database().value(
        // Who has every right comes before colleagues who were listed in the same moment.
        u"SELECT p.login FROM person p LEFT JOIN person_right r ON r.person=p.login"
        " AND r.right_name='admin' AND r.deleted=0"
        " WHERE p.deleted=0 AND p.active=1 ORDER BY r.person IS NULL, p.id LIMIT 1"_s);
    if (known.isValid())
        return known.toString();
    FirstRows first(rows, person.login, now);
    first.add(u"person"_s,
        {{u"login"_s, person.login}, {u"name"_s, person.name}, {u"layer"_s, u"technical"_s},
            {u"active"_s, true}});
    for (const QLatin1StringView right : domain::codes::kRights)
        first.add(
            u"person_right"_s, {{u"person"_s, person.login}, {u"right_name"_s, QString(right)}});
    first.add(u"policy"_s, {{u"version"_s, 1}, {u"doc"_s, domain::defaultPolicyDocument()}},
        {{u"policy_changed"_s, {{u"version"_s, 1}}, {}}});
    for (const domain::Position &position : domain::firstPositions())
        first.add(u"position"_s, domain::positionRow(position));
    for (const QJsonObject &rule : rules) {
        const QJsonValue name = rule.value("name"_L1);
        first.add(u"rule"_s,
            {{u"name"_s, name}, {u"version"_s, 1}, {u"doc"_s, rule}, {u"enabled"_s, true}},
            {{u"rule_changed"_s, {{u"name"_s, name}, {u"version"_s, 1}}, {}}});
    }
    return person.login;
}

} // namespace watchroom::store
