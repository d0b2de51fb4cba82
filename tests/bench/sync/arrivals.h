// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QHash>
#include <QList>
#include <QObject>
#include <QUuid>

namespace watchroom::store {
class Store;
}

namespace watchroom::bench {

/// How long new rows take until each watched replica shows them. Lives on the main thread, where
/// the models would hear of them.
class Arrivals : public QObject
{
public:
    Arrivals();

    void watch(const store::Store &replica);
    /// It is saved now, to be seen in `copies` watched replicas.
    void sent(const QUuid &row, int copies);
    [[nodiscard]] qint64 missing() const { return m_missing; }
    /// Milliseconds, of every row in every replica.
    [[nodiscard]] const QList<double> &took() const { return m_took; }

private:
    struct Sent
    {
        qint64 at = 0; ///< ns
        int missing = 0;
    };
    QElapsedTimer m_clock;
    QHash<QUuid, Sent> m_sent;
    QList<double> m_took;
    qint64 m_missing = 0;
};

} // namespace watchroom::bench
