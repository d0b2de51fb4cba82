// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/articles/stepdiff.h"
#include "ui/widgets/veildialog.h"

namespace watchroom::ui {

/// What changed in the steps between two versions of a procedure, both texts of each, as this
/// station knows them from the versions' rows: without waiting for a text. UI thread.
class StepDiffDialog final : public widgets::VeilDialog
{
    Q_OBJECT

public:
    struct Side
    {
        int version = 0;
        articles::Steps steps;
        QString aside; ///< when, by whom, why
    };
    StepDiffDialog(const style::Theme &theme, QWidget &window, const QString &title,
        const Side &before, const Side &now);

private:
    [[nodiscard]] QWidget *makeRows(const Side &before, const Side &now);
    [[nodiscard]] QWidget *makeRow(
        const articles::StepChange &change, const Side &before, const Side &now);
};

} // namespace watchroom::ui
