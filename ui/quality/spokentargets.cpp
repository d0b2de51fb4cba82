// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quality/spokentargets.h"

#include "ui/quality/targetdelegate.h"

namespace watchroom::ui {

QVariant SpokenTargets::data(const QModelIndex &index, int role) const
{
    if (index.isValid() && (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole))
        return targetSpoken(index);
    return TargetFilterModel::data(index, role);
}

} // namespace watchroom::ui
