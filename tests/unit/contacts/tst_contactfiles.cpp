// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/ids.h"
#include "app/contacts/contactimport.h"

#include <QTest>

using namespace watchroom;
using namespace watchroom::contacts;
using namespace Qt::StringLiterals;

namespace {

Contact contact(const QString &name, const QString &org = {})
{
    Contact made;
    made.id = QUuid::createUuidV5(QUuid(), name + org);
    made.kind = u"party"_s;
    made.name = name;
    made.org = org;
    return made;
}

/// With everything that a file could lose.
QList<Contact> hard()
{
    Contact carrier = contact(u"运营商, 夜间; \"值班\""_s, u"城市网络公司"_s);
    carrier.duty = u"专线报障"_s;
    carrier.person = u"li"_s;
    carrier.ways = {{u"im"_s, u"citynet|noc: a\\b %20"_s, u"先报专线号; 再说\"现象\"^n"_s},
        {u"phone"_s, u"+86 10-5550 1234,,9"_s, u"夜间"_s}, {u"other"_s, u"对讲 频道 3；备用"_s},
        {u"mobile"_s, u"139 0000 0001"_s}, {u"email"_s, u"noc@citynet.example"_s},
        {u"phone"_s, u"=SUM(1)"_s}};
    carrier.targets = {u"e1"_s, u"gone"_s};
    carrier.tags = {u"network"_s, u"专线；备用"_s, u"a, b"_s};
    carrier.note = u"第一行\n第二行, 带逗号; 和 \\ 反斜杠"_s;
    Contact formula = contact(u"=HYPERLINK(1)"_s);
    formula.kind = u"person"_s;
    formula.org = u"'=quoted"_s;
    formula.duty = u"-"_s;
    Contact bare = contact(u"无"_s);
    return {carrier, formula, bare};
}

ImportNeeds needs(const QList<Contact> &contacts)
{
    return {contacts, {u"chen"_s, u"li"_s},
        {{u"e1"_s, u"e1"_s}, {u"出口一"_s, u"e1"_s}, {u"r1"_s, u"r1"_s}}};
}

ContactImport imported(const QByteArray &bytes, const QList<Contact> &known = {})
{
    const auto file = readContactFile(bytes);
    if (!file)
        qFatal("not read: %s", qPrintable(file.error().code));
    return planImport(file->contacts, needs(known));
}

QString codeOf(const QByteArray &bytes)
{
    const auto file = readContactFile(bytes);
    return file ? QString() : file.error().code;
}

} // namespace

/// Contacts go out as files and come in from those of other programs.
class TestContactFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip_data();
    void roundTrip();
    void elsewhereTheyAreNew_data() { roundTrip_data(); }
    void elsewhereTheyAreNew();
    void headsInBothLanguages();
    void chineseEncodings();
    void whatAFileDoesNotSpeakOfStays();
    void cardsOfOtherPrograms();
    void foldedLines();
    void whatIsNotTaken();
    void whatIsNoFile();
};

void TestContactFiles::roundTrip_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("table, English") << toCsv(hard(), true);
    QTest::newRow("table, Chinese") << toCsv(hard(), false);
    QTest::newRow("cards") << toCards(hard());
}

void TestContactFiles::roundTrip()
{
    QFETCH(const QByteArray, bytes);
    const ContactImport import = imported(bytes, hard());
    QCOMPARE(import.refused, QList<RefusedContact>());
    QVERIFY(import.added.isEmpty());
    for (const ContactChange &change : import.changed)
        QCOMPARE(change.after, change.before);
    QCOMPARE(import.unchanged, 3);
}

void TestContactFiles::elsewhereTheyAreNew()
{
    QFETCH(const QByteArray, bytes);
    QList<Contact> expected = hard();
    expected.first().targets = {u"e1"_s};
    auto file = readContactFile(bytes);
    QVERIFY(file.has_value());
    file->contacts.first().contact.targets.removeLast(); // a place only the other team has
    const ContactImport import = planImport(file->contacts, needs({}));
    QCOMPARE(import.refused, QList<RefusedContact>());
    QCOMPARE(import.added.size(), 3);
    for (int i = 0; i < 3; ++i) {
        Contact added = import.added.at(i);
        added.id = expected.at(i).id; // given when it is saved
        QCOMPARE(added, expected.at(i));
    }
    // Again, under other ids: by name and organisation.
    QList<Contact> saved = import.added;
    for (Contact &one : saved)
        one.id = QUuid::createUuid();
    QCOMPARE(planImport(file->contacts, needs(saved)).unchanged, 3);
}

