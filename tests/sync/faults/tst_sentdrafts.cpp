// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/knowledge/articlewriter.h"
#include "app/knowledge/sentdrafts.h"
#include "app/words/errors.h"
#include "app/words/language.h"
#include "tests/sync/faults/twodesks.h"

#include <QSignalSpy>

using namespace watchroom;
using namespace watchroom::knowledge;
using namespace Qt::StringLiterals;
using test::Desk;

namespace {

/// The part of a console that writes articles.
struct Writing
{
    explicit Writing(Desk &desk)
        : drafts(desk.folder())
        , writer(*desk.replica, desk.clock, [&desk] { return desk.author(); })
        , sent(*desk.replica, drafts)
        , refused(&sent, &SentDrafts::refused)
    {
    }

    Drafts drafts;
    ArticleWriter writer;
    SentDrafts sent;
    QSignalSpy refused;
};

} // namespace

/// What was published or handed in at a desk that was away, and somebody else was first.
class TestSentDrafts : public test::TwoDesksTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(prepare(), QString()); }
    void init();
    void cleanup();
    void aRefusedOneIsADraftAgain();
    void afterANewStart();
    void refusedWhileNobodyLooked();
    void theSettingsAloneAreRefused();
    void aTakenOneGoes();

private:
    /// Its text, as the second desk is about to publish it.
    [[nodiscard]] ArticleDraft draft() const;
    /// Published here, and the draft is followed from now on.
    void publish(const ArticleDraft &draft);
    void publishAtTheOther();
    void connectAgain();
    [[nodiscard]] std::optional<ArticleDraft> kept();
    void isADraftAgain();

    QUuid m_article;
    articles::ArticleMeta m_meta;
    std::unique_ptr<Writing> m_writing; // at the second desk
};

void TestSentDrafts::init()
{
    beginTwo();
    m_meta = {};
    m_meta.id = u"egress-loss"_s;
    m_meta.title = u"出口链路丢包处置"_s;
    m_meta.kind = u"card"_s;
    ArticleWriter writer(*m_one->replica, m_one->clock, [this] { return m_one->author(); });
    ArticleDraft first;
    first.meta = m_meta;
    first.markdown = u"# 出口链路丢包处置\n\n第一版\n"_s;
    auto saving = writer.save(first, false);
    saving.waitForFinished();
    QVERIFY2(saving.result().has_value(),
        saving.result() ? "" : qPrintable(saving.result().error().code));
    m_article = saving.result()->article;
    QTRY_VERIFY_WITH_TIMEOUT(m_two->has(u"article"_s, m_article), kPatience);
    // From now on it is away.
    m_two->restart([](const QString & /*folder*/) {});
    m_writing = std::make_unique<Writing>(*m_two);
}

void TestSentDrafts::cleanup()
{
    m_writing.reset();
    m_two.reset();
    m_one.reset();
}

ArticleDraft TestSentDrafts::draft() const
{
    ArticleDraft draft;
    draft.id = base::newId(m_two->clock.now());
    draft.login = m_two->author().login;
    draft.article = m_article;
    draft.meta = m_meta;
    draft.markdown = u"# 出口链路丢包处置\n\n断网时改的\n"_s;
    draft.base = 1;
    draft.reason = u"换了线路"_s;
    draft.changedAt = m_two->clock.now();
    return draft;
}

void TestSentDrafts::publish(const ArticleDraft &draft)
{
    m_writing->drafts.keep(draft);
    auto saving = m_writing->writer.save(draft, false);
    QTRY_VERIFY(saving.isFinished());
    QVERIFY2(saving.result().has_value(),
        saving.result() ? "" : qPrintable(saving.result().error().code));
    m_writing->sent.add(draft, *saving.result());
    QVERIFY(m_writing->sent.contains(draft.id));
    QVERIFY(m_writing->drafts.flush().result().has_value());
}

void TestSentDrafts::publishAtTheOther()
{
    ArticleCommands commands(*m_one->replica, m_one->clock, [this] { return m_one->author(); });
    ArticleText text;
    text.hash = QString(64, u'a');
    text.size = 10;
    text.reason = u"先到"_s;
    QVERIFY(commands.publishText(m_article, text, 1).result().has_value());
    SETTLED(*m_one);
}

void TestSentDrafts::connectAgain()
{
    m_two->service->start();
    SYNCED(*m_two);
    SETTLED(*m_two);
}

