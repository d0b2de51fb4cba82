// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/remote/conninfo.h"

#include <QTest>

using namespace watchroom;
using namespace Qt::StringLiterals;
using remote::ConnInfo;

class TestConnInfo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatLibpqReads();
    void refusesWhatItCannotCarry_data();
    void refusesWhatItCannotCarry();
    void encryptsOffLoopback_data();
    void encryptsOffLoopback();
    void alwaysThePrimaryAndNeverForEver();
    void passwordIsNoOption();
};

void TestConnInfo::readsWhatLibpqReads()
{
    const auto info = ConnInfo::parse(
        u"  host=a,b port = 5432,5433 dbname='watch room' user='o\\'neil' password=a\\ b\\\\c "_s);
    QVERIFY(info);
    QCOMPARE(info->value("host"_L1), u"a,b"_s);
    QCOMPARE(info->value("port"_L1), u"5432,5433"_s);
    QCOMPARE(info->value("dbname"_L1), u"watch room"_s);
    QCOMPARE(info->value("user"_L1), u"o'neil"_s);
    QCOMPARE(info->value("password"_L1), u"a b\\c"_s);
    QVERIFY(!info->contains("sslmode"_L1));
    QVERIFY(ConnInfo::parse(u""_s));
    QCOMPARE(ConnInfo::parse(u"host='' dbname=x"_s)->value("dbname"_L1), u"x"_s);
}

void TestConnInfo::refusesWhatItCannotCarry_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::newRow("uri") << u"postgresql://a/b"_s << u"conninfo_uri"_s;
    QTest::newRow("short uri") << u" postgres://a"_s << u"conninfo_uri"_s;
    QTest::newRow("no equals") << u"host a"_s << u"conninfo_invalid"_s;
    QTest::newRow("word alone") << u"watchroom"_s << u"conninfo_invalid"_s;
    QTest::newRow("open quote") << u"host='a"_s << u"conninfo_invalid"_s;
    QTest::newRow("no key") << u"=a"_s << u"conninfo_invalid"_s;
    QTest::newRow("semicolon") << u"host='a;sslmode=disable'"_s << u"conninfo_invalid"_s;
    QTest::newRow("key of blanks") << u"host=a HOST=b"_s << u"conninfo_invalid"_s;
}

void TestConnInfo::refusesWhatItCannotCarry()
{
    QFETCH(QString, text);
    QFETCH(QString, code);
    const auto info = ConnInfo::parse(text);
    QVERIFY(!info);
    QCOMPARE(info.error().kind, base::Error::Kind::Invalid);
    QCOMPARE(info.error().code, code);
}

void TestConnInfo::encryptsOffLoopback_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("sslmode"); // empty: libpq's own default
    QTest::newRow("name") << u"host=db.example"_s << u"verify-full"_s;
    QTest::newRow("one of two") << u"host=localhost,db.example"_s << u"verify-full"_s;
    QTest::newRow("looks like loopback") << u"host=localhost.example"_s << u"verify-full"_s;
    QTest::newRow("address decides") << u"host=localhost hostaddr=10.0.0.1"_s << u"verify-full"_s;
    QTest::newRow("service") << u"service=team"_s << u"verify-full"_s;
    QTest::newRow("allowed") << u"host=db.example sslmode=disable"_s << u"disable"_s;
    QTest::newRow("localhost") << u"host=localhost"_s << QString();
    QTest::newRow("v4") << u"host=127.0.0.1,127.0.0.2"_s << QString();
    QTest::newRow("v6") << u"host=::1"_s << QString();
    QTest::newRow("socket") << u"host=/run/postgresql"_s << QString();
}

void TestConnInfo::encryptsOffLoopback()
{
    QFETCH(QString, text);
    QFETCH(QString, sslmode);
    const QStringList options = ConnInfo::parse(text)->connectOptions(u"watchroom"_s).split(u';');
    if (sslmode.isEmpty())
        QVERIFY(options.filter(u"sslmode"_s).isEmpty());
    else
        QCOMPARE(options.filter(u"sslmode"_s), QStringList{u"sslmode='%1'"_s.arg(sslmode)});
}

void TestConnInfo::alwaysThePrimaryAndNeverForEver()
{
    const auto info = ConnInfo::parse(u"host=a,b target_session_attrs=any connect_timeout=9"_s);
    const QStringList options = info->connectOptions(u"it's"_s).split(u';');
    QVERIFY(options.contains(u"target_session_attrs='read-write'"_s));
    QVERIFY(options.contains(u"connect_timeout='9'"_s));
    QVERIFY(options.contains(u"tcp_user_timeout='4000'"_s));
    QVERIFY(options.contains(u"keepalives_idle='3'"_s));
    QVERIFY(options.contains(u"application_name='it\\'s'"_s));
    QVERIFY(options.contains(u"host='a,b'"_s));
}

void TestConnInfo::passwordIsNoOption()
{
    const auto info = ConnInfo::parse(u"host=a user=u password='x;y' dbname=d"_s);
    QVERIFY(info);
    const QString options = info->connectOptions(u"watchroom"_s);
    QVERIFY(!options.contains(u"x;y"_s) && !options.contains(u"password"_s));
}

QTEST_GUILESS_MAIN(TestConnInfo)
#include "tst_conninfo.moc"
