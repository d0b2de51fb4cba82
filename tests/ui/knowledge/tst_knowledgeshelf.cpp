// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/knowledge/articlesettings.h"
#include "tests/ui/knowledge/knowledgedesk.h"
#include "ui/knowledge/articlefolders.h"
#include "ui/knowledge/articletext.h"
#include "ui/knowledge/foldertree.h"
#include "ui/widgets/searchfield.h"

#include <QComboBox>
#include <QDir>
#include <QDirIterator>
#include <QImage>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace watchroom;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::KnowledgeDesk;

namespace {

const QString kChinese = QStringLiteral(WATCHROOM_KNOWLEDGE) + u"/zh"_s;

void write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s was not written", qPrintable(path));
}

QMap<QString, QByteArray> filesIn(const QString &folder)
{
    QMap<QString, QByteArray> files;
    QDirIterator walk(folder, QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        QFile file(walk.next());
        if (file.open(QIODevice::ReadOnly))
            files.insert(QDir(folder).relativeFilePath(file.fileName()), file.readAll());
    }
    return files;
}

} // namespace

/// Which articles are listed, which are kept at hand, what they were good for, and how they come
/// in and go out.
class TestKnowledgeShelf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ofAKindAndWithATag();
    void foundOfAKind();
    void favouritesAreAPersons();
    void whatItWasUsedFor();
    void placesLeadToTheirCharts();
    void aFolderComesIn();
    void aFolderThatIsNone();
    void outAndInAgain();
    void nothingCanBeWritten();
    void everythingAnArticleMayHold();
    void longTitles();
    void stepsOfAnArticleWithImages();

private:
    void begin(const QString &folder = kChinese)
    {
        m_desk = std::make_unique<KnowledgeDesk>(folder);
    }
    [[nodiscard]] QStringList titles() const
    {
        const auto *list = m_desk->window().findChild<QListView *>(u"articleList"_s);
        QStringList all;
        for (int i = 0; i < list->model()->rowCount(); ++i)
            all.append(list->model()->index(i, 0).data().toString());
        return all;
    }
    void choose(const QString &filter, const QString &code)
    {
        auto *box = m_desk->shown<QComboBox>(filter);
        box->setCurrentIndex(box->findData(code));
        Q_EMIT box->activated(box->currentIndex());
    }
    [[nodiscard]] QString summary() const
    {
        return m_desk->shown<QLabel>(u"folderSummary"_s)->text();
    }
    [[nodiscard]] QStringList rows() const
    {
        const auto *table = m_desk->window().findChild<QTableWidget *>(u"folderRows"_s);
        QStringList all;
        for (int row = 0; row < table->rowCount(); ++row)
            all.append(table->item(row, 0)->text() + u'|' + table->item(row, 1)->text());
        return all;
    }
    [[nodiscard]] QString facts() const
    {
        QStringList all;
        const auto labels =
            m_desk->window().findChild<QWidget *>(u"articleInfo"_s)->findChildren<QLabel *>();
        for (const QLabel *label : labels)
            all.append(label->text());
        return all.join(u'\n');
    }

    std::unique_ptr<KnowledgeDesk> m_desk;
    QTemporaryDir m_dir;
};

void TestKnowledgeShelf::ofAKindAndWithATag()
{
    begin();
    const auto expected = [this](const QString &kind, const QString &tag) {
        QStringList all;
        for (const knowledge::ShelfEntry &entry : m_desk->library().entries()) {
            if (entry.article.kind == kind && (tag.isEmpty() || entry.article.tags.contains(tag)))
                all.append(entry.article.title);
        }
        return all;
    };
    choose(u"articleKind"_s, u"card"_s);
    QCOMPARE(titles(), expected(u"card"_s, {}));
    QCOMPARE(titles().size(), 5);
    choose(u"articleKind"_s, u"procedure"_s);
    choose(u"articleTag"_s, u"丢包"_s);
    QCOMPARE(titles(), expected(u"procedure"_s, u"丢包"_s));
    QVERIFY(titles().contains(u"出口链路丢包处置"_s));
    m_desk->picture(u"filtered"_s);
    choose(u"articleKind"_s, u"contacts"_s);
    QCOMPARE(titles(), QStringList());
    m_desk->picture(u"filtered-empty"_s);
    choose(u"articleKind"_s, {});
    choose(u"articleTag"_s, {});
    QCOMPARE(titles().size(), 40);
}

