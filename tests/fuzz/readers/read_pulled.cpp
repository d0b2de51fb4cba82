// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/ids.h"
#include "app/domain/values.h"
#include "app/remote/answers.h"
#include "tests/fuzz/readers/fuzzreplica.h"
#include "tests/fuzz/readers/reader.h"

namespace watchroom::fuzz {

using namespace Qt::StringLiterals;

namespace {

/// A page of pull, as it comes (a JSON text a line), applied to a replica.
class Pulled final : public Reader
{
public:
    void read(const QByteArray &input) override
    {
        const auto pulled = remote::readPulled(QString::fromUtf8(input).split(u'\n'));
        if (!pulled)
            return;
        QList<store::PulledRow> rows;
        for (const auto &[table, row] : pulled->rows)
            rows.append({table, row});
        m_replica.within([&] {
            const QStringList waiting = m_replica.waiting();
            apply(rows, pulled->lastOp);
            m_replica.pages.finish(pulled->cursor, pulled->lastOp);
            must(m_replica.waiting() == waiting, "a page takes nothing out of the queue");
            for (const store::PulledRow &row : std::as_const(rows))
                look(row);
        });
    }

private:
    void apply(const QList<store::PulledRow> &rows, qint64 lastOp)
    {
        for (qsizetype at = 0; at < rows.size();) {
            const qsizetype end = m_replica.pages.applyRows(rows, at, lastOp, [] { return false; });
            must(end > at, "each chunk comes further");
            at = end;
        }
    }

    /// What is in the replica has its columns' types.
    void look(const store::PulledRow &pulled)
    {
        const store::RowTable *table = m_replica.rows.table(pulled.table);
        if (!table)
            return;
        const auto found = m_replica.rows.find(pulled.table, domain::uuid(pulled.row, "id"_L1));
        if (!found) // put aside, or taken back with its operation
            return;
        for (const domain::Column &column : table->table().columns)
            must(domain::hasType(column.type, found->value(column.name)), "columns keep types");
        static_cast<void>(m_replica.pages.digest(domain::text(pulled.row, "part"_L1), *table));
        static_cast<void>(m_replica.pages.list(domain::text(pulled.row, "part"_L1), *table,
            {domain::text(pulled.row, "id"_L1).right(2)}));
    }

    FuzzReplica m_replica;
};

} // namespace

std::unique_ptr<Reader> makePulled()
{
    return std::make_unique<Pulled>();
}

} // namespace watchroom::fuzz
