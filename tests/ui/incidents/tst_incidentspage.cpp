// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/incidents/boarddesk.h"
#include "ui/incidents/incidentlist.h"
#include "ui/incidents/oldermonths.h"
#include "ui/incidents/timelinepanel.h"
#include "ui/incidents/timelinetexts.h"
#include "ui/widgets/textlabel.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace watchroom;
using namespace Qt::StringLiterals;
using incidents::Incident;
using incidents::IncidentsModel;

/// What a person does on the page of incidents, by keys and mouse, over a real workspace.
class TestIncidentsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void newIncidentByKeyboardAlone();
    void anIncidentWithoutTitleIsNotSaved();
    void theWordClaimOnACardClaims();
    void throughAllStagesToTheClosedOnes();
    void aPhraseIsOneKey();
    void whatIsTypedStaysUntilItIsSaved();
    void filterAndSearchHoldForBoardAndList();
    void listSortsByItsColumns();
    void aFullColumnTurnsCompactAndCountsTheRest();
    void switchesLanguageWhereItStands();
    void everythingHasANameToBeReadOut();
    void tellsWhatHappenedLast();
    void theTimelineShowsCorrectionsAndLateRecords();
    void aMarkLeadsToWhatWasNotSent();
    void olderMonthsAreAskedForBelowTheClosedOnes();

private:
    void picture(const QString &name);
    [[nodiscard]] QListView *cards(const QString &stage) const;
    void press(const QString &button);
    void typeAndSave(const QString &field, const QString &text);
    [[nodiscard]] QString stageOf(const QUuid &id) const;

    std::unique_ptr<test::BoardDesk> m_desk;
};

void TestIncidentsPage::init()
{
    m_desk = std::make_unique<test::BoardDesk>();
}

void TestIncidentsPage::cleanup()
{
    m_desk.reset();
}

QListView *TestIncidentsPage::cards(const QString &stage) const
{
    return m_desk->page().findChild<QWidget *>(u"column_"_s + stage)->findChild<QListView *>();
}

void TestIncidentsPage::press(const QString &button)
{
    auto *found = m_desk->shown<QPushButton>(button);
    QVERIFY2(found, qPrintable(button));
    QVERIFY2(found->isEnabled(), qPrintable(button));
    QTest::mouseClick(found, Qt::LeftButton);
}

void TestIncidentsPage::typeAndSave(const QString &field, const QString &text)
{
    QTRY_VERIFY(m_desk->shown<QLineEdit>(field));
    auto *edit = m_desk->shown<QLineEdit>(field);
    QTRY_VERIFY(edit->hasFocus());
    QTest::keyClicks(edit, text);
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_VERIFY(!m_desk->shown<QLineEdit>(field));
}

QString TestIncidentsPage::stageOf(const QUuid &id) const
{
    const Incident *incident = m_desk->model().find(id);
    return incident ? incident->stage : QString();
}

void TestIncidentsPage::newIncidentByKeyboardAlone()
{
    m_desk->page().openNewIncident(); // the key N of the window
    auto *title = m_desk->shown<QLineEdit>(u"title"_s);
    QVERIFY(title && title->hasFocus());
    QTest::keyClicks(title, u"Uplink loss"_s);
    QTest::keyClick(title, Qt::Key_Tab);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right); // yellow to red
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(m_desk->model().rowCount(), 1);
    const Incident &saved = m_desk->model().incidents().first();
    QCOMPARE(saved.title, u"Uplink loss"_s);
    QCOMPARE(saved.level, u"red"_s);
    QCOMPARE(saved.owner, u"chen"_s);
    QTRY_VERIFY(!m_desk->shown<QLineEdit>(u"title"_s));
    QTRY_COMPARE(cards(u"detection"_s)->model()->rowCount(), 1);
}

