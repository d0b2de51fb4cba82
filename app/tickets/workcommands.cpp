// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tickets/workcommands.h"

#include "app/base/ids.h"
#include "app/domain/values.h"

namespace watchroom::tickets {

using namespace Qt::StringLiterals;
using domain::orNull;
using store::SavedFuture;

namespace {

void setIfGiven(domain::Row &row, const QString &column, const QString &text)
{
    if (!text.isEmpty())
        row.insert(column, text);
}

void setPlanned(domain::Row &row, const Plan &plan)
{
    if (plan.nextAction)
        row.insert(u"next_action"_s, orNull(plan.nextAction->trimmed()));
    if (plan.dueAt)
        row.insert(u"due_at"_s, base::toIso(*plan.dueAt));
    else if (plan.untimed)
        row.insert(u"due_at"_s, QJsonValue());
    if (plan.contingency)
        row.insert(u"contingency"_s, orNull(plan.contingency->trimmed()));
}

} // namespace

WorkCommands::WorkCommands(
    store::Store &store, const base::Clock &clock, std::function<store::Author()> author)
    : m_store(store)
    , m_clock(clock)
    , m_author(std::move(author))
{
}

SavedFuture WorkCommands::open(const NewWork &work)
{
    const store::Author author = m_author();
    domain::Row set{{u"title"_s, work.title.trimmed()}, {u"level"_s, work.level}};
    setIfGiven(set, u"detail"_s, work.detail.trimmed());
    setIfGiven(set, u"tech_group"_s, work.group);
    setIfGiven(set, u"url"_s, work.url.trimmed());
    setIfGiven(set, u"offered_to"_s, work.offerTo);
    setPlanned(set, work.plan);
    if (!work.incident.isNull())
        set.insert(u"incident"_s, base::toText(work.incident));
    if (work.claim)
        set.insert(u"owner"_s, author.login);
    return m_store.save({{.table = tableOf(work.kind),
                            .id = base::newId(m_clock.now()),
                            .kind = domain::OperationKind::Insert,
                            .set = set}},
        author);
}

SavedFuture WorkCommands::update(
    WorkKind kind, const QUuid &id, domain::Row set, domain::Row expect)
{
    return m_store.save({{.table = tableOf(kind),
                            .id = id,
                            .kind = domain::OperationKind::Update,
                            .set = std::move(set),
                            .expect = std::move(expect)}},
        m_author());
}

SavedFuture WorkCommands::claim(WorkKind kind, const QUuid &id)
{
    return update(kind, id, {{u"owner"_s, m_author().login}}, {{u"owner"_s, QJsonValue()}});
}

SavedFuture WorkCommands::takeOver(WorkKind kind, const QUuid &id, const QString &from)
{
    return update(kind, id, {{u"owner"_s, m_author().login}}, {{u"owner"_s, from}});
}

SavedFuture WorkCommands::release(WorkKind kind, const QUuid &id)
{
    return update(kind, id, {{u"owner"_s, QJsonValue()}});
}

SavedFuture WorkCommands::offer(WorkKind kind, const QUuid &id, const QString &login)
{
    return update(kind, id, {{u"offered_to"_s, login}});
}

SavedFuture WorkCommands::accept(WorkKind kind, const QUuid &id)
{
    const QString me = m_author().login;
    return update(kind, id, {{u"owner"_s, me}}, {{u"offered_to"_s, me}});
}

SavedFuture WorkCommands::cancelOffer(WorkKind kind, const QUuid &id)
{
    return update(kind, id, {{u"offered_to"_s, QJsonValue()}});
}

SavedFuture WorkCommands::setPlan(WorkKind kind, const QUuid &id, const Plan &plan)
{
    domain::Row set;
    setPlanned(set, plan);
    return update(kind, id, set);
}

SavedFuture WorkCommands::setText(WorkKind kind, const QUuid &id, const WorkText &text)
{
    domain::Row set;
    const auto add = [&set](const QString &column, const std::optional<QString> &value) {
        if (value)
            set.insert(column, orNull(value->trimmed()));
    };
    add(u"title"_s, text.title);
    add(u"detail"_s, text.detail);
    add(u"level"_s, text.level);
    add(u"url"_s, text.url);
    return update(kind, id, set);
}

SavedFuture WorkCommands::waitFor(const QUuid &ticket, const QString &whom)
{
    return update(WorkKind::Ticket, ticket, {{u"waiting_for"_s, orNull(whom.trimmed())}});
}

SavedFuture WorkCommands::resume(const QUuid &ticket)
{
    return update(WorkKind::Ticket, ticket, {{u"waiting_for"_s, QJsonValue()}});
}

SavedFuture WorkCommands::close(
    WorkKind kind, const QUuid &id, const QString &state, const QString &outcome)
{
    return update(kind, id, {{u"state"_s, state}, {u"outcome"_s, orNull(outcome.trimmed())}});
}

} // namespace watchroom::tickets
