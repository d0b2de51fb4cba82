// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/actiondialog.h"

#include <functional>

namespace watchroom::widgets {

/// Asks once more before something that is not undone by a click; cancelling has the focus. UI
/// thread.
class ConfirmDialog final : public ActionDialog
{
    Q_OBJECT

public:
    struct Words
    {
        QString heading; ///< what will happen, as a question
        QString text; ///< what follows from it
        QString act; ///< the verb on the button
    };
    ConfirmDialog(
        const style::Theme &theme, QWidget &window, const Words &words, std::function<void()> act);
};

} // namespace watchroom::widgets
