// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/language.h"
#include "ui/shell/topstrip.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace watchroom;
using namespace Qt::StringLiterals;
using ui::TopStrip;

/// What is always in sight: person, counts, source, sync, time.
class TestTopStrip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cellsSayTheirStateToAScreenReader();
    void abnormalIsDrawnInverse();
    void countsCarryTheirWordInBothLanguages();
    void demoIsMarked();
    void personIsAButton();

private:
    [[nodiscard]] QWidget *cell(const QString &name) const
    {
        return m_strip->findChild<QWidget *>(name);
    }

    style::Theme m_theme;
    words::Language m_language;
    std::unique_ptr<TopStrip> m_strip;
};

void TestTopStrip::initTestCase()
{
    m_theme.apply(*qobject_cast<QApplication *>(qApp));
}

void TestTopStrip::init()
{
    m_language.use(words::Language::Code::Chinese);
    m_strip = std::make_unique<TopStrip>(m_theme);
    m_strip->resize(1376, 60);
    m_strip->show();
}

void TestTopStrip::cellsSayTheirStateToAScreenReader()
{
    m_strip->setSource(u"数据源无应答"_s, u"最新 3 分前"_s, true);
    m_strip->setSync(u"cloud-off"_s, u"离线 04:51"_s, u"3 条待发送"_s, true);
    m_strip->setPerson(u"陈思远"_s, u"已锁定"_s, true);
    QCOMPARE(cell(u"sourceState"_s)->accessibleName(), u"数据源无应答"_s);
    QCOMPARE(cell(u"sourceState"_s)->accessibleDescription(), u"最新 3 分前"_s);
    QCOMPARE(cell(u"syncState"_s)->accessibleName(), u"离线 04:51"_s);
    QCOMPARE(cell(u"person"_s)->accessibleName(), u"陈思远"_s);
}

void TestTopStrip::abnormalIsDrawnInverse()
{
    const auto inverse = [&] {
        const QImage image = cell(u"syncState"_s)->grab().toImage();
        int pixels = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                pixels += image.pixelColor(x, y) == m_theme.tokens().inv ? 1 : 0;
        return pixels;
    };
    m_strip->setSync(u"cloud-check"_s, u"已同步"_s, u"7 个席位"_s, false);
    const int normal = inverse();
    m_strip->setSync(u"cloud-off"_s, u"离线"_s, u"7 个席位"_s, true);
    QTRY_VERIFY(inverse() > normal + 200);
}

void TestTopStrip::countsCarryTheirWordInBothLanguages()
{
    m_strip->setCounts({4, 6, 2}); // blue, yellow, red
    const auto names = [&] {
        QStringList all;
        for (const QWidget *child : m_strip->findChildren<QWidget *>())
            all.append(child->accessibleName());
        return all.join(u'|');
    };
    QVERIFY(names().contains(u"红色"_s) && names().contains(u'2'));
    QVERIFY(names().contains(u"黄色"_s) && names().contains(u'6'));
    m_language.use(words::Language::Code::English);
    QTRY_VERIFY(names().contains(u"Red"_s));
    QVERIFY(names().contains(u"Blue"_s));
}

void TestTopStrip::demoIsMarked()
{
    QVERIFY(!cell(u"demoMark"_s)->isVisible());
    m_strip->setDemo(true);
    QVERIFY(cell(u"demoMark"_s)->isVisible());
}

void TestTopStrip::personIsAButton()
{
    QSignalSpy pressed(m_strip.get(), &TopStrip::personPressed);
    m_strip->setPerson(u"陈思远"_s, {}, false);
    QTest::mouseClick(cell(u"person"_s), Qt::LeftButton);
    QCOMPARE(pressed.count(), 1);
    QTest::keyClick(cell(u"person"_s), Qt::Key_Return);
    QCOMPARE(pressed.count(), 2);
}

QTEST_MAIN(TestTopStrip)
#include "tst_topstrip.moc"
