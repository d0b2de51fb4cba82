// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/ctl/format.h"

#include "app/words/entries.h"
#include "app/words/terms.h"
#include "app/words/times.h"

#include <QCoreApplication>

namespace watchroom::ctl {

using namespace Qt::StringLiterals;

namespace {

// East Asian wide: the blocks that the words here come from.
bool isWide(QChar c)
{
    const char16_t code = c.unicode();
    return (code >= 0x1100 && code <= 0x115f) || (code >= 0x2e80 && code <= 0xa4cf)
        || (code >= 0xac00 && code <= 0xd7a3) || (code >= 0xf900 && code <= 0xfaff)
        || (code >= 0xfe30 && code <= 0xfe6f) || (code >= 0xff00 && code <= 0xff60);
}

QString pendingMark(bool isPending)
{
    //: Behind a line of the command line: saved here, not on the server yet.
    return isPending ? u' ' + QCoreApplication::translate("ctl", "[pending]") : QString();
}

} // namespace

QString padded(const QString &text, int columns)
{
    int used = 0;
    for (const QChar c : text)
        used += isWide(c) ? 2 : 1;
    return text + QString(std::max(0, columns - used), u' ');
}

QString incidentLine(const incidents::Incident &incident)
{
    QString line = padded(incident.reference(), 8) + padded(words::level(incident.level), 8)
        + padded(words::stage(incident.stage), 14)
        + padded(incident.owner.isEmpty() ? u"-"_s : incident.owner, 14) + incident.title;
    return line + pendingMark(incident.pending);
}

QString incidentText(const incidents::Incident &incident)
{
    const auto when = [](const std::optional<base::Instant> &at) {
        return at ? words::dateTime(*at, QTimeZone::systemTimeZone()) : QString();
    };
    const QList<std::pair<QString, QString>> all{
        {QCoreApplication::translate("ctl", "Level"), words::levelLong(incident.level)},
        {QCoreApplication::translate("ctl", "Stage"), words::stage(incident.stage)},
        {QCoreApplication::translate("ctl", "Due"), when(incident.dueAt)},
        {QCoreApplication::translate("ctl", "Waiting on"), incident.waitingFor},
        {QCoreApplication::translate("ctl", "Owner"), incident.owner},
        {QCoreApplication::translate("ctl", "Heard by"), incident.acknowledgedBy},
        {QCoreApplication::translate("ctl", "Group"), words::group(incident.group)},
        {QCoreApplication::translate("ctl", "Target"), incident.target},
        {QCoreApplication::translate("ctl", "Cause"), incident.cause},
        {QCoreApplication::translate("ctl", "Verified"), incident.verified},
        {QCoreApplication::translate("ctl", "Opened"), when(incident.openedAt)},
        {QCoreApplication::translate("ctl", "Closed"), when(incident.closedAt)}};
    constexpr int kNameWidth = 12;
    QStringList lines{incidentLine(incident)};
    for (const auto &[name, value] : all) {
        if (!value.isEmpty())
            lines.append(u"  "_s + padded(name, kNameWidth) + value);
    }
    return lines.join(u'\n');
}

QString entryLine(const incidents::Entry &entry)
{
    const QString said = words::entrySentence(entry.code, entry.params, {}, entry.author);
    const QString when = entry.happenedAt
        ? words::dateTime(*entry.happenedAt, QTimeZone::systemTimeZone())
        : QString();
    return padded(when, 13) + padded(entry.author, 14)
        + (said.isEmpty() ? entry.text : (said + u' ' + entry.text).trimmed())
        + pendingMark(entry.pending);
}

} // namespace watchroom::ctl
