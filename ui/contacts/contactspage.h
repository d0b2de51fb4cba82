// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/contacts/calls.h"
#include "app/contacts/contactbook.h"
#include "app/contacts/contactcommands.h"
#include "app/contacts/contactfinder.h"
#include "app/incidents/incident.h"
#include "ui/contacts/contactline.h"
#include "ui/widgets/themedwidget.h"

#include <functional>

class QListView;
class QPushButton;
class QStackedWidget;

namespace watchroom::incidents {
class Directory;
}
namespace watchroom::widgets {
class EmptyState;
class ErrorState;
class TextLabel;
} // namespace watchroom::widgets

namespace watchroom::ui {

class CallBar;
class ContactLinesModel;
class ContactPanel;
class ContactsFiles;
class ContactsToolbar;

/// The people and outside parties to call: all of them, those whose number is to be verified, and
/// whom an incident concerns, with what each call came to. UI thread.
class ContactsPage final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    struct Needs
    {
        store::Store &store;
        contacts::ContactBook &book;
        contacts::ContactCommands &commands;
        incidents::Directory &directory;
        const base::Clock &clock;
        std::function<QString()> me; ///< login of who sits here; empty: nobody
        std::function<bool()> english;
    };

    ContactsPage(const style::Theme &theme, const Needs &needs, QWidget *parent = nullptr);

    void setView(ContactsView view);
    [[nodiscard]] ContactsView view() const { return m_view; }
    /// Whom this incident concerns; the first who was not called is chosen.
    void showCalls(const incidents::Incident &incident);
    /// In the list of all.
    void show(const QUuid &contact);
    /// Whether digits say what came of a call.
    [[nodiscard]] bool isCalling() const { return m_view != ContactsView::All; }
    void focusSearch();
    void openNew();
    [[nodiscard]] ContactsFiles &files() const { return *m_files; }
    /// Ages go on: called once a second.
    void tick();

Q_SIGNALS:
    void failed(const watchroom::base::Error &error);
    /// What was done, in a sentence.
    void told(const QString &sentence);
    void authorAsked();
    /// Back to the incident whose calls are shown.
    void incidentAsked(const QUuid &incident);
    void viewChanged();

protected:
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeHead();
    [[nodiscard]] QWidget *makeList();
    void retranslate();
    void refresh();
    void refreshCounts();
    void callsRead();
    [[nodiscard]] QList<ContactLine> lines() const;
    [[nodiscard]] QList<ContactLine> callsOf(const QList<contacts::Contact> &found) const;
    [[nodiscard]] contacts::CallSubject subject() const;
    [[nodiscard]] LineSource source() const;
    /// None: nothing is chosen.
    [[nodiscard]] std::optional<ContactLine> chosen() const;
    void choose(int row);
    void showChosen();
    void showState();
    void say(contacts::CallResult result);
    void copy(const QString &value);
    void edit();
    void remove();
    [[nodiscard]] bool hasAuthor();
    [[nodiscard]] std::function<void()> actionOf(const QKeyEvent &key);

    Needs m_needs;
    contacts::Calls m_calls;
    contacts::ContactFinder m_finder;
    ContactsView m_view = ContactsView::All;
    incidents::Incident m_incident; ///< whose calls are shown
    bool m_choosesFirst = false; ///< who was not called yet, once the log is read
    qint64 m_minute = 0; ///< of the ages shown
    std::optional<base::Error> m_problem; ///< why there is no list
    ContactsFiles *m_files;
    ContactsToolbar *m_toolbar;
    QWidget *m_head; ///< of the calls of an incident
    widgets::TextLabel *m_headText;
    QPushButton *m_back;
    ContactLinesModel *m_lines;
    QListView *m_list;
    QStackedWidget *m_stack;
    widgets::EmptyState *m_nothing;
    widgets::ErrorState *m_error;
    CallBar *m_bar;
    ContactPanel *m_panel;
};

} // namespace watchroom::ui
