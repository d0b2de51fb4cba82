// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"
#include "ui/style/theme.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace watchroom;
using namespace Qt::StringLiterals;
using ui::MainWindow;

/// The rail: how pages are chosen, and what is out of reach.
class TestNavigation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void mouseChooses();
    void screenReaderChooses();
    void pageOutOfReachGivesWay();

private:
    [[nodiscard]] QAbstractButton *button(const QString &name) const
    {
        return m_window->findChild<QAbstractButton *>(name);
    }

    style::Theme m_theme;
    std::unique_ptr<MainWindow> m_window;
};

void TestNavigation::initTestCase()
{
    m_theme.apply(*qobject_cast<QApplication *>(qApp));
}

void TestNavigation::init()
{
    m_window = std::make_unique<MainWindow>(m_theme);
    for (const QString &name : {u"first"_s, u"second"_s, u"third"_s})
        m_window->addPage(name, u"settings"_s, new QWidget, [name] { return name; });
    m_window->show();
}

void TestNavigation::mouseChooses()
{
    QSignalSpy shown(m_window.get(), &MainWindow::pageShown);
    QTest::mouseClick(button(u"second"_s), Qt::LeftButton);
    QCOMPARE(m_window->currentPage(), 1);
    QCOMPARE(shown.count(), 1);
    m_window->showPage(2);
    QVERIFY(button(u"third"_s)->isChecked());
    QCOMPARE(shown.count(), 2);
}

void TestNavigation::screenReaderChooses()
{
    QAccessibleInterface *rail = QAccessible::queryAccessibleInterface(button(u"second"_s));
    QVERIFY(rail && rail->actionInterface());
    const QStringList actions = rail->actionInterface()->actionNames();
    QVERIFY(!actions.isEmpty());
    rail->actionInterface()->doAction(actions.first());
    QTRY_COMPARE(m_window->currentPage(), 1);
}

void TestNavigation::pageOutOfReachGivesWay()
{
    m_window->showPage(2);
    m_window->setReachable(2, false);
    QCOMPARE(m_window->currentPage(), 0);
    QVERIFY(!button(u"third"_s)->isVisible());
    QVERIFY(button(u"first"_s)->isChecked());
    m_window->setReachable(2, true);
    QVERIFY(button(u"third"_s)->isVisible());
}

QTEST_MAIN(TestNavigation)
#include "tst_navigation.moc"
