// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/workerthread.h"
#include "app/contacts/contactbook.h"
#include "app/contacts/contactcommands.h"

#include <QObject>

#include <functional>

class QWidget;

namespace watchroom::incidents {
class Directory;
}
namespace watchroom::style {
class Theme;
}

namespace watchroom::ui {

/// Asks which file of contacts to read and where they go, and shows what one would change. UI
/// thread; files are read and written on one of its own.
class ContactsFiles final : public QObject
{
    Q_OBJECT

public:
    struct Needs
    {
        contacts::ContactBook &book;
        contacts::ContactCommands &commands;
        const incidents::Directory &directory;
        std::function<bool()> english; ///< of the head of a table
    };
    /// `page`: over whose window the dialogs open.
    ContactsFiles(const style::Theme &theme, const Needs &needs, QWidget &page);

    void chooseSource();
    void chooseTarget();
    /// The dialog with what is in this file.
    void openFile(const QString &path);
    /// As vCard where the name ends in .vcf, else as a table.
    void write(const QString &path);

Q_SIGNALS:
    void told(const QString &sentence);
    void failed(const watchroom::base::Error &error);

private:
    const style::Theme &m_theme;
    Needs m_needs;
    QWidget &m_page;
    QString m_folder;
    base::WorkerThread m_thread;
};

} // namespace watchroom::ui