void TestKnowledgeShelf::foundOfAKind()
{
    begin();
    choose(u"articleKind"_s, u"card"_s);
    m_desk->page().searchField().setText(u"丢包"_s);
    QTRY_VERIFY(!titles().isEmpty() && titles().size() < 5);
    for (const QString &title : titles()) {
        const auto &all = m_desk->library().entries();
        const auto found = std::ranges::find_if(
            all, [&title](const auto &entry) { return entry.article.title == title; });
        QCOMPARE(found->article.kind, u"card"_s);
    }
    m_desk->picture(u"found-of-a-kind"_s);
}

void TestKnowledgeShelf::favouritesAreAPersons()
{
    begin();
    auto *tree = m_desk->shown<ui::FolderTree>(u"folderTree"_s);
    m_desk->open(u"egress-loss"_s);
    QVERIFY(!m_desk->button(u"favourite"_s)->isChecked());
    QTest::keyClick(m_desk->button(u"favourite"_s), Qt::Key_Space);
    QTRY_VERIFY(m_desk->button(u"favourite"_s)->isChecked());
    tree->chooseFavourites();
    QCOMPARE(titles(), QStringList{u"出口链路丢包处置"_s});
    m_desk->picture(u"favourites"_s);
    // Somebody else has their own.
    m_desk->sitDown(u"li"_s);
    m_desk->page().showFavourites();
    QCOMPARE(titles(), QStringList());
    QVERIFY(!m_desk->button(u"favourite"_s)->isChecked());
    m_desk->picture(u"favourites-none"_s);
    // What is written outlives the program.
    knowledge::Favourites again(m_desk->workspace());
    QSignalSpy read(&again, &knowledge::Favourites::changed);
    QVERIFY(read.wait());
    QCOMPARE(
        again.of(u"chen"_s), QSet<QUuid>{m_desk->library().findKey(u"egress-loss"_s)->article.id});
    QCOMPARE(again.of(u"li"_s), QSet<QUuid>());
}

void TestKnowledgeShelf::whatItWasUsedFor()
{
    begin();
    m_desk->open(u"egress-loss"_s);
    QTRY_VERIFY(facts().contains(u"90"_s));
    const QUuid drill = m_desk->openIncident(u"演练：出口丢包"_s, true);
    const QUuid run = m_desk->follow(u"egress-loss"_s, u"read_do"_s, drill);
    QTRY_VERIFY(m_desk->button(u"usedAt0"_s));
    const base::Instant began = m_desk->now();
    m_desk->setNow(began + 400s);
    m_desk->must(m_desk->runCommands().finish(m_desk->run(run).run, 1));
    m_desk->setNow(began + std::chrono::hours(24 * 91));
    const QUuid real = m_desk->openIncident(u"上海电信上行丢包"_s);
    const QUuid article = m_desk->library().findKey(u"egress-loss"_s)->article.id;
    m_desk->must(m_desk->runCommands().start(article, 1, u"read_do"_s, real));
    QTRY_VERIFY(m_desk->button(u"usedAt1"_s));
    // The newest first; opening it is asked for.
    QVERIFY(m_desk->button(u"usedAt0"_s)->toolTip().contains(u"上海电信"_s));
    QVERIFY(m_desk->button(u"usedAt1"_s)->toolTip().contains(u"演练"_s));
    QSignalSpy asked(&m_desk->page().pane(), &ui::ArticlePane::incidentAsked);
    m_desk->button(u"usedAt0"_s)->click();
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().toUuid(), real);
    // The drill is older than what is counted, and still the last one.
    QVERIFY2(facts().contains(u"03-18"_s), qPrintable(facts()));
    m_desk->picture(u"used"_s);
}

