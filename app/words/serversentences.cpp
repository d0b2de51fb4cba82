// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/sentences.h"

#include <QCoreApplication>

#include <array>

namespace watchroom::words {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kServer{
    // What “server check” finds.
    Phrase{"version_old"_L1,
        QT_TRANSLATE_NOOP("error",
            "The server is PostgreSQL {version}, which is too old. "
            "Watchroom needs version 15 or newer: upgrade it.")},
    Phrase{"not_primary"_L1,
        QT_TRANSLATE_NOOP("error",
            "This server is a standby and only follows another. "
            "Name the primary in the connection string too.")},
    Phrase{"fsync_off"_L1,
        QT_TRANSLATE_NOOP("error",
            "The setting {setting} is off: a power cut loses what was confirmed. "
            "Turn it on in postgresql.conf.")},
    Phrase{"no_tls"_L1,
        QT_TRANSLATE_NOOP("error",
            "The server listens on the network without encryption. "
            "Give it a certificate and set ssl = on.")},
    Phrase{"no_standby"_L1,
        QT_TRANSLATE_NOOP("error",
            "The server has no standby: if this machine is lost, the service stops until a backup "
            "is restored. See packaging/server.")},
    Phrase{"standby_asynchronous"_L1,
        QT_TRANSLATE_NOOP("error",
            "The standby follows without confirming: what was last confirmed may be lost with the "
            "primary. Set synchronous_standby_names.")},
    Phrase{"idle_transactions"_L1,
        QT_TRANSLATE_NOOP("error",
            "A login that leaves a transaction open holds its locks for ever. "
            "Set idle_in_transaction_session_timeout, for example to 1min.")},
    Phrase{"few_connections"_L1,
        QT_TRANSLATE_NOOP("error",
            "max_connections is {now}; the stations need {least}. Raise it and restart the "
            "server.")},
    Phrase{"no_backup"_L1,
        QT_TRANSLATE_NOOP("error",
            "No backup was ever noted. Set one up (packaging/server) and try to restore it.")},
    Phrase{"backup_old"_L1,
        QT_TRANSLATE_NOOP("error",
            "The last backup is {hours} hours old. Look why the nightly one did not run.")},
    Phrase{"clock_off"_L1,
        QT_TRANSLATE_NOOP("error",
            "The server's clock differs from this machine's by {seconds} s. Let both follow NTP.")},
    Phrase{"passwords_md5"_L1,
        QT_TRANSLATE_NOOP("error",
            "New passwords would be stored in an old way. "
            "Set password_encryption = scram-sha-256.")},
    Phrase{"public_database"_L1,
        QT_TRANSLATE_NOOP("error",
            "Everybody has the privilege {privilege} on this database. "
            "Run “watchroomctl server upgrade”: it takes that away.")},
    Phrase{"pooler"_L1,
        QT_TRANSLATE_NOOP("error",
            "Between here and the server stands a connection pooler. "
            "Connect directly: through it nobody is woken up.")},
    Phrase{"no_admin"_L1,
        QT_TRANSLATE_NOOP("error",
            "Nobody is an administrator yet. "
            "Add one: “watchroomctl server add-person … --right admin”.")},
    Phrase{"no_policy"_L1,
        QT_TRANSLATE_NOOP("error",
            "The policy is missing, so no incident can be opened. "
            "Restore the database from a backup.")},
    Phrase{"role_missing"_L1,
        QT_TRANSLATE_NOOP("error",
            "“{role}” is known here and cannot sign in: the server has no such role. "
            "Add the person or the station again.")},
    Phrase{"role_powerful"_L1,
        QT_TRANSLATE_NOOP("error",
            "The role “{role}” may do more than call Watchroom's functions. "
            "Take its other rights away, or sign in with another.")},
    Phrase{"table_open"_L1,
        QT_TRANSLATE_NOOP("error",
            "“{role}” reaches the table {table} past the functions. "
            "Run “watchroomctl server upgrade”: it takes that away.")},
    Phrase{"function_open"_L1,
        QT_TRANSLATE_NOOP("error",
            "Everybody may call {function}. "
            "Run “watchroomctl server upgrade”: it takes that away.")},
    Phrase{"trigger_off"_L1,
        QT_TRANSLATE_NOOP("error",
            "The guard {trigger} of {table} is switched off: the rules do not hold. "
            "Switch it on with ALTER TABLE … ENABLE TRIGGER.")},
    // Adding people and stations.
    Phrase{"login_invalid"_L1,
        QT_TRANSLATE_NOOP("error",
            "“{value}” cannot be a sign-in name. Begin with a small letter; then small letters, "
            "digits, and . _ - are allowed.")},
    Phrase{"login_reserved"_L1,
        QT_TRANSLATE_NOOP("error",
            "The database has a role “{value}” that is not Watchroom's. Choose another name.")},
    Phrase{"login_disabled"_L1,
        QT_TRANSLATE_NOOP("error",
            "This sign-in name is switched off. Ask an administrator to add the person again.")},
    Phrase{"name_missing"_L1,
        QT_TRANSLATE_NOOP("error", "“{value}” has no name yet. Give it with “--name”.")},
    Phrase{"name_invalid"_L1,
        QT_TRANSLATE_NOOP("error",
            "“{value}” cannot be a station's name. Use a shorter one without quotes, "
            "$ and \\.")},
    Phrase{"layer_unknown"_L1,
        QT_TRANSLATE_NOOP(
            "error", "There is no layer “{value}”. Choose one: command, technical, support.")},
    Phrase{"right_unknown"_L1,
        QT_TRANSLATE_NOOP(
            "error", "There is no right “{value}”. Choose one: lead, command, admin.")},
    Phrase{"server_fault"_L1,
        QT_TRANSLATE_NOOP("error",
            "The server made a mistake with this change, so it is held back. "
            "It is kept here; tell an administrator the code {sqlstate}.")},
    // What “rules check” advises.
    Phrase{"direction_unusual"_L1,
        QT_TRANSLATE_NOOP(
            "error", "This metric gets worse the other way. Check the rule's direction.")},
    Phrase{"off_overlaps_lower"_L1,
        QT_TRANSLATE_NOOP("error",
            "The level ends below where the one under it begins. Move “off” closer to “on”.")},
    Phrase{"step_longer_than_for"_L1,
        QT_TRANSLATE_NOOP("error",
            "The rule looks less often than “for” asks. Make the step shorter, or “for” longer.")},
};

} // namespace

std::span<const Phrase> serverSentences()
{
    return kServer;
}

} // namespace watchroom::words
