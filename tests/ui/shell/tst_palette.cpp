// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/ids.h"
#include "app/contacts/contactcommands.h"
#include "tests/ui/knowledge/knowledgedesk.h"
#include "ui/shell/palette.h"
#include "ui/shell/palettemodel.h"
#include "ui/shell/palettesearch.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/textlabel.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace watchroom;
using namespace Qt::StringLiterals;
using ui::PaletteLine;
using Kind = ui::PaletteLine::Kind;

namespace {

/// The shipped articles, an incident with what was written at it, a contact, pages and places.
class PaletteDesk final : public test::KnowledgeDesk
{
public:
    PaletteDesk()
        : KnowledgeDesk(QStringLiteral(WATCHROOM_KNOWLEDGE) + u"/zh"_s)
        , m_search(needs(library()))
    {
        incident = save(u"incident"_s, domain::OperationKind::Insert,
            {{u"title"_s, u"上海电信上行丢包"_s}, {u"level"_s, u"red"_s}});
        entry = save(u"log_entry"_s, domain::OperationKind::Append,
            {{u"incident"_s, base::toText(incident)}, {u"kind"_s, u"note"_s},
                {u"text"_s, u"运营商称松江节点丢包，正在切换备用波道"_s}});
        contacts::ContactCommands contacts(store(), clock(), author());
        contacts::Contact made;
        made.kind = u"party"_s;
        made.name = u"上海电信政企客服"_s;
        made.duty = u"丢包、中断报障"_s;
        made.ways = {{.kind = u"phone"_s, .value = u"10000"_s}};
        contact = domain::uuid(must(contacts.add({made})).rows.first(), "id"_L1);
    }

    ui::PaletteSearch::Needs needs(knowledge::Library &over)
    {
        const auto pages = [] {
            return ui::PaletteLines{{.kind = Kind::Page, .ref = u"0"_s, .title = u"事件"_s},
                {.kind = Kind::Page, .ref = u"6"_s, .title = u"设置"_s}};
        };
        const auto places = [] {
            return ui::PaletteLines{
                {.kind = Kind::Place, .ref = u"sh-ct"_s, .title = u"上海电信出口"_s},
                {.kind = Kind::Place, .ref = u"bj-cu"_s, .title = u"北京联通出口"_s}};
        };
        return {over, pages, places, [](const QUuid & /*id*/) { return u"#1392"_s; }};
    }
    [[nodiscard]] ui::PaletteSearch &search() { return m_search; }
    [[nodiscard]] store::Author me() { return author()(); }
    /// In place of the index is something that no index can be made from.
    void breakIndex()
    {
        const QString path = workspace() + u"/search.sqlite"_s;
        for (const QString &end : {u""_s, u"-wal"_s, u"-shm"_s})
            QFile::remove(path + end);
        QDir().mkpath(path + u"/in-the-way"_s);
    }

    QUuid incident;
    QUuid entry;
    QUuid contact;

private:
    QUuid save(const QString &table, domain::OperationKind kind, const domain::Row &set)
    {
        const QUuid id = base::newId(now());
        must(store().save({{.table = table, .id = id, .kind = kind, .set = set}}, author()()));
        return id;
    }

    ui::PaletteSearch m_search;
};

} // namespace

/// One box finds everything.
class TestPalette : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void withoutWords();
    void groupedByKind();
    void initialsFind();
    void eachKindOpens();
    void arrowsPassOverHeadings();
    void onlyTheNewestAnswer();
    void anInputMethodIsOn();
    void nothingHasTheWords();
    void whatArrivesIsFound();
    void theIndexCannotBeRead();
    void whatIsHeard();
    void inChinese();

private:
    void open();
    /// Types the words and waits for their answer.
    void ask(const QString &words);
    [[nodiscard]] QStringList headings() const;
    [[nodiscard]] QStringList titles(Kind kind) const;
    void choose(Kind kind);
    void press(Qt::Key key) { QTest::keyClick(&m_palette->field(), key); }

    std::unique_ptr<PaletteDesk> m_desk;
    QVariant m_opened; ///< what the last signal named
    QPointer<ui::Palette> m_palette;
};

void TestPalette::init()
{
    m_desk = std::make_unique<PaletteDesk>();
    m_desk->language().use(words::Language::Code::English);
    open();
}

void TestPalette::cleanup()
{
    delete m_palette;
    m_desk.reset();
}

void TestPalette::open()
{
    m_palette = new ui::Palette(m_desk->theme(), m_desk->window(), m_desk->search());
    m_palette->open();
    QVERIFY(m_palette->field().hasFocus());
}

