// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/store/replicatest.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QSignalSpy>

using namespace watchroom;
using namespace watchroom::store;
using domain::OperationResult;
using domain::ResultState;

/// A replica with a server that the test plays.
class TestStoreReplica : public ReplicaTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void operationCarriesWhatTheServerNeeds();
    void proofSignsTheBody();
    void refusalSavesNothing();
    void groupIsAllOrNone();
    void expectationStopsAClaim();
    void typedTextIsAGroupOfItsOwn();
    void ownChainIsNamed();
    void wholeLifeOfAnOperation();
    void appliedRowReplacesThePrediction();
    void conflictBringsTheServersRowBack();
    void heldKeepsWhatIsMine();
    void refusedInsertDisappears();
    void pullIsLaidUnderPendingChanges();
    void predictedEntriesGiveWay();
    void batchKeepsGroupsWhole();
    void sentIsAskedAgainAfterReopening();
    void deterministicIdIsAlreadyThere();
    void anOperationFollowsTheLastOneAlone();
    void requeueAsksAcknowledgedAgain();
    void whatCouldNeverTravelIsRefusedAtOnce_data();
    void whatCouldNeverTravelIsRefusedAtOnce();
    void whatJustFitsTravels();
};

void TestStoreReplica::operationCarriesWhatTheServerNeeds()
{
    const QUuid id = serverIncident();
    const QString ver = one(*m_store, u"incident"_s, id).value(u"ver"_s).toString();
    const auto saved = save(*m_store, {change(id, {{u"level"_s, u"red"_s}})});
    QVERIFY2(saved.has_value(), saved ? "" : qPrintable(saved.error().detail));
    QCOMPARE(saved->rows.first().value(u"level"_s).toString(), u"red"_s);
    QCOMPARE(saved->rows.first().value(u"_pending"_s), QJsonValue(true));
    QCOMPARE(saved->rows.first().value(u"ver"_s).toString(), ver);

    const auto sent = batch(*m_store);
    QCOMPARE(sent.size(), 1);
    QCOMPARE(sent.first().seq, 1);
    const domain::Operation op = operations(sent).first();
    QCOMPARE(op.op, saved->ops.first());
    QCOMPARE(op.kind, OperationKind::Update);
    QCOMPARE(base::toText(op.baseVer), ver);
    QCOMPARE(op.actor, u"chen"_s);
    // The unit `level` has a Request column (level_reason), which the base leaves out.
    QCOMPARE(op.base, (Row{{u"level"_s, u"yellow"_s}}));
    QCOMPARE(op.set, (Row{{u"level"_s, u"red"_s}}));
}

void TestStoreReplica::proofSignsTheBody()
{
    const QByteArray key(32, 'k');
    const QUuid session = QUuid::createUuid();
    const auto saved = m_store
                           ->save({incident(QUuid::createUuid(), u"x"_s)},
                               {.login = u"chen"_s, .session = session, .sessionKey = key})
                           .result();
    QVERIFY(saved.has_value());
    const Envelope envelope = batch(*m_store).first();
    QCOMPARE(envelope.session, session);
    const QByteArray hash =
        QCryptographicHash::hash(envelope.body, QCryptographicHash::Sha256).toHex();
    const QByteArray message = base::toText(saved->ops.first()).toLatin1() + '\n' + hash;
    QCOMPARE(envelope.proof,
        QMessageAuthenticationCode::hash(message, key, QCryptographicHash::Sha256).toHex());
}

void TestStoreReplica::refusalSavesNothing()
{
    const QUuid id = QUuid::createUuid();
    const auto refused = save(*m_store, {incident(id, u"  "_s)});
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, base::Error::Kind::Denied);
    QCOMPARE(refused.error().code, u"title_missing"_s);
    QVERIFY(one(*m_store, u"incident"_s, id).isEmpty());
    QVERIFY(batch(*m_store).isEmpty());

    QCOMPARE(save(*m_store, {incident(id, u"x"_s)}, u"nobody"_s).error().code, u"not_active"_s);
    QCOMPARE(save(*m_store, {incident(id, u"x"_s, {{u"due_at"_s, QJsonValue()}})}).error().code,
        u"guard_only"_s);
    QCOMPARE(save(*m_store, {incident(id, u"x"_s, {{u"nonsense"_s, 1}})}).error().code,
        u"unknown_column"_s);
    QCOMPARE(save(*m_store, {incident(id, u"x"_s, {{u"previous"_s, u"no uuid"_s}})}).error().code,
        u"invalid_value"_s);
    QCOMPARE(save(*m_store, {change(id, {{u"title"_s, u"y"_s}})}).error().kind,
        base::Error::Kind::NotFound);
    QCOMPARE(save(*m_store, {{.table = u"nothing"_s, .id = id, .set = {}}}).error().code,
        u"unknown_table"_s);
    QVERIFY(batch(*m_store).isEmpty());
    // A refusal spends neither a number nor a label: the server wants the numbers without gaps.
    QCOMPARE(must(save(*m_store, {incident(id, u"x"_s)})).rows.first().value(u"label"_s).toString(),
        u"L-1"_s);
    QCOMPARE(batch(*m_store).first().seq, 1);
}

