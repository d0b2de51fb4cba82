// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/quality/qualityservice.h"

#include <QAbstractItemModel>
#include <QHash>

#include <array>
#include <memory>
#include <vector>

namespace watchroom::quality {

/// The tree source > region > egress > site with how each stands: roles only, no words and no
/// colours. Changes by difference. Lives on the UI thread.
class TargetsModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role
    {
        KeyRole = Qt::UserRole + 1, ///< QString
        NameRole, ///< QString, Chinese or the only one (also Qt::DisplayRole)
        NameEnRole, ///< QString, may be empty
        KindRole, ///< QString: source, region, egress, site
        LevelRole, ///< QString: red, yellow, blue; empty: normal. The target's own
        /// QString: fresh, stale, no_data (also of an egress or site that was never heard),
        /// source_down; empty: nothing is measured here, or nothing is known yet
        DataRole,
        MetricRole, ///< QString: the metric to name in the row, the worst; may be empty
        ValueRole, ///< double: its last value
        TimeRole, ///< qint64, ms: of that value
        SparklineRole, ///< QList<float>: its newest values, oldest first
        CountsRole, ///< QList<int>{red, yellow, blue}: targets below it, itself included
        NoDataCountRole, ///< int: measured targets below it without data, itself included
    };

    static constexpr qsizetype kSparkline = 48; ///< values a target's small line has at most

    explicit TargetsModel(QObject *parent = nullptr);
    ~TargetsModel() override;

    void setTargets(const QList<TargetInfo> &targets);
    void update(const QualityUpdate &update);

    [[nodiscard]] QModelIndex indexOf(const QString &key) const;

    [[nodiscard]] QModelIndex index(
        int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    struct Node;

    [[nodiscard]] const Node *nodeAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const Node *node) const;
    [[nodiscard]] QVariant statusData(const Node &node, int role) const;
    void missUnheard();
    bool takeStatuses(const std::vector<SeriesStatus> &statuses);
    bool count(Node &node);

    QList<TargetInfo> m_given;
    std::unique_ptr<Node> m_root;
    QHash<QString, Node *> m_nodes;
};

} // namespace watchroom::quality