void TestContactFiles::headsInBothLanguages()
{
    const ContactImport chinese = imported(
        u"姓名;单位;电话;手机;邮箱;会诊室;类型\r\n王敏;第一医院;021-5550 0101、8002;139;a@b.example;出口一;个人\r\n"_s
            .toUtf8());
    QCOMPARE(chinese.added.size(), 1);
    const Contact &wang = chinese.added.first();
    QCOMPARE(wang.name, u"王敏"_s);
    QCOMPARE(wang.kind, u"person"_s);
    QCOMPARE(wang.targets, QStringList({u"e1"_s}));
    const QList<ContactWay> ways{{u"phone"_s, u"021-5550 0101"_s}, {u"phone"_s, u"8002"_s},
        {u"mobile"_s, u"139"_s}, {u"email"_s, u"a@b.example"_s}};
    QCOMPARE(wang.ways, ways);
    const ContactImport english = imported("Notes\tFull Name\tUnknown\tWays\n"
                                           "n\tNOC\tx\t\"010-1 | nights\nmail: a@b\"\n");
    QCOMPARE(english.added.size(), 1);
    const QList<ContactWay> two{{u"phone"_s, u"010-1"_s, u"nights"_s}, {u"email"_s, u"a@b"_s}};
    QCOMPARE(english.added.first().ways, two);
    QCOMPARE(english.added.first().note, u"n"_s);
}

void TestContactFiles::chineseEncodings()
{
    // "名称,电话\n王敏,139\n" in GB18030, as spreadsheets in China save it.
    const QByteArray gb = QByteArray::fromHex("c3fbb3c62cb5e7bbb00acdf5c3f42c3133390a");
    const auto file = readContactFile(gb);
    QVERIFY(file.has_value());
    QCOMPARE(file->encoding, u"GB18030"_s);
    QCOMPARE(file->contacts.first().contact.name, u"王敏"_s);
}

void TestContactFiles::whatAFileDoesNotSpeakOfStays()
{
    Contact known = contact(u"王敏"_s, u"第一医院"_s);
    known.duty = u"管理员"_s;
    known.ways = {{u"phone"_s, u"100"_s, u"白天"_s}, {u"email"_s, u"a@b"_s}};
    const ContactImport import =
        imported(u"名称,单位,电话\n王敏,第一医院,100；200\n"_s.toUtf8(), {known});
    QCOMPARE(import.changed.size(), 1);
    Contact expected = known;
    expected.ways = {
        {u"phone"_s, u"100"_s, u"白天"_s}, {u"phone"_s, u"200"_s}, {u"email"_s, u"a@b"_s}};
    QCOMPARE(import.changed.first().after, expected);
    // A cell that is there and empty takes away.
    const ContactImport emptied = imported(u"名称,单位,职责\n王敏,第一医院,\n"_s.toUtf8(), {known});
    QCOMPARE(emptied.changed.size(), 1);
    QVERIFY(emptied.changed.first().after.duty.isEmpty());
    QCOMPARE(emptied.changed.first().after.ways, known.ways);
}

void TestContactFiles::cardsOfOtherPrograms()
{
    const ContactImport import = imported("BEGIN:VCARD\r\nVERSION:3.0\r\nN:Wang;Min;;;\r\n"
                                          "FN:Wang Min\r\nORG:First Hospital;Radiology\r\n"
                                          "item1.TEL;TYPE=CELL,VOICE:139\r\n"
                                          "TEL;TYPE=WORK;TYPE=pref:021\r\n"
                                          "EMAIL;type=INTERNET:wang@h.example\r\n"
                                          "X-QQ:12345\r\nNOTE:one\\ntwo\\, three\r\n"
                                          "PHOTO;ENCODING=b:AAAA\r\n AAAA\r\nEND:VCARD\r\n"
                                          "begin:vcard\nversion:4.0\nkind:org\nfn:NOC\n"
                                          "tel;value=uri;pref=1:tel:+86-10-1\n"
                                          "impp:xmpp:noc@x.example\nend:vcard\n");
    QCOMPARE(import.refused, QList<RefusedContact>());
    QCOMPARE(import.added.size(), 2);
    const Contact &wang = import.added.first();
    QCOMPARE(wang.name, u"Wang Min"_s);
    QCOMPARE(wang.org, u"First Hospital Radiology"_s);
    QCOMPARE(wang.kind, u"person"_s);
    QCOMPARE(wang.note, u"one\ntwo, three"_s);
    const QList<ContactWay> ways{{u"phone"_s, u"021"_s}, {u"mobile"_s, u"139"_s},
        {u"email"_s, u"wang@h.example"_s}, {u"im"_s, u"12345"_s}};
    QCOMPARE(wang.ways, ways);
    QCOMPARE(import.added.last().kind, u"party"_s);
    const QList<ContactWay> noc{{u"phone"_s, u"+86-10-1"_s}, {u"im"_s, u"xmpp:noc@x.example"_s}};
    QCOMPARE(import.added.last().ways, noc);
}

