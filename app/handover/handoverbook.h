// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/handover/handoverfigures.h"
#include "app/handover/handoverstate.h"
#include "app/store/store.h"

#include <QObject>
#include <QTimer>

namespace watchroom::handover {

/// The handover of one scope as it is now, the live one or the last, read anew whenever something
/// it shows changes. Lives on the UI thread; reads on the reader's.
class HandoverBook : public QObject
{
    Q_OBJECT

public:
    HandoverBook(store::Store &store, const base::Clock &clock, QObject *parent = nullptr);

    /// desk, or a position's code word.
    void setScope(const QString &scope);
    [[nodiscard]] const QString &scope() const { return m_scope; }
    /// What metrics say now of the key systems of the handover under way; state() has them where
    /// nobody said what they saw.
    void setReadings(const QList<SheetSystem> &readings);
    /// Nothing: the scope never had one.
    [[nodiscard]] const std::optional<HandoverState> &state() const { return m_state; }
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    /// The last ones that ended, the newest first.
    [[nodiscard]] const QList<PastHandover> &past() const { return m_past; }

    /// Of the shifts of the last 30 days; read while none is under way.
    [[nodiscard]] const HandoverFigures &figures() const { return m_figures; }

    [[nodiscard]] QFuture<base::Result<HandoverState>> read(const QUuid &handover) const;
    /// Who signed, and the record's fingerprint as of now.
    [[nodiscard]] QFuture<base::Result<SheetEnd>> readEnd(const HandoverState &state) const;

Q_SIGNALS:
    void changed();
    void failed(const watchroom::base::Error &error);

private:
    void load();
    /// True: a system stands otherwise, apart from when and in which words.
    bool takeReadings();

    store::Store &m_store;
    const base::Clock &m_clock;
    QString m_scope;
    std::optional<HandoverState> m_state;
    QList<SheetSystem> m_said; ///< of the systems, by people
    QList<SheetSystem> m_readings;
    QList<PastHandover> m_past;
    HandoverFigures m_figures;
    QTimer m_later; ///< after a change of the work: a storm of incidents is read a few times
    bool m_loaded = false;
    bool m_reading = false;
    bool m_stale = false; ///< something changed while it was read
};

} // namespace watchroom::handover
