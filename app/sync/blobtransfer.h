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
/// at, then what was attached here, then what entries of this replica name. Resumes where a cut
/// left it. Lives on the remote's thread.
class BlobTransfer
{
public:
    explicit BlobTransfer(SyncSession &session);

    /// Somebody looks at its frame.
    void want(const domain::Attachment &attachment);
    /// These entries changed: look there for what is missing.
    void lookAt(const QList<QUuid> &entries);
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
    void note(const domain::Attachment &attachment);
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
    QSet<QString> m_named; ///< by an entry that is here: what is in none does not travel
    QList<QUuid> m_changed; ///< entries to look at
    QSet<QString> m_spoiled; ///< to be tried again at the next start only
    QHash<QString, int> m_next; ///< of uploads under way
    std::optional<QStringList> m_outgoing; ///< hashes; none: to be listed
    QStringList m_arrived;
    bool m_looked = false; ///< at all entries
};

} // namespace watchroom::sync