void TestIncidentsPage::anIncidentWithoutTitleIsNotSaved()
{
    m_desk->page().openNewIncident();
    auto *title = m_desk->shown<QLineEdit>(u"title"_s);
    QTest::keyClick(title, Qt::Key_Return);
    auto *complaint = m_desk->shown<QLabel>(u"complaint"_s);
    QVERIFY(complaint && !complaint->text().isEmpty());
    QVERIFY(title->hasFocus());
    QCOMPARE(m_desk->model().rowCount(), 0);
    QTest::keyClick(title, Qt::Key_Escape);
    QTRY_VERIFY(!m_desk->shown<QLineEdit>(u"title"_s));
}

void TestIncidentsPage::theWordClaimOnACardClaims()
{
    const QUuid id = m_desk->open(u"画面卡顿"_s, u"yellow"_s);
    QListView *view = cards(u"detection"_s);
    QTRY_COMPARE(view->model()->rowCount(), 1);
    const QRect card = view->visualRect(view->model()->index(0, 0));
    // Beside the owner's name, in the right half of the card.
    const QPoint claim(card.right() - 24, card.top() + 97);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, Qt::NoModifier, claim);
    QTRY_COMPARE(m_desk->model().find(id)->owner, u"chen"_s);
    QCOMPARE(m_desk->page().current(), id);
}

void TestIncidentsPage::throughAllStagesToTheClosedOnes()
{
    const QUuid id = m_desk->open(u"上行丢包"_s, u"red"_s);
    m_desk->page().show(id);
    QTRY_VERIFY(m_desk->shown<QPushButton>(u"claim"_s));
    QVERIFY(!m_desk->shown<QPushButton>(u"advance"_s)->isEnabled()); // nobody owns it
    press(u"claim"_s);
    QTRY_VERIFY(m_desk->shown<QPushButton>(u"advance"_s)->isEnabled());
    press(u"advance"_s);
    QTRY_COMPARE(stageOf(id), u"assessment"_s);
    press(u"advance"_s);
    QTRY_VERIFY(m_desk->shown<QComboBox>(u"group"_s));
    m_desk->shown<QComboBox>(u"group"_s)->setCurrentIndex(1);
    press(u"save"_s);
    QTRY_COMPARE(stageOf(id), u"diagnosis"_s);
    press(u"advance"_s);
    typeAndSave(u"cause"_s, u"carrier"_s);
    QTRY_COMPARE(stageOf(id), u"recovery"_s);
    press(u"advance"_s);
    typeAndSave(u"verified"_s, u"picture fine"_s);
    QTRY_COMPARE(stageOf(id), u"notification"_s);
    press(u"advance"_s);
    QTRY_VERIFY(m_desk->shown<QAbstractButton>(u"told_business"_s));
    m_desk->shown<QAbstractButton>(u"told_business"_s)->setChecked(true);
    press(u"save"_s);
    QTRY_COMPARE(stageOf(id), u"review"_s);
    press(u"advance"_s);
    QTRY_COMPARE(m_desk->model().rowCount(), 0);

    m_desk->page().setView(2);
    QTRY_VERIFY(m_desk->shown<ui::IncidentList>(u"closedList"_s));
    auto *closed = m_desk->shown<ui::IncidentList>(u"closedList"_s);
    QTRY_COMPARE(closed->model()->rowCount(), 1);
    m_desk->page().show(id);
    QTRY_VERIFY(m_desk->shown<QWidget>(u"timeline"_s));
    QVERIFY(!m_desk->shown<QPushButton>(u"advance"_s));
    QVERIFY(!m_desk->shown<QLineEdit>(u"entry"_s)); // its record is only read
}

void TestIncidentsPage::aPhraseIsOneKey()
{
    const QUuid id = m_desk->open(u"音频无声"_s, u"yellow"_s, true);
    m_desk->page().show(id);
    auto *timeline = m_desk->shown<QListView>(u"timeline"_s);
    QTRY_VERIFY(timeline->model()->rowCount() >= 2);
    const int before = timeline->model()->rowCount();
    m_desk->page().setFocus();
    QTest::keyClick(&m_desk->page(), Qt::Key_2);
    QTRY_COMPARE(timeline->model()->rowCount(), before + 1);
    QVERIFY(timeline->model()
                ->index(0, 0)
                .data(Qt::AccessibleTextRole)
                .toString()
                .contains(u"已联系运营商"_s));
}

