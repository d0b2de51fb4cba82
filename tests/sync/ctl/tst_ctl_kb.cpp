// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/ctl/ctl.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace watchroom;
using namespace watchroom::tests;

/// The knowledge base as a folder of Markdown, by the command line.
class TestCtlKb : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void theShippedPacks_data();
    void theShippedPacks();
    void aSecondImportChangesNothing();
    void anExportIsTheSameAgain();
    void aChangedFileIsTheNextVersion();
    void stepsKeepTheirIds();
    void twoChineseCharactersAreEnough();
    void badFilesAreRefusedOneByOne_data();
    void badFilesAreRefusedOneByOne();
    void aNameThatIsNotUtf8IsSaid();
    void aPreviewSavesNothing();
    void whatIsNotThere();

private:
    void put(const QString &name, const QByteArray &content) const;
    [[nodiscard]] Ran import(const QString &folder = u"kb"_s, const QStringList &more = {}) const
    {
        return m_ctl->run(QStringList{u"kb"_s, u"import"_s, m_dir->filePath(folder)} + more);
    }
    [[nodiscard]] QJsonObject shown(const QString &key, const QStringList &more = {}) const
    {
        return m_ctl->run(QStringList{u"kb"_s, u"show"_s, key} + more).object();
    }
    /// One grey pixel.
    [[nodiscard]] static QByteArray picture()
    {
        return QByteArray::fromBase64("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNo"
                                      "AAAAggCBd81ytgAAAABJRU5ErkJggg==");
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Ctl> m_ctl;
};

void TestCtlKb::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_ctl = std::make_unique<Ctl>(m_dir->filePath(u"workspace"_s));
    DONE(m_ctl->run({u"workspace"_s, u"init"_s}));
}

void TestCtlKb::put(const QString &name, const QByteArray &content) const
{
    const QString path = m_dir->filePath(u"kb/"_s + name);
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

void TestCtlKb::theShippedPacks_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("fallback");
    QTest::newRow("Chinese") << u"zh"_s << u"unknown-fault"_s;
    QTest::newRow("English") << u"en"_s << u"unknown-fault-en"_s;
}

void TestCtlKb::theShippedPacks()
{
    QFETCH(const QString, language);
    QFETCH(const QString, fallback);
    const QString folder = QStringLiteral(WATCHROOM_KNOWLEDGE) + u'/' + language;
    const auto files = QDir(folder).entryList({u"*.md"_s}).size();
    const Ran ran = m_ctl->run({u"kb"_s, u"import"_s, folder});
    DONE(ran);
    QCOMPARE(ran.object()["taken"_L1].toInt(), int(files));
    QVERIFY(files >= 30);
    QCOMPARE(ran.object()["refused"_L1].toArray(), QJsonArray());
    QCOMPARE(ran.object()["notes"_L1].toArray(), QJsonArray());
    const QJsonObject article = shown(fallback);
    QCOMPARE(article["kind"_L1].toString(), u"procedure"_s);
    QVERIFY(article["steps"_L1].toArray().size() >= 4);
}

