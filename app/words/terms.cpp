// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/terms.h"

#include "app/words/phrases.h"

#include <QCoreApplication>

#include <array>

namespace watchroom::words {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kLevels{
    Phrase{"red"_L1, QT_TRANSLATE_NOOP("level", "Red")},
    Phrase{"yellow"_L1, QT_TRANSLATE_NOOP("level", "Yellow")},
    Phrase{"blue"_L1, QT_TRANSLATE_NOOP("level", "Blue")},
};
constexpr std::array kLongLevels{
    Phrase{"red"_L1, QT_TRANSLATE_NOOP("level", "Red: act now")},
    Phrase{"yellow"_L1, QT_TRANSLATE_NOOP("level", "Yellow: watch closely")},
    Phrase{"blue"_L1, QT_TRANSLATE_NOOP("level", "Blue: watch")},
};
constexpr std::array kStages{
    Phrase{"detection"_L1, QT_TRANSLATE_NOOP("stage", "Detection")},
    Phrase{"assessment"_L1, QT_TRANSLATE_NOOP("stage", "Assessment")},
    Phrase{"diagnosis"_L1, QT_TRANSLATE_NOOP("stage", "Diagnosis")},
    Phrase{"recovery"_L1, QT_TRANSLATE_NOOP("stage", "Recovery")},
    Phrase{"notification"_L1, QT_TRANSLATE_NOOP("stage", "Notification")},
    Phrase{"review"_L1, QT_TRANSLATE_NOOP("stage", "Review")},
    Phrase{"closed"_L1, QT_TRANSLATE_NOOP("stage", "Closed")},
};
constexpr std::array kGroups{
    Phrase{"network"_L1, QT_TRANSLATE_NOOP("group", "Network")},
    Phrase{"audio_video"_L1, QT_TRANSLATE_NOOP("group", "Audio and video")},
    Phrase{"system"_L1, QT_TRANSLATE_NOOP("group", "System")},
};
constexpr std::array kLayers{
    Phrase{"command"_L1, QT_TRANSLATE_NOOP("layer", "Command")},
    Phrase{"technical"_L1, QT_TRANSLATE_NOOP("layer", "Technical")},
    Phrase{"support"_L1, QT_TRANSLATE_NOOP("layer", "Support")},
};
constexpr std::array kPositions{
    Phrase{"shift_lead"_L1, QT_TRANSLATE_NOOP("position", "Shift lead")},
    Phrase{"deputy"_L1, QT_TRANSLATE_NOOP("position", "Deputy shift lead")},
    Phrase{"network"_L1, QT_TRANSLATE_NOOP("position", "Network")},
    Phrase{"av"_L1, QT_TRANSLATE_NOOP("position", "Audio and video")},
    Phrase{"audio_video"_L1, QT_TRANSLATE_NOOP("position", "Audio and video")},
    Phrase{"system"_L1, QT_TRANSLATE_NOOP("position", "System")},
    Phrase{"scribe"_L1, QT_TRANSLATE_NOOP("position", "Scribe")},
    Phrase{"coordinator"_L1, QT_TRANSLATE_NOOP("position", "Coordinator")},
};
constexpr std::array kRoles{
    Phrase{"commander"_L1, QT_TRANSLATE_NOOP("role", "Commander")},
    Phrase{"technical_network"_L1, QT_TRANSLATE_NOOP("role", "Technical owner, Network")},
    Phrase{
        "technical_audio_video"_L1, QT_TRANSLATE_NOOP("role", "Technical owner, Audio and video")},
    Phrase{"technical_system"_L1, QT_TRANSLATE_NOOP("role", "Technical owner, System")},
    Phrase{"scribe"_L1, QT_TRANSLATE_NOOP("role", "Scribe")},
};
constexpr std::array kRights{
    Phrase{"member"_L1, QT_TRANSLATE_NOOP("right", "Member")},
    Phrase{"lead"_L1, QT_TRANSLATE_NOOP("right", "Shift lead")},
    Phrase{"command"_L1, QT_TRANSLATE_NOOP("right", "Command")},
    Phrase{"admin"_L1, QT_TRANSLATE_NOOP("right", "Administrator")},
};
constexpr std::array kParties{
    Phrase{"group"_L1, QT_TRANSLATE_NOOP("party", "the group on duty")},
    Phrase{"duty"_L1, QT_TRANSLATE_NOOP("party", "everybody on duty")},
    Phrase{"shift_lead"_L1, QT_TRANSLATE_NOOP("party", "the shift lead")},
    Phrase{"deputy"_L1, QT_TRANSLATE_NOOP("party", "the deputy shift lead")},
    Phrase{"scribe"_L1, QT_TRANSLATE_NOOP("party", "the scribe")},
    Phrase{"command"_L1, QT_TRANSLATE_NOOP("party", "the command layer")},
    Phrase{"business"_L1, QT_TRANSLATE_NOOP("party", "the business side")},
    Phrase{"hospital"_L1, QT_TRANSLATE_NOOP("party", "the hospital")},
    Phrase{"next_shift"_L1, QT_TRANSLATE_NOOP("party", "the next shift")},
};
constexpr std::array kReasons{
    Phrase{"misjudged"_L1, QT_TRANSLATE_NOOP("reason", "It was judged too high")},
    Phrase{"impact_ended"_L1, QT_TRANSLATE_NOOP("reason", "The impact has ended")},
    Phrase{"scope_smaller"_L1, QT_TRANSLATE_NOOP("reason", "Fewer places than thought")},
    Phrase{"duplicate"_L1, QT_TRANSLATE_NOOP("reason", "Same as another incident")},
    Phrase{"new_findings"_L1, QT_TRANSLATE_NOOP("reason", "New findings")},
    Phrase{"wrong_diagnosis"_L1, QT_TRANSLATE_NOOP("reason", "The diagnosis was wrong")},
    Phrase{"not_recovered"_L1, QT_TRANSLATE_NOOP("reason", "It has not recovered")},
    Phrase{"came_back"_L1, QT_TRANSLATE_NOOP("reason", "It came back")},
    Phrase{"not_needed"_L1, QT_TRANSLATE_NOOP("reason", "Not needed here")},
    Phrase{"done_elsewhere"_L1, QT_TRANSLATE_NOOP("reason", "Done elsewhere")},
    Phrase{"false_alarm"_L1, QT_TRANSLATE_NOOP("reason", "False alarm")},
    Phrase{"other"_L1, QT_TRANSLATE_NOOP("reason", "Other reason")},
    Phrase{"other_equipment"_L1, QT_TRANSLATE_NOOP("reason", "Other equipment here")},
    Phrase{"already_so"_L1, QT_TRANSLATE_NOOP("reason", "It is so already")},
    Phrase{"too_late"_L1, QT_TRANSLATE_NOOP("reason", "Too late to go back")},
    Phrase{"told_to"_L1, QT_TRANSLATE_NOOP("reason", "As the shift lead said")},
    Phrase{"recovered"_L1, QT_TRANSLATE_NOOP("reason", "It works again")},
    Phrase{"unfit"_L1, QT_TRANSLATE_NOOP("reason", "Not fit for duty")},
    Phrase{"not_briefed"_L1, QT_TRANSLATE_NOOP("reason", "Not fully briefed")},
    Phrase{"not_stable"_L1, QT_TRANSLATE_NOOP("reason", "Situation not stable")},
    Phrase{"orders_unclear"_L1, QT_TRANSLATE_NOOP("reason", "Instructions not clear")},
    Phrase{"no_show"_L1, QT_TRANSLATE_NOOP("reason", "Relief did not come")},
    Phrase{"relief_unfit"_L1, QT_TRANSLATE_NOOP("reason", "Relief not fit for duty")},
    Phrase{"agreed"_L1, QT_TRANSLATE_NOOP("reason", "Agreed by both")},
    Phrase{"outgoing_gone"_L1, QT_TRANSLATE_NOOP("reason", "Outgoing lead has left")},
    Phrase{"outgoing_unfit"_L1, QT_TRANSLATE_NOOP("reason", "Outgoing lead not able to")},
    Phrase{"no_answer"_L1, QT_TRANSLATE_NOOP("reason", "No answer")},
    Phrase{"absent"_L1, QT_TRANSLATE_NOOP("reason", "Not here")},
    Phrase{"no_access"_L1, QT_TRANSLATE_NOOP("reason", "No access from here")},
    Phrase{"known_fault"_L1, QT_TRANSLATE_NOOP("reason", "Known fault")},
    Phrase{"being_handled"_L1, QT_TRANSLATE_NOOP("reason", "Being handled")},
};
constexpr std::array kChannels{
    Phrase{"phone"_L1, QT_TRANSLATE_NOOP("channel", "Phone")},
    Phrase{"im"_L1, QT_TRANSLATE_NOOP("channel", "Chat")},
    Phrase{"onsite"_L1, QT_TRANSLATE_NOOP("channel", "On site")},
    Phrase{"other"_L1, QT_TRANSLATE_NOOP("channel", "Other channel")},
};
constexpr std::array kEntryKinds{
    Phrase{"note"_L1, QT_TRANSLATE_NOOP("entry kind", "Note")},
    Phrase{"call"_L1, QT_TRANSLATE_NOOP("entry kind", "Call")},
    Phrase{"message"_L1, QT_TRANSLATE_NOOP("entry kind", "Message")},
    Phrase{"status"_L1, QT_TRANSLATE_NOOP("entry kind", "Status to the business side")},
    Phrase{"correction"_L1, QT_TRANSLATE_NOOP("entry kind", "Correction")},
    Phrase{"timer"_L1, QT_TRANSLATE_NOOP("entry kind", "Clock")},
    Phrase{"machine"_L1, QT_TRANSLATE_NOOP("entry kind", "Monitoring")},
    Phrase{"guard"_L1, QT_TRANSLATE_NOOP("entry kind", "Step")},
};
constexpr std::array kTargetKinds{
    Phrase{"source"_L1, QT_TRANSLATE_NOOP("target kind", "Source")},
    Phrase{"region"_L1, QT_TRANSLATE_NOOP("target kind", "Region")},
    Phrase{"egress"_L1, QT_TRANSLATE_NOOP("target kind", "Egress")},
    Phrase{"site"_L1, QT_TRANSLATE_NOOP("target kind", "Site")},
};
constexpr std::array kStationKinds{
    Phrase{"console"_L1, QT_TRANSLATE_NOOP("station kind", "Console")},
    Phrase{"wall"_L1, QT_TRANSLATE_NOOP("station kind", "Wall display")},
    Phrase{"agent"_L1, QT_TRANSLATE_NOOP("station kind", "Agent")},
    Phrase{"person"_L1, QT_TRANSLATE_NOOP("station kind", "Person's own connection")},
};
constexpr std::array kAllOfKind{
    Phrase{"console"_L1, QT_TRANSLATE_NOOP("station kind", "All consoles")},
    Phrase{"wall"_L1, QT_TRANSLATE_NOOP("station kind", "All wall displays")},
    Phrase{"agent"_L1, QT_TRANSLATE_NOOP("station kind", "All agents")},
};
constexpr std::array kSecretKinds{
    Phrase{"source"_L1, QT_TRANSLATE_NOOP("secret kind", "Metric source")},
    Phrase{"robot"_L1, QT_TRANSLATE_NOOP("secret kind", "Chat robot")},
    Phrase{"smtp"_L1, QT_TRANSLATE_NOOP("secret kind", "Mail (SMTP)")},
};
constexpr std::array kStates{
    Phrase{"normal"_L1, QT_TRANSLATE_NOOP("state", "Normal")},
    Phrase{"firing"_L1, QT_TRANSLATE_NOOP("state", "Firing")},
    Phrase{"cleared"_L1, QT_TRANSLATE_NOOP("state", "Cleared")},
    Phrase{"no_data"_L1, QT_TRANSLATE_NOOP("state", "No data")},
    Phrase{"maintenance"_L1, QT_TRANSLATE_NOOP("state", "In maintenance")},
    Phrase{"inhibited"_L1, QT_TRANSLATE_NOOP("state", "Inhibited")},
    Phrase{"stale"_L1, QT_TRANSLATE_NOOP("state", "Stale")},
};
constexpr std::array kWorkStates{
    Phrase{"open"_L1, QT_TRANSLATE_NOOP("work state", "Open")},
    Phrase{"done"_L1, QT_TRANSLATE_NOOP("work state", "Done")},
    Phrase{"dropped"_L1, QT_TRANSLATE_NOOP("work state", "Dropped")},
};
constexpr std::array kFields{
    Phrase{"title"_L1, QT_TRANSLATE_NOOP("field", "title")},
    Phrase{"level"_L1, QT_TRANSLATE_NOOP("field", "level")},
    Phrase{"stage"_L1, QT_TRANSLATE_NOOP("field", "stage")},
    Phrase{"owner"_L1, QT_TRANSLATE_NOOP("field", "owner")},
    Phrase{"acknowledged"_L1, QT_TRANSLATE_NOOP("field", "acknowledgement")},
    Phrase{"sites"_L1, QT_TRANSLATE_NOOP("field", "affected sites")},
    Phrase{"level_confirmed"_L1, QT_TRANSLATE_NOOP("field", "level confirmed")},
    Phrase{"tech_group"_L1, QT_TRANSLATE_NOOP("field", "group")},
    Phrase{"cause"_L1, QT_TRANSLATE_NOOP("field", "cause or hypothesis")},
    Phrase{"verified"_L1, QT_TRANSLATE_NOOP("field", "how the recovery was verified")},
    Phrase{"told"_L1, QT_TRANSLATE_NOOP("field", "who was told")},
    Phrase{"waiting_for"_L1, QT_TRANSLATE_NOOP("field", "third party waited for")},
    Phrase{"offered_to"_L1, QT_TRANSLATE_NOOP("field", "offered to")},
    Phrase{"state"_L1, QT_TRANSLATE_NOOP("field", "state")},
    Phrase{"outcome"_L1, QT_TRANSLATE_NOOP("field", "outcome")},
    Phrase{"detail"_L1, QT_TRANSLATE_NOOP("field", "detail")},
    Phrase{"incident"_L1, QT_TRANSLATE_NOOP("field", "incident")},
    Phrase{"next_action"_L1, QT_TRANSLATE_NOOP("field", "next action")},
    Phrase{"due_at"_L1, QT_TRANSLATE_NOOP("field", "due time")},
    Phrase{"contingency"_L1, QT_TRANSLATE_NOOP("field", "if ... then ...")},
    Phrase{"url"_L1, QT_TRANSLATE_NOOP("field", "link")},
    Phrase{"begins_at"_L1, QT_TRANSLATE_NOOP("field", "begin")},
    Phrase{"ends_at"_L1, QT_TRANSLATE_NOOP("field", "end")},
    Phrase{"members"_L1, QT_TRANSLATE_NOOP("field", "members")},
    Phrase{"position"_L1, QT_TRANSLATE_NOOP("field", "position")},
    Phrase{"receiver"_L1, QT_TRANSLATE_NOOP("field", "receiver")},
    Phrase{"not_confirmed"_L1, QT_TRANSLATE_NOOP("field", "confirmation by the receiver")},
    Phrase{"system"_L1, QT_TRANSLATE_NOOP("field", "check of a key system")},
    Phrase{"read_back"_L1, QT_TRANSLATE_NOOP("field", "read-back")},
    Phrase{"red_unacknowledged"_L1, QT_TRANSLATE_NOOP("field", "red incident acknowledged")},
    Phrase{"answer"_L1, QT_TRANSLATE_NOOP("field", "answer to a question")},
    Phrase{"waiver"_L1, QT_TRANSLATE_NOOP("field", "waiver with a reason and a second name")},
};

} // namespace