void TestIncidentsPage::whatIsTypedStaysUntilItIsSaved()
{
    const QUuid id = m_desk->open(u"音频无声"_s, u"yellow"_s, true);
    m_desk->page().show(id);
    QTRY_VERIFY(m_desk->shown<QLineEdit>(u"entry"_s));
    auto *entry = m_desk->shown<QLineEdit>(u"entry"_s);
    QSignalSpy failed(&m_desk->page(), &ui::IncidentsPage::failed);
    m_desk->sitDown(u"nobody"_s); // the rules know no such person
    entry->setFocus();
    QTest::keyClicks(entry, u"told the ward"_s);
    QTest::keyClick(entry, Qt::Key_Return);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(entry->text(), u"told the ward"_s);
    m_desk->sitDown(u"chen"_s);
    QTest::keyClick(entry, Qt::Key_Return);
    QTRY_VERIFY(entry->text().isEmpty());
}

void TestIncidentsPage::filterAndSearchHoldForBoardAndList()
{
    m_desk->open(u"上海丢包"_s, u"red"_s, true);
    m_desk->open(u"广州抖动"_s, u"yellow"_s);
    m_desk->open(u"上海时延"_s, u"blue"_s);
    QAbstractItemModel *board = cards(u"detection"_s)->model();
    QAbstractItemModel *list = m_desk->page().findChild<ui::IncidentList *>()->model();
    QTRY_COMPARE(board->rowCount(), 3);
    auto *search = m_desk->shown<QLineEdit>(u"search"_s);
    search->setText(u"上海"_s);
    QCOMPARE(board->rowCount(), 2);
    QCOMPARE(list->rowCount(), 2);
    m_desk->page().findChild<QMenu *>(u"levelMenu"_s)->actions().at(3)->trigger(); // blue
    QCOMPARE(board->rowCount(), 1);
    QCOMPARE(list->index(0, IncidentsModel::TitleColumn).data().toString(), u"上海时延"_s);
    search->clear();
    m_desk->page().findChild<QMenu *>(u"levelMenu"_s)->actions().at(4)->trigger(); // unclaimed
    QCOMPARE(board->rowCount(), 2);
    m_desk->page().findChild<QMenu *>(u"levelMenu"_s)->actions().at(0)->trigger();
    m_desk->shown<QPushButton>(u"mine"_s)->setChecked(true);
    QCOMPARE(list->rowCount(), 1);
    QCOMPARE(list->index(0, IncidentsModel::TitleColumn).data().toString(), u"上海丢包"_s);
}

void TestIncidentsPage::listSortsByItsColumns()
{
    m_desk->open(u"b"_s, u"blue"_s);
    m_desk->open(u"c"_s, u"red"_s);
    m_desk->open(u"a"_s, u"yellow"_s);
    m_desk->page().setView(1);
    auto *list = m_desk->shown<ui::IncidentList>(u"incidentList"_s);
    QTRY_COMPARE(list->model()->rowCount(), 3);
    const auto titles = [list] {
        QString all;
        for (int row = 0; row < list->model()->rowCount(); ++row)
            all += list->model()->index(row, IncidentsModel::TitleColumn).data().toString();
        return all;
    };
    QCOMPARE(titles(), u"cab"_s); // red first, then the nearest deadline
    list->sortByColumn(IncidentsModel::TitleColumn, Qt::AscendingOrder);
    QCOMPARE(titles(), u"abc"_s);
    list->sortByColumn(IncidentsModel::ReferenceColumn, Qt::DescendingOrder);
    QCOMPARE(titles(), u"acb"_s);
}

