// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/roster/planmodel.h"

#include <QStyledItemDelegate>

class QTableView;

namespace watchroom::style {
class Theme;
}

namespace watchroom::ui {

/// Draws the shifts of a cell. One that lasts over several days is one bar: each cell draws all of
/// it and shows its own part. UI thread.
class PlanDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    PlanDelegate(
        QTableView &view, const style::Theme &theme, const roster::PlanModel::Needs &needs);

    void setMonth(bool month) { m_month = month; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
    /// Which lane of the cell is at this point.
    [[nodiscard]] int laneAt(
        const QRect &cell, const QModelIndex &index, const QPoint &point) const;

private:
    struct Bar
    {
        const roster::PlanShift &shown;
        QRectF box; ///< all of it
        QRectF inside; ///< what its texts have
    };

    [[nodiscard]] Bar barOf(const roster::PlanShift &shown, const QRect &cell, int lanes) const;
    void paintGround(
        QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintBar(QPainter &painter, const Bar &bar) const;
    void paintProgress(QPainter &painter, const Bar &bar) const;
    void paintDay(QPainter &painter, const Bar &bar) const; ///< in a month
    void paintLines(QPainter &painter, const Bar &bar) const; ///< in a week
    [[nodiscard]] QString nameOf(const roster::PlanShift &shown) const;
    [[nodiscard]] QColor inkOf(const roster::PlanShift &shown) const;
    [[nodiscard]] bool isMine(const roster::PlanShift &shown) const;
    [[nodiscard]] QString remarkOf(const roster::PlanShift &shown) const;
    /// Draws it at the right end; answers what is left.
    [[nodiscard]] QRectF paintMark(
        QPainter &painter, const QRectF &room, const roster::PlanShift &shown) const;

    QTableView &m_view;
    const style::Theme &m_theme;
    roster::PlanModel::Needs m_needs;
    bool m_month = false;
};

/// A name as short as it can be, longest first: 陈思远, 思远, 陈; Chen Siyuan, Chen S., CS.
[[nodiscard]] QStringList shortNames(const QString &name);

} // namespace watchroom::ui
