// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/articles/articlesteps.h"
#include "app/articles/stepids.h"
#include "app/knowledge/articlecommands.h"
#include "app/knowledge/importrun.h"
#include "app/knowledge/runcommands.h"
#include "tests/ui/incidents/boarddesk.h"
#include "ui/incidents/advicesection.h"
#include "ui/incidents/runsection.h"
#include "ui/widgets/textlabel.h"

#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace watchroom;
using namespace Qt::StringLiterals;
using test::BoardDesk;

namespace {

const QString kShipped = QStringLiteral(WATCHROOM_KNOWLEDGE);

/// The board with the procedures at its incidents, over the shipped articles.
class AdviceDesk final : public BoardDesk
{
public:
    explicit AdviceDesk(const QString &language)
        : m_articles(store(), clock(), author())
        , m_runs(store(), clock(), author())
        , m_book(store())
    {
        import(kShipped + u'/' + language);
        m_library = std::make_unique<knowledge::Library>(store());
        m_advice = std::make_unique<knowledge::Advice>(store(), *m_library, clock(), author());
        ui::Inspector &inspector = page().inspector();
        m_section = new ui::AdviceSection(
            theme(), *m_advice, [this](const QString &key) { return directory().targetName(key); });
        m_followed = new ui::RunSection(theme(), m_book,
            [this](const QString &login) { return directory().personName(login); });
        inspector.addFoot(m_followed);
        inspector.addFoot(m_section);
        QObject::connect(&inspector, &ui::Inspector::shownChanged, m_followed,
            [this, &inspector] { m_followed->setIncident(inspector.incident()); });
        QObject::connect(&inspector, &ui::Inspector::shownChanged, m_section,
            [this, &inspector] { m_section->setIncident(inspector.incident()); });
        if (!QTest::qWaitFor([this] { return m_library->isLoaded(); }))
            qFatal("the articles were not read");
    }
    ~AdviceDesk()
    {
        delete m_section;
        delete m_followed;
    }

    knowledge::ArticleCommands &articles() { return m_articles; }
    knowledge::RunCommands &runs() { return m_runs; }
    knowledge::Library &library() { return *m_library; }
    knowledge::Advice &advice() { return *m_advice; }
    ui::AdviceSection &section() { return *m_section; }
    ui::RunSection &followed() { return *m_followed; }
    knowledge::RunBook &book() { return m_book; }

    /// The next version, in which these steps (from 1) have one word more.
    void change(const QUuid &article, const QList<int> &steps)
    {
        auto reading = library().versions(article);
        reading.waitForFinished();
        const auto versions = *reading.result();
        knowledge::ArticleText text = versions.first().text;
        for (const int number : steps)
            text.steps[number - 1].hash = QString(64, u'e');
        text.reason = u"修订"_s;
        must(m_articles.publishText(article, text, versions.first().version));
    }

private:
    void import(const QString &path)
    {
        const auto folder = knowledge::ImportFolder::open(path);
        const auto plan =
            folder ? knowledge::planImport(*folder, {}) : tl::unexpected(folder.error());
        if (!plan)
            qFatal("import: %s", qPrintable(plan.error().code));
        const store::BlobFolder blobs(workspace());
        const auto report = knowledge::saveImport(*folder, *plan, {},
            {.commands = m_articles, .blobs = blobs, .settle = [](store::SavedFuture future) {
                 future.waitForFinished();
                 return future.result();
             }});
        if (!report.refused.isEmpty())
            qFatal("refused: %s", qPrintable(report.refused.first().file));
    }

    knowledge::ArticleCommands m_articles;
    knowledge::RunCommands m_runs;
    std::unique_ptr<knowledge::Library> m_library;
    std::unique_ptr<knowledge::Advice> m_advice;
    knowledge::RunBook m_book;
    ui::RunSection *m_followed; ///< in the inspector
    ui::AdviceSection *m_section; ///< in the inspector
};

} // namespace

/// Procedures in the details of an incident.
class TestAdviceSection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void suggestedAndWhy();
    void theStoryOfTheManWhoDidNotOpenIt();
    void whetherItHelped();
    void nothingFits();
    void hiddenWhileLocked();
    void whatIsFollowedHere();
    void inEnglish();

private:
    void begin(const QString &language = u"zh"_s)
    {
        m_desk = std::make_unique<AdviceDesk>(language);
    }
    [[nodiscard]] QPushButton *first() const { return m_desk->button(u"advice0"_s); }

    std::unique_ptr<AdviceDesk> m_desk;
};

void TestAdviceSection::suggestedAndWhy()
{
    begin();
    const QUuid id = m_desk->open(u"出口链路丢包 6.8%，两场会诊卡顿"_s, u"red"_s, true);
    m_desk->page().show(id);
    QTRY_VERIFY(first());
    QCOMPARE(first()->toolTip(), u"出口链路丢包处置 v1"_s);
    QVERIFY(first()->accessibleName().contains(u"丢包"_s)); // with the reason
    QVERIFY(!m_desk->button(u"helped0"_s)); // nobody opened it
    QVERIFY(!m_desk->button(u"advice3"_s));
    QSignalSpy asked(&m_desk->section(), &ui::AdviceSection::articleAsked);
    m_desk->section().openFirst();
    QCOMPARE(asked.size(), 1);
    QCOMPARE(
        asked.first().first().toUuid(), m_desk->library().findKey(u"egress-loss"_s)->article.id);
    QCOMPARE(m_desk->unnamed().filter(u"QPushButton"_s), QStringList());
    m_desk->picture(u"advice"_s);
}

