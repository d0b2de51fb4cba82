// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roster/rostercommands.h"

#include "app/base/ids.h"

namespace watchroom::roster {

using namespace Qt::StringLiterals;
using domain::OperationKind;
using domain::Row;
using store::SavedFuture;

namespace {

const auto kPosition = u"position"_s;
const auto kRotation = u"rotation"_s;
const auto kOverride = u"roster_override"_s;

} // namespace

RosterCommands::RosterCommands(
    store::Store &store, const base::Clock &clock, std::function<store::Author()> author)
    : m_store(store)
    , m_clock(clock)
    , m_author(std::move(author))
{
}

store::Draft RosterCommands::inserted(const QString &table, const Row &set) const
{
    return {.table = table,
        .id = base::newId(m_clock.now()),
        .kind = OperationKind::Insert,
        .set = set};
}

SavedFuture RosterCommands::update(
    const QString &table, const QUuid &id, const Row &set, const Row &expect)
{
    return m_store.save(
        {{.table = table, .id = id, .kind = OperationKind::Update, .set = set, .expect = expect}},
        m_author());
}

SavedFuture RosterCommands::remove(const QString &table, const QUuid &id)
{
    return m_store.save(
        {{.table = table, .id = id, .kind = OperationKind::Delete, .set = {}}}, m_author());
}

SavedFuture RosterCommands::savePosition(const domain::Position &position)
{
    Row row = domain::positionRow(position);
    row.remove("id"_L1);
    if (position.id.isNull())
        return m_store.save({inserted(kPosition, row)}, m_author());
    return update(kPosition, position.id, row);
}

SavedFuture RosterCommands::removePosition(const QUuid &id)
{
    return remove(kPosition, id);
}

SavedFuture RosterCommands::saveRotation(const domain::Rotation &rotation)
{
    if (rotation.id.isNull())
        return addRotation(domain::rotationRow(rotation));
    return update(kRotation, rotation.id, domain::rotationRow(rotation));
}

SavedFuture RosterCommands::addRotation(const Row &set)
{
    return m_store.save({inserted(kRotation, set)}, m_author());
}

SavedFuture RosterCommands::succeed(const QUuid &rotation, const domain::Rotation &next)
{
    const QString lastDay = next.startsOn.addDays(-1).toString(Qt::ISODate);
    return m_store.save({{.table = kRotation,
                             .id = rotation,
                             .kind = OperationKind::Update,
                             .set = {{u"ends_on"_s, lastDay}}},
                            inserted(kRotation, domain::rotationRow(next))},
        m_author());
}

SavedFuture RosterCommands::endRotation(const QUuid &rotation, const QDate &lastDay)
{
    return update(kRotation, rotation, {{u"ends_on"_s, lastDay.toString(Qt::ISODate)}});
}

SavedFuture RosterCommands::removeRotation(const QUuid &rotation)
{
    return remove(kRotation, rotation);
}

SavedFuture RosterCommands::change(const NewChange &change)
{
    return changeAll({change});
}

SavedFuture RosterCommands::changeAll(const QList<NewChange> &changes)
{
    QList<store::Draft> drafts;
    for (const NewChange &change : changes)
        drafts.append(inserted(kOverride, toRow(change)));
    return m_store.save(drafts, m_author());
}

SavedFuture RosterCommands::takeShift(const domain::Shift &shift, const QString &reason)
{
    return change({.kind = u"cover"_s,
        .position = shift.position,
        .person = m_author().login,
        .replaces = shift.person.isEmpty() ? shift.rostered : shift.person,
        .from = std::max(m_clock.now(), shift.from),
        .until = shift.until,
        .reason = reason});
}

SavedFuture RosterCommands::accept(const QUuid &change)
{
    return update(kOverride, change, {{u"state"_s, u"accepted"_s}}, {{u"state"_s, u"asked"_s}});
}

SavedFuture RosterCommands::decline(const QUuid &change)
{
    return update(kOverride, change, {{u"state"_s, u"declined"_s}}, {{u"state"_s, u"asked"_s}});
}

SavedFuture RosterCommands::takeBack(const QUuid &change)
{
    return update(kOverride, change, {{u"state"_s, u"cancelled"_s}});
}

SavedFuture RosterCommands::endNow(const QUuid &change)
{
    return update(kOverride, change, {{u"ends_at"_s, base::toIso(m_clock.now())}});
}

SavedFuture RosterCommands::checkIn(const QString &position)
{
    store::Draft draft = inserted(u"check_in"_s, {{u"position"_s, position}});
    draft.kind = OperationKind::Append;
    return m_store.save({draft}, m_author());
}

} // namespace watchroom::roster
