// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/remote/pgerror.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QSqlError>

#include <algorithm>
#include <array>
#include <optional>

namespace watchroom::remote {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

struct Phrase
{
    QLatin1StringView text;
    QLatin1StringView code;
};

// The first phrase found decides, so the more telling ones stand first.
constexpr std::array kConnectPhrases{
    Phrase{"password authentication failed"_L1, "password_wrong"_L1},
    Phrase{"no password supplied"_L1, "password_wrong"_L1},
    Phrase{"is not permitted to log in"_L1, "login_disabled"_L1},
    Phrase{"does not match host name"_L1, "certificate_host"_L1},
    Phrase{"certificate verify failed"_L1, "certificate_untrusted"_L1},
    Phrase{"root certificate file"_L1, "certificate_untrusted"_L1},
    Phrase{"no encryption"_L1, "no_encryption"_L1},
    Phrase{"server does not support SSL"_L1, "no_encryption"_L1},
    Phrase{"no pg_hba.conf entry"_L1, "not_a_station"_L1},
    Phrase{"permission denied for database"_L1, "not_a_station"_L1},
    Phrase{"authentication failed for user"_L1, "password_wrong"_L1},
};

// The server is not to be reached now, and may be later.
constexpr std::array kAwayPhrases{
    Phrase{"could not translate host name"_L1, "host_unknown"_L1},
    Phrase{"Connection refused"_L1, "server_refused"_L1},
    Phrase{"No such file or directory"_L1, "server_refused"_L1}, // its socket
    Phrase{"No route to host"_L1, "server_unreachable"_L1},
    Phrase{"Network is unreachable"_L1, "server_unreachable"_L1},
    Phrase{"timeout expired"_L1, "server_unreachable"_L1},
    Phrase{"the database system is"_L1, "server_busy"_L1}, // starting up, shutting down
    Phrase{"too many clients"_L1, "server_busy"_L1},
    Phrase{"remaining connection slots"_L1, "server_busy"_L1},
};

// Something else listens there.
constexpr std::array kForeignPhrases{
    "received invalid response to SSL negotiation"_L1,
    "expected authentication request from server"_L1,
    "invalid response to GSSAPI negotiation"_L1,
};

struct Word
{
    QLatin1StringView word;
    Error::Kind kind;
    QLatin1StringView code;
};

// What our own functions raise (SQLSTATE WR001).
constexpr std::array kWords{
    Word{"epoch_changed"_L1, Error::Kind::Conflict, "epoch_changed"_L1},
    Word{"client_forked"_L1, Error::Kind::Conflict, "client_forked"_L1},
    Word{"far_behind"_L1, Error::Kind::Conflict, "far_behind"_L1},
    Word{"op_gap"_L1, Error::Kind::Conflict, "op_gap"_L1},
    Word{"schema_too_old"_L1, Error::Kind::TooNew, "schema_too_old"_L1},
    Word{"schema_too_new"_L1, Error::Kind::Invalid, "schema_too_new"_L1},
    Word{"schema_half"_L1, Error::Kind::Invalid, "schema_half"_L1},
    Word{"restamp_needed"_L1, Error::Kind::Invalid, "restamp_needed"_L1},
    Word{"too_large"_L1, Error::Kind::Invalid, "too_large"_L1},
    Word{"blob_refused"_L1, Error::Kind::Invalid, "blob_refused"_L1},
    Word{"not_for_walls"_L1, Error::Kind::Invalid, "not_for_walls"_L1},
    Word{"server_busy"_L1, Error::Kind::Offline, "server_busy"_L1},
    Word{"not_a_station"_L1, Error::Kind::Denied, "not_a_station"_L1},
    Word{"secrets_need_tls"_L1, Error::Kind::Denied, "secrets_need_tls"_L1},
    // A workspace's folder that was copied to another station.
    Word{"not_my_client"_L1, Error::Kind::Conflict, "client_forked"_L1},
};

/// "ERROR:  epoch_changed\nCONTEXT: ..." -> "epoch_changed". The severity may be translated.
QString firstLine(const QSqlError &error)
{
    const QString line = error.databaseText().section(u'\n', 0, 0);
    const qsizetype colon = line.indexOf(":  "_L1);
    return (colon < 0 ? line : line.mid(colon + 3)).trimmed();
}

/// "database "x" does not exist" but not "role "x" does not exist".
bool saysDatabaseMissing(const QString &text)
{
    const qsizetype at = text.indexOf("database \""_L1);
    return at >= 0 && text.indexOf("\" does not exist"_L1, at) > at;
}

/// Whom it tried, as libpq names it; of several hosts the first.
QJsonObject triedServer(const QString &text)
{
    static const QRegularExpression unknown(u"could not translate host name \"([^\"]+)\""_s);
    static const QRegularExpression server(
        u"connection to server (?:at|on socket) \"([^\"]+)\"(?: \\([^)]*\\))?(?:, port (\\d+))?"_s);
    if (const auto found = unknown.match(text); found.hasMatch())
        return {{u"host"_s, found.captured(1)}};
    const auto found = server.match(text);
    const QString socketPort = found.captured(1).section(u'.', -1); // ".s.PGSQL.5432"
    return {{u"host"_s, found.captured(1)},
        {u"port"_s, found.captured(2).isEmpty() ? socketPort : found.captured(2)}};
}

std::optional<Error> ownError(const QSqlError &error)
{
    const QString said = firstLine(error);
    const auto found = std::ranges::find(kWords, said, &Word::word);
    if (found == kWords.end())
        return std::nullopt;
    return Error{found->kind, said, found->code};
}

/// "ERROR:  login_taken\nDETAIL:  {}\n..." of our own refusals (P0001).
Error refusal(const QSqlError &error)
{
    static const QRegularExpression word(u"^[^:]+:\\s+([a-z_]+)$"_s);
    static const QRegularExpression details(u"^[^:]+:\\s+(\\{.*\\})$"_s);
    Error said{Error::Kind::Internal, error.databaseText()};
    const QStringList lines = error.databaseText().split(u'\n');
    if (const auto found = word.match(lines.constFirst()); found.hasMatch()) {
        said.kind = Error::Kind::Denied;
        said.code = found.captured(1);
        for (const QString &line : lines) {
            if (const auto params = details.match(line); params.hasMatch())
                said.params = QJsonDocument::fromJson(params.captured(1).toUtf8()).object();
        }
    }
    return said;
}

bool isTransient(const QString &state)
{
    constexpr std::array kClasses{"40"_L1, "53"_L1, "55"_L1, "57"_L1, "58"_L1};
    return std::ranges::any_of(kClasses, [&](QLatin1StringView c) { return state.startsWith(c); });
}

} // namespace