void TestIncidentsPage::aFullColumnTurnsCompactAndCountsTheRest()
{
    QListView *view = cards(u"detection"_s);
    m_desk->open(u"first"_s, u"blue"_s);
    QTRY_COMPARE(view->model()->rowCount(), 1);
    const int full = view->sizeHintForIndex(view->model()->index(0, 0)).height();
    constexpr int kMany = 14;
    for (int i = 1; i < kMany; ++i)
        m_desk->open(QString::number(i), u"blue"_s);
    QTRY_COMPARE(view->model()->rowCount(), kMany);
    const int compact = view->sizeHintForIndex(view->model()->index(0, 0)).height();
    QVERIFY2(compact < full, qPrintable(u"%1 %2"_s.arg(compact).arg(full)));
    QVERIFY(view->viewport()->height() / compact < kMany);
}

void TestIncidentsPage::switchesLanguageWhereItStands()
{
    m_desk->page().show(m_desk->open(u"音频无声"_s, u"red"_s, true));
    QTRY_VERIFY(m_desk->shown<QPushButton>(u"advance"_s));
    auto *advance = m_desk->shown<QPushButton>(u"advance"_s);
    QCOMPARE(advance->text(), u"进入「初步研判」"_s);
    m_desk->language().use(words::Language::Code::English);
    QTRY_COMPARE(advance->text(), u"Enter Assessment"_s);
    QCOMPARE(m_desk->shown<QPushButton>(u"new"_s)->text(), u"New"_s);
    QVERIFY(cards(u"detection"_s)->accessibleName().startsWith(u"Detection"_s));
    m_desk->language().use(words::Language::Code::Chinese);
    QTRY_COMPARE(advance->text(), u"进入「初步研判」"_s);
}

