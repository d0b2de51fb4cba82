// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/incidentjson.h"
#include "tests/fakes/fulldisk.h"
#include "tests/ui/faults/faultyworkspace.h"
#include "ui/incidents/incidentspage.h"
#include "ui/shell/statusline.h"
#include "ui/widgets/textlabel.h"

#include <QDir>
#include <QFileDialog>
#include <QMenu>
#include <QProcess>
#include <QPushButton>
#include <QTemporaryDir>

using namespace watchroom;
using namespace watchroom::test;

/// An incident leaves the console as a file: asked for by menu and by keys, written beside the
/// screen, and where that fails a sentence says what to do.
class TestConsoleExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void byKeysAsPdfAndJson();
    void byTheMenuInBothLanguages();
    void aClosedOneToo();
    void whereItCannotBeWritten();
    void onAFullDiskNothingIsLeft();
    void notWhileItIsLocked();

private:
    [[nodiscard]] QFileDialog *dialog() const
    {
        return m_console->window().findChild<QFileDialog *>(u"exportDialog"_s);
    }
    [[nodiscard]] QString lowestLine() const
    {
        return m_console->window().status().findChild<widgets::TextLabel *>()->accessibleName();
    }
    [[nodiscard]] QString path(const QString &name) const { return m_dir->filePath(name); }
    void press(Qt::KeyboardModifiers modifiers)
    {
        m_console->window().activateWindow(); // after a dialog that was one of its own
        QVERIFY(QTest::qWaitForWindowActive(&m_console->window()));
        QTest::keyClick(&m_console->window(), Qt::Key_E, modifiers);
    }
    /// The dialog that is open answers with this file.
    void choose(const QString &file);
    void picture(const QString &name) { takePictures(*m_console, name); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<programs::Console> m_console;
    QUuid m_incident;
};

void TestConsoleExport::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    makeStandalone(m_dir->path());
    m_console = openConsole(m_dir->path());
    m_console->preferences().setLanguage(Language::Code::Chinese);
    QVERIFY(QTest::qWaitForWindowActive(&m_console->window()));
    const auto opened = m_console->core()
                            .commands()
                            .open({.title = u"网络抖动，web-01"_s, .level = u"red"_s})
                            .result();
    QVERIFY(opened.has_value());
    m_incident = domain::uuid(opened->rows.first(), "id"_L1);
    QTRY_VERIFY(m_console->core().incidents().find(m_incident) != nullptr);
    m_console->incidentsPage().show(m_incident);
}

void TestConsoleExport::cleanup()
{
    m_console.reset();
    m_dir.reset();
}

void TestConsoleExport::choose(const QString &file)
{
    QTRY_VERIFY(dialog() && dialog()->isVisible());
    QFileDialog *open = dialog();
    Q_EMIT open->fileSelected(file);
    open->reject();
    QTRY_VERIFY(!dialog());
}

void TestConsoleExport::byKeysAsPdfAndJson()
{
    press(Qt::ControlModifier);
    QTRY_VERIFY(dialog());
    QCOMPARE(dialog()->acceptMode(), QFileDialog::AcceptSave);
    QVERIFY(dialog()->selectedFiles().constFirst().endsWith(u"incident-1.pdf"));
    choose(path(u"a.pdf"_s));
    QTRY_VERIFY(QFile::exists(path(u"a.pdf"_s)));
    QTRY_VERIFY2(lowestLine().contains(path(u"a.pdf"_s)), qPrintable(lowestLine()));
    QProcess reading;
    reading.start(u"pdftotext"_s, {path(u"a.pdf"_s), u"-"_s});
    QVERIFY(reading.waitForFinished());
    const QString text = QString::fromUtf8(reading.readAllStandardOutput());
    QVERIFY2(text.contains(u"网络抖动，web-01"), qPrintable(text));
    press(Qt::ControlModifier | Qt::ShiftModifier);
    choose(path(u"a.json"_s));
    QTRY_VERIFY2(lowestLine().contains(path(u"a.json"_s)), qPrintable(lowestLine()));
    const auto record = exports::readExportedRecord(path(u"a.json"_s));
    QVERIFY(record.has_value() && !record->entries.isEmpty());
    picture(u"exported"_s);
}

