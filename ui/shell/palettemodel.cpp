// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palettemodel.h"

namespace watchroom::ui {

using namespace Qt::StringLiterals;

void PaletteModel::setLines(const PaletteLines &lines)
{
    if (lines == m_lines)
        return;
    beginResetModel();
    m_lines = lines;
    endResetModel();
}

int PaletteModel::next(int row, int step) const
{
    for (row += step; row >= 0 && row < m_lines.size(); row += step)
        if (!m_lines.at(row).isHeading)
            return row;
    return -1;
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PaletteLine &line = m_lines.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return line.title.isEmpty() ? line.snippet : line.title;
    case Qt::AccessibleTextRole: {
        if (line.isHeading)
            return line.title;
        QStringList parts{paletteKind(line.kind) + u' ' + line.title, line.aside, line.snippet};
        parts.removeAll(QString());
        return parts.join(u" · "_s);
    }
    case LineRole:
        return QVariant::fromValue(line);
    default:
        return {};
    }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || m_lines.at(index.row()).isHeading)
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace watchroom::ui
