// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/contacts/contactfinder.h"

#include <QTest>

using namespace watchroom::contacts;
using namespace Qt::StringLiterals;

/// Contacts are found by what people type.
class TestContactFinder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void byWords_data();
    void byWords();

private:
    ContactFinder m_finder;
};

void TestContactFinder::initTestCase()
{
    Contact carrier;
    carrier.name = u"运营商夜间值班"_s;
    carrier.org = u"城市网络公司"_s;
    carrier.ways = {{u"phone"_s, u"010-5550 1234"_s, u"先报专线号"_s}};
    Contact wang;
    wang.name = u"王敏"_s;
    wang.org = u"第一医院"_s;
    wang.duty = u"Video rooms"_s;
    wang.tags = {u"会诊室"_s};
    m_finder.setContacts({carrier, wang});
}

void TestContactFinder::byWords_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QStringList>("names");
    const QStringList carrier{u"运营商夜间值班"_s};
    const QStringList wang{u"王敏"_s};
    QTest::newRow("nothing typed") << u"  "_s << carrier + wang;
    QTest::newRow("name") << u"夜间"_s << carrier;
    QTest::newRow("initials") << u"wm"_s << wang;
    QTest::newRow("initials of the organisation, from a syllable on") << u"yyy"_s << wang;
    QTest::newRow("number, as it is written") << u"5550"_s << carrier;
    QTest::newRow("note of a way") << u"专线号"_s << carrier;
    QTest::newRow("tag") << u"会诊室"_s << wang;
    QTest::newRow("any case") << u"VIDEO"_s << wang;
    QTest::newRow("all words") << u"医院 敏"_s << wang;
    QTest::newRow("not all words") << u"医院 夜间"_s << QStringList();
}

void TestContactFinder::byWords()
{
    QFETCH(const QString, query);
    QStringList found;
    for (const Contact &contact : m_finder.find(query))
        found.append(contact.name);
    QTEST(found, "names");
}

QTEST_GUILESS_MAIN(TestContactFinder)
#include "tst_contactfinder.moc"
