// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/ids.h"
#include "app/domain/derivedids.h"
#include "app/knowledge/articlecommands.h"
#include "app/knowledge/runbook.h"
#include "app/knowledge/runcommands.h"

#include <QTemporaryDir>
#include <QTest>

using namespace watchroom;
using namespace watchroom::knowledge;
using namespace Qt::StringLiterals;

namespace {

class TickingClock final : public base::Clock
{
public:
    [[nodiscard]] base::Instant now() const override { return m_now += std::chrono::seconds(1); }
    void turn(std::chrono::hours by) { m_now += by; }

private:
    mutable base::Instant m_now = *base::fromIso(u"2026-03-18T04:00:00Z");
};

} // namespace

/// A procedure is followed in a workspace of its own: rows, record and what was followed last.
class TestRunCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void followedToItsEnd();
    void aNewVersionInBetween();
    void aClockThatGoesBack_data();
    void aClockThatGoesBack();
    void whatTheRulesRefuse();
    void aTextIsReviewed();

private:
    void begin();
    domain::Row must(store::SavedFuture future);
    [[nodiscard]] QString refusal(store::SavedFuture future);
    template <class T>
    [[nodiscard]] QList<T> all(const QString &table)
    {
        auto future = m_store->read<QList<domain::Row>>(
            [table](store::Reader &reader) { return reader.rows(table); });
        future.waitForFinished();
        QList<T> made;
        const auto rows = future.result();
        for (const domain::Row &row : *rows) {
            if constexpr (std::is_same_v<T, domain::Row>)
                made.append(row);
            else
                made.append(T::fromRow(row));
        }
        return made;
    }
    [[nodiscard]] QStringList entries(const QUuid &incident);
    [[nodiscard]] RunProgress progress(const Run &run, int newest);
    [[nodiscard]] static ArticleText text(char kind, const QStringList &steps);

    TickingClock m_clock;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<ArticleCommands> m_articles;
    std::unique_ptr<RunCommands> m_runs;
    QString m_me;
    QUuid m_article;
    QUuid m_incident;
};

ArticleText TestRunCommands::text(char kind, const QStringList &steps)
{
    ArticleText made{.hash = QString(64, QLatin1Char(kind)),
        .size = 100,
        .steps = {},
        .images = {},
        .reason = u"修订"_s};
    for (const QString &step : steps)
        made.steps.append({.id = u's' + QString::number(made.steps.size() + 1),
            .text = step,
            .hash = QString(63, u'0') + QString::number(step.size() % 10),
            .critical = false,
            .expectSeconds = 60});
    return made;
}

void TestRunCommands::init()
{
    m_store.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    auto store = store::Store::open(m_dir->path(), store::Store::Mode::Standalone, m_clock);
    QVERIFY(store.has_value());
    m_store = std::move(*store);
    auto set = m_store->setUpStandalone({.login = u"li"_s, .name = u"李泽"_s}, {});
    set.waitForFinished();
    m_me = *set.result();
    begin();
    articles::ArticleMeta meta;
    meta.id = u"egress-loss"_s;
    meta.title = u"出口链路丢包处置"_s;
    meta.kind = u"procedure"_s;
    m_article = domain::uuid(
        must(m_articles->publishNew(meta, text('a', {u"确认范围"_s, u"核对网口错包"_s}))), "id"_L1);
    m_incident = base::newId(m_clock.now());
    must(m_store->save({{.table = u"incident"_s,
                           .id = m_incident,
                           .kind = domain::OperationKind::Insert,
                           .set = {{u"title"_s, u"上行丢包"_s}, {u"level"_s, u"red"_s}}}},
        {.login = m_me, .session = {}, .sessionKey = {}}));
}

/// The commands of a program that starts.
void TestRunCommands::begin()
{
    const auto author = [this] {
        return store::Author{.login = m_me, .session = {}, .sessionKey = {}};
    };
    m_articles = std::make_unique<ArticleCommands>(*m_store, m_clock, author);
    m_runs = std::make_unique<RunCommands>(*m_store, m_clock, author);
}

