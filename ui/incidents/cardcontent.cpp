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

void fillClock(CardContent &card, const incidents::Incident &incident, base::Instant now)
{
    const domain::StageClock clock = incident.clock(now);
    if (clock.state == ClockState::None)
        return;
    card.overdue = clock.state == ClockState::Breached;
    card.waiting = clock.state == ClockState::Waiting;
    card.used = std::clamp(clock.used, 0.0, 1.0);
    card.time =
        words::clock(card.overdue ? base::Seconds{-clock.remaining.count()} : clock.remaining);
    card.timeLead = card.overdue ? QCoreApplication::translate("card", "Over")
                                 : QCoreApplication::translate("card", "Left");
    if (incident.stageEnteredAt) {
        const auto limit = clock.dueAt - *incident.stageEnteredAt - clock.waited;
        card.limit = words::clock(std::chrono::round<base::Seconds>(limit));
    }
}

} // namespace

CardContent cardContent(const incidents::Incident &incident, const QString &place,
    const QString &ownerName, base::Instant now)
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
    card.owner = card.unclaimed ? QCoreApplication::translate("card", "Unclaimed") : ownerName;
    fillClock(card, incident, now);
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
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

} // namespace watchroom::ui
