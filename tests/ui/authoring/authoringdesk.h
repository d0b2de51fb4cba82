// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/knowledge/articlecommands.h"
#include "app/knowledge/library.h"
#include "tests/ui/standalonedesk.h"
#include "ui/authoring/authoringpage.h"

namespace watchroom::test {

/// A desk with the page of writing over a real standalone workspace: Chen, who may do everything,
/// and Li and Zhou, who have no right. One article, "egress-loss", which Li answers for. UI thread.
class AuthoringDesk : public StandaloneDesk
{
public:
    AuthoringDesk();
    ~AuthoringDesk();

    [[nodiscard]] ui::AuthoringPage &page() { return *m_page; }
    [[nodiscard]] knowledge::Library &library() { return *m_library; }
    [[nodiscard]] knowledge::ArticleCommands &commands() { return *m_commands; }
    [[nodiscard]] const knowledge::Article &article(
        const QString &key = QStringLiteral("egress-loss"));
    [[nodiscard]] QString dir() const { return workspace(); }
    /// The text of a version, as the library has it.
    [[nodiscard]] QString published(int version);
    [[nodiscard]] knowledge::ArticleVersion version(int version);
    /// Somebody else publishes the next version meanwhile.
    void publish(const QByteArray &markdown, const QString &reason);
    /// From now on somebody else has to publish.
    void askReview();
    /// Opens the editor and waits for it.
    void edit(const QString &key = QStringLiteral("egress-loss"));
    void type(const QString &text); ///< over all of it
    [[nodiscard]] QString typed() const;
    void click(const QString &button);
    /// A new page over the same workspace, as after a new start.
    void restartPage();

private:
    void makePage();
    [[nodiscard]] knowledge::ArticleText kept(const QByteArray &markdown, const QString &reason);

    std::unique_ptr<knowledge::ArticleCommands> m_commands;
    std::unique_ptr<knowledge::Library> m_library;
    ui::AuthoringPage *m_page = nullptr; ///< child of the window
};

} // namespace watchroom::test
