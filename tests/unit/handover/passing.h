// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/unit/handover/shifts.h"

namespace watchroom::test {

/// The watch is passed at a ShiftDesk: each step by whoever takes it.
class Passing
{
public:
    Passing(const ShiftDesk &desk, const QString &scope = u"desk"_s)
        : m_desk(desk)
        , m_scope(scope)
    {
    }

    [[nodiscard]] handover::HandoverState state() const
    {
        return *m_desk.store
                    ->read<handover::HandoverState>([this](store::Reader &reader) {
                        return handover::readHandover(reader, m_scope);
                    })
                    .result();
    }
    [[nodiscard]] handover::HandoverSheet sheet() const
    {
        return *handover::sheetOf(state(), m_desk.clock.now(), {.zone = "Asia/Shanghai"});
    }
    [[nodiscard]] handover::HandoverCommands as(const QString &login) const
    {
        return {*m_desk.store, m_desk.clock, [login] { return ShiftDesk::author(login); }};
    }

    void begin(base::Instant shiftAt, const QString &outgoing, const QString &incoming,
        qint64 attempt = 1) const
    {
        ShiftDesk::saved(as(outgoing).open({.scope = m_scope,
            .shiftAt = shiftAt,
            .attempt = attempt,
            .outgoing = outgoing,
            .incoming = incoming,
            .outgoingPeople = {outgoing},
            .incomingPeople = {incoming}}));
    }
    /// Everything that has to be said, read back and looked at.
    void fillIn() const
    {
        const handover::HandoverState now = state();
        for (const handover::HandoverItem &item : now.items) {
            const auto set = [&](const QString &login, const handover::ItemChange &change) {
                ShiftDesk::saved(
                    as(login).setItem(now.id, item.facts.table, item.facts.id, change));
            };
            set(now.outgoing,
                {.receiver = now.incoming, .nextAction = u"复测"_s, .contingency = u"切换"_s});
            set(now.incoming,
                {.confirmed = true,
                    .readBack = handover::SheetReadBack{.table = {},
                        .id = {},
                        .dueAt = item.facts.dueAt,
                        .nextAction = u"复测"_s,
                        .owner = now.incoming}});
            set(now.outgoing, {.heard = true});
        }
        for (const handover::SheetSystem &system : now.systems)
            ShiftDesk::saved(as(now.outgoing).check(now.id, system.key, u"ok"_s, {}));
    }
    void sign(const QList<handover::SheetWaiver> &waivers = {}) const
    {
        handover::HandoverSheet signedOne = sheet();
        signedOne.waivers = waivers;
        ShiftDesk::saved(as(state().outgoing).handOver(signedOne, u"password"_s, u"desk-1"_s));
    }
    void accept() const
    {
        ShiftDesk::saved(as(state().incoming).accept(state(), u"password"_s, u"desk-1"_s));
    }

private:
    const ShiftDesk &m_desk;
    QString m_scope;
};

} // namespace watchroom::test
