// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/incidentsteps.h"

#include "app/incidents/directory.h"
#include "app/incidents/incident.h"
#include "app/incidents/stagehistory.h"
#include "app/words/terms.h"
#include "app/words/times.h"
#include "ui/incidents/limitwords.h"

#include <QCoreApplication>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using domain::Stage;
using widgets::Step;
using widgets::StepState;

namespace {

QString lengthWords(const std::optional<base::Instant> &from,
    const std::optional<base::Instant> &to, QString (*words)(base::Seconds))
{
    return from && to ? words(std::chrono::round<base::Seconds>(*to - *from)) : QString();
}

Step stepToCome(const incidents::Incident &incident, Stage stage, const domain::Policy &policy)
{
    const auto level = domain::levelFrom(incident.level).value_or(domain::Level::Red);
    Step step;
    step.time = limitWords(policy.of(level).limit(stage));
    if (!step.time.isEmpty())
        step.limit = QCoreApplication::translate("watchroom::ui::Inspector", "limit");
    return step;
}

Step stepPassed(const incidents::Incident &incident, const incidents::StagePassage &passage,
    bool current, const incidents::Directory &directory)
{
    Step step;
    step.owner = directory.personName(current ? incident.owner : passage.owner);
    step.time = lengthWords(passage.enteredAt, passage.leftAt, words::clock);
    const QString limit = lengthWords(passage.enteredAt, passage.dueAt, words::limit);
    step.limit = limit.isEmpty() ? QString() : u"/ "_s + limit;
    return step;
}

} // namespace

QList<Step> incidentSteps(const incidents::Incident &incident,
    const incidents::StageHistory &history, const incidents::Directory &directory,
    const domain::Policy &policy)
{
    const Stage current = domain::stageFrom(incident.stage).value_or(Stage::Closed);
    QList<Step> steps;
    for (const Stage stage : domain::kStages) {
        const QString code = domain::codeOf(stage);
        const incidents::StagePassage *passage = history.last(code);
        Step step;
        if (stage > current)
            step = stepToCome(incident, stage, policy);
        else if (passage)
            step = stepPassed(incident, *passage, stage == current, directory);
        step.name = words::stage(code);
        step.state = stage < current ? StepState::Done
            : stage == current       ? StepState::Current
                                     : StepState::Next;
        steps.append(step);
    }
    return steps;
}

} // namespace watchroom::ui
