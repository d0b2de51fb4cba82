// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/roster/rosterneeds.h"
#include "ui/widgets/actiondialog.h"

#include <QUuid>

class QHBoxLayout;
class QLabel;
class QListWidget;

namespace watchroom::ui {

/// A list of what the roster is made of, and what can be done with the one that is chosen. What was
/// refused stays on it as a sentence. UI thread.
class ListDialog : public widgets::ActionDialog
{
    Q_OBJECT

public:
    ListDialog(const style::Theme &theme, QWidget &window, const RosterNeeds &needs,
        const QString &heading, const QString &listName);

protected:
    struct Item
    {
        QUuid id;
        QString text;
    };

    /// `nothing`: what is said of an empty list.
    void setItems(const QList<Item> &items, const QString &nothing);
    QPushButton *addButton(const QString &name, const QString &text);
    [[nodiscard]] QUuid chosen() const;
    /// What the buttons may do with the chosen one.
    virtual void refreshButtons() = 0;
    virtual void refresh() = 0;
    void run(const store::SavedFuture &saved);
    void complain(const QString &sentence);
    [[nodiscard]] const RosterNeeds &needs() const { return m_needs; }
    [[nodiscard]] QWidget &host() const { return m_host; } ///< of dialogs over this one

    void keyPressEvent(QKeyEvent *event) override;

private:
    RosterNeeds m_needs;
    QWidget &m_host;
    QListWidget *m_list;
    QLabel *m_nothing;
    QHBoxLayout *m_acts;
    QLabel *m_complaint;
};

} // namespace watchroom::ui
