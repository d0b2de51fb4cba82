// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/scrollcolumn.h"

#include <QVBoxLayout>

namespace watchroom::widgets {

ScrollColumn::ScrollColumn(const QString &name, QWidget *parent)
    : QScrollArea(parent)
{
    setObjectName(name);
    auto *boxes = new QWidget;
    m_column = new QVBoxLayout(boxes);
    m_column->setContentsMargins(0, 0, 8, 0);
    m_column->setSpacing(8);
    m_column->addStretch();
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setWidget(boxes);
    for (QWidget *plain : {boxes, viewport()})
        plain->setAutoFillBackground(false);
}

void ScrollColumn::add(QWidget *box)
{
    m_column->insertWidget(m_column->count() - 1, box);
}

void ScrollColumn::add(QLayout *boxes)
{
    m_column->insertLayout(m_column->count() - 1, boxes);
}

} // namespace watchroom::widgets
