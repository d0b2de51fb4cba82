// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/contacts/contactsdesk.h"
#include "ui/contacts/contactsfiles.h"
#include "ui/widgets/confirmdialog.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace watchroom;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using contacts::CallResult;
using test::ContactsDesk;
using ui::ContactsPage;
using ui::ContactsView;

/// People and outside parties: found, called, verified, changed.
class TestContactsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyAndFirst();
    void foundByWordsAndInitials();
    void whenTheyWereLastReached();
    void theCallsOfAnIncident();
    void whoWasReachedIsLeft();
    void nobodyBelongsToIt();
    void nobodySitsHere();
    void theRoundOfVerification();
    void copied();
    void severalWays();
    void whatIsWrongStays();
    void removedAfterAQuestion();
    void outAndInAgain();
    void whatAFileChanges();
    void reachedByTheKeyboard();
    void inEnglish();

private:
    void begin(bool some = true)
    {
        m_desk = std::make_unique<ContactsDesk>();
        if (some) {
            m_desk->addSome();
            QTRY_COMPARE(m_desk->list().model()->rowCount(), 4);
        }
    }
    [[nodiscard]] QLineEdit &field(const QString &name) const
    {
        return *m_desk->shown<QLineEdit>(name);
    }
    void type(const QString &name, const QString &text)
    {
        field(name).setFocus();
        field(name).setText(text);
    }

    std::unique_ptr<ContactsDesk> m_desk;
};

void TestContactsPage::emptyAndFirst()
{
    begin(false);
    QCOMPARE(m_desk->list().model()->rowCount(), 0);
    m_desk->picture(u"contacts-empty"_s);
    m_desk->button(u"newContact"_s)->click();
    type(u"contactName"_s, u"运营商夜间值班"_s);
    type(u"contactOrg"_s, u"城市网络公司"_s);
    type(u"wayValue1"_s, u"010-5550 1234"_s);
    m_desk->press(Qt::Key_Return);
    QTRY_COMPARE(m_desk->names(), QStringList({u"运营商夜间值班"_s}));
    QTRY_VERIFY(!m_desk->shown<QWidget>(u"contactDialog"_s));
    QVERIFY(m_desk->row(0).contains(u"010-5550 1234"_s));
}

void TestContactsPage::foundByWordsAndInitials()
{
    begin();
    // By pinyin: ji fang, she bei, wang min, yun ying shang.
    QCOMPARE(m_desk->names(),
        QStringList({u"机房值班"_s, u"设备厂家售后"_s, u"王敏"_s, u"运营商夜间值班"_s}));
    m_desk->picture(u"contacts-all"_s);
    m_desk->page().focusSearch();
    QTest::keyClicks(QApplication::focusWidget(), u"yys"_s);
    QCOMPARE(m_desk->names(), QStringList({u"运营商夜间值班"_s}));
    type(u"contactSearch"_s, u"医院"_s);
    QCOMPARE(m_desk->names(), QStringList({u"王敏"_s}));
    type(u"contactSearch"_s, u"没有这个人"_s);
    QVERIFY(m_desk->names().isEmpty());
    QVERIFY(!m_desk->list().isVisible());
    m_desk->picture(u"contacts-nothing-found"_s);
    QTest::keyClick(&field(u"contactSearch"_s), Qt::Key_Escape);
    QCOMPARE(m_desk->names().size(), 4);
}

void TestContactsPage::whenTheyWereLastReached()
{
    begin();
    const QString carrier = u"运营商夜间值班"_s;
    const int row = int(m_desk->names().indexOf(carrier));
    QVERIFY(!m_desk->row(row).contains(u"天前"_s) && !m_desk->row(row).contains(u" d ago"_s));
    const contacts::Contact found =
        *std::ranges::find(m_desk->book().contacts(), carrier, &contacts::Contact::name);
    const base::Instant called = m_desk->now();
    m_desk->must(m_desk->commands().called(found, u"010-5550 1234"_s, CallResult::Reached, {}));
    QTRY_VERIFY(m_desk->row(row).endsWith(u"· 010-5550 1234"_s));
    m_desk->page().show(found.id);
    m_desk->setNow(called + 24h * 34 + 5h);
    QVERIFY(m_desk->row(row).contains(QString::number(34)));
    m_desk->picture(u"contacts-due"_s);
}

