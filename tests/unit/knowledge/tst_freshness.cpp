// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/knowledge/freshness.h"

#include <QTest>

using namespace watchroom;
using namespace watchroom::knowledge;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Standing = Freshness::Standing;
using Loudness = Freshness::Loudness;

Q_DECLARE_METATYPE(std::chrono::minutes)

namespace {

const base::Instant kNow = *base::fromIso(u"2026-03-18T04:00:00Z");

Article article(const QString &kind, int version = 13)
{
    return {.id = {},
        .key = u"egress-loss"_s,
        .title = u"出口链路丢包处置"_s,
        .kind = kind,
        .folder = {},
        .tags = {},
        .owner = {},
        .deputy = {},
        .reviewDays = 90,
        .targets = {},
        .metrics = {},
        .mode = {},
        .version = version,
        .withdrawn = false,
        .withdrawnReason = {},
        .proposal = {},
        .reviewedBy = u"chen"_s,
        .reviewedAt = kNow - 24h * 10,
        .pending = false};
}

} // namespace

/// What the head of an article says of this copy.
class TestFreshness : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoseCopyIsOld_data();
    void whoseCopyIsOld();
    void aNewerVersionIsKnown();
    void reviewIsDue();
    void withdrawnAndDraft();
    void withoutAServerNothingIsUnchecked();
};

void TestFreshness::whoseCopyIsOld_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<std::chrono::minutes>("since");
    QTest::addColumn<Loudness>("loudness");
    const auto add = [](const char *name, const QString &kind, std::chrono::minutes since,
                         Loudness loudness) { QTest::newRow(name) << kind << since << loudness; };
    // References/handover.md 3.6: emergency class 1 h and 24 h, others 24 h and 7 days.
    add("procedure, 59 min", u"procedure"_s, 59min, Loudness::Quiet);
    add("procedure, 1 h", u"procedure"_s, 60min, Loudness::Warn);
    add("procedure, 24 h", u"procedure"_s, 24h, Loudness::Alarm);
    add("card, 2 h", u"card"_s, 2h, Loudness::Warn);
    add("architecture, 23 h", u"architecture"_s, 23h, Loudness::Quiet);
    add("architecture, 24 h", u"architecture"_s, 24h, Loudness::Warn);
    add("architecture, 7 days", u"architecture"_s, 24h * 7, Loudness::Alarm);
}

void TestFreshness::whoseCopyIsOld()
{
    QFETCH(const QString, kind);
    QFETCH(const std::chrono::minutes, since);
    QFETCH(const Loudness, loudness);
    const LastCheck away{.standalone = false, .online = false, .checkedAt = kNow - since};
    const Freshness fresh = freshnessOf(article(kind), 13, away, kNow);
    QCOMPARE(fresh.loudness, loudness);
    QCOMPARE(fresh.standing, loudness == Loudness::Quiet ? Standing::Current : Standing::Unchecked);
    QCOMPARE(fresh.checkedAt, away.checkedAt);
    // Online it is checked now, however long ago that was.
    const LastCheck online{.standalone = false, .online = true, .checkedAt = kNow - since};
    QCOMPARE(freshnessOf(article(kind), 13, online, kNow).loudness, Loudness::Quiet);
    QCOMPARE(freshnessOf(article(kind), 13, online, kNow).checkedAt, std::optional(kNow));
}

void TestFreshness::aNewerVersionIsKnown()
{
    const LastCheck online{.standalone = false, .online = true, .checkedAt = {}};
    const Freshness procedure = freshnessOf(article(u"procedure"_s), 12, online, kNow);
    QCOMPARE(procedure.standing, Standing::NewerKnown);
    QCOMPARE(procedure.loudness, Loudness::Alarm);
    QCOMPARE(procedure.copyVersion, 12);
    QCOMPARE(procedure.newestVersion, 13);
    QCOMPARE(freshnessOf(article(u"architecture"_s), 12, online, kNow).loudness, Loudness::Warn);
    // Never heard of the server: an alarm, not "current".
    const LastCheck never{};
    QCOMPARE(freshnessOf(article(u"architecture"_s), 13, never, kNow).loudness, Loudness::Alarm);
}

void TestFreshness::reviewIsDue()
{
    const LastCheck online{.standalone = false, .online = true, .checkedAt = {}};
    Article due = article(u"procedure"_s);
    due.reviewedAt = kNow - 24h * 90;
    const Freshness now = freshnessOf(due, 13, online, kNow);
    QVERIFY(now.reviewDue);
    QCOMPARE(now.standing, Standing::Current);
    QCOMPARE(now.loudness, Loudness::Warn);
    due.reviewedAt = kNow - 24h * 121;
    QCOMPARE(freshnessOf(due, 13, online, kNow).loudness, Loudness::Alarm);
    due.reviewedAt = kNow - 24h * 90 + 1s;
    QVERIFY(!freshnessOf(due, 13, online, kNow).reviewDue);
}

void TestFreshness::withdrawnAndDraft()
{
    const LastCheck online{.standalone = false, .online = true, .checkedAt = {}};
    Article withdrawn = article(u"card"_s);
    withdrawn.withdrawn = true;
    QCOMPARE(freshnessOf(withdrawn, 13, online, kNow).standing, Standing::Withdrawn);
    QCOMPARE(freshnessOf(withdrawn, 13, online, kNow).loudness, Loudness::Alarm);
    QCOMPARE(freshnessOf(article(u"card"_s, 0), 0, online, kNow).standing, Standing::Draft);
}

void TestFreshness::withoutAServerNothingIsUnchecked()
{
    const LastCheck alone{.standalone = true, .online = false, .checkedAt = {}};
    const Freshness fresh = freshnessOf(article(u"procedure"_s), 13, alone, kNow);
    QCOMPARE(fresh.standing, Standing::Current);
    QCOMPARE(fresh.loudness, Loudness::Quiet);
    QVERIFY(!fresh.checkedAt);
}

QTEST_GUILESS_MAIN(TestFreshness)

#include "tst_freshness.moc"
