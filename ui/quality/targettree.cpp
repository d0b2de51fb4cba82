// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quality/targettree.h"

#include "app/quality/targetsmodel.h"
#include "ui/quality/targetdelegate.h"

#include <QKeyEvent>
#include <QMouseEvent>

namespace watchroom::ui {

using namespace Qt::StringLiterals;

TargetTree::TargetTree(QWidget *parent)
    : QTreeView(parent)
{
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setIndentation(0);
    setItemsExpandable(false); // groups fold by one click or a key, here
    setExpandsOnDoubleClick(false);
    setUniformRowHeights(true);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
}

void TargetTree::unfold()
{
    unfoldBelow(rootIndex());
}

void TargetTree::unfoldBelow(const QModelIndex &parent)
{
    for (int row = 0; row < model()->rowCount(parent); ++row) {
        const QModelIndex index = model()->index(row, 0, parent);
        setExpanded(
            index, !m_folded.contains(index.data(quality::TargetsModel::KeyRole).toString()));
        unfoldBelow(index);
    }
}

void TargetTree::setFolded(const QModelIndex &group, bool folded)
{
    const QString key = group.data(quality::TargetsModel::KeyRole).toString();
    m_folded.removeAll(key);
    if (folded)
        m_folded.append(key);
    setExpanded(group, !folded);
}

void TargetTree::keyPressEvent(QKeyEvent *event)
{
    const bool onGroup = isGroup(currentIndex());
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (onGroup)
            setFolded(currentIndex(), event->key() == Qt::Key_Left);
        event->setAccepted(onGroup);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (onGroup)
            setFolded(currentIndex(), isExpanded(currentIndex()));
        return;
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        QTreeView::keyPressEvent(event);
        return;
    default:
        event->ignore();
    }
}

void TargetTree::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex pressed = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && isGroup(pressed)) {
        setFolded(pressed, isExpanded(pressed));
        return;
    }
    QTreeView::mousePressEvent(event);
}

} // namespace watchroom::ui
