// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/quality/qualityservice.h"
#include "app/quality/series.h"

#include <QHash>
#include <QObject>

#include <map>
#include <optional>

namespace watchroom::quality {

/// The lines on the screen: one target's metrics over one span, filled from history and kept up by
/// every update. Lives on the thread of its charts, which read the series directly.
class SeriesBook : public QObject
{
    Q_OBJECT

public:
    explicit SeriesBook(QualityService &service, QObject *parent = nullptr);

    /// Shows these from now on: asks for [now - span, now] of each.
    void watch(
        const QString &target, const QStringList &metrics, qint64 now, qint64 span, int pixels);
    [[nodiscard]] const QString &target() const { return m_target; }
    /// Null: not watched. Valid until the next watch().
    [[nodiscard]] const Series *series(const QString &metric) const;
    /// Why a line has no history.
    [[nodiscard]] std::optional<base::Error> error(const QString &metric) const;

Q_SIGNALS:
    void seriesChanged(const QString &metric);

private:
    struct Line
    {
        Series series;
        qint64 span = 0;
        std::optional<base::Error> error = {};
    };

    void take(const QualityUpdate &update);
    void fill(const QString &metric, quint64 generation, const base::Result<RangeData> &data);

    QualityService &m_service;
    QString m_target;
    std::map<QString, Line> m_lines;
    quint64 m_generation = 0;
};

} // namespace watchroom::quality
