// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QString>

namespace watchroom::programs {

/// What a workspace folder says of itself, in workspace.json; no secret is ever in it.
struct WorkspaceConfig
{
    QString server; ///< libpq conninfo without a password; empty: standalone
    QString source; ///< "simulator", a Prometheus base URL, or empty: none
    QString mapping; ///< a shipped profile or the path of a file; empty: the default profile
    QString sourceUser = {}; ///< of basic authentication; empty: the secret is a bearer token
    QString sourceTeamSecret = {}; ///< name of the team secret it is let in with; empty: its own
    QString sourceAuthority = {}; ///< PEM file, beside the system's authorities
    bool stationSecret = false; ///< the station's password is in the credential store
    bool sourceSecret = false; ///< so is the source's password or token
    bool demo = false; ///< its data are simulated, and every screen says so

    [[nodiscard]] bool isStandalone() const { return server.isEmpty(); }

    /// NotFound with code `workspace_missing` where there is none, Corrupt where it cannot be read.
    [[nodiscard]] static base::Result<WorkspaceConfig> load(const QString &workspaceDir);
    [[nodiscard]] base::Result<> save(const QString &workspaceDir) const;
};

/// Where a program keeps its workspace when none is named: $XDG_DATA_HOME/watchroom/`name`.
[[nodiscard]] QString defaultWorkspaceDir(const QString &name);

} // namespace watchroom::programs
