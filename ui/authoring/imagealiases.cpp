// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/authoring/imagealiases.h"

#include <QRegularExpression>

namespace watchroom::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kShort = 8;

template <class Other>
QString replaced(const QString &text, const QRegularExpression &pattern, Other other)
{
    QString made;
    qsizetype at = 0;
    for (auto it = pattern.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        made += text.mid(at, match.capturedStart(1) - at) + other(match.captured(1));
        at = match.capturedEnd(1);
    }
    return made + text.mid(at);
}

} // namespace

QString ImageAliases::shortened(const QString &markdown)
{
    static const QRegularExpression hashes(u"\\bblob:([0-9a-f]{64})\\b"_s);
    return replaced(markdown, hashes, [this](const QString &hash) {
        const QString name = hash.left(kShort);
        const QString known = m_hashes.value(name, hash);
        m_hashes.insert(name, known);
        return known == hash ? name : hash; // two that begin alike: the second stays whole
    });
}

QString ImageAliases::whole(const QString &markdown) const
{
    static const QRegularExpression names(u"\\bblob:([0-9a-f]{8})\\b"_s);
    return replaced(
        markdown, names, [this](const QString &name) { return m_hashes.value(name, name); });
}

} // namespace watchroom::ui
