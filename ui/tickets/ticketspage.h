// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tickets/workpanel.h"

#include <map>

class QStackedWidget;

namespace watchroom::tickets {
class WorkModel;
}

namespace watchroom::ui {

class TicketsToolbar;
class WorkList;

/// The page of tickets and pending items: a list, and beside it what is chosen. UI thread.
class TicketsPage : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    struct Needs
    {
        WorkPanel::Needs panel;
        tickets::WorkModel &tickets; ///< open ones
        tickets::WorkModel &pending; ///< open ones
    };

    TicketsPage(const style::Theme &theme, const Needs &needs, QWidget *parent = nullptr);

    /// Of the kind shown, or a ticket of an incident.
    void openNew(const QUuid &incident = {});
    void focusSearch();
    /// What moves, once a second.
    void tick();
    void show(tickets::WorkKind kind, const QUuid &work);
    [[nodiscard]] WorkPanel &panel() const { return *m_panel; }
    [[nodiscard]] WorkList &list() const; ///< that is in sight

Q_SIGNALS:
    void failed(const watchroom::base::Error &error);
    void authorAsked();
    void incidentAsked(const QUuid &incident);
    void urlAsked(const QString &url);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    using Key = std::pair<int, int>; ///< kind, scope
    WorkList *addList(tickets::WorkModel &model, const Key &key);
    void showChosen();
    void refilter();
    void count();
    void retranslate();

    Needs m_needs;
    TicketsToolbar *m_toolbar;
    QStackedWidget *m_lists;
    std::map<Key, WorkList *> m_listOf;
    WorkPanel *m_panel;
};

} // namespace watchroom::ui
