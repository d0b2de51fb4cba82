// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/knowledge/reviewduty.h"

#include <QTest>

using namespace watchroom;
using namespace watchroom::knowledge;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Loudness = Freshness::Loudness;

namespace {

const base::Instant kNow = *base::fromIso(u"2026-03-18T06:00:00Z"_s);
const QStringList kActive{u"li"_s, u"zhou"_s, u"chen"_s};

/// Published by li, to be looked through every 90 days, and last looked through so long ago.
Article article(const QString &title, std::chrono::hours ago)
{
    Article made;
    made.id = QUuid::createUuidV5(QUuid(), title);
    made.title = title;
    made.kind = u"procedure"_s;
    made.owner = u"li"_s;
    made.reviewDays = 90;
    made.version = 1;
    made.reviewedAt = kNow - ago;
    return made;
}

QStringList titles(const QList<DueReview> &due)
{
    QStringList all;
    for (const DueReview &one : due)
        all.append(one.title);
    return all;
}

} // namespace

/// Who has to look through what, and how well it is kept.
class TestReviewDuty : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sevenDaysAhead();
    void howLoud();
    void whoIsAsked();
    void whatIsNotLookedThrough();
    void theLongestOverdueFirst();
    void figures();
};

void TestReviewDuty::sevenDaysAhead()
{
    const QList<Article> all{article(u"八天后"_s, 24h * 82), article(u"七天后"_s, 24h * 83),
        article(u"昨天"_s, 24h * 91)};
    QCOMPARE(
        titles(dueReviews(all, {u"li"_s}, kActive, kNow)), (QStringList{u"昨天"_s, u"七天后"_s}));
}

void TestReviewDuty::howLoud()
{
    const auto loudness = [](std::chrono::hours ago) {
        return dueReviews({article(u"a"_s, ago)}, {u"li"_s}, kActive, kNow).first().loudness;
    };
    QCOMPARE(loudness(24h * 85), Loudness::Quiet);
    QCOMPARE(loudness(24h * 90), Loudness::Warn);
    QCOMPARE(loudness(24h * 120), Loudness::Warn);
    QCOMPARE(loudness(24h * 120 + 1h), Loudness::Alarm);
}

void TestReviewDuty::whoIsAsked()
{
    Article deputys = article(u"副责任人"_s, 24h * 91);
    deputys.deputy = u"zhou"_s;
    Article nobodys = article(u"没人管"_s, 24h * 91);
    nobodys.owner = u"gone"_s;
    const QList<Article> all{
        article(u"逾期一天"_s, 24h * 91), article(u"逾期很久"_s, 24h * 130), deputys, nobodys};
    QCOMPARE(titles(dueReviews(all, {u"zhou"_s}, kActive, kNow)), QStringList{u"副责任人"_s});
    const QStringList leads = titles(dueReviews(all, {u"chen"_s, true}, kActive, kNow));
    QCOMPARE(leads, (QStringList{u"逾期很久"_s, u"没人管"_s}));
    QCOMPARE(titles(dueReviews(all, {u"chen"_s}, kActive, kNow)), QStringList());
}

void TestReviewDuty::whatIsNotLookedThrough()
{
    Article withdrawn = article(u"废止"_s, 24h * 91);
    withdrawn.withdrawn = true;
    Article draft = article(u"草稿"_s, 24h * 91);
    draft.version = 0;
    Article never = article(u"不定期"_s, 24h * 9'000);
    never.reviewDays = 0;
    QCOMPARE(titles(dueReviews({withdrawn, draft, never}, {u"li"_s, true}, kActive, kNow)),
        QStringList());
}

void TestReviewDuty::theLongestOverdueFirst()
{
    const QList<Article> all{
        article(u"b"_s, 24h * 91), article(u"c"_s, 24h * 100), article(u"a"_s, 24h * 91)};
    QCOMPARE(
        titles(dueReviews(all, {u"li"_s}, kActive, kNow)), (QStringList{u"c"_s, u"a"_s, u"b"_s}));
}

void TestReviewDuty::figures()
{
    Article nobodys = article(u"没人管"_s, 24h * 10);
    nobodys.owner.clear();
    Article withdrawn = article(u"废止"_s, 24h * 91);
    withdrawn.withdrawn = true;
    const ReviewFigures figures =
        reviewFigures({article(u"新"_s, 24h), article(u"刚好"_s, 24h * 90),
                          article(u"旧"_s, 24h * 91), nobodys, withdrawn},
            kActive, kNow);
    QCOMPARE(figures.published, 4);
    QCOMPARE(figures.renewed, 3);
    QCOMPARE(figures.inTime, 2); // one falls due this very moment
    QCOMPARE(figures.ownerless, 1);
}

QTEST_GUILESS_MAIN(TestReviewDuty)
#include "tst_reviewduty.moc"
