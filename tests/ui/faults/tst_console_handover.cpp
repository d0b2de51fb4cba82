// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/walltime.h"
#include "app/words/terms.h"
#include "tests/sync/engine/desk.h"
#include "tests/ui/faults/faultyworkspace.h"
#include "ui/handover/handoverpage.h"
#include "ui/handover/itemsstep.h"
#include "ui/handover/itemsview.h"
#include "ui/handover/paperdialog.h"
#include "ui/handover/readbackrow.h"
#include "ui/handover/readbackstep.h"
#include "ui/handover/restview.h"
#include "ui/handover/signstep.h"
#include "ui/handover/systemrow.h"
#include "ui/handover/systemsstep.h"
#include "ui/incidents/attachmentdialog.h"
#include "ui/shell/topstrip.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace watchroom;
using namespace watchroom::test;
using handover::HandoverItem;
using programs::Console;
using ui::HandoverStep;
using ui::ReadBackRow;

namespace {

constexpr int kPatience = 30'000;

QString passwordOf(const QString &login)
{
    return login + u"'s own;secret"_s;
}

bool wasSaved(store::SavedFuture saved)
{
    saved.waitForFinished();
    return saved.result().has_value();
}

template <class T>
T *shown(Console &console, const QString &name)
{
    const QList<T *> all = console.window().findChildren<T *>(name);
    for (T *widget : all) {
        if (widget->isVisible())
            return widget;
    }
    return nullptr;
}

} // namespace

/// The watch is passed from Chen to Li on the screens of two consoles of one PostgreSQL, and at one
/// console while PostgreSQL is away.
class TestConsoleHandover : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void atTwoConsoles();
    void withTheServerAway();
    void onPaperWhereSheWasNeverHere();

private:
    [[nodiscard]] std::unique_ptr<Console> open(const QTemporaryDir &dir, int desk);
    void signIn(Console &console, const QString &login);
    [[nodiscard]] QString query(const QString &statement)
    {
        return m_server.query(m_database, statement);
    }
    [[nodiscard]] static const handover::HandoverState &state(Console &console)
    {
        return *console.core().handover().state();
    }
    [[nodiscard]] static bool is(Console &console, const QString &name)
    {
        const auto &state = console.core().handover().state();
        return state && state->state == name;
    }
    void work(Console &console);
    void start(Console &console, const QStringList &incoming);
    void fillInAndCheck(Console &console);
    void confirmAll(Console &console);
    void readBack(Console &console);
    void hear(Console &console);
    /// Chen at the first console and Li at the second say everything that is asked for.
    void prepareAtTwo();
    [[nodiscard]] static QString strip(Console &console);
    static void sign(ui::SignatureBox &box, const QString &login);

    SharedServer m_server;
    QString m_database;
    std::unique_ptr<QTemporaryDir> m_first;
    std::unique_ptr<QTemporaryDir> m_second;
    std::unique_ptr<Console> m_one;
    std::unique_ptr<Console> m_two;
};

void TestConsoleHandover::initTestCase()
{
    const QString trouble = m_server.prepare();
    QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
}

void TestConsoleHandover::init()
{
    m_database = m_server.newDatabase();
    m_first = std::make_unique<QTemporaryDir>();
    m_second = std::make_unique<QTemporaryDir>();
}

void TestConsoleHandover::cleanup()
{
    m_two.reset();
    m_one.reset();
}

std::unique_ptr<Console> TestConsoleHandover::open(const QTemporaryDir &dir, int desk)
{
    const programs::WorkspaceConfig config{
        .server = m_server.station(u"desk-%1"_s.arg(desk), m_database).toText(),
        .source = {},
        .mapping = {}};
    if (!config.save(dir.path()))
        qFatal("the workspace was not made");
    auto console = openConsole(dir.path());
    const auto synced = [&console] {
        const auto *sync = console->core().sync();
        return sync && sync->status().state == sync::SyncStatus::State::Synced;
    };
    if (!QTest::qWaitFor(synced, kPatience))
        qFatal("it did not sync");
    return console;
}

