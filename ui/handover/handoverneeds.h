// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/whendone.h"
#include "app/handover/dutyhandover.h"
#include "app/handover/handoverbook.h"
#include "app/handover/handovercommands.h"
#include "app/incidents/directory.h"
#include "app/roster/rosterbook.h"
#include "app/tickets/workcommands.h"

#include <QTimeZone>

#include <functional>

class QComboBox;

namespace watchroom::incidents {
class Attachments;
}

namespace watchroom::ui {

/// Somebody who has just shown that it is they who sign, and how that is known.
struct Signer
{
    store::Author author;
    QString how; ///< password, offline, open_desk
};

/// What every part of the handover's page works with. UI thread.
struct HandoverNeeds
{
    store::Store &store;
    handover::HandoverBook &book;
    handover::HandoverCommands &commands;
    tickets::WorkCommands &work;
    incidents::Attachments &attachments;
    const incidents::Directory &directory;
    const roster::RosterBook &roster;
    const base::Clock &clock;
    std::function<QString()> me; ///< login of who sits here
    std::function<QTimeZone()> zone; ///< the team's
    std::function<QString(const QString &code)> position; ///< its name
    std::function<QString()> station; ///< what signatures name
    std::function<QList<handover::SheetSource>()> sources; ///< as they stand
    /// What metrics know, by code word, and its name: a key system of this name is checked by them.
    std::function<QList<std::pair<QString, QString>>()> places;
    /// The last contact while the server is away; nothing while it is there, or standalone.
    std::function<std::optional<base::Instant>()> awaySince;
    bool passwords = true; ///< standalone nobody has one
    using Proved = std::function<void(const base::Result<Signer> &)>;
    /// By their own password, wherever the server is; it is kept nowhere.
    std::function<void(const QString &login, const QString &password, const Proved &answer)> prove;

    /// The roster as handovers follow from it.
    [[nodiscard]] handover::DutyRoster duty() const
    {
        return {roster.state().positions, roster.state().roster};
    }
    [[nodiscard]] base::Instant now() const { return clock.now(); }
    [[nodiscard]] QString person(const QString &login) const { return directory.personName(login); }
    /// Null where the scope never had a handover.
    [[nodiscard]] const handover::HandoverState *state() const
    {
        return book.state() ? &*book.state() : nullptr;
    }
    /// The frozen sheet, or what would be signed now.
    [[nodiscard]] base::Result<handover::HandoverSheet> sheet(
        const handover::HandoverState &state) const;
    /// May say something about this handover.
    [[nodiscard]] bool isParty() const;
    [[nodiscard]] bool isSenior() const { return directory.isSenior(me()); }
};

/// Says what went wrong with it through `part`'s signal failed().
template <class Part>
void follow(const store::SavedFuture &saved, Part *part)
{
    base::whenDone(saved, part, [part](const base::Result<store::Saved> &done) {
        if (!done)
            Q_EMIT part->failed(done.error());
    });
}

/// What a field offers, by code word or login, and which of it is chosen; a list that is the same
/// stays as it is, open or not.
void setChoices(QComboBox &field, const QStringList &codes,
    const std::function<QString(const QString &code)> &naming, const QString &chosen);

} // namespace watchroom::ui
