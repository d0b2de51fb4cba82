// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/instant.h"
#include "app/base/result.h"
#include "app/store/reader.h"

#include <QUuid>

#include <optional>

namespace watchroom::knowledge {

/// What an article was good for: how often it was followed, at which incidents, when last in a
/// drill. A value.
struct ArticleUse
{
    static constexpr int kDays = 90; ///< that `followed` counts

    struct Incident
    {
        QUuid id;
        QString reference; ///< "#128", or the label while there is no number
        QString title;
        QString level; ///< code word
        bool recovered = false;
        bool drill = false;
        bool running = false; ///< it is followed there now
        base::Instant at; ///< when it was begun there last, or said to have helped
        friend bool operator==(const Incident &, const Incident &) = default;
    };
    struct Drill
    {
        base::Instant at;
        std::optional<base::Seconds> took; ///< none: it was not finished
        friend bool operator==(const Drill &, const Drill &) = default;
    };

    int followed = 0; ///< runs begun in the last kDays
    std::optional<Drill> drill; ///< the last one
    QList<Incident> incidents; ///< the newest first
    friend bool operator==(const ArticleUse &, const ArticleUse &) = default;
};

/// Any thread with a reader.
[[nodiscard]] base::Result<ArticleUse> readArticleUse(
    store::Reader &reader, const QUuid &article, base::Instant now);

} // namespace watchroom::knowledge