void TestStoreReplica::groupIsAllOrNone()
{
    const QUuid first = QUuid::createUuid();
    const QUuid second = QUuid::createUuid();
    QVERIFY(!save(*m_store, {incident(first, u"one"_s), incident(second, QString())}));
    QVERIFY(rows(*m_store, u"incident"_s).isEmpty());
    const auto saved = save(*m_store, {incident(first, u"one"_s), incident(second, u"two"_s)});
    QVERIFY(saved.has_value());
    const auto ops = operations(batch(*m_store));
    QCOMPARE(ops.size(), 2);
    QCOMPARE(ops.at(0).group, ops.at(1).group);
}

void TestStoreReplica::expectationStopsAClaim()
{
    const QUuid id = serverIncident({{u"owner"_s, u"zhou"_s}, {u"acknowledged_by"_s, u"zhou"_s}});
    const auto claimed =
        save(*m_store, {change(id, {{u"owner"_s, u"chen"_s}}, {{u"owner"_s, QJsonValue()}})});
    QVERIFY(!claimed);
    QCOMPARE(claimed.error().kind, base::Error::Kind::Conflict);
    QCOMPARE(claimed.error().code, u"changed"_s);
    QCOMPARE(claimed.error().params.value(u"value"_s).toString(), u"zhou"_s);
    QVERIFY(batch(*m_store).isEmpty());
}

void TestStoreReplica::typedTextIsAGroupOfItsOwn()
{
    const QUuid id = QUuid::createUuid();
    const auto saved = save(*m_store,
        {incident(id, u"one"_s), note(id, u"已电话联系"_s), change(id, {{u"title"_s, u"two"_s}})});
    QVERIFY2(saved.has_value(), saved ? "" : qPrintable(saved.error().detail));
    const auto ops = operations(batch(*m_store));
    QCOMPARE(ops.size(), 3);
    // The group is contiguous, the typed entry follows it and depends on nothing.
    QCOMPARE(ops.at(0).group, ops.at(1).group);
    QCOMPARE(ops.at(2).table, u"log_entry"_s);
    QVERIFY(ops.at(2).group != ops.at(0).group);
    QVERIFY(ops.at(2).dep.isEmpty() && ops.at(2).needs.isEmpty());
    // The answer is in the order of the drafts.
    QCOMPARE(saved->ops, (QList<QUuid>{ops.at(0).op, ops.at(2).op, ops.at(1).op}));
}

void TestStoreReplica::ownChainIsNamed()
{
    const QUuid id = QUuid::createUuid();
    const auto made = save(*m_store, {incident(id, u"one"_s)});
    const auto changed = save(*m_store, {change(id, {{u"title"_s, u"two"_s}})});
    const auto role = save(*m_store,
        {{.table = u"incident_role"_s,
            .id = QUuid::createUuid(),
            .kind = OperationKind::Insert,
            .set = {{u"incident"_s, base::toText(id)}, {u"role"_s, u"scribe"_s},
                {u"person"_s, u"chen"_s}}}});
    QVERIFY(made && changed && role);
    const auto ops = operations(batch(*m_store));
    QCOMPARE(ops.at(1).dep, made->ops);
    QCOMPARE(ops.at(1).base.value(u"title"_s).toString(), u"one"_s);
    QVERIFY(ops.at(1).baseVer.isNull());
    QVERIFY(ops.at(2).dep.isEmpty());
    QCOMPARE(ops.at(2).needs, made->ops);
}

