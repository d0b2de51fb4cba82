// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/incidents/directory.h"

#include "app/base/whendone.h"

#include <algorithm>

namespace watchroom::incidents {

using namespace Qt::StringLiterals;

namespace {

struct Names
{
    QHash<QString, Person> people;
    QHash<QString, Target> targets;
};

base::Result<Names> readNames(store::Reader &reader)
{
    const auto people = reader.rows(u"person");
    const auto rights = reader.rows(u"person_right");
    const auto targets = reader.rows(u"target");
    for (const auto *rows : {&people, &rights, &targets}) {
        if (!*rows)
            return tl::unexpected(rows->error());
    }
    Names names;
    for (const domain::Row &row : *people) {
        const Person person{domain::text(row, "login"_L1), domain::text(row, "name"_L1),
            domain::text(row, "layer"_L1), domain::text(row, "tech_group"_L1),
            domain::boolean(row, "active"_L1)};
        names.people.insert(person.login, person);
    }
    for (const domain::Row &row : *rights) {
        const auto person = names.people.find(domain::text(row, "person"_L1));
        if (person == names.people.end())
            continue;
        person->senior = true;
        person->lead = person->lead || domain::text(row, "right_name"_L1) != "command"_L1;
    }
    for (const domain::Row &row : *targets) {
        const Target target{domain::text(row, "key"_L1), domain::text(row, "parent"_L1),
            domain::text(row, "kind"_L1), domain::text(row, "name"_L1),
            domain::text(row, "name_en"_L1)};
        names.targets.insert(target.key, target);
    }
    return names;
}

} // namespace

Directory::Directory(store::Store &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    connect(&m_store, &store::Store::rowsChanged, this, [this](const QString &table) {
        if (table == "person"_L1 || table == "person_right"_L1 || table == "target"_L1)
            load();
    });
    load();
}

void Directory::load()
{
    base::whenDone(m_store.read<Names>(readNames), this, [this](const base::Result<Names> &names) {
        if (!names)
            return;
        m_people = names->people;
        m_targets = names->targets;
        Q_EMIT changed();
    });
}

void Directory::setEnglish(bool english)
{
    if (m_english == english)
        return;
    m_english = english;
    Q_EMIT changed();
}

QString Directory::personName(const QString &login) const
{
    const auto found = m_people.constFind(login);
    return found == m_people.constEnd() || found->name.isEmpty() ? login : found->name;
}

QString Directory::targetName(const QString &key) const
{
    const auto found = m_targets.constFind(key);
    if (found == m_targets.constEnd())
        return key;
    const QString &preferred = m_english ? found->nameEn : found->name;
    return preferred.isEmpty() ? found->name : preferred;
}

bool Directory::isSenior(const QString &login) const
{
    return m_people.value(login).senior;
}

bool Directory::isLead(const QString &login) const
{
    return m_people.value(login).lead;
}

QList<Person> Directory::people() const
{
    QList<Person> active;
    std::ranges::copy_if(m_people, std::back_inserter(active), &Person::active);
    std::ranges::sort(active, {}, &Person::name);
    return active;
}

QList<Target> Directory::targets() const
{
    QList<Target> all = m_targets.values();
    std::ranges::sort(all, {}, &Target::key);
    return all;
}

} // namespace watchroom::incidents
