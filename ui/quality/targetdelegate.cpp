// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quality/targetdelegate.h"

#include "app/quality/metrics.h"
#include "app/quality/targetfiltermodel.h"
#include "app/quality/targetsmodel.h"
#include "app/words/metrics.h"
#include "app/words/terms.h"
#include "ui/style/levelshape.h"
#include "ui/style/theme.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/seriessource.h"
#include "ui/widgets/sparkline.h"
#include "ui/widgets/textpaint.h"

#include <QCoreApplication>
#include <QPainter>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using quality::TargetsModel;
using style::FontRole;
using style::Weight;
using widgets::paintText;

namespace {

constexpr int kRow = 32;
constexpr int kEdge = 12;
constexpr int kMark = 16;
constexpr int kLine = 36; // px, of the small line
constexpr int kSumShape = 12;

std::optional<domain::Level> levelOf(const QModelIndex &index)
{
    return domain::levelFrom(index.data(TargetsModel::LevelRole).toString());
}

bool isHeard(const QString &data)
{
    return data == "fresh"_L1 || data.isEmpty();
}

int measuredBelow(const QModelIndex &index)
{
    int count = quality::isMeasured(index) ? 1 : 0;
    for (int row = 0; row < index.model()->rowCount(index); ++row)
        count += measuredBelow(index.model()->index(row, 0, index));
    return count;
}

QString sumsSpoken(const QModelIndex &index)
{
    QStringList parts;
    const auto counts = index.data(TargetsModel::CountsRole).value<QList<int>>();
    for (int i = 0; i < counts.size(); ++i) {
        if (counts[i] > 0)
            parts.append(words::level(QString(codeOf(domain::Level(2 - i)))) + u' '
                + QString::number(counts[i]));
    }
    const int missing = index.data(TargetsModel::NoDataCountRole).toInt();
    if (missing > 0)
        parts.append(words::state(u"no_data") + u' ' + QString::number(missing));
    return words::list(parts);
}

} // namespace

bool isGroup(const QModelIndex &index)
{
    return index.isValid() && !quality::isMeasured(index) && index.model()->hasChildren(index);
}

QString targetRemark(const QModelIndex &index)
{
    const QString data = index.data(TargetsModel::DataRole).toString();
    if (data == "stale"_L1)
        return words::state(u"stale");
    if (!isHeard(data))
        return words::state(u"no_data");
    const auto *metric = quality::findMetric(index.data(TargetsModel::MetricRole).toString());
    if (!levelOf(index) || !metric)
        return {};
    return words::metricShort(QString(metric->code)) + u' '
        + words::quantity(index.data(TargetsModel::ValueRole).toDouble(), metric->decimals,
            QString(metric->unit));
}

QString targetStanding(const QModelIndex &index)
{
    QStringList parts;
    if (isGroup(index)) {
        parts.append(sumsSpoken(index));
    } else {
        const auto level = levelOf(index);
        const QString data = index.data(TargetsModel::DataRole).toString();
        if (level)
            parts.append(words::level(QString(codeOf(*level))));
        else if (data == "fresh"_L1)
            parts.append(words::state(u"normal"));
        parts.append(targetRemark(index));
    }
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QString targetSpoken(const QModelIndex &index)
{
    const QString name = index.data(Qt::DisplayRole).toString();
    const QString standing = targetStanding(index);
    return standing.isEmpty() ? name : name + u", "_s + standing;
}

TargetDelegate::TargetDelegate(const style::Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize TargetDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {m_theme.scaled(160), m_theme.scaled(kRow)};
}

void TargetDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto &tokens = m_theme.tokens();
    // The view indents by level; the list is flat to the eye.
    QRectF row = option.rect;
    row.setLeft(0);
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    if (chosen) {
        painter->fillRect(row, tokens.accTint);
        painter->fillRect(QRectF(row.left(), row.top(), 3, row.height()), tokens.acc);
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter->fillRect(row, tokens.raised);
    }
    row.adjust(m_theme.scaled(kEdge), 0, -m_theme.scaled(kEdge), 0);
    if (isGroup(index)) {
        painter->fillRect(QRectF(0, row.top(), option.rect.right() + 1, 1), tokens.line);
        paintGroup(*painter, row, option.state.testFlag(QStyle::State_Open), index);
    } else {
        paintTarget(*painter, row, chosen, index);
    }
    if (option.state.testFlag(QStyle::State_HasFocus)
        && option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
        painter->setPen(QPen(tokens.acc, 2));
        painter->drawRect(QRectF(1, row.top() + 1, option.rect.right() - 1, row.height() - 2));
    }
    painter->restore();
}

