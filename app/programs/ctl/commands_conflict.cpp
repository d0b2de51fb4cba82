// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/ids.h"
#include "app/base/json.h"
#include "app/programs/ctl/command.h"
#include "app/programs/ctl/context.h"
#include "app/programs/ctl/password.h"
#include "app/remote/adminconnection.h"
#include "app/undelivered/decisions.h"
#include "app/words/errors.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <chrono>

namespace watchroom::ctl {

using namespace Qt::StringLiterals;
using base::Error;
using base::Result;
using undelivered::Card;

namespace {

constexpr std::chrono::seconds kPushTime{5};

QString shown(const QJsonValue &value)
{
    return value.isNull() || value.isUndefined() ? u"-"_s : value.toVariant().toString();
}

QString textOf(const Card &card)
{
    QStringList lines{u"%1  %2  %3"_s.arg(base::toText(card.first().op), card.first().table,
        words::errorSentence({Error::Kind::Conflict, {}, card.code, card.params}))};
    for (const undelivered::Dispute &dispute : card.disputes)
        lines.append(QCoreApplication::translate("ctl", "    %1: before %2, theirs %3, mine %4")
                         .arg(dispute.column, shown(dispute.before), shown(dispute.theirs),
                             shown(dispute.mine)));
    return lines.join(u'\n');
}

Result<QList<Card>> cardsOf(Context &context)
{
    return context.read<QList<Card>>(
        [](store::Reader &reader) { return undelivered::readCards(reader); });
}

Result<Outcome> list(Context &context, const Arguments &)
{
    const auto cards = cardsOf(context);
    if (!cards)
        return tl::unexpected(cards.error());
    QJsonArray json;
    QStringList lines;
    for (const Card &card : *cards) {
        json.append(undelivered::toJson(card));
        lines.append(textOf(card));
    }
    if (lines.isEmpty())
        lines.append(QCoreApplication::translate("ctl", "Nothing waits for a decision."));
    return Outcome{json, lines.join(u'\n')};
}

Result<Card> find(Context &context, const QString &prefix)
{
    const auto cards = cardsOf(context);
    if (!cards)
        return tl::unexpected(cards.error());
    const auto fits = [&prefix](const Card &card) {
        return base::toText(card.first().op).startsWith(prefix.toLower());
    };
    const auto found = std::ranges::find_if(*cards, fits);
    if (found == cards->end())
        return base::failure(
            Error::Kind::NotFound, prefix, u"conflict_unknown"_s, {{u"ref"_s, prefix}});
    if (std::ranges::count_if(*cards, fits) > 1)
        return base::failure(
            Error::Kind::Invalid, prefix, u"reference_ambiguous"_s, {{u"ref"_s, prefix}});
    return *found;
}

Result<Outcome> resolve(Context &context, const Arguments &arguments)
{
    const bool mine = arguments.has(u"mine"_s);
    if (mine == arguments.has(u"theirs"_s))
        return wrongUsage(QT_TRANSLATE_NOOP("ctl", "say either --mine or --theirs%1"), {});
    const auto store = context.writing();
    if (!store)
        return tl::unexpected(store.error());
    const auto card = find(context, arguments.positional().first());
    if (!card)
        return tl::unexpected(card.error());
    const auto author = context.author();
    if (!author)
        return tl::unexpected(author.error());
    undelivered::Decisions decisions(**store, [who = *author] { return who; });
    const bool held = card->state == domain::ResultState::Held;
    auto decided = !mine ? decisions.keepTheirs(*card)
        : held           ? decisions.askAgain(*card)
                         : decisions.sendMine(*card);
    decided.waitForFinished();
    if (const Result<> said = decided.result(); !said)
        return tl::unexpected(said.error());
    if (mine) {
        if (const auto service = context.syncing(kPushTime))
            (*service)->syncOnce(kPushTime).waitForFinished();
    }
    const QString word = mine ? u"mine"_s : u"theirs"_s;
    return Outcome{QJsonObject{{u"id"_s, base::toText(card->first().op)}, {u"resolved"_s, word}},
        mine ? QCoreApplication::translate("ctl", "Sent again.")
             : QCoreApplication::translate("ctl", "Left; a copy is kept for 90 days.")};
}

QString serverLine(const QJsonObject &lost)
{
    const QJsonObject result = lost["result"_L1].toObject();
    return u"%1  %2  %3  %4 %5  %6"_s.arg(lost["at"_L1].toString(), lost["station"_L1].toString(),
        shown(lost["actor"_L1]), lost["table"_L1].toString(), lost["row"_L1].toString(),
        words::errorSentence({Error::Kind::Conflict, {}, result["code"_L1].toString(),
            result["params"_L1].toObject()}));
}

/// What lost at any station, over a lead's own connection.
Result<Outcome> listServer(Context &, const Arguments &arguments)
{
    if (!arguments.has(u"server"_s))
        return missingOption(u"server"_s);
    const auto info = serverOf(arguments.value(u"server"_s));
    if (!info)
        return tl::unexpected(info.error());
    remote::AdminConnection connection;
    if (const auto opened = connection.open(*info); !opened)
        return tl::unexpected(opened.error());
    const auto said = connection.value(u"SELECT sync.list_conflicts(1000)"_s);
    if (!said)
        return tl::unexpected(said.error());
    const QJsonArray json = base::readJson(said->toUtf8()).array();
    QStringList lines;
    for (const QJsonValue &lost : json)
        lines.append(serverLine(lost.toObject()));
    if (lines.isEmpty())
        lines.append(QCoreApplication::translate("ctl", "The server has no operation that lost."));
    return Outcome{json, lines.join(u'\n')};
}

} // namespace

QList<Command> conflictCommands()
{
    return {
        {u"conflict list"_s, {}, {}, 0, 0, list},
        {u"server conflicts"_s, u"--server CONNINFO"_s, {{u"server"_s}}, 0, 0, listServer},
        {u"conflict resolve"_s, u"ID --mine|--theirs"_s,
            {{u"mine"_s, Takes::Nothing}, {u"theirs"_s, Takes::Nothing}}, 1, 1, resolve},
    };
}

} // namespace watchroom::ctl
