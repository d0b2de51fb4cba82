// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/formdialog.h"

#include <functional>

class QLineEdit;

namespace watchroom::ui {

/// Asks for one sentence and saves something with it. UI thread.
class SentenceDialog final : public FormDialog
{
    Q_OBJECT

public:
    struct Words
    {
        QString heading;
        QString label;
        QString act;
    };
    SentenceDialog(const style::Theme &theme, QWidget &window, const Words &words,
        std::function<store::SavedFuture(const QString &)> save);

protected:
    void submit() override;

private:
    std::function<store::SavedFuture(const QString &)> m_save;
    QLineEdit *m_sentence;
};

} // namespace watchroom::ui