void TestContactsPage::theCallsOfAnIncident()
{
    begin();
    const auto incident = m_desk->incident();
    m_desk->page().showCalls(incident);
    // The room's two numbers (no address for letters), the egress' two ways, the group's.
    const QStringList expected{
        u"王敏"_s, u"王敏"_s, u"运营商夜间值班"_s, u"运营商夜间值班"_s, u"机房值班"_s};
    QTRY_COMPARE(m_desk->names(), expected);
    QTRY_COMPARE(m_desk->chosenRow(), 0);
    QSignalSpy told(&m_desk->page(), &ContactsPage::told);
    m_desk->press(Qt::Key_2);
    QCOMPARE(m_desk->chosenRow(), 1); // her next number
    QTRY_COMPARE(told.count(), 1);
    m_desk->press(Qt::Key_3);
    QTRY_COMPARE(told.count(), 2);
    QCOMPARE(m_desk->chosenRow(), 2);
    m_desk->press(Qt::Key_1);
    QTRY_COMPARE(told.count(), 3);
    QCOMPARE(m_desk->chosenRow(), 4); // who was reached needs no second number
    const auto calls = m_desk->calls();
    QCOMPARE(calls.size(), 3);
    const QStringList codes{u"contact_no_answer"_s, u"contact_busy"_s, u"contact_reached"_s};
    const QStringList ways{u"021-5550 0101"_s, u"139 0000 0001"_s, u"010-5550 1234"_s};
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(domain::uuid(calls.at(i), "incident"_L1), incident.id);
        QCOMPARE(domain::text(calls.at(i), "code"_L1), codes.at(i));
        QCOMPARE(calls.at(i).value("params"_L1).toObject().value("way"_L1).toString(), ways.at(i));
    }
    // Each row says what was said, and by whom.
    for (int i = 0; i < 3; ++i)
        QTRY_VERIFY(m_desk->row(i).contains(u"陈思远"_s));
    QVERIFY(!m_desk->row(3).contains(u"陈思远"_s));
    // A way that is missing is no call.
    m_desk->press(Qt::Key_1);
    QCOMPARE(m_desk->calls().size(), 3);
    m_desk->list().setCurrentIndex(m_desk->list().model()->index(1, 0));
    m_desk->picture(u"contacts-calls"_s);
    QSignalSpy back(&m_desk->page(), &ContactsPage::incidentAsked);
    m_desk->press(Qt::Key_Escape);
    QCOMPARE(back.count(), 1);
    QCOMPARE(back.first().first().toUuid(), incident.id);
}

void TestContactsPage::whoWasReachedIsLeft()
{
    begin();
    const auto incident = m_desk->incident();
    const auto &all = m_desk->book().contacts();
    const auto wang = std::ranges::find(all, u"王敏"_s, &contacts::Contact::name);
    m_desk->must(
        m_desk->commands().called(*wang, u"021-5550 0101"_s, CallResult::NoAnswer, incident.id));
    m_desk->page().showCalls(incident);
    QTRY_COMPARE(m_desk->chosenRow(), 1);
    // Anybody else is called from here too.
    type(u"contactSearch"_s, u"厂家"_s);
    QCOMPARE(m_desk->names(), QStringList({u"设备厂家售后"_s}));
    QTest::keyClick(&field(u"contactSearch"_s), Qt::Key_Return);
    m_desk->press(Qt::Key_1);
    QTRY_COMPARE(m_desk->calls().size(), 2);
    QCOMPARE(domain::uuid(m_desk->calls().last(), "incident"_L1), incident.id);
}

void TestContactsPage::nobodyBelongsToIt()
{
    begin();
    auto incident = m_desk->incident();
    incident.target.clear();
    incident.group.clear();
    m_desk->page().showCalls(incident);
    QTRY_VERIFY(m_desk->names().isEmpty());
    m_desk->picture(u"contacts-nobody"_s);
}

void TestContactsPage::nobodySitsHere()
{
    begin();
    const auto incident = m_desk->incident();
    m_desk->sitDown({});
    m_desk->page().showCalls(incident);
    QTRY_COMPARE(m_desk->chosenRow(), 0);
    QSignalSpy asked(&m_desk->page(), &ContactsPage::authorAsked);
    m_desk->press(Qt::Key_1);
    QCOMPARE(asked.count(), 1);
    QVERIFY(m_desk->calls().isEmpty());
    QCOMPARE(m_desk->chosenRow(), 0);
}

