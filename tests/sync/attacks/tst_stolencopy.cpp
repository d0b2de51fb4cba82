// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/random.h"
#include "tests/sync/engine/desk.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace watchroom;
using namespace Qt::StringLiterals;
using test::Desk;

namespace {

const auto kPassword = u"chen's own;secret"_s;

/// Every spelling in which a program might have written it down.
QByteArrayList spellings(const QByteArray &secret)
{
    QByteArray backwards = secret;
    std::ranges::reverse(backwards);
    QByteArray wide;
    for (const char c : secret)
        wide += QByteArray(1, c) + '\0';
    const QByteArray base64 = secret.toBase64(QByteArray::OmitTrailingEquals);
    return {secret, backwards, wide, secret.toHex(), secret.toHex().toUpper(),
        base64.left(base64.size() - 1), secret.toPercentEncoding()};
}

/// Names of the files in which one of these bytes stands.
QStringList filesWith(const QString &folder, const QByteArray &secret)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray bytes = file.readAll();
        for (const QByteArray &spelling : spellings(secret)) {
            if (bytes.contains(spelling))
                found.append(file.fileName());
        }
    }
    return found;
}

void copyFolder(const QString &from, const QString &to)
{
    const auto files = QDir(from).entryInfoList(QDir::Files | QDir::Hidden);
    for (const QFileInfo &file : files)
        QVERIFY(QFile::copy(file.filePath(), to + u'/' + file.fileName()));
}

} // namespace

/// Somebody carries a copy of the workspace folder away while the console works: what is in the
/// keychain, in memory or in people's heads is in no byte of it.
class TestStolenCopy : public test::DeskTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(prepare(), QString());
        QCOMPARE(begin(), QString());
        m_desk = std::make_unique<Desk>(desk(1));
        QCOMPARE(signIn(*m_desk, 1), QString());
        m_desk->service->start();
        SYNCED(*m_desk);
        // What is delivered, what waits, what is held: each is in the file in its own way.
        QVERIFY(!m_desk->note(u"delivered"_s).isNull());
        SETTLED(*m_desk);
        m_desk->service.reset();
        QVERIFY(!m_desk->note(u"waiting"_s).isNull());
        remote::WrappedSessions wrapped(m_desk->folder());
        wrapped.keep(u"chen"_s, kPassword, session());
        copyFolder(m_desk->folder(), m_stolen.path());
    }
    void cleanupTestCase() { m_desk.reset(); }

    void theSearchFindsWhatIsThere();
    void noSecretInAnyByte_data();
    void noSecretInAnyByte();
    void withoutThePasswordNothingIsSigned();
    void aChangedFileOpensNothing_data();
    void aChangedFileOpensNothing();
    void whatWaitsIsOfItsAuthorAlone();

private:
    [[nodiscard]] remote::PersonSession session() const
    {
        return {.id = m_desk->author().session, .key = m_desk->author().sessionKey};
    }

    QTemporaryDir m_stolen;
    std::unique_ptr<Desk> m_desk;
};

void TestStolenCopy::theSearchFindsWhatIsThere()
{
    QVERIFY(QFile::exists(m_stolen.filePath(u"sessions.json"_s)));
    QVERIFY(!filesWith(m_stolen.path(), "waiting").isEmpty());
    QVERIFY(!filesWith(m_stolen.path(), m_desk->author().session.toByteArray(QUuid::WithoutBraces))
                 .isEmpty());
}

void TestStolenCopy::noSecretInAnyByte_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::newRow("the session's key") << m_desk->author().sessionKey;
    QTest::newRow("the key's text") << m_desk->author().sessionKey.toHex();
    QTest::newRow("the person's password") << kPassword.toUtf8();
    QTest::newRow("the station's password") << desk(1).value("password"_L1).toUtf8();
    QTest::newRow("the password's hash")
        << QCryptographicHash::hash(kPassword.toUtf8(), QCryptographicHash::Sha256);
    QTest::newRow("its SCRAM verifier")
        << query(u"SELECT rolpassword FROM pg_authid WHERE rolname = 'chen'"_s)
               .section(u':', -1)
               .toUtf8();
}

void TestStolenCopy::noSecretInAnyByte()
{
    QFETCH(const QByteArray, secret);
    QVERIFY(secret.size() >= 8);
    QCOMPARE(filesWith(m_stolen.path(), secret), QStringList());
}

void TestStolenCopy::withoutThePasswordNothingIsSigned()
{
    remote::WrappedSessions wrapped(m_stolen.path());
    for (const QString &wrong : {u"chen's own;secreT"_s, QString(), kPassword + u' '}) {
        const auto opened = wrapped.open(u"chen"_s, wrong);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, u"password_wrong"_s);
    }
    const auto stranger = wrapped.open(u"zhou"_s, kPassword);
    QVERIFY(!stranger);
    QCOMPARE(stranger.error().code, u"offline_unknown"_s);
    // The right one, so that the others were refused for what they are.
    const auto right = wrapped.open(u"chen"_s, kPassword);
    QVERIFY(right);
    QCOMPARE(right->key, m_desk->author().sessionKey);
}

void TestStolenCopy::aChangedFileOpensNothing_data()
{
    QTest::addColumn<QString>("member");
    for (const char *member : {"session", "salt", "key", "check"})
        QTest::newRow(member) << QString::fromLatin1(member);
}

void TestStolenCopy::aChangedFileOpensNothing()
{
    QFETCH(const QString, member);
    QTemporaryDir folder;
    QFile source(m_stolen.filePath(u"sessions.json"_s));
    QVERIFY(source.open(QIODevice::ReadOnly));
    QJsonObject all = QJsonDocument::fromJson(source.readAll()).object();
    QJsonObject kept = all[u"chen"_s].toObject();
    QString text = kept[member].toString();
    text[0] = text[0] == u'0' ? u'1' : u'0';
    kept[member] = text;
    all[u"chen"_s] = kept;
    QFile file(folder.filePath(u"sessions.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QJsonDocument(all).toJson());
    file.close();
    const auto opened = remote::WrappedSessions(folder.path()).open(u"chen"_s, kPassword);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, u"password_wrong"_s);
}

/// The thief has another station's login and no key: the waiting note goes under its author's name
/// with the proof that stands in it, from that station not at all; nothing new can be signed.
void TestStolenCopy::whatWaitsIsOfItsAuthorAlone()
{
    Desk thief(desk(2));
    thief.restart([&](const QString &folder) {
        for (const auto &file : QDir(folder).entryInfoList(QDir::Files | QDir::Hidden))
            QFile::remove(file.filePath());
        copyFolder(m_stolen.path(), folder);
    });
    thief.actAs({.login = u"chen"_s,
        .session = m_desk->author().session,
        .sessionKey = base::randomBytes(32)});
    QVERIFY(!thief.note(u"forged"_s).isNull());
    thief.service->start();
    QTRY_COMPARE_WITH_TIMEOUT(thief.replica->counts().result().held, 2, kPatience);
    QCOMPARE(query(u"SELECT string_agg(text, ',') FROM app.log_entry WHERE kind = 'note'"_s),
        u"delivered"_s);
}

QTEST_GUILESS_MAIN(TestStolenCopy)
#include "tst_stolencopy.moc"