void TestContactFiles::foldedLines()
{
    Contact wordy = contact(u"长"_s.repeated(150));
    const QByteArray card = toCards({wordy});
    for (const QByteArray &line : card.split('\n'))
        QVERIFY(line.size() <= 76); // with its return
    QCOMPARE(imported(card, {wordy}).unchanged, 1);
}

void TestContactFiles::whatIsNotTaken()
{
    const QList<Contact> known{contact(u"双"_s), contact(u"双"_s)};
    QByteArray table = u"名称,类型,登录名,监测对象,电话\n"_s.toUtf8();
    table +=
        u",人员,,,1\n甲,飞机,,,\n乙,,nobody,,\n丙,,,月球,\n丁,,,,\n丁,,,,2\n双,,,,\n"_s.toUtf8();
    table += QByteArray(201, 'x') + ",,,,\n";
    table += "many,,,,\"" + QByteArray("1;").repeated(5);
    for (int i = 0; i < 20; ++i)
        table += ';' + QByteArray::number(i + 10);
    table += "\"\n";
    const ContactImport import = imported(table, known);
    QCOMPARE(import.added.size(), 1);
    QCOMPARE(import.added.first().name, u"丁"_s);
    QList<std::pair<qsizetype, QString>> why;
    for (const RefusedContact &one : import.refused)
        why.append({one.line, one.refusal.code});
    const QList<std::pair<qsizetype, QString>> expected{{2, u"name_missing"_s},
        {3, u"kind_unknown"_s}, {4, u"person_unknown"_s}, {5, u"place_unknown"_s}, {7, u"twice"_s},
        {8, u"ambiguous"_s}, {9, u"text_too_long"_s}, {10, u"too_many_ways"_s}};
    QCOMPARE(why, expected);
    QCOMPARE(import.refused.at(4).refusal.about, u"6"_s);
    const ContactImport cards = imported("BEGIN:VCARD\nVERSION:2.1\nFN:old\nEND:VCARD\n"
                                         "BEGIN:VCARD\nVERSION:4.0\nFN:open\n");
    QCOMPARE(cards.refused.size(), 2);
    QCOMPARE(cards.refused.first().refusal, (Refusal{u"card_version"_s, u"2.1"_s}));
    QCOMPARE(cards.refused.last().line, 5);
    QCOMPARE(cards.refused.last().refusal.code, u"card_open"_s);
}

void TestContactFiles::whatIsNoFile()
{
    QCOMPARE(codeOf(QByteArray()), u"contacts_empty"_s);
    QCOMPARE(codeOf("\r\n \n"), u"contacts_empty"_s);
    QCOMPARE(codeOf("name\n"), u"contacts_empty"_s);
    QCOMPARE(codeOf("a,b\n1,2\n"), u"contacts_no_head"_s);
    QCOMPARE(codeOf("PK\x03\x04 and so on"), u"contacts_is_workbook"_s);
    QCOMPARE(codeOf(QByteArray("name\n\0\n", 7)), u"contacts_not_text"_s);
    QCOMPARE(codeOf(QByteArray(kMostFileBytes + 1, 'x')), u"contacts_too_large"_s);
    QCOMPARE(codeOf("name\n" + QByteArray("x\n").repeated(2001)), u"contacts_too_many"_s);
    QVERIFY(readContactFile("name\n" + QByteArray("x\n").repeated(2000)).has_value());
    QCOMPARE(codeOf(QByteArray("BEGIN:VCARD\nEND:VCARD\n").repeated(2001)), u"contacts_too_many"_s);
}

QTEST_GUILESS_MAIN(TestContactFiles)
#include "tst_contactfiles.moc"
