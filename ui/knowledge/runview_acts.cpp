// SPDX-License-Identifier: GPL-3.0-or-later
// What people do with a procedure that is followed.
#include "app/base/whendone.h"
#include "app/incidents/attachments.h"
#include "ui/knowledge/rundialogs.h"
#include "ui/knowledge/runview.h"
#include "ui/knowledge/stepdiffdialog.h"
#include "ui/style/theme.h"

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using knowledge::RunReason;
using knowledge::RunState;
using Act = StepRow::Act;

bool RunView::hasAuthor()
{
    if (!m_needs.me().isEmpty())
        return true;
    Q_EMIT authorAsked();
    return false;
}

void RunView::follow(const store::SavedFuture &saving)
{
    base::whenDone(saving, this, [this](const base::Result<store::Saved> &saved) {
        if (!saved)
            Q_EMIT failed(saved.error());
    });
}

void RunView::reason(const QString &heading, const QString &act,
    std::function<store::SavedFuture(const RunReason &why)> save)
{
    (new RunReasonDialog(theme(), *window(), heading, act, std::move(save)))->open();
}

void RunView::note(const QString &heading, const QString &step)
{
    const RunState *run = state();
    if (!run || !hasAuthor())
        return;
    const auto save = [this, of = run->run, version = run->progress.version, step](
                          const QString &text, const QList<domain::Attachment> &files) {
        auto saving = m_needs.commands.note(of, version, step, text, files);
        base::whenDone(saving, this, [this](const base::Result<store::Saved> &saved) {
            if (saved)
                m_needs.attachments.send();
        });
        return saving;
    };
    const RunNoteDialog::Words words{
        .heading = heading, .label = tr("What you saw or did"), .act = tr("Save")};
    (new RunNoteDialog(theme(), *window(), words, &m_needs.attachments, save))->open();
}

void RunView::act(qsizetype index, Act what)
{
    const RunState *run = state();
    if (!run || index >= run->progress.steps.size())
        return;
    const QString id = run->progress.steps.at(index).step.id;
    const int version = run->progress.version;
    if (what == Act::Open) {
        m_opened = m_opened == id ? QString() : id;
        refresh();
    } else if (what == Act::LockedCopy) {
        Q_EMIT told(tr("Choose by which version first, then it can be copied"));
    } else if (!hasAuthor()) {
        return;
    } else if (what == Act::Tick) {
        follow(m_needs.commands.done(run->run, version, id));
    } else if (what == Act::Untick || what == Act::Again) {
        follow(m_needs.commands.undone(run->run, version, id));
    } else if (what == Act::ChooseNewer) {
        follow(m_needs.commands.switchTo(run->run, run->progress.newest));
    } else if (what == Act::Note) {
        note(tr("Note on step %1").arg(index + 1), id);
    } else {
        ask(index, what);
    }
}

/// What needs a reason or some words.
void RunView::ask(qsizetype index, Act what)
{
    const RunState *run = state();
    const knowledge::Run of = run->run;
    const QString id = run->progress.steps.at(index).step.id;
    const int version = run->progress.version;
    const int newest = run->progress.newest;
    const QString number = QString::number(index + 1);
    auto &commands = m_needs.commands;
    if (what == Act::Fail) {
        const RunNoteDialog::Words words{.heading = tr("Step %1 failed").arg(number),
            .label = tr("What happened"),
            .act = tr("Step failed"),
            .needed = false};
        const auto save = [&commands, of, version, id](
                              const QString &text, const QList<domain::Attachment> & /*files*/) {
            return commands.failed(of, version, id, text);
        };
        (new RunNoteDialog(theme(), *window(), words, nullptr, save))->open();
    } else if (what == Act::NotApplicable) {
        reason(tr("Step %1 does not apply here").arg(number), tr("Not applicable"),
            [&commands, of, version, id](
                const RunReason &why) { return commands.notApplicable(of, version, id, why); });
    } else if (what == Act::NotNeeded) {
        reason(tr("Step %1 is not done again").arg(number), tr("Not needed"),
            [&commands, of, newest, id](
                const RunReason &why) { return commands.notNeeded(of, newest, id, why); });
    } else if (what == Act::ChooseBegun) {
        reason(tr("Step %1 still by v%2").arg(number, QString::number(version)),
            tr("Still v%1").arg(version),
            [&commands, of, version, newest, id](
                const RunReason &why) { return commands.keep(of, version, newest, id, why); });
    }
}

void RunView::completeStep()
{
    const RunState *run = state();
    if (!run || run->progress.current < 0)
        return;
    if (isLocked(*run))
        Q_EMIT told(tr("Choose by which version first, then it can be ticked"));
    else
        act(run->progress.current, Act::Tick);
}

void RunView::chooseNewer()
{
    const RunState *run = state();
    if (run && run->progress.mustChooseAt())
        act(*run->progress.mustChooseAt(), Act::ChooseNewer);
}

void RunView::chooseBegun()
{
    const RunState *run = state();
    if (run && run->progress.mustChooseAt())
        act(*run->progress.mustChooseAt(), Act::ChooseBegun);
}

void RunView::noteOnStep()
{
    const RunState *run = state();
    if (run && run->progress.current >= 0)
        act(run->progress.current, Act::Note);
}

void RunView::showDiff()
{
    const RunState *run = state();
    if (!run || !run->progress.isNewer())
        return;
    const auto side = [&](int version) {
        const knowledge::ArticleVersion *known = run->version(version);
        return StepDiffDialog::Side{
            version, known ? known->text.steps : articles::Steps(), versionWords(*run, version)};
    };
    (new StepDiffDialog(
         theme(), *window(), run->title(), side(run->progress.version), side(run->progress.newest)))
        ->open();
}

void RunView::stop()
{
    const RunState *run = state();
    if (!run || !hasAuthor())
        return;
    reason(tr("Break off “%1”?").arg(run->title()), tr("Break off"),
        [this, of = run->run, version = run->progress.version](
            const RunReason &why) { return m_needs.commands.stop(of, version, why); });
}

/// Withdrawn: whoever goes on says why, once at this station.
void RunView::goOn()
{
    const RunState *run = state();
    if (!run || !hasAuthor())
        return;
    const auto save = [this, of = run->run, version = run->progress.version](
                          const QString &text, const QList<domain::Attachment> &) {
        auto saving = m_needs.commands.note(of, version, {}, text);
        base::whenDone(saving, this, [this, id = of.id](const base::Result<store::Saved> &saved) {
            if (!saved)
                return;
            m_goneOn.insert(id);
            refresh();
        });
        return saving;
    };
    (new RunNoteDialog(theme(), *window(),
         {.heading = tr("Go on with a procedure that is withdrawn?"),
             .label = tr("Who said so, and why"),
             .act = tr("Go on")},
         nullptr, save))
        ->open();
}

} // namespace watchroom::ui
