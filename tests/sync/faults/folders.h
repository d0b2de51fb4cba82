// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QString>
#include <QTest>

namespace watchroom::test {

/// `to` becomes what `from` is, but for locks.
inline void copyFolder(const QString &from, const QString &to)
{
    using namespace Qt::StringLiterals;
    const QStringList old = QDir(to).entryList(QDir::Files);
    for (const QString &name : old)
        QVERIFY(QFile::remove(to + u'/' + name));
    const QStringList names = QDir(from).entryList(QDir::Files);
    for (const QString &name : names) {
        if (!name.endsWith(u".lock"))
            QVERIFY(QFile::copy(from + u'/' + name, to + u'/' + name));
    }
}

} // namespace watchroom::test
