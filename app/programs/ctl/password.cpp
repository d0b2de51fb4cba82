// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/ctl/password.h"

#include "app/programs/ctl/arguments.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>
#include <termios.h>
#include <unistd.h>

namespace watchroom::ctl {

using namespace Qt::StringLiterals;

namespace {

/// Asks and switches the terminal's echo off while it lives; nothing where input is no terminal.
class QuietTerminal
{
public:
    explicit QuietTerminal(const QString &question)
        : m_is(isatty(STDIN_FILENO) && tcgetattr(STDIN_FILENO, &m_before) == 0)
    {
        if (!m_is)
            return;
        termios quiet = m_before;
        quiet.c_lflag &= ~tcflag_t(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
        std::fputs(question.toLocal8Bit().constData(), stderr);
    }
    ~QuietTerminal()
    {
        if (!m_is)
            return;
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
        std::fputc('\n', stderr);
    }
    QuietTerminal(const QuietTerminal &) = delete;
    QuietTerminal &operator=(const QuietTerminal &) = delete;

private:
    termios m_before{};
    bool m_is;
};

QString firstLine(qint64 longest)
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return {};
    QString line = QString::fromUtf8(input.readLine(longest));
    while (line.endsWith(u'\n') || line.endsWith(u'\r'))
        line.chop(1);
    return line;
}

} // namespace

base::Result<QString> readPassword()
{
    const QuietTerminal quiet(QCoreApplication::translate("ctl", "Password: "));
    const QString line = firstLine(1024);
    if (line.isEmpty())
        return base::failure(
            base::Error::Kind::Invalid, u"no password was given"_s, u"password_missing"_s);
    return line;
}

base::Result<QString> readSecret()
{
    constexpr qint64 kLargest = 8192;
    const QuietTerminal quiet(QCoreApplication::translate("ctl", "Value: "));
    QString line = firstLine(kLargest + 3); // its end, and one more to see that it is too large
    if (line.isEmpty())
        return base::failure(
            base::Error::Kind::Invalid, u"no value was given"_s, u"secret_empty"_s);
    if (line.toUtf8().size() > kLargest)
        return base::failure(base::Error::Kind::Invalid, u"too large"_s, u"secret_too_large"_s,
            {{u"bytes"_s, kLargest}});
    return line;
}

base::Result<remote::ConnInfo> serverOf(const QString &argument)
{
    auto info = remote::ConnInfo::parse(argument);
    if (info && info->contains("password"_L1))
        return wrongUsage(QT_TRANSLATE_NOOP(
            "ctl", "a password does not belong into CONNINFO; use PGPASSWORD or ~/.pgpass"));
    return info;
}

} // namespace watchroom::ctl
