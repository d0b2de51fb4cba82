// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/sentences.h"

#include <QCoreApplication>

#include <array>

namespace watchroom::words {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kRules{
    Phrase{"not_active"_L1,
        QT_TRANSLATE_NOOP(
            "error", "This account is unknown or disabled. Ask an administrator to enable it.")},
    Phrase{"old_fence"_L1,
        QT_TRANSLATE_NOOP("error",
            "Another station runs the rules and clocks now. Nothing needs to be done here.")},
    Phrase{"title_missing"_L1,
        QT_TRANSLATE_NOOP("error", "The title is missing. Say in a few words what it is about.")},
    Phrase{"title_too_long"_L1,
        QT_TRANSLATE_NOOP(
            "error", "The title is longer than 200 characters. Put the details in an entry.")},
    Phrase{"level_unknown"_L1,
        QT_TRANSLATE_NOOP("error", "There is no such level. Choose red, yellow or blue.")},
    Phrase{"stage_first"_L1,
        QT_TRANSLATE_NOOP(
            "error", "An incident begins with Detection. Open it, then take it further.")},
    Phrase{"stage_unknown"_L1,
        QT_TRANSLATE_NOOP("error", "There is no such stage. Choose one of the six, or close.")},
    Phrase{"group_unknown"_L1,
        QT_TRANSLATE_NOOP(
            "error", "There is no such group. Choose Network, Audio and video, or System.")},
    Phrase{"station_may_not"_L1,
        QT_TRANSLATE_NOOP(
            "error", "A station may not do this by itself. Sign in, then repeat it.")},
    Phrase{"station_only"_L1,
        QT_TRANSLATE_NOOP("error",
            "Only monitoring writes alerts. Open an incident, or write an entry instead.")},
    Phrase{"owner_other"_L1,
        QT_TRANSLATE_NOOP("error",
            "Only the owner or a shift lead may give this to somebody else. Take it over first.")},
    Phrase{"owner_unknown"_L1,
        QT_TRANSLATE_NOOP("error", "The new owner is unknown or disabled. Choose somebody else.")},
    Phrase{"policy_unknown"_L1,
        QT_TRANSLATE_NOOP("error",
            "This policy version does not exist here. Wait for synchronisation, then retry.")},
    Phrase{"closed"_L1,
        QT_TRANSLATE_NOOP(
            "error", "This is closed and stays as it is. If it comes back, open a new one.")},
    Phrase{"immutable"_L1,
        QT_TRANSLATE_NOOP("error",
            "This was fixed at the beginning and cannot be changed. "
            "Write an entry that says what is right.")},
    Phrase{"not_owner"_L1,
        QT_TRANSLATE_NOOP("error",
            "Only the owner or a shift lead may do this. Take it over, or ask the owner.")},
    Phrase{"acknowledge_other"_L1,
        QT_TRANSLATE_NOOP(
            "error", "Nobody can acknowledge for somebody else. Acknowledge in your own name.")},
    Phrase{"reason_missing"_L1,
        QT_TRANSLATE_NOOP("error", "This needs a reason. Choose one, or say it in a few words.")},
    Phrase{"group_third_move"_L1,
        QT_TRANSLATE_NOOP("error",
            "This would be the third hand-over between groups in one stage. "
            "The shift lead decides who keeps it.")},
    Phrase{"not_claimed"_L1, QT_TRANSLATE_NOOP("error", "Nobody owns this yet. Claim it first.")},
    Phrase{"gate_acknowledge"_L1,
        QT_TRANSLATE_NOOP(
            "error", "Nobody has acknowledged it yet. Acknowledge or claim it first.")},
    Phrase{"gate_assessment"_L1,
        QT_TRANSLATE_NOOP("error", "The assessment is not complete. Still missing: {missing}.")},
    Phrase{"gate_cause"_L1,
        QT_TRANSLATE_NOOP("error",
            "The diagnosis has no result yet. State the cause or a hypothesis in one line.")},
    Phrase{"gate_verified"_L1,
        QT_TRANSLATE_NOOP("error",
            "The recovery is not verified. Say how it was verified, or wait "
            "until the values stay inside their limits.")},
    Phrase{"gate_told"_L1,
        QT_TRANSLATE_NOOP("error", "Not everybody has been told. Still to tell: {missing}.")},
    Phrase{"kind_unknown"_L1,
        QT_TRANSLATE_NOOP("error", "This kind is not allowed here. Choose one from the list.")},
    Phrase{
        "text_missing"_L1, QT_TRANSLATE_NOOP("error", "The entry is empty. Write what happened.")},
    Phrase{"too_large"_L1,
        QT_TRANSLATE_NOOP(
            "error", "This is too large to be saved. Shorten it or split it in two.")},
    Phrase{"channel_unknown"_L1,
        QT_TRANSLATE_NOOP("error", "There is no such channel. Choose one from the list.")},
    Phrase{"corrects_unknown"_L1,
        QT_TRANSLATE_NOOP("error",
            "The entry to correct is not in this incident. Choose one from its timeline.")},
    Phrase{"attachment_refused"_L1,
        QT_TRANSLATE_NOOP("error",
            "Up to ten files can be attached: PNG, JPEG or PDF of at most 20 MB. Choose others.")},
    Phrase{"role_unknown"_L1,
        QT_TRANSLATE_NOOP("error", "There is no such role. Choose one from the list.")},
    Phrase{"state_unknown"_L1,
        QT_TRANSLATE_NOOP("error", "There is no such state. Choose one from the list.")},
    Phrase{"guarded"_L1,
        QT_TRANSLATE_NOOP(
            "error", "These rows follow from the incident. Change the incident instead.")},
    Phrase{
        "not_admin"_L1, QT_TRANSLATE_NOOP("error", "Only an administrator may do this. Ask one.")},
    Phrase{"last_admin"_L1,
        QT_TRANSLATE_NOOP(
            "error", "This is the last administrator. Give somebody else that right first.")},
    Phrase{"login_taken"_L1,
        QT_TRANSLATE_NOOP("error", "This sign-in name is taken. Choose another one.")},
    Phrase{"name_taken"_L1, QT_TRANSLATE_NOOP("error", "This name is taken. Choose another one.")},
    Phrase{"key_taken"_L1, QT_TRANSLATE_NOOP("error", "This key is taken. Choose another one.")},
    Phrase{"not_senior"_L1,
        QT_TRANSLATE_NOOP("error",
            "Only a shift lead, the command layer or an administrator may do this. Ask one.")},
    Phrase{"version_taken"_L1,
        QT_TRANSLATE_NOOP("error",
            "Somebody saved this version in the meantime. "
            "Look at theirs, then save yours as the next one.")},
    Phrase{"doc_invalid"_L1,
        QT_TRANSLATE_NOOP("error", "The document is wrong at “{where}”. Correct it there.")},
    Phrase{"steps_missing"_L1,
        QT_TRANSLATE_NOOP("error",
            "A procedure needs steps: a numbered list below the heading “Steps”. Write it, or "
            "choose another kind.")},
    Phrase{"article_changed"_L1,
        QT_TRANSLATE_NOOP("error",
            "Version {version} was published in the meantime. Your text is kept as a draft: bring "
            "both together, then hand it in again.")},
    Phrase{"in_review"_L1,
        QT_TRANSLATE_NOOP("error",
            "A text by {by} waits for its review. Wait until it is published or given back; yours "
            "is kept as a draft.")},
    Phrase{"not_proposed"_L1,
        QT_TRANSLATE_NOOP("error", "No text waits for its review. Hand one in first.")},
    Phrase{"not_published"_L1,
        QT_TRANSLATE_NOOP("error", "This article has no version yet. Publish one first.")},
    Phrase{"review_other"_L1,
        QT_TRANSLATE_NOOP(
            "error", "The team's policy asks that somebody else publishes it. Ask a colleague.")},
    Phrase{"step_unknown"_L1,
        QT_TRANSLATE_NOOP(
            "error", "This version has no such step. Open the procedure again and look at it.")},
    Phrase{"handover_live"_L1,
        QT_TRANSLATE_NOOP("error",
            "A handover of this desk or position is under way. Go on with it, or end it first.")},
    Phrase{"sheet_changed"_L1,
        QT_TRANSLATE_NOOP("error", "This is not the frozen sheet. Read it again, then sign it.")},
    Phrase{"sheet_incomplete"_L1,
        QT_TRANSLATE_NOOP("error",
            "The sheet lacks something: {what}. Fill it in, or waive what may be waived with a "
            "reason and a second name.")},
    Phrase{"signature_missing"_L1,
        QT_TRANSLATE_NOOP("error",
            "Two signatures over the same sheet are needed. Let the other lead sign first.")},
    Phrase{"signature_other"_L1,
        QT_TRANSLATE_NOOP(
            "error", "Everybody signs for themselves alone. Let the person who is named sign in.")},
    Phrase{"offline_handover_forbidden"_L1,
        QT_TRANSLATE_NOOP("error",
            "The team's policy allows no handover while the server is away. Sign when it is "
            "back, or pass the watch on paper.")},
    Phrase{"not_party"_L1,
        QT_TRANSLATE_NOOP("error",
            "Only those who hand over or take over, or a shift lead, may do this. Ask them.")},
    Phrase{"not_receiver"_L1,
        QT_TRANSLATE_NOOP(
            "error", "Only the receiver or the incoming lead may confirm this. Ask them.")},
    Phrase{"person_unknown"_L1,
        QT_TRANSLATE_NOOP(
            "error", "This person is unknown, disabled or named twice. Choose somebody else.")},
    Phrase{"time_wrong"_L1,
        QT_TRANSLATE_NOOP("error",
            "The end must come after the begin, within a year, and not in the past. "
            "Correct the times.")},
    Phrase{"already_begun"_L1,
        QT_TRANSLATE_NOOP("error",
            "This has begun already and cannot be taken back. End it from now on instead.")},
    Phrase{"not_asked"_L1,
        QT_TRANSLATE_NOOP(
            "error", "Only whoever was asked, or a shift lead, may answer this. Ask them.")},
    Phrase{"url_refused"_L1,
        QT_TRANSLATE_NOOP("error",
            "A link begins with http:// or https:// and has no blanks. Copy it from the browser.")},
};

constexpr std::array kAnswers{
    Phrase{"conflict"_L1,
        QT_TRANSLATE_NOOP("error",
            "Somebody else changed the same thing first. "
            "Compare theirs with yours, then keep one.")},
    Phrase{"changed"_L1,
        QT_TRANSLATE_NOOP(
            "error", "This has been changed in the meantime. Look at it again, then repeat.")},
    Phrase{"base_missing"_L1,
        QT_TRANSLATE_NOOP("error", "The change does not say what it was based on. Make it again.")},
    Phrase{"guard_only"_L1,
        QT_TRANSLATE_NOOP("error", "This value is set by the rules alone. Leave it out.")},
    Phrase{"unknown_table"_L1,
        QT_TRANSLATE_NOOP("error",
            "The server does not know this kind of data. "
            "Update the server, then send the change again.")},
    Phrase{"unknown_column"_L1,
        QT_TRANSLATE_NOOP("error",
            "The server does not know one of these fields. "
            "Update the server, then send the change again.")},
    Phrase{"invalid_value"_L1,
        QT_TRANSLATE_NOOP("error", "A value is not possible here. Correct it, then repeat.")},
    Phrase{"session_unknown"_L1,
        QT_TRANSLATE_NOOP("error",
            "The server does not know this sign-in. Sign in again and what waits is sent.")},
    Phrase{"session_expired"_L1,
        QT_TRANSLATE_NOOP(
            "error", "The sign-in has expired. Sign in again and what waits is sent.")},
    Phrase{"session_revoked"_L1,
        QT_TRANSLATE_NOOP("error",
            "The sign-in was ended by an administrator. "
            "Sign in again, or let a shift lead release what waits.")},
    Phrase{"proof_wrong"_L1,
        QT_TRANSLATE_NOOP("error",
            "The server could not confirm who made this change. "
            "Sign in again, then repeat it.")},
    Phrase{"follows_refused"_L1,
        QT_TRANSLATE_NOOP("error",
            "This follows an earlier change that was refused. "
            "Settle that one first, then repeat this.")},
    Phrase{"id_exists"_L1,
        QT_TRANSLATE_NOOP(
            "error", "This already exists with other content. Make it again as new.")},
    Phrase{"not_found"_L1,
        QT_TRANSLATE_NOOP("error", "This does not exist. Check the number or the name.")},
    Phrase{"deleted"_L1,
        QT_TRANSLATE_NOOP("error", "This has been deleted in the meantime. Make it again as new.")},
    Phrase{"wall_reads_only"_L1,
        QT_TRANSLATE_NOOP("error", "A wall display only shows. Do this at a console.")},
};

constexpr auto kAll = [] {
    std::array<Phrase, kRules.size() + kAnswers.size()> all{};
    std::copy(
        kAnswers.begin(), kAnswers.end(), std::copy(kRules.begin(), kRules.end(), all.begin()));
    return all;
}();

} // namespace

std::span<const Phrase> ruleSentences()
{
    return kAll;
}

} // namespace watchroom::words
