// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/contacts/contact.h"
#include "app/store/store.h"

#include <QObject>

namespace watchroom::contacts {

/// All contacts as they are now, by name, read anew whenever one changes. Lives on the UI thread;
/// reads on the reader's.
class ContactBook : public QObject
{
    Q_OBJECT

public:
    explicit ContactBook(store::Store &store, QObject *parent = nullptr);

    [[nodiscard]] const QList<Contact> &contacts() const { return m_contacts; }
    /// Null: there is none. Valid until the event loop goes on.
    [[nodiscard]] const Contact *find(const QUuid &contact) const;
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    void load();

Q_SIGNALS:
    void changed();
    void failed(const watchroom::base::Error &error);

private:
    store::Store &m_store;
    QList<Contact> m_contacts;
    bool m_loaded = false;
    bool m_reading = false;
    bool m_stale = false; ///< a row changed while they were read
};

} // namespace watchroom::contacts
