// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/engine/desk.h"
#include "tests/ui/faults/tlsfiles.h"

#include <QFile>
#include <QTest>

using namespace watchroom;
using namespace Qt::StringLiterals;
using test::Desk;
using test::TlsFiles;
using State = sync::SyncStatus::State;

namespace {

/// `to` holds what the files hold, one after the other.
void bundle(const QString &to, const QStringList &files)
{
    QFile bundle(to);
    QVERIFY(bundle.open(QIODevice::WriteOnly | QIODevice::Truncate));
    for (const QString &name : files) {
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(bundle.write(file.readAll()) > 0);
    }
}

} // namespace

/// The server's certificate and the authority behind it change while consoles run.
class TestCertificates : public test::DeskTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void rotation();
    void forgottenAndMended();

private:
    [[nodiscard]] remote::ConnInfo trusting(const QString &roots) const;
    /// New connections meet this certificate; those there are go on.
    void change(const TlsFiles &files);

    QTemporaryDir m_dir;
    std::unique_ptr<TlsFiles> m_old;
    std::unique_ptr<TlsFiles> m_new;
};

void TestCertificates::initTestCase()
{
    m_old = std::make_unique<TlsFiles>(m_dir.filePath(u"old"_s));
    m_new = std::make_unique<TlsFiles>(m_dir.filePath(u"new"_s));
    QVERIFY(m_old->make(u"IP:127.0.0.1"_s) && m_new->make(u"IP:127.0.0.1"_s));
    m_server.cluster.setTls(m_old->certificate(), m_old->key());
    QCOMPARE(prepare(), QString());
}

void TestCertificates::init()
{
    QCOMPARE(begin(), QString());
    change(*m_old);
}

remote::ConnInfo TestCertificates::trusting(const QString &roots) const
{
    auto info = desk(1);
    info.set("sslmode"_L1, u"verify-full"_s);
    info.set("sslrootcert"_L1, roots);
    return info;
}

void TestCertificates::change(const TlsFiles &files)
{
    QVERIFY2(m_server.cluster.changeTls(files.certificate(), files.key()),
        m_server.cluster.error().constData());
}

void TestCertificates::rotation()
{
    const QString roots = m_dir.filePath(u"roots.crt"_s);
    bundle(roots, {m_old->authority()});
    Desk one(trusting(roots));
    QCOMPARE(enter(one, 1), QString());
    one.service->start();
    SYNCED(one);
    // First the root file with both, then the certificate: nobody notices anything.
    bundle(roots, {m_old->authority(), m_new->authority()});
    change(*m_new);
    QVERIFY(!one.note(u"on the old connection"_s).isNull());
    SETTLED(one);
    QVERIFY(m_server.cluster.terminateConnections(m_database));
    QVERIFY(!one.note(u"on a new one"_s).isNull());
    SETTLED(one);
    SYNCED(one);
    // Then the old root goes.
    bundle(roots, {m_new->authority()});
    QVERIFY(m_server.cluster.terminateConnections(m_database));
    QVERIFY(!one.note(u"without the old root"_s).isNull());
    SETTLED(one);
    SYNCED(one);
    EQUAL(one, m_server.cluster);
}

void TestCertificates::forgottenAndMended()
{
    const QString roots = m_dir.filePath(u"forgotten.crt"_s);
    bundle(roots, {m_old->authority()});
    Desk one(trusting(roots));
    QCOMPARE(enter(one, 1), QString());
    one.service->start();
    SYNCED(one);
    change(*m_new); // nobody thought of the root file
    QVERIFY(m_server.cluster.terminateConnections(m_database));
    QTRY_COMPARE_WITH_TIMEOUT(one.service->status().state, State::NeedsAttention, kPatience);
    QCOMPARE(one.service->status().lastError->code, u"certificate_untrusted"_s);
    QVERIFY(!one.note(u"kept meanwhile"_s).isNull());
    QCOMPARE(one.replica->counts().result().pending, 1);
    // The file is replaced; the program runs on and finds its way by itself.
    bundle(roots, {m_old->authority(), m_new->authority()});
    SETTLED(one);
    SYNCED(one);
    EQUAL(one, m_server.cluster);
}

QTEST_GUILESS_MAIN(TestCertificates)
#include "tst_certificates.moc"
