// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/articles/similarity.h"
#include "app/articles/stepids.h"
#include "tests/unit/articles/steplist.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace watchroom::articles;
using test::stepList;

namespace {

QStringList ids(const Steps &steps)
{
    QStringList all;
    for (const Step &step : steps)
        all.append(step.id);
    return all;
}

} // namespace

class TestStepIds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void similar_data();
    void similar();
    void carried_data();
    void carried();
    void soonDone();
};

void TestStepIds::similar_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<double>("value");
    const auto row = [](const QString &one, const QString &other, double value) {
        QTest::newRow(qPrintable(one + u" / "_s + other)) << one << other << value;
    };
    row(u"联系运营商"_s, u"联系运营商"_s, 1);
    row(u"联系运营商"_s, u"联系，运营商！"_s, 1);
    row(u"联系运营商"_s, u"联系供应商"_s, 6.0 / 10); // 联 系 商
    row(u"重启 MCU"_s, u"重启 mcu 板"_s, 6.0 / 7);
    row(u"切换备用出口"_s, u"通报会诊秘书"_s, 0);
    row(u"Check the uplink port"_s, u"Tell the doctors first"_s, 2.0 / 8);
    row(u"ab"_s, u"ba"_s, 0);
    row(u"！"_s, u"？"_s, 1);
    row(u"a"_s, QString(), 0);
    // Beyond one word of 64 bits: 130 characters, every second of them left out.
    QString whole;
    QString half;
    for (int i = 0; i < 130; ++i) {
        whole += QChar(0x4e00 + i);
        if (i % 2 == 0)
            half += QChar(0x4e00 + i);
    }
    QTest::newRow("long") << whole << half << 2.0 * 65 / 195;
    QTest::newRow("long, the other way") << half << whole << 2.0 * 65 / 195;
    QTest::newRow("long, turned") << whole << whole.mid(65) + whole.left(65) << 2.0 * 65 / 260;
}

void TestStepIds::similar()
{
    QFETCH(const QString, one);
    QFETCH(const QString, other);
    QFETCH(const double, value);
    QCOMPARE(Similarity(one).to(Similarity(other)), value);
}

void TestStepIds::carried_data()
{
    QTest::addColumn<QStringList>("previous");
    QTest::addColumn<QStringList>("now");
    QTest::addColumn<int>("used");
    QTest::addColumn<QStringList>("ids");
    const QStringList three{u"s1=确认丢包范围"_s, u"s2=联系运营商值班"_s, u"s3=切换备用出口"_s};
    const auto row = [](const char *name, const QStringList &previous, const QStringList &now,
                         const QStringList &ids,
                         int used = 0) { QTest::newRow(name) << previous << now << used << ids; };
    row("first version", {}, {u"a"_s, u"b"_s}, {u"s1"_s, u"s2"_s});
    row("the same", three, {u"确认丢包范围"_s, u"联系运营商值班"_s, u"切换备用出口"_s},
        {u"s1"_s, u"s2"_s, u"s3"_s});
    row("one between", three,
        {u"确认丢包范围"_s, u"降低码率"_s, u"联系运营商值班"_s, u"切换备用出口"_s},
        {u"s1"_s, u"s4"_s, u"s2"_s, u"s3"_s});
    row("one changed", three,
        {u"确认丢包范围"_s, u"电话联系运营商值班，记下单号"_s, u"切换备用出口"_s},
        {u"s1"_s, u"s2"_s, u"s3"_s});
    row("one replaced", three, {u"确认丢包范围"_s, u"请医生改期"_s, u"切换备用出口"_s},
        {u"s1"_s, u"s4"_s, u"s3"_s});
    row("another detail", three, {u"确认丢包范围|```ping```"_s, u"联系运营商值班"_s},
        {u"s1"_s, u"s2"_s});
    row("moved", three, {u"切换备用出口"_s, u"确认丢包范围"_s, u"联系运营商值班"_s},
        {u"s3"_s, u"s1"_s, u"s2"_s});
    row("moved and changed", three, {u"切换到备用出口"_s, u"确认丢包范围"_s, u"联系运营商值班"_s},
        {u"s3"_s, u"s1"_s, u"s2"_s});
    row("the same one thrice", {u"s1=等 5 分钟"_s, u"s2=看"_s, u"s3=等 5 分钟"_s},
        {u"等 5 分钟"_s, u"看"_s, u"等 5 分钟"_s, u"等 5 分钟"_s},
        {u"s1"_s, u"s2"_s, u"s3"_s, u"s4"_s});
    row("a number once given", three, {u"确认丢包范围"_s, u"请医生改期"_s}, {u"s1"_s, u"s10"_s}, 9);
    row("the highest is gone", {u"s2=确认丢包范围"_s, u"s9=联系运营商值班"_s}, {u"请医生改期"_s},
        {u"s10"_s});
    row("equal before similar", {u"s1=降码率到 480p"_s, u"s2=降码率到 360p"_s},
        {u"降码率到 360p"_s, u"降码率到 240p"_s}, {u"s2"_s, u"s1"_s});
    row("all gone", three, {}, {});
}

void TestStepIds::carried()
{
    QFETCH(const QStringList, previous);
    QFETCH(const QStringList, now);
    QFETCH(const int, used);
    QFETCH(const QStringList, ids);
    QCOMPARE(::ids(carryIds(stepList(previous), stepList(now), used)), ids);
}

void TestStepIds::soonDone()
{
    QStringList before;
    QStringList now;
    for (int i = 0; i < 99; ++i) {
        before.append(u"s%1="_s.arg(i + 1) + u"甲乙"_s.repeated(250 - i));
        now.append(u"乙甲"_s.repeated(150 + i));
    }
    QElapsedTimer timer;
    timer.start();
    const Steps steps = carryIds(stepList(before), stepList(now));
    QVERIFY(timer.elapsed() < 5'000);
    QStringList all = ids(steps);
    QCOMPARE(all.removeDuplicates(), 0);
    QCOMPARE(all.size(), 99);
}

QTEST_GUILESS_MAIN(TestStepIds)
#include "tst_stepids.moc"
