// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/contacts/contactcommands.h"
#include "ui/forms/formdialog.h"

class QComboBox;
class QLineEdit;

namespace watchroom::incidents {
class Directory;
}
namespace watchroom::widgets {
class SegmentedControl;
}

namespace watchroom::ui {

class PlacesField;
class WaysField;

/// A new contact, or another text of one. UI thread.
class ContactDialog final : public FormDialog
{
    Q_OBJECT

public:
    /// `before`: the one that is changed; without: a new one.
    ContactDialog(const style::Theme &theme, QWidget &window, contacts::ContactCommands &commands,
        const incidents::Directory &directory, const std::optional<contacts::Contact> &before);

protected:
    void submit() override;

private:
    void fill(const contacts::Contact &contact);

    contacts::ContactCommands &m_commands;
    const incidents::Directory &m_directory;
    std::optional<contacts::Contact> m_before;
    widgets::SegmentedControl *m_kind;
    QLineEdit *m_name;
    QLineEdit *m_org;
    QLineEdit *m_duty;
    WaysField *m_ways;
    QComboBox *m_person;
    PlacesField *m_places;
    QLineEdit *m_tags;
    QLineEdit *m_note;
};

} // namespace watchroom::ui
