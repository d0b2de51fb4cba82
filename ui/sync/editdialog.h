// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/actiondialog.h"

#include <functional>

namespace watchroom::ui {

/// A refused text, to be mended and sent again. UI thread.
class EditDialog : public widgets::ActionDialog
{
    Q_OBJECT

public:
    EditDialog(const style::Theme &theme, QWidget &window, const QString &why, const QString &text,
        const std::function<void(const QString &text)> &send);
};

} // namespace watchroom::ui
