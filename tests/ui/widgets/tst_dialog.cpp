// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/veildialog.h"

#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;
using namespace watchroom::style;
using namespace watchroom::widgets;

/// The veil of modal dialogs: what stays clear, where the keys go, what is behind stays alone.
class TestDialog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void topStripStaysClear();
    void focusStaysInside();
    void escapeRejectsAndGivesTheFocusBack();
    void clicksDoNotFallThrough();
    void followsItsWindow();

private:
    VeilDialog *open();

    Theme m_theme;
    std::unique_ptr<QWidget> m_window;
    QLineEdit *m_behind = nullptr; // child of the window
};

void TestDialog::initTestCase()
{
    m_theme.setTextSize(TextSize::Normal);
    m_theme.apply(*qobject_cast<QApplication *>(qApp));
}

void TestDialog::init()
{
    m_window = std::make_unique<QWidget>();
    m_window->resize(600, 400);
    m_behind = new QLineEdit(m_window.get());
    m_behind->setGeometry(10, 200, 200, 32);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_behind->setFocus();
}

VeilDialog *TestDialog::open()
{
    auto *dialog = new VeilDialog(m_theme, *m_window);
    auto *layout = new QVBoxLayout(&dialog->box());
    for (const QString &name : {u"first"_s, u"second"_s}) {
        auto *edit = new QLineEdit;
        edit->setObjectName(name);
        layout->addWidget(edit);
    }
    dialog->setHeading(u"New incident"_s);
    dialog->open();
    return dialog;
}

void TestDialog::topStripStaysClear()
{
    const auto *dialog = open();
    QCOMPARE(dialog->geometry(), QRect(0, 56, 600, 344));
    const QImage image = m_window->grab().toImage();
    QCOMPARE(image.pixelColor(300, 20), m_theme.tokens().bg);
    QVERIFY(image.pixelColor(300, 60) != m_theme.tokens().bg);
    QCOMPARE(dialog->accessibleName(), u"New incident"_s);
}

void TestDialog::focusStaysInside()
{
    open();
    const auto focused = [] { return QApplication::focusWidget()->objectName(); };
    QTRY_COMPARE(focused(), u"first"_s);
    for (const QString &name : {u"second"_s, u"first"_s, u"second"_s}) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(focused(), name);
    }
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
    QCOMPARE(focused(), u"first"_s);
}

void TestDialog::escapeRejectsAndGivesTheFocusBack()
{
    auto *dialog = open();
    QSignalSpy finished(dialog, &VeilDialog::finished);
    QSignalSpy gone(dialog, &QObject::destroyed);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(finished.count(), 1);
    QCOMPARE(finished.first().first().toBool(), false);
    QTRY_COMPARE(gone.count(), 1);
    QCOMPARE(QApplication::focusWidget(), m_behind);
}

void TestDialog::clicksDoNotFallThrough()
{
    auto *dialog = open();
    QTest::mouseClick(m_window->windowHandle(), Qt::LeftButton, {}, QPoint(40, 216));
    QVERIFY(
        dialog->isAncestorOf(QApplication::focusWidget()) || QApplication::focusWidget() == dialog);
    QVERIFY(!m_behind->hasFocus());
}

void TestDialog::followsItsWindow()
{
    const auto *dialog = open();
    m_window->resize(900, 700);
    QTRY_COMPARE(dialog->geometry(), QRect(0, 56, 900, 644));
}

QTEST_MAIN(TestDialog)
#include "tst_dialog.moc"
