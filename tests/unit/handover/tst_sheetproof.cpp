// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handover/sheetproof.h"
#include "tests/unit/handover/passing.h"

#include <QTest>

using namespace watchroom;
using namespace watchroom::handover;
using namespace Qt::StringLiterals;
using test::march;
using test::Passing;
using test::ShiftDesk;
using Verdict = SheetProof::Verdict;

/// A sheet of long ago, as a file or as the code on paper, is held against the record.
class TestSheetProof : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatWasSignedByBothHolds();
    void whatOnlyOneSignedIsSaid();
    void anotherSheetDoesNotHold();
    void theCodeOnPaper();
    void codesOfSomethingElse();
    void aHandoverNobodyKnows();

private:
    void signIt() const
    {
        const Passing desk(*m_desk);
        desk.begin(march(18, 20), u"chen"_s, u"li"_s);
        m_desk->clock.set(march(18, 19, 55));
        desk.fillIn();
        desk.sign();
    }
    [[nodiscard]] base::Result<SheetProof> prove(const SheetClaim &claim) const
    {
        return m_desk->store
            ->read<SheetProof>([&](store::Reader &reader) {
                return proveSheet(reader, claim, m_desk->clock.now());
            })
            .result();
    }
    [[nodiscard]] QByteArray code() const
    {
        const Passing desk(*m_desk);
        const auto state = desk.state();
        const auto end = m_desk->store
                             ->read<SheetEnd>([&](store::Reader &reader) {
                                 return readSheetEnd(reader, state, m_desk->clock.now());
                             })
                             .result();
        return sheetCode(desk.sheet(), *end);
    }

    std::unique_ptr<ShiftDesk> m_desk;
};

void TestSheetProof::init()
{
    m_desk = std::make_unique<ShiftDesk>();
    m_desk->save(u"ticket"_s,
        {{u"title"_s, u"板卡更换"_s}, {u"level"_s, u"yellow"_s}, {u"owner"_s, u"chen"_s},
            {u"next_action"_s, u"复测"_s}, {u"due_at"_s, base::toIso(march(18, 22))},
            {u"contingency"_s, u"切换"_s}});
}

void TestSheetProof::whatWasSignedByBothHolds()
{
    signIt();
    const QByteArray file = Passing(*m_desk).sheet().sheetText();
    Passing(*m_desk).accept();
    const auto proof = prove(*claimOfFile(file));
    QVERIFY(proof.has_value());
    QCOMPARE(proof->verdict, Verdict::Passed);
    QVERIFY(proof->holds());
    QCOMPARE(proof->signatures.size(), 2);
    QCOMPARE(proof->signatures.at(0).person, u"chen"_s);
    QCOMPARE(proof->signatures.at(1).meaning, u"taken_over"_s);
    QCOMPARE(proof->signatures.at(0).signedAt, march(18, 19, 55));
}

void TestSheetProof::whatOnlyOneSignedIsSaid()
{
    signIt();
    const auto claim = *claimOfFile(Passing(*m_desk).sheet().sheetText());
    QCOMPARE(prove(claim)->verdict, Verdict::Signed);
    // Taken back: the signature stays in the record, the watch never passed by it.
    const Passing desk(*m_desk);
    ShiftDesk::saved(desk.as(u"chen"_s).recall(desk.state().id));
    QCOMPARE(prove(claim)->verdict, Verdict::Signed);
    QVERIFY(prove(claim)->holds());
}

void TestSheetProof::anotherSheetDoesNotHold()
{
    signIt();
    HandoverSheet forged = Passing(*m_desk).sheet();
    Passing(*m_desk).accept();
    forged.items[0].receiver = u"zhou"_s;
    const auto proof = prove(*claimOfFile(forged.sheetText()));
    QCOMPARE(proof->verdict, Verdict::NotSigned);
    QVERIFY(!proof->holds());
    QVERIFY(proof->signatures.isEmpty());
    // A file with one member too many is no sheet at all.
    QByteArray more = forged.sheetText();
    more.replace("{\"as_of\"", "{\"also\":1,\"as_of\"");
    QCOMPARE(claimOfFile(more).error().code, u"sheet_damaged"_s);
    QCOMPARE(claimOfFile("no JSON").error().code, u"sheet_damaged"_s);
}

void TestSheetProof::theCodeOnPaper()
{
    signIt();
    Passing(*m_desk).accept();
    const auto claim = claimOfCode(QString::fromLatin1(code()));
    QVERIFY(claim);
    auto proof = prove(*claim);
    QCOMPARE(proof->verdict, Verdict::Passed);
    QVERIFY(proof->sameRecord);
    ShiftDesk::saved(Passing(*m_desk).as(u"li"_s).markSeen(proof->state.id));
    m_desk->save(u"log_entry"_s, {{u"kind"_s, u"note"_s}, {u"text"_s, u"一切正常"_s}}, u"li"_s,
        domain::OperationKind::Append);
    proof = prove(*claim);
    QCOMPARE(proof->verdict, Verdict::Passed);
    QVERIFY(!proof->sameRecord);
}

void TestSheetProof::codesOfSomethingElse()
{
    const QString id = u"0190f3a2-7b1c-7def-8123-456789abcdef"_s;
    const QString hash(64, u'a');
    QVERIFY(claimOfCode(u"watchroom:handover:"_s + id + u"?sheet="_s + hash));
    for (const QString &other : {QString(), id, u"https://example.com"_s,
             u"watchroom:handover:"_s + id, u"watchroom:incident:"_s + id + u"?sheet="_s + hash,
             u"watchroom:handover:"_s + id + u"?sheet="_s + hash.chopped(1),
             u"watchroom:handover:"_s + id + u"?sheet="_s + hash + u"&more=1"_s})
        QVERIFY2(!claimOfCode(other), qPrintable(other));
}

void TestSheetProof::aHandoverNobodyKnows()
{
    const auto proof = prove({.handover = QUuid::createUuid(), .hash = QByteArray(64, 'a')});
    QVERIFY(!proof);
    QCOMPARE(proof.error().code, u"handover_none"_s);
}

QTEST_GUILESS_MAIN(TestSheetProof)
#include "tst_sheetproof.moc"