void TestStoreReplica::wholeLifeOfAnOperation()
{
    QSignalSpy counted(m_store.get(), &Store::countsChanged);
    const QUuid id = serverIncident();
    QVERIFY(save(*m_store, {change(id, {{u"title"_s, u"one"_s}})}));
    QCOMPARE(m_store->counts().result().pending, 1);
    QTRY_COMPARE(counted.size(), 1);

    const auto first = batch(*m_store);
    QCOMPARE(m_store->counts().result().pending, 1);
    // Not answered: the same operation, byte for byte, comes again.
    const auto again = batch(*m_store);
    QCOMPARE(again.size(), 1);
    QCOMPARE(again.first().body, first.first().body);
    QCOMPARE(again.first().seq, first.first().seq);

    settle({result(first.first(), ResultState::Applied)});
    QCOMPARE(m_store->counts().result(), OutboxCounts());
    QTRY_COMPARE(counted.size(), 2);
    QVERIFY(batch(*m_store).isEmpty());
    // The numbers go on.
    QVERIFY(save(*m_store, {change(id, {{u"title"_s, u"two"_s}})}));
    QCOMPARE(batch(*m_store).first().seq, 2);
}

void TestStoreReplica::appliedRowReplacesThePrediction()
{
    const QUuid id = QUuid::createUuid();
    QVERIFY(save(*m_store, {incident(id, u"one"_s)}));
    Row row = one(*m_store, u"incident"_s, id);
    QVERIFY(row.value(u"number"_s).isNull());
    row.remove(u"_pending"_s);
    row.insert(u"number"_s, 41);
    row.insert(u"ver"_s, fresh());
    settle({result(batch(*m_store).first(), ResultState::Applied, row)});
    const Row now = one(*m_store, u"incident"_s, id);
    QCOMPARE(now.value(u"number"_s).toInteger(), 41);
    QCOMPARE(now.value(u"ver"_s), row.value(u"ver"_s));
    QCOMPARE(now.value(u"_pending"_s), QJsonValue(false));
}

void TestStoreReplica::conflictBringsTheServersRowBack()
{
    const QUuid id = serverIncident();
    QVERIFY(save(*m_store, {change(id, {{u"owner"_s, u"chen"_s}})}));
    QCOMPARE(rows(*m_store, u"log_entry"_s, u"code='claimed'"_s).size(), 1);
    Row theirs = one(*m_store, u"incident"_s, id);
    theirs.remove(u"_pending"_s);
    theirs.insert(u"owner"_s, u"zhou"_s);
    theirs.insert(u"ver"_s, fresh());
    const auto sent = batch(*m_store);
    pull({{u"incident"_s, theirs}}, u"c2"_s, 0);
    // Mine is shown until the server has spoken.
    QCOMPARE(one(*m_store, u"incident"_s, id).value(u"owner"_s).toString(), u"chen"_s);
    settle({result(sent.first(), ResultState::Conflict, std::nullopt, u"conflict"_s)});
    const Row now = one(*m_store, u"incident"_s, id);
    QCOMPARE(now.value(u"owner"_s).toString(), u"zhou"_s);
    QCOMPARE(now.value(u"_pending"_s), QJsonValue(false));
    QVERIFY(rows(*m_store, u"log_entry"_s, u"code='claimed'"_s).isEmpty());
    QCOMPARE(m_store->counts().result().conflicts, 1);
    QCOMPARE(m_store->counts().result().pending, 0);
    // Kept with its result, and never sent again by itself.
    QVERIFY(batch(*m_store).isEmpty());
}

void TestStoreReplica::heldKeepsWhatIsMine()
{
    const QUuid id = serverIncident();
    QVERIFY(save(*m_store, {change(id, {{u"title"_s, u"mine"_s}})}));
    settle(
        {result(batch(*m_store).first(), ResultState::Held, std::nullopt, u"session_expired"_s)});
    QCOMPARE(one(*m_store, u"incident"_s, id).value(u"title"_s).toString(), u"mine"_s);
    QCOMPARE(one(*m_store, u"incident"_s, id).value(u"_pending"_s), QJsonValue(true));
    QCOMPARE(m_store->counts().result().held, 1);
    // What follows it says so.
    const auto next = save(*m_store, {change(id, {{u"title"_s, u"mine too"_s}})});
    QCOMPARE(operations(batch(*m_store)).first().dep.size(), 1);
}

void TestStoreReplica::refusedInsertDisappears()
{
    const QUuid id = QUuid::createUuid();
    QVERIFY(save(*m_store, {incident(id, u"one"_s)}));
    QCOMPARE(rows(*m_store, u"stage_record"_s).size(), 1);
    settle({result(batch(*m_store).first(), ResultState::Rejected, std::nullopt, u"not_active"_s)});
    QVERIFY(one(*m_store, u"incident"_s, id).isEmpty());
    QVERIFY(rows(*m_store, u"stage_record"_s).isEmpty());
    QVERIFY(rows(*m_store, u"log_entry"_s).isEmpty());
    QCOMPARE(m_store->counts().result().rejected, 1);
}

