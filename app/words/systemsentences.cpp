// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/sentences.h"

#include <QCoreApplication>

#include <array>

namespace watchroom::words {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kSystem{
    // The server's answers to a whole call.
    Phrase{"epoch_changed"_L1,
        QT_TRANSLATE_NOOP("error",
            "The server's database was restored or replaced. "
            "This station compares everything with it and sends again.")},
    Phrase{"offline_unknown"_L1,
        QT_TRANSLATE_NOOP("error",
            "The server cannot be reached, and this name has no open session at this station. "
            "Somebody who signed in here before can; or wait for the server.")},
    Phrase{"wait"_L1,
        QT_TRANSLATE_NOOP("error", "Too many wrong passwords. Try again in {seconds} s.")},
    Phrase{"other_server"_L1,
        QT_TRANSLATE_NOOP("error",
            "This is not the server that this workspace knows. Nothing was sent. Check the "
            "address; if this server takes the other's place, say so on the page “Sync”.")},
    Phrase{"schema_too_old"_L1,
        QT_TRANSLATE_NOOP("error",
            "This Watchroom is too old for the server and only reads. "
            "Update Watchroom; what is saved here is kept.")},
    Phrase{"schema_too_new"_L1,
        QT_TRANSLATE_NOOP("error",
            "This Watchroom is newer than the server. Ask an administrator "
            "to run “watchroomctl server upgrade”; what is saved here is kept.")},
    Phrase{"client_forked"_L1,
        QT_TRANSLATE_NOOP("error",
            "This workspace is a copy of another one. "
            "It goes on under a name of its own; nothing is lost.")},
    Phrase{"op_gap"_L1,
        QT_TRANSLATE_NOOP("error",
            "The server misses an earlier change of this station. "
            "It is sent again; if this stays, run “watchroomctl server check”.")},
    Phrase{"not_my_client"_L1,
        QT_TRANSLATE_NOOP("error",
            "This workspace belongs to another station. "
            "Use this station's own workspace, or enrol the station again.")},
    Phrase{"far_behind"_L1,
        QT_TRANSLATE_NOOP("error",
            "This station was away for long and fetches everything anew. Wait until it is done.")},
    Phrase{"restamp_needed"_L1,
        QT_TRANSLATE_NOOP("error",
            "The database was restored and is not ready. "
            "Ask an administrator to run “watchroomctl server adopt”.")},
    Phrase{"not_a_station"_L1,
        QT_TRANSLATE_NOOP("error",
            "The server does not know this station, or it is disabled. "
            "Ask an administrator for “watchroomctl server add-station”.")},
    // Reaching the server.
    Phrase{"server_refused"_L1,
        QT_TRANSLATE_NOOP("error",
            "Nothing answers at {host}, port {port}. Check that the database server runs and that "
            "the port is right; what is saved here is sent later.")},
    Phrase{"host_unknown"_L1,
        QT_TRANSLATE_NOOP("error",
            "The network does not know the server's name {host}. Check the name and the network; "
            "what is saved here is sent later.")},
    Phrase{"server_unreachable"_L1,
        QT_TRANSLATE_NOOP("error",
            "There is no way to the server {host}. Check cable, network and firewall; "
            "what is saved here is sent later.")},
    Phrase{"server_not_postgres"_L1,
        QT_TRANSLATE_NOOP("error",
            "What answers at {host}, port {port} is not the database server. "
            "Check the port in the settings.")},
    Phrase{"login_disabled"_L1,
        QT_TRANSLATE_NOOP("error", "This account is disabled. Ask an administrator to enable it.")},
    Phrase{"station_password"_L1,
        QT_TRANSLATE_NOOP("error",
            "The server refuses this station's name or password. "
            "Paste its enrolment line into the settings again.")},
    Phrase{"password_wrong"_L1,
        QT_TRANSLATE_NOOP(
            "error", "The name or the password is wrong. Check both, then try again.")},
    Phrase{"certificate_untrusted"_L1,
        QT_TRANSLATE_NOOP("error",
            "The server's certificate is not trusted or has expired. "
            "Check the authority file (sslrootcert) with your administrator.")},
    Phrase{"certificate_host"_L1,
        QT_TRANSLATE_NOOP("error",
            "The server's certificate is made out to another name. "
            "Connect by the name that stands in it.")},
    Phrase{"no_encryption"_L1,
        QT_TRANSLATE_NOOP("error",
            "The server and this station do not agree on encryption. "
            "Check sslmode here and pg_hba.conf there.")},
    Phrase{"database_missing"_L1,
        QT_TRANSLATE_NOOP("error",
            "There is no such database on the server. "
            "Check dbname, or create it with “createdb”.")},
    Phrase{"schema_missing"_L1,
        QT_TRANSLATE_NOOP("error",
            "This database has not been set up for Watchroom. "
            "Run “watchroomctl server install” as its owner.")},
    Phrase{"schema_half"_L1,
        QT_TRANSLATE_NOOP("error",
            "The set-up of this database was not finished. "
            "Run “watchroomctl server install” again; it goes on where it ended.")},
    Phrase{"server_busy"_L1,
        QT_TRANSLATE_NOOP("error",
            "The server is busy, starting or shutting down. "
            "Watchroom tries again by itself; what is saved here is kept.")},
    Phrase{"timed_out"_L1,
        QT_TRANSLATE_NOOP("error",
            "The server did not answer in time. "
            "Watchroom tries again by itself; what is saved here is kept.")},
    Phrase{"driver_missing"_L1,
        QT_TRANSLATE_NOOP("error",
            "The database driver is not installed. "
            "Install the packages libqt6sql6-psql and libqt6sql6-sqlite.")},
    Phrase{"conninfo_invalid"_L1,
        QT_TRANSLATE_NOOP("error",
            "The server's address is not understood. "
            "Write it as: host=NAME port=5432 dbname=watchroom.")},
    Phrase{"conninfo_uri"_L1,
        QT_TRANSLATE_NOOP("error",
            "Addresses of the form postgresql://… are not taken. "
            "Write it as: host=NAME port=5432 dbname=watchroom.")},
    Phrase{"no_privilege"_L1,
        QT_TRANSLATE_NOOP("error",
            "This role may not do that in the database. Connect as its owner, "
            "or as a role that may create roles and extensions.")},
    Phrase{"pgcrypto_elsewhere"_L1,
        QT_TRANSLATE_NOOP("error",
            "The extension pgcrypto is in the schema {schema}. Move it: "
            "ALTER EXTENSION pgcrypto SET SCHEMA crypto.")},
    Phrase{"person_unknown"_L1,
        QT_TRANSLATE_NOOP("error",
            "Nobody here has the sign-in name {value}. "
            "Check it, or add the person first.")},
    Phrase{"password_missing"_L1,
        QT_TRANSLATE_NOOP("error",
            "No password was given. Enter one, or hand it over with "
            "“--password-stdin”.")},
    Phrase{"credential_unreadable"_L1,
        QT_TRANSLATE_NOOP("error",
            "The station's stored password cannot be read. "
            "Check the file's owner, or enrol the station again.")},
    Phrase{"credential_unwritable"_L1,
        QT_TRANSLATE_NOOP("error",
            "The station's password cannot be stored. "
            "Check the workspace folder's owner and free space.")},
    Phrase{"usage"_L1,
        QT_TRANSLATE_NOOP(
            "error", "The command is not understood: {text}. See “watchroomctl --help”.")},
    Phrase{"conflict_unknown"_L1,
        QT_TRANSLATE_NOOP(
            "error", "No change “{ref}” waits for a decision. See “watchroomctl conflict list”.")},
    Phrase{"incident_unknown"_L1,
        QT_TRANSLATE_NOOP("error",
            "There is no incident “{ref}” here. "
            "See “watchroomctl incident list”, or fetch news with “watchroomctl sync”.")},
    Phrase{"work_unknown"_L1,
        QT_TRANSLATE_NOOP("error",
            "There is no such ticket or pending item here: “{ref}”. See “watchroomctl ticket "
            "list” and “watchroomctl pending list”, or fetch news with “watchroomctl sync”.")},
    Phrase{"reference_ambiguous"_L1,
        QT_TRANSLATE_NOOP(
            "error", "“{ref}” fits several incidents. Give more of it, or the number.")},
    Phrase{"file_unreadable"_L1,
        QT_TRANSLATE_NOOP(
            "error", "The file {file} cannot be read. Check its name and permissions.")},
    Phrase{"standalone"_L1,
        QT_TRANSLATE_NOOP("error",
            "This workspace has no server. Make one that does with "
            "“watchroomctl workspace init --server”.")},
    // The workspace.
    Phrase{"workspace_exists"_L1,
        QT_TRANSLATE_NOOP("error",
            "There is a workspace in this folder already. "
            "Use it, or name another folder with “--workspace”.")},
    Phrase{"workspace_in_use"_L1,
        QT_TRANSLATE_NOOP("error",
            "Another Watchroom has this workspace open (process {pid}). "
            "Go on there, or close it and try again here.")},
    Phrase{"workspace_missing"_L1,
        QT_TRANSLATE_NOOP("error",
            "There is no workspace in this folder. Make one with “watchroomctl workspace init”.")},
    Phrase{"workspace_unreadable"_L1,
        QT_TRANSLATE_NOOP("error",
            "The file workspace.json of this workspace cannot be read. "
            "Check its permissions; if it is damaged, put back a copy or remove it.")},
    Phrase{"workspace_not_writable"_L1,
        QT_TRANSLATE_NOOP(
            "error", "The workspace's folder cannot be written. Check its owner and permissions.")},
    Phrase{"read_only"_L1,
        QT_TRANSLATE_NOOP("error",
            "The workspace's folder can only be read. "
            "Give its files back to this user, then try again; nothing in it was changed.")},
    Phrase{"disk_full"_L1,
        QT_TRANSLATE_NOOP("error",
            "The disk is full and nothing more can be saved. "
            "Free some space; what is saved is safe, what is typed stays in its field.")},
    Phrase{"damaged"_L1,
        QT_TRANSLATE_NOOP("error",
            "The workspace's file is damaged. Put it aside when Watchroom starts, or with "
            "“watchroomctl workspace salvage”; what was not sent is kept.")},
    Phrase{"not_damaged"_L1,
        QT_TRANSLATE_NOOP(
            "error", "This workspace is not damaged. Nothing was done; go on working.")},
    Phrase{"replica_too_new"_L1,
        QT_TRANSLATE_NOOP(
            "error", "This workspace was made by a newer Watchroom. Update Watchroom to open it.")},
    Phrase{"no_workspace"_L1,
        QT_TRANSLATE_NOOP("error",
            "There is no workspace in this folder. Make one with “watchroomctl workspace init”.")},
    Phrase{"workspace_mode"_L1,
        QT_TRANSLATE_NOOP("error",
            "This folder holds data of the other kind of workspace, with or without a server. "
            "Put them aside, or choose another folder.")},
    // Exports.
    // A file of contacts.
    Phrase{"contacts_unreadable"_L1,
        QT_TRANSLATE_NOOP(
            "error", "The file “{file}” cannot be read. Check its name and its rights.")},
    Phrase{"contacts_empty"_L1,
        QT_TRANSLATE_NOOP("error", "There is no contact in this file. Choose another one.")},
    Phrase{"contacts_too_large"_L1,
        QT_TRANSLATE_NOOP(
            "error", "The file is larger than 2 MB. Export the contacts without pictures.")},
    Phrase{"contacts_too_many"_L1,
        QT_TRANSLATE_NOOP("error", "The file has more than {most} contacts. Import it in parts.")},
    Phrase{"contacts_is_workbook"_L1,
        QT_TRANSLATE_NOOP("error",
            "This is a workbook. Open it, save the sheet with the contacts as CSV, and choose that "
            "file.")},
    Phrase{"contacts_not_text"_L1,
        QT_TRANSLATE_NOOP("error",
            "This file is not text. Save the contacts as CSV or vCard, and choose that file.")},
    Phrase{"contacts_no_head"_L1,
        QT_TRANSLATE_NOOP("error",
            "The first row names no column “name”. Write the columns' names there: name, "
            "organisation, phone.")},
    // A spreadsheet with a duty roster.
    Phrase{"roster_unreadable"_L1,
        QT_TRANSLATE_NOOP(
            "error", "The file “{file}” cannot be read. Check its name and its rights.")},
    Phrase{"roster_empty"_L1, QT_TRANSLATE_NOOP("error", "There is nothing in this file.")},
    Phrase{"roster_too_large"_L1,
        QT_TRANSLATE_NOOP(
            "error", "The file is larger than 4 MB. Save the sheet with the roster alone as CSV.")},
    Phrase{"roster_too_many_rows"_L1,
        QT_TRANSLATE_NOOP("error",
            "The sheet has more than {most} rows. Save the part with the roster alone as CSV.")},
    Phrase{"roster_too_many_columns"_L1,
        QT_TRANSLATE_NOOP("error",
            "The sheet has more than {most} columns. Save the part with the roster alone as CSV.")},
    Phrase{"roster_is_workbook"_L1,
        QT_TRANSLATE_NOOP("error",
            "This is a workbook. Open it, save the sheet with the roster as CSV, and choose that "
            "file.")},
    Phrase{"roster_not_text"_L1,
        QT_TRANSLATE_NOOP("error",
            "This file is not text. Save the sheet with the roster as CSV, and choose that file.")},
    Phrase{"export_unwritable"_L1,
        QT_TRANSLATE_NOOP("error",
            "The file {file} cannot be written. Choose another folder, or give this user the right "
            "to write there; nothing was changed.")},
    Phrase{"export_no_room"_L1,
        QT_TRANSLATE_NOOP("error",
            "There is no room for the file {file}. Free some space or choose another disk, then "
            "export again; nothing was changed.")},
    Phrase{"export_too_large"_L1,
        QT_TRANSLATE_NOOP("error",
            "This incident has {entries} entries, more than one file takes. "
            "Read them with “watchroomctl log list”.")},
    Phrase{"export_failed"_L1,
        QT_TRANSLATE_NOOP("error", "The PDF could not be made. Export it as JSON instead.")},
    Phrase{"export_unknown"_L1,
        QT_TRANSLATE_NOOP("error",
            "The file {file} is not an incident that Watchroom exported as JSON, or it is cut off. "
            "Ask for it again.")},
    Phrase{"export_newer"_L1,
        QT_TRANSLATE_NOOP("error",
            "The file {file} was exported by another version of Watchroom. Update Watchroom to "
            "verify it.")},
    // Handovers and their sheets.
    Phrase{"handover_none"_L1, QT_TRANSLATE_NOOP("error", "There is no handover yet. Begin one.")},
    Phrase{"sheet_newer"_L1,
        QT_TRANSLATE_NOOP("error",
            "This handover sheet was made by a newer Watchroom. Update Watchroom to read it.")},
    Phrase{"sheet_damaged"_L1,
        QT_TRANSLATE_NOOP("error",
            "This handover sheet is not as it was signed: see “{where}”. Read it at another "
            "station or on paper, and run “watchroomctl audit verify”.")},
    // Sources of measurements.
    Phrase{"source_none"_L1,
        QT_TRANSLATE_NOOP(
            "error", "No source of measurements is set. Choose one in the settings.")},
    Phrase{"metric_unknown"_L1,
        QT_TRANSLATE_NOOP("error", "The mapping has no query for {metric}. Add one to the file.")},
    Phrase{"mapping_missing"_L1,
        QT_TRANSLATE_NOOP(
            "error", "No mapping file is named. Choose one, or one of the profiles above.")},
    Phrase{"mapping_unreadable"_L1,
        QT_TRANSLATE_NOOP(
            "error", "The mapping file {file} cannot be read. Check its path and permissions.")},
    Phrase{"samples_invalid"_L1,
        QT_TRANSLATE_NOOP("error",
            "The samples are wrong in line {line}. Each line is: "
            "time,target,metric,value.")},
    Phrase{"source_unreachable"_L1,
        QT_TRANSLATE_NOOP("error",
            "Nothing answers at {host}, port {port}. Check the source's address and the network; "
            "Watchroom tries again by itself.")},
    Phrase{"source_unavailable"_L1,
        QT_TRANSLATE_NOOP("error",
            "The source is there but not ready. "
            "Watchroom tries again by itself; if it stays, look at its log.")},
    Phrase{"source_timeout"_L1,
        QT_TRANSLATE_NOOP("error",
            "The source did not answer in time. "
            "Look at its load, or ask for a shorter span.")},
    Phrase{"source_empty"_L1,
        QT_TRANSLATE_NOOP("error",
            "The source answers, but with no value that can be used. "
            "Check the exporters behind it and the mapping.")},
    Phrase{"source_address"_L1,
        QT_TRANSLATE_NOOP("error",
            "This is no address of a source. "
            "Write it as: http://HOST:9090, with the path before “/api/v1”.")},
    Phrase{"source_ca_unreadable"_L1,
        QT_TRANSLATE_NOOP("error",
            "The file {file} holds no certificate. Choose the authority's file in PEM form.")},
    Phrase{"source_not_prometheus"_L1,
        QT_TRANSLATE_NOOP("error",
            "What answers there is not Prometheus. "
            "Check the address: it ends before “/api/v1”.")},
    Phrase{"source_bad_query"_L1,
        QT_TRANSLATE_NOOP(
            "error", "The source does not understand a query. Correct its PromQL in the mapping.")},
    Phrase{"source_query_failed"_L1,
        QT_TRANSLATE_NOOP("error",
            "The source could not carry out a query. "
            "Try a narrower one in the mapping, or look at the source's log.")},
    Phrase{"source_truncated"_L1,
        QT_TRANSLATE_NOOP("error",
            "The source's answer broke off half way. "
            "Watchroom tries again by itself; check what stands between.")},
    Phrase{"source_too_large"_L1,
        QT_TRANSLATE_NOOP(
            "error", "The source's answer is too large. Narrow the query in the mapping.")},
    Phrase{"source_credentials"_L1,
        QT_TRANSLATE_NOOP("error",
            "The source refuses the user name, password or token. Enter them again in the "
            "settings.")},
    Phrase{"source_certificate"_L1,
        QT_TRANSLATE_NOOP("error",
            "The source's certificate is not trusted. "
            "Enter its authority file in the settings.")},
    Phrase{"superseded"_L1,
        QT_TRANSLATE_NOOP("error", "A newer request took its place. Nothing needs to be done.")},
    Phrase{"mapping_invalid"_L1,
        QT_TRANSLATE_NOOP("error", "The mapping is wrong at “{where}”. Correct the file there.")},
    Phrase{"profile_unknown"_L1,
        QT_TRANSLATE_NOOP("error", "There is no such mapping profile. Choose one from the list.")},
};

constexpr std::array kKinds{
    Phrase{"offline"_L1,
        QT_TRANSLATE_NOOP("error",
            "The server cannot be reached. Go on working: it is saved here and "
            "sent when the server is back.")},
    Phrase{"denied"_L1,
        QT_TRANSLATE_NOOP("error", "This is not allowed. Ask a shift lead or an administrator.")},
    Phrase{"conflict"_L1,
        QT_TRANSLATE_NOOP("error",
            "Somebody else changed the same thing first. "
            "Compare theirs with yours, then keep one.")},
    Phrase{"not_found"_L1,
        QT_TRANSLATE_NOOP("error", "This does not exist. Check the number or the name.")},
    Phrase{"invalid"_L1,
        QT_TRANSLATE_NOOP("error", "Something in the input is wrong. Correct it, then repeat.")},
    Phrase{"too_new"_L1,
        QT_TRANSLATE_NOOP("error", "This was made by a newer Watchroom. Update Watchroom.")},
    Phrase{"corrupt"_L1,
        QT_TRANSLATE_NOOP("error",
            "A file or an answer is damaged. Try again; if it stays, "
            "run “watchroomctl audit verify” and tell an administrator.")},
    Phrase{"internal"_L1,
        QT_TRANSLATE_NOOP("error",
            "Watchroom made a mistake. Try again; if it stays, "
            "send the log to those who look after Watchroom.")},
};

} // namespace

std::span<const Phrase> systemSentences()
{
    return kSystem;
}

std::span<const Phrase> kindSentences()
{
    return kKinds;
}

} // namespace watchroom::words
