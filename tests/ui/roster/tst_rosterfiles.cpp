// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/roster/rosterdesk.h"
#include "ui/roster/importdialog.h"
#include "ui/roster/rosterfiles.h"

#include <QAction>
#include <QComboBox>
#include <QDateEdit>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

using namespace watchroom;
using namespace Qt::StringLiterals;
using test::RosterDesk;

namespace {
// 18 March 2026 is today.
const auto kSheet = u"2026年3月值班表,,,,\n组别,姓名,3/20,3/21,3/22\n网络组,李泽,白,夜,休\n"
                    ",王安然,夜,甲,白\n音视频组,周敏,白,,\n,钱七,白,,\n"_s;
} // namespace

/// The roster and files: what an import says before it is saved, what it saves, what goes out.
class TestRosterFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<RosterDesk>(); }
    void cleanup() { m_desk.reset(); }

    void aSheetIsShownThenImportedOnce();
    void whatIsNotSaidIsAskedFor();
    void inEnglish();
    void onlyLeadsImport();
    void whatIsNoSheetIsTold();
    void bothAreInTheMenu();
    void aCalendarGoesOut();

private:
    [[nodiscard]] QString file(const QString &text) const
    {
        QFile out(m_dir.filePath(u"值班表.csv"_s));
        if (!out.open(QIODevice::WriteOnly) || out.write(text.toUtf8()) < 0)
            return {};
        return out.fileName();
    }
    void open(const QString &text)
    {
        m_desk->page().files().openSheet(file(text));
        QTRY_VERIFY(button() && isRead());
    }
    [[nodiscard]] bool isRead() const
    {
        const auto *dialog = m_desk->window().findChild<ui::ImportDialog *>();
        return dialog && !dialog->isReading();
    }
    [[nodiscard]] QPushButton *button() const { return m_desk->shown<QPushButton>(u"save"_s); }
    /// The cells of a row, "B2|…"; of a table that is not shown none.
    [[nodiscard]] QString row(const QString &table, int row) const
    {
        const auto *shown = m_desk->shown<QTableWidget>(table);
        QStringList texts;
        for (int column = 0; shown && column < shown->columnCount(); ++column)
            texts.append(shown->item(row, column) ? shown->item(row, column)->text() : QString());
        return texts.join(u'|');
    }
    [[nodiscard]] int rows(const QString &table) const
    {
        const auto *shown = m_desk->shown<QTableWidget>(table);
        return shown ? shown->rowCount() : 0;
    }

    std::unique_ptr<RosterDesk> m_desk;
    QTemporaryDir m_dir;
};

void TestRosterFiles::aSheetIsShownThenImportedOnce()
{
    open(kSheet);
    QCOMPARE(
        m_desk->text(u"importSummary"_s), u"李泽、王安然、周敏 的 5 个班次，03-20 至 03-22。"_s);
    QCOMPARE(rows(u"importShifts"_s), 5);
    QCOMPARE(row(u"importShifts"_s, 0), u"C3|03-20 周五 08:00–20:00|网络 · 白班|李泽|"_s);
    QCOMPARE(m_desk->text(u"importProblemsHead"_s), u"未识别、不会导入：2 处"_s);
    QCOMPARE(rows(u"importProblems"_s), 2);
    QVERIFY2(row(u"importProblems"_s, 0).startsWith(u"D4|不导入|"_s),
        qPrintable(row(u"importProblems"_s, 0)));
    QVERIFY(row(u"importProblems"_s, 0).contains(u"甲"_s));
    QVERIFY(row(u"importProblems"_s, 1).contains(u"钱七"_s));
    QCOMPARE(button()->text(), u"导入 5 个班次"_s);
    QVERIFY(button()->hasFocus());
    m_desk->picture(u"import-zh"_s);
    QSignalSpy done(&m_desk->page(), &ui::RosterPage::done);
    QTest::keyClick(button(), Qt::Key_Return);
    QTRY_VERIFY2(!button(), qPrintable(m_desk->text(u"complaint"_s)));
    QTRY_COMPARE(m_desk->state().changes.size(), 5);
    QCOMPARE(done.first().first().toString(), u"已导入 5 个班次"_s);
    const roster::NewChange &first = m_desk->state().changes.first().what;
    QCOMPARE(first.kind, u"temporary"_s);
    QCOMPARE(first.from, m_desk->at(20, 8));
    QCOMPARE(first.until, m_desk->at(20, 20));
    QVERIFY2(first.reason.startsWith(u"值班表.csv "_s), qPrintable(first.reason));
    open(kSheet);
    QVERIFY(!button()->isEnabled());
    QVERIFY(m_desk->text(u"importSummary"_s).contains(u"5"_s));
    QVERIFY(row(u"importShifts"_s, 0).endsWith(u"|已在班表中"_s));
    m_desk->picture(u"import-again-zh"_s);
}

