// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/paletteline.h"

#include <QAbstractListModel>

namespace watchroom::ui {

/// The lines of the search over everything; a heading cannot be chosen. UI thread.
class PaletteModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role
    {
        LineRole = Qt::UserRole + 1, ///< PaletteLine
    };

    using QAbstractListModel::QAbstractListModel;

    void setLines(const PaletteLines &lines);
    [[nodiscard]] const PaletteLines &lines() const { return m_lines; }
    /// The next line that can be chosen from `row` on, by `step` of 1 or -1; -1: there is none.
    [[nodiscard]] int next(int row, int step) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    PaletteLines m_lines;
};

} // namespace watchroom::ui
