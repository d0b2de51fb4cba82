// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/contacts/contactsdesk.h"

#include "app/base/ids.h"
#include "app/domain/values.h"
#include "tests/ui/standingclock.h"

#include <QApplication>
#include <QListView>
#include <QTest>

namespace watchroom::test {

using namespace Qt::StringLiterals;
using namespace contacts;

Contact contact(const QString &name, const QString &org, const QList<ContactWay> &ways)
{
    Contact made;
    made.kind = u"party"_s;
    made.name = name;
    made.org = org;
    made.ways = ways;
    return made;
}

ContactsDesk::ContactsDesk()
    : StandaloneDesk(std::make_unique<StandingClock>(*base::fromIso(u"2026-03-18T06:34:20Z")),
        {{u"li"_s, u"李泽"_s}})
    , m_commands(std::make_unique<ContactCommands>(store(), clock(), author()))
{
    const auto place = [this](const QString &key, const QString &parent, const QString &kind,
                           const QString &name) {
        must(store().save({{.table = u"target"_s,
                              .id = base::newId(now()),
                              .set = {{u"key"_s, key}, {u"parent"_s, domain::orNull(parent)},
                                  {u"kind"_s, kind}, {u"name"_s, name}}}},
            author()()));
    };
    place(u"east"_s, {}, u"region"_s, u"华东"_s);
    place(u"e1"_s, u"east"_s, u"egress"_s, u"出口一"_s);
    place(u"r1"_s, u"e1"_s, u"site"_s, u"第一医院会诊室"_s);
    m_book = std::make_unique<ContactBook>(store());
    m_page = new ui::ContactsPage(theme(),
        {store(), *m_book, *m_commands, directory(), clock(), [this] { return login(); },
            [this] { return language().isEnglish(); }});
    show(m_page, {1376, 812}, [this] {
        return m_book->isLoaded() && directory().people().size() == 2
            && directory().targets().size() == 3;
    });
}

// It looks at what this desk holds.
ContactsDesk::~ContactsDesk()
{
    delete m_page;
}

QListView &ContactsDesk::list() const
{
    return *m_page->findChild<QListView *>(u"contactList"_s);
}

QStringList ContactsDesk::names() const
{
    QStringList all;
    for (int i = 0; i < list().model()->rowCount(); ++i)
        all.append(list().model()->index(i, 0).data().toString());
    return all;
}

QString ContactsDesk::row(int row) const
{
    return list().model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
}

int ContactsDesk::chosenRow() const
{
    return list().currentIndex().row();
}

void ContactsDesk::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}

void ContactsDesk::setNow(base::Instant now)
{
    static_cast<StandingClock &>(clock()).set(now);
    m_page->tick();
}

QUuid ContactsDesk::add(const Contact &contact)
{
    const QUuid id = domain::uuid(must(m_commands->add({contact})).rows.first(), "id"_L1);
    if (!QTest::qWaitFor([&] { return m_book->find(id) != nullptr; }))
        qFatal("the contact did not come");
    return id;
}

void ContactsDesk::addSome()
{
    Contact room = contact(u"王敏"_s, u"第一医院"_s,
        {{u"phone"_s, u"021-5550 0101"_s, u"会诊室座机"_s}, {u"mobile"_s, u"139 0000 0001"_s},
            {u"email"_s, u"wangmin@hospital.example"_s}});
    room.kind = u"person"_s;
    room.duty = u"会诊室管理员"_s;
    room.targets = {u"r1"_s};
    add(room);
    Contact carrier = contact(u"运营商夜间值班"_s, u"城市网络公司"_s,
        {{u"phone"_s, u"010-5550 1234"_s, u"先报专线号 7731"_s}, {u"im"_s, u"citynet-noc"_s}});
    carrier.targets = {u"e1"_s};
    carrier.note = u"夜间 22:00 后只接电话"_s;
    add(carrier);
    Contact other =
        contact(u"设备厂家售后"_s, u"视讯设备公司"_s, {{u"phone"_s, u"400-555-0000"_s}});
    add(other);
    Contact tagged = contact(u"机房值班"_s, u"信息中心"_s, {});
    tagged.tags = {u"network"_s};
    add(tagged);
}

incidents::Incident ContactsDesk::incident()
{
    const auto saved = must(
        store().save({{.table = u"incident"_s,
                         .id = base::newId(now()),
                         .set = {{u"title"_s, u"第一医院会诊室视频卡顿"_s}, {u"level"_s, u"red"_s},
                             {u"target"_s, u"r1"_s}, {u"tech_group"_s, u"network"_s}}}},
            author()()));
    return incidents::Incident::fromRow(saved.rows.first());
}

QList<domain::Row> ContactsDesk::calls()
{
    auto rows = store().read<QList<domain::Row>>([](store::Reader &reader) {
        return reader.rows(u"log_entry"_s, u"kind = 'call'"_s, {}, u"ORDER BY rowid"_s);
    });
    rows.waitForFinished();
    return *rows.result();
}

} // namespace watchroom::test