std::optional<ArticleDraft> TestSentDrafts::kept()
{
    auto finding = m_writing->drafts.find(m_two->author().login, m_article);
    finding.waitForFinished();
    return finding.result();
}

void TestSentDrafts::isADraftAgain()
{
    QTRY_COMPARE(m_writing->refused.size(), 1);
    const auto told = m_writing->refused.first().first().value<ArticleDraft>();
    QVERIFY(told.refusal.has_value());
    const auto back = kept();
    QVERIFY(back.has_value());
    QCOMPARE(*back, told); // in its file too
    QVERIFY(back->sent.isEmpty());
    QVERIFY(!m_writing->sent.contains(told.id));
    words::Language language;
    language.use(words::Language::Code::English);
    const QString english = words::codeSentence(told.refusal->code, told.refusal->params);
    language.use(words::Language::Code::Chinese);
    const QString chinese = words::codeSentence(told.refusal->code, told.refusal->params);
    QVERIFY2(english.contains(u"first"_s) || english.contains(u"Version 2"_s), qPrintable(english));
    QVERIFY2(chinese.contains(u"。"_s) && chinese != english, qPrintable(chinese));
    // And what the other published stands.
    QCOMPARE(query(u"SELECT version, key FROM app.article"_s).trimmed(), u"2|egress-loss"_s);
}

void TestSentDrafts::aRefusedOneIsADraftAgain()
{
    const ArticleDraft mine = draft();
    publish(mine);
    publishAtTheOther();
    QVERIFY(m_writing->refused.isEmpty()); // nobody has answered
    connectAgain();
    isADraftAgain();
    const auto back = kept();
    QCOMPARE(back->markdown, mine.markdown);
    QCOMPARE(back->meta, mine.meta);
    QCOMPARE(back->reason, mine.reason);
    QCOMPARE(back->base, 1);
}

void TestSentDrafts::afterANewStart()
{
    const ArticleDraft mine = draft();
    publish(mine);
    publishAtTheOther();
    m_writing.reset();
    m_two->restart([](const QString & /*folder*/) {});
    m_writing = std::make_unique<Writing>(*m_two);
    QTRY_VERIFY(m_writing->sent.contains(mine.id));
    connectAgain();
    isADraftAgain();
    QCOMPARE(kept()->markdown, mine.markdown);
}

void TestSentDrafts::refusedWhileNobodyLooked()
{
    const ArticleDraft mine = draft();
    publish(mine);
    publishAtTheOther();
    m_writing.reset();
    connectAgain();
    m_two->restart([](const QString & /*folder*/) {});
    m_writing = std::make_unique<Writing>(*m_two);
    isADraftAgain();
    QCOMPARE(kept()->markdown, mine.markdown);
    // It is told once.
    m_writing.reset();
    m_writing = std::make_unique<Writing>(*m_two);
    QVERIFY(kept()->refusal.has_value());
    QCOMPARE(m_writing->refused.size(), 0);
}

void TestSentDrafts::theSettingsAloneAreRefused()
{
    ArticleDraft mine = draft();
    mine.meta.title = u"出口链路丢包处置（新）"_s;
    publish(mine);
    ArticleCommands commands(*m_one->replica, m_one->clock, [this] { return m_one->author(); });
    articles::ArticleMeta theirs = m_meta;
    theirs.title = u"别的标题"_s;
    QVERIFY(commands.setSettings(m_article, theirs).result().has_value());
    SETTLED(*m_one);
    connectAgain();
    QTRY_COMPARE(m_writing->refused.size(), 1);
    QVERIFY(kept().has_value());
    QCOMPARE(kept()->meta.title, mine.meta.title);
    QCOMPARE(kept()->markdown, mine.markdown);
    QCOMPARE(query(u"SELECT title FROM app.article"_s).trimmed(), theirs.title);
}

void TestSentDrafts::aTakenOneGoes()
{
    publish(draft());
    m_writing.reset();
    m_two->restart([](const QString & /*folder*/) {});
    m_writing = std::make_unique<Writing>(*m_two);
    connectAgain();
    QTRY_VERIFY(!kept().has_value());
    QCOMPARE(m_writing->refused.size(), 0);
    QCOMPARE(query(u"SELECT version FROM app.article"_s).trimmed(), u"2"_s);
}

QTEST_GUILESS_MAIN(TestSentDrafts)
#include "tst_sentdrafts.moc"
