// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/handoverwords.h"

#include "app/domain/handoverguard.h"
#include "app/domain/walltime.h"
#include "app/handover/handoveritemsmodel.h"
#include "app/words/handovers.h"
#include "app/words/terms.h"
#include "app/words/times.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using handover::HandoverItem;
using handover::HandoverState;
using handover::Missing;
using handover::SheetChange;
using handover::SheetItem;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HandoverWords)
};

constexpr auto kDay = std::chrono::hours(24);

/// Code words, people and instants as they are said.
QString valueWords(const QString &what, const QString &value, const HandoverNeeds &needs)
{
    if (value.isEmpty())
        return Words::tr("none");
    if (what == "level"_L1)
        return words::level(value);
    if (what == "stage"_L1)
        return words::stage(value);
    if (what == "owner"_L1)
        return needs.person(value);
    if (what == "due_at"_L1)
        if (const auto at = base::fromIso(value))
            return dueWords(*at, needs);
    return value;
}

QString itemWords(const QString &label, const QString &title)
{
    return label.isEmpty() ? title : label + u' ' + title;
}

} // namespace

QString stepName(HandoverStep step)
{
    switch (step) {
    case HandoverStep::Tickets:
        return Words::tr("Ticket transfer");
    case HandoverStep::Pending:
        return Words::tr("Pending items");
    case HandoverStep::Systems:
        return Words::tr("System status");
    case HandoverStep::ReadBack:
        return Words::tr("Read-back");
    case HandoverStep::Signatures:
        break;
    }
    return Words::tr("Signatures");
}

HandoverStep stepOf(const Missing &missing)
{
    if (missing.what == "read_back"_L1)
        return HandoverStep::ReadBack;
    if (missing.what == "system"_L1)
        return HandoverStep::Systems;
    return missing.table == "pending_item"_L1 ? HandoverStep::Pending : HandoverStep::Tickets;
}

QList<Missing> missingIn(const QList<Missing> &missing, HandoverStep step)
{
    QList<Missing> found;
    std::ranges::copy_if(missing, std::back_inserter(found),
        [step](const Missing &one) { return stepOf(one) == step; });
    return found;
}

QString missingWords(const QList<Missing> &missing)
{
    QStringList kinds;
    QHash<QString, int> counts;
    for (const Missing &one : missing) {
        if (counts[one.what]++ == 0)
            kinds.append(one.what);
    }
    QStringList said;
    for (const QString &kind : std::as_const(kinds))
        said.append(words::field(kind) + u' ' + QString::number(counts.value(kind)));
    return words::list(said);
}

QString handoverTitle(const HandoverState &state, const HandoverNeeds &needs)
{
    if (!state.shiftAt)
        return {};
    const QString before = words::slot(state.facts.outgoing.slot);
    const QString after = words::slot(state.facts.incoming.slot);
    QStringList parts{words::shortDate(domain::wallTime(*state.shiftAt, needs.zone()).date())};
    if (!before.isEmpty() && !after.isEmpty())
        parts.append(before + u" → "_s + after);
    if (state.scope != domain::kDesk)
        parts.append(needs.position(state.scope));
    return parts.join(u' ') + u" · "_s
        + Words::tr("planned for %1").arg(words::hourMinute(*state.shiftAt, needs.zone()));
}

QString changeSentence(const SheetChange &change, const HandoverNeeds &needs)
{
    const QString item = itemWords(change.label, change.title);
    if (change.what == "new"_L1)
        return Words::tr("%1: new").arg(item);
    if (change.what == "ended"_L1)
        return Words::tr("%1: ended, or somebody else's now").arg(item);
    return u"%1 · %2 %3 → %4"_s.arg(item, words::field(change.what),
        valueWords(change.what, change.before, needs), valueWords(change.what, change.now, needs));
}

