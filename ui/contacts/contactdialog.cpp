// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/contactdialog.h"

#include "app/domain/codes.h"
#include "app/domain/limits.h"
#include "app/incidents/directory.h"
#include "ui/contacts/contactwords.h"
#include "ui/contacts/placesfield.h"
#include "ui/contacts/waysfield.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QComboBox>
#include <QLineEdit>

#include <algorithm>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using contacts::Contact;
using domain::codes::kContactKinds;

namespace {

constexpr int kCharacters = 200; // as the rules have it

QLineEdit *line(QWidget &box, const QString &name, int most = kCharacters)
{
    auto *made = new QLineEdit(&box);
    made->setObjectName(name);
    made->setMaxLength(most);
    return made;
}

} // namespace

ContactDialog::ContactDialog(const style::Theme &theme, QWidget &window,
    contacts::ContactCommands &commands, const incidents::Directory &directory,
    const std::optional<Contact> &before)
    : FormDialog(theme, window, before ? tr("Change the contact") : tr("New contact"), tr("Save"))
    , m_commands(commands)
    , m_directory(directory)
    , m_before(before)
    , m_kind(new widgets::SegmentedControl(theme, &box()))
    , m_name(line(box(), u"contactName"_s))
    , m_org(line(box(), u"contactOrg"_s))
    , m_duty(line(box(), u"contactDuty"_s))
    , m_ways(new WaysField(theme, &box()))
    , m_person(new QComboBox(&box()))
    , m_places(new PlacesField(theme, directory, &box()))
    , m_tags(line(box(), u"contactTags"_s))
    , m_note(line(box(), u"contactNote"_s, int(domain::limits::kLineCharacters)))
{
    setObjectName(u"contactDialog"_s);
    m_kind->setObjectName(u"contactKind"_s);
    QStringList kinds;
    for (const QLatin1StringView kind : kContactKinds)
        kinds.append(contactKind(QString(kind)));
    m_kind->setItems(kinds);
    m_person->setObjectName(u"contactPerson"_s);
    m_person->addItem(tr("Not of the team"));
    for (const incidents::Person &person : directory.people())
        m_person->addItem(person.name, person.login);
    addRow(tr("Kind"), m_kind);
    addRow({{tr("Name"), m_name}, {tr("Organisation"), m_org}});
    addRow(tr("Ways to reach them"), m_ways);
    addRow({{tr("What they are asked for"), m_duty}, {tr("Member of the team"), m_person}});
    addRow(tr("Places they are called for"), m_places);
    addRow({{tr("Tags"), m_tags}, {tr("Note"), m_note}});
    m_tags->setPlaceholderText(tr("With commas between them"));
    Contact fresh;
    fresh.kind = u"party"_s;
    fill(before.value_or(fresh));
    m_name->setFocus();
}

void ContactDialog::fill(const Contact &contact)
{
    const auto kind = std::ranges::find_if(
        kContactKinds, [&contact](QLatin1StringView code) { return code == contact.kind; });
    m_kind->setCurrent(kind == kContactKinds.end() ? 0 : int(kind - kContactKinds.begin()));
    m_name->setText(contact.name);
    m_org->setText(contact.org);
    m_duty->setText(contact.duty);
    m_ways->setWays(contact.ways);
    if (!contact.person.isEmpty() && m_person->findData(contact.person) < 0)
        m_person->addItem(m_directory.personName(contact.person), contact.person); // switched off
    m_person->setCurrentIndex(contact.person.isEmpty() ? 0 : m_person->findData(contact.person));
    m_places->setPlaces(contact.targets);
    m_tags->setText(contact.tags.join(u", "_s));
    m_note->setText(contact.note);
}

void ContactDialog::submit()
{
    QStringList unknown;
    Contact after = m_before.value_or(Contact());
    after.kind = kContactKinds.at(std::size_t(m_kind->current()));
    after.name = m_name->text().trimmed();
    after.org = m_org->text().trimmed();
    after.duty = m_duty->text().trimmed();
    after.person = m_person->currentData().toString();
    after.ways = m_ways->ways();
    after.targets = m_places->places(&unknown);
    after.tags = listed(m_tags->text());
    after.note = m_note->text().trimmed();
    if (after.name.isEmpty()) {
        complain(tr("The name is missing. Say who it is."));
        m_name->setFocus();
        return;
    }
    if (!unknown.isEmpty()) {
        complain(tr("There is no place “%1”. Choose one from the list.").arg(unknown.first()));
        m_places->setFocus();
        return;
    }
    save(m_before ? m_commands.change(*m_before, after) : m_commands.add({after}));
}

} // namespace watchroom::ui
