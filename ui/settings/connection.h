// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace watchroom::ui {

/// The server as the settings show it.
struct ServerChoice
{
    QString line; ///< libpq connection string; empty: standalone
    bool hasPassword = false; ///< the station's own is stored
};

/// The metric source as the settings show it and hand it back.
struct SourceChoice
{
    enum class Kind
    {
        None,
        Simulator,
        Prometheus
    };
    Kind kind = Kind::None;
    QString address;
    QString mapping; ///< name of a shipped profile, or a file's path; empty: the first profile
    QString user; ///< empty with a secret: the secret is a token
    QString teamSecret = {}; ///< name of the team's to be let in with; empty: the station's own
    QString secret; ///< only when it was typed anew
    bool hasSecret = false; ///< one is stored; unticked: forget it
    QString authority; ///< PEM file; empty: the system's authorities

    friend bool operator==(const SourceChoice &, const SourceChoice &) = default;
};

} // namespace watchroom::ui