domain::Row TestRunCommands::must(store::SavedFuture future)
{
    future.waitForFinished();
    const auto saved = future.result();
    if (!saved)
        qFatal("refused: %s", qPrintable(saved.error().code));
    return saved->rows.first();
}

QString TestRunCommands::refusal(store::SavedFuture future)
{
    future.waitForFinished();
    const auto saved = future.result();
    return saved ? QString() : saved.error().code;
}

QStringList TestRunCommands::entries(const QUuid &incident)
{
    QStringList codes;
    for (const domain::Row &row : all<domain::Row>(u"log_entry"_s))
        if (domain::uuid(row, "incident"_L1) == incident)
            codes.append(domain::text(row, "code"_L1));
    codes.removeAll(u"incident_opened"_s);
    return codes;
}

RunProgress TestRunCommands::progress(const Run &run, int newest)
{
    VersionSteps versions;
    for (const ArticleVersion &version : all<ArticleVersion>(u"article_version"_s))
        versions.insert(version.version, version.text.steps);
    return progressOf(run, all<RunEvent>(u"run_event"_s), versions, newest);
}

void TestRunCommands::followedToItsEnd()
{
    const Run run = Run::fromRow(must(m_runs->start(m_article, 1, u"read_do"_s, m_incident)));
    QCOMPARE(run.owner, m_me);
    must(m_runs->done(run, 1, u"s1"_s));
    must(m_runs->note(run, 1, u"s2"_s, u"光衰偏大"_s));
    must(m_runs->notApplicable(run, 1, u"s2"_s, {.code = u"other_equipment"_s}));
    must(m_runs->finish(run, 1));
    const RunProgress done = progress(run, 1);
    QCOMPARE(done.state, u"finished"_s);
    QCOMPARE(done.settled(), 2);
    QCOMPARE(done.steps[1].notes.first().text, u"光衰偏大"_s);
    QStringList codes = entries(m_incident);
    codes.sort();
    QCOMPARE(codes,
        (QStringList{u"procedure_done"_s, u"procedure_finished"_s, u"procedure_not_applicable"_s,
            u"procedure_note"_s, u"procedure_started"_s}));
    const domain::Row row = all<domain::Row>(u"procedure_run"_s).first();
    QCOMPARE(domain::text(row, "state"_L1), u"finished"_s);
    QCOMPARE(domain::text(row, "part"_L1), u"2026-03"_s);
}

void TestRunCommands::aNewVersionInBetween()
{
    const Run run = Run::fromRow(must(m_runs->start(m_article, 1, u"read_do"_s, {})));
    must(m_runs->done(run, 1, u"s1"_s));
    must(m_articles->publishText(
        m_article, text('b', {u"确认范围"_s, u"先核对网口错包，再看 CPU"_s}), 1));
    QCOMPARE(progress(run, 2).mustChooseAt(), std::optional<qsizetype>(1));
    must(m_runs->switchTo(run, 2));
    QVERIFY(!progress(run, 2).mustChooseAt());
    const domain::Row row = all<domain::Row>(u"procedure_run"_s).first();
    QCOMPARE(domain::integer(row, "version"_L1), 1); // what it began with stays
    QCOMPARE(domain::integer(row, "now_version"_L1), 2);
    const QList<domain::Row> follows = all<domain::Row>(u"article_follow"_s);
    QCOMPARE(follows.size(), 1);
    QCOMPARE(domain::integer(follows.first(), "version"_L1), 2);
    QCOMPARE(entries({}).filter(u"procedure"_s), QStringList{u"procedure_started"_s});
}

void TestRunCommands::aClockThatGoesBack_data()
{
    QTest::addColumn<bool>("again");
    QTest::newRow("while the program runs") << false;
    QTest::newRow("at its next start") << true;
}

