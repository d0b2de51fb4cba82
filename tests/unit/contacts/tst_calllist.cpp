// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/contacts/calllist.h"

#include <QTest>

using namespace watchroom::contacts;
using namespace Qt::StringLiterals;

namespace {

Contact contact(const QString &name, const QStringList &targets, const QString &person = {},
    const QStringList &tags = {})
{
    return {.id = QUuid::createUuidV5(QUuid(), name),
        .kind = u"party"_s,
        .name = name,
        .org = {},
        .duty = {},
        .person = person,
        .ways = {},
        .targets = targets,
        .tags = tags,
        .note = {},
        .verifiedWay = {},
        .verifiedBy = {},
        .verifiedAt = {}};
}

QStringList names(const QList<CallLine> &lines)
{
    QStringList all;
    for (const CallLine &line : lines)
        all.append(line.contact.name);
    return all;
}

} // namespace

/// Whom an incident concerns, and in which order they are called.
class TestCallList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePlaceThenWhatItLiesInThenTheTeam();
    void eachOnceOnTheFirstGround();
    void equalsStayInTheirOrder();
    void nobodyIsConcerned();
    void whatPlacesLieIn();
};

void TestCallList::thePlaceThenWhatItLiesInThenTheTeam()
{
    const QList<Contact> all{contact(u"tagged"_s, {}, {}, {u"网络组"_s}),
        contact(u"colleague"_s, {}, u"li"_s), contact(u"region"_s, {u"east"_s}),
        contact(u"egress"_s, {u"egress-1"_s}), contact(u"affected"_s, {u"room-2"_s}),
        contact(u"room"_s, {u"room-1"_s}), contact(u"other"_s, {u"room-9"_s}, u"wang"_s, {u"x"_s})};
    const CallSubject subject{.places = {u"room-1"_s, u"room-2"_s},
        .above = {u"egress-1"_s, u"east"_s},
        .people = {u"chen"_s, u"li"_s},
        .words = {u"network"_s, u"网络组"_s}};
    const auto lines = callListOf(all, subject);
    QCOMPARE(names(lines),
        QStringList(
            {u"room"_s, u"affected"_s, u"egress"_s, u"region"_s, u"colleague"_s, u"tagged"_s}));
    QCOMPARE(lines.at(0).ground, CallGround::Place);
    QCOMPARE(lines.at(3).ground, CallGround::Above);
    QCOMPARE(lines.at(3).about, u"east"_s);
    QCOMPARE(lines.at(4).ground, CallGround::Team);
    QCOMPARE(lines.at(4).about, u"li"_s);
    QCOMPARE(lines.at(5).about, u"网络组"_s);
}

void TestCallList::eachOnceOnTheFirstGround()
{
    const QList<Contact> all{contact(u"both"_s, {u"east"_s, u"room-1"_s}, u"li"_s, {u"NETWORK"_s})};
    const auto lines = callListOf(
        all, {.places = {u"room-1"_s}, .above = {u"east"_s}, .people = {u"li"_s}, .words = {}});
    QCOMPARE(lines.size(), 1);
    QCOMPARE(lines.first().ground, CallGround::Place);
    QCOMPARE(
        callListOf(all, {.places = {}, .above = {}, .people = {}, .words = {u"network"_s}}).size(),
        1);
}

void TestCallList::equalsStayInTheirOrder()
{
    const QList<Contact> all{
        contact(u"c"_s, {u"r"_s}), contact(u"a"_s, {u"r"_s}), contact(u"b"_s, {u"r"_s})};
    QCOMPARE(names(callListOf(all, {.places = {u"r"_s}, .above = {}, .people = {}, .words = {}})),
        QStringList({u"c"_s, u"a"_s, u"b"_s}));
}

void TestCallList::nobodyIsConcerned()
{
    // Neither somebody without a login nor an incident without an owner matches by that.
    QVERIFY(callListOf({contact(u"a"_s, {})}, {}).isEmpty());
    QVERIFY(callListOf(
        {contact(u"a"_s, {})}, {.places = {}, .above = {}, .people = {QString()}, .words = {}})
                .isEmpty());
}

void TestCallList::whatPlacesLieIn()
{
    const QHash<QString, QString> parents{{u"room-1"_s, u"egress-1"_s},
        {u"room-2"_s, u"egress-2"_s}, {u"egress-1"_s, u"east"_s}, {u"egress-2"_s, u"east"_s},
        {u"east"_s, u"source"_s}, {u"loop-a"_s, u"loop-b"_s}, {u"loop-b"_s, u"loop-a"_s}};
    QCOMPARE(placesAbove({u"room-1"_s, u"room-2"_s}, parents),
        QStringList({u"egress-1"_s, u"egress-2"_s, u"east"_s, u"source"_s}));
    QCOMPARE(placesAbove({u"loop-a"_s}, parents), QStringList({u"loop-b"_s}));
    QVERIFY(placesAbove({}, parents).isEmpty());
    QVERIFY(placesAbove({u"unknown"_s}, parents).isEmpty());
}

QTEST_GUILESS_MAIN(TestCallList)
#include "tst_calllist.moc"
