// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace watchroom::style {
class Theme;
}

namespace watchroom::ui {

/// Draws the rows of the target tree: of a group its name and how many below it stand at each
/// level, of a target its level, name, the value that names it, and a small line. UI thread.
class TargetDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit TargetDelegate(const style::Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintGroup(QPainter &painter, QRectF row, bool expanded, const QModelIndex &index) const;
    void paintTarget(QPainter &painter, QRectF row, bool chosen, const QModelIndex &index) const;
    double paintSums(QPainter &painter, const QRectF &row, const QModelIndex &index) const;
    void paintMark(QPainter &painter, const QRectF &box, const QModelIndex &index) const;
    void paintLine(QPainter &painter, const QRectF &box, const QModelIndex &index) const;

    const style::Theme &m_theme;
};

/// What a target's row says beside its name: "Loss 6.8 %", "No data"; empty when all is normal.
[[nodiscard]] QString targetRemark(const QModelIndex &index);
/// The whole row in words, for a screen reader.
[[nodiscard]] QString targetSpoken(const QModelIndex &index);
/// How it stands, without its name: "normal", "red, Loss 6.8 %", "yellow 2, no data 1".
[[nodiscard]] QString targetStanding(const QModelIndex &index);
/// Sources and regions with something below them.
[[nodiscard]] bool isGroup(const QModelIndex &index);

} // namespace watchroom::ui
