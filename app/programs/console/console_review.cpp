// SPDX-License-Identifier: GPL-3.0-or-later
// What of the knowledge base is to be looked through, and by whom.
#include "app/programs/console/console.h"
#include "ui/authoring/authoringpage.h"
#include "ui/knowledge/duepage.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/navigationrail.h"
#include "ui/shell/pageviews.h"
#include "ui/shell/statusline.h"

namespace watchroom::programs {

using namespace Qt::StringLiterals;

void Console::buildDuePage()
{
    m_duePage = new ui::DuePage(m_theme,
        {m_core->review(), m_core->articleCommands(), m_core->directory(), m_core->clock(),
            [this] { return m_account.login(); }});
    connect(m_duePage, &ui::DuePage::articleAsked, this,
        [this](const QUuid &article) { showArticle(article); });
    connect(m_duePage, &ui::DuePage::compareAsked, this,
        [this](const QUuid &article, int before, int now) {
            showArticle(article);
            m_authoringPage->compare(article, before, now);
        });
    connect(m_duePage, &ui::DuePage::authorAsked, this, [this] { signIn({}); });
    connect(m_duePage, &ui::DuePage::failed, this, &Console::tell);
    connect(m_duePage, &ui::DuePage::told, this,
        [this](const QString &line) { m_window->status().setMessage(line); });
    connect(&m_core->review(), &knowledge::ReviewBook::failed, this, &Console::tell);
    connect(&m_core->review(), &knowledge::ReviewBook::changed, this, &Console::showDueCount);
    connect(&m_account, &ui::Account::changed, this, &Console::showReviewer);
    connect(&m_core->directory(), &incidents::Directory::changed, this, &Console::showReviewer);
    m_knowledgeViews->addView(m_duePage, [this] {
        const qsizetype due = m_core->review().state().due.size();
        return due > 0 ? tr("Review (%1)").arg(due) : tr("Review");
    });
    showReviewer();
}

void Console::showReviewer()
{
    const QString me = m_account.login();
    m_core->review().setReviewer({.login = me, .lead = m_core->directory().isSenior(me)});
}

// What falls due is said once; the mark of the page stays until it is looked through.
void Console::showDueCount()
{
    m_knowledgeViews->refresh();
    int overdue = 0;
    QSet<QUuid> due;
    for (const knowledge::DueReview &one : m_core->review().state().due) {
        due.insert(one.article);
        overdue += one.loudness != knowledge::Freshness::Loudness::Quiet ? 1 : 0;
    }
    m_window->rail().setCount(static_cast<int>(Page::Knowledge), overdue);
    const QSet<QUuid> before = std::exchange(m_knownDue, due);
    if (const QSet<QUuid> fresh = due - before; !fresh.isEmpty() && !m_account.isLocked())
        m_window->status().setMessage(
            tr("%n article(s) to be looked through: Knowledge, Review", nullptr, int(due.size())));
}

} // namespace watchroom::programs
