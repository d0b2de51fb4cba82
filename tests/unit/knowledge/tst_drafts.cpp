// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/ids.h"
#include "app/knowledge/drafts.h"
#include "tests/fakes/fulldisk.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cstdio>

using namespace watchroom;
using namespace watchroom::knowledge;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const base::Instant kNow = *base::fromIso(u"2026-03-18T04:00:00Z");
const QUuid kArticle = QUuid::fromString(u"01900000-0000-7000-8000-000000000001"_s);
const QUuid kDraft = QUuid::fromString(u"01900000-0000-7000-8000-0000000000d1"_s);

ArticleDraft draftOf(const QString &login, const QString &text)
{
    ArticleDraft draft{.id = base::newId(kNow),
        .login = login,
        .article = kArticle,
        .markdown = text,
        .base = 12,
        .reason = u"第 2 步：先降辅流"_s,
        .images =
            {{.hash = QString(64, u'a'), .name = u"图.png"_s, .size = 10, .type = u"image/png"_s}},
        .changedAt = kNow};
    draft.meta = {.id = u"egress-loss"_s,
        .title = u"出口链路丢包处置"_s,
        .kind = u"procedure"_s,
        .folder = u"网络/出口链路"_s,
        .tags = {u"丢包"_s, u"出口"_s},
        .owner = u"li"_s,
        .deputy = u"zhou"_s,
        .reviewDays = 90,
        .targets = {u"egress-sh"_s},
        .metrics = {u"loss"_s},
        .mode = u"read-do"_s};
    return draft;
}

/// Keeps one text after another until it is killed, and says which are on the disk.
int writeUntilKilled(const QString &dir)
{
    Drafts drafts(dir);
    for (int n = 1;; ++n) {
        ArticleDraft draft = draftOf(u"li"_s, QString::number(n) + QString(200'000, u'中'));
        draft.id = kDraft;
        drafts.keep(draft);
        drafts.flush().waitForFinished();
        std::printf("%d\n", n);
        std::fflush(stdout);
    }
}

} // namespace

/// What somebody is writing, kept where it cannot be lost.
class TestDrafts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allOfItComesBack();
    void eachHasTheirOwn();
    void itIsWrittenSoonByItself();
    void theNewestComesFirst();
    void aKilledProgramLosesNothingWritten();
    void whatCannotBeWrittenIsSaidAndKept();
    void aFullDiskIsSaidAndTheOldOneStands();
    void whatCannotBeReadStays();

private:
    static std::optional<ArticleDraft> find(Drafts &drafts, const QString &login)
    {
        auto finding = drafts.find(login, kArticle);
        finding.waitForFinished();
        return finding.result();
    }
};

void TestDrafts::allOfItComesBack()
{
    const QTemporaryDir dir;
    const ArticleDraft draft = draftOf(u"li"_s, u"\ufeff# 标题\n\n1. 一\r\n"_s);
    {
        Drafts drafts(dir.path());
        drafts.keep(draft);
    } // an ordinary end writes what waits
    Drafts drafts(dir.path());
    QCOMPARE(find(drafts, u"li"_s), draft);
    QCOMPARE(QFile::permissions(dir.path() + u"/drafts"_s)
            & (QFile::ReadGroup | QFile::ReadOther | QFile::ExeOther),
        QFile::Permissions());
    drafts.remove(draft.id);
    QCOMPARE(find(drafts, u"li"_s), std::nullopt);
}

void TestDrafts::eachHasTheirOwn()
{
    const QTemporaryDir dir;
    Drafts drafts(dir.path());
    drafts.keep(draftOf(u"li"_s, u"mine"_s));
    QCOMPARE(find(drafts, u"zhou"_s), std::nullopt);
    drafts.keep(draftOf(u"zhou"_s, u"theirs"_s));
    QCOMPARE(find(drafts, u"li"_s)->markdown, u"mine"_s);
    QCOMPARE(find(drafts, u"zhou"_s)->markdown, u"theirs"_s);
}

