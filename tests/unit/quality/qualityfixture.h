// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"
#include "app/quality/ruleengine.h"
#include "app/store/store.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>

namespace watchroom::quality {

using namespace Qt::StringLiterals;
using domain::Level;
using domain::Row;

/// A clock that stands where the test puts it.
class StandingClock final : public base::Clock
{
public:
    [[nodiscard]] base::Instant now() const override
    {
        return base::Instant{std::chrono::milliseconds{m_now}};
    }
    [[nodiscard]] qint64 ms() const { return m_now; }
    void advance(std::chrono::milliseconds by) { m_now += by.count(); }

private:
    std::atomic<qint64> m_now = 1'773'800'000'000;
};

/// A standalone workspace in a temporary folder, with one person and a small tree of targets.
class Workspace
{
    QTemporaryDir m_dir; // outlives the store

public:
    Workspace()
    {
        auto opened = store::Store::open(m_dir.path(), store::Store::Mode::Standalone, clock);
        if (!opened)
            qFatal("open: %s", qPrintable(opened.error().detail));
        store = std::move(*opened);
        login = *store->setUpStandalone({u"chen"_s, u"陈"_s}, {}).result();
        addTarget(u"east"_s, {}, u"region"_s);
        addTarget(u"egress"_s, u"east"_s, u"egress"_s);
        addTarget(u"site"_s, u"egress"_s, u"site"_s);
        addTarget(u"elsewhere"_s, {}, u"site"_s);
    }

    [[nodiscard]] QList<Row> rows(const QString &table, const QString &where = {},
        const QVariantList &values = {}, const QString &tail = {}) const
    {
        const auto found = store
                               ->read<QList<Row>>([=](store::Reader &reader) {
                                   return reader.rows(table, where, values, tail);
                               })
                               .result();
        if (!found)
            qFatal("read: %s", qPrintable(found.error().detail));
        return *found;
    }
    /// As the person of the workspace.
    void change(const QUuid &incident, const Row &set) const
    {
        const auto saved = store
                               ->save({{.table = u"incident"_s,
                                          .id = incident,
                                          .kind = domain::OperationKind::Update,
                                          .set = set}},
                                   {.login = login, .session = {}, .sessionKey = {}})
                               .result();
        if (!saved)
            qFatal(
                "change: %s %s", qPrintable(saved.error().code), qPrintable(saved.error().detail));
    }
    /// A line in the record, as the person of the workspace.
    void note(const QUuid &incident, const QString &text) const
    {
        const auto saved =
            store
                ->save({{.table = u"log_entry"_s,
                           .id = base::newId(clock.now()),
                           .kind = domain::OperationKind::Append,
                           .set = {{u"incident"_s, base::toText(incident)}, {u"kind"_s, u"note"_s},
                               {u"text"_s, text}, {u"happened_at"_s, base::toIso(clock.now())}}}},
                    {.login = login, .session = {}, .sessionKey = {}})
                .result();
        if (!saved)
            qFatal("note: %s", qPrintable(saved.error().detail));
    }
    [[nodiscard]] QUuid open(const QString &level) const
    {
        const QUuid id = base::newId(clock.now());
        const auto saved = store
                               ->save({{.table = u"incident"_s,
                                          .id = id,
                                          .set = {{u"title"_s, u"卡顿"_s}, {u"level"_s, level}}}},
                                   {.login = login, .session = {}, .sessionKey = {}})
                               .result();
        if (!saved)
            qFatal("open: %s", qPrintable(saved.error().detail));
        return id;
    }

    StandingClock clock;
    std::unique_ptr<store::Store> store;
    QString login;

private:
    void addTarget(const QString &key, const QString &parent, const QString &kind)
    {
        Row set{
            {u"key"_s, key}, {u"kind"_s, kind}, {u"name"_s, u"名·"_s + key}, {u"enabled"_s, true}};
        if (!parent.isEmpty())
            set.insert(u"parent"_s, parent);
        const auto saved =
            store
                ->save({{.table = u"target"_s, .id = base::newId(clock.now()), .set = set}},
                    {.login = login, .session = {}, .sessionKey = {}})
                .result();
        if (!saved)
            qFatal("target: %s", qPrintable(saved.error().detail));
    }
};

} // namespace watchroom::quality
