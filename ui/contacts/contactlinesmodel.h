// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/contacts/contactline.h"

#include <QAbstractListModel>

namespace watchroom::ui {

/// The rows of the page of contacts in their order. UI thread.
class ContactLinesModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role
    {
        LineRole = Qt::UserRole + 1, ///< a ContactLine
    };

    explicit ContactLinesModel(QObject *parent = nullptr);

    /// The same rows: only what differs is drawn again.
    void setLines(const QList<ContactLine> &lines);
    [[nodiscard]] const QList<ContactLine> &lines() const { return m_lines; }
    /// The row of this contact and way, else its first one; -1: there is none.
    [[nodiscard]] int rowOf(const QUuid &contact, int way) const;
    /// Where to go on after a row: to the next way, and from who was reached to the next contact.
    /// -1: it was the last.
    [[nodiscard]] int rowAfter(int row, bool reached) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<ContactLine> m_lines;
};

} // namespace watchroom::ui
