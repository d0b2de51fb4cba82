// SPDX-License-Identifier: GPL-3.0-or-later
// What ends a handover, or does not keep a rule of it: each asks for its reason.
#include "app/domain/codes.h"
#include "ui/handover/handoverdialogs.h"
#include "ui/handover/handoverfoot.h"
#include "ui/handover/handoverpage.h"
#include "ui/handover/paperdialog.h"

#include <QMenu>
#include <QPushButton>

#include <algorithm>
#include <span>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using handover::HandoverState;
using handover::Missing;

namespace {

QStringList listOf(std::span<const QLatin1StringView> codes)
{
    QStringList list;
    for (const QLatin1StringView code : codes)
        list.append(QString(code));
    return list;
}

} // namespace

bool HandoverPage::hasAuthor()
{
    if (!m_needs.me().isEmpty())
        return true;
    Q_EMIT authorAsked();
    return false;
}

void HandoverPage::start()
{
    if (hasAuthor())
        (new StartDialog(theme(), *window(), m_needs))->open();
}

void HandoverPage::waive()
{
    if (!isLive() || !hasAuthor())
        return;
    QList<Missing> rules;
    const auto missing = handover::missingOf(*m_needs.state(), m_needs.now());
    std::ranges::copy_if(step() == HandoverStep::Signatures ? missing : missingIn(missing, step()),
        std::back_inserter(rules), &Missing::isWaivable);
    if (!rules.isEmpty())
        (new WaiveDialog(theme(), *window(), m_needs, rules))->open();
}

void HandoverPage::recall()
{
    if (isLive() && hasAuthor())
        follow(m_needs.commands.recall(m_needs.state()->id), this);
}

void HandoverPage::openMore()
{
    if (!isLive() || !hasAuthor())
        return;
    const HandoverState &state = *m_needs.state();
    const QString me = m_needs.me();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (me == state.incoming)
        menu->addAction(tr("Refuse the watch…"), this, &HandoverPage::refuse);
    if (me == state.outgoing || m_needs.isSenior())
        menu->addAction(tr("The outgoing shift stays on…"), this, &HandoverPage::extend);
    if (me != state.outgoing && m_needs.isSenior())
        menu->addAction(tr("Force it, one-sided…"), this, &HandoverPage::force);
    if (menu->isEmpty())
        menu->addAction(tr("Only the two leads and the command layer end a handover"))
            ->setEnabled(false);
    menu->popup(m_foot->moreButton().mapToGlobal(QPoint(0, -menu->sizeHint().height())));
}

void HandoverPage::refuse()
{
    const QUuid id = m_needs.state()->id;
    (new ReasonDialog(theme(), *window(),
         {.heading = tr("Refuse the watch"),
             .text = tr("The responsibility stays with the outgoing shift; its lead is told."),
             .act = tr("Refuse")},
         listOf(domain::codes::kRefuseReasons),
         [this, id](const QString &reason, const QString &remark) {
             return m_needs.commands.refuse(id, reason, remark);
         }))
        ->open();
}

void HandoverPage::extend()
{
    const QUuid id = m_needs.state()->id;
    (new ReasonDialog(theme(), *window(),
         {.heading = tr("The outgoing shift stays on"),
             .text = tr("This handover ends. A new one is begun when the watch can pass."),
             .act = tr("Stay on")},
         listOf(domain::codes::kExtendReasons),
         [this, id](const QString &reason, const QString &remark) {
             return m_needs.commands.extend(id, reason, remark);
         }))
        ->open();
}

void HandoverPage::force()
{
    const HandoverState state = *m_needs.state();
    (new ReasonDialog(theme(), *window(),
         {.heading = tr("Force the handover, one-sided"),
             .text = tr("The incoming lead takes the watch without the outgoing one. It stays "
                        "marked as one-sided for ever."),
             .act = tr("Force")},
         listOf(domain::codes::kForceReasons),
         [this, state](const QString &reason, const QString &remark) {
             return m_needs.commands.force(state, reason, remark);
         }))
        ->open();
}

void HandoverPage::putOnPaper(const QString &meaning)
{
    if (!isLive() || !hasAuthor())
        return;
    auto *dialog = new PaperDialog(theme(), *window(), m_needs, meaning);
    connect(dialog, &PaperDialog::printAsked, this, [this] { Q_EMIT printAsked(sheetShown()); });
    connect(dialog, &PaperDialog::pdfAsked, this, [this] { Q_EMIT pdfAsked(sheetShown()); });
    dialog->open();
}

} // namespace watchroom::ui
