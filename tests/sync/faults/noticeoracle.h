// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QMap>
#include <QSet>
#include <QStringList>

#include <utility>

namespace watchroom::test {

/// What a screen must say of one article at one console, in plain words. Made of what was
/// published and done by simple rules that share nothing with the program's.
struct Notice
{
    bool newer = false; ///< a newer version is published than the text that is here
    bool withdrawn = false;
    int followed = 0; ///< "you last followed vN", where N is not the newest
    bool runNewer = false; ///< the procedure under way goes by an older version
    bool runWithdrawn = false; ///< it should not be followed any more
    QMap<QString, QString> steps; ///< of it: id -> now, critical, later, finished

    friend bool operator==(const Notice &, const Notice &) = default;
    [[nodiscard]] QString text() const;
};

/// One version as its author wrote it.
struct Written
{
    QStringList ids; ///< in their order
    QHash<QString, QString> words; ///< of each step
    QSet<QString> critical;
    QString hash; ///< of its text
    int last = 0; ///< number of a step's id that was given so far: none is given again
};

/// A procedure that one console follows.
struct Followed
{
    int version = 0; ///< it goes by; 0: none is under way
    QMap<QString, int> ticked; ///< by which version
    QSet<std::pair<QString, int>> kept; ///< against which version
    QSet<std::pair<QString, int>> notNeeded;
};

/// What one console can know of an article.
struct Known
{
    QMap<int, Written> versions; ///< what it has heard of, its own unsent one too
    QSet<int> texts; ///< of which of them the text is here
    bool withdrawn = false;
    Followed run;
    int followed = 0; ///< the newest version its person ever followed

    [[nodiscard]] int newest() const { return versions.isEmpty() ? 0 : versions.lastKey(); }
    [[nodiscard]] QString current() const; ///< the first step that is not ticked; empty: none
};

[[nodiscard]] Notice mustBeSaid(const Known &known);

} // namespace watchroom::test
