// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/ids.h"
#include "app/domain/values.h"
#include "app/domain/walltime.h"
#include "app/handover/handoverfigures.h"
#include "app/handover/sheetproof.h"
#include "app/programs/ctl/command.h"
#include "app/programs/ctl/context.h"
#include "app/programs/ctl/format.h"
#include "app/words/handovers.h"
#include "app/words/times.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QTimeZone>

#include <array>

namespace watchroom::ctl {

using namespace Qt::StringLiterals;
using base::Error;
using base::Result;
using handover::HandoverFigures;
using handover::Percentiles;
using handover::SheetClaim;
using handover::SheetProof;

namespace {

constexpr int kUsualDays = 30;
constexpr qint64 kMostBytes = 16LL * 1024 * 1024; ///< of a file that may be a sheet

QString translated(const char *text)
{
    return QCoreApplication::translate("ctl", text);
}

/// The begin of a day here.
base::Instant beginOf(const QDate &date)
{
    return domain::instantOf(QDateTime(date, QTime(0, 0), Qt::UTC), QTimeZone::systemTimeZone());
}

QDate todayOf(const Context &context)
{
    return domain::wallTime(context.clock().now(), QTimeZone::systemTimeZone()).date();
}

QJsonValue seconds(const std::optional<base::Seconds> &length)
{
    return length ? QJsonValue(qint64(length->count())) : QJsonValue();
}

QJsonObject json(const Percentiles &lengths)
{
    return {{u"p50_s"_s, seconds(lengths.p50)}, {u"p90_s"_s, seconds(lengths.p90)}};
}

QJsonObject json(const HandoverFigures &figures)
{
    return {{u"shifts"_s, figures.shifts}, {u"on_time"_s, figures.onTime},
        {u"accepted"_s, figures.accepted}, {u"forced"_s, figures.forced},
        {u"refused"_s, figures.refused}, {u"extended"_s, figures.extended},
        {u"expired"_s, figures.expired}, {u"signing"_s, json(figures.signing)},
        {u"whole"_s, json(figures.whole)}, {u"read_back"_s, figures.readBack},
        {u"waivers"_s, figures.waivers}, {u"changes"_s, figures.changes},
        {u"surprises"_s, figures.surprises}};
}

QStringList lines(const HandoverFigures &figures)
{
    QStringList all{translated(QT_TRANSLATE_NOOP("ctl", "Shifts: %1, handed over on time: %2"))
                        .arg(figures.shifts)
                        .arg(figures.onTime),
        translated(QT_TRANSLATE_NOOP(
                       "ctl", "Accepted: %1, forced: %2, refused: %3, extended: %4, expired: %5"))
            .arg(figures.accepted)
            .arg(figures.forced)
            .arg(figures.refused)
            .arg(figures.extended)
            .arg(figures.expired)};
    const auto add = [&all](const char *text, const Percentiles &lengths) {
        if (lengths.p50)
            all.append(
                translated(text).arg(words::duration(*lengths.p50), words::duration(*lengths.p90)));
    };
    add(QT_TRANSLATE_NOOP("ctl",
            "From the first signature to the acceptance: half within %1, nine of ten within %2"),
        figures.signing);
    add(QT_TRANSLATE_NOOP(
            "ctl", "From the opening to the acceptance: half within %1, nine of ten within %2"),
        figures.whole);
    all.append(translated(QT_TRANSLATE_NOOP("ctl", "Read back: %1 of %2 accepted"))
                   .arg(figures.readBack)
                   .arg(figures.accepted));
    all.append(translated(
        QT_TRANSLATE_NOOP("ctl", "Waivers: %1, changes since the sheet: %2, in %3 handovers"))
                   .arg(figures.waivers)
                   .arg(figures.changes)
                   .arg(figures.passed()));
    all.append(translated(QT_TRANSLATE_NOOP("ctl",
                              "Incidents that became red soon after and were not on the sheet: %1"))
                   .arg(figures.surprises));
    return all;
}

Result<Outcome> figures(Context &context, const Arguments &arguments)
{
    const auto first = dateOf(arguments, u"from"_s);
    const auto last = dateOf(arguments, u"until"_s);
    if (!first || !last)
        return tl::unexpected(first ? last.error() : first.error());
    const QString scope = scopeOf(arguments);
    // A shift of later today counts once the watch was passed.
    const base::Instant until = beginOf(last->value_or(todayOf(context)).addDays(1));
    const base::Instant from =
        *first ? beginOf(**first) : until - std::chrono::hours(24 * kUsualDays);
    const auto ended = context.read<QList<handover::EndedHandover>>([&](store::Reader &reader) {
        return handover::readEndedHandovers(reader, scope, from, until);
    });
    if (!ended)
        return tl::unexpected(ended.error());
    const HandoverFigures found = handover::figuresOf(*ended);
    QJsonObject told = json(found);
    told.insert("scope"_L1, scope);
    told.insert("from"_L1, base::toIso(from));
    told.insert("until"_L1, base::toIso(until));
    return Outcome{told, lines(found).join(u'\n')};
}

Result<SheetClaim> claimOfPath(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kMostBytes)
        return base::failure(
            Error::Kind::Invalid, file.errorString(), u"file_unreadable"_s, {{u"file"_s, path}});
    return handover::claimOfFile(file.readAll());
}

/// What the replica itself has of it: of an id, or of the last of a scope.
Result<SheetClaim> claimOfState(Context &context, const QUuid &id, const QString &scope)
{
    const auto state = context.read<handover::HandoverState>([&](store::Reader &reader) {
        return id.isNull() ? handover::readHandover(reader, scope)
                           : handover::readHandover(reader, id);
    });
    if (!state)
        return tl::unexpected(state.error());
    return SheetClaim{.handover = state->id, .hash = state->sheetHash.toLatin1()};
}

/// A file, the text of the code on paper, an id; else the last handover of the scope.
Result<SheetClaim> claimOf(Context &context, const Arguments &arguments)
{
    const QString given = arguments.positional().value(0);
    if (given.isEmpty())
        return claimOfState(context, {}, scopeOf(arguments));
    if (const auto code = handover::claimOfCode(given))
        return *code;
    const QUuid id = QUuid::fromString(given);
    return id.isNull() ? claimOfPath(given) : claimOfState(context, id, {});
}

struct Said
{
    const char *code;
    const char *sentence;
};

/// In the order of SheetProof::Verdict.
constexpr std::array kVerdicts{
    Said{"passed",
        QT_TRANSLATE_NOOP("ctl", "Both leads signed this sheet, and the watch passed by it.")},
    Said{"forced",
        QT_TRANSLATE_NOOP("ctl",
            "This sheet is one-sided: the incoming lead signed it, and the command layer passed "
            "the "
            "watch by it.")},
    Said{"signed",
        QT_TRANSLATE_NOOP("ctl", "This sheet was signed, but the watch did not pass by it.")},
    Said{"not_signed",
        QT_TRANSLATE_NOOP("ctl", "Nobody signed this sheet: it is not the one in the record.")},
    Said{"damaged",
        QT_TRANSLATE_NOOP("ctl",
            "The sheet in the record is not the one that was signed: it was changed there.")},
};

QString recordLine(const SheetProof &proof)
{
    return proof.sameRecord
        ? translated(QT_TRANSLATE_NOOP("ctl", "The record is as it was when this was printed."))
        : translated(QT_TRANSLATE_NOOP("ctl",
            "The record has gone on since this was printed; “audit verify” tells whether it is "
            "whole."));
}

Outcome outcomeOf(const SheetProof &proof)
{
    const Said &said = kVerdicts.at(static_cast<std::size_t>(proof.verdict));
    QStringList text{padded(proof.state.label, 10) + translated(said.sentence)};
    QJsonArray signatures;
    for (const handover::SheetSignature &one : proof.signatures) {
        text.append(u"  "_s + padded(words::signedAs(one.meaning), 24)
            + padded(proof.state.names.value(one.person, one.person), 16)
            + padded(words::dateTimeSeconds(one.signedAt, QTimeZone::systemTimeZone()), 20)
            + words::signedHow(one.how));
        signatures.append(QJsonObject{{u"person"_s, one.person}, {u"meaning"_s, one.meaning},
            {u"signed_at"_s, base::toIso(one.signedAt)}, {u"how"_s, one.how},
            {u"station"_s, domain::orNull(one.station)}});
    }
    const bool printed = !proof.claim.fingerprint.isEmpty();
    if (printed)
        text.append(recordLine(proof));
    if (proof.state.pending)
        text.append(translated(QT_TRANSLATE_NOOP("ctl", "The server has not confirmed it yet.")));
    return {QJsonObject{{u"handover"_s, base::toText(proof.claim.handover)},
                {u"label"_s, domain::orNull(proof.state.label)},
                {u"sheet_hash"_s, QString::fromLatin1(proof.claim.hash)},
                {u"verdict"_s, QLatin1StringView(said.code)}, {u"state"_s, proof.state.state},
                {u"pending"_s, proof.state.pending}, {u"signatures"_s, signatures},
                {u"record"_s, printed ? QJsonValue(proof.sameRecord) : QJsonValue()}},
        text.join(u'\n'), proof.holds() ? 0 : 1};
}

Result<Outcome> verify(Context &context, const Arguments &arguments)
{
    const auto claim = claimOf(context, arguments);
    if (!claim)
        return tl::unexpected(claim.error());
    const auto proof = context.read<SheetProof>([&](store::Reader &reader) {
        return handover::proveSheet(reader, *claim, context.clock().now());
    });
    if (!proof)
        return tl::unexpected(proof.error());
    return outcomeOf(*proof);
}

} // namespace

QList<Command> handoverRecordCommands()
{
    const OptionSpec scope{u"scope"_s};
    return {
        {u"handover figures"_s, u"[--from DATE] [--until DATE] [--scope S]"_s,
            {{u"from"_s}, {u"until"_s}, scope}, 0, 0, figures},
        {u"handover verify"_s, u"[FILE.json | CODE | ID] [--scope S]"_s, {scope}, 0, 1, verify},
    };
}

} // namespace watchroom::ctl
