// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/policy.h"
#include "ui/widgets/stepper.h"

namespace watchroom::incidents {
class Directory;
class StageHistory;
struct Incident;
} // namespace watchroom::incidents

namespace watchroom::ui {

/// The six stages of an incident for the stepper: who and how long in those it went through, the
/// policy's limit of those to come.
[[nodiscard]] QList<widgets::Step> incidentSteps(const incidents::Incident &incident,
    const incidents::StageHistory &history, const incidents::Directory &directory,
    const domain::Policy &policy);

} // namespace watchroom::ui
