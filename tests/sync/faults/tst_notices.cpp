// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/faults/asked.h"
#include "tests/sync/faults/noticeworld.h"

#include <QElapsedTimer>
#include <QTest>

using namespace watchroom;

namespace {

constexpr int kUsual = 50;
constexpr int kTogether = 25; ///< scenarios that share a world

} // namespace

/// What consoles say of changed procedures, against an oracle: two desks write, follow, are cut off
/// and come back, the server is restored, texts come later than their rows, clocks are wrong. No
/// notice is missing and none is false. WATCHROOM_NOTICES: how many scenarios (50).
class TestNotices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(m_server.prepare(), QString()); }
    void noneMissingAndNoneFalse();

private:
    test::SharedServer m_server;
};

void TestNotices::noneMissingAndNoneFalse()
{
    QRandomGenerator random(test::seed());
    test::NoticeTally tally;
    QElapsedTimer time;
    time.start();
    for (int left = test::asked("WATCHROOM_NOTICES", kUsual); left > 0; left -= kTogether) {
        test::NoticeWorld world(m_server, random, tally, std::min(left, kTogether));
        QCOMPARE(world.live(), QString());
    }
    qInfo().noquote() << tally.text() << "in" << time.elapsed() / 1'000 << "s";
    QCOMPARE(tally.missed(), 0);
    QCOMPARE(tally.wrong(), 0);
    QCOMPARE(tally.neverSeen(), QStringList());
}

QTEST_GUILESS_MAIN(TestNotices)
#include "tst_notices.moc"
