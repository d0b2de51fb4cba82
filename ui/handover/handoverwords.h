// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/handover/sheetchanges.h"
#include "ui/handover/handoverneeds.h"

namespace watchroom::ui {

// How the parts of a handover are said on the screen.

enum class HandoverStep
{
    Tickets, ///< and the incidents
    Pending,
    Systems,
    ReadBack,
    Signatures
};
inline constexpr int kHandoverSteps = 5;

[[nodiscard]] QString stepName(HandoverStep step); ///< 工单移交
[[nodiscard]] HandoverStep stepOf(const handover::Missing &missing);
/// Those of one step.
[[nodiscard]] QList<handover::Missing> missingIn(
    const QList<handover::Missing> &missing, HandoverStep step);
/// "to be confirmed 1, no receiver 1": how often each thing is wanting.
[[nodiscard]] QString missingWords(const QList<handover::Missing> &missing);

/// "03-18 day shift → night shift · planned 20:00"
[[nodiscard]] QString handoverTitle(
    const handover::HandoverState &state, const HandoverNeeds &needs);
/// "#131 owner: 李泽 → 何伟"
[[nodiscard]] QString changeSentence(
    const handover::SheetChange &change, const HandoverNeeds &needs);
/// Of an accepted handover: what was not as its sheet says.
[[nodiscard]] QString movedSentence(const QJsonObject &change, const HandoverNeeds &needs);

/// The time of day, with the date where it is not within a day.
[[nodiscard]] QString dueWords(base::Instant at, const HandoverNeeds &needs);
/// What was typed as a due time: "2130", "21:30", "03-19 09:00"; the next such moment. Nothing:
/// it is none.
[[nodiscard]] std::optional<base::Instant> dueOf(const QString &text, const HandoverNeeds &needs);

/// Who of the incoming shift is to take it: who has the owner's position next, else that of its
/// group, else the incoming lead.
[[nodiscard]] QString proposedReceiver(
    const handover::HandoverItem &item, const handover::HandoverState &state);
/// Of a ticket or a pending item.
[[nodiscard]] tickets::WorkKind kindOf(const handover::SheetItem &item);
/// "If ... then ..." to begin with: what the last handover said, else the rule that opened it,
/// else by its level.
[[nodiscard]] QString proposedContingency(
    const handover::HandoverItem &item, const HandoverNeeds &needs);

} // namespace watchroom::ui
