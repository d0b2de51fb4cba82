// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/programs/ctl/arguments.h"

#include <QJsonValue>
#include <QString>

#include <functional>
#include <span>

namespace watchroom::ctl {

class Context;

/// What a command prints: one JSON document, or text for people.
struct Outcome
{
    QJsonValue json;
    QString text;
    int exitCode = 0;
};

/// One command of the command line; a table of them is the whole program.
struct Command
{
    QString name; ///< one to three words: "incident open"
    QString usage; ///< what follows the name
    QList<OptionSpec> options = {};
    qsizetype least = 0; ///< positional words
    qsizetype most = 0;
    std::function<base::Result<Outcome>(Context &, const Arguments &)> run;
};

[[nodiscard]] QList<Command> incidentCommands();
[[nodiscard]] QList<Command> exportCommands();
[[nodiscard]] QList<Command> logCommands();
[[nodiscard]] QList<Command> ticketCommands();
[[nodiscard]] QList<Command> pendingCommands();
[[nodiscard]] QList<Command> rosterCommands();
[[nodiscard]] QList<Command> rosterFileCommands();
[[nodiscard]] QList<Command> handoverCommands();
[[nodiscard]] QList<Command> handoverRecordCommands(); ///< figures, verify
[[nodiscard]] QList<Command> kbCommands();
[[nodiscard]] QList<Command> workspaceCommands();
[[nodiscard]] QList<Command> conflictCommands();
[[nodiscard]] QList<Command> serverCommands();
[[nodiscard]] QList<Command> secretCommands();
[[nodiscard]] QList<Command> rulesCommands();

} // namespace watchroom::ctl
