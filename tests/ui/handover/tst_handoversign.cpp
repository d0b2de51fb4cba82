// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/handover/handoverdesk.h"
#include "ui/handover/paperdialog.h"
#include "ui/handover/restview.h"
#include "ui/handover/sheetpreview.h"
#include "ui/handover/signstep.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace watchroom;
using namespace Qt::StringLiterals;
using test::HandoverDesk;
using ui::HandoverPage;
using ui::HandoverStep;
using ui::PaperDialog;

/// The last step: who signs, with what, and what ends a handover instead.
class TestHandoverSign : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<HandoverDesk>(); }
    void cleanup() { m_desk.reset(); }

    void nobodySignsForTheOther();
    void theWatchPasses();
    void whatChangedBetweenIsSeenFirst();
    void offlineASecondNameComesFirst();
    void onPaperAndConfirmedLater();
    void itIsRefusedWithAReason();
    void theSheetIsTakenBack();

private:
    std::unique_ptr<HandoverDesk> m_desk;
};

void TestHandoverSign::nobodySignsForTheOther()
{
    m_desk->prepare();
    m_desk->page().showStep(HandoverStep::Signatures);
    auto &outgoing = m_desk->page().signatures().outgoing();
    m_desk->sign(outgoing, u"liu"_s); // the other's password
    QTRY_VERIFY(!outgoing.findChild<QLabel *>(u"signatureHint"_s)->text().isEmpty());
    QCOMPARE(m_desk->state().state, u"draft"_s);
    QVERIFY(m_desk->state().signatures.isEmpty());
    QVERIFY(outgoing.findChild<QLineEdit *>(u"signaturePassword"_s)->text().isEmpty());
}

void TestHandoverSign::theWatchPasses()
{
    m_desk->prepare();
    auto &step = m_desk->page().signatures();
    m_desk->page().showStep(HandoverStep::Signatures);
    QTRY_COMPARE(step.preview().pageCount(), 1);
    m_desk->picture(u"sign-first"_s);
    m_desk->sign(step.outgoing(), u"chen"_s);
    QTRY_COMPARE(m_desk->state().state, u"out_signed"_s);
    QTRY_VERIFY(step.outgoing().isSigned());
    m_desk->picture(u"sign-second"_s);
    m_desk->sign(step.incoming(), u"liu"_s);
    QTRY_COMPARE(m_desk->state().state, u"accepted"_s);
    QTRY_VERIFY(m_desk->page().rest().isVisible());
    QTRY_COMPARE(m_desk->shown<QListWidget>(u"pastHandovers"_s)->count(), 1);
    QVERIFY(m_desk->entries().contains(u"handover_accepted"_s));
    QTRY_VERIFY(m_desk->text(u"handoverFigures"_s).contains(u"1 / 1"_s)); // on time
    QTRY_COMPARE(m_desk->shown<ui::SheetPreview>(u"sheetPreview"_s)->pageCount(), 1);
    m_desk->picture(u"passed"_s);
}

void TestHandoverSign::whatChangedBetweenIsSeenFirst()
{
    m_desk->prepare();
    auto &step = m_desk->page().signatures();
    m_desk->page().showStep(HandoverStep::Signatures);
    m_desk->sign(step.outgoing(), u"chen"_s);
    QTRY_COMPARE(m_desk->state().state, u"out_signed"_s);
    m_desk->ticket(u"新来的：会诊室 3 无声"_s, u"red"_s, u"li"_s);
    QTRY_VERIFY(m_desk->text(u"changesSince"_s).contains(u"会诊室 3"_s));
    QVERIFY(!step.incoming().findChild<QLineEdit *>(u"signaturePassword"_s)->isVisible());
    m_desk->picture(u"sign-changed"_s);
    m_desk->shown<QCheckBox>(u"changesSeen"_s)->setChecked(true);
    m_desk->sign(step.incoming(), u"liu"_s);
    QTRY_COMPARE(m_desk->state().state, u"accepted"_s);
    // What was not on the sheet went to the new lead, who is told.
    m_desk->sitDown(u"liu"_s);
    QTRY_VERIFY(m_desk->text(u"moved"_s).contains(u"会诊室 3"_s));
    m_desk->picture(u"moved"_s);
    m_desk->button(u"movedSeen"_s)->click();
    QTRY_VERIFY(m_desk->state().seen);
}

void TestHandoverSign::offlineASecondNameComesFirst()
{
    m_desk->prepare();
    m_desk->goAway(true);
    auto &step = m_desk->page().signatures();
    m_desk->page().showStep(HandoverStep::Signatures);
    m_desk->sign(step.outgoing(), u"chen"_s);
    QTRY_COMPARE(m_desk->state().state, u"out_signed"_s);
    QVERIFY(!step.incoming().findChild<QLineEdit *>(u"signaturePassword"_s)->isVisible());
    auto *who = step.witness().findChild<QComboBox *>(u"witness"_s);
    QVERIFY(who->isVisible());
    QCOMPARE(who->findData(u"liu"_s), -1); // neither of the two
    m_desk->picture(u"sign-offline"_s);
    who->setCurrentIndex(who->findData(u"gao"_s));
    m_desk->sign(step.witness(), u"gao"_s);
    QTRY_VERIFY(step.witness().isSigned());
    m_desk->sign(step.incoming(), u"liu"_s);
    QTRY_COMPARE(m_desk->state().state, u"accepted"_s);
}

