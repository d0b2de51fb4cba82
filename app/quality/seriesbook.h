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

    /// Shows these from now on: asks for [to - span, to] of each. Of the same target the old lines
    /// stay until the new ones have come.
    void watch(
        const QString &target, const QStringList &metrics, qint64 to, qint64 span, int pixels);
    /// Another source: nothing that is here is true of it.
    void clear();
    [[nodiscard]] const QString &target() const { return m_target; }
    /// Null: not watched. Valid until the next signal.
    [[nodiscard]] const Series *series(const QString &metric) const;
    /// Its history was asked for and has not come yet.
    [[nodiscard]] bool isLoading(const QString &metric) const;
    /// Why a line has no history.
    [[nodiscard]] std::optional<base::Error> error(const QString &metric) const;

Q_SIGNALS:
    void seriesChanged(const QString &metric);

private:
    struct Line
    {
        Series series = Series();
        bool loading = true;
        std::optional<base::Error> error = {};
    };

    [[nodiscard]] const Line *line(const QString &metric) const;
    void take(const QualityUpdate &update);
    void fill(const QString &metric, quint64 generation, const base::Result<RangeData> &data);

    QualityService &m_service;
    QString m_target;
    std::map<QString, Line> m_lines;
    std::size_t m_capacity = 0;
    quint64 m_generation = 0;
};

} // namespace watchroom::quality
