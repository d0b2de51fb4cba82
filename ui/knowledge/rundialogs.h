// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/knowledge/runcommands.h"
#include "ui/forms/formdialog.h"

#include <functional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace watchroom::incidents {
class Attachments;
}

namespace watchroom::ui {

/// Why something is not done as the text says: of the list, or in words. UI thread.
class RunReasonDialog final : public FormDialog
{
    Q_OBJECT

public:
    using Save = std::function<store::SavedFuture(const knowledge::RunReason &why)>;
    RunReasonDialog(const style::Theme &theme, QWidget &window, const QString &heading,
        const QString &act, Save save);

protected:
    void submit() override;

private:
    Save m_save;
    QComboBox *m_reason;
    QLineEdit *m_words;
};

/// A line on a step or the whole, with files as evidence where they can be added. UI thread.
class RunNoteDialog final : public FormDialog
{
    Q_OBJECT

public:
    struct Words
    {
        QString heading;
        QString label;
        QString act;
        bool needed = true; ///< a text or a file
    };
    using Save = std::function<store::SavedFuture(
        const QString &text, const QList<domain::Attachment> &files)>;
    /// `files` null: none can be added.
    RunNoteDialog(const style::Theme &theme, QWidget &window, const Words &words,
        incidents::Attachments *files, Save save);

protected:
    void submit() override;

private:
    void attach(incidents::Attachments &files);
    void showFiles();

    Save m_save;
    bool m_needed;
    QList<domain::Attachment> m_attached;
    QLineEdit *m_text;
    QLabel *m_names = nullptr;
};

/// For which incident a procedure is followed, and how. UI thread.
class StartRunDialog final : public FormDialog
{
    Q_OBJECT

public:
    struct Place
    {
        QUuid incident; ///< null: free
        QString words;
    };
    using Save = std::function<store::SavedFuture(const QString &mode, const QUuid &incident)>;
    /// `mode`: what the article says.
    StartRunDialog(const style::Theme &theme, QWidget &window, const QString &title,
        const QList<Place> &places, const QUuid &chosen, const QString &mode, Save save);

protected:
    void submit() override;

private:
    Save m_save;
    QComboBox *m_incident;
    QComboBox *m_mode;
};

} // namespace watchroom::ui
