// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/remote/answers.h"
#include "tests/fuzz/readers/fuzzreplica.h"
#include "tests/fuzz/readers/reader.h"

namespace watchroom::fuzz {

using namespace Qt::StringLiterals;

namespace {

/// The answer of apply_changes, stored beside the three operations that wait for it.
class Results final : public Reader
{
public:
    void read(const QByteArray &input) override
    {
        const auto applied = remote::readApplied(QString::fromUtf8(input));
        if (!applied)
            return;
        m_replica.within([&] {
            m_replica.pages.storeResults(applied->results, applied->lastOp);
            const QVariant kept =
                m_replica.database().value(u"SELECT count(*) FROM sync_outbox"_s);
            must(kept.toInt() == 3, "no result takes an operation out of the queue");
            m_replica.readCards();
        });
    }

private:
    FuzzReplica m_replica;
};

} // namespace

std::unique_ptr<Reader> makeResults()
{
    return std::make_unique<Results>();
}

} // namespace watchroom::fuzz