void TestRosterFiles::whatIsNotSaidIsAskedFor()
{
    open(u"姓名,20,21,22\n李泽,白,,\n周敏,白,夜,休\n"_s);
    auto *month = m_desk->shown<QComboBox>(u"month"_s);
    QVERIFY(month);
    QVERIFY(!m_desk->shown<QComboBox>(u"position"_s));
    month->setCurrentIndex(month->findData(QDate(2026, 3, 1)));
    QTRY_VERIFY(isRead());
    auto *position = m_desk->shown<QComboBox>(u"position"_s);
    QVERIFY(position);
    QVERIFY(month->hasFocus());
    QCOMPARE(rows(u"importShifts"_s), 0);
    m_desk->picture(u"import-asks-zh"_s);
    position->setCurrentIndex(position->findData(u"network"_s));
    QTRY_VERIFY(isRead());
    QCOMPARE(rows(u"importShifts"_s), 3);
    QCOMPARE(rows(u"importProblems"_s), 0);
    button()->click();
    QTRY_COMPARE(m_desk->state().changes.size(), 3);
    // Both have the day, as the sheet says.
    const auto on = domain::onDuty(
        domain::shiftsOf(m_desk->state().roster, m_desk->at(20, 9), m_desk->at(20, 10)),
        m_desk->at(20, 9));
    QCOMPARE(on.size(), 2);
}

void TestRosterFiles::inEnglish()
{
    m_desk->language().use(words::Language::Code::English);
    open(kSheet);
    QCOMPARE(button()->text(), u"Import 5 shifts"_s);
    QVERIFY(row(u"importProblems"_s, 1).contains(u"Nobody who is active is called “钱七”."_s));
    QCOMPARE(m_desk->shown<QTableWidget>(u"importShifts"_s)->accessibleName(),
        u"Shifts that were understood"_s);
    m_desk->picture(u"import-en"_s);
}

void TestRosterFiles::onlyLeadsImport()
{
    m_desk->sitDown(u"li"_s);
    open(kSheet);
    button()->click();
    QTRY_VERIFY(isRead() && !m_desk->text(u"complaint"_s).isEmpty());
    QVERIFY(m_desk->state().changes.isEmpty());
    QVERIFY(button()->isEnabled());
}

void TestRosterFiles::whatIsNoSheetIsTold()
{
    open(u"PK\x03\x04"_s);
    QVERIFY2(
        m_desk->text(u"complaint"_s).contains(u"CSV"_s), qPrintable(m_desk->text(u"complaint"_s)));
    QVERIFY(!button()->isEnabled());
    QTest::keyClick(m_desk->window().focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!button());
    QSignalSpy failed(&m_desk->page(), &ui::RosterPage::failed);
    m_desk->page().files().openSheet(m_dir.filePath(u"none.csv"_s));
    QTRY_COMPARE(failed.size(), 1);
}

void TestRosterFiles::bothAreInTheMenu()
{
    m_desk->page().findChild<QAction *>(u"importRoster"_s)->trigger();
    auto *chooser = m_desk->window().findChild<QFileDialog *>(u"importRosterFile"_s);
    QVERIFY(chooser);
    Q_EMIT chooser->fileSelected(file(kSheet));
    chooser->reject();
    QTRY_COMPARE(rows(u"importShifts"_s), 5);
    m_desk->page().findChild<QAction *>(u"exportCalendar"_s)->trigger();
    QVERIFY(m_desk->shown<QDateEdit>(u"until"_s));
}

void TestRosterFiles::aCalendarGoesOut()
{
    m_desk->rotate(u"network"_s, {u"li"_s}, {u"wang"_s});
    m_desk->page().files().chooseCalendar();
    auto *person = m_desk->shown<QComboBox>(u"person"_s);
    QCOMPARE(person->currentData().toString(), u"chen"_s); // mine first
    person->setCurrentIndex(person->findData(u"li"_s));
    m_desk->shown<QDateEdit>(u"until"_s)->setDate(QDate(2026, 3, 19));
    m_desk->picture(u"calendar-zh"_s);
    button()->click();
    auto *chooser = m_desk->window().findChild<QFileDialog *>(u"calendarFile"_s);
    QVERIFY(chooser);
    const QString path = m_dir.filePath(u"duty.ics"_s);
    QSignalSpy done(&m_desk->page(), &ui::RosterPage::done);
    Q_EMIT chooser->fileSelected(path);
    chooser->reject();
    QTRY_COMPARE(done.size(), 1);
    QVERIFY2(done.first().first().toString().contains(path),
        qPrintable(done.first().first().toString()));
    QFile out(path);
    QVERIFY(out.open(QIODevice::ReadOnly));
    const QByteArray calendar = out.readAll();
    QCOMPARE(calendar.count("BEGIN:VEVENT"), 2);
    QVERIFY2(calendar.contains("DTSTART:20260318T000000Z"), calendar.constData());
    QVERIFY2(calendar.contains("SUMMARY:网络 · 白班\r\n"), calendar.constData());
}

QTEST_MAIN(TestRosterFiles)
#include "tst_rosterfiles.moc"
