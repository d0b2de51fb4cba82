// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/knowledge/reviewduty.h"
#include "app/store/store.h"

#include <QObject>
#include <QTimer>

namespace watchroom::knowledge {

/// What somebody has to look through, what changed of what they used, how well all is kept.
struct ReviewState
{
    QList<DueReview> due;
    QList<UsedChange> used;
    ReviewFigures figures;
    friend bool operator==(const ReviewState &, const ReviewState &) = default;
};

/// The review duty of who sits here, read anew as articles change and as time goes by. Lives on the
/// UI thread; reads on the reader's.
class ReviewBook : public QObject
{
    Q_OBJECT

public:
    ReviewBook(store::Store &store, const base::Clock &clock, QObject *parent = nullptr);

    void setReviewer(const Reviewer &reviewer);
    [[nodiscard]] const ReviewState &state() const { return m_state; }
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    /// Reads again: a review falls due without a row changing.
    void refresh();

Q_SIGNALS:
    void changed();
    void failed(const watchroom::base::Error &error);

private:
    void load();

    store::Store &m_store;
    const base::Clock &m_clock;
    Reviewer m_reviewer;
    ReviewState m_state;
    QTimer m_later; ///< several changes are read once
    bool m_loaded = false;
    bool m_reading = false;
    bool m_stale = false; ///< something changed while it was read
};

/// Reader's thread.
[[nodiscard]] base::Result<ReviewState> readReview(
    store::Reader &reader, const Reviewer &reviewer, base::Instant now);

} // namespace watchroom::knowledge