void TargetDelegate::paintGroup(
    QPainter &painter, QRectF row, bool expanded, const QModelIndex &index) const
{
    const auto &tokens = m_theme.tokens();
    const double mark = m_theme.scaled(kMark);
    widgets::paintIcon(painter, QRectF(row.left(), row.top(), mark, row.height()), m_theme,
        expanded ? u"chevron-down"_s : u"chevron-right"_s, 14, tokens.t2);
    row.setLeft(row.left() + mark + m_theme.scaled(4));
    row.setRight(row.right() - paintSums(painter, row, index));
    row.setLeft(row.left()
        + paintText(painter, row, m_theme.font(FontRole::Body, Weight::Bold), tokens.t1,
            index.data(Qt::DisplayRole).toString())
        + m_theme.scaled(6));
    paintText(painter, row, m_theme.font(FontRole::Caption), tokens.t2,
        QString::number(measuredBelow(index)));
}

/// From the right: blue, yellow, red. Answers the width used.
double TargetDelegate::paintSums(
    QPainter &painter, const QRectF &row, const QModelIndex &index) const
{
    const auto counts = index.data(TargetsModel::CountsRole).value<QList<int>>();
    const QFont font = m_theme.font(FontRole::Caption);
    const double side = m_theme.scaled(kSumShape);
    double right = row.right();
    for (qsizetype i = counts.size() - 1; i >= 0; --i) {
        if (counts[i] == 0)
            continue;
        const QRectF text(row.left(), row.top(), right - row.left(), row.height());
        right -= paintText(painter, text, font, m_theme.tokens().t1, QString::number(counts[i]),
                     Qt::AlignRight)
            + m_theme.scaled(4) + side;
        style::paintLevel(painter, QRectF(right, row.top(), side, row.height()),
            domain::Level(2 - i), m_theme.tokens());
        right -= m_theme.scaled(8);
    }
    return row.right() - right;
}

void TargetDelegate::paintMark(QPainter &painter, const QRectF &box, const QModelIndex &index) const
{
    const auto &tokens = m_theme.tokens();
    const QString data = index.data(TargetsModel::DataRole).toString();
    if (const auto level = levelOf(index))
        style::paintLevel(painter, box, *level, tokens);
    else if (data == "fresh"_L1)
        widgets::paintIcon(painter, box, m_theme, u"check"_s, 16, tokens.t3);
    else if (!data.isEmpty())
        widgets::paintIcon(painter, box, m_theme, u"help-square"_s, 16, tokens.t2);
}

void TargetDelegate::paintLine(QPainter &painter, const QRectF &box, const QModelIndex &index) const
{
    const auto values = index.data(TargetsModel::SparklineRole).value<QList<float>>();
    const auto *metric = quality::findMetric(index.data(TargetsModel::MetricRole).toString());
    if (values.size() < 2 || !metric)
        return;
    widgets::SampleVector samples;
    for (qsizetype i = 0; i < values.size(); ++i)
        samples.append({i, values[i]});
    // The newest at the right end, however few there are yet.
    const qint64 first = std::min<qint64>(0, values.size() - TargetsModel::kSparkline);
    // Of a calm value no storm is made: what moves less than this looks flat.
    const double least = metric->ceiling == 5 ? 0.5 : metric->ceiling == 100 ? 2 : 40;
    widgets::paintSparkline(
        painter, box, samples, first, values.size(), 1, least, m_theme.tokens().series);
}

void TargetDelegate::paintTarget(
    QPainter &painter, QRectF row, bool chosen, const QModelIndex &index) const
{
    const auto &tokens = m_theme.tokens();
    const double mark = m_theme.scaled(kMark);
    paintMark(painter, QRectF(row.left(), row.top(), mark, row.height()), index);
    row.setLeft(row.left() + mark + m_theme.scaled(8));
    const auto level = levelOf(index);
    const QString remark = targetRemark(index);
    const bool heard = isHeard(index.data(TargetsModel::DataRole).toString());
    if (heard) {
        const double wide = m_theme.scaled(kLine);
        const double high = m_theme.scaled(14);
        paintLine(
            painter, QRectF(row.right() - wide, row.center().y() - high / 2, wide, high), index);
        row.setRight(row.right() - wide - m_theme.scaled(8));
    }
    const QColor ink = level && heard ? tokens.level(*level).text : tokens.t2;
    row.setRight(row.right()
        - paintText(painter, row,
            m_theme.font(level && heard ? FontRole::Body : FontRole::Caption,
                level && heard ? Weight::Bold : Weight::Regular),
            ink, remark, Qt::AlignRight)
        - m_theme.scaled(remark.isEmpty() ? 0 : 8));
    paintText(painter, row, m_theme.font(FontRole::Body, chosen ? Weight::Bold : Weight::Regular),
        tokens.t1, index.data(Qt::DisplayRole).toString());
}

} // namespace watchroom::ui
