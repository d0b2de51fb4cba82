// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/articles/links.h"

#include "app/articles/articlemeta.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace watchroom::articles {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongest = 4'000;

QString decoded(const QString &fragment)
{
    return QUrl::fromPercentEncoding(fragment.toUtf8());
}

bool hasControls(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.category() == QChar::Other_Control; });
}

std::optional<QString> articleLink(const QString &target)
{
    const QString rest = target.mid(QStringView(u"article:").size());
    const qsizetype hash = rest.indexOf(u'#');
    const QString id = rest.left(hash);
    if (!isArticleId(id))
        return {};
    return u"article:"_s + id + (hash < 0 ? QString() : u'#' + decoded(rest.mid(hash + 1)));
}

} // namespace

std::optional<QString> allowedLink(const QString &target)
{
    const QString text = target.trimmed();
    if (text.isEmpty() || text.size() > kLongest || hasControls(decoded(text)))
        return {};
    if (text.startsWith(u'#'))
        return u'#' + decoded(text.mid(1));
    static const QRegularExpression outside(
        u"\\A(?:https?://[^/]|mailto:.|tel:.)"_s, QRegularExpression::CaseInsensitiveOption);
    if (outside.match(text).hasMatch())
        return text;
    return text.startsWith(u"article:"_s) ? articleLink(text) : std::nullopt;
}

QString blobOf(const QString &target)
{
    static const QRegularExpression form(u"\\Ablob:([0-9a-f]{64})\\z"_s);
    return form.match(target).captured(1);
}

bool isRelativePath(const QString &target)
{
    static const QRegularExpression scheme(u"\\A[A-Za-z][A-Za-z0-9+.-]*:"_s);
    return !target.isEmpty() && !target.startsWith(u'/') && !target.startsWith(u'#')
        && !target.startsWith(u'\\') && !hasControls(target) && !scheme.match(target).hasMatch();
}

QString Anchors::next(const QString &heading)
{
    QString name;
    for (const QChar c : heading.trimmed().toLower()) {
        if (c.isSpace())
            name += u'-';
        else if (c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || c == u'-' || c == u'_')
            name += c;
    }
    QString free = name;
    for (int n = 1; m_taken.contains(free); ++n)
        free = u"%1-%2"_s.arg(name).arg(n);
    m_taken.insert(free);
    return free;
}

} // namespace watchroom::articles