void TestPalette::ask(const QString &words)
{
    QSignalSpy changed(&m_desk->search(), &ui::PaletteSearch::changed);
    m_palette->field().setText(words);
    QTRY_VERIFY(!changed.isEmpty() && m_desk->search().query() == words
        && m_desk->search().state() != ui::PaletteSearch::State::Slow);
}

QStringList TestPalette::headings() const
{
    QStringList all;
    for (const PaletteLine &line : m_desk->search().lines())
        if (line.isHeading)
            all.append(line.title);
    return all;
}

QStringList TestPalette::titles(Kind kind) const
{
    QStringList all;
    for (const PaletteLine &line : m_desk->search().lines())
        if (line.kind == kind && !line.isHeading)
            all.append(line.title);
    return all;
}

void TestPalette::choose(Kind kind)
{
    for (int i = 0; i < 60 && m_palette->current()->kind != kind; ++i)
        press(Qt::Key_Down);
    QVERIFY(m_palette->current()->kind == kind);
}

void TestPalette::withoutWords()
{
    QCOMPARE(headings(), QStringList{u"Pages"_s});
    QCOMPARE(titles(Kind::Page), (QStringList{u"事件"_s, u"设置"_s}));
    ask(u"出口链路丢包"_s);
    QSignalSpy asked(m_palette, &ui::Palette::articleAsked);
    press(Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
    QTRY_VERIFY(!m_palette);
    open();
    QCOMPARE(headings(), (QStringList{u"Recently opened"_s, u"Pages"_s}));
    QCOMPARE(m_palette->current()->title, u"出口链路丢包处置"_s);
    m_desk->picture(u"palette-first"_s);
}

void TestPalette::groupedByKind()
{
    ask(u"丢包"_s);
    QTRY_COMPARE(titles(Kind::Contact).size(), 1); // its row came a moment ago
    QCOMPARE(
        headings(), (QStringList{u"Articles"_s, u"Incidents"_s, u"Contacts"_s, u"Log entries"_s}));
    QVERIFY(titles(Kind::Article).contains(u"出口链路丢包处置"_s));
    QCOMPARE(titles(Kind::Incident), QStringList{u"上海电信上行丢包"_s});
    QVERIFY(titles(Kind::Article).size() <= 6);
    const PaletteLine first = *m_palette->current();
    QCOMPARE(first.kind, Kind::Article);
    QVERIFY(!first.snippet.isEmpty());
    QCOMPARE(first.titleRanges, (QList<store::TextRange>{{first.title.indexOf(u"丢包"_s), 2}}));
    for (const PaletteLine &line : m_desk->search().lines())
        if (line.kind == Kind::Contact && !line.isHeading)
            QCOMPARE(line.snippet.simplified(), u"丢包、中断报障 10000"_s);
    m_desk->picture(u"palette-found"_s);
    // Names that begin so stand first: that page or place is meant.
    ask(u"上海电信"_s);
    QCOMPARE(headings().first(), u"Places"_s);
    QCOMPARE(m_palette->current()->ref, u"sh-ct"_s);
}

void TestPalette::initialsFind()
{
    ask(u"cklldb"_s);
    QVERIFY(titles(Kind::Article).contains(u"出口链路丢包处置"_s));
    ask(u"sz"_s);
    QVERIFY(titles(Kind::Page).contains(u"设置"_s));
    ask(u"bjlt"_s);
    QCOMPARE(titles(Kind::Place), QStringList{u"北京联通出口"_s});
}

void TestPalette::eachKindOpens()
{
    const auto opens = [this](const QString &words, Kind kind, auto signal) {
        ask(words);
        QTRY_VERIFY(!titles(kind).isEmpty());
        choose(kind);
        QSignalSpy asked(m_palette, signal);
        press(Qt::Key_Return);
        m_opened = asked.isEmpty() ? QVariant() : asked.first().first();
        QTRY_VERIFY(!m_palette);
        open();
    };
    opens(u"丢包"_s, Kind::Incident, &ui::Palette::incidentAsked);
    QCOMPARE(m_opened.toUuid(), m_desk->incident);
    opens(u"松江节点"_s, Kind::Entry, &ui::Palette::entryAsked);
    QCOMPARE(m_opened.toUuid(), m_desk->entry);
    opens(u"政企客服"_s, Kind::Contact, &ui::Palette::contactAsked);
    QCOMPARE(m_opened.toUuid(), m_desk->contact);
    opens(u"北京"_s, Kind::Place, &ui::Palette::placeAsked);
    QCOMPARE(m_opened.toString(), u"bj-cu"_s);
    opens(u"设置"_s, Kind::Page, &ui::Palette::pageAsked);
    QCOMPARE(m_opened.toInt(), 6);
}

void TestPalette::arrowsPassOverHeadings()
{
    ask(u"丢包"_s);
    press(Qt::Key_Up); // there is none above
    QCOMPARE(m_palette->current()->kind, Kind::Article);
    for (int i = 0; i < 100; ++i) {
        QVERIFY(!m_palette->current()->isHeading);
        press(Qt::Key_Down);
    }
    QCOMPARE(m_palette->current()->kind, m_desk->search().lines().last().kind);
    press(Qt::Key_Escape);
    QTRY_VERIFY(!m_palette);
}

void TestPalette::onlyTheNewestAnswer()
{
    QSignalSpy changed(&m_desk->search(), &ui::PaletteSearch::changed);
    for (const QString &typed : {u"丢"_s, u"丢包"_s, u"设"_s, u"设备"_s, u"域名解析"_s})
        m_palette->field().setText(typed);
    QTRY_VERIFY(!changed.isEmpty());
    QVERIFY(titles(Kind::Article).filter(u"丢包"_s).isEmpty());
    QVERIFY(!titles(Kind::Article).filter(u"解析"_s).isEmpty());
    // What is answered after the field was emptied is not wanted any more.
    m_palette->field().setText(u"丢包"_s);
    m_palette->field().clear();
    const auto later =
        m_desk->library().search({.text = u"丢包"_s, .kinds = {}}); // answered after it
    QTRY_VERIFY(later.isFinished());
    QCoreApplication::processEvents();
    QCOMPARE(headings(), QStringList{u"Pages"_s});
}

void TestPalette::anInputMethodIsOn()
{
    QInputMethodEvent typing(u"diu'bao"_s, {});
    QCoreApplication::sendEvent(&m_palette->field(), &typing);
    QVERIFY(m_desk->search().query().isEmpty()); // letters on their way to Han are no query
    QInputMethodEvent done;
    done.setCommitString(u"丢包"_s);
    QCoreApplication::sendEvent(&m_palette->field(), &done);
    QTRY_VERIFY(!titles(Kind::Article).isEmpty());
    QCOMPARE(m_palette->field().text(), u"丢包"_s);
}

void TestPalette::nothingHasTheWords()
{
    ask(u"丢包 量子纠缠"_s);
    QVERIFY(!m_palette->current());
    QVERIFY(!m_desk->shown<QListView>(u"paletteList"_s));
    press(Qt::Key_Return); // opens nothing
    QVERIFY(m_palette);
    QVERIFY(!m_palette->field().accessibleDescription().isEmpty());
    m_desk->picture(u"palette-nothing"_s);
}

void TestPalette::whatArrivesIsFound()
{
    ask(u"松果"_s);
    QVERIFY(titles(Kind::Incident).isEmpty());
    m_desk->must(m_desk->store().save(
        {{.table = u"incident"_s,
            .id = base::newId(m_desk->now()),
            .kind = domain::OperationKind::Insert,
            .set = {{u"title"_s, u"松果会议室黑屏"_s}, {u"level"_s, u"blue"_s}}}},
        m_desk->me()));
    QTRY_COMPARE(titles(Kind::Incident), QStringList{u"松果会议室黑屏"_s});
}

void TestPalette::theIndexCannotBeRead()
{
    delete m_palette;
    m_desk->breakIndex();
    knowledge::Library broken(m_desk->store());
    ui::PaletteSearch search(m_desk->needs(broken));
    m_palette = new ui::Palette(m_desk->theme(), m_desk->window(), search);
    m_palette->open();
    m_palette->field().setText(u"设置"_s);
    QTRY_COMPARE(search.state(), ui::PaletteSearch::State::Failed);
    QCOMPARE(m_palette->current()->ref, u"6"_s); // what has a name is found all the same
    QVERIFY(m_desk->shown<widgets::TextLabel>(u"paletteNotice"_s));
    m_desk->picture(u"palette-error"_s);
    delete m_palette;
}

void TestPalette::whatIsHeard()
{
    ask(u"丢包"_s);
    QVERIFY(m_palette->field().accessibleDescription().startsWith(
        u"Article "_s + m_palette->current()->title));
    auto *list = m_desk->shown<QListView>(u"paletteList"_s);
    QAbstractItemModelTester tester(
        list->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (int row = 0; row < list->model()->rowCount(); ++row)
        QVERIFY(!list->model()->index(row, 0).data(Qt::AccessibleTextRole).toString().isEmpty());
    QCOMPARE(m_desk->unnamed().filter(u"palette"_s), QStringList());
}

void TestPalette::inChinese()
{
    delete m_palette;
    m_desk->language().use(words::Language::Code::Chinese);
    open();
    ask(u"丢包"_s);
    QCOMPARE(headings().first(), u"条目"_s);
    m_desk->picture(u"palette-chinese"_s);
}

QTEST_MAIN(TestPalette)

#include "tst_palette.moc"
