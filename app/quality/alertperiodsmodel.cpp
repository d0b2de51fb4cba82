// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quality/alertperiodsmodel.h"

#include "app/base/whendone.h"

#include <QHash>

#include <algorithm>
#include <tuple>

namespace watchroom::quality {

using namespace Qt::StringLiterals;
using base::Result;
using domain::Row;

namespace {

constexpr auto kMost = u"ORDER BY starts_at DESC LIMIT 400"; // more cannot be told apart

struct Record
{
    QList<AlertPeriod> periods;
    std::optional<OpenIncident> incident;
};

std::optional<qint64> millis(const Row &row, QLatin1StringView column)
{
    const auto at = domain::instant(row, column);
    if (!at)
        return std::nullopt;
    return std::chrono::floor<std::chrono::milliseconds>(*at).time_since_epoch().count();
}

QString referenceOf(const Row &incident)
{
    const auto number = incident.value("number"_L1);
    return number.isDouble() ? u'#' + QString::number(domain::integer(incident, "number"_L1))
                             : domain::text(incident, "label"_L1);
}

AlertPeriod periodOf(const Row &alert)
{
    return {.alert = domain::uuid(alert, "id"_L1),
        .metric = domain::text(alert, "metric"_L1),
        .level = domain::levelFrom(domain::text(alert, "level"_L1)).value_or(domain::Level::Yellow),
        .from = millis(alert, "starts_at"_L1).value_or(0),
        .to = millis(alert, "ended_at"_L1)};
}

/// "?, ?, ?" and what stands for them.
void consider(std::optional<OpenIncident> &best, const Row &incident)
{
    if (domain::text(incident, "stage"_L1) == "closed"_L1)
        return;
    const OpenIncident found{.id = domain::uuid(incident, "id"_L1),
        .reference = referenceOf(incident),
        .level =
            domain::levelFrom(domain::text(incident, "level"_L1)).value_or(domain::Level::Yellow),
        .openedAt = millis(incident, "opened_at"_L1).value_or(0),
        .recovered = domain::instant(incident, "recovered_at"_L1).has_value()};
    // One that has recovered gives way to one that goes on.
    const auto rank = [](const OpenIncident &one) {
        return std::tuple(!one.recovered, one.level, one.openedAt);
    };
    if (!best || rank(*best) < rank(found))
        best = found;
}

/// The incidents of the alerts in `record`, and those on the target itself.
Result<> readIncidents(store::Reader &reader, const QString &target, Record &record)
{
    QHash<QUuid, AlertPeriod *> byAlert;
    for (AlertPeriod &period : record.periods)
        byAlert.insert(period.alert, &period);
    const auto links = reader.rows(
        u"incident_alert", u"alert %1"_s.arg(store::kInList), {store::listOf(byAlert.keys())});
    if (!links)
        return tl::unexpected(links.error());
    QList<QUuid> ids;
    for (const Row &link : *links) {
        const QUuid incident = domain::uuid(link, "incident"_L1);
        byAlert.value(domain::uuid(link, "alert"_L1))->incident = incident;
        ids.append(incident);
    }
    const auto incidents = reader.rows(u"incident",
        u"id %1 OR (target = ? AND stage <> 'closed')"_s.arg(store::kInList),
        {store::listOf(ids), target});
    if (!incidents)
        return tl::unexpected(incidents.error());
    for (const Row &incident : *incidents) {
        const QUuid id = domain::uuid(incident, "id"_L1);
        for (AlertPeriod &period : record.periods) {
            if (period.incident == id)
                period.reference = referenceOf(incident);
        }
        consider(record.incident, incident);
    }
    return {};
}

Result<Record> readRecord(store::Reader &reader, const QString &target, const QString &since)
{
    const auto alerts = reader.rows(
        u"alert", u"target = ? AND (ended_at IS NULL OR ended_at >= ?)", {target, since}, kMost);
    if (!alerts)
        return tl::unexpected(alerts.error());
    Record record;
    for (const Row &alert : *alerts)
        record.periods.append(periodOf(alert));
    std::ranges::sort(record.periods, [](const AlertPeriod &a, const AlertPeriod &b) {
        return a.from == b.from ? a.alert < b.alert : a.from < b.from;
    });
    if (const auto read = readIncidents(reader, target, record); !read)
        return tl::unexpected(read.error());
    return record;
}

} // namespace

AlertPeriodsModel::AlertPeriodsModel(store::Store &store, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
{
    connect(&m_store, &store::Store::rowsChanged, this, [this](const QString &table) {
        if (table == "alert"_L1 || table == "incident_alert"_L1 || table == "incident"_L1)
            load();
    });
}

void AlertPeriodsModel::watch(const QString &target, qint64 since)
{
    if (target == m_target && since == m_since)
        return;
    if (target != m_target) {
        merge({});
        m_incident.reset();
        Q_EMIT changed();
    }
    m_target = target;
    m_since = since;
    load();
}

void AlertPeriodsModel::load()
{
    if (m_target.isEmpty())
        return;
    const QString since = base::toIso(base::Instant{std::chrono::milliseconds{m_since}});
    const auto ask = [target = m_target, since](
                         store::Reader &reader) { return readRecord(reader, target, since); };
    base::whenDone(m_store.read<Record>(ask), this,
        [this, target = m_target, asked = m_since](const Result<Record> &record) {
            if (target != m_target || asked != m_since)
                return;
            if (!record) {
                Q_EMIT failed(record.error());
                return;
            }
            if (record->periods == m_periods && record->incident == m_incident)
                return;
            merge(record->periods);
            m_incident = record->incident;
            Q_EMIT changed();
        });
}

/// Both lists are in the same order.
void AlertPeriodsModel::merge(const QList<AlertPeriod> &read)
{
    for (int row = static_cast<int>(m_periods.size()) - 1; row >= 0; --row) {
        if (std::ranges::find(read, m_periods[row].alert, &AlertPeriod::alert) != read.end())
            continue;
        beginRemoveRows({}, row, row);
        m_periods.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < read.size(); ++row) {
        if (row >= m_periods.size() || m_periods[row].alert != read[row].alert) {
            beginInsertRows({}, row, row);
            m_periods.insert(row, read[row]);
            endInsertRows();
        } else if (m_periods[row] != read[row]) {
            m_periods[row] = read[row];
            Q_EMIT dataChanged(index(row), index(row));
        }
    }
}

int AlertPeriodsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_periods.size());
}

QVariant AlertPeriodsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const AlertPeriod &period = m_periods[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case ReferenceRole:
        return period.reference;
    case AlertRole:
        return period.alert;
    case MetricRole:
        return period.metric;
    case LevelRole:
        return QString(codeOf(period.level));
    case FromRole:
        return period.from;
    case ToRole:
        return period.to.value_or(0);
    case IncidentRole:
        return period.incident;
    default:
        return {};
    }
}

QHash<int, QByteArray> AlertPeriodsModel::roleNames() const
{
    return {{AlertRole, "alert"}, {MetricRole, "metric"}, {LevelRole, "level"}, {FromRole, "from"},
        {ToRole, "to"}, {IncidentRole, "incident"}, {ReferenceRole, "reference"}};
}

} // namespace watchroom::quality
