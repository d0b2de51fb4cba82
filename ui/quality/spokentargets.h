// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/quality/targetfiltermodel.h"

namespace watchroom::ui {

/// The targets of the tree with what a screen reader says of each row. UI thread.
class SpokenTargets final : public quality::TargetFilterModel
{
    Q_OBJECT

public:
    using TargetFilterModel::TargetFilterModel;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
};

} // namespace watchroom::ui
