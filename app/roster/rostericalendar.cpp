// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roster/rostericalendar.h"

#include "app/base/ids.h"

#include <QDateTime>
#include <QSet>

namespace watchroom::roster {

using namespace Qt::StringLiterals;
using domain::Shift;

namespace {

constexpr qsizetype kLongestLine = 75; ///< octets without the line break (RFC 5545, 3.1)

QString utc(base::Instant instant)
{
    const auto seconds = std::chrono::floor<base::Seconds>(instant).time_since_epoch().count();
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
}

/// A value of type TEXT (3.3.11); control characters have no place in one.
QString escaped(QString text)
{
    text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    text.removeIf([](QChar c) { return c != u'\n' && c.category() == QChar::Other_Control; });
    text.replace(u'\\', u"\\\\"_s).replace(u';', u"\\;"_s).replace(u',', u"\\,"_s);
    return text.replace(u'\n', u"\\n"_s);
}

/// Ends a line, and folds it where it is too long, never within a character.
void addLine(QByteArray &file, const QString &line)
{
    QByteArray rest = line.toUtf8();
    qsizetype room = kLongestLine;
    while (rest.size() > room) {
        qsizetype cut = room;
        while ((static_cast<uchar>(rest.at(cut)) & 0xC0) == 0x80)
            --cut;
        file += rest.first(cut) + "\r\n ";
        rest.remove(0, cut);
        room = kLongestLine - 1; // the blank that begins what goes on
    }
    file += rest + "\r\n";
}

QString uidOf(const Shift &shift, const QString &person)
{
    QStringList parts{u"shift"_s, shift.position, base::toIso(shift.from)};
    if (!person.isEmpty())
        parts += {shift.slot, person};
    return base::toText(base::derivedId(parts)) + u"@watchroom"_s;
}

/// Those of several shifts at one position and moment are told apart by who has them.
QSet<QString> sharedUids(const QList<Shift> &shifts)
{
    QSet<QString> seen;
    QSet<QString> shared;
    for (const Shift &shift : shifts) {
        const QString uid = uidOf(shift, {});
        if (seen.contains(uid))
            shared.insert(uid);
        seen.insert(uid);
    }
    return shared;
}

} // namespace

QList<Shift> shiftsBegunIn(const domain::Roster &roster, base::Instant from, base::Instant until)
{
    QList<Shift> shifts = domain::shiftsOf(roster, from, until);
    shifts.removeIf([from](const Shift &shift) { return shift.from < from; });
    return shifts;
}

QByteArray toICalendar(const QList<Shift> &shifts, const CalendarChoice &choice,
    const CalendarWords &words, const base::Clock &clock)
{
    QByteArray file;
    const QSet<QString> shared = sharedUids(shifts);
    const QString stamp = utc(clock.now());
    for (const auto &line : {u"BEGIN:VCALENDAR"_s, u"VERSION:2.0"_s,
             u"PRODID:-//Watchroom//Roster//EN"_s, u"CALSCALE:GREGORIAN"_s, u"METHOD:PUBLISH"_s})
        addLine(file, line);
    addLine(file, u"X-WR-CALNAME:"_s + escaped(words.name));
    for (const Shift &shift : shifts) {
        const bool isGap = shift.person.isEmpty();
        const bool isMeant = choice.person.isEmpty() || shift.person == choice.person;
        if (isGap ? !choice.gaps : !isMeant)
            continue;
        const QString plainUid = uidOf(shift, {});
        const bool apart = shared.contains(plainUid) && !isGap;
        addLine(file, u"BEGIN:VEVENT"_s);
        addLine(file, u"UID:"_s + (apart ? uidOf(shift, shift.person) : plainUid));
        addLine(file, u"DTSTAMP:"_s + stamp);
        addLine(file, u"DTSTART:"_s + utc(shift.from));
        addLine(file, u"DTEND:"_s + utc(shift.until));
        addLine(file, u"SUMMARY:"_s + escaped(words.summary(shift)));
        addLine(file, u"END:VEVENT"_s);
    }
    addLine(file, u"END:VCALENDAR"_s);
    return file;
}

} // namespace watchroom::roster
