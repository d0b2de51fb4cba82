// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quality/targetsmodel.h"

#include <algorithm>

namespace watchroom::quality {

using namespace Qt::StringLiterals;

namespace {

/// As severe for a row as the word before it in the list is more severe.
enum DataRank
{
    Nothing,
    Fresh,
    Stale,
    NoData,
    SourceDown
};

QString dataWord(int rank)
{
    static const std::array words{
        QString(), u"fresh"_s, u"stale"_s, u"no_data"_s, u"source_down"_s};
    return words[static_cast<std::size_t>(rank)];
}

int rankOf(DataState data)
{
    switch (data) {
    case DataState::Fresh:
        return Fresh;
    case DataState::Stale:
        return Stale;
    case DataState::NoData:
        return NoData;
    case DataState::SourceDown:
        return SourceDown;
    }
    return Nothing;
}

int severity(const SeriesStatus &status)
{
    return status.level ? static_cast<int>(*status.level) + 1 : 0;
}

} // namespace

struct TargetsModel::Node
{
    TargetInfo info;
    Node *parent = nullptr;
    int row = 0;
    std::vector<std::unique_ptr<Node>> children = {};

    // How it stands; compared as a whole to tell what changed.
    struct Standing
    {
        int level = 0; ///< 0 normal, 1 blue ... 3 red
        int data = Nothing;
        QString metric = {};
        double value = 0;
        qint64 time = 0;
        friend bool operator==(const Standing &, const Standing &) = default;
    };
    Standing standing = {};
    std::array<int, 3> counts{}; ///< red, yellow, blue
    int missing = 0;
    QHash<QString, QList<float>> lines = {}; ///< by metric
    bool changed = false;
};

TargetsModel::TargetsModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Node>())
{
}

TargetsModel::~TargetsModel() = default;

/// A tree that changed its shape is made anew; a refresh with the same targets changes nothing.
void TargetsModel::setTargets(const QList<TargetInfo> &targets)
{
    if (targets == m_given)
        return;
    beginResetModel();
    m_given = targets;
    m_root = std::make_unique<Node>();
    m_nodes.clear();
    QList<TargetInfo> left = targets;
    while (!left.isEmpty()) {
        QList<TargetInfo> orphans;
        const bool known = std::ranges::any_of(left, [this](const TargetInfo &target) {
            return target.parent.isEmpty() || m_nodes.contains(target.parent);
        });
        for (const TargetInfo &target : std::as_const(left)) {
            Node *above = m_nodes.value(target.parent, m_root.get());
            // Whose parent does not exist stands at the top rather than nowhere.
            if (above == m_root.get() && !target.parent.isEmpty() && known) {
                orphans.append(target);
                continue;
            }
            if (m_nodes.contains(target.key))
                continue;
            auto node = std::make_unique<Node>(Node{.info = target, .parent = above});
            node->row = static_cast<int>(above->children.size());
            m_nodes.insert(target.key, node.get());
            above->children.push_back(std::move(node));
        }
        left = orphans;
    }
    endResetModel();
}

bool TargetsModel::takeStatuses(const std::vector<SeriesStatus> &statuses)
{
    struct Best
    {
        const SeriesStatus *worst = nullptr;
        int data = Nothing;
    };
    QHash<Node *, Best> best;
    for (const SeriesStatus &status : statuses) {
        Node *node = m_nodes.value(status.target);
        if (!node)
            continue;
        Best &entry = best[node];
        if (!entry.worst || severity(status) > severity(*entry.worst))
            entry.worst = &status;
        // One metric that is heard makes a target heard; source_down holds for all alike.
        const int rank = rankOf(status.data);
        entry.data = entry.data == Nothing ? rank : std::min(entry.data, rank);
    }
    bool any = false;
    for (auto it = best.cbegin(); it != best.cend(); ++it) {
        const SeriesStatus &worst = *it->worst;
        const Node::Standing standing{
            severity(worst), it->data, worst.metric, worst.value, worst.time};
        if (standing == it.key()->standing)
            continue;
        it.key()->standing = standing;
        it.key()->changed = any = true;
    }
    return any;
}