void TestDrafts::itIsWrittenSoonByItself()
{
    const QTemporaryDir dir;
    Drafts drafts(dir.path());
    QSignalSpy written(&drafts, &Drafts::written);
    const ArticleDraft draft = draftOf(u"li"_s, u"text"_s);
    drafts.keep(draft);
    QTRY_COMPARE(written.count(), 1);
    QVERIFY(QFile::exists(dir.path() + u"/drafts/"_s + base::toText(draft.id) + u".json"_s));
}

void TestDrafts::theNewestComesFirst()
{
    const QTemporaryDir dir;
    Drafts drafts(dir.path());
    ArticleDraft older = draftOf(u"li"_s, u"older"_s);
    ArticleDraft newer = draftOf(u"li"_s, u"newer"_s);
    newer.changedAt = kNow + 1s;
    drafts.keep(newer);
    drafts.keep(older);
    auto reading = drafts.of(u"li"_s);
    reading.waitForFinished();
    QCOMPARE(reading.result(), (QList{newer, older}));
}

void TestDrafts::aKilledProgramLosesNothingWritten()
{
    const QTemporaryDir dir;
    for (int round = 0; round < 5; ++round) {
        QProcess program;
        program.start(QCoreApplication::applicationFilePath(), {u"--write"_s, dir.path()});
        QVERIFY(program.waitForStarted());
        QByteArray said;
        while (said.count('\n') < 3 + round) {
            QVERIFY(program.waitForReadyRead());
            said += program.readAllStandardOutput();
        }
        ::kill(pid_t(program.processId()), SIGKILL);
        program.waitForFinished();
        said += program.readAllStandardOutput();
        const QByteArray whole = said.left(said.lastIndexOf('\n'));
        const int last = whole.mid(whole.lastIndexOf('\n') + 1).toInt();
        Drafts drafts(dir.path());
        const auto found = find(drafts, u"li"_s);
        QVERIFY(found);
        // The one that was said to be written, or the next, and whole.
        const int n = found->markdown.section(u'中', 0, 0).toInt();
        QVERIFY2(n == last || n == last + 1, qPrintable(u"%1 of %2"_s.arg(n).arg(last)));
        QCOMPARE(found->markdown.count(u'中'), 200'000);
    }
}

void TestDrafts::whatCannotBeWrittenIsSaidAndKept()
{
    const QTemporaryDir dir;
    QFile inTheWay(dir.path() + u"/drafts"_s);
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    inTheWay.close();
    Drafts drafts(dir.path());
    QSignalSpy failed(&drafts, &Drafts::failed);
    const ArticleDraft draft = draftOf(u"li"_s, u"text"_s);
    drafts.keep(draft);
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(inTheWay.remove());
    // With room again nothing has to be typed again.
    drafts.flush().waitForFinished();
    QCOMPARE(find(drafts, u"li"_s), draft);
}

void TestDrafts::aFullDiskIsSaidAndTheOldOneStands()
{
    const QTemporaryDir dir;
    Drafts drafts(dir.path());
    const ArticleDraft first = draftOf(u"li"_s, u"first"_s);
    drafts.keep(first);
    drafts.flush().waitForFinished();
    ArticleDraft longer = first;
    longer.markdown = QString(5000, u'中');
    {
        const test::FullDisk full(1024);
        drafts.keep(longer);
        auto writing = drafts.flush();
        writing.waitForFinished();
        QCOMPARE(writing.result().error().code, u"disk_full"_s);
        Drafts others(dir.path());
        QCOMPARE(find(others, u"li"_s), first);
        QCoreApplication::processEvents();
    }
    drafts.flush().waitForFinished();
    QCOMPARE(find(drafts, u"li"_s), longer);
}

void TestDrafts::whatCannotBeReadStays()
{
    const QTemporaryDir dir;
    QVERIFY(QDir(dir.path()).mkpath(u"drafts"_s));
    QFile broken(dir.path() + u"/drafts/broken.json"_s);
    QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("{\"id\":") > 0);
    broken.close();
    Drafts drafts(dir.path());
    QCOMPARE(find(drafts, u"li"_s), std::nullopt);
    QVERIFY(broken.exists());
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--write"_L1)
        return writeUntilKilled(arguments.value(2));
    TestDrafts test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_drafts.moc"
