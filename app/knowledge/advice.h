// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/workerthread.h"
#include "app/knowledge/advised.h"
#include "app/knowledge/library.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace watchroom::knowledge {

/// What may help at the incident that is looked at, kept right while rows change. Lives on the UI
/// thread; what it says is worked out on a thread of its own.
class Advice : public QObject
{
    Q_OBJECT

public:
    /// `author` is asked each time: people switch, and then refresh() is called.
    Advice(store::Store &store, const Library &library, const base::Clock &clock,
        std::function<store::Author()> author, QObject *parent = nullptr);

    /// Null: none is looked at. What is known of it follows by changed().
    void setIncident(const QUuid &incident);
    [[nodiscard]] QUuid incident() const { return m_incident; }
    /// Best first; empty until it is worked out.
    [[nodiscard]] const QList<Advised> &articles() const { return m_articles; }
    /// Which shipped article is offered where nothing fits.
    void setEnglish(bool english);
    void refresh();

    /// It was opened from this incident at this console.
    void noteOpened(const QUuid &article);
    /// Whether it helped at this incident; the last word counts.
    [[nodiscard]] store::SavedFuture say(const QUuid &article, bool helped);

Q_SIGNALS:
    void changed();
    void failed(const watchroom::base::Error &error);

private:
    using Answer = base::Result<QList<Advised>>;
    void work();
    void take(const QUuid &incident, const Answer &answer);

    store::Store &m_store;
    const Library &m_library;
    const base::Clock &m_clock;
    std::function<store::Author()> m_author;
    bool m_english = false;
    QUuid m_incident;
    QList<Advised> m_articles;
    QHash<QUuid, QSet<QUuid>> m_opened; ///< at incidents, since the start
    QTimer m_later; ///< several changes are one
    bool m_working = false;
    bool m_again = false; ///< something changed while it was worked out
    base::WorkerThread m_thread;
};

} // namespace watchroom::knowledge