void TestContactsPage::theRoundOfVerification()
{
    begin();
    m_desk->page().setView(ContactsView::ToVerify);
    m_desk->list().setFocus();
    QTRY_COMPARE(m_desk->names().size(), 6);
    const int row = int(m_desk->names().indexOf(u"设备厂家售后"_s));
    m_desk->list().setCurrentIndex(m_desk->list().model()->index(row, 0));
    m_desk->press(Qt::Key_1);
    QTRY_VERIFY(!m_desk->names().contains(u"设备厂家售后"_s));
    QCOMPARE(m_desk->calls().size(), 1);
    QVERIFY(domain::uuid(m_desk->calls().first(), "incident"_L1).isNull());
    m_desk->picture(u"contacts-verify"_s);
    m_desk->setNow(m_desk->now() + 24h * 30);
    QVERIFY(m_desk->names().contains(u"设备厂家售后"_s));
}

void TestContactsPage::copied()
{
    begin();
    m_desk->list().setFocus();
    m_desk->list().setCurrentIndex(
        m_desk->list().model()->index(int(m_desk->names().indexOf(u"王敏"_s)), 0));
    m_desk->press(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), u"021-5550 0101"_s);
    m_desk->button(u"copyWay3"_s)->click();
    QCOMPARE(QApplication::clipboard()->text(), u"wangmin@hospital.example"_s);
    // Digits are for calls alone.
    m_desk->list().setFocus();
    m_desk->press(Qt::Key_1);
    QVERIFY(m_desk->calls().isEmpty());
}

void TestContactsPage::severalWays()
{
    begin();
    const QString carrier = u"运营商夜间值班"_s;
    const auto &all = m_desk->book().contacts();
    const QUuid id = std::ranges::find(all, carrier, &contacts::Contact::name)->id;
    m_desk->page().show(id);
    m_desk->press(Qt::Key_F4);
    QTRY_VERIFY(m_desk->shown<QWidget>(u"contactDialog"_s));
    QCOMPARE(field(u"contactName"_s).text(), carrier);
    QCOMPARE(field(u"wayValue2"_s).text(), u"citynet-noc"_s);
    m_desk->button(u"addWay"_s)->click();
    type(u"wayValue3"_s, u"186 0000 0002"_s);
    type(u"wayNote3"_s, u"队长"_s);
    auto *kind = m_desk->shown<QComboBox>(u"wayKind3"_s);
    kind->setCurrentIndex(kind->findData(u"mobile"_s));
    type(u"placeNames"_s, u"出口一，第一医院会诊室"_s);
    type(u"contactTags"_s, u"network、专线"_s);
    m_desk->picture(u"contacts-edit"_s);
    m_desk->button(u"removeWay2"_s)->click();
    m_desk->button(u"save"_s)->click();
    const QList<contacts::ContactWay> expected{
        {u"phone"_s, u"010-5550 1234"_s, u"先报专线号 7731"_s},
        {u"mobile"_s, u"186 0000 0002"_s, u"队长"_s}};
    QTRY_COMPARE(m_desk->book().find(id)->ways, expected);
    QCOMPARE(m_desk->book().find(id)->targets, QStringList({u"e1"_s, u"r1"_s}));
    QCOMPARE(m_desk->book().find(id)->tags, QStringList({u"network"_s, u"专线"_s}));
    QCOMPARE(m_desk->book().find(id)->note, u"夜间 22:00 后只接电话"_s);
}

void TestContactsPage::whatIsWrongStays()
{
    begin();
    m_desk->page().openNew();
    m_desk->button(u"save"_s)->click();
    const QString nameless = m_desk->text(u"complaint"_s);
    QVERIFY(!nameless.isEmpty());
    type(u"contactName"_s, u"某人"_s);
    type(u"placeNames"_s, u"没有的地方"_s);
    m_desk->button(u"save"_s)->click();
    QVERIFY(m_desk->text(u"complaint"_s).contains(u"没有的地方"_s));
    m_desk->picture(u"contacts-complaint"_s);
    QCOMPARE(m_desk->book().contacts().size(), 4);
    m_desk->press(Qt::Key_Escape);
    QTRY_VERIFY(!m_desk->shown<QWidget>(u"contactDialog"_s));
}

