// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/console/connections.h"

#include "app/base/log.h"
#include "app/base/whendone.h"
#include "app/programs/demoalerts.h"
#include "app/quality/mapping.h"
#include "app/quality/prometheussource.h"
#include "app/quality/simulator.h"
#include "app/remote/pgremote.h"
#include "app/sync/syncsession.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QSslCertificate>
#include <QUrl>

#include <cmath>

namespace watchroom::programs {

using namespace Qt::StringLiterals;
using base::Error;
using base::Result;

namespace {

constexpr std::chrono::seconds kTestTime{5};
const QString kStationKey = u"station "_s;
const QString kSourceKey = u"source "_s;

Result<quality::Mapping> mappingOf(const WorkspaceConfig &config)
{
    const QString name = config.mapping.isEmpty() ? u"blackbox"_s : config.mapping;
    if (quality::shippedProfiles().contains(name)) {
        const auto profile = quality::shippedProfile(name);
        if (!profile)
            return tl::unexpected(profile.error());
        return quality::readMapping(*profile);
    }
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return base::failure(Error::Kind::NotFound, file.errorString(), u"mapping_unreadable"_s,
            {{u"file"_s, name}});
    return quality::readMapping(file.readAll());
}

QByteArray headerOf(const QString &user, QByteArrayView secret)
{
    if (secret.isEmpty())
        return {};
    if (user.isEmpty())
        return "Bearer " + secret.toByteArray();
    QByteArray pair = user.toUtf8() + ':' + secret.toByteArray();
    QByteArray header = "Basic " + pair.toBase64();
    remote::wipe(pair);
    return header;
}

int usableValues(const quality::Poll &poll)
{
    return int(std::ranges::count_if(
        poll.readings, [](const quality::Reading &r) { return std::isfinite(r.value); }));
}

/// What a poll says of its source: how many values, or what is wrong with it.
Result<int> judge(const Result<quality::Poll> &poll)
{
    if (!poll)
        return tl::unexpected(poll.error());
    if (!poll->problems.isEmpty())
        return tl::unexpected(poll->problems.first().second);
    const int values = usableValues(*poll);
    if (values == 0)
        return base::failure(Error::Kind::Invalid, u"no finite value"_s, u"source_empty"_s);
    return values;
}

} // namespace

Result<QByteArray> sourceAuthorization(const WorkspaceConfig &config, const QString &ownSecret,
    const Result<remote::TeamSecretsPtr> &team)
{
    const QString &name = config.sourceTeamSecret;
    if (name.isEmpty())
        return headerOf(config.sourceUser, ownSecret.toUtf8());
    if (!team)
        return tl::unexpected(team.error());
    if (!*team && !config.isStandalone())
        return base::failure(Error::Kind::Offline, u"no team secret yet"_s,
            u"source_secret_waiting"_s, {{u"name"_s, name}});
    const QByteArrayView value = *team ? (*team)->value(name, u"source") : QByteArrayView();
    if (value.isEmpty())
        return base::failure(Error::Kind::Denied, u"no such team secret"_s,
            u"source_secret_missing"_s, {{u"name"_s, name}});
    return headerOf(config.sourceUser, value);
}

Result<quality::QualityService::SourceFactory> sourceFactory(
    const WorkspaceConfig &config, const Result<QByteArray> &authorization)
{
    using Factory = quality::QualityService::SourceFactory;
    if (config.source.isEmpty())
        return Factory();
    if (config.source == "simulator"_L1)
        return Factory([] { return std::make_unique<quality::Simulator>(kDemoSeed); });
    quality::SourceSettings settings;
    settings.url = QUrl(config.source, QUrl::StrictMode);
    if (!settings.url.isValid() || settings.url.host().isEmpty())
        return base::failure(Error::Kind::Invalid, u"no address"_s, u"source_address"_s);
    const auto mapping = mappingOf(config);
    if (!mapping)
        return tl::unexpected(mapping.error());
    if (authorization)
        settings.authorization = *authorization;
    else
        settings.withheld = authorization.error();
    settings.caFile = config.sourceAuthority;
    if (!settings.caFile.isEmpty() && QSslCertificate::fromPath(settings.caFile).isEmpty())
        return base::failure(Error::Kind::Invalid, u"no certificate in it"_s,
            u"source_ca_unreadable"_s, {{u"file"_s, settings.caFile}});
    return Factory([mapping = *mapping, settings] {
        return std::make_unique<quality::PrometheusSource>(u"prometheus"_s, mapping, settings);
    });
}

Connections::Connections(const QString &workspaceDir, QObject *parent)
    : QObject(parent)
    , m_dir(QDir(workspaceDir).absolutePath())
    , m_credentials(workspaceDir)
    , m_thread(u"connection-test"_s)
{
}

Connections::~Connections() = default;

void Connections::testServer(const remote::ConnInfo &server, const QUuid &client, Done done)
{
    const auto attempt = [server, client]() -> Result<> {
        remote::PgRemote remote({.info = server, .deadline = kTestTime});
        if (const auto opened = remote.open(); !opened)
            return opened;
        if (client.isNull())
            return {};
        const auto hello = remote.hello(client, sync::kSchema);
        return hello ? Result<>() : Result<>(tl::unexpected(hello.error()));
    };
    base::whenDone(m_thread.run(attempt), this, std::move(done));
}

void Connections::testSource(const WorkspaceConfig &config, const Result<QByteArray> &authorization,
    std::function<void(const Result<int> &)> done)
{
    const auto factory = sourceFactory(config, authorization);
    if (!factory || !*factory) {
        done(factory ? Result<int>(0) : Result<int>(tl::unexpected(factory.error())));
        return;
    }
    auto promise = std::make_shared<QPromise<Result<int>>>();
    promise->start();
    base::whenDone(promise->future(), this, std::move(done));
    m_thread.post([make = *factory, promise, context = m_thread.context()] {
        auto *source = make().release();
        source->setParent(context);
        const qint64 now = QDateTime::currentMSecsSinceEpoch() / 1000 * 1000;
        base::whenDone(
            source->poll(now), source, [source, promise](const Result<quality::Poll> &p) {
                promise->addResult(judge(p));
                promise->finish();
                source->deleteLater();
            });
    });
}

void Connections::changeSecrets(const remote::ConnInfo &server, const QString &login,
    const QString &password, SecretWork work, SecretsDone done)
{
    using Infos = Result<QList<remote::SecretInfo>>;
    const auto attempt = [server, login, password, change = std::move(work)]() -> Infos {
        // Without one libpq would try the station's own.
        if (login.isEmpty() || password.isEmpty())
            return base::failure(Error::Kind::Denied, u"no password"_s, u"password_wrong"_s);
        remote::SecretBook book(server, login, password);
        if (const auto opened = book.open(); !opened)
            return tl::unexpected(opened.error());
        if (const auto changed = change ? change(book) : Result<>(); !changed)
            return tl::unexpected(changed.error());
        return book.list();
    };
    base::whenDone(m_thread.run(attempt), this, std::move(done));
}

void Connections::keep(const QString &key, const QString &secret, Done done)
{
    base::whenDone(m_credentials.write(key + m_dir, secret), this,
        [done = std::move(done)](const Result<bool> &kept) {
            done(kept ? Result<>() : Result<>(tl::unexpected(kept.error())));
        });
}

void Connections::read(const QString &key, std::function<void(const QString &)> take)
{
    base::whenDone(m_credentials.read(key + m_dir), this,
        [take = std::move(take)](const Result<std::optional<QString>> &found) {
            if (!found)
                qCWarning(base::lcRemote) << "a stored secret:" << found.error().detail;
            take(found ? found->value_or(QString()) : QString());
        });
}

void Connections::keepStationSecret(const QString &secret, Done done)
{
    keep(kStationKey, secret, std::move(done));
}

void Connections::keepSourceSecret(const QString &secret, Done done)
{
    keep(kSourceKey, secret, std::move(done));
}

void Connections::stationSecret(std::function<void(const QString &)> take)
{
    read(kStationKey, std::move(take));
}

void Connections::sourceSecret(std::function<void(const QString &)> take)
{
    read(kSourceKey, std::move(take));
}

} // namespace watchroom::programs
