// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/values.h"
#include "app/knowledge/articlecommands.h"
#include "app/knowledge/runcommands.h"
#include "app/knowledge/runprogress.h"
#include "tests/sync/faults/twodesks.h"

#include <QElapsedTimer>

using namespace watchroom;
using namespace watchroom::knowledge;
using namespace Qt::StringLiterals;
using test::Desk;

namespace {

constexpr int kChanges = 30;
constexpr qint64 kMost = 5'000; ///< ms

ArticleText textOf(int version)
{
    const QString hash = u"%1"_s.arg(version, 64, 16, QLatin1Char('0'));
    return {.hash = hash,
        .size = 100,
        .steps = {{.id = u"s1"_s, .text = u"核对"_s, .hash = hash}},
        .images = {},
        .reason = u"修订"_s};
}

} // namespace

/// From publishing at one console until the procedure under way at the other has to say so.
class TestNoticeTime : public test::TwoDesksTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(prepare(), QString()); }
    void aChangeIsSaidInTime();

private:
    [[nodiscard]] static domain::Row must(store::SavedFuture saved)
    {
        saved.waitForFinished();
        return saved.result() ? saved.result()->rows.first() : domain::Row();
    }
    /// Of the step it is on, against the newest version known at that desk.
    [[nodiscard]] static StepProgress::Change saidAt(const Desk &desk, const Run &run);
};

StepProgress::Change TestNoticeTime::saidAt(const Desk &desk, const Run &run)
{
    auto reading = desk.replica->read<QList<domain::Row>>(
        [](store::Reader &reader) { return reader.rows(u"article_version"); });
    reading.waitForFinished();
    VersionSteps versions;
    int newest = 0;
    const auto rows = reading.result().value_or(QList<domain::Row>());
    for (const domain::Row &row : rows) {
        const ArticleVersion version = ArticleVersion::fromRow(row);
        versions.insert(version.version, version.text.steps);
        newest = std::max(newest, version.version);
    }
    return progressOf(run, {}, versions, newest).steps.value(0).change;
}

void TestNoticeTime::aChangeIsSaidInTime()
{
    using Change = StepProgress::Change;
    QList<qint64> took;
    beginTwo();
    ArticleCommands writer(*m_one->replica, m_one->clock, [this] { return m_one->author(); });
    RunCommands follower(*m_two->replica, m_two->clock, [this] { return m_two->author(); });
    articles::ArticleMeta meta;
    meta.id = u"egress-loss"_s;
    meta.title = u"出口链路丢包处置"_s;
    meta.kind = u"procedure"_s;
    const QUuid article = domain::uuid(must(writer.publishNew(meta, textOf(1))), "id"_L1);
    QTRY_VERIFY_WITH_TIMEOUT(m_two->has(u"article"_s, article), kPatience);
    for (int version = 1; version <= kChanges; ++version) {
        const Run run = Run::fromRow(must(follower.start(article, version, u"read_do"_s, {})));
        QVERIFY(!run.id.isNull());
        QCOMPARE(saidAt(*m_two, run), Change::None);
        QElapsedTimer time;
        time.start();
        QVERIFY(!must(writer.publishText(article, textOf(version + 1), version)).isEmpty());
        QVERIFY(QTest::qWaitFor([&] { return saidAt(*m_two, run) == Change::Now; }, kPatience));
        took.append(time.elapsed());
    }
    std::ranges::sort(took);
    qInfo("%d changes said at the other console: p50 %lld, p95 %lld, at most %lld ms", kChanges,
        static_cast<long long>(took.at(kChanges / 2)),
        static_cast<long long>(took.at(kChanges * 95 / 100)), static_cast<long long>(took.last()));
    QVERIFY(took.last() <= kMost);
}

QTEST_GUILESS_MAIN(TestNoticeTime)
#include "tst_noticetime.moc"
