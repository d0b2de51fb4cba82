// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/incidents/incidentcommands.h"

#include "app/base/ids.h"
#include "app/domain/values.h"

namespace watchroom::incidents {

using namespace Qt::StringLiterals;

namespace {

const QString kIncidentTable = u"incident"_s;

void setIfGiven(domain::Row &row, const QString &column, const QString &text)
{
    if (!text.isEmpty())
        row.insert(column, text);
}

domain::Row assessed(const Assessment &assessment)
{
    domain::Row set{{u"sites"_s, assessment.sites}, {u"level_confirmed"_s, true}};
    setIfGiven(set, u"tech_group"_s, assessment.group);
    setIfGiven(set, u"level"_s, assessment.level);
    setIfGiven(set, u"level_reason"_s, assessment.levelReason);
    return set;
}

QString kindOf(const NewEntry &entry)
{
    if (!entry.corrects.isNull())
        return u"correction"_s;
    if (entry.channel == "phone"_L1)
        return u"call"_s;
    if (entry.channel == "im"_L1)
        return u"message"_s;
    return u"note"_s;
}

} // namespace

IncidentCommands::IncidentCommands(
    store::Store &store, const base::Clock &clock, std::function<store::Author()> author)
    : m_store(store)
    , m_clock(clock)
    , m_author(std::move(author))
{
}

SavedFuture IncidentCommands::open(const NewIncident &incident)
{
    const store::Author author = m_author();
    domain::Row set{{u"title"_s, incident.title.trimmed()}, {u"level"_s, incident.level},
        {u"drill"_s, incident.drill}};
    setIfGiven(set, u"target"_s, incident.target);
    setIfGiven(set, u"tech_group"_s, incident.group);
    if (incident.claim)
        set.insert(u"owner"_s, author.login);
    return m_store.save({{.table = kIncidentTable,
                            .id = base::newId(m_clock.now()),
                            .kind = domain::OperationKind::Insert,
                            .set = set}},
        author);
}

SavedFuture IncidentCommands::update(const QUuid &incident, domain::Row set, domain::Row expect)
{
    return m_store.save({{.table = kIncidentTable,
                            .id = incident,
                            .kind = domain::OperationKind::Update,
                            .set = std::move(set),
                            .expect = std::move(expect)}},
        m_author());
}

SavedFuture IncidentCommands::claim(const QUuid &incident)
{
    return update(incident, {{u"owner"_s, m_author().login}}, {{u"owner"_s, QJsonValue()}});
}

SavedFuture IncidentCommands::takeOver(const QUuid &incident, const QString &from)
{
    return update(incident, {{u"owner"_s, m_author().login}}, {{u"owner"_s, from}});
}

SavedFuture IncidentCommands::release(const QUuid &incident)
{
    return update(incident, {{u"owner"_s, QJsonValue()}});
}

SavedFuture IncidentCommands::handTo(const QUuid &incident, const QString &login)
{
    return update(incident, {{u"owner"_s, login}});
}

SavedFuture IncidentCommands::acknowledge(const QUuid &incident)
{
    return update(incident,
        {{u"acknowledged_by"_s, m_author().login},
            {u"acknowledged_at"_s, base::toIso(m_clock.now())}});
}

SavedFuture IncidentCommands::assess(const QUuid &incident, const Assessment &assessment)
{
    return update(incident, assessed(assessment));
}

SavedFuture IncidentCommands::assessAndAdvance(const QUuid &incident, const Assessment &assessment)
{
    domain::Row set = assessed(assessment);
    set.insert(u"stage"_s, u"diagnosis"_s);
    return update(incident, set);
}

SavedFuture IncidentCommands::advance(const QUuid &incident, const Advance &step)
{
    domain::Row set{{u"stage"_s, step.to}};
    setIfGiven(set, u"stage_reason"_s, step.reason);
    setIfGiven(set, u"stage_note"_s, step.note);
    setIfGiven(set, u"cause"_s, step.cause);
    setIfGiven(set, u"verified"_s, step.verified);
    if (step.told)
        set.insert(u"told"_s, *step.told);
    return update(incident, set);
}

SavedFuture IncidentCommands::setLevel(
    const QUuid &incident, const QString &level, const QString &reason)
{
    domain::Row set{{u"level"_s, level}};
    setIfGiven(set, u"level_reason"_s, reason);
    return update(incident, set);
}

SavedFuture IncidentCommands::waitFor(const QUuid &incident, const QString &whom)
{
    return update(incident, {{u"waiting_for"_s, domain::orNull(whom.trimmed())}});
}

SavedFuture IncidentCommands::resume(const QUuid &incident)
{
    return update(incident, {{u"waiting_for"_s, QJsonValue()}});
}

SavedFuture IncidentCommands::setTitle(const QUuid &incident, const QString &title)
{
    return update(incident, {{u"title"_s, title.trimmed()}});
}

SavedFuture IncidentCommands::addEntry(const NewEntry &entry)
{
    const base::Instant now = m_clock.now();
    domain::Row set{{u"kind"_s, kindOf(entry)}, {u"text"_s, entry.text},
        {u"happened_at"_s, base::toIso(entry.happenedAt.value_or(now))}};
    setIfGiven(set, u"channel"_s, entry.channel);
    if (!entry.incident.isNull())
        set.insert(u"incident"_s, base::toText(entry.incident));
    if (!entry.corrects.isNull())
        set.insert(u"corrects"_s, base::toText(entry.corrects));
    if (!entry.attachments.isEmpty())
        set.insert(u"blobs"_s, domain::toJson(entry.attachments));
    return m_store.save({{.table = u"log_entry"_s,
                            .id = base::newId(now),
                            .kind = domain::OperationKind::Append,
                            .set = set}},
        m_author());
}

} // namespace watchroom::incidents
