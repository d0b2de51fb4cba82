// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roster/teamnames.h"

#include "app/roster/rostercells.h"

#include <QRegularExpression>

#include <algorithm>

namespace watchroom::roster {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestName = 60;
constexpr qsizetype kMostSuggestions = 5;
constexpr qsizetype kMostParts = 6; ///< of one name

QString withoutPhone(const QString &text)
{
    static const QRegularExpression phone(u"[\\s(:]*\\+?\\d[\\d\\s-]{5,}\\d[\\s)]*$"_s);
    return text.size() > kLongestName ? text : QString(text).remove(phone);
}

QString turnedRound(const QString &name)
{
    QStringList parts = plain(name).split(u' ', Qt::SkipEmptyParts);
    std::ranges::reverse(parts);
    return parts.join(QString());
}

/// One character more, less or another.
bool differsByOne(QStringView a, QStringView b)
{
    if (a.size() > b.size())
        std::swap(a, b);
    if (b.size() - a.size() > 1)
        return false;
    const auto [inA, inB] = std::ranges::mismatch(a, b);
    const qsizetype same = inA - a.begin();
    const bool longer = b.size() > a.size();
    return same < b.size() && a.sliced(longer ? same : same + 1) == b.sliced(same + 1);
}

void add(QStringList &logins, const QStringList &more)
{
    for (const QString &login : more) {
        if (!logins.contains(login))
            logins.append(login);
    }
}

} // namespace

TeamNames::TeamNames(const QList<TeamMember> &team)
{
    for (const TeamMember &member : team) {
        const QString name = squeezed(member.name);
        if (name.isEmpty())
            continue;
        add(m_logins[name], {member.login});
        if (const QString turned = squeezed(turnedRound(member.name)); turned != name)
            add(m_turned[turned], {member.login});
    }
}

QStringList TeamNames::match(const QString &text) const
{
    if (text.size() > kLongestName)
        return {};
    const QStringList exact = m_logins.value(squeezed(text));
    return exact.isEmpty() ? m_logins.value(squeezed(withoutPhone(text))) : exact;
}

QStringList TeamNames::near(const QString &text) const
{
    const QString name = squeezed(withoutPhone(text));
    if (name.size() < 2 || name.size() > kLongestName)
        return {};
    QStringList found = m_turned.value(name);
    QStringList similar;
    for (auto known = m_logins.constBegin(); known != m_logins.constEnd(); ++known) {
        if (known.key().size() > 1 && differsByOne(name, known.key()))
            add(similar, *known);
    }
    similar.sort();
    add(found, similar);
    return found.first(std::min(found.size(), kMostSuggestions));
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
