// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/incidents/attachments.h"
#include "app/incidents/incidentcommands.h"
#include "app/incidents/incidentsmodel.h"
#include "app/knowledge/articlecommands.h"
#include "app/knowledge/favourites.h"
#include "app/knowledge/foldertransfer.h"
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

    using StandaloneDesk::clock;
    using StandaloneDesk::directory;
    using StandaloneDesk::workspace;
    [[nodiscard]] ui::KnowledgePage &page() { return *m_page; }
    [[nodiscard]] knowledge::Library &library() { return *m_library; }
    [[nodiscard]] knowledge::ArticleCommands &commands() { return *m_commands; }
    [[nodiscard]] knowledge::RunBook &book() { return *m_book; }
    [[nodiscard]] knowledge::RunCommands &runCommands() { return *m_runCommands; }
    [[nodiscard]] QUuid openIncident(const QString &title, bool drill = false);
    /// A run of the article, shown; answers its id.
    QUuid follow(const QString &key, const QString &mode = QStringLiteral("read_do"),
        const QUuid &incident = {});
    [[nodiscard]] const knowledge::RunState &run(const QUuid &id) const;
    /// How the station is said to stand to a server.
    void setCheck(const knowledge::LastCheck &check);
    void setNow(base::Instant now);
    /// The article with this key, in the page, its text shown.
    void open(const QString &key);
    /// As it is kept here, the newest.
    [[nodiscard]] QByteArray text(const QString &key);
    /// The next version of an article, its text kept and published.
    void publish(const QString &key, const QByteArray &markdown, const QString &reason);

private:
    void import(const QString &folder);

    knowledge::LastCheck m_check{.standalone = true, .online = false, .checkedAt = {}};
    std::unique_ptr<knowledge::ArticleCommands> m_commands;
    std::unique_ptr<knowledge::Library> m_library;
    std::unique_ptr<knowledge::Favourites> m_favourites;
    std::unique_ptr<knowledge::FolderTransfer> m_transfer;
    std::unique_ptr<knowledge::RunBook> m_book;
    std::unique_ptr<knowledge::RunCommands> m_runCommands;
    std::unique_ptr<incidents::Attachments> m_attachments;
    std::unique_ptr<incidents::IncidentsModel> m_incidents;
    std::unique_ptr<incidents::IncidentCommands> m_incidentCommands;
    ui::KnowledgePage *m_page; ///< child of the window
};

} // namespace watchroom::test