/// Silence is not health, from the first look on.
void TargetsModel::missUnheard()
{
    for (Node *node : std::as_const(m_nodes)) {
        const bool measured = node->info.kind == "egress"_L1 || node->info.kind == "site"_L1;
        if (!measured || node->standing.data != Nothing)
            continue;
        node->standing.data = NoData;
        node->changed = true;
    }
}

/// Sums from below; true when a sum here or below became another.
bool TargetsModel::count(Node &node)
{
    std::array<int, 3> counts{};
    int missing = node.standing.data == NoData || node.standing.data == SourceDown ? 1 : 0;
    if (node.standing.level > 0)
        counts[static_cast<std::size_t>(3 - node.standing.level)] = 1;
    bool any = false;
    for (const auto &child : node.children) {
        any = count(*child) || any;
        for (std::size_t i = 0; i < counts.size(); ++i)
            counts[i] += child->counts[i];
        missing += child->missing;
    }
    if (counts != node.counts || missing != node.missing) {
        node.counts = counts;
        node.missing = missing;
        node.changed = any = true;
    }
    return any;
}

void TargetsModel::update(const QualityUpdate &update)
{
    for (const Reading &reading : update.readings) {
        Node *node = m_nodes.value(reading.target);
        if (!node)
            continue;
        QList<float> &line = node->lines[reading.metric];
        line.append(static_cast<float>(reading.value));
        if (line.size() > kSparkline)
            line.removeFirst();
        node->changed = true;
    }
    takeStatuses(update.statuses);
    missUnheard();
    count(*m_root);
    for (Node *node : std::as_const(m_nodes)) {
        if (!std::exchange(node->changed, false))
            continue;
        const QModelIndex index = indexOf(node);
        Q_EMIT dataChanged(index, index);
    }
}

const TargetsModel::Node *TargetsModel::nodeAt(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<const Node *>(index.constInternalPointer()) : m_root.get();
}

QModelIndex TargetsModel::indexOf(const Node *node) const
{
    return node && node != m_root.get() ? createIndex(node->row, 0, node) : QModelIndex();
}

QModelIndex TargetsModel::indexOf(const QString &key) const
{
    return indexOf(m_nodes.value(key));
}

QModelIndex TargetsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return indexOf(nodeAt(parent)->children[static_cast<std::size_t>(row)].get());
}

QModelIndex TargetsModel::parent(const QModelIndex &child) const
{
    return child.isValid() ? indexOf(nodeAt(child)->parent) : QModelIndex();
}

int TargetsModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(nodeAt(parent)->children.size());
}

int TargetsModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant TargetsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &node = *nodeAt(index);
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return node.info.name;
    case KeyRole:
        return node.info.key;
    case NameEnRole:
        return node.info.nameEn;
    case KindRole:
        return node.info.kind;
    case CountsRole:
        return QVariant::fromValue(QList<int>(node.counts.begin(), node.counts.end()));
    case NoDataCountRole:
        return node.missing;
    default:
        return statusData(node, role);
    }
}

QVariant TargetsModel::statusData(const Node &node, int role) const
{
    const Node::Standing &standing = node.standing;
    switch (role) {
    case LevelRole:
        return standing.level == 0
            ? QString()
            : QString(codeOf(static_cast<domain::Level>(standing.level - 1)));
    case DataRole:
        return dataWord(standing.data);
    case MetricRole:
        return standing.metric;
    case ValueRole:
        return standing.value;
    case TimeRole:
        return standing.time;
    case SparklineRole:
        return QVariant::fromValue(node.lines.value(standing.metric));
    default:
        return {};
    }
}

QHash<int, QByteArray> TargetsModel::roleNames() const
{
    return {{Qt::DisplayRole, "display"}, {KeyRole, "key"}, {NameRole, "name"},
        {NameEnRole, "nameEn"}, {KindRole, "kind"}, {LevelRole, "level"}, {DataRole, "data"},
        {MetricRole, "metric"}, {ValueRole, "value"}, {TimeRole, "time"},
        {SparklineRole, "sparkline"}, {CountsRole, "counts"}, {NoDataCountRole, "noDataCount"}};
}

} // namespace watchroom::quality
