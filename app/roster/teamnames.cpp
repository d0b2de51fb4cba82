// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roster/teamnames.h"

#include "app/roster/rostercells.h"

#include <QRegularExpression>

#include <algorithm>

namespace watchroom::roster {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestName = 60;
constexpr qsizetype kMostParts = 6; ///< of one name

QString withoutPhone(const QString &text)
{
    static const QRegularExpression phone(u"[\\s(:]*\\+?\\d[\\d\\s-]{5,}\\d[\\s)]*$"_s);
    return text.size() > kLongestName ? text : QString(text).remove(phone);
}

} // namespace

TeamNames::TeamNames(const QList<TeamMember> &team)
{
    for (const TeamMember &member : team) {
        const QString name = squeezed(member.name);
        if (!name.isEmpty() && !m_logins.value(name).contains(member.login))
            m_logins[name].append(member.login);
    }
}

QStringList TeamNames::match(const QString &text) const
{
    if (text.size() > kLongestName)
        return {};
    const QStringList exact = m_logins.value(squeezed(text));
    return exact.isEmpty() ? m_logins.value(squeezed(withoutPhone(text))) : exact;
}

QList<NamePiece> TeamNames::split(const QString &cell) const
{
    static const QRegularExpression between(u"[、,;/|&+\\n]+"_s);
    QList<NamePiece> pieces;
    const QStringList parts = cell.split(between, Qt::SkipEmptyParts);
    for (const QString &raw : parts) {
        const QString part = raw.trimmed();
        if (const QStringList logins = match(part); !logins.isEmpty())
            pieces.append({part, logins});
        else if (!part.isEmpty())
            splitByBlanks(part, pieces);
    }
    return pieces;
}

/// The longest known names first; unknown parts that follow each other stay together.
void TeamNames::splitByBlanks(const QString &part, QList<NamePiece> &into) const
{
    const QStringList words = part.split(u' ', Qt::SkipEmptyParts);
    QStringList unknown;
    const auto endUnknown = [&] {
        if (!unknown.isEmpty())
            into.append({unknown.join(u' '), {}});
        unknown.clear();
    };
    for (qsizetype at = 0; at < words.size();) {
        QStringList logins;
        qsizetype length = std::min(kMostParts, words.size() - at);
        while (length > 0 && (logins = match(words.sliced(at, length).join(u' '))).isEmpty())
            --length;
        if (logins.isEmpty()) {
            unknown.append(words.at(at++));
            continue;
        }
        endUnknown();
        into.append({words.sliced(at, length).join(u' '), logins});
        at += length;
    }
    endUnknown();
}

} // namespace watchroom::roster
