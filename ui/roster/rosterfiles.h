// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/workerthread.h"
#include "ui/roster/rosterneeds.h"

#include <QObject>

class QWidget;

namespace watchroom::style {
class Theme;
}

namespace watchroom::ui {

/// Asks which spreadsheet to read and where a calendar goes, and opens what follows. UI thread;
/// files are read and written on one of its own.
class RosterFiles final : public QObject
{
    Q_OBJECT

public:
    /// `page`: over whose window the dialogs open.
    RosterFiles(const style::Theme &theme, const RosterNeeds &needs, QWidget &page);

    void chooseSheet();
    void chooseCalendar();
    /// The dialog with what is in this file.
    void openSheet(const QString &path);

Q_SIGNALS:
    /// Something was imported; its first day.
    void imported(const QDate &first);
    /// A sentence for the line at the foot.
    void done(const QString &sentence);
    void failed(const watchroom::base::Error &error);

private:
    void chooseTarget(const QByteArray &calendar);
    void write(const QByteArray &calendar, const QString &path);
    void show(const QString &source, const QByteArray &bytes);

    const style::Theme &m_theme;
    RosterNeeds m_needs;
    QWidget &m_page;
    QString m_folder;
    base::WorkerThread m_thread;
};

} // namespace watchroom::ui