void TestConsoleHandover::signIn(Console &console, const QString &login)
{
    if (!shown<QLineEdit>(console, u"login"_s)) {
        Q_EMIT console.window().strip().personPressed();
        QTRY_VERIFY(shown<QPushButton>(console, u"signInOther"_s));
        shown<QPushButton>(console, u"signInOther"_s)->click();
    }
    QTRY_VERIFY(shown<QLineEdit>(console, u"login"_s));
    shown<QLineEdit>(console, u"login"_s)->setText(login);
    shown<QLineEdit>(console, u"password"_s)->setText(passwordOf(login));
    QTest::keyClick(shown<QLineEdit>(console, u"password"_s), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(console.account().login(), login, kPatience);
}

/// A red ticket and a pending item of Chen's.
void TestConsoleHandover::work(Console &console)
{
    auto &commands = console.core().work();
    const auto due = console.core().clock().now() + std::chrono::hours(2);
    QVERIFY(commands
                .open({.kind = tickets::WorkKind::Ticket,
                    .title = u"换备用线路"_s,
                    .level = u"red"_s,
                    .plan = {.nextAction = u"等备件"_s, .dueAt = due},
                    .claim = true})
                .result());
    QVERIFY(commands
                .open({.kind = tickets::WorkKind::PendingItem,
                    .title = u"短信回访"_s,
                    .level = u"blue"_s,
                    .plan = {.nextAction = u"回访三家"_s, .dueAt = due},
                    .claim = true})
                .result());
}

void TestConsoleHandover::start(Console &console, const QStringList &incoming)
{
    console.showHandover();
    QTRY_VERIFY(shown<QPushButton>(console, u"startHandover"_s));
    if (incoming.size() == 1) { // by the dialog, where no roster names further people
        shown<QPushButton>(console, u"startHandover"_s)->click();
        auto *from = shown<QComboBox>(console, u"outgoing"_s);
        auto *to = shown<QComboBox>(console, u"incoming"_s);
        from->setCurrentIndex(from->findData(u"chen"_s));
        to->setCurrentIndex(to->findData(incoming.first()));
        shown<QPushButton>(console, u"save"_s)->click();
    } else {
        QVERIFY(console.core()
                    .handoverCommands()
                    .open({.scope = u"desk"_s,
                        .shiftAt = console.core().clock().now() + std::chrono::minutes(20),
                        .attempt = 1,
                        .outgoing = u"chen"_s,
                        .incoming = incoming.first(),
                        .outgoingPeople = {u"chen"_s},
                        .incomingPeople = incoming})
                    .result());
    }
    QTRY_VERIFY_WITH_TIMEOUT(is(console, u"draft"_s), kPatience);
    QTRY_COMPARE(state(console).items.size(), 2);
}

void TestConsoleHandover::fillInAndCheck(Console &console)
{
    auto &page = console.handoverPage();
    for (const HandoverStep step : {HandoverStep::Tickets, HandoverStep::Pending}) {
        page.showStep(step);
        QTRY_VERIFY(shown<QPushButton>(console, u"fillIn"_s));
        shown<QPushButton>(console, u"fillIn"_s)->click();
    }
    QTRY_VERIFY(std::ranges::none_of(state(console).items,
        [](const HandoverItem &one) { return one.facts.receiver.isEmpty(); }));
    page.showStep(HandoverStep::Systems);
    for (const handover::SheetSystem &system : handover::usualSystems()) {
        auto *row = page.systems().row(system.key);
        row->findChild<widgets::SegmentedControl *>()->setCurrent(1);
        QTRY_VERIFY(row->isFresh() && row->system().result == "ok"_L1);
    }
}

void TestConsoleHandover::confirmAll(Console &console)
{
    console.showHandover();
    auto &page = console.handoverPage();
    QTRY_VERIFY_WITH_TIMEOUT(console.core().handover().state() && state(console).items.size() == 2
            && std::ranges::none_of(state(console).items,
                [](const HandoverItem &one) { return one.facts.receiver.isEmpty(); }),
        kPatience);
    QVERIFY(page.waitingForMe() > 0);
    for (const HandoverStep step : {HandoverStep::Tickets, HandoverStep::Pending}) {
        page.showStep(step);
        auto &items = step == HandoverStep::Tickets ? page.tickets() : page.pending();
        QTest::keyClick(&items.view(), Qt::Key_Space);
        QTRY_COMPARE(items.confirmedCount(), items.count());
    }
}

void TestConsoleHandover::readBack(Console &console)
{
    auto &page = console.handoverPage();
    page.showStep(HandoverStep::ReadBack);
    for (int i = 0; i < page.readBack().count(); ++i) {
        ReadBackRow *row = page.readBack().rows()[i];
        const HandoverItem item = state(console).items[i];
        const QTimeZone zone(console.core().policy().zone);
        auto *due = row->findChild<QLineEdit *>(u"saidDue"_s);
        due->setFocus();
        QTest::keyClicks(due, domain::wallTime(*item.facts.dueAt, zone).toString(u"HHmm"));
        row->findChild<widgets::SegmentedControl *>(u"saidNext"_s)
            ->setCurrent(
                int(ui::stepsFor(item, state(console).items).indexOf(item.facts.nextAction)));
        auto *owner = row->findChild<QComboBox *>(u"saidOwner"_s);
        owner->setCurrentIndex(owner->findData(item.facts.receiver));
        Q_EMIT owner->activated(owner->currentIndex());
        QTRY_COMPARE(row->standing(), ReadBackRow::Standing::Agrees);
    }
}

void TestConsoleHandover::hear(Console &console)
{
    auto &page = console.handoverPage();
    page.showStep(HandoverStep::ReadBack);
    for (int i = 0; i < page.readBack().count(); ++i) {
        ReadBackRow *row = page.readBack().rows()[i];
        QTRY_COMPARE_WITH_TIMEOUT(row->standing(), ReadBackRow::Standing::Agrees, kPatience);
        row->findChild<QPushButton *>(u"heard"_s)->click();
        QTRY_COMPARE(row->standing(), ReadBackRow::Standing::Heard);
    }
}

void TestConsoleHandover::sign(ui::SignatureBox &box, const QString &login)
{
    auto *field = box.findChild<QLineEdit *>(u"signaturePassword"_s);
    QTRY_VERIFY_WITH_TIMEOUT(field->isVisible() && field->isEnabled(), kPatience);
    field->setText(passwordOf(login));
    QTest::keyClick(field, Qt::Key_Return);
}

void TestConsoleHandover::prepareAtTwo()
{
    m_one = open(*m_first, 1);
    m_two = open(*m_second, 2);
    signIn(*m_one, u"chen"_s);
    signIn(*m_two, u"li"_s);
    work(*m_one);
    start(*m_one, {u"li"_s});
    // Nothing is signed while something is wanting.
    m_one->handoverPage().showStep(HandoverStep::Signatures);
    QVERIFY(!m_one->handoverPage()
                 .signatures()
                 .outgoing()
                 .findChild<QLineEdit *>(u"signaturePassword"_s)
                 ->isVisible());
    fillInAndCheck(*m_one);
    confirmAll(*m_two);
    readBack(*m_two);
    hear(*m_one);
    QTRY_VERIFY_WITH_TIMEOUT(
        handover::missingOf(state(*m_one), m_one->core().clock().now()).isEmpty(), kPatience);
}

QString TestConsoleHandover::strip(Console &console)
{
    QStringList said;
    const auto parts = console.window().strip().findChildren<QWidget *>();
    for (const QWidget *part : parts)
        said.append(part->accessibleName() + u' ' + part->accessibleDescription());
    return said.join(u' ');
}

void TestConsoleHandover::atTwoConsoles()
{
    prepareAtTwo();
    m_one->handoverPage().showStep(HandoverStep::Signatures);
    auto &out = m_one->handoverPage().signatures().outgoing();
    sign(out, u"li"_s); // not with the other's password
    QTRY_VERIFY_WITH_TIMEOUT(out.findChild<QLabel *>(u"signatureHint"_s)->text()
            == words::errorSentence({base::Error::Kind::Denied, {}, u"password_wrong"_s}),
        kPatience);
    QVERIFY(is(*m_one, u"draft"_s));
    sign(out, u"chen"_s);
    QTRY_VERIFY_WITH_TIMEOUT(is(*m_two, u"out_signed"_s), kPatience);
    m_two->handoverPage().showStep(HandoverStep::Signatures);
    sign(m_two->handoverPage().signatures().incoming(), u"li"_s);
    for (Console *console : {m_one.get(), m_two.get()}) {
        QTRY_VERIFY_WITH_TIMEOUT(
            is(*console, u"accepted"_s) && !state(*console).pending, kPatience);
        QTRY_VERIFY(console->handoverPage().rest().isVisible());
    }
    QCOMPARE(query(u"SELECT state FROM app.handover"_s), u"accepted"_s);
    QCOMPARE(query(u"SELECT owner FROM app.ticket"_s), u"li"_s);
    QCOMPARE(query(u"SELECT owner FROM app.pending_item"_s), u"li"_s);
    QCOMPARE(query(u"SELECT string_agg(concat_ws(' ', person, meaning, how, station), ',' ORDER BY"
                   " signed_at) FROM app.handover_signature"_s),
        u"chen handed_over password desk-1,li taken_over password desk-2"_s);
}

void TestConsoleHandover::withTheServerAway()
{
    m_one = open(*m_first, 1);
    for (const QString &login : {u"li"_s, u"zhou"_s, u"chen"_s}) // each was here before
        signIn(*m_one, login);
    work(*m_one);
    start(*m_one, {u"li"_s, u"zhou"_s});
    fillInAndCheck(*m_one);
    signIn(*m_one, u"li"_s);
    confirmAll(*m_one);
    readBack(*m_one);
    signIn(*m_one, u"chen"_s);
    hear(*m_one);
    const auto counts = [this] { return m_one->core().store().counts().result(); };
    QTRY_COMPARE_WITH_TIMEOUT(counts().pending, 0, kPatience);
    m_server.cluster.stopImmediately();
    QTRY_COMPARE_WITH_TIMEOUT(
        m_one->core().sync()->status().state, sync::SyncStatus::State::Offline, kPatience);

    m_one->handoverPage().showStep(HandoverStep::Signatures);
    auto &step = m_one->handoverPage().signatures();
    sign(step.outgoing(), u"chen"_s);
    QTRY_VERIFY_WITH_TIMEOUT(is(*m_one, u"out_signed"_s), kPatience);
    // A second name comes before the incoming lead's.
    QVERIFY(!step.incoming().findChild<QLineEdit *>(u"signaturePassword"_s)->isVisible());
    auto *witness = step.witness().findChild<QComboBox *>(u"witness"_s);
    QTRY_VERIFY(witness->isVisible());
    witness->setCurrentIndex(witness->findData(u"zhou"_s));
    sign(step.witness(), u"zhou"_s);
    QTRY_VERIFY_WITH_TIMEOUT(step.witness().isSigned(), kPatience);
    sign(step.incoming(), u"li"_s);
    QTRY_VERIFY_WITH_TIMEOUT(is(*m_one, u"accepted"_s), kPatience);
    QVERIFY(state(*m_one).pending);
    const QString mark = Console::tr("Watch taken over here, to be verified");
    QTRY_VERIFY2_WITH_TIMEOUT(strip(*m_one).contains(mark), qPrintable(strip(*m_one)), kPatience);
    // Until then a call names both leads.
    auto &core = m_one->core();
    QVERIFY(wasSaved(
        core.commands().open({.title = u"北区掉线"_s, .level = u"yellow"_s, .claim = true})));
    QTRY_COMPARE_WITH_TIMEOUT(core.incidents().incidents().size(), 1, kPatience);
    const QUuid incident = core.incidents().incidents().constFirst().id;
    QVERIFY(wasSaved(core.commands().setLevel(incident, u"red"_s))); // nobody has heard of that
    const QString both =
        words::list({core.directory().personName(u"chen"_s), core.directory().personName(u"li"_s)});
    const auto call = [&] { return bannerText(*m_one, u"call:"_s + incident.toString()); };
    QTRY_VERIFY2_WITH_TIMEOUT(call().contains(both), qPrintable(call()), kPatience);

    QVERIFY(m_server.cluster.start());
    QTRY_VERIFY_WITH_TIMEOUT(!state(*m_one).pending, 60'000);
    QTRY_VERIFY(!strip(*m_one).contains(mark));
    QTRY_VERIFY(!call().contains(both));
    QCOMPARE(query(u"SELECT state FROM app.handover"_s), u"accepted"_s);
    QCOMPARE(query(u"SELECT owner FROM app.ticket"_s), u"li"_s);
    QCOMPARE(query(u"SELECT string_agg(person || ' ' || how, ',' ORDER BY signed_at) FROM"
                   " app.handover_signature"_s),
        u"chen offline,zhou offline,li offline"_s);
}

void TestConsoleHandover::onPaperWhereSheWasNeverHere()
{
    prepareAtTwo();
    m_two.reset();
    m_server.cluster.stopImmediately();
    QTRY_COMPARE_WITH_TIMEOUT(
        m_one->core().sync()->status().state, sync::SyncStatus::State::Offline, kPatience);
    m_one->handoverPage().showStep(HandoverStep::Signatures);
    auto &step = m_one->handoverPage().signatures();
    sign(step.outgoing(), u"chen"_s);
    QTRY_VERIFY_WITH_TIMEOUT(is(*m_one, u"out_signed"_s), kPatience);

    step.incoming().findChild<QPushButton *>(u"onPaper"_s)->click();
    const QString photograph = m_first->filePath(u"signed.png"_s);
    QImage paper(40, 60, QImage::Format_RGB32);
    paper.fill(Qt::white);
    QVERIFY(paper.save(photograph));
    m_one->window().findChild<ui::PaperDialog *>()->attach(photograph);
    QTRY_COMPARE(shown<QLabel>(*m_one, u"photographs"_s)->text(), u"signed.png"_s);
    shown<QPushButton>(*m_one, u"save"_s)->click();
    const QString mark = Console::tr("Watch taken over on paper, to be verified");
    QTRY_VERIFY2_WITH_TIMEOUT(strip(*m_one).contains(mark), qPrintable(strip(*m_one)), kPatience);
    QVERIFY(is(*m_one, u"out_signed"_s));

    QVERIFY(m_server.cluster.start());
    QTRY_COMPARE_WITH_TIMEOUT(m_one->core().store().counts().result().pending, 0, 60'000);
    m_two = open(*m_second, 2);
    signIn(*m_two, u"li"_s);
    m_two->showHandover();
    QTRY_VERIFY2_WITH_TIMEOUT(strip(*m_two).contains(mark), qPrintable(strip(*m_two)), kPatience);
    m_two->handoverPage().showStep(HandoverStep::Signatures);
    auto &box = m_two->handoverPage().signatures().incoming();
    // What she signed by hand is there to be seen.
    box.findChild<QPushButton *>(u"photograph"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(m_two->window().findChild<ui::AttachmentDialog *>(), kPatience);
    auto *picture = m_two->window().findChild<ui::AttachmentDialog *>();
    QTRY_VERIFY_WITH_TIMEOUT(
        picture->findChild<QPushButton *>(u"saveAttachment"_s)->isEnabled(), kPatience);
    picture->reject();
    sign(box, u"li"_s);
    for (Console *console : {m_one.get(), m_two.get()}) {
        QTRY_VERIFY_WITH_TIMEOUT(is(*console, u"accepted"_s) && !state(*console).pending, 60'000);
        QTRY_VERIFY(!strip(*console).contains(mark));
    }
    QCOMPARE(query(u"SELECT owner FROM app.ticket"_s), u"li"_s);
    QCOMPARE(query(u"SELECT string_agg(concat_ws(' ', person, meaning, how, station), ',' ORDER BY"
                   " signed_at) FROM app.handover_signature"_s),
        u"chen handed_over offline desk-1,li taken_over paper desk-2"_s);
}

QTEST_MAIN(TestConsoleHandover)
#include "tst_console_handover.moc"
