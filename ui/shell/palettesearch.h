// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/knowledge/library.h"
#include "app/store/pinyininitials.h"
#include "ui/shell/paletteline.h"

#include <QTimer>

#include <functional>

namespace watchroom::ui {

/// What the search over everything finds: articles, incidents, contacts and entries by the index,
/// pages and places by their names. One question is under way at a time, and only the newest
/// query's answer is shown. UI thread; nothing here waits.
class PaletteSearch final : public QObject
{
    Q_OBJECT

public:
    struct Needs
    {
        knowledge::Library &library;
        std::function<PaletteLines()> pages;
        std::function<PaletteLines()> places;
        /// "#1392"; empty where it is not known.
        std::function<QString(const QUuid &incident)> reference;
    };
    enum class State
    {
        Ready,
        Slow, ///< no answer for a while; lines() are what is known by name
        Indexing, ///< so, because the index is made
        Failed, ///< so, because of error()
    };

    explicit PaletteSearch(Needs needs, QObject *parent = nullptr);

    /// changed() follows. Without words: what was opened last, and the pages.
    void ask(const QString &query);
    [[nodiscard]] const QString &query() const { return m_query; } ///< the newest
    [[nodiscard]] bool hasWords() const { return !m_words.isEmpty(); }
    [[nodiscard]] const PaletteLines &lines() const { return m_lines; } ///< with headings
    /// Whether lines() are those of query(), not of what was asked before.
    [[nodiscard]] bool isUpToDate() const { return m_upToDate; }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const std::optional<base::Error> &error() const { return m_error; }

    void noteOpened(const PaletteLine &line);

Q_SIGNALS:
    void changed();

private:
    using Answer = base::Result<store::SearchAnswer>;
    void askIndex();
    void take(const QString &query, const Answer &answer);
    void show(State state, const QList<store::SearchHit> &hits);
    void waited();
    [[nodiscard]] PaletteLines found(PaletteLine::Kind kind, const QList<store::SearchHit> &hits);
    /// Of these, those that have every word in their name, or in its initials.
    [[nodiscard]] PaletteLines named(const PaletteLines &all);

    Needs m_needs;
    store::PinyinInitials m_initials;
    QString m_query;
    QStringList m_words;
    PaletteLines m_lines;
    PaletteLines m_recent; ///< the last one first
    State m_state = State::Ready;
    std::optional<base::Error> m_error;
    bool m_asking = false;
    bool m_upToDate = true;
    QTimer m_slow;
};

} // namespace watchroom::ui
