// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roster/rosterfiles.h"

#include "app/base/whendone.h"
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
    , m_thread(u"rosterfiles"_s)
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
    const QFileInfo info(path);
    m_folder = info.absolutePath();
    const auto task = [path]() -> base::Result<QByteArray> {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return base::failure(base::Error::Kind::NotFound,
                u"roster file: "_s + file.errorString(), u"roster_unreadable"_s,
                {{u"file"_s, QDir::toNativeSeparators(path)}});
        return file.read(roster::kMostRosterBytes + 1);
    };
    base::whenDone(m_thread.run(task), this,
        [this, name = info.fileName()](const base::Result<QByteArray> &bytes) {
            if (bytes)
                show(name, *bytes);
            else
                Q_EMIT failed(bytes.error());
        });
}

void RosterFiles::show(const QString &source, const QByteArray &bytes)
{
    auto *dialog = new ImportDialog(m_theme, *m_page.window(), m_needs, source, bytes);
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
        write(calendar, path);
    });
    dialog->open();
}

void RosterFiles::write(const QByteArray &calendar, const QString &path)
{
    const auto task = [calendar, path] {
        return exports::saveFile(path, [&calendar](QIODevice &to) -> base::Result<> {
            to.write(calendar); // the file knows if it failed
            return {};
        });
    };
    base::whenDone(m_thread.run(task), this, [this](const base::Result<QString> &saved) {
        if (saved)
            Q_EMIT done(tr("Saved as %1").arg(QDir::toNativeSeparators(*saved)));
        else
            Q_EMIT failed(saved.error());
    });
}

} // namespace watchroom::ui