QString level(QStringView code)
{
    return say("level", kLevels, code);
}

QString levelLong(QStringView code)
{
    return say("level", kLongLevels, code);
}

QString stage(QStringView code)
{
    return say("stage", kStages, code);
}

QString enterStage(QStringView code)
{
    if (code == "closed"_L1)
        return QCoreApplication::translate("stage", "Close the incident");
    //: The button that goes on to the next stage, named by %1.
    return QCoreApplication::translate("stage", "Enter %1").arg(stage(code));
}

QString group(QStringView code)
{
    return say("group", kGroups, code);
}

QString layer(QStringView code)
{
    return say("layer", kLayers, code);
}

QString position(QStringView code)
{
    return say("position", kPositions, code);
}

QString role(QStringView code)
{
    return say("role", kRoles, code);
}

QString right(QStringView code)
{
    return say("right", kRights, code);
}

QString party(QStringView code)
{
    return say("party", kParties, code);
}

QString reason(QStringView code)
{
    return say("reason", kReasons, code);
}

QString channel(QStringView code)
{
    return say("channel", kChannels, code);
}

QString entryKind(QStringView code)
{
    return say("entry kind", kEntryKinds, code);
}

QString targetKind(QStringView code)
{
    return say("target kind", kTargetKinds, code);
}

QString stationKind(QStringView code)
{
    return say("station kind", kStationKinds, code);
}

QString allOfKind(QStringView code)
{
    return say("station kind", kAllOfKind, code);
}

QString secretKind(QStringView code)
{
    return say("secret kind", kSecretKinds, code);
}

QString state(QStringView code)
{
    return say("state", kStates, code);
}

QString workState(QStringView code)
{
    return say("work state", kWorkStates, code);
}

QString field(QStringView code)
{
    return say("field", kFields, code);
}

QString list(const QStringList &items)
{
    //: Between the items of a list.
    return items.join(QCoreApplication::translate("list", ", "));
}

} // namespace watchroom::words