void TestStoreReplica::pullIsLaidUnderPendingChanges()
{
    const QUuid id = serverIncident();
    QVERIFY(save(*m_store, {change(id, {{u"title"_s, u"mine"_s}})}));
    QVERIFY(save(*m_store, {change(id, {{u"level"_s, u"red"_s}})}));
    Row theirs = one(*m_store, u"incident"_s, id);
    theirs.remove(u"_pending"_s);
    theirs.insert(u"title"_s, u"卡顿"_s);
    theirs.insert(u"level"_s, u"yellow"_s);
    theirs.insert(u"target"_s, u"north"_s);
    theirs.insert(u"ver"_s, fresh());
    pull({{u"incident"_s, theirs}}, u"c2"_s, 0);
    Row now = one(*m_store, u"incident"_s, id);
    QCOMPARE(now.value(u"title"_s).toString(), u"mine"_s);
    QCOMPARE(now.value(u"level"_s).toString(), u"red"_s);
    QCOMPARE(now.value(u"target"_s).toString(), u"north"_s);
    QCOMPARE(now.value(u"ver"_s), theirs.value(u"ver"_s));

    // The answer to the first was lost; the pull says that its effect is in the rows.
    theirs.insert(u"title"_s, u"mine, as the guard trimmed it"_s);
    theirs.insert(u"ver"_s, fresh());
    pull({{u"incident"_s, theirs}}, u"c3"_s, 1);
    now = one(*m_store, u"incident"_s, id);
    QCOMPARE(now.value(u"title"_s).toString(), u"mine, as the guard trimmed it"_s);
    QCOMPARE(now.value(u"level"_s).toString(), u"red"_s);
    QCOMPARE(now.value(u"_pending"_s), QJsonValue(true));
    // It is still sent, for only its result settles it.
    QCOMPARE(batch(*m_store).first().seq, 1);
    QCOMPARE(m_store->syncState().result()->value(state::kCursor), u"c3"_s);
}

void TestStoreReplica::predictedEntriesGiveWay()
{
    const QUuid id = serverIncident();
    const auto saved = save(*m_store, {change(id, {{u"owner"_s, u"chen"_s}})});
    const QList<Row> predicted = rows(*m_store, u"log_entry"_s);
    QCOMPARE(predicted.size(), 1);
    QCOMPARE(predicted.first().value(u"id"_s).toString(),
        base::toText(base::derivedId({u"entry"_s, base::toText(saved->ops.first()), u"0"_s})));
    settle({result(batch(*m_store).first(), ResultState::Applied)});
    // The server's guard wrote another entry than was expected.
    pull({served(u"log_entry"_s, QUuid::createUuid(),
             {{u"incident"_s, base::toText(id)}, {u"code"_s, u"claimed"_s}, {u"n"_s, 3}})},
        u"c2"_s, 1);
    const QList<Row> entries = rows(*m_store, u"log_entry"_s);
    QCOMPARE(entries.size(), 1);
    QCOMPARE(entries.first().value(u"n"_s).toInteger(), 3);
    QCOMPARE(one(*m_store, u"incident"_s, id).value(u"_pending"_s), QJsonValue(false));
}

void TestStoreReplica::batchKeepsGroupsWhole()
{
    for (int i = 0; i < 3; ++i)
        QVERIFY(save(*m_store,
            {incident(QUuid::createUuid(), u"a"_s), incident(QUuid::createUuid(), u"b"_s)}));
    QCOMPARE(batch(*m_store, 3).size(), 2);
    QCOMPARE(batch(*m_store, 4).size(), 4);
    // A group larger than the limits travels alone rather than never.
    QCOMPARE(batch(*m_store, 1).size(), 2);
    QCOMPARE(batch(*m_store, 500, 10).size(), 2);
    QCOMPARE(batch(*m_store).size(), 6);
}

void TestStoreReplica::sentIsAskedAgainAfterReopening()
{
    const QUuid id = QUuid::createUuid();
    QVERIFY(save(*m_store, {incident(id, u"one"_s)}));
    const auto sent = batch(*m_store);
    const QString client = m_store->syncState().result()->value(state::kClient);
    QVERIFY(!client.isEmpty());
    m_store.reset();
    m_store = opened(m_dir->path(), m_clock);
    QCOMPARE(m_store->syncState().result()->value(state::kClient), client);
    QCOMPARE(one(*m_store, u"incident"_s, id).value(u"title"_s).toString(), u"one"_s);
    QCOMPARE(m_store->counts().result().pending, 1);
    QCOMPARE(batch(*m_store).first().body, sent.first().body);
}

