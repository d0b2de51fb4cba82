// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/tables.h"

#include <algorithm>
#include <array>

namespace watchroom::domain {

using namespace Qt::StringLiterals;
using enum ColumnType;

namespace {

using C = Column;
constexpr auto kGuard = Origin::Guard;
constexpr auto kRequest = Origin::Request;
constexpr bool kNotOnWalls = false;

constexpr std::array kPerson{
    C{"login"_L1},
    C{"name"_L1},
    C{"layer"_L1},
    C{"tech_group"_L1},
    C{.name = "phone"_L1, .wall = kNotOnWalls},
    C{"active"_L1, Boolean},
};
constexpr std::array kPersonRight{C{"person"_L1}, C{"right_name"_L1}};
constexpr std::array kStation{C{"name"_L1}, C{"kind"_L1}, C{"active"_L1, Boolean}};
constexpr std::array kSession{
    C{.name = "person"_L1, .wall = kNotOnWalls},
    C{.name = "station"_L1, .wall = kNotOnWalls},
    C{.name = "opened_at"_L1, .type = Instant, .wall = kNotOnWalls},
    C{.name = "ended"_L1, .type = Boolean, .wall = kNotOnWalls},
    C{.name = "ended_at"_L1, .type = Instant, .origin = kGuard, .wall = kNotOnWalls},
    C{.name = "ended_by"_L1, .origin = kGuard, .wall = kNotOnWalls},
};
constexpr std::array kPolicyTable{C{"version"_L1, Integer}, C{"doc"_L1, Json}};
constexpr std::array kSource{
    C{"name"_L1}, C{"kind"_L1}, C{"url"_L1}, C{"mapping"_L1, Json}, C{"enabled"_L1, Boolean}};
constexpr std::array kTarget{C{"key"_L1}, C{"parent"_L1}, C{"kind"_L1}, C{"name"_L1},
    C{"name_en"_L1}, C{"enabled"_L1, Boolean}};
constexpr std::array kRule{
    C{"name"_L1}, C{"version"_L1, Integer}, C{"doc"_L1, Json}, C{"enabled"_L1, Boolean}};
constexpr std::array kAlert{
    C{"rule"_L1},
    C{"target"_L1},
    C{"metric"_L1},
    C{"tech_group"_L1},
    C{"level"_L1, Text, "state"_L1},
    C{"state"_L1, Text, "state"_L1},
    C{"value"_L1, Real, "state"_L1},
    C{"no_data"_L1, Boolean, "state"_L1},
    C{"starts_at"_L1, Instant},
    C{"ended_at"_L1, Instant, "state"_L1},
    C{"fence"_L1, Integer, {}, kRequest},
};
constexpr std::array kIncident{
    C{"label"_L1},
    C{"number"_L1, Integer, {}, kGuard},
    C{"title"_L1},
    C{"level"_L1, Text, "level"_L1},
    C{"level_reason"_L1, Text, "level"_L1, kRequest},
    C{"stage"_L1, Text, "stage"_L1},
    C{"stage_reason"_L1, Text, "stage"_L1, kRequest},
    C{.name = "stage_note"_L1, .unit = "stage"_L1, .origin = kRequest, .wall = kNotOnWalls},
    C{"owner"_L1, Text, "owner"_L1},
    C{"acknowledged_by"_L1, Text, "acknowledged"_L1},
    C{"acknowledged_at"_L1, Instant, "acknowledged"_L1},
    C{"waiting_for"_L1, Text, "waiting"_L1},
    C{"target"_L1},
    C{"tech_group"_L1},
    C{"sites"_L1, Json},
    C{"level_confirmed"_L1, Boolean},
    C{.name = "cause"_L1, .wall = kNotOnWalls},
    C{.name = "verified"_L1, .wall = kNotOnWalls},
    C{"told"_L1, Json},
    C{"recovered_at"_L1, Instant},
    C{"drill"_L1, Boolean},
    C{"previous"_L1, Uuid},
    C{"policy_version"_L1, Integer},
    C{"opened_at"_L1, Instant},
    C{"fence"_L1, Integer, {}, kRequest},
    C{"opened_by"_L1, Text, {}, kGuard},
    C{"stage_n"_L1, Integer, {}, kGuard},
    C{"stage_entered_at"_L1, Instant, {}, kGuard},
    C{"due_at"_L1, Instant, {}, kGuard},
    C{"waiting_since"_L1, Instant, {}, kGuard},
    C{"waited_s"_L1, Integer, {}, kGuard},
    C{"group_moves"_L1, Integer, {}, kGuard},
    C{"closed_at"_L1, Instant, {}, kGuard},
};
constexpr std::array kIncidentRole{C{"incident"_L1, Uuid}, C{"role"_L1}, C{"person"_L1}};
constexpr std::array kIncidentAlert{
    C{"incident"_L1, Uuid}, C{"alert"_L1, Uuid}, C{"fence"_L1, Integer, {}, kRequest}};
constexpr std::array kStageRecord{
    C{"incident"_L1, Uuid},
    C{"n"_L1, Integer},
    C{"stage"_L1},
    C{"owner"_L1},
    C{"entered_at"_L1, Instant},
    C{"due_at"_L1, Instant},
    C{"left_at"_L1, Instant},
    C{"waited_s"_L1, Integer},
    C{"reason"_L1},
    C{.name = "note"_L1, .wall = kNotOnWalls},
};
constexpr std::array kLogEntry{
    C{"incident"_L1, Uuid},
    C{"kind"_L1},
    C{"channel"_L1},
    C{"code"_L1},
    C{.name = "params"_L1, .type = Json, .wall = kNotOnWalls},
    C{.name = "text"_L1, .wall = kNotOnWalls},
    C{"happened_at"_L1, Instant},
    C{"corrects"_L1, Uuid},
    C{.name = "blobs"_L1, .type = Json, .wall = kNotOnWalls},
    C{"fence"_L1, Integer, {}, kRequest},
    C{"author"_L1, Text, {}, kGuard},
    C{"carrier"_L1, Text, {}, kGuard},
    C{"recorded_at"_L1, Instant, {}, kGuard},
    C{"chain"_L1, Text, {}, kGuard},
    C{"n"_L1, Integer, {}, kGuard},
    C{"hash"_L1, Text, {}, kGuard},
};
// What a pending item has too; a ticket adds a label, a number, a link and waiting.
constexpr std::array kTicket{
    C{"label"_L1},
    C{"number"_L1, Integer, {}, kGuard},
    C{.name = "title"_L1, .wall = kNotOnWalls},
    C{.name = "detail"_L1, .wall = kNotOnWalls},
    C{"level"_L1},
    C{"tech_group"_L1},
    C{"incident"_L1, Uuid},
    C{"owner"_L1, Text, "owner"_L1},
    C{"offered_to"_L1, Text, "owner"_L1},
    C{"state"_L1, Text, "state"_L1},
    C{.name = "outcome"_L1, .unit = "state"_L1, .wall = kNotOnWalls},
    C{.name = "next_action"_L1, .wall = kNotOnWalls},
    C{"due_at"_L1, Instant},
    C{.name = "contingency"_L1, .wall = kNotOnWalls},
    C{.name = "waiting_for"_L1, .unit = "waiting"_L1, .wall = kNotOnWalls},
    C{.name = "url"_L1, .wall = kNotOnWalls},
    C{"opened_by"_L1, Text, {}, kGuard},
    C{"opened_at"_L1, Instant, {}, kGuard},
    C{"waiting_since"_L1, Instant, {}, kGuard},
    C{"waited_s"_L1, Integer, {}, kGuard},
    C{"carried"_L1, Integer, {}, kGuard},
    C{"closed_at"_L1, Instant, {}, kGuard},
};
constexpr std::array kPendingItem{
    C{.name = "title"_L1, .wall = kNotOnWalls},
    C{.name = "detail"_L1, .wall = kNotOnWalls},
    C{"level"_L1},
    C{"tech_group"_L1},
    C{"incident"_L1, Uuid},
    C{"owner"_L1, Text, "owner"_L1},
    C{"offered_to"_L1, Text, "owner"_L1},
    C{"state"_L1, Text, "state"_L1},
    C{.name = "outcome"_L1, .unit = "state"_L1, .wall = kNotOnWalls},
    C{.name = "next_action"_L1, .wall = kNotOnWalls},
    C{"due_at"_L1, Instant},
    C{.name = "contingency"_L1, .wall = kNotOnWalls},
    C{"opened_by"_L1, Text, {}, kGuard},
    C{"opened_at"_L1, Instant, {}, kGuard},
    C{"carried"_L1, Integer, {}, kGuard},
    C{"closed_at"_L1, Instant, {}, kGuard},
};
constexpr std::array kPosition{
    C{"code"_L1},
    C{"name"_L1},
    C{"name_en"_L1},
    C{"ord"_L1, Integer},
    C{"needed"_L1, Boolean},
};
constexpr std::array kRotation{
    C{"position"_L1},
    C{"slot"_L1},
    C{"zone"_L1, Text, "turn"_L1},
    C{"starts_on"_L1, Text, "turn"_L1},
    C{"handoff"_L1, Text, "turn"_L1},
    C{"unit"_L1, Text, "turn"_L1},
    C{"every"_L1, Integer, "turn"_L1},
    C{"hours_from"_L1, Text, "hours"_L1},
    C{"hours_until"_L1, Text, "hours"_L1},
    C{"members"_L1, Json},
    C{"ends_on"_L1},
};
constexpr std::array kRosterOverride{
    C{"kind"_L1},
    C{"position"_L1},
    C{"person"_L1},
    C{"replaces"_L1},
    C{"begins_at"_L1, Instant},
    C{"ends_at"_L1, Instant},
    C{"other_position"_L1},
    C{"other_begins_at"_L1, Instant},
    C{"other_ends_at"_L1, Instant},
    C{.name = "reason"_L1, .wall = kNotOnWalls},
    C{"state"_L1},
    C{"asked_by"_L1, Text, {}, kGuard},
    C{"asked_at"_L1, Instant, {}, kGuard},
    C{"asked_of"_L1, Text, {}, kGuard},
    C{"answered_by"_L1, Text, {}, kGuard},
    C{"answered_at"_L1, Instant, {}, kGuard},
};
constexpr std::array kCheckIn{
    C{"position"_L1},
    C{"person"_L1, Text, {}, kGuard},
    C{"checked_at"_L1, Instant, {}, kGuard},
};
constexpr std::array kHandover{
    C{"scope"_L1},
    C{"shift_at"_L1, Instant},
    C{"attempt"_L1, Integer},
    C{"label"_L1},
    C{"outgoing"_L1, Text, "leads"_L1},
    C{"incoming"_L1, Text, "leads"_L1},
    C{"outgoing_people"_L1, Json, "leads"_L1},
    C{"incoming_people"_L1, Json, "leads"_L1},
    C{"state"_L1, Text, "state"_L1},
    C{"sheet_hash"_L1, Text, "state"_L1},
    C{"reason"_L1, Text, "state"_L1},
    C{.name = "remark"_L1, .unit = "state"_L1, .wall = kNotOnWalls},
    C{"seen"_L1, Boolean},
    C{"fence"_L1, Integer, {}, kRequest},
    C{"number"_L1, Integer, {}, kGuard},
    C{"opened_by"_L1, Text, {}, kGuard},
    C{"opened_at"_L1, Instant, {}, kGuard},
    C{"ended_by"_L1, Text, {}, kGuard},
    C{"ended_at"_L1, Instant, {}, kGuard},
    C{.name = "changes"_L1, .type = Json, .origin = kGuard, .wall = kNotOnWalls},
    C{"seen_by"_L1, Text, {}, kGuard},
    C{"seen_at"_L1, Instant, {}, kGuard},
};
constexpr std::array kHandoverItem{
    C{"handover"_L1, Uuid},
    C{"about"_L1},
    C{"subject"_L1},
    C{"receiver"_L1},
    C{.name = "next_action"_L1, .wall = kNotOnWalls},
    C{"due_at"_L1, Instant},
    C{.name = "contingency"_L1, .wall = kNotOnWalls},
    C{"confirmed"_L1, Boolean},
    C{.name = "question"_L1, .wall = kNotOnWalls},
    C{.name = "answer"_L1, .wall = kNotOnWalls},
    C{"result"_L1, Text, "check"_L1},
    C{.name = "seen"_L1, .unit = "check"_L1, .wall = kNotOnWalls},
    C{"reason"_L1, Text, "check"_L1},
    C{.name = "read_back"_L1, .type = Json, .wall = kNotOnWalls},
    C{"heard"_L1, Boolean},
    C{"confirmed_by"_L1, Text, {}, kGuard},
    C{"confirmed_at"_L1, Instant, {}, kGuard},
    C{"asked_by"_L1, Text, {}, kGuard},
    C{"asked_at"_L1, Instant, {}, kGuard},
    C{"answered_by"_L1, Text, {}, kGuard},
    C{"answered_at"_L1, Instant, {}, kGuard},
    C{"checked_by"_L1, Text, {}, kGuard},
    C{"checked_at"_L1, Instant, {}, kGuard},
};
constexpr std::array kHandoverSignature{
    C{"handover"_L1, Uuid},
    C{"meaning"_L1},
    C{"sheet_hash"_L1},
    C{.name = "sheet"_L1, .type = Json, .wall = kNotOnWalls},
    C{"how"_L1},
    C{"station"_L1},
    C{"person"_L1, Text, {}, kGuard},
    C{"signed_at"_L1, Instant, {}, kGuard},
};
constexpr std::array kArticle{
    C{.name = "key"_L1, .wall = kNotOnWalls},
    C{.name = "title"_L1, .wall = kNotOnWalls},
    C{.name = "kind"_L1, .wall = kNotOnWalls},
    C{.name = "folder"_L1, .wall = kNotOnWalls},
    C{.name = "tags"_L1, .type = Json, .wall = kNotOnWalls},
    C{.name = "owner"_L1, .wall = kNotOnWalls},
    C{.name = "deputy"_L1, .wall = kNotOnWalls},
    C{.name = "review_days"_L1, .type = Integer, .wall = kNotOnWalls},
    C{.name = "targets"_L1, .type = Json, .wall = kNotOnWalls},
    C{.name = "metrics"_L1, .type = Json, .wall = kNotOnWalls},
    C{.name = "mode"_L1, .wall = kNotOnWalls},
    C{.name = "proposal"_L1, .type = Json, .unit = "proposal"_L1, .wall = kNotOnWalls},
    C{.name = "review_state"_L1, .unit = "proposal"_L1, .wall = kNotOnWalls},
    C{.name = "remark"_L1, .unit = "proposal"_L1, .wall = kNotOnWalls},
    C{.name = "version"_L1, .type = Integer, .wall = kNotOnWalls},
    C{.name = "withdrawn"_L1, .type = Boolean, .unit = "withdrawn"_L1, .wall = kNotOnWalls},
    C{.name = "withdrawn_reason"_L1, .unit = "withdrawn"_L1, .wall = kNotOnWalls},
    C{.name = "reviewed"_L1, .type = Boolean, .origin = kRequest, .wall = kNotOnWalls},
    C{.name = "proposed_by"_L1, .origin = kGuard, .wall = kNotOnWalls},
    C{.name = "proposed_at"_L1, .type = Instant, .origin = kGuard, .wall = kNotOnWalls},
    C{.name = "reviewed_by"_L1, .origin = kGuard, .wall = kNotOnWalls},
    C{.name = "reviewed_at"_L1, .type = Instant, .origin = kGuard, .wall = kNotOnWalls},
};
constexpr std::array kArticleVersion{
    C{.name = "article"_L1, .type = Uuid, .wall = kNotOnWalls},
    C{.name = "version"_L1, .type = Integer, .wall = kNotOnWalls},
    C{.name = "title"_L1, .wall = kNotOnWalls},
    C{.name = "hash"_L1, .wall = kNotOnWalls},
    C{.name = "size"_L1, .type = Integer, .wall = kNotOnWalls},
    C{.name = "steps"_L1, .type = Json, .wall = kNotOnWalls},
    C{.name = "images"_L1, .type = Json, .wall = kNotOnWalls},
    C{.name = "reason"_L1, .wall = kNotOnWalls},
    C{.name = "author"_L1, .wall = kNotOnWalls},
    C{.name = "published_by"_L1, .wall = kNotOnWalls},
    C{.name = "published_at"_L1, .type = Instant, .wall = kNotOnWalls},
};
constexpr std::array kArticleFollow{
    C{.name = "article"_L1, .type = Uuid, .wall = kNotOnWalls},
    C{.name = "person"_L1, .wall = kNotOnWalls},
    C{.name = "version"_L1, .type = Integer, .wall = kNotOnWalls},
    C{.name = "followed_at"_L1, .type = Instant, .wall = kNotOnWalls},
};
constexpr std::array kArticleFeedback{
    C{.name = "article"_L1, .type = Uuid, .wall = kNotOnWalls},
    C{.name = "version"_L1, .type = Integer, .wall = kNotOnWalls},
    C{.name = "incident"_L1, .type = Uuid, .wall = kNotOnWalls},
    C{.name = "helped"_L1, .type = Boolean, .wall = kNotOnWalls},
    C{.name = "text"_L1, .wall = kNotOnWalls},
    C{.name = "person"_L1, .origin = kGuard, .wall = kNotOnWalls},
    C{.name = "said_at"_L1, .type = Instant, .origin = kGuard, .wall = kNotOnWalls},
};
constexpr std::array kProcedureRun{
    C{.name = "article"_L1, .type = Uuid, .wall = kNotOnWalls},
    C{.name = "version"_L1, .type = Integer, .wall = kNotOnWalls},
    C{.name = "incident"_L1, .type = Uuid, .wall = kNotOnWalls},
    C{.name = "mode"_L1, .wall = kNotOnWalls},
    C{.name = "owner"_L1, .wall = kNotOnWalls},
    C{.name = "state"_L1, .origin = kGuard, .wall = kNotOnWalls},
    C{.name = "now_version"_L1, .type = Integer, .origin = kGuard, .wall = kNotOnWalls},
    C{.name = "started_by"_L1, .origin = kGuard, .wall = kNotOnWalls},
    C{.name = "started_at"_L1, .type = Instant, .origin = kGuard, .wall = kNotOnWalls},
    C{.name = "ended_at"_L1, .type = Instant, .origin = kGuard, .wall = kNotOnWalls},
};
constexpr std::array kRunEvent{
    C{.name = "run"_L1, .type = Uuid, .wall = kNotOnWalls},
    C{.name = "incident"_L1, .type = Uuid, .wall = kNotOnWalls},
    C{.name = "kind"_L1, .wall = kNotOnWalls},
    C{.name = "step"_L1, .wall = kNotOnWalls},
    C{.name = "version"_L1, .type = Integer, .wall = kNotOnWalls},
    C{.name = "against"_L1, .type = Integer, .wall = kNotOnWalls},
    C{.name = "reason"_L1, .wall = kNotOnWalls},
    C{.name = "text"_L1, .wall = kNotOnWalls},
    C{.name = "blobs"_L1, .type = Json, .wall = kNotOnWalls},
    C{.name = "happened_at"_L1, .type = Instant, .wall = kNotOnWalls},
    C{.name = "author"_L1, .origin = kGuard, .wall = kNotOnWalls},
};
constexpr std::array kContact{
    C{.name = "kind"_L1, .wall = kNotOnWalls},
    C{.name = "name"_L1, .wall = kNotOnWalls},
    C{.name = "org"_L1, .wall = kNotOnWalls},
    C{.name = "duty"_L1, .wall = kNotOnWalls},
    C{.name = "person"_L1, .wall = kNotOnWalls},
    C{.name = "ways"_L1, .type = Json, .wall = kNotOnWalls},
    C{.name = "targets"_L1, .type = Json, .wall = kNotOnWalls},
    C{.name = "tags"_L1, .type = Json, .wall = kNotOnWalls},
    C{.name = "note"_L1, .wall = kNotOnWalls},
    C{.name = "reached"_L1, .origin = kRequest, .wall = kNotOnWalls},
    C{.name = "verified_way"_L1, .origin = kGuard, .wall = kNotOnWalls},
    C{.name = "verified_by"_L1, .origin = kGuard, .wall = kNotOnWalls},
    C{.name = "verified_at"_L1, .type = Instant, .origin = kGuard, .wall = kNotOnWalls},
};

using enum MergePolicy;
constexpr std::array kTables{
    Table{"person"_L1, Fields, kPerson},
    Table{"person_right"_L1, Fields, kPersonRight},
    Table{"station"_L1, Fields, kStation},
    Table{"policy"_L1, Append, kPolicyTable},
    Table{"source"_L1, Fields, kSource},
    Table{"target"_L1, Fields, kTarget},
    Table{"rule"_L1, Append, kRule},
    Table{"alert"_L1, Cas, kAlert},
    Table{"incident"_L1, Cas, kIncident},
    Table{"incident_role"_L1, Fields, kIncidentRole},
    Table{"incident_alert"_L1, Append, kIncidentAlert},
    Table{"stage_record"_L1, Guarded, kStageRecord},
    Table{"log_entry"_L1, Append, kLogEntry},
    Table{"session"_L1, Fields, kSession},
    Table{"ticket"_L1, Cas, kTicket},
    Table{"pending_item"_L1, Cas, kPendingItem},
    Table{"position"_L1, Fields, kPosition},
    Table{"rotation"_L1, Fields, kRotation},
    Table{"roster_override"_L1, Cas, kRosterOverride},
    Table{"check_in"_L1, Append, kCheckIn},
    Table{"handover"_L1, Cas, kHandover},
    Table{"handover_item"_L1, Fields, kHandoverItem},
    Table{"handover_signature"_L1, Append, kHandoverSignature},
    Table{"article"_L1, Cas, kArticle},
    Table{"article_version"_L1, Guarded, kArticleVersion},
    Table{"article_follow"_L1, Guarded, kArticleFollow},
    Table{"article_feedback"_L1, Append, kArticleFeedback},
    Table{"procedure_run"_L1, Cas, kProcedureRun},
    Table{"run_event"_L1, Append, kRunEvent},
    Table{"contact"_L1, Fields, kContact},
};

} // namespace

const Column *Table::column(QLatin1StringView wanted) const
{
    const auto found = std::ranges::find(columns, wanted, &Column::name);
    return found == columns.end() ? nullptr : &*found;
}

std::span<const Table> tables()
{
    return kTables;
}

const Table *findTable(QStringView name)
{
    const auto found =
        std::ranges::find_if(kTables, [name](const Table &t) { return t.name == name; });
    return found == kTables.end() ? nullptr : &*found;
}

} // namespace watchroom::domain
