// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/emptylayout.h"

#include <QLayout>
#include <QWidget>

namespace watchroom::widgets {

void emptyLayout(QLayout &layout)
{
    while (QLayoutItem *item = layout.takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        if (item->layout())
            emptyLayout(*item->layout());
        delete item;
    }
}

} // namespace watchroom::widgets
