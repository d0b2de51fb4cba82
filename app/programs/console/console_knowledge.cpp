// SPDX-License-Identifier: GPL-3.0-or-later
// The knowledge base on the console: its page, its keys.
#include "app/articles/stepdiff.h"
#include "app/base/ids.h"
#include "app/base/whendone.h"
#include "app/programs/console/console.h"
#include "app/programs/starterpack.h"
#include "ui/authoring/authoringpage.h"
#include "ui/contacts/contactspage.h"
#include "ui/knowledge/knowledgepage.h"
#include "ui/knowledge/runview.h"
#include "ui/shell/alarm.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pageviews.h"
#include "ui/shell/statusline.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/bannerstack.h"

#include <QDesktopServices>
#include <QPushButton>
#include <QUrl>

namespace watchroom::programs {

using namespace Qt::StringLiterals;

namespace {
const QString kRunBanner = u"run-"_s;
const QString kRunButton = u"bannerShowRun"_s;
} // namespace

void Console::buildKnowledgePage()
{
    m_knowledgePage = new ui::KnowledgePage(m_theme,
        {{m_core->library(), m_core->runs(), m_core->runCommands(), m_core->attachments(),
             m_core->directory(), m_core->incidents(), m_core->clock(),
             [this] { return m_account.login(); }},
            [this] { return m_core->lastCheck(); }, m_core->favourites()},
        m_core->folderTransfer());
    const ui::ArticlePane *pane = &m_knowledgePage->pane();
    connect(m_knowledgePage, &ui::KnowledgePage::failed, this, &Console::tell);
    connect(
        m_knowledgePage, &ui::KnowledgePage::starterPackAsked, this, &Console::bringStarterPack);
    connect(pane, &ui::ArticlePane::told, this,
        [this](const QString &line) { m_window->status().setMessage(line); });
    connect(pane, &ui::ArticlePane::urlAsked, this,
        [](const QString &url) { QDesktopServices::openUrl(QUrl(url)); });
    connect(pane, &ui::ArticlePane::authorAsked, this, [this] { signIn({}); });
    connect(pane, &ui::ArticlePane::shownChanged, this, [this] {
        if (m_knowledgePage->isVisible())
            showHints();
        showRunNotices();
    });
    connect(pane, &ui::ArticlePane::editAsked, this, &Console::editArticle);
    connect(m_knowledgePage, &ui::KnowledgePage::createAsked, this, &Console::newArticle);
    connect(pane, &ui::ArticlePane::incidentAsked, this, &Console::showIncident);
    connect(pane, &ui::ArticlePane::targetAsked, this, &Console::showQuality);
    connect(&m_core->runs(), &knowledge::RunBook::failed, this, &Console::tell);
    connect(&m_core->runs(), &knowledge::RunBook::changed, this, [this] {
        if (isShown(Page::Knowledge))
            showHints();
        showRunNotices();
    });
    connect(&m_account, &ui::Account::changed, this, &Console::showRunNotices);
    connect(&m_account, &ui::Account::changed, m_knowledgePage, &ui::KnowledgePage::showFavourites);
    connect(m_window.get(), &ui::MainWindow::pageShown, this, &Console::showRunNotices);
    buildContactsPage();
    m_knowledgeViews = new ui::PageViews(m_theme);
    m_knowledgeViews->addView(withAuthoring(m_knowledgePage), [] { return tr("Articles"); });
    m_knowledgeViews->addView(m_contactsPage, [] { return tr("Contacts"); });
    buildDuePage();
    connect(m_knowledgeViews, &ui::PageViews::currentChanged, this, &Console::showHints);
    connect(m_knowledgeViews, &ui::PageViews::currentChanged, this, &Console::showRunNotices);
    m_window->addPage(u"knowledge"_s, u"book"_s, m_knowledgeViews, [] { return tr("Knowledge"); });
    buildKnowledgeShortcuts();
}

void Console::buildKnowledgeShortcuts()
{
    const auto add = [this](const QKeySequence &keys, auto action) {
        // Only while the page is in sight: elsewhere the digits are others'.
        addKey(keys, m_knowledgePage, [this, action] { action(m_knowledgePage->pane()); });
    };
    const auto addOnRun = [add](const QKeySequence &keys, void (ui::RunView::*action)()) {
        add(keys, [action](ui::ArticlePane &pane) {
            if (ui::RunView *run = pane.run())
                (run->*action)();
        });
    };
    add(QKeySequence(Qt::Key_F), [](ui::ArticlePane &pane) { pane.follow(); });
    addOnRun(QKeySequence(Qt::CTRL | Qt::Key_Return), &ui::RunView::completeStep);
    addOnRun(QKeySequence(Qt::Key_1), &ui::RunView::chooseNewer);
    addOnRun(QKeySequence(Qt::Key_2), &ui::RunView::chooseBegun);
    addOnRun(QKeySequence(Qt::Key_D), &ui::RunView::showDiff);
    addOnRun(QKeySequence(Qt::Key_B), &ui::RunView::noteOnStep);
}

void Console::bringStarterPack()
{
    const store::Author author = m_account.author();
    if (author.login.isEmpty()) {
        signIn({});
        return;
    }
    if (m_bringing)
        return;
    m_window->status().setMessage(tr("Bringing in the articles…"));
    using Report = base::Result<knowledge::ImportReport>;
    m_bringing = std::make_unique<base::WorkerThread>(u"starter-pack"_s);
    auto bringing = m_bringing->run([this, author, english = m_language.isEnglish()] {
        return importStarterPack(m_core->store(), m_core->clock(), author, english);
    });
    base::whenDone(bringing, this, [this](const Report &report) {
        m_window->status().setMessage({});
        m_bringing.reset();
        if (!report)
            tell(report.error());
        else if (!report->refused.isEmpty())
            m_window->status().setMessage(
                tr("%n article(s) were refused: ask a lead to bring them in", nullptr,
                    int(report->refused.size())));
        else
            m_window->status().setMessage(tr("%n article(s) are here now", nullptr, report->taken));
    });
}

void Console::showKnowledgeHints()
{
    const ui::RunView *view = m_knowledgePage->pane().run();
    const knowledge::RunState *run = view ? m_core->runs().find(view->shown()) : nullptr;
    if (!run) {
        m_window->status().setHints(
            {{u"/"_s, tr("Search")}, {u"F"_s, tr("Follow the steps")}, {u"Ctrl E"_s, tr("Edit")},
                {u"Ctrl N"_s, tr("New article")}, {u"Ctrl K"_s, tr("Search everything")}});
        return;
    }
    const QString from = u"v%1"_s.arg(run->progress.version);
    const QString to = u"v%1"_s.arg(run->progress.newest);
    QList<ui::StatusLine::Hint> hints;
    if (run->progress.mustChooseAt())
        hints = {{u"1"_s, tr("By %1").arg(to)}, {u"2"_s, tr("Still %1").arg(from)}};
    else
        hints = {{u"Ctrl ↵"_s, tr("Step done")}};
    hints.append({u"B"_s, tr("Note")});
    if (run->progress.isNewer())
        hints.append({u"D"_s, tr("What changed")});
    m_window->status().setHints(hints);
}

void Console::showRun(const QUuid &run)
{
    showArticles();
    m_authoringPage->leave();
    m_knowledgePage->showRun(run);
    showRunNotices();
    showHints();
}

void Console::showRunNotices()
{
    const ui::RunView *view =
        m_knowledgePage->isVisible() ? m_knowledgePage->pane().run() : nullptr;
    for (const knowledge::RunState &run : m_core->runs().runs()) {
        const bool changed = run.withdrawn || run.progress.isNewer();
        const bool mine = run.run.owner == m_account.login() && !m_account.isLocked();
        const bool inSight = view && view->shown() == run.run.id;
        const bool answered = !run.withdrawn && !run.progress.mustChooseAt()
            && m_seenChanges.value(run.run.id) >= run.progress.newest;
        if (inSight)
            m_seenChanges.insert(run.run.id, run.progress.newest);
        if (run.progress.isRunning() && changed && mine && !inSight && !answered)
            showRunNotice(run);
        else
            m_window->banners().remove(kRunBanner + base::toText(run.run.id));
    }
}

void Console::showRunNotice(const knowledge::RunState &run)
{
    const QString key = kRunBanner + base::toText(run.run.id);
    auto &banners = m_window->banners();
    const bool fresh = !banners.has(key);
    auto &banner = banners.banner(key);
    if (fresh) {
        connect(
            banner.addButton(kRunButton, {}, true), &QPushButton::clicked, this,
            [this, id = run.run.id] { showRun(id); }, Qt::QueuedConnection);
        m_alarm->notify(tr("The procedure you follow has changed"), run.title());
    }
    banner.findChild<QPushButton *>(kRunButton)->setText(tr("Show"));
    widgets::BannerContent content;
    content.icon = u"book"_s;
    content.head = run.withdrawn ? tr("Withdrawn") : tr("v%1 is out").arg(run.progress.newest);
    const QString steps = articles::numbersText(
        articles::changedNumbers(run.progress.diff), tr(", ", "between numbers"));
    if (run.withdrawn)
        content.text =
            tr("“%1”, which you follow, is withdrawn: %2").arg(run.title(), run.withdrawnReason);
    else if (run.progress.mustChooseAt())
        content.text = tr("“%1”: choose at step %2 before you go on")
                           .arg(run.title(), QString::number(*run.progress.mustChooseAt() + 1));
    else if (steps.isEmpty())
        content.text = tr("“%1”, which you follow: no step has changed").arg(run.title());
    else
        content.text = tr("“%1”, which you follow: changed steps %2").arg(run.title(), steps);
    banner.setContent(content); // measured with its button
    banners.order();
}

} // namespace watchroom::programs
