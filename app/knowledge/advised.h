// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/knowledge/suggestions.h"

#include <QHash>
#include <QSet>

namespace watchroom::knowledge {

/// What the rows say of an incident and of the person who sits here. A value.
struct AdviceFacts
{
    bool known = false; ///< the incident is there
    Symptom symptom;
    QList<Feedback> feedback; ///< of all incidents; of one person and incident the last word
    QHash<QUuid, int> lastFollowed; ///< article: the newest version this person followed
    QHash<QUuid, int> followedHere; ///< article: the newest version a run of this incident goes by
    QHash<QUuid, bool> said; ///< by this person at this incident
};

/// An article at an incident: why it is there, and what changed since it was followed.
struct Advised
{
    QUuid article;
    QString title;
    int version = 0; ///< the published one
    bool withdrawn = false; ///< only where it was followed before
    std::optional<Suggestion> why; ///< nothing: it was followed here, and does not fit any more
    int followedHere = 0; ///< the newest version a run of this incident goes by; 0: none
    bool usedHere = false; ///< opened or followed at this incident: whether it helped is asked
    std::optional<bool> helped; ///< as this person said here
    int before = 0; ///< an older version that was followed last; 0: none, or it is the same now
    bool beforeByMe = true; ///< else by somebody at this incident
    bool stepsKnown = false; ///< of both versions
    QList<int> changed = {}; ///< numbers now of the steps that are other ones, or elsewhere
    QList<int> removed = {}; ///< numbers before of those that are no more

    friend bool operator==(const Advised &, const Advised &) = default;
};

inline constexpr qsizetype kMostAdvised = 3;

/// What was followed here, then what fits, best first; at most kMostAdvised in all, and what was
/// used here is never left out for what only fits. Without the steps.
[[nodiscard]] QList<Advised> advisedFor(const AdviceFacts &facts, const QList<Article> &articles,
    const QSet<QUuid> &opened, bool english);

/// The words that article and incident share as a person reads them: what of the article's title
/// they cover in one piece, then the others.
[[nodiscard]] QStringList wordsShown(const QString &title, const QStringList &words);

/// What of the steps changed since it was followed.
void compareSteps(Advised &advised, const articles::Steps &before, const articles::Steps &now);

} // namespace watchroom::knowledge
