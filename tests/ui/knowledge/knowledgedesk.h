// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/knowledge/articlecommands.h"
#include "app/knowledge/library.h"
#include "tests/ui/standalonedesk.h"
#include "ui/knowledge/knowledgepage.h"

namespace watchroom::test {

/// A desk with the page of the knowledge base over a real standalone workspace that holds the
/// articles of a folder. UI thread.
class KnowledgeDesk : public StandaloneDesk
{
public:
    /// `folder` empty: no articles.
    explicit KnowledgeDesk(const QString &folder);
    ~KnowledgeDesk();

    [[nodiscard]] ui::KnowledgePage &page() { return *m_page; }
    [[nodiscard]] knowledge::Library &library() { return *m_library; }
    [[nodiscard]] knowledge::ArticleCommands &commands() { return *m_commands; }
    /// How the station is said to stand to a server.
    void setCheck(const knowledge::LastCheck &check);
    void setNow(base::Instant now);
    /// The article with this key, in the page, its text shown.
    void open(const QString &key);
    /// The next version of an article, its text kept and published.
    void publish(const QString &key, const QByteArray &markdown, const QString &reason);

private:
    void import(const QString &folder);

    knowledge::LastCheck m_check{.standalone = true, .online = false, .checkedAt = {}};
    std::unique_ptr<knowledge::ArticleCommands> m_commands;
    std::unique_ptr<knowledge::Library> m_library;
    ui::KnowledgePage *m_page; ///< child of the window
};

} // namespace watchroom::test
