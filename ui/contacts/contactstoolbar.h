// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/contacts/contactline.h"
#include "ui/widgets/themedwidget.h"

class QPushButton;

namespace watchroom::widgets {
class SearchField;
class SegmentedControl;
} // namespace watchroom::widgets

namespace watchroom::ui {

/// Above the contacts: which of them, and what can be done with all. UI thread.
class ContactsToolbar final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    explicit ContactsToolbar(const style::Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] QString query() const;
    [[nodiscard]] widgets::SearchField &search() const { return *m_search; }
    void setView(ContactsView view);
    /// `incident`: its reference; empty: there is no list of calls to choose.
    void setCounts(int dueContacts, const QString &incident);

Q_SIGNALS:
    void queryChanged();
    void queryEntered();
    void viewChosen(watchroom::ui::ContactsView view);
    void newAsked();
    void importAsked();
    void exportAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    int m_due = 0;
    QString m_incident;
    widgets::SearchField *m_search;
    widgets::SegmentedControl *m_views;
    QPushButton *m_import;
    QPushButton *m_export;
    QPushButton *m_new;
};

} // namespace watchroom::ui
