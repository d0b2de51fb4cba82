// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <functional>

class QWidget;

namespace watchroom::ui {

/// Asks for images or PDF files that are to be attached. `then` is not called once `asker` is gone.
/// UI thread.
void askForAttachments(QWidget &asker, const QString &title,
    const std::function<void(const QStringList &paths)> &then);

} // namespace watchroom::ui