void TestIncidentsPage::everythingHasANameToBeReadOut()
{
    m_desk->page().show(m_desk->open(u"音频无声"_s, u"red"_s, true));
    QTRY_VERIFY(m_desk->shown<QPushButton>(u"advance"_s));
    const QList<QWidget *> all = m_desk->page().findChildren<QWidget *>();
    int looked = 0;
    for (QWidget *widget : all) {
        const bool acts = qobject_cast<QAbstractButton *>(widget)
            || qobject_cast<QLineEdit *>(widget) || qobject_cast<QAbstractItemView *>(widget);
        if (!acts || !widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
            continue;
        ++looked;
        auto *button = qobject_cast<QAbstractButton *>(widget);
        const QString name =
            button && !button->text().isEmpty() ? button->text() : widget->accessibleName();
        QVERIFY2(!name.isEmpty(), qPrintable(widget->objectName()));
        QVERIFY2(!widget->objectName().isEmpty(), qPrintable(name));
    }
    QVERIFY2(looked > 15, qPrintable(QString::number(looked)));
    const QAbstractItemModel *column = cards(u"detection"_s)->model();
    const QString card = column->index(0, 0).data(Qt::AccessibleTextRole).toString();
    for (const QString &said : {u"红色"_s, u"#1"_s, u"音频无声"_s, u"陈思远"_s, u"剩"_s})
        QVERIFY2(card.contains(said), qPrintable(card));
}

void TestIncidentsPage::tellsWhatHappenedLast()
{
    QSignalSpy lines(&m_desk->page(), &ui::IncidentsPage::happened);
    const QUuid id = m_desk->open(u"音频无声"_s, u"yellow"_s);
    auto claimed = m_desk->commands().claim(id);
    const auto said = [&lines](const QString &what) {
        return !lines.isEmpty() && lines.last().first().toString().contains(what);
    };
    QTRY_VERIFY(said(u"认领"_s));
    QVERIFY(said(u"#1"_s));
    QVERIFY(said(u"陈思远"_s));
}

void TestIncidentsPage::picture(const QString &name)
{
    const QString dir = qEnvironmentVariable("WATCHROOM_PICTURES");
    if (dir.isEmpty())
        return;
    for (const auto &[theme, look] : {std::pair(style::ThemeKind::Dark, u"dark"_s),
             std::pair(style::ThemeKind::Light, u"light"_s)}) {
        m_desk->theme().setKind(theme);
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
        QVERIFY(m_desk->window().grab().save(u"%1/%2-%3.png"_s.arg(dir, name, look)));
    }
}

void TestIncidentsPage::theTimelineShowsCorrectionsAndLateRecords()
{
    using words::Language;
    const QUuid id = m_desk->open(u"画面卡顿"_s, u"yellow"_s, true);
    m_desk->page().show(id);
    auto *timeline = m_desk->shown<QListView>(u"timeline"_s);
    QVERIFY(timeline);
    const auto said = [timeline](int row) {
        return timeline->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
    };
    const auto height = [timeline](const QString &part) {
        const QAbstractItemModel *model = timeline->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            const QModelIndex index = model->index(row, 0);
            if (index.data(Qt::AccessibleTextRole).toString().contains(part))
                return timeline->visualRect(index).height();
        }
        return 0;
    };
    const auto now = m_desk->now();
    auto saved = m_desk->commands().addEntry({.incident = id,
        .text = u"对方是联通"_s,
        .channel = u"phone"_s,
        .happenedAt = now - std::chrono::minutes(40)});
    saved.waitForFinished();
    QVERIFY(saved.result().has_value());
    const QUuid wrong = domain::uuid(saved.result()->rows.first(), "id"_L1);
    QTRY_VERIFY(height(u"对方是联通"_s) > 0);
    const int last = timeline->model()->rowCount() - 1;
    QVERIFY2(said(last).contains(u"记录于"), qPrintable(said(last)));
    QVERIFY(!said(0).contains(u"记录于")); // recorded as it happened
    const int plain = height(u"认领"_s);
    QVERIFY(height(u"对方是联通"_s) > plain);

    QVERIFY(!said(last).contains(u"已更正"));
    m_desk->commands()
        .addEntry({.incident = id, .text = u"对方是电信"_s, .corrects = wrong})
        .waitForFinished();
    // What was said stays, marked, with what holds beside it; the correction points back.
    QTRY_VERIFY(said(timeline->model()->rowCount() - 1).contains(u"已更正"));
    const QString corrected = said(timeline->model()->rowCount() - 1);
    QVERIFY2(corrected.contains(u"对方是联通") && corrected.contains(u"对方是电信"),
        qPrintable(corrected));
    QVERIFY2(said(0).contains(u"更正") && said(0).contains(u"对方是电信"), qPrintable(said(0)));
    QVERIFY(timeline->model()
                ->index(timeline->model()->rowCount() - 1, 0)
                .data(ui::TimelineTexts::StruckRole)
                .toBool());
    picture(u"timeline-zh"_s);
    m_desk->language().use(Language::Code::English);
    QTRY_VERIFY(said(timeline->model()->rowCount() - 1).contains(u"Corrected by"));
    QVERIFY(said(0).contains(u"Corrects the entry of"));
    picture(u"timeline-en"_s);
}

