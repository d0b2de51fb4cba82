// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QStringView>

#include <algorithm>
#include <array>

/// The code words that rows, rules and pick lists share. Their wording is in app/words.
namespace watchroom::domain::codes {

using namespace Qt::StringLiterals;

inline constexpr std::array kGroups{"network"_L1, "audio_video"_L1, "system"_L1};
inline constexpr std::array kRights{"lead"_L1, "command"_L1, "admin"_L1};
inline constexpr std::array kLayers{"command"_L1, "technical"_L1, "support"_L1};
inline constexpr std::array kStationKinds{"console"_L1, "wall"_L1, "agent"_L1};
inline constexpr std::array kTargetKinds{"source"_L1, "region"_L1, "egress"_L1, "site"_L1};
inline constexpr std::array kAlertStates{"firing"_L1, "cleared"_L1};
/// Of tickets and pending items, in the order in which they pass.
inline constexpr std::array kWorkStates{"open"_L1, "done"_L1, "dropped"_L1};
inline constexpr std::array kRosterKinds{"leave"_L1, "cover"_L1, "swap"_L1, "temporary"_L1};
inline constexpr std::array kRosterStates{"asked"_L1, "accepted"_L1, "declined"_L1, "cancelled"_L1};
inline constexpr std::array kTurnUnits{"hours"_L1, "days"_L1, "weeks"_L1};
/// The positions a team begins with, in their order.
inline constexpr std::array kPositions{
    "shift_lead"_L1, "network"_L1, "audio_video"_L1, "system"_L1, "scribe"_L1, "coordinator"_L1};
/// Of a handover; the first two are live.
inline constexpr std::array kHandoverStates{"draft"_L1, "out_signed"_L1, "accepted"_L1,
    "refused"_L1, "extended"_L1, "expired"_L1, "forced"_L1};
inline constexpr std::array kSignatureMeanings{"handed_over"_L1, "taken_over"_L1, "witnessed"_L1};
inline constexpr std::array kSignatureMeans{
    "password"_L1, "offline"_L1, "paper"_L1, "open_desk"_L1};
inline constexpr std::array kHandoverTables{
    "incident"_L1, "ticket"_L1, "pending_item"_L1, "procedure_run"_L1};
/// Of these, the ones with a plan of their own: a next action and a due time.
inline constexpr std::array kWorkTables{"ticket"_L1, "pending_item"_L1};
/// What a row of handover_item is about besides these: a key system, a rule that is waived, a
/// signature by hand whose photograph is in the log.
inline constexpr std::array kHandoverSubjects{"system"_L1, "waiver"_L1, "paper"_L1};
inline constexpr std::array kSystemResults{"ok"_L1, "failed"_L1, "unchecked"_L1};
/// What may be signed although it is not as it should be, with a reason and a second name.
inline constexpr std::array kWaivable{
    "not_confirmed"_L1, "system"_L1, "read_back"_L1, "red_unacknowledged"_L1};
// The knowledge base.
inline constexpr std::array kArticleKinds{
    "procedure"_L1, "card"_L1, "architecture"_L1, "contacts"_L1, "help"_L1};
inline constexpr std::array kRunModes{"read_do"_L1, "do_confirm"_L1};
inline constexpr std::array kReviewStates{"in_review"_L1, "returned"_L1};
inline constexpr std::array kRunStates{"running"_L1, "finished"_L1, "stopped"_L1};
/// What is said of a run; those of kRunStepEvents name a step.
inline constexpr std::array kRunEvents{"done"_L1, "undone"_L1, "failed"_L1, "not_applicable"_L1,
    "note"_L1, "switched"_L1, "kept"_L1, "not_needed"_L1, "finished"_L1, "stopped"_L1};
inline constexpr std::array kRunStepEvents{
    "done"_L1, "undone"_L1, "failed"_L1, "not_applicable"_L1, "kept"_L1, "not_needed"_L1};
/// Those that need a reason, from the list or in words.
inline constexpr std::array kRunReasonedEvents{
    "not_applicable"_L1, "kept"_L1, "not_needed"_L1, "stopped"_L1};
inline constexpr std::array kRunReasons{"other_equipment"_L1, "no_access"_L1, "already_so"_L1,
    "too_late"_L1, "told_to"_L1, "recovered"_L1, "other"_L1};
inline constexpr std::array kContactKinds{"person"_L1, "party"_L1};
inline constexpr std::array kContactWays{"phone"_L1, "mobile"_L1, "im"_L1, "email"_L1, "other"_L1};
inline constexpr std::array kRoles{"commander"_L1, "technical_network"_L1,
    "technical_audio_video"_L1, "technical_system"_L1, "scribe"_L1};

// Log entries.
inline constexpr std::array kPersonEntryKinds{
    "note"_L1, "call"_L1, "message"_L1, "status"_L1, "correction"_L1};
inline constexpr std::array kStationEntryKinds{"timer"_L1, "machine"_L1};
inline constexpr QLatin1StringView kGuardEntryKind = "guard"_L1;
inline constexpr std::array kChannels{"phone"_L1, "im"_L1, "onsite"_L1, "other"_L1};

// Reasons, in the order in which a pick list offers them.
inline constexpr std::array kLevelReasons{
    "misjudged"_L1, "impact_ended"_L1, "scope_smaller"_L1, "duplicate"_L1, "other"_L1};
inline constexpr std::array kBackReasons{
    "new_findings"_L1, "wrong_diagnosis"_L1, "not_recovered"_L1, "came_back"_L1, "other"_L1};
inline constexpr std::array kRefuseReasons{
    "unfit"_L1, "not_briefed"_L1, "not_stable"_L1, "orders_unclear"_L1, "other"_L1};
inline constexpr std::array kExtendReasons{
    "no_show"_L1, "not_stable"_L1, "relief_unfit"_L1, "agreed"_L1, "other"_L1};
inline constexpr std::array kForceReasons{
    "outgoing_gone"_L1, "outgoing_unfit"_L1, "no_answer"_L1, "other"_L1};
inline constexpr std::array kWaiveReasons{
    "absent"_L1, "no_access"_L1, "known_fault"_L1, "being_handled"_L1, "other"_L1};
inline constexpr std::array kSkipReasons{
    "not_needed"_L1, "done_elsewhere"_L1, "duplicate"_L1, "false_alarm"_L1, "other"_L1};

// Who hears of an incident (policy: told, unacknowledged, status_parties).
inline constexpr std::array kParties{"group"_L1, "duty"_L1, "shift_lead"_L1, "deputy"_L1,
    "scribe"_L1, "command"_L1, "business"_L1, "next_shift"_L1};

// The codes of the entries that guards write.
inline constexpr std::array kGuardEntries{"incident_opened"_L1, "claimed"_L1, "taken_over"_L1,
    "handed_to"_L1, "released"_L1, "acknowledged"_L1, "level_raised"_L1, "level_lowered"_L1,
    "waiting"_L1, "resumed"_L1, "group_changed"_L1, "assessed"_L1, "cause_stated"_L1,
    "recovery_verified"_L1, "parties_told"_L1, "recovered"_L1, "relapsed"_L1, "title_changed"_L1,
    "stage_changed"_L1, "incident_closed"_L1, "alert_joined"_L1, "role_given"_L1, "role_left"_L1,
    "policy_changed"_L1, "rule_changed"_L1, "vouched_for"_L1, "station_revoked"_L1,
    "session_revoked"_L1, "secret_set"_L1, "secret_replaced"_L1, "secret_removed"_L1,
    "work_opened"_L1, "work_renamed"_L1, "work_claimed"_L1, "work_taken_over"_L1,
    "work_accepted"_L1, "work_handed"_L1, "work_released"_L1, "work_offered"_L1, "work_declined"_L1,
    "work_withdrawn"_L1, "work_level"_L1, "work_waiting"_L1, "work_resumed"_L1, "work_linked"_L1,
    "work_planned"_L1, "work_ended"_L1, "position_changed"_L1, "position_removed"_L1,
    "rotation_changed"_L1, "rotation_removed"_L1, "roster_changed"_L1, "roster_asked"_L1,
    "roster_accepted"_L1, "roster_declined"_L1, "roster_cancelled"_L1, "roster_shortened"_L1,
    "checked_in"_L1, "handover_opened"_L1, "handover_leads"_L1, "handover_signed"_L1,
    "handover_recalled"_L1, "handover_accepted"_L1, "handover_refused"_L1, "handover_extended"_L1,
    "handover_expired"_L1, "handover_forced"_L1, "article_opened"_L1, "article_settings"_L1,
    "article_proposed"_L1, "article_unproposed"_L1, "article_returned"_L1, "article_published"_L1,
    "article_reviewed"_L1, "article_withdrawn"_L1, "article_restored"_L1, "article_removed"_L1,
    "article_helped"_L1, "article_helped_not"_L1, "procedure_started"_L1, "procedure_taken_over"_L1,
    "procedure_done"_L1, "procedure_undone"_L1, "procedure_failed"_L1,
    "procedure_not_applicable"_L1, "procedure_note"_L1, "procedure_switched"_L1,
    "procedure_kept"_L1, "procedure_not_needed"_L1, "procedure_finished"_L1, "procedure_stopped"_L1,
    "contact_changed"_L1, "contact_removed"_L1, "contact_verified"_L1};

// The codes of the entries that the handover's clock writes.
inline constexpr std::array kHandoverTimers{"handover_reminder"_L1, "handover_late"_L1,
    "handover_no_show"_L1, "handover_overdue"_L1, "handover_overtime"_L1};

// Why the rules refuse a change.
inline constexpr std::array kRefusals{"not_active"_L1, "old_fence"_L1, "title_missing"_L1,
    "title_too_long"_L1, "level_unknown"_L1, "stage_first"_L1, "stage_unknown"_L1,
    "group_unknown"_L1, "station_may_not"_L1, "station_only"_L1, "owner_other"_L1,
    "owner_unknown"_L1, "policy_unknown"_L1, "closed"_L1, "immutable"_L1, "not_owner"_L1,
    "acknowledge_other"_L1, "reason_missing"_L1, "group_third_move"_L1, "not_claimed"_L1,
    "gate_acknowledge"_L1, "gate_assessment"_L1, "gate_cause"_L1, "gate_verified"_L1,
    "gate_told"_L1, "kind_unknown"_L1, "text_missing"_L1, "too_large"_L1, "channel_unknown"_L1,
    "corrects_unknown"_L1, "attachment_refused"_L1, "role_unknown"_L1, "state_unknown"_L1,
    "guarded"_L1, "not_admin"_L1, "last_admin"_L1, "login_taken"_L1, "name_taken"_L1,
    "key_taken"_L1, "not_senior"_L1, "version_taken"_L1, "doc_invalid"_L1, "url_refused"_L1,
    "person_unknown"_L1, "time_wrong"_L1, "already_begun"_L1, "not_asked"_L1, "handover_live"_L1,
    "sheet_changed"_L1, "sheet_incomplete"_L1, "signature_missing"_L1, "signature_other"_L1,
    "offline_handover_forbidden"_L1, "not_party"_L1, "not_receiver"_L1, "steps_missing"_L1,
    "article_changed"_L1, "in_review"_L1, "not_proposed"_L1, "not_published"_L1, "review_other"_L1,
    "step_unknown"_L1};

// What the authority answers before or instead of a guard (ARCHITECTURE.md, "Rows, operations").
inline constexpr std::array kAnswers{"conflict"_L1, "base_missing"_L1, "guard_only"_L1,
    "unknown_table"_L1, "unknown_column"_L1, "invalid_value"_L1, "too_large"_L1,
    "session_unknown"_L1, "session_expired"_L1, "session_revoked"_L1, "proof_wrong"_L1,
    "follows_refused"_L1, "id_exists"_L1, "not_found"_L1, "deleted"_L1, "wall_reads_only"_L1};

// What a team secret is for, and why it cannot be set or given (schema/0010_secrets.sql).
inline constexpr std::array kSecretKinds{"source"_L1, "robot"_L1, "smtp"_L1};
inline constexpr std::array kSecretRefusals{"not_lead"_L1, "secret_name_invalid"_L1,
    "secret_kind_unknown"_L1, "secret_empty"_L1, "secret_invalid"_L1, "secret_too_large"_L1,
    "secret_for_nobody"_L1, "station_unknown"_L1, "secret_unknown"_L1, "secrets_need_tls"_L1,
    "secrets_offline"_L1};

template <class List>
[[nodiscard]] bool contains(const List &list, QStringView word)
{
    return std::ranges::any_of(list, [word](QLatin1StringView item) { return item == word; });
}

} // namespace watchroom::domain::codes