void TestHandoverSign::onPaperAndConfirmedLater()
{
    m_desk->prepare();
    auto &step = m_desk->page().signatures();
    m_desk->page().showStep(HandoverStep::Signatures);
    m_desk->sign(step.outgoing(), u"chen"_s);
    QTRY_COMPARE(m_desk->state().state, u"out_signed"_s);
    auto *onPaper = step.incoming().findChild<QPushButton *>(u"onPaper"_s);
    QVERIFY(!onPaper->isVisible()); // the server is there: everybody can sign
    m_desk->goAway(true);
    QTRY_VERIFY(onPaper->isVisible());

    onPaper->click();
    auto *dialog = m_desk->window().findChild<PaperDialog *>();
    QSignalSpy printed(&m_desk->page(), &HandoverPage::printAsked);
    m_desk->button(u"printSheet"_s)->click();
    QCOMPARE(printed.count(), 1);
    m_desk->button(u"save"_s)->click();
    QVERIFY(!m_desk->text(u"complaint"_s).isEmpty()); // no photograph yet
    const QTemporaryDir photographs;
    const QString notOne = photographs.filePath(u"note.txt"_s);
    QFile file(notOne);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("not a picture") > 0);
    file.close();
    dialog->attach(notOne);
    QTRY_VERIFY(m_desk->text(u"photographs"_s) == u"还没有照片"_s
        && !m_desk->text(u"complaint"_s).isEmpty());
    const QString photograph = photographs.filePath(u"signed.png"_s);
    QImage sheet(40, 60, QImage::Format_RGB32);
    sheet.fill(Qt::white);
    QVERIFY(sheet.save(photograph));
    dialog->attach(photograph);
    QTRY_COMPARE(m_desk->text(u"photographs"_s), u"signed.png"_s);
    m_desk->picture(u"paper"_s);
    m_desk->button(u"save"_s)->click();
    QTRY_VERIFY(m_desk->state().isToBeVerified());

    // The log has the photograph; nothing has passed yet.
    const auto &paper = *m_desk->state().unconfirmedPaper(u"taken_over"_s);
    QCOMPARE(paper.by, u"chen"_s);
    const auto entry =
        m_desk->store()
            .read<std::optional<domain::Row>>([id = paper.entry](store::Reader &reader) {
                return reader.row(u"log_entry"_s, id);
            })
            .result();
    QVERIFY(entry && *entry);
    QCOMPARE(domain::attachments((*entry)->value("blobs"_L1)).value(0).name, u"signed.png"_s);
    QCOMPARE(m_desk->state().state, u"out_signed"_s);
    QSignalSpy asked(&m_desk->page(), &HandoverPage::photographAsked);
    step.incoming().findChild<QPushButton *>(u"photograph"_s)->click();
    QCOMPARE(asked.value(0).value(0).toUuid(), paper.entry);
    m_desk->picture(u"sign-paper"_s);

    m_desk->goAway(false);
    m_desk->sign(step.incoming(), u"liu"_s);
    QTRY_COMPARE(m_desk->state().state, u"accepted"_s);
    QVERIFY(!m_desk->state().isToBeVerified());
    QCOMPARE(m_desk->state().signatures.last().what.how, u"paper"_s);
}

void TestHandoverSign::itIsRefusedWithAReason()
{
    m_desk->prepare();
    m_desk->sitDown(u"liu"_s);
    m_desk->button(u"more"_s)->click();
    auto *menu = m_desk->page().findChild<QMenu *>();
    QVERIFY(menu);
    menu->actions().first()->trigger(); // Liu takes over: refuse is what they may do
    menu->close();
    m_desk->button(u"save"_s)->click();
    QVERIFY(!m_desk->text(u"complaint"_s).isEmpty());
    auto *reason = m_desk->shown<QComboBox>(u"reason"_s);
    reason->setCurrentIndex(reason->findData(u"unfit"_s));
    m_desk->picture(u"refuse"_s);
    m_desk->button(u"save"_s)->click();
    QTRY_COMPARE(m_desk->state().state, u"refused"_s);
    QVERIFY(m_desk->entries().contains(u"handover_refused"_s));
}

void TestHandoverSign::theSheetIsTakenBack()
{
    m_desk->prepare();
    m_desk->page().showStep(HandoverStep::Signatures);
    m_desk->sign(m_desk->page().signatures().outgoing(), u"chen"_s);
    QTRY_COMPARE(m_desk->state().state, u"out_signed"_s);
    QTRY_VERIFY(m_desk->button(u"recall"_s));
    m_desk->button(u"recall"_s)->click();
    QTRY_COMPARE(m_desk->state().state, u"draft"_s);
    QTRY_VERIFY(!m_desk->page().signatures().outgoing().isSigned());
}

QTEST_MAIN(TestHandoverSign)
#include "tst_handoversign.moc"