void TestStoreReplica::deterministicIdIsAlreadyThere()
{
    const QUuid id = base::derivedId({u"incident"_s, u"alert"_s});
    pull({served(u"incident"_s, id, {{u"title"_s, u"theirs"_s}})}, u"c2"_s, 0);
    const auto saved = save(*m_store, {incident(id, u"mine"_s)});
    QVERIFY(saved.has_value());
    QCOMPARE(saved->rows.first().value(u"title"_s).toString(), u"theirs"_s);
    QVERIFY(saved->ops.first().isNull());
    QVERIFY(batch(*m_store).isEmpty());
    // A random id that exists is a mistake.
    const QUuid random = serverIncident();
    QCOMPARE(save(*m_store, {incident(random, u"x"_s)}).error().code, u"id_exists"_s);
}

void TestStoreReplica::anOperationFollowsTheLastOneAlone()
{
    const QUuid id = QUuid::createUuid();
    QVERIFY(save(*m_store, {incident(id, u"one"_s)}));
    for (int i = 0; i < 3; ++i)
        QVERIFY(save(*m_store, {change(id, {{u"title"_s, QString::number(i)}})}));
    const auto ops = operations(batch(*m_store));
    QCOMPARE(ops.size(), 4);
    for (qsizetype i = 1; i < ops.size(); ++i)
        QCOMPARE(ops.at(i).dep, QList<QUuid>{ops.at(i - 1).op});
}

void TestStoreReplica::requeueAsksAcknowledgedAgain()
{
    QVERIFY(save(*m_store, {incident(QUuid::createUuid(), u"one"_s)}));
    QVERIFY(save(*m_store, {incident(QUuid::createUuid(), u"two"_s)}));
    const auto sent = batch(*m_store);
    settle({result(sent.at(0), ResultState::Applied), result(sent.at(1), ResultState::Applied)});
    const auto met = m_store->meetEpoch(u"other"_s, 1).result();
    QCOMPARE(met->requeued, 1);
    QVERIFY(!met->newClient);
    const auto again = batch(*m_store);
    QCOMPARE(again.size(), 1);
    QCOMPARE(again.first().seq, 2);
    QCOMPARE(again.first().body, sent.at(1).body);
}

void TestStoreReplica::whatCouldNeverTravelIsRefusedAtOnce_data()
{
    QTest::addColumn<QList<Draft>>("drafts");
    const auto longNote = [](int characters) {
        Draft draft = note(QUuid::createUuid(), QString(characters, u'x'));
        draft.set.remove(u"incident"_s);
        return draft;
    };
    const auto incidents = [](int count, int characters) {
        QList<Draft> drafts;
        for (int i = 0; i < count; ++i)
            drafts.append(
                incident(QUuid::createUuid(), u"x"_s, {{u"target"_s, QString(characters, u'x')}}));
        return drafts;
    };
    QTest::newRow("a text") << QList<Draft>{longNote(200'001)};
    QTest::newRow("any column's text") << incidents(1, 200'001);
    // 100,000 Chinese characters are 300,000 bytes: within a text, beyond an operation.
    Draft bytes = longNote(1);
    bytes.set.insert(u"text"_s, QString(100'000, u'值'));
    QTest::newRow("an operation") << QList<Draft>{bytes};
    QTest::newRow("a group's operations") << incidents(501, 1);
    QTest::newRow("a group's bytes") << incidents(15, 150'000);
}

void TestStoreReplica::whatCouldNeverTravelIsRefusedAtOnce()
{
    QFETCH(QList<Draft>, drafts);
    const auto refused = save(*m_store, drafts);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, base::Error::Kind::Invalid);
    QCOMPARE(refused.error().code, u"too_large"_s);
    QVERIFY(rows(*m_store, drafts.first().table).isEmpty());
    QVERIFY(batch(*m_store).isEmpty());
}

void TestStoreReplica::whatJustFitsTravels()
{
    QList<Draft> drafts;
    for (int i = 0; i < 500; ++i)
        drafts.append(incident(QUuid::createUuid(), u"x"_s));
    QVERIFY(save(*m_store, drafts));
    QCOMPARE(batch(*m_store).size(), 500);
    Draft longest = note(QUuid::createUuid(), QString(200'000, u'x'));
    QVERIFY(save(*m_store, {longest}));
}

QTEST_GUILESS_MAIN(TestStoreReplica)
#include "tst_store_replica.moc"
