// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/joining.h"

#include "app/domain/stages.h"

#include <tuple>

namespace watchroom::domain {

using namespace Qt::StringLiterals;

namespace {

bool takesIn(const Row &incident, const Row &alert, base::Instant now)
{
    const auto opened = instant(incident, "opened_at"_L1);
    return opened && now - *opened < kJoiningWindow && !boolean(incident, "drill"_L1)
        && !boolean(incident, "deleted"_L1) && text(incident, "stage"_L1) != codeOf(Stage::Closed)
        && sameValue(incident.value("tech_group"_L1), alert.value("tech_group"_L1));
}

} // namespace

TargetTree::TargetTree(const QList<Row> &targets)
{
    for (const Row &target : targets)
        m_parents.insert(text(target, "key"_L1), text(target, "parent"_L1));
}

QStringList TargetTree::upwards(const QString &key) const
{
    QStringList way;
    for (QString at = key; !at.isEmpty() && !way.contains(at); at = m_parents.value(at))
        way.append(at);
    return way;
}

std::optional<Row> incidentToJoin(
    const Row &alert, const QList<Row> &incidents, const TargetTree &tree, base::Instant now)
{
    const QStringList way = tree.upwards(text(alert, "target"_L1));
    using Order = std::tuple<qsizetype, QString, QString>;
    std::optional<Row> best;
    Order bestOrder;
    for (const Row &incident : incidents) {
        const qsizetype distance = way.indexOf(text(incident, "target"_L1));
        if (distance < 0 || !takesIn(incident, alert, now))
            continue;
        Order order{distance, text(incident, "opened_at"_L1), text(incident, "id"_L1)};
        if (!best || order < bestOrder) {
            best = incident;
            bestOrder = std::move(order);
        }
    }
    return best;
}

} // namespace watchroom::domain
