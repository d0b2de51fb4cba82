// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/ids.h"
#include "tests/fuzz/readers/fuzzreplica.h"
#include "tests/fuzz/readers/reader.h"

namespace watchroom::fuzz {

using namespace Qt::StringLiterals;

namespace {

/// A stored operation as another version of the program may have left it in the file: the lines of
/// the input are its state, table, kind, result and delta, the rest is its body.
class StoredOperation final : public Reader
{
public:
    void read(const QByteArray &input) override
    {
        const QByteArrayList parts = lines(input, 6);
        if (parts.size() < 6)
            return;
        m_replica.within([&] {
            insert(parts);
            m_replica.readCards();
            const QStringList waiting = m_replica.waiting();
            static_cast<void>(m_replica.outbox.batch(0, 500, 2 * 1024 * 1024));
            static_cast<void>(m_replica.requeue.resend({pendingOp(4)}, store::Resend::AsItIs, {}));
            static_cast<void>(m_replica.requeue.meetEpoch(u"2:1:1.1:x"_s, 1));
            m_replica.requeue.becomeNewClient();
            must(contains(m_replica.waiting(), waiting), "a new client keeps what waits");
            m_replica.overlay.withdraw(m_replica.outbox.highestSeq());
            m_replica.readCards();
        });
    }

private:
    static bool contains(const QStringList &all, const QStringList &some)
    {
        return std::ranges::all_of(some, [&](const QString &one) { return all.contains(one); });
    }

    void insert(const QByteArrayList &parts)
    {
        // Empty is not null.
        const auto text = [&](int n) { return QString::fromUtf8(parts.at(n)).append(u""_s); };
        m_replica.database().exec(
            u"INSERT INTO sync_outbox(seq,op,grp,tbl,row_id,kind,body,at,state,result)"
            " VALUES(4,?,?,?,?,?,?,'',?,?)"_s,
            {base::toText(pendingOp(4)), base::toText(pendingOp(4)), text(1),
                base::toText(pendingRow(1)), text(2), text(5), text(0), text(3)});
        m_replica.database().exec(
            u"INSERT INTO sync_overlay(seq,tbl,row_id,creates,delta) VALUES(4,?,?,?,?)"_s,
            {text(1), base::toText(pendingRow(1)), text(2) == "insert"_L1 ? 1 : 0, text(4)});
    }

    FuzzReplica m_replica;
};

} // namespace

std::unique_ptr<Reader> makeOutbox()
{
    return std::make_unique<StoredOperation>();
}

} // namespace watchroom::fuzz
