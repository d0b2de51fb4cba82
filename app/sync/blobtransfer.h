// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/blobfolder.h"
#include "app/sync/syncsession.h"

#include <QHash>
#include <QList>
#include <QSet>

#include <optional>

namespace watchroom::sync {

/// Carries attachments, one piece of 256 KiB a step, after the rows: first what somebody here looks
/// at, then what was attached here, then what rows of this replica name: the articles, each in its
/// newest version and the one before, then files of entries. Resumes where a cut left it. Lives on
/// the remote's thread.
class BlobTransfer
{
public:
    explicit BlobTransfer(SyncSession &session);

    /// Somebody looks at its frame.
    void want(const domain::Attachment &attachment);
    /// These rows changed: look there for what is missing. False: they name no files.
    bool lookAt(const QString &table, const QList<QUuid> &rows);
    /// What the server did not have may be there now.
    void askAgain();
    /// Files were attached here.
    void lookForOutgoing() { m_outgoing.reset(); }
    /// Another epoch: the server may have lost what it had.
    [[nodiscard]] base::Result<> offerAll();
    /// One piece. False: nothing is left to do, or not before lookAt() or askAgain().
    [[nodiscard]] base::Result<bool> step();
    /// As step(), but only what was attached here.
    [[nodiscard]] base::Result<bool> sendStep();
    /// The hashes that became whole since the last call.
    [[nodiscard]] QStringList takeArrived() { return std::exchange(m_arrived, {}); }

private:
    [[nodiscard]] base::Result<> look();
    void note(const QList<domain::Attachment> &attachments, bool fetched);
    [[nodiscard]] base::Result<bool> send(const QString &hash);
    [[nodiscard]] base::Result<bool> fetch(const domain::Attachment &attachment);
    [[nodiscard]] std::optional<domain::Attachment> nextWanted();
    [[nodiscard]] QString nextOutgoing(); ///< empty: none
    void spoil(const QString &hash);

    SyncSession &m_session;
    store::BlobFolder m_folder;
    QList<domain::Attachment> m_wanted; ///< last first
    QList<domain::Attachment> m_missing; ///< last first
    QHash<QString, domain::Attachment> m_absent; ///< the server does not have them yet
    QSet<QString> m_named; ///< by a row that is here: what is in none does not travel
    QSet<QString> m_noted; ///< those of them that are fetched unasked
    QHash<QString, QList<QUuid>> m_changed; ///< rows to look at, by their table
    QSet<QString> m_spoiled; ///< to be tried again at the next start only
    QHash<QString, int> m_next; ///< of uploads under way
    std::optional<QStringList> m_outgoing; ///< hashes; none: to be listed
    QStringList m_arrived;
    bool m_looked = false; ///< at all rows
};

} // namespace watchroom::sync
