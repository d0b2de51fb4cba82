// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/fulldisk.h"
#include "tests/ui/faults/faultyworkspace.h"
#include "ui/incidents/incidentspage.h"

#include <QLineEdit>
#include <QTemporaryDir>

using namespace watchroom;
using namespace watchroom::test;

/// The disk fills up while somebody is working.
class TestConsoleDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsTypedStaysUntilThereIsRoom();
};

void TestConsoleDisk::whatIsTypedStaysUntilThereIsRoom()
{
    const QTemporaryDir dir;
    makeStandalone(dir.path());
    const auto console = openConsole(dir.path());
    auto &core = console->core();
    const auto opened =
        core.commands().open({.title = u"上行丢包"_s, .level = u"yellow"_s}).result();
    QVERIFY(opened.has_value());
    const QUuid incident = QUuid::fromString(opened->rows.first().value("id"_L1).toString());
    QTRY_VERIFY(core.incidents().find(incident) != nullptr);
    console->incidentsPage().show(incident);
    auto *entry = console->window().findChild<QLineEdit *>(u"entry"_s);
    QVERIFY(entry && entry->isVisible());
    const QString typed = u"已联系运营商 "_s + QString(3000, u'长');
    entry->setText(typed);
    const auto entries = [&] {
        return core.store()
            .read<qint64>(
                [](store::Reader &reader) { return reader.count(u"log_entry", u"kind='note'"); })
            .result()
            .value_or(-1);
    };
    {
        const FullDisk full(1024);
        QTest::keyClick(entry, Qt::Key_Return);
        QTRY_VERIFY(!bannerText(*console, u"disk"_s).isEmpty());
        QVERIFY(saysInBoth(*console, u"disk"_s, {base::Error::Kind::Internal, {}, u"disk_full"_s}));
        QCOMPARE(entry->text(), typed);
        QCOMPARE(entries(), 0);
        // It stands as long as there is no room.
        QTest::keyClick(entry, Qt::Key_Return);
        QTRY_VERIFY(!bannerText(*console, u"disk"_s).isEmpty());
        QCOMPARE(entry->text(), typed);
    }
    QTRY_VERIFY(bannerText(*console, u"disk"_s).isEmpty());
    QTest::keyClick(entry, Qt::Key_Return);
    QTRY_COMPARE(entry->text(), QString());
    QCOMPARE(entries(), 1);
}

QTEST_MAIN(TestConsoleDisk)
#include "tst_console_disk.moc"