void TestKnowledgeShelf::placesLeadToTheirCharts()
{
    begin();
    m_desk->open(u"egress-loss"_s);
    const knowledge::Article article = m_desk->library().findKey(u"egress-loss"_s)->article;
    articles::ArticleMeta settings = knowledge::settingsOf(article);
    settings.targets = QStringList{u"east-sh-ct"_s, u"west-cd-cm"_s};
    m_desk->must(m_desk->commands().setSettings(article.id, settings));
    QTRY_VERIFY(m_desk->button(u"target west-cd-cm"_s));
    QSignalSpy asked(&m_desk->page().pane(), &ui::ArticlePane::targetAsked);
    m_desk->button(u"target west-cd-cm"_s)->click();
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().toString(), u"west-cd-cm"_s);
}

void TestKnowledgeShelf::aFolderComesIn()
{
    begin();
    const QString folder = m_dir.filePath(u"in"_s);
    write(folder + u"/网络/new.md"_s, "---\nid: new-one\n---\n# 新条目\n\n## 步骤\n\n1. 看一眼\n");
    write(folder + u"/broken.md"_s, "---\nid: [\n---\n# 坏\n");
    m_desk->page().folders().importFrom(folder);
    QTRY_VERIFY(m_desk->button(u"import"_s) && m_desk->button(u"import"_s)->isEnabled());
    QCOMPARE(rows().size(), 2);
    QVERIFY(rows().first().startsWith(u"broken.md|"_s));
    QVERIFY(rows().last().startsWith(u"网络/new.md|"_s));
    QCOMPARE(m_desk->library().entries().size(), 40); // nothing is saved yet
    m_desk->picture(u"import"_s);
    m_desk->button(u"import"_s)->click();
    QTRY_COMPARE(m_desk->library().entries().size(), 41);
    QTRY_VERIFY(!m_desk->button(u"import"_s)); // what became of it, to be closed
    QCOMPARE(rows().size(), 1);
    QVERIFY(rows().first().startsWith(u"broken.md|"_s));
    m_desk->picture(u"imported"_s);
    m_desk->button(u"cancel"_s)->click();
    QVERIFY(m_desk->library().findKey(u"new-one"_s));
}

void TestKnowledgeShelf::aFolderThatIsNone()
{
    begin({});
    m_desk->page().folders().importFrom(m_dir.filePath(u"missing"_s));
    QTRY_VERIFY(summary().contains(u"missing"_s));
    QVERIFY(!m_desk->button(u"import"_s));
    m_desk->picture(u"import-error"_s);
    m_desk->button(u"cancel"_s)->click();
    QVERIFY(QDir(m_dir.path()).mkpath(u"nothing"_s));
    m_desk->page().folders().importFrom(m_dir.filePath(u"nothing"_s));
    QTRY_VERIFY(summary().contains(u"*.md"_s));
    QVERIFY(!m_desk->button(u"import"_s));
}

void TestKnowledgeShelf::outAndInAgain()
{
    begin();
    const QString folder = m_dir.filePath(u"out"_s);
    m_desk->page().folders().exportTo(folder);
    m_desk->picture(u"export"_s);
    m_desk->button(u"export"_s)->click();
    QTRY_VERIFY(!m_desk->button(u"export"_s));
    QVERIFY2(summary().contains(u"40"_s), qPrintable(summary()));
    m_desk->picture(u"exported"_s);
    m_desk->button(u"cancel"_s)->click();
    const auto files = filesIn(folder);
    QCOMPARE(files.size(), 40);
    // It is what is here already.
    m_desk->page().folders().importFrom(folder);
    QTRY_VERIFY2(summary().contains(u"40"_s), qPrintable(summary()));
    QVERIFY(!m_desk->button(u"import"_s));
    QCOMPARE(rows(), QStringList());
}

void TestKnowledgeShelf::nothingCanBeWritten()
{
    begin();
    const QString file = m_dir.filePath(u"file"_s);
    write(file, "x");
    m_desk->page().folders().exportTo(file + u"/below"_s);
    m_desk->button(u"export"_s)->click();
    QTRY_VERIFY(summary().contains(u"below"_s));
    QVERIFY(!m_desk->button(u"export"_s));
}

