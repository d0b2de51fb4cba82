// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/mainjob/dutyroom.h"

#include "app/domain/rule.h"
#include "app/remote/serveradmin.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace watchroom::mainjob {

using namespace Qt::StringLiterals;

namespace {

const QString kSeries = u"rtt_seconds{site=\"huashan\"}"_s;

/// Red above 400 ms for 2 s, over when below 360 ms for 2 s.
QJsonObject quickRule()
{
    domain::Rule rule;
    rule.name = u"rtt_high"_s;
    rule.metric = u"rtt"_s;
    rule.group = u"network"_s;
    rule.stepSeconds = 1;
    rule.noDataSeconds = 60;
    rule.levels[2] = domain::RuleLevel{400, 360, 2, 2};
    return domain::toJson(rule);
}

QJsonObject mapping()
{
    const QJsonObject rtt{{u"promql"_s, u"rtt_seconds"_s}, {u"scale"_s, 1000}};
    const QJsonObject site{{u"key"_s, u"huashan"_s}, {u"kind"_s, u"site"_s},
        {u"name"_s, u"华山院区"_s}, {u"name_en"_s, u"Huashan"_s}};
    return {{u"profile"_s, u"mainjob"_s}, {u"interval"_s, 1}, {u"target_label"_s, u"site"_s},
        {u"metrics"_s, QJsonObject{{u"rtt"_s, rtt}}}, {u"targets"_s, QJsonArray{site}}};
}

} // namespace

QString DutyRoom::prepare()
{
    // No test writes into the keychain of whoever runs it.
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    if (!m_cluster.start())
        return QString::fromUtf8(m_cluster.error());
    m_database = m_cluster.createDatabase();
    if (const auto set = setUpServer(); !set)
        return set.error().code + u' ' + set.error().detail;
    return setUpSource();
}

base::Result<> DutyRoom::setUpServer()
{
    remote::ServerAdmin admin;
    const auto info = remote::ConnInfo::parse(administrator());
    if (!info)
        return tl::unexpected(info.error());
    if (const auto opened = admin.open(*info); !opened)
        return opened;
    if (const auto installed = admin.install({quickRule()}); !installed)
        return tl::unexpected(installed.error());
    const QList<remote::NewPerson> people{
        {.login = u"chen"_s,
            .name = u"陈晓"_s,
            .layer = u"command"_s,
            .group = {},
            .rights = {u"lead"_s},
            .password = passwordOf(u"chen"_s)},
        {.login = u"li"_s,
            .name = u"李泽"_s,
            .layer = u"technical"_s,
            .group = u"network"_s,
            .rights = {},
            .password = passwordOf(u"li"_s)},
    };
    for (const remote::NewPerson &person : people) {
        if (const auto added = admin.addPerson(person); !added)
            return added;
    }
    for (const QString &name : {u"desk-1"_s, u"desk-2"_s}) {
        const auto line = admin.addStation(name, u"console"_s);
        if (!line)
            return tl::unexpected(line.error());
        m_enrolments.insert(name, *line);
    }
    return {};
}

QString DutyRoom::setUpSource()
{
    QFile file(m_dir.filePath(u"mapping.json"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(mapping()).toJson()) < 0)
        return file.errorString();
    setRoundTrip(42);
    m_prometheus = std::make_unique<sources::PrometheusServer>(
        u"  - job_name: sites\n    static_configs:\n      - targets: ['127.0.0.1:%1']\n"_s.arg(
            m_exporter.port()));
    return m_prometheus->start() ? QString() : u"prometheus does not get ready"_s;
}

void DutyRoom::setRoundTrip(double ms)
{
    m_exporter.set(kSeries, ms / 1000);
}

programs::WorkspaceConfig DutyRoom::station(const QString &name) const
{
    return {.server = m_enrolments.value(name),
        .source = m_prometheus->url().toString(),
        .mapping = m_dir.filePath(u"mapping.json"_s)};
}

QString DutyRoom::passwordOf(const QString &login)
{
    return login + u"'s own"_s;
}

QString DutyRoom::query(const QString &sql) const
{
    const auto output = m_cluster.psql(m_cluster.superConninfo(m_database), sql);
    return (output.exitCode == 0 ? output.out : output.err).trimmed();
}

QMap<QString, domain::Row> DutyRoom::rows(const QString &table) const
{
    QMap<QString, domain::Row> rows;
    const QString lines =
        query(u"SELECT sync.row_of('%1', id)::text FROM app.%1 WHERE NOT deleted"_s.arg(table));
    for (const QString &line : lines.split(u'\n', Qt::SkipEmptyParts)) {
        const domain::Row row = QJsonDocument::fromJson(line.toUtf8()).object();
        rows.insert(domain::text(row, "id"_L1), row);
    }
    return rows;
}

} // namespace watchroom::mainjob
