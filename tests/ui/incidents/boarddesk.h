// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/incidents/attachments.h"
#include "app/incidents/directory.h"
#include "app/incidents/incidentcommands.h"
#include "app/incidents/incidentsmodel.h"
#include "app/store/store.h"
#include "app/words/language.h"
#include "ui/incidents/incidentspage.h"
#include "ui/style/theme.h"

#include <QTemporaryDir>

namespace watchroom::test {

/// A desk with the page of incidents over a real standalone workspace; Chen sits at it. UI thread.
class BoardDesk
{
public:
    BoardDesk();

    [[nodiscard]] ui::IncidentsPage &page() { return *m_page; }
    [[nodiscard]] words::Language &language() { return m_language; }
    [[nodiscard]] incidents::IncidentsModel &model() { return *m_model; }
    [[nodiscard]] incidents::IncidentCommands &commands() { return *m_commands; }
    /// Opened by Chen; saved when it returns.
    QUuid open(const QString &title, const QString &level, bool claim = false);
    [[nodiscard]] incidents::Attachments &attachments() { return *m_attachments; }
    [[nodiscard]] style::Theme &theme() { return m_theme; }
    [[nodiscard]] base::Instant now() const { return m_clock.now(); }
    void advance(base::Seconds by) { m_clock.correct(m_clock.now() + by); }
    /// Whoever acts from now on.
    void sitDown(const QString &login) { m_login = login; }
    /// The child of the window with this name that is shown; null: there is none.
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
    std::unique_ptr<incidents::IncidentsModel> m_model;
    std::unique_ptr<incidents::TimerKeeper> m_timers;
    std::unique_ptr<incidents::IncidentCommands> m_commands;
    std::unique_ptr<incidents::Attachments> m_attachments;
    QWidget m_window;
    ui::IncidentsPage *m_page; ///< child of the window
};

} // namespace watchroom::test
