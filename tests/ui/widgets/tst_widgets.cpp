// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chip.h"
#include "ui/widgets/errorstate.h"
#include "ui/widgets/levelcounter.h"
#include "ui/widgets/levelmark.h"
#include "ui/widgets/loadingstate.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/stepper.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/textpaint.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace watchroom::style;
using namespace watchroom::widgets;

namespace {

int pixelsOf(const QImage &image, const QColor &colour)
{
    int found = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            found += image.pixelColor(x, y) == colour ? 1 : 0;
    }
    return found;
}

} // namespace

/// The small widgets: what they draw, say to assistive technology, and do by keyboard.
class TestWidgets : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void separatorIsNarrow();
    void textIsCut();
    void cutTextIsInTheToolTip();
    void shareBarFills();
    void wordIsNeverLost();
    void counterSaysItsNumber();
    void stepperStates();
    void runningClockRepaintsOneStep();
    void segmentsByKeyboard();
    void segmentsByMouse();
    void searchIsEmptiedByEscape();
    void loadingWaits();
    void errorAsksToRetry();
    void themeChangesTheColours();

private:
    Theme m_theme;
};

void TestWidgets::initTestCase()
{
    m_theme.setTextSize(TextSize::Normal);
    m_theme.apply(*qobject_cast<QApplication *>(qApp));
}

void TestWidgets::separatorIsNarrow()
{
    const QFont font = m_theme.font(FontRole::Body);
    const double around = textWidth(font, u"甲"_s) + textWidth(font, u"乙"_s);
    QVERIFY(std::abs(textWidth(font, u"甲·乙"_s) - around - 0.6 * 13) < 0.01);
}

void TestWidgets::textIsCut()
{
    const QFont font = m_theme.font(FontRole::Body);
    const QString text = u"华东出口·上海电信 上行丢包"_s;
    QCOMPARE(elidedText(font, text, 1000), text);
    const QString cut = elidedText(font, text, 80);
    QVERIFY(cut.endsWith(u'…'));
    QVERIFY(cut.size() < text.size());
    QVERIFY(textWidth(font, cut) <= 80);
    // A surrogate pair is never split.
    const QString rare = u"𠮷𠮷𠮷𠮷𠮷𠮷"_s;
    const QString kept = elidedText(font, rare, 50);
    QVERIFY(!kept.chopped(1).back().isHighSurrogate());
}

void TestWidgets::cutTextIsInTheToolTip()
{
    TextLabel label(m_theme);
    label.setText(u"Uplink loss, two emergency calls freeze"_s);
    label.resize(60, 20);
    label.show();
    QTRY_COMPARE(label.toolTip(), label.text());
    label.resize(600, 20);
    QTRY_COMPARE(label.toolTip(), QString());
}

