// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"
#include "app/domain/tables.h"
#include "app/store/store.h"
#include "app/sync/syncservice.h"
#include "tests/fakes/fakeserver.h"

#include <QTemporaryDir>

#include <memory>

namespace watchroom::test {

using namespace Qt::StringLiterals;

/// One console of the tests: a real replica and a real engine on a FakeServer.
class Station
{
    QTemporaryDir m_dir; // outlives the replica in it

public:
    explicit Station(fakes::FakeServer &server)
        : m_server(server)
    {
        auto opened = store::Store::open(m_dir.path(), store::Store::Mode::Replica, clock);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().detail));
        replica = std::move(*opened);
        makeService();
    }

    /// As a program that ends and starts again in the same workspace.
    void restart()
    {
        service.reset();
        makeService();
    }

    /// A note in the day's chain; what every person may write.
    [[nodiscard]] base::Result<store::Saved> note(const QString &text)
    {
        return replica
            ->save({{.table = u"log_entry"_s,
                       .id = base::newId(clock.now()),
                       .kind = domain::OperationKind::Append,
                       .set = {{u"kind"_s, u"note"_s}, {u"text"_s, text}}}},
                {.login = u"chen"_s, .session = {}, .sessionKey = {}})
            .result();
    }

    [[nodiscard]] base::Result<store::Saved> rename(const QUuid &target, const QString &name)
    {
        return replica
            ->save({{.table = u"target"_s,
                       .id = target,
                       .kind = domain::OperationKind::Update,
                       .set = {{u"name"_s, name}}}},
                {.login = u"chen"_s, .session = {}, .sessionKey = {}})
            .result();
    }

    [[nodiscard]] qint64 count(const QString &table)
    {
        return replica->read<qint64>([table](store::Reader &reader) { return reader.count(table); })
            .result()
            .value_or(-1);
    }

    [[nodiscard]] QString nameOf(const QUuid &target)
    {
        return replica
            ->read<QString>([target](store::Reader &reader) -> base::Result<QString> {
                const auto row = reader.row(u"target", target);
                return row && *row ? domain::text(**row, "name"_L1) : QString();
            })
            .result()
            .value_or(QString());
    }

    /// Every table of these parts row for row as the server has it.
    [[nodiscard]] bool equalsServer(const QStringList &parts = {u"core"_s})
    {
        for (const QString &part : parts) {
            for (const domain::Table &table : domain::tables()) {
                const auto mine = replica->digest(part, table.name).result();
                if (!mine || *mine != m_server.digest(part, table.name))
                    return false;
            }
        }
        return true;
    }

    base::CorrectedClock clock;
    std::unique_ptr<store::Store> replica;
    std::unique_ptr<sync::SyncService> service;

private:
    void makeService()
    {
        service = std::make_unique<sync::SyncService>(
            *replica, [this] { return std::make_unique<fakes::FakeRemote>(m_server); }, clock,
            sync::SyncSettings{.poll = std::chrono::milliseconds(300),
                .leastBackoff = std::chrono::milliseconds(10),
                .mostBackoff = std::chrono::milliseconds(100)});
    }

    fakes::FakeServer &m_server;
};

} // namespace watchroom::test
