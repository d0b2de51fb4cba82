// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/instant.h"
#include "app/domain/levels.h"
#include "app/store/store.h"

#include <QAbstractListModel>
#include <QList>
#include <QUuid>

#include <optional>

namespace watchroom::quality {

/// From when to when an alert was on.
struct AlertPeriod
{
    QUuid alert;
    QString metric; ///< empty: the whole target (no data)
    domain::Level level = domain::Level::Yellow; ///< the last one it had
    qint64 from = 0; ///< ms
    std::optional<qint64> to = {}; ///< nothing: it still fires
    QUuid incident = {};
    QString reference = {}; ///< of that incident: "#128", or its label
    friend bool operator==(const AlertPeriod &, const AlertPeriod &) = default;
};

/// The incident that is open about a target: the one its alerts belong to, else one on the target
/// itself; of several the worst, then the newest.
struct OpenIncident
{
    QUuid id;
    QString reference;
    domain::Level level = domain::Level::Yellow;
    qint64 openedAt = 0; ///< ms
    bool recovered = false;
    friend bool operator==(const OpenIncident &, const OpenIncident &) = default;
};

/// What the record says of one target: the periods of its alerts, oldest first, and the incident
/// that is open about it. Follows the rows, changes by difference. Lives on the UI thread; reads on
/// the reader's.
class AlertPeriodsModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role
    {
        AlertRole = Qt::UserRole + 1, ///< QUuid
        MetricRole, ///< QString, empty: the whole target
        LevelRole, ///< QString: red, yellow, blue
        FromRole, ///< qint64, ms
        ToRole, ///< qint64, ms; 0: it still fires
        IncidentRole, ///< QUuid, null: none
        ReferenceRole, ///< QString, of the incident
    };

    explicit AlertPeriodsModel(store::Store &store, QObject *parent = nullptr);

    /// Alerts that were on at `since` (ms) or later. An empty target has none.
    void watch(const QString &target, qint64 since);
    [[nodiscard]] const QString &target() const { return m_target; }
    [[nodiscard]] const QList<AlertPeriod> &periods() const { return m_periods; }
    [[nodiscard]] const std::optional<OpenIncident> &incident() const { return m_incident; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    /// After any change, once a batch.
    void changed();
    void failed(const watchroom::base::Error &error);

private:
    void load();
    void merge(const QList<AlertPeriod> &read);

    store::Store &m_store;
    QString m_target;
    qint64 m_since = 0;
    QList<AlertPeriod> m_periods;
    std::optional<OpenIncident> m_incident;
};

} // namespace watchroom::quality
