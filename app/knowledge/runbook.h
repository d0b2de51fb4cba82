// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/knowledge/article.h"
#include "app/knowledge/runprogress.h"
#include "app/store/store.h"

#include <QObject>
#include <QTimer>

namespace watchroom::knowledge {

/// A run with all that is known of it here.
struct RunState
{
    Run run;
    RunProgress progress;
    QList<ArticleVersion> versions; ///< of its article, the newest first
    bool withdrawn = false; ///< the article, while it was followed or before
    QString withdrawnReason;

    [[nodiscard]] const ArticleVersion *version(int number) const; ///< null: not known here
    [[nodiscard]] QString title() const; ///< in the version it goes by
    /// The number (from 1) and text of a step in a version; 0 where that has none.
    [[nodiscard]] std::pair<int, QString> stepIn(int version, const QString &step) const;
};

/// The procedures that are followed, and the last ones that ended, read anew whenever something
/// they rest on changes. Lives on the UI thread; reads on the reader's.
class RunBook : public QObject
{
    Q_OBJECT

public:
    explicit RunBook(store::Store &store, QObject *parent = nullptr);

    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    /// Those under way first, the newest first.
    [[nodiscard]] const QList<RunState> &runs() const { return m_runs; }
    [[nodiscard]] const RunState *find(const QUuid &run) const;
    /// Under way.
    [[nodiscard]] QList<const RunState *> ofArticle(const QUuid &article) const;
    /// Those that ended too, as far as they are still known here.
    [[nodiscard]] QList<const RunState *> ofIncident(const QUuid &incident) const;

Q_SIGNALS:
    void changed();
    void failed(const watchroom::base::Error &error);

private:
    void load();

    store::Store &m_store;
    QList<RunState> m_runs;
    QTimer m_later; ///< several changes are read once
    bool m_loaded = false;
    bool m_reading = false;
    bool m_stale = false; ///< something changed while it was read
};

/// The runs under way and the `ended` newest others. Any thread with a reader.
[[nodiscard]] base::Result<QList<RunState>> readRuns(store::Reader &reader, int ended);

} // namespace watchroom::knowledge
