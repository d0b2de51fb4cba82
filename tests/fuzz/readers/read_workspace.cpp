// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/workspaceconfig.h"
#include "app/remote/conninfo.h"
#include "app/remote/wrappedsessions.h"
#include "tests/fuzz/readers/reader.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

namespace watchroom::fuzz {

using namespace Qt::StringLiterals;

namespace {

/// Whether opening it would take the second that deriving a key takes; other tests do that.
bool isWhole(const QByteArray &sessions, const QString &login)
{
    const QJsonObject kept =
        QJsonDocument::fromJson(sessions).object().value(login).toObject();
    return QByteArray::fromHex(kept.value("key"_L1).toString().toLatin1()).size() == 32;
}

/// The files of a workspace folder besides the replica: workspace.json ('w'), sessions.json ('s'),
/// and a station's enrolment line (else).
class WorkspaceFiles final : public Reader
{
public:
    void read(const QByteArray &input) override
    {
        if (input.isEmpty())
            return;
        const QByteArray rest = input.mid(1);
        if (input.front() == 'w')
            config(rest);
        else if (input.front() == 's')
            sessions(rest);
        else
            enrolment(QString::fromUtf8(rest));
    }

private:
    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_dir.filePath(name));
        must(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size(), "room");
    }

    void config(const QByteArray &bytes) const
    {
        write(u"workspace.json"_s, bytes);
        const auto config = programs::WorkspaceConfig::load(m_dir.path());
        if (config)
            enrolment(config->server);
    }

    void sessions(const QByteArray &bytes) const
    {
        if (isWhole(bytes, u"chen"_s))
            return;
        write(u"sessions.json"_s, bytes);
        remote::WrappedSessions wrapped(m_dir.path());
        must(!wrapped.open(u"chen"_s, u"secret"_s), "what is not whole opens nothing");
    }

    static void enrolment(const QString &line)
    {
        const auto info = remote::ConnInfo::parse(line);
        if (info)
            static_cast<void>(info->connectOptions(u"watchroom"_s));
    }

    QTemporaryDir m_dir;
};

} // namespace

std::unique_ptr<Reader> makeWorkspace()
{
    return std::make_unique<WorkspaceFiles>();
}

} // namespace watchroom::fuzz
