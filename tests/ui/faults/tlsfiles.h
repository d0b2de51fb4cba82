// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QProcess>
#include <QString>
#include <QStringList>

namespace watchroom::test {

using namespace Qt::StringLiterals;

/// An authority and a certificate it gave to a host, made by openssl in a folder.
class TlsFiles
{
public:
    explicit TlsFiles(const QString &dir)
        : m_dir(dir)
    {
        QDir().mkpath(dir);
    }

    /// `name`: "DNS:db.example" or "IP:127.0.0.1".
    [[nodiscard]] bool make(const QString &name) const
    {
        return openssl({u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-days"_s,
                   u"2"_s, u"-subj"_s, u"/CN=test authority"_s, u"-keyout"_s, path(u"ca.key"_s),
                   u"-out"_s, authority()})
            && openssl({u"req"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-subj"_s,
                u"/CN=server"_s, u"-addext"_s, u"subjectAltName="_s + name, u"-keyout"_s, key(),
                u"-out"_s, path(u"server.csr"_s)})
            && openssl({u"x509"_s, u"-req"_s, u"-in"_s, path(u"server.csr"_s), u"-CA"_s,
                authority(), u"-CAkey"_s, path(u"ca.key"_s), u"-CAcreateserial"_s, u"-days"_s,
                u"2"_s, u"-copy_extensions"_s, u"copy"_s, u"-out"_s, certificate()});
    }

    [[nodiscard]] QString authority() const { return path(u"ca.crt"_s); }
    [[nodiscard]] QString certificate() const { return path(u"server.crt"_s); }
    [[nodiscard]] QString key() const { return path(u"server.key"_s); }

private:
    [[nodiscard]] QString path(const QString &file) const { return m_dir + u'/' + file; }
    [[nodiscard]] static bool openssl(const QStringList &arguments)
    {
        QProcess process;
        process.start(u"openssl"_s, arguments);
        return process.waitForFinished(60'000) && process.exitCode() == 0;
    }

    QString m_dir;
};

} // namespace watchroom::test
