// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/ids.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace watchroom::base;

namespace {

class TestIds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newIdHasTheLayoutOfVersion7()
    {
        const auto at = fromIso(u"2026-03-18T14:32:41.123999Z");
        QVERIFY(at);
        const QString id = toText(newId(*at));
        const qint64 millis = 1'773'844'361'123;
        QCOMPARE(id.left(8) + id.mid(9, 4), QString::number(millis, 16).rightJustified(12, u'0'));
        QCOMPARE(id.at(14), u'7');
        QVERIFY(u"89ab"_s.contains(id.at(19)));
    }

    void newIdsOfOneInstantDiffer()
    {
        QSet<QUuid> ids;
        for (int i = 0; i < 10'000; ++i)
            ids.insert(newId(Instant{}));
        QCOMPARE(ids.size(), 10'000);
    }

    void newIdsSortByTime()
    {
        const auto first = toText(newId(Instant{std::chrono::milliseconds{1'000'000'000'000}}));
        const auto later = toText(newId(Instant{std::chrono::milliseconds{1'000'000'000'001}}));
        QVERIFY(first < later);
    }

    void aClockThatGoesBackChangesNoOrder()
    {
        const Instant at{std::chrono::milliseconds{1'000'000'000'000}};
        QUuid last = newIdAfter(at, {});
        for (const auto off : {0h, -24h, 0h, 24h, 0h}) {
            const QUuid next = newIdAfter(at + off, last);
            QVERIFY(toText(last) < toText(next) && last < next);
            last = next;
        }
        // And it takes the clock's time again as soon as that is later.
        QCOMPARE(toText(newIdAfter(at + 48h, last)).left(13), toText(newId(at + 48h)).left(13));
    }

    // python3 -c 'import uuid; print(uuid.uuid5(uuid.UUID("6f1c5e0a-54c1-4f0e-9b3d-2a7c1d88e051"),
    //   "\n".join(PARTS)))'
    void derivedIdsAreThoseOfPython_data()
    {
        QTest::addColumn<QStringList>("parts");
        QTest::addColumn<QString>("id");
        const QString incident = u"0190f3a2-7b1c-7def-8123-456789abcdef"_s;
        QTest::newRow("stage record") << QStringList{u"stage_record"_s, incident, u"1"_s}
                                      << u"b6970a57-2bc7-58d7-a8cf-a1f436c247f7"_s;
        QTest::newRow("entry") << QStringList{u"entry"_s, incident, u"0"_s}
                               << u"6ad74606-febe-5bd6-8816-e9c5478837ce"_s;
        QTest::newRow("Chinese") << QStringList{u"值守"_s, u"台"_s}
                                 << u"fd604e36-ecfc-50cb-a0bb-bfe277b8b892"_s;
        QTest::newRow("empty") << QStringList{QString()}
                               << u"d49ff541-60bb-5a8f-9585-c3d03de9503c"_s;
    }

    void derivedIdsAreThoseOfPython()
    {
        QFETCH(QStringList, parts);
        QFETCH(QString, id);
        QCOMPARE(toText(derivedId(parts)), id);
    }

    void textHasNoBracesAndIsLowerCase()
    {
        QCOMPARE(toText(QUuid::fromString(u"{0190F3A2-7B1C-7DEF-8123-456789ABCDEF}")),
            u"0190f3a2-7b1c-7def-8123-456789abcdef"_s);
    }
};

} // namespace

QTEST_GUILESS_MAIN(TestIds)
#include "tst_ids.moc"