void TestKnowledgeShelf::everythingAnArticleMayHold()
{
    const QString folder = m_dir.filePath(u"rich"_s);
    QImage image(900, 260, QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            image.setPixel(x, y, qRgb(40 + x % 160, 90 + y % 120, 160));
    QDir().mkpath(folder);
    QVERIFY(image.save(folder + u"/map.png"_s));
    write(folder + u"/rich.md"_s,
        "---\nid: rich\ntags: [网络]\n---\n# 版式样例\n\n开头一段，带 "
        "`行内代码`、**粗体**、~~删除线~~与"
        "[链接](https://example.org/)。\n\n## 清单\n\n- [x] 已核对本端\n- [ ] 待联系运营商\n- [ ] "
        "一项很长的待办，长到一行放不下，需要换行才能读完，所以要看它换行之后是否仍然对齐在文字下面"
        "\n\n"
        "## 表格\n\n| 级别 | 条件 | 首要动作 |\n|:--|--:|:-:|\n| 黄 | 2–4 % | 加密探测 |\n| 红 | > "
        "4 % | "
        "按步骤执行，通知值班长，并把这一格写得很长以便看到换行 |\n\n表格后面的段落。\n\n"
        "> 引用：先保音频，再保画面。\n\n![拓扑](map.png)\n\n## 代码\n\n```sh\nmcuctl rate --site "
        "sh-telecom --aux off --main 480p --reason 'a very long reason that does not fit into one "
        "line of the block'\n```\n\n---\n\n### 小标题\n\n1. 一\n2. 二\n   - 其下\n");
    begin(folder);
    m_desk->open(u"rich"_s);
    const QString text = m_desk->page().pane().text().toPlainText();
    QVERIFY(text.contains(u"☑"_s) && text.contains(u"☐"_s));
    auto versions = m_desk->library().versions(m_desk->page().pane().shown());
    versions.waitForFinished();
    const QUrl file(u"blob:"_s + versions.result()->first().text.images.first().hash);
    // What keeps its place has one bit a pixel.
    QTRY_VERIFY(m_desk->page()
                    .pane()
                    .text()
                    .document()
                    ->resource(QTextDocument::ImageResource, file)
                    .value<QImage>()
                    .depth()
        > 1);
    m_desk->picture(u"rich"_s);
    auto *bar = m_desk->page().pane().text().verticalScrollBar();
    bar->setValue(bar->maximum() / 2); // the end itself moves until all is laid out
    const int place = bar->value();
    QVERIFY(place > 0);
    m_desk->theme().setKind(style::ThemeKind::Light);
    QCOMPARE(bar->value(), place); // another look, the same place
    m_desk->theme().setKind(style::ThemeKind::Dark);
    bar->setValue(bar->maximum());
    m_desk->picture(u"rich-end"_s);
}

void TestKnowledgeShelf::longTitles()
{
    const QString folder = m_dir.filePath(u"long"_s);
    write(folder + u"/一个名字相当长的文件夹名称用来看省略/再下一层也很长的名字/long.md"_s,
        "---\nid: long\nkind: architecture\ntags: [一个很长很长的标签用来看, 二]\n---\n# "
        "出口链路在节假日晚高峰期间出现双向不对称丢包并伴随抖动时的处置流程与对外通报口径说明（含运"
        "营商）\n\n"
        "正文。\n");
    begin(folder);
    m_desk->open(u"long"_s);
    m_desk->picture(u"long-titles"_s);
    QVERIFY(m_desk->page().minimumSizeHint().width() <= 1216); // 1280 less the rail
}

void TestKnowledgeShelf::stepsOfAnArticleWithImages()
{
    const QString folder = m_dir.filePath(u"steps"_s);
    QDir().mkpath(folder);
    QImage image(40, 30, QImage::Format_RGB32);
    image.fill(Qt::blue);
    QVERIFY(image.save(folder + u"/port.png"_s));
    write(folder + u"/steps.md"_s,
        "---\nid: steps\n---\n# 看端口\n\n## 步骤\n\n1. 看指示灯\n\n   ![端口](port.png)\n\n   "
        "绿灯才是正常\n2. 记下来\n");
    begin(folder);
    m_desk->follow(u"steps"_s);
    const auto texts = [this] {
        QString all;
        for (const auto *text : m_desk->page().pane().run()->findChildren<ui::ArticleText *>())
            if (text->isVisible())
                all += text->toPlainText();
        return all;
    };
    QTRY_VERIFY2(texts().contains(u"绿灯才是正常"_s), qPrintable(texts()));
}

QTEST_MAIN(TestKnowledgeShelf)

#include "tst_knowledgeshelf.moc"