void TestCtlKb::aSecondImportChangesNothing()
{
    put(u"网络/出口.md"_s,
        "---\nid: egress\nkind: procedure\ntags: [丢包]\n---\n# 出口丢包\n\n![拓扑](../img/拓扑 "
        "图.png)\n\n"
        "## 步骤\n\n1. 看 [卡](../card.md#先说)\n2. 切换（安全关键，4 分钟）\n");
    put(u"card.md"_s, "---\nkind: card\ntitle: 保障卡\n---\n## 先说\n\n一句话\n");
    // A target with a blank in it is written in angle brackets.
    QFile file(m_dir->filePath(u"kb/网络/出口.md"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray text = file.readAll().replace("(../img/拓扑 图.png)", "(<../img/拓扑 图.png>)");
    file.resize(0);
    file.seek(0);
    file.write(text);
    file.close();
    put(u"img/拓扑 图.png"_s, picture());
    const Ran first = import();
    DONE(first);
    QCOMPARE(first.object()["taken"_L1].toInt(), 2);
    QCOMPARE(first.object()["notes"_L1].toArray(), QJsonArray());
    const QJsonObject article = shown(u"egress"_s);
    QCOMPARE(article["title"_L1].toString(), u"出口丢包"_s);
    QCOMPARE(article["folder"_L1].toString(), u"网络"_s);
    const QString stored = article["text"_L1].toString();
    QVERIFY2(stored.contains(u"article:card#先说"_s), qPrintable(stored));
    QVERIFY2(stored.contains(u"blob:"_s), qPrintable(stored));
    QCOMPARE(article["steps"_L1][1]["critical"_L1].toBool(), true);
    QCOMPARE(article["steps"_L1][1]["expect_s"_L1].toInt(), 240);
    QCOMPARE(article["steps"_L1][1]["text"_L1].toString(), u"切换"_s);

    const Ran second = import();
    DONE(second);
    QCOMPARE(second.object()["unchanged"_L1].toInt(), 2);
    QCOMPARE(second.object()["taken"_L1].toInt() + second.object()["changed"_L1].toInt(), 0);
}

void TestCtlKb::anExportIsTheSameAgain()
{
    aSecondImportChangesNothing();
    const QString out = m_dir->filePath(u"out"_s);
    const Ran written = m_ctl->run({u"kb"_s, u"export"_s, out});
    DONE(written);
    QCOMPARE(written.object()["written"_L1].toInt(), 2);
    // Here nothing has changed, and elsewhere it is the same knowledge.
    QCOMPARE(import(u"out"_s).object()["unchanged"_L1].toInt(), 2);
    Ctl other(m_dir->filePath(u"other"_s));
    DONE(other.run({u"workspace"_s, u"init"_s}));
    const Ran there = other.run({u"kb"_s, u"import"_s, out});
    DONE(there);
    QCOMPARE(there.object()["taken"_L1].toInt(), 2);
    const QJsonObject mine = shown(u"egress"_s);
    const QJsonObject theirs = other.run({u"kb"_s, u"show"_s, u"egress"_s}).object();
    for (const auto member : {"text"_L1, "hash"_L1, "steps"_L1, "title"_L1, "folder"_L1, "tags"_L1})
        QCOMPARE(theirs[member], mine[member]);
}

void TestCtlKb::aChangedFileIsTheNextVersion()
{
    put(u"a.md"_s, "---\nkind: card\ntitle: 甲\n---\n旧文\n");
    DONE(import());
    put(u"a.md"_s, "---\nkind: card\ntitle: 甲\n---\n新文\n");
    const Ran changed = import(u"kb"_s, {u"--reason"_s, u"换线路"_s});
    DONE(changed);
    QCOMPARE(changed.object()["changed"_L1].toInt(), 1);
    QCOMPARE(shown(u"a"_s)["version"_L1].toInt(), 2);
    QCOMPARE(shown(u"a"_s)["reason"_L1].toString(), u"换线路"_s);
    // Versions are never edited: the first one is still there.
    QCOMPARE(shown(u"a"_s, {u"--version"_s, u"1"_s})["text"_L1].toString(), u"旧文\n"_s);
    // Settings alone make no version.
    put(u"a.md"_s, "---\nkind: card\ntitle: 甲二\ntags: [线路]\n---\n新文\n");
    QCOMPARE(import().object()["changed"_L1].toInt(), 1);
    QCOMPARE(shown(u"a"_s)["version"_L1].toInt(), 2);
    QCOMPARE(shown(u"a"_s)["title"_L1].toString(), u"甲二"_s);
}

void TestCtlKb::stepsKeepTheirIds()
{
    put(u"a.md"_s, "# 甲\n## 步骤\n1. 核对网口错包\n2. 降码率到 480p\n3. 联系运营商\n");
    DONE(import());
    put(u"a.md"_s, "# 甲\n## 步骤\n1. 告知医生\n2. 核对网口错包\n3. 先降辅流，再降码率到 480p\n");
    DONE(import());
    QStringList ids;
    for (const QJsonValue &step : shown(u"a"_s)["steps"_L1].toArray())
        ids.append(step["id"_L1].toString());
    QCOMPARE(ids, (QStringList{u"s4"_s, u"s1"_s, u"s2"_s}));
    // An id is never given again, also not that of the last step.
    put(u"a.md"_s, "# 甲\n## 步骤\n1. 核对网口错包\n");
    DONE(import());
    put(u"a.md"_s, "# 甲\n## 步骤\n1. 核对网口错包\n2. 写复盘报告\n");
    DONE(import());
    QCOMPARE(shown(u"a"_s)["steps"_L1][1]["id"_L1].toString(), u"s5"_s);
}

void TestCtlKb::twoChineseCharactersAreEnough()
{
    put(u"a.md"_s, "---\nkind: card\ntitle: 出口链路\n---\n上行丢包大于 3%\n");
    put(u"b.md"_s, "---\nkind: card\ntitle: 无线会诊车\n---\n漫游时丢\n包增多\n");
    put(u"c.md"_s, "---\nkind: card\ntitle: 包裹\n---\n丢，包\n");
    DONE(import());
    const auto keys = [this](const QString &query) {
        QStringList found;
        for (const QJsonValue &hit : m_ctl->run({u"kb"_s, u"search"_s, query}).array())
            found.append(hit["key"_L1].toString());
        found.sort();
        return found;
    };
    QCOMPARE(keys(u"丢包"_s), (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(keys(u"wxhz"_s), QStringList{u"b"_s});
    QCOMPARE(keys(u"，"_s), QStringList());
    QCOMPARE(keys(u"会诊 漫游"_s), QStringList{u"b"_s});
}

void TestCtlKb::badFilesAreRefusedOneByOne_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("code");
    const auto add = [](const char *what, const QString &name, const QByteArray &content,
                         const QString &code) { QTest::newRow(what) << name << content << code; };
    add("large", u"x.md"_s, "# x\n" + QByteArray(3 * 1024 * 1024, 'x'), u"file_too_large"_s);
    add("no image", u"x.md"_s, "---\nkind: card\n---\n# x\n![](good.md)\n", u"image_refused"_s);
    add("image gone", u"x.md"_s, "---\nkind: card\n---\n# x\n![](gone.png)\n", u"file_missing"_s);
    add("image outside", u"x.md"_s, "---\nkind: card\n---\n# x\n![](../../etc/passwd)\n",
        u"link_leaves_folder"_s);
    add("broken front matter", u"x.md"_s, "---\nid: [x\n---\n# x\n", u"front_matter_broken"_s);
    add("a field", u"x.md"_s, "---\nkind: story\n---\n# x\n", u"field_invalid"_s);
    add("an id twice", u"x.md"_s, "---\nid: good\nkind: card\n---\n# x\n", u"id_taken"_s);
    add("no steps", u"x.md"_s, "# x\n没有步骤\n", u"steps_missing"_s);
    add("not UTF-8", u"x.md"_s, "# \xd5\xca\xba\xc5\n", u"text_not_utf8"_s);
    add("deep", u"x.md"_s, "# x\n" + QByteArray(2000, '>') + "x\n", u"article_too_deep"_s);
    add("nobody's", u"x.md"_s, "---\nkind: card\nowner: ghost\n---\n# x\n", u"person_unknown"_s);
}

// The others are taken, and one sentence says what is wrong.
void TestCtlKb::badFilesAreRefusedOneByOne()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, content);
    QFETCH(const QString, code);
    put(u"good.md"_s, "---\nkind: card\n---\n# 好\n<script>alert(1)</script>\n");
    put(name, content);
    const Ran ran = import();
    QCOMPARE(ran.exitCode, 1);
    QCOMPARE(ran.object()["taken"_L1].toInt(), 1);
    const QJsonArray refused = ran.object()["refused"_L1].toArray();
    QCOMPARE(refused.size(), 1);
    QCOMPARE(refused[0]["file"_L1].toString(), name);
    QCOMPARE(refused[0]["code"_L1].toString(), code);
    QVERIFY(refused[0]["reason"_L1].toString().size() >= 12);
    QCOMPARE(shown(u"good"_s)["title"_L1].toString(), u"好"_s);
}

// As an old system writes them: no program opens such a name as text, so it is not passed over.
void TestCtlKb::aNameThatIsNotUtf8IsSaid()
{
    put(u"good.md"_s, "---\nkind: card\n---\n# 好\n");
    const QByteArray folder = QFile::encodeName(m_dir->filePath(u"kb"_s));
    const QByteArray network = folder + "/\xcd\xf8\xc2\xe7.md"; // 网络 in GB18030
    const QByteArray accounts = folder + "/\xd5\xca\xba\xc5"; // 帐号
    QVERIFY(::mkdir(accounts.constData(), 0700) == 0);
    for (const QByteArray &name : {network, QByteArray(accounts + "/a.md")}) {
        const int file = ::open(name.constData(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
        QVERIFY(file >= 0);
        ::close(file);
    }
    const Ran ran = import();
    QCOMPARE(ran.exitCode, 1);
    QCOMPARE(ran.object()["taken"_L1].toInt(), 1);
    QStringList refused;
    for (const QJsonValue &one : ran.object()["refused"_L1].toArray()) {
        QCOMPARE(one["code"_L1].toString(), u"name_not_utf8"_s);
        refused.append(one["file"_L1].toString());
    }
    refused.sort();
    QCOMPARE(refused, (QStringList{u"帐号/a.md"_s, u"网络.md"_s}));
    ::unlink((accounts + "/a.md").constData()); // QTemporaryDir passes over such names too
    ::unlink(network.constData());
    ::rmdir(accounts.constData());
}

void TestCtlKb::aPreviewSavesNothing()
{
    put(u"a.md"_s, "---\nkind: card\n---\n# 甲\n");
    const Ran ran = import(u"kb"_s, {u"--preview"_s});
    DONE(ran);
    QCOMPARE(ran.object()["taken"_L1].toInt(), 1);
    QCOMPARE(m_ctl->run({u"kb"_s, u"list"_s}).array(), QJsonArray());
    // Links are not followed out of the folder, nor in circles.
    QVERIFY(QFile::link(m_dir->filePath(u"kb"_s), m_dir->filePath(u"kb/circle"_s)));
    QVERIFY(QFile::link(u"/etc/hostname"_s, m_dir->filePath(u"kb/host.md"_s)));
    const Ran linked = import(u"kb"_s, {u"--preview"_s});
    QCOMPARE(linked.object()["taken"_L1].toInt(), 1);
    QCOMPARE(linked.object()["refused"_L1][0]["code"_L1].toString(), u"link_leaves_folder"_s);
}

void TestCtlKb::whatIsNotThere()
{
    const Ran none = m_ctl->run({u"kb"_s, u"show"_s, u"nope"_s});
    QCOMPARE(none.exitCode, 1);
    QCOMPARE(none.error()["code"_L1].toString(), u"article_unknown"_s);
    const Ran folder = m_ctl->run({u"kb"_s, u"import"_s, m_dir->filePath(u"gone"_s)});
    QCOMPARE(folder.error()["code"_L1].toString(), u"folder_unreadable"_s);
    put(u"a.md"_s, "---\nkind: card\n---\n# 甲\n");
    DONE(import());
    const Ran version = m_ctl->run({u"kb"_s, u"show"_s, u"a"_s, u"--version"_s, u"7"_s});
    QCOMPARE(version.error()["code"_L1].toString(), u"version_unknown"_s);
}

QTEST_GUILESS_MAIN(TestCtlKb)

#include "tst_ctl_kb.moc"
