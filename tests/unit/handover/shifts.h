// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"
#include "app/store/store.h"
#include "tests/unit/handover/duties.h"

#include <QTemporaryDir>

#include <atomic>

namespace watchroom::test {

/// A clock that stands where the test puts it: 18 March 2026, noon in Shanghai.
class StandingClock final : public base::Clock
{
public:
    [[nodiscard]] base::Instant now() const override { return m_now; }
    void set(base::Instant now) { m_now = now; }

private:
    std::atomic<base::Instant> m_now = march(18, 12);
};

/// A standalone workspace with the people and the roster of team(); everybody is who they say.
class ShiftDesk
{
    QTemporaryDir m_dir; // outlives the store

public:
    ShiftDesk()
    {
        auto opened = store::Store::open(m_dir.path(), store::Store::Mode::Standalone, clock);
        if (!opened)
            qFatal("open: %s", qPrintable(opened.error().detail));
        store = std::move(*opened);
        if (!store->setUpStandalone({u"chen"_s, u"陈思远"_s}, {}).result())
            qFatal("not set up");
        for (const auto &login : {u"zhou"_s, u"li"_s, u"luo"_s, u"wu"_s, u"sun"_s})
            save(u"person"_s,
                {{u"login"_s, login}, {u"name"_s, u"名·"_s + login}, {u"active"_s, true}});
    }

    void roster()
    {
        const handover::DutyRoster duty = team();
        for (const domain::Rotation &rotation : duty.roster.rotations)
            save(u"rotation"_s, domain::rotationRow(rotation));
    }
    QUuid save(const QString &table, const domain::Row &set, const QString &login = u"chen"_s,
        domain::OperationKind kind = domain::OperationKind::Insert) const
    {
        const QUuid id = base::newId(clock.now());
        saved(store->save({{.table = table, .id = id, .kind = kind, .set = set}}, author(login)));
        return id;
    }
    void update(const QString &table, const QUuid &id, const domain::Row &set,
        const QString &login = u"chen"_s) const
    {
        saved(store->save(
            {{.table = table, .id = id, .kind = domain::OperationKind::Update, .set = set}},
            author(login)));
    }
    void checkIn(const QString &login) const
    {
        save(u"check_in"_s, {{u"position"_s, u"shift_lead"_s}}, login,
            domain::OperationKind::Append);
    }
    [[nodiscard]] QList<domain::Row> rows(const QString &table, const QString &where = {},
        const QVariantList &values = {}, const QString &tail = {}) const
    {
        const auto found = store
                               ->read<QList<domain::Row>>([=](store::Reader &reader) {
                                   return reader.rows(table, where, values, tail);
                               })
                               .result();
        if (!found)
            qFatal("read: %s", qPrintable(found.error().detail));
        return *found;
    }
    [[nodiscard]] static store::Author author(const QString &login)
    {
        return {.login = login, .session = {}, .sessionKey = {}};
    }
    /// A refusal ends the test program with its reason.
    static store::Saved saved(const store::SavedFuture &saving)
    {
        const auto result = saving.result();
        if (!result)
            qFatal("refused: %s %s", qPrintable(result.error().code),
                qPrintable(result.error().detail));
        return *result;
    }

    StandingClock clock;
    std::unique_ptr<store::Store> store;
};

} // namespace watchroom::test