void TestConsoleExport::byTheMenuInBothLanguages()
{
    auto *button = m_console->window().findChild<QPushButton *>(u"incidentMenu"_s);
    QVERIFY(button && button->isVisible() && !button->accessibleName().isEmpty());
    QVERIFY(button->focusPolicy() & Qt::TabFocus);
    auto *pdf = m_console->window().findChild<QAction *>(u"exportPdf"_s);
    QVERIFY(pdf->text().contains(u"导出为 PDF"));
    m_console->preferences().setLanguage(Language::Code::English);
    QVERIFY(pdf->text().contains(u"Export as PDF"));
    QVERIFY(pdf->text().endsWith(u"Ctrl+E"));
    button->menu()->popup(button->mapToGlobal(QPoint(0, button->height())));
    QTest::keyClick(button->menu(), Qt::Key_Down);
    QTest::keyClick(button->menu(), Qt::Key_Return);
    choose(path(u"b.pdf"_s));
    QTRY_VERIFY(QFile::exists(path(u"b.pdf"_s)));
    QTRY_VERIFY(lowestLine().startsWith(u"Saved as"));
}

void TestConsoleExport::aClosedOneToo()
{
    auto &commands = m_console->core().commands();
    QVERIFY(commands.claim(m_incident).result().has_value());
    QVERIFY(commands.advance(m_incident, {.to = u"closed"_s, .reason = u"duplicate"_s})
                .result()
                .has_value());
    m_console->incidentsPage().setView(2);
    QTRY_VERIFY(m_console->incidentsPage().inspector().shown());
    press(Qt::ControlModifier);
    choose(path(u"c.pdf"_s));
    QTRY_VERIFY(QFile::exists(path(u"c.pdf"_s)));
}

void TestConsoleExport::whereItCannotBeWritten()
{
    const QString file = path(u"replica.sqlite"_s) + u"/a.pdf"_s; // a file is no folder
    press(Qt::ControlModifier);
    choose(file);
    QTRY_VERIFY(!bannerText(*m_console, u"error"_s).isEmpty());
    QVERIFY(saysInBoth(*m_console, u"error"_s,
        {base::Error::Kind::Denied, {}, u"export_unwritable"_s, {{u"file"_s, file}}}));
    picture(u"export-unwritable"_s);
}

void TestConsoleExport::onAFullDiskNothingIsLeft()
{
    for (const bool pdf : {true, false}) {
        const QString name = pdf ? u"a.pdf"_s : u"a.json"_s;
        const QString file = path(name);
        QFile before(file);
        QVERIFY(before.open(QIODevice::WriteOnly));
        before.write("before");
        before.close();
        press(pdf ? Qt::ControlModifier : Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(dialog());
        const FullDisk full(512);
        choose(file);
        QTRY_VERIFY(bannerText(*m_console, u"error"_s).contains(name));
        QVERIFY(saysInBoth(*m_console, u"error"_s,
            {base::Error::Kind::Internal, {}, u"export_no_room"_s, {{u"file"_s, file}}}));
        QVERIFY(before.open(QIODevice::ReadOnly));
        QCOMPARE(before.readAll(), QByteArray("before"));
        before.close();
        QCOMPARE(
            QDir(m_dir->path()).entryList({name + u'*'}, QDir::Files | QDir::Hidden).size(), 1);
    }
}

void TestConsoleExport::notWhileItIsLocked()
{
    QVERIFY(m_console->account().setPin(u"2580"_s));
    m_console->account().lock();
    QTRY_VERIFY(m_console->account().isLocked());
    press(Qt::ControlModifier);
    QVERIFY(!dialog());
    QVERIFY(!m_console->window().findChild<QPushButton *>(u"incidentMenu"_s)->isVisible());
}

QTEST_MAIN(TestConsoleExport)
#include "tst_console_export.moc"
