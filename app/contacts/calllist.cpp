// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/contacts/calllist.h"

#include <algorithm>
#include <optional>

namespace watchroom::contacts {

namespace {

/// A line with its place on the list.
struct Ranked
{
    CallLine line;
    qsizetype rank;
};

/// The first of `wanted` that is among `had`.
qsizetype firstOf(const QStringList &wanted, const QStringList &had)
{
    const auto found = std::ranges::find_if(wanted, [&had](const QString &one) {
        return !one.isEmpty() && had.contains(one, Qt::CaseInsensitive);
    });
    return found == wanted.cend() ? -1 : found - wanted.cbegin();
}

std::optional<Ranked> rankOf(const Contact &contact, const CallSubject &subject)
{
    struct Ground
    {
        CallGround ground;
        const QStringList &wanted;
        QStringList had;
    };
    const Ground grounds[]{{CallGround::Place, subject.places, contact.targets},
        {CallGround::Above, subject.above, contact.targets},
        {CallGround::Team, subject.people, {contact.person}},
        {CallGround::Tag, subject.words, contact.tags}};
    qsizetype before = 0;
    for (const Ground &ground : grounds) {
        if (const qsizetype at = firstOf(ground.wanted, ground.had); at >= 0)
            return Ranked{{contact, ground.ground, ground.wanted.at(at)}, before + at};
        before += ground.wanted.size();
    }
    return {};
}

} // namespace

QList<CallLine> callListOf(const QList<Contact> &contacts, const CallSubject &subject)
{
    QList<Ranked> ranked;
    for (const Contact &contact : contacts) {
        if (auto line = rankOf(contact, subject))
            ranked.append(*line);
    }
    std::ranges::stable_sort(ranked, {}, &Ranked::rank);
    QList<CallLine> lines;
    for (const Ranked &one : std::as_const(ranked))
        lines.append(one.line);
    return lines;
}

QStringList placesAbove(const QStringList &places, const QHash<QString, QString> &parents)
{
    QStringList above;
    QStringList level = places;
    while (!level.isEmpty()) {
        QStringList next;
        for (const QString &place : std::as_const(level)) {
            const QString parent = parents.value(place);
            // A place that lies in itself ends it too.
            if (!parent.isEmpty() && !places.contains(parent) && !above.contains(parent)) {
                above.append(parent);
                next.append(parent);
            }
        }
        level = next;
    }
    return above;
}

} // namespace watchroom::contacts
