// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/remote/credentialstore.h"

#include "app/base/log.h"
#include "app/base/wholefile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QPromise>
#include <QSaveFile>
#include <QTimer>
#include <qt6keychain/keychain.h>

#include <memory>

namespace watchroom::remote {

using namespace Qt::StringLiterals;
using base::Error;
using base::lcRemote;

namespace {

const auto kService = u"watchroom"_s;

using Secret = std::optional<QString>;

base::Result<Secret> readFile(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return Secret();
    if (!file.open(QIODevice::ReadOnly))
        return base::failure(Error::Kind::Denied, file.errorString(), u"credential_unreadable"_s);
    return Secret(QString::fromUtf8(file.read(4096)));
}

base::Result<> writeFile(const QString &path, const QString &secret)
{
    QSaveFile file(path);
    // QSaveFile makes its temporary file 0600; said again, whatever a later Qt does.
    const bool written = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && file.write(secret.toUtf8()) >= 0 && base::commitWhole(file);
    if (!written)
        return base::failure(Error::Kind::Denied, file.errorString(), u"credential_unwritable"_s);
    return {};
}

/// Runs a keychain job and calls `done` exactly once: when it ends, or with null when time is up.
/// The job deletes itself when it ends and not before: under way that would crash QtKeychain.
template <class JobType, class Done>
void runJob(JobType *job, std::chrono::milliseconds limit, QObject *context, Done done)
{
    auto *timer = new QTimer(context);
    timer->setSingleShot(true);
    QObject::connect(timer, &QTimer::timeout, context, [timer, job, context, done] {
        timer->deleteLater();
        job->disconnect(context);
        done(nullptr);
    });
    QObject::connect(job, &QKeychain::Job::finished, context, [timer, job, done] {
        timer->stop();
        timer->deleteLater();
        done(job);
    });
    timer->start(limit);
    job->start();
}

} // namespace

CredentialStore::CredentialStore(
    const QString &workspaceDir, std::chrono::milliseconds limit, QObject *parent)
    : QObject(parent)
    , m_dir(workspaceDir)
    , m_limit(limit)
{
}

QString CredentialStore::fileOf(const QString &key) const
{
    const QByteArray name = QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256);
    return QDir(m_dir).filePath(u"credential-"_s + QString::fromLatin1(name.toHex().left(16)));
}

QFuture<base::Result<Secret>> CredentialStore::read(const QString &key)
{
    auto promise = std::make_shared<QPromise<base::Result<Secret>>>();
    promise->start();
    // The file exists only while the last write() found no keychain, so it is the newer one.
    if (auto kept = readFile(fileOf(key)); !kept || kept->has_value()) {
        promise->addResult(std::move(kept));
        promise->finish();
        return promise->future();
    }
    auto *job = new QKeychain::ReadPasswordJob(kService);
    job->setKey(key);
    runJob(job, m_limit, this, [promise](QKeychain::ReadPasswordJob *ended) {
        const bool found = ended && ended->error() == QKeychain::NoError;
        promise->addResult(base::Result<Secret>(found ? Secret(ended->textData()) : Secret()));
        promise->finish();
    });
    return promise->future();
}

QFuture<base::Result<bool>> CredentialStore::write(const QString &key, const QString &secret)
{
    auto promise = std::make_shared<QPromise<base::Result<bool>>>();
    promise->start();
    auto *job = new QKeychain::WritePasswordJob(kService);
    job->setKey(key);
    job->setTextData(secret);
    const QString path = fileOf(key);
    runJob(job, m_limit, this, [promise, path, secret](QKeychain::WritePasswordJob *ended) {
        const bool kept = ended && ended->error() == QKeychain::NoError;
        if (kept) {
            QFile::remove(path); // an older copy must not outlive the move into the keychain
            promise->addResult(base::Result<bool>(true));
        } else {
            qCInfo(lcRemote) << "no keychain answers; the station's password goes into a file";
            const auto written = writeFile(path, secret);
            promise->addResult(written ? base::Result<bool>(false)
                                       : base::Result<bool>(tl::unexpected(written.error())));
        }
        promise->finish();
    });
    return promise->future();
}

} // namespace watchroom::remote
