// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>

/// The run must have ended well; what it said, if not.
#define DONE(ran)                                                                                  \
    do {                                                                                           \
        const Ran ended = (ran);                                                                   \
        QVERIFY2(ended.exitCode == 0, ended.all().constData());                                    \
    } while (false)

namespace watchroom::tests {

using namespace Qt::StringLiterals;

/// What one run of the program left behind.
struct Ran
{
    int exitCode = -1;
    QByteArray out;
    QByteArray err;

    /// Null unless standard output is exactly one document.
    [[nodiscard]] QJsonDocument document() const { return QJsonDocument::fromJson(out); }
    [[nodiscard]] QJsonObject object() const { return document().object(); }
    [[nodiscard]] QJsonArray array() const { return document().array(); }
    /// The `error` member of standard error, as --json writes it.
    [[nodiscard]] QJsonObject error() const
    {
        return QJsonDocument::fromJson(err).object().value("error"_L1).toObject();
    }
    /// For QVERIFY2.
    [[nodiscard]] QByteArray all() const
    {
        return "exit " + QByteArray::number(exitCode) + ": " + out + err;
    }
};

/// The real command line program on one workspace, as one person.
class Ctl
{
public:
    explicit Ctl(const QString &workspace, const QString &login = {}, const QString &password = {})
        : m_workspace(workspace)
        , m_login(login)
        , m_password(password)
    {
    }

    [[nodiscard]] Ran run(const QStringList &words, const QByteArray &input = {}) const
    {
        return runPlain(QStringList{u"--json"_s} + words, input);
    }

    [[nodiscard]] Ran runPlain(const QStringList &words, const QByteArray &input = {},
        const QString &locale = u"C.UTF-8"_s) const
    {
        QStringList all{u"--workspace"_s, m_workspace};
        if (!m_login.isEmpty())
            all << u"--as"_s << m_login;
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"LC_ALL"_s, locale);
        environment.insert(u"PGPASSWORD"_s, m_password);
        for (const QString &word : words) {
            const auto [text, password] = withoutPassword(word);
            all.append(text);
            if (!password.isEmpty())
                environment.insert(u"PGPASSWORD"_s, password);
        }
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(WATCHROOM_CTL), all);
        process.write(input);
        process.closeWriteChannel();
        constexpr int kLongest = 60'000;
        Ran ran;
        if (process.waitForFinished(kLongest) && process.exitStatus() == QProcess::NormalExit)
            ran.exitCode = process.exitCode();
        ran.out = process.readAllStandardOutput();
        ran.err = process.readAllStandardError();
        return ran;
    }

    [[nodiscard]] const QString &workspace() const { return m_workspace; }

private:
    /// A password is not for arguments: the cluster's connection strings end with theirs.
    [[nodiscard]] static std::pair<QString, QString> withoutPassword(const QString &word)
    {
        const QString mark = u" password="_s;
        const qsizetype at = word.startsWith(u"host=") ? word.indexOf(mark) : -1;
        return at < 0 ? std::pair(word, QString())
                      : std::pair(word.left(at), word.mid(at + mark.size()));
    }

    QString m_workspace;
    QString m_login;
    QString m_password;
};

} // namespace watchroom::tests
