// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/contacts/contactbook.h"
#include "app/contacts/contactcommands.h"
#include "app/incidents/incident.h"
#include "tests/ui/standalonedesk.h"
#include "ui/contacts/contactspage.h"

class QListView;

namespace watchroom::test {

/// A desk with the page of contacts over a real standalone workspace with three places: region
/// east, its egress e1, and room r1 behind it. UI thread.
class ContactsDesk : public StandaloneDesk
{
public:
    ContactsDesk();
    ~ContactsDesk();

    [[nodiscard]] ui::ContactsPage &page() { return *m_page; }
    [[nodiscard]] contacts::ContactBook &book() { return *m_book; }
    [[nodiscard]] contacts::ContactCommands &commands() { return *m_commands; }
    [[nodiscard]] QListView &list() const;
    [[nodiscard]] QStringList names() const; ///< of the rows, in order
    [[nodiscard]] QString row(int row) const; ///< all that is said of it
    [[nodiscard]] int chosenRow() const;
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}); ///< where the focus is

    void setNow(base::Instant now);
    QUuid add(const contacts::Contact &contact);
    /// Four: of the room, of the egress, of somebody else's place, of the network group.
    void addSome();
    /// Of the room r1 and the network group.
    [[nodiscard]] incidents::Incident incident();
    [[nodiscard]] QList<domain::Row> calls(); ///< the log has, in order

private:
    std::unique_ptr<contacts::ContactCommands> m_commands;
    std::unique_ptr<contacts::ContactBook> m_book;
    ui::ContactsPage *m_page; ///< child of the window
};

[[nodiscard]] contacts::Contact contact(
    const QString &name, const QString &org, const QList<contacts::ContactWay> &ways);

} // namespace watchroom::test
