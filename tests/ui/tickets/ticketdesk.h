// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/incidents/directory.h"
#include "app/incidents/incidentcommands.h"
#include "app/incidents/incidentsmodel.h"
#include "app/store/store.h"
#include "app/tickets/workcommands.h"
#include "app/tickets/workmodel.h"
#include "app/words/language.h"
#include "ui/style/theme.h"
#include "ui/tickets/ticketspage.h"

#include <QTemporaryDir>

namespace watchroom::test {

/// A desk with the page of tickets over a real standalone workspace; Chen sits at it, Zhou Min is a
/// colleague. UI thread.
class TicketDesk
{
public:
    TicketDesk();

    [[nodiscard]] ui::TicketsPage &page() { return *m_page; }
    [[nodiscard]] tickets::WorkCommands &commands() { return *m_commands; }
    [[nodiscard]] tickets::WorkModel &model(tickets::WorkKind kind);
    [[nodiscard]] words::Language &language() { return m_language; }
    [[nodiscard]] style::Theme &theme() { return m_theme; }
    /// Saved when it returns, and in the model.
    QUuid open(tickets::NewWork work);
    [[nodiscard]] QUuid openIncident(const QString &title);
    [[nodiscard]] const tickets::Work &work(const QUuid &id) const;
    [[nodiscard]] base::Instant now() const { return m_clock.now(); }
    void advance(base::Seconds by) { m_clock.correct(m_clock.now() + by); }
    /// Whoever acts from now on; empty: nobody.
    void sitDown(const QString &login) { m_login = login; }
    /// The codes of the entries about it, in the order in which they were written.
    [[nodiscard]] QStringList entriesOf(const QUuid &id);
    template <class T>
    T *shown(const QString &name) const
    {
        const QList<T *> all = m_window.findChildren<T *>(name);
        for (T *widget : all) {
            if (widget->isVisible())
                return widget;
        }
        return nullptr;
    }
    [[nodiscard]] QWidget &window() { return m_window; }

private:
    QTemporaryDir m_dir;
    base::CorrectedClock m_clock;
    QString m_login;
    words::Language m_language;
    style::Theme m_theme;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<incidents::Directory> m_directory;
    std::unique_ptr<incidents::IncidentsModel> m_incidents;
    std::unique_ptr<tickets::WorkCommands> m_commands;
    std::unique_ptr<tickets::WorkModel> m_tickets;
    std::unique_ptr<tickets::WorkModel> m_pending;
    QWidget m_window;
    ui::TicketsPage *m_page; ///< child of the window
};

} // namespace watchroom::test