void TestIncidentsPage::aMarkLeadsToWhatWasNotSent()
{
    const QUuid marked = m_desk->open(u"上行丢包"_s, u"yellow"_s);
    const QUuid plain = m_desk->open(u"音频卡顿"_s, u"yellow"_s);
    QSignalSpy asked(&m_desk->page(), &ui::IncidentsPage::unsentAsked);
    const QString words = u"未送达：10:42 周敏已改"_s;
    m_desk->model().setUnsent({{marked, words}});
    QListView *view = cards(u"detection"_s);
    QTRY_COMPARE(view->model()->rowCount(), 2);
    QModelIndex card;
    for (int row = 0; row < 2; ++row) {
        const QModelIndex index = view->model()->index(row, 0);
        const bool is = index.data(IncidentsModel::IdRole).toUuid() == marked;
        QCOMPARE(index.data(Qt::AccessibleTextRole).toString().contains(words), is);
        if (is)
            card = index;
    }
    m_desk->page().show(marked);
    auto *button = m_desk->shown<QPushButton>(u"unsent"_s);
    QVERIFY(button);
    QCOMPARE(button->accessibleName(), words);
    picture(u"unsent-board"_s);
    // By the stripe, by Enter on the card, by the button beside the details.
    const QRect rect = view->visualRect(card);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, rect.topLeft() + QPoint(60, 58));
    QCOMPARE(asked.count(), 1);
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(asked.count(), 2);
    button->click();
    QCOMPARE(asked.count(), 3);
    QCOMPARE(asked.last().first().toUuid(), marked);
    // In the list too; what is not marked leads nowhere, nor does Enter in a field.
    m_desk->page().setView(1);
    auto *list = m_desk->shown<ui::IncidentList>(u"incidentList"_s);
    const auto title = list->currentIndex().siblingAtColumn(IncidentsModel::TitleColumn);
    QVERIFY(title.data(Qt::AccessibleTextRole).toString().contains(words));
    picture(u"unsent-list"_s);
    auto *entry = m_desk->shown<QLineEdit>(u"entry"_s);
    entry->setFocus();
    QTest::keyClicks(entry, u"x"_s);
    QTest::keyClick(entry, Qt::Key_Return);
    m_desk->page().show(plain);
    QVERIFY(!m_desk->shown<QPushButton>(u"unsent"_s));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(asked.count(), 3);
    // A full column has no room for the stripe: the mark is in the head.
    for (int i = 0; i < 8; ++i)
        m_desk->open(u"第 %1 件"_s.arg(i), u"blue"_s);
    m_desk->page().setView(0);
    m_desk->page().show(marked);
    picture(u"unsent-compact"_s);
    m_desk->model().setUnsent({});
    QVERIFY(!m_desk->shown<QPushButton>(u"unsent"_s));
    QVERIFY(!card.data(Qt::AccessibleTextRole).toString().contains(words));
}

void TestIncidentsPage::olderMonthsAreAskedForBelowTheClosedOnes()
{
    using State = ui::OlderMonths::State;
    m_desk->page().setView(2);
    auto *older = m_desk->shown<ui::OlderMonths>(u"olderMonths"_s);
    QVERIFY(older);
    QSignalSpy asked(&m_desk->page(), &ui::IncidentsPage::olderMonthsAsked);
    const auto told = [this] {
        return m_desk->shown<widgets::TextLabel>(u"olderWords"_s)->accessibleName();
    };
    const auto button = [this] { return m_desk->shown<QPushButton>(u"showOlder"_s); };
    QVERIFY(!button()); // a workspace of its own has all there is
    QVERIFY(told().contains(u"没有更早"));
    m_desk->page().setOlderMonths({State::More, u"2026-03"_s});
    QVERIFY2(told().contains(u"2026"), qPrintable(told()));
    picture(u"older-more"_s);
    button()->setFocus();
    QTest::keyClick(button(), Qt::Key_Space);
    QCOMPARE(asked.count(), 1);
    m_desk->page().setOlderMonths({State::Loading, u"2026-03"_s});
    QVERIFY2(told().contains(u"正在"), qPrintable(told()));
    QVERIFY(button()->hasFocus());
    button()->click(); // it is coming
    QCOMPARE(asked.count(), 1);
    m_desk->page().setOlderMonths({State::Offline});
    QVERIFY2(told().contains(u"连不上"), qPrintable(told()));
    picture(u"older-offline"_s);
    button()->click();
    QCOMPARE(asked.count(), 2);
    m_desk->language().use(words::Language::Code::English);
    QTRY_VERIFY(told().contains(u"cannot be reached"));
    QCOMPARE(button()->accessibleDescription(), told());
    m_desk->page().setOlderMonths({});
    QVERIFY(!button());
}

QTEST_MAIN(TestIncidentsPage)
#include "tst_incidentspage.moc"
