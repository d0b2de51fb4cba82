// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/knowledge/articlecommands.h"
#include "app/knowledge/library.h"
#include "app/knowledge/runbook.h"
#include "app/knowledge/runcommands.h"
#include "tests/fakes/cutproxy.h"
#include "tests/sync/engine/desk.h"
#include "tests/sync/faults/noticeoracle.h"

namespace watchroom::test {

/// A console without its window: what its screens read and what its people do, over a way to the
/// server that can be cut.
class NoticeDesk
{
public:
    NoticeDesk(const remote::ConnInfo &server, quint16 port);

    /// Empty: in step.
    [[nodiscard]] QString begin(
        const remote::ConnInfo &server, const QString &station, const QString &login);
    void cut();
    void heal();
    /// The program ends and starts again.
    void restart();
    /// Its clock is wrong until the server says the time again.
    void setClockOff(std::chrono::hours ahead);

    [[nodiscard]] bool isCut() const { return m_cut; }
    [[nodiscard]] bool isAhead() const { return clockOff() > std::chrono::minutes(1); }
    [[nodiscard]] bool isBehind() const { return clockOff() < -std::chrono::minutes(1); }
    /// What its screens say of an article and of the procedure under way by it.
    [[nodiscard]] Notice says(
        const QUuid &article, const QUuid &run, const QHash<QUuid, int> &followed) const;
    /// Of each article the newest version that its person followed.
    [[nodiscard]] QHash<QUuid, int> followed() const;

    [[nodiscard]] Desk &desk() { return m_desk; }
    [[nodiscard]] const Desk &desk() const { return m_desk; }
    [[nodiscard]] knowledge::Library &library() { return *m_library; }
    [[nodiscard]] const knowledge::RunBook &runs() const { return *m_book; }
    [[nodiscard]] knowledge::ArticleCommands &articleCommands() { return *m_articles; }
    [[nodiscard]] knowledge::RunCommands &runCommands() { return *m_runs; }
    [[nodiscard]] store::BlobFolder files() const { return store::BlobFolder(m_desk.folder()); }

private:
    void open();
    [[nodiscard]] std::chrono::microseconds clockOff() const;

    fakes::CutProxy m_proxy;
    Desk m_desk;
    std::unique_ptr<knowledge::Library> m_library;
    std::unique_ptr<knowledge::RunBook> m_book;
    std::unique_ptr<knowledge::ArticleCommands> m_articles;
    std::unique_ptr<knowledge::RunCommands> m_runs;
    bool m_cut = false;
};

} // namespace watchroom::test
