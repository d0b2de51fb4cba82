// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/console/console.h"
#include "ui/authoring/articleeditor.h"
#include "ui/authoring/authoringpage.h"
#include "ui/knowledge/knowledgepage.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/statusline.h"

#include <QStackedWidget>

namespace watchroom::programs {

using namespace Qt::StringLiterals;

// What is written lies over the page it is about.
QWidget *Console::withAuthoring(QWidget *page)
{
    auto *stack = new QStackedWidget;
    m_authoringPage = new ui::AuthoringPage(m_theme,
        {m_core->store(), m_core->library(), m_core->directory(), m_core->clock(),
            [this] { return m_account.author(); }});
    stack->addWidget(page);
    stack->addWidget(m_authoringPage);
    const auto put = [this, stack](QWidget *shown) {
        stack->setCurrentWidget(shown);
        showHints();
    };
    connect(
        m_authoringPage, &ui::AuthoringPage::opened, this, [this, put] { put(m_authoringPage); });
    connect(m_authoringPage, &ui::AuthoringPage::closed, this, [put, page] { put(page); });
    connect(m_authoringPage, &ui::AuthoringPage::failed, this, &Console::tell);
    connect(m_authoringPage, &ui::AuthoringPage::told, this,
        [this](const QString &line) { m_window->status().setMessage(line); });
    connect(m_authoringPage, &ui::AuthoringPage::articleAsked, this,
        [this](const QUuid &article) { m_knowledgePage->show(article); });
    const ui::ArticlePane *pane = &m_knowledgePage->pane();
    connect(pane, &ui::ArticlePane::reviewAsked, m_authoringPage, &ui::AuthoringPage::review);
    connect(pane, &ui::ArticlePane::compareAsked, m_authoringPage, &ui::AuthoringPage::compare);
    connect(&m_account, &ui::Account::changed, m_authoringPage, &ui::AuthoringPage::personChanged);
    return stack;
}

// Nobody writes under no name.
bool Console::mayWrite()
{
    if (!m_knowledgePage->isVisible() || m_authoringPage->isOpen())
        return false;
    if (!m_account.author().login.isEmpty())
        return true;
    choosePerson();
    return false;
}

void Console::editArticle()
{
    if (!m_knowledgePage->pane().shown().isNull() && mayWrite())
        m_authoringPage->edit(m_knowledgePage->pane().shown());
}

void Console::newArticle(const QString &folder)
{
    if (mayWrite())
        m_authoringPage->create(folder);
}

bool Console::showAuthoringHints()
{
    if (!m_authoringPage->isOpen())
        return false;
    if (!m_authoringPage->editor().isVisible()) { // read and decided, not written
        m_window->status().setHints({{u"Esc"_s, tr("Close")}});
        return true;
    }
    m_window->status().setHints({{u"Ctrl ↵"_s, tr("Publish or hand in")}, {u"Ctrl B"_s, tr("Bold")},
        {u"Ctrl Shift O"_s, tr("Step")}, {u"Esc"_s, tr("Close, the draft is kept")}});
    return true;
}

} // namespace watchroom::programs
