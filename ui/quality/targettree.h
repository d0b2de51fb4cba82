// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

namespace watchroom::ui {

/// The tree's view: groups fold, targets are chosen. Keys that mean something to the whole page
/// (Space, digits, Left and Right on a target) are left to it. UI thread.
class TargetTree final : public QTreeView
{
    Q_OBJECT

public:
    explicit TargetTree(QWidget *parent = nullptr);

    /// Unfolds everything but what a person has folded.
    void unfold();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void drawBranches(QPainter *, const QRect &, const QModelIndex &) const override { }

private:
    void setFolded(const QModelIndex &group, bool folded);
    void unfoldBelow(const QModelIndex &parent);

    QStringList m_folded; ///< keys
};

} // namespace watchroom::ui
