// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/contactsfiles.h"

#include "app/base/whendone.h"
#include "app/contacts/contactfile.h"
#include "app/exports/savefile.h"
#include "ui/contacts/contactimportdialog.h"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using base::Error;
using base::Result;
using contacts::ContactFile;

ContactsFiles::ContactsFiles(const style::Theme &theme, const Needs &needs, QWidget &page)
    : QObject(&page)
    , m_theme(theme)
    , m_needs(needs)
    , m_page(page)
    , m_folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
    , m_thread(u"contactsfiles"_s)
{
}

void ContactsFiles::chooseSource()
{
    auto *dialog = new QFileDialog(m_page.window(), tr("Import contacts"), m_folder,
        tr("Tables and vCards (*.csv *.txt *.tsv *.vcf);;All files (*)"));
    dialog->setObjectName(u"importContactsFile"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ContactsFiles::openFile);
    dialog->open();
}

void ContactsFiles::openFile(const QString &path)
{
    m_folder = QFileInfo(path).absolutePath();
    const auto task = [path]() -> Result<ContactFile> {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return base::failure(Error::Kind::NotFound, u"contacts: "_s + file.errorString(),
                u"contacts_unreadable"_s, {{u"file"_s, QDir::toNativeSeparators(path)}});
        return contacts::readContactFile(file.read(contacts::kMostFileBytes + 1));
    };
    base::whenDone(m_thread.run(task), this,
        [this, name = QFileInfo(path).fileName()](const Result<ContactFile> &file) {
            if (!file) {
                Q_EMIT failed(file.error());
                return;
            }
            auto *dialog = new ContactImportDialog(m_theme, *m_page.window(), m_needs.book,
                m_needs.commands, m_needs.directory, name, *file);
            connect(dialog, &ContactImportDialog::imported, this, &ContactsFiles::told);
            dialog->open();
        });
}

void ContactsFiles::chooseTarget()
{
    auto *dialog = new QFileDialog(m_page.window(), tr("Export contacts"), m_folder,
        tr("Table (*.csv)") + u";;"_s + tr("vCards (*.vcf)"));
    dialog->setObjectName(u"exportContactsFile"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->selectFile(u"watchroom-contacts.csv"_s);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains(u"*.vcf") ? u"vcf"_s : u"csv"_s);
    });
    connect(dialog, &QFileDialog::fileSelected, this, &ContactsFiles::write);
    dialog->open();
}

void ContactsFiles::write(const QString &path)
{
    m_folder = QFileInfo(path).absolutePath();
    const bool cards = path.endsWith(u".vcf", Qt::CaseInsensitive);
    const bool english = m_needs.english();
    const auto task = [path, cards, english, all = m_needs.book.contacts()] {
        return exports::saveFile(path, [&](QIODevice &to) -> Result<> {
            // The file knows if it failed.
            to.write(cards ? contacts::toCards(all) : contacts::toCsv(all, english));
            return {};
        });
    };
    base::whenDone(m_thread.run(task), this, [this](const Result<QString> &saved) {
        if (saved)
            Q_EMIT told(tr("Saved as %1").arg(QDir::toNativeSeparators(*saved)));
        else
            Q_EMIT failed(saved.error());
    });
}

} // namespace watchroom::ui
