// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/ids.h"
#include "app/knowledge/advice.h"
#include "app/knowledge/articlecommands.h"
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

private:
    mutable base::Instant m_now = *base::fromIso(u"2026-03-18T04:00:00Z");
};

struct StepText
{
    QString id;
    QString text;
};

} // namespace

/// What an incident says of articles, in a workspace of its own in which no text of one is.
class TestAdvice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void byAlertPlaceAndWords();
    void wordsInOnePiece();
    void whatChangedSinceItWasFollowed();
    void anotherPersonFollowedItHere();
    void whetherItHelped();
    void nothingFits();
    void whatWasFollowedStays();
    void ofTheIncidentThatIsLookedAt();

private:
    domain::Row must(store::SavedFuture future);
    QUuid save(const QString &table, const domain::Row &set);
    QUuid article(const QString &key, const QString &title, const QStringList &metrics = {},
        const QStringList &targets = {});
    /// The next version, by these steps.
    void publish(const QUuid &article, int base, const QList<StepText> &steps);
    QUuid incident(const QString &title, const QString &target = {});
    Run follow(const QUuid &article, int version, const QUuid &incident);
    [[nodiscard]] static ArticleText text(const QList<StepText> &steps);
    [[nodiscard]] QStringList titles() const;
    [[nodiscard]] const Advised &first() const { return m_advice->articles().first(); }
    store::Author author() const { return {.login = m_me, .session = {}, .sessionKey = {}}; }

    TickingClock m_clock;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<ArticleCommands> m_articles;
    std::unique_ptr<RunCommands> m_runs;
    std::unique_ptr<Library> m_library;
    std::unique_ptr<Advice> m_advice;
    QString m_me;
};

void TestAdvice::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_store =
        std::move(*store::Store::open(m_dir->path(), store::Store::Mode::Standalone, m_clock));
    auto set = m_store->setUpStandalone({.login = u"li"_s, .name = u"李泽"_s}, {});
    set.waitForFinished();
    m_me = *set.result();
    m_articles = std::make_unique<ArticleCommands>(*m_store, m_clock, [this] { return author(); });
    m_runs = std::make_unique<RunCommands>(*m_store, m_clock, [this] { return author(); });
    m_library = std::make_unique<Library>(*m_store);
    m_advice = std::make_unique<Advice>(*m_store, *m_library, m_clock, [this] { return author(); });
}

void TestAdvice::cleanup()
{
    m_advice.reset();
    m_library.reset();
    m_store.reset();
}

domain::Row TestAdvice::must(store::SavedFuture future)
{
    future.waitForFinished();
    const auto saved = future.result();
    if (!saved)
        qFatal("refused: %s", qPrintable(saved.error().code));
    return saved->rows.first();
}

QUuid TestAdvice::save(const QString &table, const domain::Row &set)
{
    const QUuid id = base::newId(m_clock.now());
    must(m_store->save(
        {{.table = table, .id = id, .kind = domain::OperationKind::Insert, .set = set}}, author()));
    return id;
}

ArticleText TestAdvice::text(const QList<StepText> &steps)
{
    ArticleText made{
        .hash = QString(64, u'a'), .size = 100, .steps = {}, .images = {}, .reason = u"修订"_s};
    for (const StepText &step : steps)
        made.steps.append({.id = step.id,
            .text = step.text,
            .hash = QString::number(qHash(step.text), 16).rightJustified(64, u'0'),
            .critical = false,
            .expectSeconds = 0});
    return made;
}

QUuid TestAdvice::article(const QString &key, const QString &title, const QStringList &metrics,
    const QStringList &targets)
{
    articles::ArticleMeta meta;
    meta.id = key;
    meta.title = title;
    meta.kind = u"procedure"_s;
    meta.metrics = metrics;
    meta.targets = targets;
    return domain::uuid(must(m_articles->publishNew(meta,
                            text({{u"s1"_s, u"确认范围"_s}, {u"s2"_s, u"核对网口"_s},
                                {u"s3"_s, u"切换备线"_s}, {u"s4"_s, u"报障"_s}}))),
        "id"_L1);
}

void TestAdvice::publish(const QUuid &article, int base, const QList<StepText> &steps)
{
    must(m_articles->publishText(article, text(steps), base));
}

QUuid TestAdvice::incident(const QString &title, const QString &target)
{
    domain::Row set{{u"title"_s, title}, {u"level"_s, u"red"_s}};
    if (!target.isEmpty())
        set.insert(u"target"_s, target);
    return save(u"incident"_s, set);
}

Run TestAdvice::follow(const QUuid &article, int version, const QUuid &incident)
{
    return Run::fromRow(must(m_runs->start(article, version, u"read_do"_s, incident)));
}

