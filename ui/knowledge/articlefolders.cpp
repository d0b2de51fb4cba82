// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/knowledge/articlefolders.h"

#include "ui/knowledge/folderexportdialog.h"
#include "ui/knowledge/folderimportdialog.h"

#include <QFileDialog>
#include <QStandardPaths>

namespace watchroom::ui {

using namespace Qt::StringLiterals;

ArticleFolders::ArticleFolders(
    const style::Theme &theme, knowledge::FolderTransfer &transfer, QWidget &page)
    : QObject(&page)
    , m_theme(theme)
    , m_transfer(transfer)
    , m_page(page)
    , m_folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
{
}

void ArticleFolders::choose(
    const QString &name, const QString &heading, void (ArticleFolders::*then)(const QString &))
{
    auto *dialog = new QFileDialog(m_page.window(), heading, m_folder);
    dialog->setObjectName(name);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, then);
    dialog->open();
}

void ArticleFolders::chooseSource()
{
    choose(u"importFolder"_s, tr("Import a folder of articles"), &ArticleFolders::importFrom);
}

void ArticleFolders::chooseTarget()
{
    choose(u"exportFolder"_s, tr("Export the articles into a folder"), &ArticleFolders::exportTo);
}

void ArticleFolders::importFrom(const QString &path)
{
    m_folder = path;
    auto *dialog = new FolderImportDialog(m_theme, *m_page.window(), m_transfer, path);
    connect(dialog, &FolderImportDialog::imported, this, &ArticleFolders::told);
    dialog->open();
}

void ArticleFolders::exportTo(const QString &path)
{
    m_folder = path;
    (new FolderExportDialog(m_theme, *m_page.window(), m_transfer, path))->open();
}

} // namespace watchroom::ui
