// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/entries.h"

#include "app/words/fill.h"
#include "app/words/knowledge.h"
#include "app/words/terms.h"

#include <QCoreApplication>

#include <array>

namespace watchroom::words {

using namespace Qt::StringLiterals;

namespace {

// {name} is a parameter as fill.h words it; optional parts are phrases of their own.
constexpr std::array kEntries{
    Phrase{"incident_opened"_L1, QT_TRANSLATE_NOOP("entry", "Opened {label}, {level}{target}")},
    Phrase{"claimed"_L1, QT_TRANSLATE_NOOP("entry", "Claimed by {owner}")},
    Phrase{"taken_over"_L1, QT_TRANSLATE_NOOP("entry", "{to} took over from {from}")},
    Phrase{"handed_to"_L1, QT_TRANSLATE_NOOP("entry", "{from} handed it to {to}")},
    Phrase{"released"_L1, QT_TRANSLATE_NOOP("entry", "{from} released it; nobody owns it now")},
    Phrase{"acknowledged"_L1, QT_TRANSLATE_NOOP("entry", "Acknowledged")},
    Phrase{"level_raised"_L1, QT_TRANSLATE_NOOP("entry", "Level raised: {from} to {to}")},
    Phrase{"level_lowered"_L1, QT_TRANSLATE_NOOP("entry", "Level lowered: {from} to {to}{reason}")},
    Phrase{"waiting"_L1, QT_TRANSLATE_NOOP("entry", "Waiting for {for}")},
    Phrase{"resumed"_L1, QT_TRANSLATE_NOOP("entry", "Goes on after waiting {waited_s}")},
    Phrase{"group_changed"_L1, QT_TRANSLATE_NOOP("entry", "Handed to the group {to}{from}")},
    Phrase{"assessed"_L1, QT_TRANSLATE_NOOP("entry", "Scope confirmed: {sites}; {level}")},
    Phrase{"cause_stated"_L1, QT_TRANSLATE_NOOP("entry", "Cause: {cause}")},
    Phrase{"recovery_verified"_L1, QT_TRANSLATE_NOOP("entry", "Recovery verified: {how}")},
    Phrase{"parties_told"_L1, QT_TRANSLATE_NOOP("entry", "Told: {parties}")},
    Phrase{"recovered"_L1, QT_TRANSLATE_NOOP("entry", "Values are back inside their limits")},
    Phrase{"relapsed"_L1, QT_TRANSLATE_NOOP("entry", "Values are outside their limits again")},
    Phrase{"title_changed"_L1, QT_TRANSLATE_NOOP("entry", "Title changed to: {to}")},
    Phrase{"stage_changed"_L1, QT_TRANSLATE_NOOP("entry", "Entered {to}{reason}")},
    Phrase{"incident_closed"_L1, QT_TRANSLATE_NOOP("entry", "Closed{reason}")},
    Phrase{"alert_joined"_L1,
        QT_TRANSLATE_NOOP("entry", "Alert {rule}{target}: {level}, value {value}")},
    Phrase{"role_given"_L1, QT_TRANSLATE_NOOP("entry", "{person} is {role}")},
    Phrase{"role_left"_L1, QT_TRANSLATE_NOOP("entry", "{person} is no longer {role}")},
    Phrase{"policy_changed"_L1, QT_TRANSLATE_NOOP("entry", "Policy version {version}")},
    Phrase{"rule_changed"_L1, QT_TRANSLATE_NOOP("entry", "Rule {name}, version {version}")},
    Phrase{"vouched_for"_L1,
        QT_TRANSLATE_NOOP("entry", "Released a change by {person} that was held back")},
    Phrase{"station_revoked"_L1, QT_TRANSLATE_NOOP("entry", "Switched off the station {station}")},
    Phrase{"session_revoked"_L1,
        QT_TRANSLATE_NOOP("entry", "Ended the session of {person} at {station}")},
    Phrase{"secret_set"_L1, QT_TRANSLATE_NOOP("entry", "Set the team secret {name}")},
    Phrase{"secret_replaced"_L1, QT_TRANSLATE_NOOP("entry", "Replaced the team secret {name}")},
    Phrase{"secret_removed"_L1, QT_TRANSLATE_NOOP("entry", "Removed the team secret {name}")},
    Phrase{"work_opened"_L1, QT_TRANSLATE_NOOP("entry", "Opened, {level}: {what}")},
    Phrase{"work_renamed"_L1, QT_TRANSLATE_NOOP("entry", "Renamed from “{from}”: {what}")},
    Phrase{"work_claimed"_L1, QT_TRANSLATE_NOOP("entry", "Claimed by {owner}: {what}")},
    Phrase{"work_taken_over"_L1, QT_TRANSLATE_NOOP("entry", "{to} took over from {from}: {what}")},
    Phrase{"work_accepted"_L1, QT_TRANSLATE_NOOP("entry", "Accepted by {to}{from}: {what}")},
    Phrase{"work_handed"_L1, QT_TRANSLATE_NOOP("entry", "Assigned to {to}{from}: {what}")},
    Phrase{"work_released"_L1,
        QT_TRANSLATE_NOOP("entry", "{from} released it, nobody owns it now: {what}")},
    Phrase{"work_offered"_L1, QT_TRANSLATE_NOOP("entry", "Offered to {to}: {what}")},
    Phrase{"work_declined"_L1, QT_TRANSLATE_NOOP("entry", "Declined by {to}: {what}")},
    Phrase{"work_withdrawn"_L1, QT_TRANSLATE_NOOP("entry", "No longer offered to {to}: {what}")},
    Phrase{"work_level"_L1, QT_TRANSLATE_NOOP("entry", "Level {from} to {to}: {what}")},
    Phrase{"work_waiting"_L1, QT_TRANSLATE_NOOP("entry", "Waiting for {for}: {what}")},
    Phrase{
        "work_resumed"_L1, QT_TRANSLATE_NOOP("entry", "Goes on after waiting {waited_s}: {what}")},
    Phrase{"work_linked"_L1, QT_TRANSLATE_NOOP("entry", "Belongs to this incident now: {what}")},
    Phrase{"work_planned"_L1,
        QT_TRANSLATE_NOOP("entry", "Planned: {what}{next_action}{due_at}{contingency}")},
    Phrase{"work_ended"_L1, QT_TRANSLATE_NOOP("entry", "{state}: {what}{outcome}")},
    Phrase{"position_changed"_L1, QT_TRANSLATE_NOOP("entry", "Set up the position {name}")},
    Phrase{"position_removed"_L1, QT_TRANSLATE_NOOP("entry", "Removed the position {name}")},
    Phrase{"rotation_changed"_L1,
        QT_TRANSLATE_NOOP("entry", "Rotation of {position}, {slot}: {members}; from {starts_on}")},
    Phrase{"rotation_removed"_L1,
        QT_TRANSLATE_NOOP("entry", "Removed the rotation of {position}, {slot}: {members}")},
    Phrase{"roster_changed"_L1, QT_TRANSLATE_NOOP("entry", "Roster: {deed}{reason}")},
    Phrase{"roster_asked"_L1, QT_TRANSLATE_NOOP("entry", "Asked for: {deed}{reason}")},
    Phrase{"roster_accepted"_L1, QT_TRANSLATE_NOOP("entry", "Agreed: {deed}")},
    Phrase{"roster_declined"_L1, QT_TRANSLATE_NOOP("entry", "Declined: {deed}")},
    Phrase{"roster_cancelled"_L1, QT_TRANSLATE_NOOP("entry", "Taken back: {deed}")},
    Phrase{"roster_shortened"_L1, QT_TRANSLATE_NOOP("entry", "Ended early: {deed}")},
    Phrase{"checked_in"_L1, QT_TRANSLATE_NOOP("entry", "Checked in at {position}")},
    Phrase{"handover_opened"_L1,
        QT_TRANSLATE_NOOP("entry", "Handover {label} begun: {outgoing} to {incoming}")},
    Phrase{"handover_leads"_L1,
        QT_TRANSLATE_NOOP("entry", "Handover {label} is from {outgoing} to {incoming} now")},
    Phrase{"handover_signed"_L1,
        QT_TRANSLATE_NOOP("entry", "Signed handover {label}: {meaning}{how}")},
    Phrase{"handover_recalled"_L1,
        QT_TRANSLATE_NOOP("entry", "Handover {label} taken back to be changed{reason}")},
    Phrase{"handover_accepted"_L1,
        QT_TRANSLATE_NOOP("entry",
            "Handover {label}: {incoming} took the watch over from {outgoing}; "
            "{moved} moved, {changes} unlike the sheet")},
    Phrase{"handover_refused"_L1,
        QT_TRANSLATE_NOOP("entry", "Handover {label} refused{reason}; {outgoing} keeps the watch")},
    Phrase{"handover_extended"_L1,
        QT_TRANSLATE_NOOP("entry", "{outgoing} stays on; handover {label} ended{reason}")},
    Phrase{"handover_expired"_L1,
        QT_TRANSLATE_NOOP(
            "entry", "Handover {label} not accepted in time; {outgoing} keeps the watch")},
    Phrase{"handover_forced"_L1,
        QT_TRANSLATE_NOOP("entry",
            "Handover {label} forced by the command layer{reason}: {incoming} has the watch; "
            "{moved} moved, {changes} unlike the sheet")},
    Phrase{"handover_reminder"_L1,
        QT_TRANSLATE_NOOP(
            "entry", "Handover {label}, {outgoing} to {incoming}, begins in {minutes} min")},
    Phrase{"handover_no_show"_L1,
        QT_TRANSLATE_NOOP("entry",
            "{incoming} has not checked in for handover {label}; to be called: {parties}")},
    Phrase{"handover_late"_L1,
        QT_TRANSLATE_NOOP("entry",
            "Handover {label} is late, {outgoing} still has the watch; to be told: {parties}")},
    Phrase{"handover_overdue"_L1,
        QT_TRANSLATE_NOOP("entry",
            "Handover {label} is not accepted yet, {outgoing} still has the watch; "
            "to be told: {parties}")},
    Phrase{"handover_overtime"_L1,
        QT_TRANSLATE_NOOP(
            "entry", "{outgoing} has had the watch for over {hours} hours; to be told: {parties}")},
    Phrase{
        "clock_warning"_L1, QT_TRANSLATE_NOOP("entry", "80 % of the time for {stage} has passed")},
    Phrase{"clock_breached"_L1, QT_TRANSLATE_NOOP("entry", "The time for {stage} has run out")},
    Phrase{"acknowledge_overdue"_L1,
        QT_TRANSLATE_NOOP("entry", "Not acknowledged in time; to be told: {parties}")},
    Phrase{"acknowledge_lapsed"_L1,
        QT_TRANSLATE_NOOP("entry", "No activity: the acknowledgement has lapsed")},
    Phrase{"status_due"_L1, QT_TRANSLATE_NOOP("entry", "A status to the business side is due")},
};

/// The same where the author is who did it: code, the parameter that names them, sentence.
struct OwnDeed
{
    QLatin1StringView code;
    QLatin1StringView doer;
    const char *text;
};

constexpr std::array kOwnDeeds{
    OwnDeed{"claimed"_L1, "owner"_L1, QT_TRANSLATE_NOOP("entry", "Claimed")},
    OwnDeed{"taken_over"_L1, "to"_L1, QT_TRANSLATE_NOOP("entry", "Took over from {from}")},
    OwnDeed{"handed_to"_L1, "from"_L1, QT_TRANSLATE_NOOP("entry", "Handed it to {to}")},
    OwnDeed{
        "released"_L1, "from"_L1, QT_TRANSLATE_NOOP("entry", "Released it; nobody owns it now")},
    OwnDeed{"work_claimed"_L1, "owner"_L1, QT_TRANSLATE_NOOP("entry", "Claimed: {what}")},
    OwnDeed{
        "work_taken_over"_L1, "to"_L1, QT_TRANSLATE_NOOP("entry", "Took over from {from}: {what}")},
    OwnDeed{"work_accepted"_L1, "to"_L1, QT_TRANSLATE_NOOP("entry", "Accepted{from}: {what}")},
    OwnDeed{"work_released"_L1, "from"_L1,
        QT_TRANSLATE_NOOP("entry", "Released, nobody owns it now: {what}")},
    OwnDeed{"work_declined"_L1, "to"_L1, QT_TRANSLATE_NOOP("entry", "Declined: {what}")},
};

constexpr std::array kOptional{
    Phrase{"reason"_L1, QT_TRANSLATE_NOOP("entry", " ({reason})")},
    Phrase{"how"_L1, QT_TRANSLATE_NOOP("entry", " ({how})")},
    Phrase{"target"_L1, QT_TRANSLATE_NOOP("entry", " at {target}")},
    Phrase{"from"_L1, QT_TRANSLATE_NOOP("entry", " from {from}")},
    Phrase{"next_action"_L1, QT_TRANSLATE_NOOP("entry", "; next: {next_action}")},
    Phrase{"due_at"_L1, QT_TRANSLATE_NOOP("entry", "; due {due_at}")},
    Phrase{"contingency"_L1, QT_TRANSLATE_NOOP("entry", "; in case: {contingency}")},
    Phrase{"outcome"_L1, QT_TRANSLATE_NOOP("entry", "; {outcome}")},
    Phrase{"text"_L1, QT_TRANSLATE_NOOP("entry", "; {text}")},
};

/// What a change of the roster is, by its kind.
constexpr std::array kRosterDeeds{
    Phrase{"leave"_L1, QT_TRANSLATE_NOOP("entry", "{person} on leave, {begins_at} to {ends_at}")},
    Phrase{"cover"_L1,
        QT_TRANSLATE_NOOP(
            "entry", "{person} covers{replaces}{position}, {begins_at} to {ends_at}")},
    Phrase{"swap"_L1,
        QT_TRANSLATE_NOOP("entry",
            "{person} takes {begins_at} to {ends_at}{position}, "
            "{replaces} takes {other_begins_at} to {other_ends_at}{other_position}")},
    Phrase{"temporary"_L1,
        QT_TRANSLATE_NOOP("entry", "{person} has{position}, {begins_at} to {ends_at}")},
};
constexpr std::array kRosterParts{
    Phrase{"replaces"_L1, QT_TRANSLATE_NOOP("entry", " for {replaces}")},
    Phrase{"position"_L1, QT_TRANSLATE_NOOP("entry", " at {position}")},
    Phrase{"other_position"_L1, QT_TRANSLATE_NOOP("entry", " at {other_position}")},
};

constexpr std::array kWork{
    Phrase{"ticket"_L1, QT_TRANSLATE_NOOP("entry", "ticket {label} “{title}”")},
    Phrase{"pending_item"_L1, QT_TRANSLATE_NOOP("entry", "pending item “{title}”")},
};

const char *sentenceOf(QStringView code, const QJsonObject &params, QStringView author)
{
    for (const OwnDeed &deed : kOwnDeeds) {
        if (!author.isEmpty() && deed.code == code && params.value(deed.doer).toString() == author)
            return deed.text;
    }
    const char *text = find(kEntries, code);
    return text ? text : knowledgeEntry(code);
}

/// Parameters that a sentence can do without bring their own punctuation when they are given.
const char *optionalPart(QStringView code, QStringView name)
{
    if (name == "how"_L1 && code != "handover_signed"_L1)
        return nullptr;
    if (name == "from"_L1 && code != "group_changed"_L1 && code != "work_accepted"_L1
        && code != "work_handed"_L1)
        return nullptr;
    return find(kOptional, name);
}

Wording wordingOf(QStringView code, QStringView name)
{
    const bool change = name == "from"_L1 || name == "to"_L1;
    if (name == "state"_L1)
        return Wording::WorkState;
    // Of a recovery it is a sentence.
    if (name == "how"_L1 && code == "handover_signed"_L1)
        return Wording::SignatureMeans;
    if (change && (code.startsWith("level_"_L1) || code == "work_level"_L1))
        return Wording::Level;
    if (change && code.startsWith("stage_"_L1))
        return Wording::Stage;
    if (change && code == "group_changed"_L1)
        return Wording::Group;
    if (change && code != "title_changed"_L1 && code != "work_renamed"_L1)
        return Wording::Person;
    return usualWording(name);
}

/// Which ticket or pending item it is about.
QString workName(const QJsonObject &params)
{
    const char *text = find(kWork, params.value("table"_L1).toString());
    return text == nullptr ? params.value("title"_L1).toString()
                           : fill(QCoreApplication::translate("entry", text),
                               [&](QStringView name) { return params.value(name).toString(); });
}

QString rosterDeed(const QJsonObject &params, const Names &names)
{
    const QString kind = params.value("kind"_L1).toString();
    const char *text = find(kRosterDeeds, kind);
    if (text == nullptr)
        return kind;
    return fill(QCoreApplication::translate("entry", text), [&](QStringView name) {
        const QString value = wordParameter(usualWording(name), params.value(name), names);
        const bool partner = kind == "swap"_L1 && name == "replaces"_L1;
        const char *part = partner ? nullptr : find(kRosterParts, name);
        if (!part || value.isEmpty())
            return value;
        return fill(QCoreApplication::translate("entry", part), [&](QStringView) { return value; });
    });
}

} // namespace

QString entrySentence(
    QStringView code, const QJsonObject &params, const Names &names, QStringView author)
{
    const char *text = sentenceOf(code, params, author);
    if (!text)
        return code.toString();
    return fill(QCoreApplication::translate("entry", text), [&](QStringView name) {
        if (name == "what"_L1)
            return workName(params);
        if (name == "deed"_L1)
            return rosterDeed(params, names);
        const QString value = wordParameter(wordingOf(code, name), params.value(name), names);
        const char *part = optionalPart(code, name);
        if (!part || value.isEmpty())
            return value;
        return fill(QCoreApplication::translate("entry", part), [&](QStringView) { return value; });
    });
}

} // namespace watchroom::words
