// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/limits.h"
#include "app/store/blobfolder.h"
#include "tests/fakes/cutproxy.h"
#include "tests/fakes/fulldisk.h"
#include "tests/sync/engine/desk.h"

#include <QFile>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QtTest/QTest>

using namespace watchroom;
using namespace Qt::StringLiterals;
using test::Desk;

namespace {

/// A file of that many bytes that looks like an image and is like no other.
QByteArray image(qsizetype size, quint32 seed)
{
    QByteArray bytes("\x89PNG\r\n\x1a\n");
    QRandomGenerator random(seed);
    while (bytes.size() < size)
        bytes.append(static_cast<char>(random.bounded(256)));
    return bytes;
}

QByteArray readAll(const store::BlobFolder &folder, const domain::Attachment &attachment)
{
    QFile file(folder.path(attachment.hash));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Files of log entries between two consoles and a real server.
class TestAttachments : public test::DeskTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void aFileArrivesAtTheOtherConsole();
    void aCutIsResumedWhereItWas();
    void aRestoredServerIsGivenItsFilesAgain();
    void aDamagedFileIsNotTakenAndBlocksNoOther();
    void whatIsNoImageIsRefusedWhereItIsAttached();
    void whatNoEntryNamesStaysHere();
    void aWallGetsNone();
    void anArticleArrivesWithItsImages();
    void whatTookThePlaceOfMineArrives();
    void aFullDiskLeavesTheOldVersionWhole();

private:
    /// Null on a failure.
    [[nodiscard]] static QUuid newArticle(Desk &desk);
    /// The next version of an article, handed in and published in one go.
    [[nodiscard]] bool publish(Desk &desk, const QUuid &article, int base,
        const domain::Attachment &text, const QList<domain::Attachment> &images);
    [[nodiscard]] std::unique_ptr<Desk> console(int number);
    /// Attached to a note; empty on a failure.
    [[nodiscard]] domain::Attachment attach(Desk &desk, const QByteArray &bytes);
    /// That names it.
    [[nodiscard]] bool addEntry(Desk &desk, const domain::Attachment &file);
    [[nodiscard]] static bool has(const Desk &desk, const domain::Attachment &file)
    {
        return store::BlobFolder(desk.folder()).has(file.hash);
    }
};

void TestAttachments::initTestCase()
{
    const QString trouble = prepare();
    QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
}

void TestAttachments::init()
{
    const QString trouble = begin();
    QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
}

std::unique_ptr<Desk> TestAttachments::console(int number)
{
    auto made = std::make_unique<Desk>(desk(number));
    if (const QString refused = signIn(*made, number); !refused.isEmpty())
        qWarning() << refused;
    made->service->start();
    return made;
}

domain::Attachment TestAttachments::attach(Desk &desk, const QByteArray &bytes)
{
    const auto file = store::BlobFolder(desk.folder()).add(bytes, u"截图 web-01.png"_s);
    return file && addEntry(desk, *file) ? *file : domain::Attachment();
}

bool TestAttachments::addEntry(Desk &desk, const domain::Attachment &file)
{
    const bool saved = desk.save({{.table = u"log_entry"_s,
        .id = base::newId(desk.clock.now()),
        .kind = domain::OperationKind::Append,
        .set = {{u"kind"_s, u"note"_s}, {u"text"_s, u"见图"_s},
            {u"blobs"_s, QJsonArray{domain::toJson(file)}}}}});
    desk.service->attachmentAdded();
    return saved;
}

void TestAttachments::aFileArrivesAtTheOtherConsole()
{
    const auto here = console(1);
    const auto there = console(2);
    SYNCED(*here);
    SYNCED(*there);
    QSignalSpy arrived(there->service.get(), &sync::SyncService::attachmentArrived);
    const QByteArray bytes = image(3 * domain::limits::kBlobPiece + 17, 1);
    const auto file = attach(*here, bytes);
    QVERIFY(!file.hash.isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(has(*there, file), kPatience);
    QTRY_COMPARE(arrived.size(), 1);
    QVERIFY(readAll(store::BlobFolder(there->folder()), file) == bytes);
    QTRY_VERIFY(store::BlobFolder(here->folder()).outgoing().isEmpty());
    // The record's hash covers what the entry names.
    QCOMPARE(query(u"SELECT (sync.verify_record()::jsonb->>'broken') IS NULL"_s), u"t"_s);
}

void TestAttachments::aCutIsResumedWhereItWas()
{
    fakes::CutProxy proxy(quint16(m_server.cluster.port()));
    auto info = desk(1);
    info.set("port"_L1, QString::number(proxy.port()));
    Desk here(info);
    QCOMPARE(here.signIn(desk(1), u"desk-1"_s), QString());
    here.service->start();
    SYNCED(here);
    constexpr int kPieces = 40;
    proxy.delay(std::chrono::milliseconds(10)); // so that the cut meets it under way
    const auto file = attach(here, image(kPieces * domain::limits::kBlobPiece, 2));
    const auto pieces = [this] {
        return query(u"SELECT coalesce(max(pieces), 0) FROM sync.blob"_s).toInt();
    };
    QTRY_VERIFY_WITH_TIMEOUT(pieces() >= 3, kPatience);
    proxy.cut(true);
    const int before = pieces();
    QVERIFY(before < kPieces);
    proxy.delay(std::chrono::milliseconds(0));
    proxy.heal();
    QTRY_COMPARE_WITH_TIMEOUT(
        query(u"SELECT count(*) FROM sync.blob WHERE whole"_s), u"1"_s, kPatience);
    QCOMPARE(query(u"SELECT count(*) FROM sync.blob_piece"_s).toInt(), kPieces);
    const auto there = console(2);
    QTRY_VERIFY_WITH_TIMEOUT(has(*there, file), kPatience);
}

void TestAttachments::aRestoredServerIsGivenItsFilesAgain()
{
    const auto here = console(1);
    const auto there = console(2);
    SYNCED(*here);
    SYNCED(*there);
    const auto file = attach(*here, image(1000, 3));
    QTRY_VERIFY_WITH_TIMEOUT(has(*there, file), kPatience);
    // As a restore of a backup that was made before.
    QCOMPARE(query(u"TRUNCATE sync.blob, sync.blob_piece;"
                   " UPDATE sync.meta SET incarnation = gen_random_uuid()"_s),
        QString());
    there->service.reset(); // only the one who made it offers it now
    here->restart([](const QString &) {});
    here->service->start();
    QTRY_COMPARE_WITH_TIMEOUT(
        query(u"SELECT count(*) FROM sync.blob WHERE whole"_s), u"1"_s, kPatience);
}

void TestAttachments::aDamagedFileIsNotTakenAndBlocksNoOther()
{
    const auto here = console(1);
    SYNCED(*here);
    const store::BlobFolder folder(here->folder());
    const auto spoiled = folder.add(image(domain::limits::kBlobPiece + 5, 4), u"a.png"_s);
    QVERIFY(spoiled.has_value());
    QFile file(folder.path(spoiled->hash));
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(100) && file.putChar('!'));
    file.close();
    QVERIFY(addEntry(*here, *spoiled));
    const auto good = attach(*here, image(2000, 5));
    const auto there = console(2);
    QTRY_VERIFY_WITH_TIMEOUT(has(*there, good), kPatience);
    QCOMPARE(query(u"SELECT string_agg(hash, ',') FROM sync.blob WHERE whole"_s), good.hash);
}

void TestAttachments::whatIsNoImageIsRefusedWhereItIsAttached()
{
    const auto here = console(1);
    const store::BlobFolder folder(here->folder());
    QCOMPARE(folder.add("MZ\x90", u"a.png"_s).error().code, u"attachment_refused"_s);
    QCOMPARE(folder.add({}, u"a.png"_s).error().code, u"attachment_refused"_s);
    QCOMPARE(folder.add(image(domain::limits::kBlobBytes + 1, 6), u"a.png"_s).error().code,
        u"attachment_refused"_s);
    QVERIFY(folder.outgoing().isEmpty());
}

void TestAttachments::whatNoEntryNamesStaysHere()
{
    const auto here = console(1);
    SYNCED(*here);
    const auto left = store::BlobFolder(here->folder()).add(image(1000, 8), u"a.png"_s);
    QVERIFY(left.has_value());
    here->service->attachmentAdded();
    const auto sent = attach(*here, image(2000, 9));
    QTRY_COMPARE_WITH_TIMEOUT(
        query(u"SELECT string_agg(hash, ',') FROM sync.blob WHERE whole"_s), sent.hash, kPatience);
    QTRY_COMPARE(store::BlobFolder(here->folder()).outgoing(), QStringList{left->hash});
    QCOMPARE(query(u"SELECT count(*) FROM sync.blob"_s), u"1"_s);
}

void TestAttachments::aWallGetsNone()
{
    const auto here = console(1);
    const auto there = console(2);
    SYNCED(*here);
    SYNCED(*there);
    there->service.reset();
    const auto file = attach(*here, image(1000, 7));
    QTRY_COMPARE_WITH_TIMEOUT(
        query(u"SELECT count(*) FROM sync.blob WHERE whole"_s), u"1"_s, kPatience);
    QCOMPARE(setUp(u"UPDATE app.station SET kind = 'wall' WHERE name = 'desk-2'"_s), QString());
    remote::PgRemote wall({.info = desk(2), .deadline = std::chrono::seconds(15)});
    QVERIFY(wall.open().has_value());
    const QUuid client = QUuid::createUuid();
    QVERIFY(wall.hello(client, 1).has_value());
    const auto piece = wall.getBlob(client, file.hash, 0);
    QVERIFY(!piece);
    QCOMPARE(piece.error().code, u"not_for_walls"_s);
}

QUuid TestAttachments::newArticle(Desk &desk)
{
    const auto article = base::newId(desk.clock.now());
    const bool saved = desk.save({{.table = u"article"_s,
        .id = article,
        .kind = domain::OperationKind::Insert,
        .set = {{u"key"_s, u"egress-loss"_s}, {u"title"_s, u"出口链路丢包"_s},
            {u"kind"_s, u"card"_s}}}});
    return saved ? article : QUuid();
}

bool TestAttachments::publish(Desk &desk, const QUuid &article, int base,
    const domain::Attachment &text, const QList<domain::Attachment> &images)
{
    const QJsonObject proposal{{u"base"_s, base}, {u"hash"_s, text.hash}, {u"size"_s, text.size},
        {u"steps"_s, QJsonArray{}}, {u"images"_s, domain::toJson(images)},
        {u"reason"_s, u"更新"_s}};
    const bool saved = desk.save({{.table = u"article"_s,
        .id = article,
        .kind = domain::OperationKind::Update,
        .set = {{u"proposal"_s, proposal}, {u"review_state"_s, u"in_review"_s},
            {u"version"_s, base + 1}}}});
    desk.service->attachmentAdded();
    return saved;
}

// Of an old version nothing travels that nobody asks for.
void TestAttachments::anArticleArrivesWithItsImages()
{
    const auto here = console(1);
    SYNCED(*here);
    const store::BlobFolder folder(here->folder());
    const QUuid article = newArticle(*here);
    QVERIFY(!article.isNull());
    const auto drawing = folder.add(image(domain::limits::kBlobPiece + 5, 31), u"拓扑.png"_s);
    QVERIFY(drawing);
    QList<domain::Attachment> texts;
    for (int version = 1; version <= 3; ++version) {
        const auto text = folder.addText("# 丢包\n第 " + QByteArray::number(version) + " 版");
        QVERIFY(text);
        texts.append(*text);
        QVERIFY(publish(*here, article, version - 1, *text, {*drawing}));
    }
    QTRY_VERIFY_WITH_TIMEOUT(folder.outgoing().isEmpty(), kPatience);
    SYNCED(*here);

    const auto there = console(2);
    SYNCED(*there);
    for (const domain::Attachment &file : {texts.at(1), texts.at(2), *drawing})
        QTRY_VERIFY_WITH_TIMEOUT(has(*there, file), kPatience);
    QVERIFY(!has(*there, texts.first()));
    there->service->wantAttachment(texts.first());
    QTRY_VERIFY_WITH_TIMEOUT(has(*there, texts.first()), kPatience);
    QCOMPARE(query(u"SELECT string_agg(version::text || ' ' || author, ',' ORDER BY version)"
                   " FROM app.article_version"_s),
        u"1 chen,2 chen,3 chen"_s);
}

// Two versions were published at a desk that was away, one at another: that one's text comes here.
void TestAttachments::whatTookThePlaceOfMineArrives()
{
    const auto here = console(1);
    SYNCED(*here);
    const QUuid article = newArticle(*here);
    QVERIFY(!article.isNull());
    const auto write = [&article, this](Desk &desk, int version, const QByteArray &text) {
        const auto file = store::BlobFolder(desk.folder()).addText(text);
        return file && publish(desk, article, version - 1, *file, {}) ? *file
                                                                      : domain::Attachment();
    };
    const auto first = write(*here, 1, "# 丢包");
    const auto there = console(2);
    QTRY_VERIFY_WITH_TIMEOUT(has(*there, first), kPatience);
    SYNCED(*there);
    there->restart([](const QString &) {}); // and is away
    QVERIFY(!write(*there, 2, "# 丢包\n在别处写的").hash.isEmpty());
    QVERIFY(!write(*there, 3, "# 丢包\n在别处又写的").hash.isEmpty());
    QVERIFY(!write(*there, 4, "# 丢包\n在别处再写的").hash.isEmpty());
    const auto winner = write(*here, 2, "# 丢包\n先到的");
    QTRY_COMPARE_WITH_TIMEOUT(
        query(u"SELECT max(version)::text FROM app.article_version"_s), u"2"_s, kPatience);
    SYNCED(*here);
    there->service->start();
    SETTLED(*there);
    QTRY_VERIFY_WITH_TIMEOUT(has(*there, winner), kPatience);
}

// The new version's image does not fit: what was there stays readable, and the rest comes by itself
// when there is room.
void TestAttachments::aFullDiskLeavesTheOldVersionWhole()
{
    const auto here = console(1);
    SYNCED(*here);
    const store::BlobFolder folder(here->folder());
    const QUuid article = newArticle(*here);
    QVERIFY(!article.isNull());
    const QByteArray before("# 丢包\n第 1 版");
    const auto text = folder.addText(before);
    const QByteArray old = image(domain::limits::kBlobPiece + 5, 41);
    const auto drawing = folder.add(old, u"拓扑.png"_s);
    QVERIFY(text && drawing && publish(*here, article, 0, *text, {*drawing}));
    const auto there = console(2);
    QTRY_VERIFY_WITH_TIMEOUT(has(*there, *text) && has(*there, *drawing), kPatience);
    SYNCED(*there);

    constexpr qint64 kRoom = 8LL * 1024 * 1024; // more than the replicas need
    const auto newText = folder.addText("# 丢包\n第 2 版");
    const QByteArray more = image(kRoom + domain::limits::kBlobPiece, 42);
    const auto large = folder.add(more, u"机柜.png"_s);
    QVERIFY(newText && large);
    const store::BlobFolder copies(there->folder());
    {
        const test::FullDisk full(kRoom);
        QVERIFY(publish(*here, article, 1, *newText, {*large}));
        QTRY_VERIFY_WITH_TIMEOUT(
            copies.nextPiece(large->hash) == int(kRoom / domain::limits::kBlobPiece), kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(
            there->service->status().state, sync::SyncStatus::State::NeedsAttention, kPatience);
        QCOMPARE(there->service->status().lastError->code, u"disk_full"_s);
        QVERIFY(!copies.has(large->hash));
        QCOMPARE(readAll(copies, *text), before);
        QVERIFY(readAll(copies, *drawing) == old);
    }
    QTRY_VERIFY_WITH_TIMEOUT(copies.has(large->hash), kPatience);
    QVERIFY(readAll(copies, *large) == more);
    QTRY_VERIFY_WITH_TIMEOUT(copies.has(newText->hash), kPatience);
}

QTEST_GUILESS_MAIN(TestAttachments)
#include "tst_attachments.moc"