void TestContactsPage::removedAfterAQuestion()
{
    begin();
    m_desk->list().setFocus();
    m_desk->list().setCurrentIndex(m_desk->list().model()->index(1, 0));
    m_desk->press(Qt::Key_Delete);
    QTRY_VERIFY(m_desk->shown<widgets::ConfirmDialog>(u"confirmDialog"_s));
    m_desk->picture(u"contacts-remove"_s);
    QCOMPARE(m_desk->names().size(), 4);
    m_desk->button(u"confirm"_s)->click();
    QTRY_COMPARE(m_desk->names().size(), 3);
    QVERIFY(!m_desk->names().contains(u"设备厂家售后"_s));
    QCOMPARE(m_desk->chosenRow(), 1); // the one in its place
}

void TestContactsPage::outAndInAgain()
{
    begin();
    const QTemporaryDir dir;
    for (const QString &name : {u"c.csv"_s, u"c.vcf"_s}) {
        QSignalSpy told(&m_desk->page(), &ContactsPage::told);
        m_desk->page().files().write(dir.filePath(name));
        QTRY_COMPARE(told.count(), 1);
        m_desk->page().files().openFile(dir.filePath(name));
        QTRY_VERIFY(m_desk->shown<QWidget>(u"contactImport"_s));
        QVERIFY(!m_desk->button(u"save"_s)->isEnabled()); // nothing differs
        m_desk->press(Qt::Key_Escape);
        QTRY_VERIFY(!m_desk->shown<QWidget>(u"contactImport"_s));
    }
}

void TestContactsPage::whatAFileChanges()
{
    begin();
    const QTemporaryDir dir;
    QFile file(dir.filePath(u"会诊室联系人.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(u"姓名,单位,电话,监测对象\n王敏,第一医院,021-5550 0199,第一医院会诊室\n"
               "李娜,第二医院,022-5550 0001,\n,第三医院,1,\n赵强,第四医院,2,月球\n"_s.toUtf8());
    file.close();
    m_desk->page().files().openFile(file.fileName());
    QTRY_VERIFY(m_desk->shown<QTableWidget>(u"importRows"_s));
    auto *rows = m_desk->shown<QTableWidget>(u"importRows"_s);
    QCOMPARE(rows->rowCount(), 4);
    QCOMPARE(rows->item(0, 0)->text(), u"4"_s);
    QVERIFY(rows->item(1, 3)->text().contains(u"月球"_s));
    QCOMPARE(m_desk->book().contacts().size(), 4); // nothing is saved yet
    m_desk->picture(u"contacts-import"_s);
    QCOMPARE(m_desk->unnamed().join(u'|'), QString());
    QSignalSpy told(&m_desk->page(), &ContactsPage::told);
    m_desk->button(u"save"_s)->click();
    QTRY_COMPARE(told.count(), 1);
    QTRY_COMPARE(m_desk->names().size(), 5);
    const auto wang =
        *std::ranges::find(m_desk->book().contacts(), u"王敏"_s, &contacts::Contact::name);
    QCOMPARE(wang.ways.first().value, u"021-5550 0199"_s);
    QCOMPARE(wang.ways.size(), 3); // mobile and address stay
    QSignalSpy failed(&m_desk->page(), &ContactsPage::failed);
    m_desk->page().files().openFile(dir.filePath(u"none.csv"_s));
    QTRY_COMPARE(failed.count(), 1);
}

void TestContactsPage::reachedByTheKeyboard()
{
    begin();
    m_desk->page().showCalls(m_desk->incident());
    QTRY_COMPARE(m_desk->names().size(), 5);
    QCOMPARE(m_desk->unnamed(), QStringList());
    m_desk->page().openNew();
    QCOMPARE(m_desk->unnamed(), QStringList());
}

void TestContactsPage::inEnglish()
{
    begin();
    m_desk->language().use(words::Language::Code::English);
    m_desk->page().showCalls(m_desk->incident());
    QTRY_COMPARE(m_desk->names().size(), 5);
    m_desk->press(Qt::Key_2);
    QTRY_VERIFY(m_desk->row(0).contains(u"No answer"_s));
    m_desk->picture(u"contacts-calls-en"_s);
    m_desk->page().setView(ContactsView::All);
    m_desk->picture(u"contacts-all-en"_s);
    m_desk->page().openNew();
    m_desk->picture(u"contacts-new-en"_s);
}

QTEST_MAIN(TestContactsPage)
#include "tst_contactspage.moc"