void TestAdviceSection::theStoryOfTheManWhoDidNotOpenIt()
{
    begin();
    const QUuid article = m_desk->library().findKey(u"egress-loss"_s)->article.id;
    m_desk->must(m_desk->runs().start(article, 1, u"read_do"_s, {}));
    m_desk->change(article, {2});
    m_desk->change(article, {2, 4});
    m_desk->page().show(m_desk->open(u"出口链路丢包 6.8%"_s, u"red"_s, true));
    QTRY_VERIFY(m_desk->shown<QLabel>(u"adviceChange0"_s));
    QCOMPARE(m_desk->shown<QLabel>(u"adviceChange0"_s)->text(),
        u"上次按 v1 做，现为 v3：第 2、4 步已变"_s);
    m_desk->picture(u"advice-changed"_s);
    // It says so while one looks at it, too.
    m_desk->change(article, {6});
    QTRY_COMPARE(m_desk->shown<QLabel>(u"adviceChange0"_s)->text(),
        u"上次按 v1 做，现为 v4：第 2、4、6 步已变"_s);
}

void TestAdviceSection::whetherItHelped()
{
    begin();
    m_desk->page().show(m_desk->open(u"出口链路丢包 6.8%"_s, u"red"_s, true));
    QTRY_VERIFY(first());
    QTest::mouseClick(first(), Qt::LeftButton);
    QTRY_VERIFY(m_desk->button(u"helped0"_s));
    m_desk->picture(u"advice-asked"_s);
    QTest::mouseClick(m_desk->button(u"helped0"_s), Qt::LeftButton);
    QTRY_VERIFY(!m_desk->button(u"helped0"_s)->isEnabled());
    QVERIFY(m_desk->entries().contains(u"article_helped"_s));
    QTest::mouseClick(m_desk->button(u"helpedNot0"_s), Qt::LeftButton);
    QTRY_VERIFY(m_desk->button(u"helped0"_s)->isEnabled());
    QVERIFY(m_desk->entries().contains(u"article_helped_not"_s));
}

void TestAdviceSection::nothingFits()
{
    begin();
    m_desk->page().show(m_desk->open(u"奇怪的响动"_s, u"yellow"_s));
    QTRY_VERIFY(first());
    const QUuid fallback = m_desk->library().findKey(u"unknown-fault"_s)->article.id;
    QCOMPARE(m_desk->advice().articles().first().article, fallback);
    QVERIFY(!m_desk->button(u"advice1"_s));
    m_desk->picture(u"advice-fallback"_s);
}

void TestAdviceSection::hiddenWhileLocked()
{
    begin();
    m_desk->page().show(m_desk->open(u"出口链路丢包 6.8%"_s, u"red"_s));
    QTRY_VERIFY(first());
    m_desk->page().setLocked(true);
    QVERIFY(!first());
    m_desk->page().setLocked(false);
    QVERIFY(first());
}

void TestAdviceSection::whatIsFollowedHere()
{
    begin();
    const QUuid id = m_desk->open(u"出口链路丢包 6.8%"_s, u"red"_s, true);
    m_desk->page().show(id);
    QTRY_VERIFY(first());
    QVERIFY(!m_desk->button(u"incidentRun0"_s));
    const auto *article = m_desk->library().findKey(u"egress-loss"_s);
    m_desk->must(m_desk->runs().start(article->article.id, 1, u"read_do"_s, id));
    QTRY_VERIFY(m_desk->button(u"incidentRun0"_s));
    const auto state = [this] {
        return m_desk->shown<widgets::TextLabel>(u"incidentRunState0"_s)->text();
    };
    const knowledge::RunState *run = m_desk->book().ofIncident(id).first();
    const auto steps = run->progress.steps.size();
    QVERIFY(state().contains(u"陈思远"_s));
    QVERIFY2(
        state().contains(u'1') && state().contains(QString::number(steps)), qPrintable(state()));
    m_desk->must(m_desk->runs().done(run->run, 1, run->progress.steps.first().step.id));
    QTRY_VERIFY2(state().contains(u'2'), qPrintable(state()));
    m_desk->picture(u"followed"_s);
    QSignalSpy asked(&m_desk->followed(), &ui::RunSection::runAsked);
    m_desk->button(u"incidentRun0"_s)->click();
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().toUuid(), m_desk->book().ofIncident(id).first()->run.id);
    // It ended, and is still told.
    const QString before = state();
    m_desk->must(m_desk->runs().stop(
        m_desk->book().ofIncident(id).first()->run, 1, {u"recovered"_s, u"已恢复"_s}));
    QTRY_VERIFY(state() != before);
    m_desk->picture(u"followed-ended"_s);
    // Another incident has none.
    m_desk->page().show(m_desk->open(u"会诊室断电"_s, u"yellow"_s, true));
    QTRY_VERIFY(!m_desk->button(u"incidentRun0"_s));
}

void TestAdviceSection::inEnglish()
{
    begin(u"en"_s);
    m_desk->language().use(words::Language::Code::English);
    const QUuid article = m_desk->library().findKey(u"egress-loss-en"_s)->article.id;
    m_desk->must(m_desk->runs().start(article, 1, u"read_do"_s, {}));
    m_desk->change(article, {2, 4});
    m_desk->page().show(m_desk->open(u"Packet loss 6.8% on the egress link"_s, u"red"_s, true));
    QTRY_VERIFY(m_desk->shown<QLabel>(u"adviceChange0"_s));
    QCOMPARE(m_desk->shown<QLabel>(u"adviceChange0"_s)->text(),
        u"You last followed v1; it is v2 now: steps 2 and 4 changed"_s);
    m_desk->picture(u"advice-english"_s);
}

QTEST_MAIN(TestAdviceSection)

#include "tst_advicesection.moc"