QStringList TestAdvice::titles() const
{
    QStringList all;
    for (const Advised &one : m_advice->articles())
        all.append(one.title);
    return all;
}

void TestAdvice::byAlertPlaceAndWords()
{
    save(u"target"_s,
        {{u"key"_s, u"east"_s}, {u"kind"_s, u"region"_s}, {u"name"_s, u"华东"_s},
            {u"enabled"_s, true}});
    save(u"target"_s,
        {{u"key"_s, u"sh"_s}, {u"parent"_s, u"east"_s}, {u"kind"_s, u"egress"_s},
            {u"name"_s, u"上海电信"_s}, {u"enabled"_s, true}});
    article(u"loss"_s, u"出口链路丢包处置"_s, {u"loss"_s});
    article(u"east-line"_s, u"华东专线处置"_s, {}, {u"east"_s});
    article(u"power"_s, u"会诊室断电"_s);
    // The place alone, one step up, is a coincidence; with a word of the title it is not.
    const QUuid id = incident(u"专线上行 6.8%"_s, u"sh"_s);
    m_advice->setIncident(id);
    QTRY_COMPARE(titles(), QStringList{u"华东专线处置"_s});
    QCOMPARE(first().why->place, u"east"_s);
    QCOMPARE(first().why->words, QStringList{u"专线"_s});
    // Its alert says which metric it is: the station writes that.
    const QUuid alert = base::newId(m_clock.now());
    auto saved = m_store->save(
        {{.table = u"alert"_s,
             .id = alert,
             .kind = domain::OperationKind::Insert,
             .set = {{u"rule"_s, u"loss"_s}, {u"target"_s, u"sh"_s}, {u"metric"_s, u"loss"_s},
                 {u"level"_s, u"red"_s}, {u"state"_s, u"firing"_s}, {u"value"_s, 6.8},
                 {u"starts_at"_s, base::toIso(m_clock.now())}, {u"fence"_s, 1}}},
            {.table = u"incident_alert"_s,
                .id = base::newId(m_clock.now()),
                .kind = domain::OperationKind::Append,
                .set = {{u"incident"_s, base::toText(id)}, {u"alert"_s, base::toText(alert)},
                    {u"fence"_s, 1}}}},
        {});
    saved.waitForFinished();
    QVERIFY2(saved.result(), saved.result() ? "" : qPrintable(saved.result().error().code));
    QTRY_COMPARE(titles(), (QStringList{u"出口链路丢包处置"_s, u"华东专线处置"_s}));
    QCOMPARE(first().why->metrics, QStringList{u"loss"_s});
}

void TestAdvice::wordsInOnePiece()
{
    QCOMPARE(wordsShown(u"出口链路丢包处置"_s,
                 {u"丢包"_s, u"出口"_s, u"口链"_s, u"线路"_s, u"链路"_s, u"路丢"_s}),
        (QStringList{u"出口链路丢包"_s, u"线路"_s}));
    QCOMPARE(
        wordsShown(u"MCU 板卡故障"_s, {u"mcu"_s, u"故障"_s}), (QStringList{u"MCU"_s, u"故障"_s}));
}

void TestAdvice::whatChangedSinceItWasFollowed()
{
    const QUuid loss = article(u"loss"_s, u"出口链路丢包处置"_s);
    const QUuid before = incident(u"昨天的丢包处置"_s);
    follow(loss, 1, before);
    const QUuid id = incident(u"出口丢包"_s);
    m_advice->setIncident(id);
    QTRY_COMPARE(titles(), QStringList{u"出口链路丢包处置"_s});
    QCOMPARE(first().before, 0); // it is the same now
    QVERIFY(!first().usedHere);
    // Step 2 is another text, 3 is gone, and there is a new one at the end.
    publish(loss, 1,
        {{u"s1"_s, u"确认范围"_s}, {u"s2"_s, u"核对网口与双工"_s}, {u"s4"_s, u"报障"_s},
            {u"s5"_s, u"复测"_s}});
    QTRY_COMPARE(first().version, 2);
    QCOMPARE(first().before, 1);
    QVERIFY(first().beforeByMe);
    QVERIFY(first().stepsKnown);
    QCOMPARE(first().changed, (QList<int>{2, 4}));
    QCOMPARE(first().removed, QList<int>{3});
    // Its text is not here, and need not be.
    QCOMPARE(m_library->find(loss)->copyVersion, 0);
    follow(loss, 2, {});
    QTRY_COMPARE(first().before, 0);
}