Error connectError(const QSqlError &error)
{
    const QString text = error.databaseText();
    for (const Phrase &phrase : kConnectPhrases) {
        if (text.contains(phrase.text))
            return Error{Error::Kind::Denied, firstLine(error), phrase.code};
    }
    if (saysDatabaseMissing(text))
        return Error{Error::Kind::Denied, firstLine(error), u"database_missing"_s};
    if (std::ranges::any_of(kForeignPhrases, [&](QLatin1StringView p) { return text.contains(p); }))
        return Error{
            Error::Kind::Denied, firstLine(error), u"server_not_postgres"_s, triedServer(text)};
    for (const Phrase &phrase : kAwayPhrases) {
        if (text.contains(phrase.text))
            return Error{Error::Kind::Offline, firstLine(error), phrase.code, triedServer(text)};
    }
    return Error{Error::Kind::Offline, firstLine(error)};
}

Error callError(const QSqlError &error)
{
    const QString state = error.nativeErrorCode();
    const QString detail = state + u' ' + firstLine(error);
    if (state == "WR001"_L1) {
        if (const auto own = ownError(error))
            return *own;
    }
    if (state == "P0001"_L1)
        return refusal(error);
    if (state == "3F000"_L1) // no such schema
        return Error{Error::Kind::Invalid, detail, u"schema_missing"_s};
    // 42883 no such function, 42P01 no such table
    if (state == "42883"_L1 || state == "42P01"_L1)
        return Error{Error::Kind::Invalid, detail, u"schema_half"_s};
    if (state == "42501"_L1)
        return Error{Error::Kind::Denied, detail, u"not_a_station"_s};
    if (isTransient(state))
        return Error{Error::Kind::Offline, detail, u"server_busy"_s};
    // Class 08 and read-only (a primary that became a standby) end with the connection.
    if (state.isEmpty() || state.startsWith("08"_L1) || state == "25006"_L1)
        return Error{Error::Kind::Offline, detail};
    return Error{Error::Kind::Internal, detail};
}

} // namespace watchroom::remote
