// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/console/console.h"
#include "ui/contacts/contactspage.h"
#include "ui/knowledge/knowledgepage.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pageviews.h"
#include "ui/shell/statusline.h"

#include <QDesktopServices>
#include <QUrl>

namespace watchroom::programs {

using namespace Qt::StringLiterals;

void Console::buildKnowledgePage()
{
    m_knowledgePage = new ui::KnowledgePage(m_theme,
        {m_core->library(), m_core->directory(), m_core->clock(),
            [this] { return m_core->lastCheck(); }});
    connect(m_knowledgePage, &ui::KnowledgePage::failed, this, &Console::tell);
    connect(m_knowledgePage, &ui::KnowledgePage::told, this,
        [this](const QString &line) { m_window->status().setMessage(line); });
    connect(m_knowledgePage, &ui::KnowledgePage::urlAsked, this,
        [](const QString &url) { QDesktopServices::openUrl(QUrl(url)); });
    buildContactsPage();
    m_knowledgeViews = new ui::PageViews(m_theme);
    m_knowledgeViews->addView(m_knowledgePage, [] { return tr("Articles"); });
    m_knowledgeViews->addView(m_contactsPage, [] { return tr("Contacts"); });
    connect(m_knowledgeViews, &ui::PageViews::currentChanged, this, &Console::showHints);
    m_window->addPage(u"knowledge"_s, u"book"_s, m_knowledgeViews, [] { return tr("Knowledge"); });
}

} // namespace watchroom::programs
