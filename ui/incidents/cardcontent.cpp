// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/cardcontent.h"

#include "app/words/terms.h"
#include "app/words/times.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using domain::ClockState;

namespace {

void fillClock(CardContent &card, const incidents::Incident &incident, const domain::Policy &policy,
    base::Instant now)
{
    const domain::StageClock clock = incident.clock(now);
    if (clock.state == ClockState::None)
        return;
    card.overdue = clock.state == ClockState::Breached;
    card.waiting = clock.state == ClockState::Waiting;
    card.used = std::clamp(clock.used, 0.0, 1.0);
    const auto stage = domain::stageFrom(incident.stage);
    const domain::Limit limit = policy.of(card.level).limit(stage.value_or(domain::Stage::Closed));
    const bool workingDays = limit.kind == domain::Limit::Kind::WorkingDays;
    if (card.overdue) {
        card.timeLead = QCoreApplication::translate("card", "Over");
        card.time = words::clock(-clock.remaining);
    } else if (workingDays && limit.amount == 1) {
        card.timeLead = QCoreApplication::translate("card", "Until");
        card.time = words::dateTime(clock.dueAt, QTimeZone(policy.zone));
    } else {
        card.timeLead = QCoreApplication::translate("card", "Left");
        card.time = words::clock(clock.remaining);
    }
    if (workingDays)
        card.limit = limit.amount == 1 ? QString() : words::workingDays(int(limit.amount));
    else if (incident.stageEnteredAt)
        card.limit = words::limit(std::chrono::floor<base::Seconds>(
            clock.dueAt - *incident.stageEnteredAt - clock.waited));
}

} // namespace

QString unclaimedWord()
{
    return QCoreApplication::translate("card", "Unclaimed");
}

CardContent cardContent(const incidents::Incident &incident, const QString &place,
    const QString &ownerName, const domain::Policy &policy, base::Instant now)
{
    CardContent card;
    card.level = domain::levelFrom(incident.level).value_or(domain::Level::Red);
    card.hollow = incident.recoveredAt.has_value();
    card.unclaimed = incident.owner.isEmpty();
    card.drill = incident.drill;
    card.pending = incident.pending;
    card.levelName = words::level(incident.level);
    card.reference = incident.reference();
    card.title = incident.title;
    card.place = place;
    card.owner = card.unclaimed ? unclaimedWord() : ownerName;
    fillClock(card, incident, policy, now);
    return card;
}

QString CardContent::spoken() const
{
    QStringList parts{levelName, reference, title, place, owner};
    if (hollow)
        parts.append(QCoreApplication::translate("card", "recovered"));
    if (drill)
        parts.append(QCoreApplication::translate("card", "drill"));
    if (!time.isEmpty())
        parts.append(timeLead + u' ' + time);
    parts.append(unsent);
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

} // namespace watchroom::ui