QString movedSentence(const QJsonObject &change, const HandoverNeeds &needs)
{
    const auto text = [&change](
                          QLatin1StringView member) { return change.value(member).toString(); };
    const auto person = [&](QLatin1StringView member) {
        return text(member).isEmpty() ? Words::tr("nobody") : needs.person(text(member));
    };
    const QString item = itemWords(text("label"_L1), text("title"_L1));
    const QString why = text("why"_L1);
    const QString moved = person("from"_L1) + u" → "_s + person("to"_L1);
    if (why == "not_on_sheet"_L1)
        return Words::tr("%1 is not on the sheet: %2").arg(item, moved);
    if (why == "receiver_gone"_L1)
        return Words::tr("%1: its receiver is not there, %2").arg(item, moved);
    if (why == "red_unowned"_L1)
        return Words::tr("%1 is red and was nobody's: %2").arg(item, moved);
    if (why == "taken"_L1)
        return Words::tr("%1 was taken by %2 meanwhile and stays theirs")
            .arg(item, person("to"_L1));
    return Words::tr("%1 ended meanwhile").arg(item);
}

QString dueWords(base::Instant at, const HandoverNeeds &needs)
{
    const base::Instant now = needs.now();
    const bool near = at - now < kDay && now - at < kDay;
    return near ? words::hourMinute(at, needs.zone()) : words::dateTime(at, needs.zone());
}

std::optional<base::Instant> dueOf(const QString &text, const HandoverNeeds &needs)
{
    static const QRegularExpression kForm(QRegularExpression::anchoredPattern(
        u"(?:(\\d{1,2})[-/](\\d{1,2})\\s+)?(\\d{1,2})[:：]?(\\d{2})"_s));
    const auto match = kForm.match(text.trimmed().normalized(QString::NormalizationForm_KC));
    if (!match.hasMatch())
        return std::nullopt;
    const QDateTime now = domain::wallTime(needs.now(), needs.zone());
    const QTime time(match.captured(3).toInt(), match.captured(4).toInt());
    if (!time.isValid())
        return std::nullopt;
    QDate day = now.date();
    if (match.capturedLength(1) > 0) {
        day = QDate(day.year(), match.captured(1).toInt(), match.captured(2).toInt());
        if (!day.isValid())
            return std::nullopt;
        if (day < now.date().addMonths(-6))
            day = day.addYears(1);
    } else if (time < now.time()) {
        day = day.addDays(1);
    }
    return domain::instantOf(QDateTime(day, time, Qt::UTC), needs.zone());
}

QString proposedReceiver(const HandoverItem &item, const HandoverState &state)
{
    const auto next = [&state](const auto &matches) {
        const auto &positions = state.facts.positions;
        const auto found =
            std::ranges::find_if(positions, [&](const handover::SheetPosition &position) {
                return matches(position) && state.incomingPeople.contains(position.to);
            });
        return found == positions.end() ? QString() : found->to;
    };
    const SheetItem &facts = item.facts;
    QString login = next([&facts](const handover::SheetPosition &position) {
        return !facts.owner.isEmpty() && position.from == facts.owner;
    });
    if (login.isEmpty())
        login = next([&facts](const handover::SheetPosition &position) {
            return position.position == facts.group;
        });
    return login.isEmpty() ? state.incoming : login;
}

tickets::WorkKind kindOf(const SheetItem &item)
{
    return item.table == "ticket"_L1 ? tickets::WorkKind::Ticket : tickets::WorkKind::PendingItem;
}

QString proposedContingency(const HandoverItem &item, const HandoverNeeds &needs)
{
    if (!item.knownContingency.isEmpty() || item.facts.level == "blue"_L1 || isRun(item.facts))
        return item.knownContingency;
    const QString due = item.facts.dueAt ? dueWords(*item.facts.dueAt, needs) : QString();
    if (item.facts.table == "incident"_L1)
        return item.facts.level == "red"_L1
            ? Words::tr("If it gets worse: call the command layer at once")
            : Words::tr("If it gets worse: raise the level to red and call the shift lead");
    return due.isEmpty() ? Words::tr("If it is not done in time: tell the shift lead")
                         : Words::tr("If it is not done by %1: tell the shift lead").arg(due);
}

} // namespace watchroom::ui
