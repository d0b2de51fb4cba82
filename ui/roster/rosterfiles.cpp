// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roster/rosterfiles.h"

#include "app/exports/savefile.h"
#include "app/roster/rosterfile.h"
#include "ui/roster/calendardialog.h"
#include "ui/roster/importdialog.h"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

namespace watchroom::ui {

using namespace Qt::StringLiterals;

RosterFiles::RosterFiles(const style::Theme &theme, const RosterNeeds &needs, QWidget &page)
    : QObject(&page)
    , m_theme(theme)
    , m_needs(needs)
    , m_page(page)
    , m_folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
{
}

void RosterFiles::chooseSheet()
{
    auto *dialog = new QFileDialog(m_page.window(), tr("Import a spreadsheet"), m_folder,
        tr("Spreadsheets saved as CSV (*.csv *.txt *.tsv);;All files (*)"));
    dialog->setObjectName(u"importRosterFile"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &RosterFiles::openSheet);
    dialog->open();
}

void RosterFiles::openSheet(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        Q_EMIT failed({base::Error::Kind::NotFound, u"roster file: "_s + file.errorString(),
            u"roster_unreadable"_s, {{u"file"_s, QDir::toNativeSeparators(path)}}});
        return;
    }
    const QFileInfo info(path);
    m_folder = info.absolutePath();
    auto *dialog = new ImportDialog(m_theme, *m_page.window(), m_needs, info.fileName(),
        file.read(roster::kMostRosterBytes + 1));
    connect(dialog, &ImportDialog::imported, this, [this](int shifts, const QDate &first) {
        Q_EMIT done(tr("%n shift(s) imported", nullptr, shifts));
        Q_EMIT imported(first);
    });
    dialog->open();
}

void RosterFiles::chooseCalendar()
{
    auto *dialog = new CalendarDialog(m_theme, *m_page.window(), m_needs);
    connect(dialog, &CalendarDialog::chosen, this, &RosterFiles::chooseTarget);
    dialog->open();
}

void RosterFiles::chooseTarget(const QByteArray &calendar)
{
    auto *dialog =
        new QFileDialog(m_page.window(), tr("Export a calendar"), m_folder, tr("Calendar (*.ics)"));
    dialog->setObjectName(u"calendarFile"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"ics"_s);
    dialog->selectFile(u"watchroom-roster.ics"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, calendar](const QString &path) {
        m_folder = QFileInfo(path).absolutePath();
        const auto saved = exports::saveFile(path, [&calendar](QIODevice &to) -> base::Result<> {
            to.write(calendar); // the file knows if it failed
            return {};
        });
        if (saved)
            Q_EMIT done(tr("Saved as %1").arg(QDir::toNativeSeparators(*saved)));
        else
            Q_EMIT failed(saved.error());
    });
    dialog->open();
}

} // namespace watchroom::ui
