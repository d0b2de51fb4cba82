// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/server/serverfixture.h"

namespace watchroom::tests {

using namespace Qt::StringLiterals;
using remote::ConnInfo;
using remote::ServerAdmin;

bool ServerFixture::accept(const base::Result<> &result)
{
    if (!result)
        m_error = (result.error().code + u' ' + result.error().detail).toUtf8();
    return result.has_value();
}

bool ServerFixture::start()
{
    if (!m_cluster.start()) {
        m_error = m_cluster.error();
        return false;
    }
    m_template = m_cluster.createDatabase();
    return !m_template.isEmpty() && setUp(m_template);
}

bool ServerFixture::openAdmin(ServerAdmin &admin, const QString &database)
{
    const auto info = ConnInfo::parse(m_cluster.adminConninfo(database));
    return info && accept(admin.open(*info));
}

bool ServerFixture::setUp(const QString &database)
{
    ServerAdmin admin;
    if (!openAdmin(admin, database))
        return false;
    const auto installed = admin.install();
    if (!installed) {
        m_error = installed.error().detail.toUtf8();
        return false;
    }
    const auto person = [&](const QString &login, const QString &name, const QStringList &rights) {
        m_passwords.insert(login, login + u"-secret"_s);
        return accept(admin.addPerson({.login = login,
            .name = name,
            .layer = u"technical"_s,
            .group = u"network"_s,
            .rights = rights,
            .password = login + u"-secret"_s}));
    };
    if (!person(u"chen"_s, u"陈立"_s, {u"lead"_s, u"admin"_s}) || !person(u"zhou"_s, u"周敏"_s, {})
        || !person(u"li"_s, u"李伟"_s, {u"command"_s}))
        return false;
    const QList<std::pair<QString, QString>> stations{{u"desk1"_s, u"console"_s},
        {u"desk2"_s, u"console"_s}, {u"wall1"_s, u"wall"_s}, {u"agent1"_s, u"agent"_s}};
    for (const auto &[name, kind] : stations) {
        const auto line = admin.addStation(name, kind);
        if (!line) {
            m_error = line.error().detail.toUtf8();
            return false;
        }
        m_passwords.insert(name, ConnInfo::parse(*line)->value("password"_L1));
    }
    return true;
}

QString ServerFixture::newDatabase()
{
    const QString name = m_cluster.copyDatabase(m_template);
    ServerAdmin admin;
    // A copy does not carry the rights on the database itself.
    if (name.isEmpty() || !openAdmin(admin, name) || !admin.upgrade())
        return {};
    return name;
}

QString ServerFixture::conninfo(const QString &database, const QString &login) const
{
    return m_cluster.conninfo(database, login, m_passwords.value(login));
}

QString ServerFixture::admin(const QString &database) const
{
    return m_cluster.adminConninfo(database);
}

} // namespace watchroom::tests