// A desk that is cut off may have any time: what was said later is later.
void TestRunCommands::aClockThatGoesBack()
{
    QFETCH(const bool, again);
    Run run = Run::fromRow(must(m_runs->start(m_article, 1, u"read_do"_s, {})));
    must(m_runs->done(run, 1, u"s1"_s));
    must(m_articles->publishText(
        m_article, text('b', {u"确认范围"_s, u"核对网口错包"_s, u"看 CPU"_s}), 1));
    must(m_runs->switchTo(run, 2));
    m_clock.turn(-std::chrono::hours(24));
    if (again) {
        begin();
        const auto read = [](store::Reader &reader) { return readRuns(reader, 0); };
        run = m_store->read<QList<RunState>>(read).result()->first().run;
    }
    must(m_runs->done(run, 2, u"s3"_s)); // which v1 does not have
    must(m_runs->undone(run, 2, u"s1"_s));
    const RunProgress now = progress(run, 2);
    QCOMPARE(now.steps[2].mark, StepProgress::Mark::Done);
    QCOMPARE(now.steps[0].mark, StepProgress::Mark::Open);
    QCOMPARE(now.current, 0);
}

void TestRunCommands::whatTheRulesRefuse()
{
    QCOMPARE(refusal(m_runs->start(m_article, 7, u"read_do"_s, {})), u"not_found"_s);
    const Run run = Run::fromRow(must(m_runs->start(m_article, 1, u"read_do"_s, {})));
    QCOMPARE(refusal(m_runs->done(run, 1, u"s9"_s)), u"step_unknown"_s);
    QCOMPARE(refusal(m_runs->notApplicable(run, 1, u"s1"_s, {})), u"reason_missing"_s);
    QCOMPARE(refusal(m_runs->stop(run, 1, {.code = u"other"_s})), u"reason_missing"_s);
    QCOMPARE(refusal(m_runs->note(run, 1, {}, u" "_s)), u"text_missing"_s);
    QCOMPARE(refusal(m_runs->keep(run, 1, 3, u"s1"_s, {.code = u"told_to"_s})), u"not_found"_s);
    QCOMPARE(refusal(m_articles->publishText(m_article, text('c', {}), 1)), u"steps_missing"_s);
    QCOMPARE(
        refusal(m_articles->propose(m_article, text('c', {u"一"_s}), 0)), u"article_changed"_s);
}

void TestRunCommands::aTextIsReviewed()
{
    must(m_articles->propose(m_article, text('b', {u"新第一步"_s}), 1));
    const auto now = [this] { return all<Article>(u"article"_s).first(); };
    QVERIFY(now().proposal.has_value());
    QCOMPARE(now().proposal->base, 1);
    QCOMPARE(now().proposal->by, m_me);
    must(m_articles->giveBack(m_article, u"第 1 步缺回退"_s));
    QVERIFY(now().proposal->returned);
    QCOMPARE(now().proposal->remark, u"第 1 步缺回退"_s);
    QCOMPARE(refusal(m_articles->publish(m_article, 2)), u"not_proposed"_s);
    must(m_articles->propose(m_article, text('c', {u"新第一步，可回退"_s}), 1));
    must(m_articles->publish(m_article, 2));
    QVERIFY(!now().proposal);
    QCOMPARE(now().version, 2);
    const auto reviewed = now().reviewedAt;
    must(m_articles->confirm(m_article));
    QVERIFY(*now().reviewedAt > *reviewed);
    must(m_articles->withdraw(m_article, u"设备已退网"_s));
    QVERIFY(now().withdrawn);
    QCOMPARE(refusal(m_articles->propose(m_article, text('d', {u"一"_s}), 2)), u"closed"_s);
    must(m_articles->restore(m_article));
    QVERIFY(!now().withdrawn);
}

QTEST_GUILESS_MAIN(TestRunCommands)

#include "tst_runcommands.moc"
