// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/derivedids.h"

#include "app/base/ids.h"

namespace watchroom::domain {

using namespace Qt::StringLiterals;
using base::derivedId;
using base::toText;

QUuid stageRecordId(const QUuid &incident, qint64 n)
{
    return derivedId({u"stage_record"_s, toText(incident), QString::number(n)});
}

QUuid guardEntryId(const QUuid &op, qint64 ordinal)
{
    return derivedId({u"entry"_s, toText(op), QString::number(ordinal)});
}

QUuid alertId(const QString &rule, const QString &target, base::Instant startsAt)
{
    return derivedId({u"alert"_s, rule, target, base::toIso(startsAt)});
}

QUuid incidentOfAlertId(const QUuid &alert)
{
    return derivedId({u"incident"_s, toText(alert)});
}

QUuid incidentAlertId(const QUuid &incident, const QUuid &alert)
{
    return derivedId({u"incident_alert"_s, toText(incident), toText(alert)});
}

QUuid timerEntryId(const TimerDecision &decision)
{
    return derivedId({u"timer"_s, toText(decision.incident), QString::number(decision.stageN),
        decision.kind, decision.step, base::toIso(decision.deadline)});
}

QUuid handoverId(const QString &scope, base::Instant shiftAt, qint64 attempt)
{
    return derivedId({u"handover"_s, scope, base::toIso(shiftAt), QString::number(attempt)});
}

QUuid handoverItemId(const QUuid &handover, const QString &about, const QString &subject)
{
    return derivedId({u"handover_item"_s, toText(handover), about, subject});
}

QUuid articleVersionId(const QUuid &article, qint64 version)
{
    return derivedId({u"article_version"_s, toText(article), QString::number(version)});
}

QUuid articleFollowId(const QUuid &article, const QString &person)
{
    return derivedId({u"article_follow"_s, toText(article), person});
}

QUuid positionId(const QString &code)
{
    return derivedId({u"position"_s, code});
}

QString incidentChain(const QUuid &incident)
{
    return u"incident:"_s + toText(incident);
}

QString dayChain(base::Instant recordedAt)
{
    return u"day:"_s + base::toIso(recordedAt).left(10);
}

QString monthPart(base::Instant closedAt)
{
    return base::toIso(closedAt).left(7);
}

} // namespace watchroom::domain
