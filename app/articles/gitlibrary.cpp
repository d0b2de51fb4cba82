// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/articles/gitlibrary.h"

#include "app/articles/markdown.h"

#include <git2/errors.h>
#include <git2/global.h>

namespace watchroom::articles {

using namespace Qt::StringLiterals;
using base::Error;

GitLibrary::GitLibrary()
{
    git_libgit2_init();
}

GitLibrary::~GitLibrary()
{
    git_libgit2_shutdown();
}

tl::unexpected<Error> GitLibrary::failed(const QString &what)
{
    const git_error *error = git_error_last();
    const QString why = error ? QString::fromUtf8(error->message) : QString();
    return base::failure(Error::Kind::Internal, u"git: %1: %2"_s.arg(what, why));
}

QByteArray gitText(const QString &text)
{
    QByteArray utf8 = normalised(text).toUtf8();
    if (!utf8.isEmpty() && !utf8.endsWith('\n'))
        utf8.append('\n');
    return utf8;
}

QStringList gitLines(QByteArrayView utf8)
{
    if (utf8.isEmpty())
        return {};
    QString text = QString::fromUtf8(utf8);
    if (text.endsWith(u'\n'))
        text.chop(1);
    return text.split(u'\n');
}

} // namespace watchroom::articles