void TestAdvice::anotherPersonFollowedItHere()
{
    save(u"person"_s,
        {{u"login"_s, u"zhou"_s}, {u"name"_s, u"周敏"_s}, {u"layer"_s, u"technical"_s},
            {u"active"_s, true}});
    const QUuid loss = article(u"loss"_s, u"出口链路丢包处置"_s);
    const QUuid id = incident(u"出口丢包"_s);
    follow(loss, 1, id);
    publish(loss, 1, {{u"s1"_s, u"确认范围"_s}, {u"s2"_s, u"核对网口"_s}, {u"s3"_s, u"切换"_s}});
    m_advice->setIncident(id);
    QTRY_VERIFY(!m_advice->articles().isEmpty() && first().before == 1);
    QVERIFY(first().beforeByMe);
    m_me = u"zhou"_s;
    m_advice->refresh();
    QTRY_VERIFY(!first().beforeByMe);
    QCOMPARE(first().before, 1);
    QCOMPARE(first().changed, QList<int>{3});
    QVERIFY(first().usedHere);
}

void TestAdvice::whetherItHelped()
{
    const QUuid loss = article(u"loss"_s, u"出口链路丢包处置"_s);
    save(u"target"_s,
        {{u"key"_s, u"sh"_s}, {u"kind"_s, u"egress"_s}, {u"name"_s, u"上海电信"_s},
            {u"enabled"_s, true}});
    const QUuid id = incident(u"出口丢包"_s, u"sh"_s);
    m_advice->setIncident(id);
    QTRY_COMPARE(m_advice->articles().size(), 1);
    QVERIFY(!first().usedHere);
    m_advice->noteOpened(loss);
    QTRY_VERIFY(first().usedHere);
    QVERIFY(!first().helped);
    must(m_advice->say(loss, true));
    QTRY_COMPARE(first().helped, std::optional(true));
    QCOMPARE(first().why->helpedHere, 1);
    // Who changes their mind is counted once, by the last word.
    must(m_advice->say(loss, false));
    QTRY_COMPARE(first().helped, std::optional(false));
    QCOMPARE(first().why->helped, 0);
    QCOMPARE(first().why->notHelped, 1);
    // At the next incident there it is a reason, and nothing was said yet.
    must(m_advice->say(loss, true));
    m_advice->setIncident(incident(u"又是出口丢包"_s, u"sh"_s));
    QTRY_COMPARE(m_advice->articles().size(), 1);
    QCOMPARE(first().why->helpedHere, 1);
    QVERIFY(!first().usedHere);
}

void TestAdvice::nothingFits()
{
    article(u"unknown-fault"_s, u"未知故障"_s);
    article(u"unknown-fault-en"_s, u"Unknown fault"_s);
    article(u"power"_s, u"会诊室断电"_s);
    m_advice->setIncident(incident(u"奇怪的声音"_s));
    QTRY_COMPARE(titles(), QStringList{u"未知故障"_s});
    QVERIFY(first().why->isFallback);
    m_advice->setEnglish(true);
    QTRY_COMPARE(titles(), QStringList{u"Unknown fault"_s});
}

void TestAdvice::whatWasFollowedStays()
{
    const QUuid power = article(u"power"_s, u"会诊室断电"_s);
    for (int i = 1; i <= 4; ++i)
        article(u"loss-%1"_s.arg(i), u"丢包处置 %1"_s.arg(i));
    const QUuid id = incident(u"出口丢包处置"_s);
    m_advice->setIncident(id);
    QTRY_COMPARE(m_advice->articles().size(), 3);
    follow(power, 1, id);
    QTRY_COMPARE(m_advice->articles().first().title, u"会诊室断电"_s);
    QCOMPARE(m_advice->articles().size(), 3);
    QVERIFY(!m_advice->articles().first().why);
    QVERIFY(m_advice->articles().first().usedHere);
    must(m_articles->withdraw(power, u"设备已退网"_s));
    QTRY_VERIFY(m_advice->articles().first().withdrawn);
}

void TestAdvice::ofTheIncidentThatIsLookedAt()
{
    article(u"loss"_s, u"出口链路丢包处置"_s);
    article(u"dns"_s, u"域名解析失败"_s);
    const QUuid loss = incident(u"出口丢包"_s);
    const QUuid dns = incident(u"域名解析超时"_s);
    QTRY_COMPARE(m_library->entries().size(), 2);
    m_advice->setIncident(loss);
    m_advice->setIncident(dns); // before the first one was answered
    QTRY_COMPARE(titles(), QStringList{u"域名解析失败"_s});
    m_advice->setIncident({});
    QVERIFY(m_advice->articles().isEmpty());
}

QTEST_GUILESS_MAIN(TestAdvice)

#include "tst_advice.moc"
