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

QString when(const std::optional<base::Instant> &at)
{
    return at ? words::dateTime(*at, QTimeZone::systemTimeZone()) : QString();
}

/// A line, and below it what is known, a line each.
QString block(const QString &head, const QList<std::pair<QString, QString>> &all)
{
    constexpr int kNameWidth = 12;
    QStringList lines{head};
    for (const auto &[name, value] : all) {
        if (!value.isEmpty())
            lines.append(u"  "_s + padded(name, kNameWidth) + value);
    }
    return lines.join(u'\n');
}

constexpr int kShortId = 8; // enough of an id to refer to it

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
    return block(incidentLine(incident), all);
}

QString workLine(const tickets::Work &work)
{
    const QString reference = work.reference().isEmpty()
        ? work.id.toString(QUuid::WithoutBraces).left(kShortId)
        : work.reference();
    const QString line = padded(reference, 10) + padded(words::level(work.level), 8)
        + padded(words::workState(work.state), 12)
        + padded(work.owner.isEmpty() ? u"-"_s : work.owner, 14) + work.title;
    return line + pendingMark(work.pending);
}

QString workText(const tickets::Work &work)
{
    const QList<std::pair<QString, QString>> all{
        {QCoreApplication::translate("ctl", "Level"), words::levelLong(work.level)},
        {QCoreApplication::translate("ctl", "Group"), words::group(work.group)},
        {QCoreApplication::translate("ctl", "Owner"), work.owner},
        {QCoreApplication::translate("ctl", "Offered to"), work.offeredTo},
        {QCoreApplication::translate("ctl", "Next action"), work.nextAction},
        {QCoreApplication::translate("ctl", "Due"), when(work.dueAt)},
        {QCoreApplication::translate("ctl", "If ... then"), work.contingency},
        {QCoreApplication::translate("ctl", "Waiting on"), work.waitingFor},
        {QCoreApplication::translate("ctl", "Link"), work.url},
        {QCoreApplication::translate("ctl", "Outcome"), work.outcome},
        {QCoreApplication::translate("ctl", "Opened"), when(work.openedAt)},
        {QCoreApplication::translate("ctl", "Closed"), when(work.closedAt)},
        {QCoreApplication::translate("ctl", "Detail"), work.detail}};
    return block(workLine(work), all);
}

QString entryLine(const incidents::Entry &entry)
{
    const QString said = words::entrySentence(entry.code, entry.params, {}, entry.author);
    return padded(when(entry.happenedAt), 13) + padded(entry.author, 14)
        + (said.isEmpty() ? entry.text : (said + u' ' + entry.text).trimmed())
        + pendingMark(entry.pending);
}

} // namespace watchroom::ctl