void TestWidgets::shareBarFills()
{
    const Tokens &t = m_theme.tokens();
    const auto used = [&](double share) {
        QImage image(100, 4, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paintShareBar(painter, QRectF(0, 0, 100, 4), share, t);
        painter.end();
        int count = 0;
        for (int x = 0; x < 100; ++x)
            count += image.pixelColor(x, 2) == t.t3 ? 1 : 0;
        return count;
    };
    QCOMPARE(used(0), 0);
    QVERIFY(std::abs(used(0.5) - 50) <= 2);
    // Overdue is full and never another colour.
    QVERIFY(used(1.7) >= 98);
}

void TestWidgets::wordIsNeverLost()
{
    LevelMark mark(m_theme);
    mark.setLevel(Level::Red, u"Red"_s, false);
    QCOMPARE(mark.accessibleName(), u"Red"_s);
    QCOMPARE(mark.toolTip(), u"Red"_s);
    mark.setShapeSize(8);
    QCOMPARE(mark.sizeHint().height(), 12);
    mark.resize(mark.sizeHint());
    QVERIFY(pixelsOf(mark.grab().toImage(), m_theme.tokens().level(Level::Red).shape) > 30);
    mark.setLevel(Level::Red, u"Red"_s);
    QVERIFY(mark.sizeHint().width() > 20);
    QCOMPARE(mark.toolTip(), QString());
}

void TestWidgets::counterSaysItsNumber()
{
    LevelCounter counter(m_theme, Level::Yellow);
    counter.setWord(u"Yellow"_s);
    const int narrow = counter.sizeHint().width();
    counter.setCount(1234);
    QCOMPARE(counter.accessibleName(), u"Yellow 1234"_s);
    QVERIFY(counter.sizeHint().width() > narrow);
}

void TestWidgets::stepperStates()
{
    Stepper stepper(m_theme);
    QList<Step> steps;
    for (const auto state :
        {StepState::Done, StepState::Done, StepState::Current, StepState::Next, StepState::Next})
        steps.append({u"Diagnosis"_s, u"Li Ze"_s, u"18:31"_s, u"/ 30:00"_s, state});
    stepper.setSteps(steps);
    stepper.resize(stepper.sizeHint());
    const QImage image = stepper.grab().toImage();
    const QColor accent = m_theme.tokens().acc;
    for (int i = 0; i < steps.size(); ++i) {
        const bool filled = pixelsOf(image.copy(stepper.circleRect(i).toRect()), accent) > 100;
        QCOMPARE(filled, steps.at(i).state == StepState::Current);
    }
    // The tick and the number are different drawings of one ring.
    QVERIFY(
        image.copy(stepper.circleRect(1).toRect()) != image.copy(stepper.circleRect(3).toRect()));
    QVERIFY(stepper.accessibleDescription().contains(u'3'));
    QVERIFY(stepper.accessibleDescription().contains(u"Li Ze"));
}

void TestWidgets::runningClockRepaintsOneStep()
{
    Stepper stepper(m_theme);
    stepper.setSteps({{u"A"_s, {}, u"00:42"_s, {}, StepState::Done},
        {u"B"_s, {}, u"18:31"_s, {}, StepState::Current}});
    stepper.setCurrentTime(u"18:30"_s);
    QCOMPARE(stepper.steps().at(0).time, u"00:42"_s);
    QCOMPARE(stepper.steps().at(1).time, u"18:30"_s);
}

void TestWidgets::segmentsByKeyboard()
{
    SegmentedControl control(m_theme);
    control.setItems({u"Board"_s, u"List"_s, u"Alerts"_s});
    QSignalSpy changed(&control, &SegmentedControl::currentChanged);
    QTest::keyClick(&control, Qt::Key_Left);
    QCOMPARE(changed.count(), 0);
    QTest::keyClick(&control, Qt::Key_Right);
    QCOMPARE(control.current(), 1);
    QTest::keyClick(&control, Qt::Key_End);
    QCOMPARE(control.current(), 2);
    QTest::keyClick(&control, Qt::Key_Right);
    QCOMPARE(control.current(), 2);
    QTest::keyClick(&control, Qt::Key_Home);
    QCOMPARE(control.current(), 0);
    QCOMPARE(changed.count(), 3);
    QCOMPARE(control.accessibleDescription(), u"Board"_s);
    // A shorter list keeps a choice that exists.
    control.setCurrent(2);
    control.setItems({u"Board"_s});
    QCOMPARE(control.current(), 0);
}

void TestWidgets::segmentsByMouse()
{
    SegmentedControl control(m_theme);
    control.setItems({u"Board"_s, u"List"_s});
    control.resize(control.sizeHint());
    QTest::mouseClick(&control, Qt::LeftButton, {}, control.segmentRect(1).center());
    QCOMPARE(control.current(), 1);
}

void TestWidgets::searchIsEmptiedByEscape()
{
    SearchField field(m_theme);
    field.setPrompt(u"Search"_s);
    field.setShortcutHint(u"Ctrl K"_s);
    QCOMPARE(field.accessibleName(), u"Search"_s);
    const int withCap = field.textMargins().right();
    QVERIFY(withCap > 0);
    QTest::keyClicks(&field, u"loss"_s);
    QCOMPARE(field.textMargins().right(), 0);
    QTest::keyClick(&field, Qt::Key_Escape);
    QCOMPARE(field.text(), QString());
    QCOMPARE(field.textMargins().right(), withCap);
}

void TestWidgets::loadingWaits()
{
    LoadingState loading(m_theme);
    loading.setProgress(2, 6);
    loading.show();
    QVERIFY(!loading.barsShown());
    QTRY_VERIFY_WITH_TIMEOUT(loading.barsShown(), 2000);
    QTRY_VERIFY(loading.accessibleName().contains(u"2 / 6"));
}

void TestWidgets::errorAsksToRetry()
{
    ErrorState error(m_theme);
    error.setError(u"Not read"_s, u"The database did not answer"_s);
    QSignalSpy retry(&error, &ErrorState::retryRequested);
    error.findChild<QPushButton *>(u"retry"_s)->click();
    QCOMPARE(retry.count(), 1);
    QCOMPARE(error.accessibleName(), u"Not read"_s);
}

void TestWidgets::themeChangesTheColours()
{
    Chip chip(m_theme, ChipKind::Inverse);
    chip.setText(u"Offline"_s);
    chip.resize(chip.sizeHint());
    QVERIFY(pixelsOf(chip.grab().toImage(), tokensOf(ThemeKind::Dark).inv) > 100);
    m_theme.setKind(ThemeKind::Light);
    QVERIFY(pixelsOf(chip.grab().toImage(), tokensOf(ThemeKind::Light).inv) > 100);
    const int width = chip.sizeHint().width();
    m_theme.setTextSize(TextSize::Larger);
    QVERIFY(chip.sizeHint().width() > width);
    m_theme.setTextSize(TextSize::Normal);
    m_theme.setKind(ThemeKind::Dark);
}

QTEST_MAIN(TestWidgets)
#include "tst_widgets.moc"
