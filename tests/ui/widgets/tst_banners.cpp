// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/banner.h"
#include "ui/widgets/bannerstack.h"
#include "ui/widgets/textlabel.h"

#include <QApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace watchroom::style;
using namespace watchroom::widgets;

/// Two banners at most, the most urgent ones, the rest counted.
class TestBanners : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qobject_cast<QApplication *>(qApp)); }
    void emptyTakesNoRoom();
    void twoAreShownTheRestCounted();
    void redComesFirst();
    void anAnswerIsNeverHidden();
    void sameKeyIsOneBanner();
    void removedFromItsOwnButton();
    void saysAllOfIt();

private:
    static void notice(BannerStack &stack, const QString &key)
    {
        stack.banner(key).setContent({BannerKind::Notice, {}, u"cloud-off"_s, key, {}, {}, {}});
        stack.order();
    }

    Theme m_theme;
};

void TestBanners::emptyTakesNoRoom()
{
    BannerStack stack(m_theme);
    QVERIFY(!stack.isVisibleTo(nullptr));
    notice(stack, u"a"_s);
    QVERIFY(!stack.isHidden());
    stack.remove(u"a"_s);
    QVERIFY(stack.isHidden());
    QCOMPARE(stack.count(), 0);
}

void TestBanners::twoAreShownTheRestCounted()
{
    BannerStack stack(m_theme);
    for (const QString &key : {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s})
        notice(stack, key);
    QCOMPARE(stack.count(), 5);
    QCOMPARE(stack.hiddenCount(), 3);
    QCOMPARE(stack.shownKeys(), QList<QString>({u"a"_s, u"b"_s}));
    int visible = 0;
    for (const auto *banner : stack.findChildren<Banner *>())
        visible += banner->isHidden() ? 0 : 1;
    QCOMPARE(visible, 2);
    auto *more = stack.findChild<TextLabel *>(u"bannersMore"_s);
    QVERIFY(!more->isHidden());
    QVERIFY(more->text().contains(u'3'));
    stack.remove(u"a"_s);
    QCOMPARE(stack.shownKeys(), QList<QString>({u"b"_s, u"c"_s}));
    QCOMPARE(stack.hiddenCount(), 2);
}

void TestBanners::redComesFirst()
{
    BannerStack stack(m_theme);
    notice(stack, u"offline"_s);
    notice(stack, u"claimed"_s);
    stack.banner(u"sound"_s)
        .setContent({BannerKind::Blocking, {}, u"volume-off"_s, u"No sound"_s, {}, {}, {}});
    stack.banner(u"red"_s).setContent(
        {BannerKind::Level, Level::Red, {}, u"Red: act now"_s, {}, {}, {}});
    stack.order();
    QCOMPARE(stack.shownKeys(), QList<QString>({u"red"_s, u"sound"_s}));
    stack.remove(u"red"_s);
    QCOMPARE(stack.shownKeys(), QList<QString>({u"sound"_s, u"offline"_s}));
}

void TestBanners::anAnswerIsNeverHidden()
{
    BannerStack stack(m_theme);
    for (const QString &key : {u"one"_s, u"two"_s})
        stack.banner(key).setContent({BannerKind::Level, Level::Red, {}, key, {}, {}, {}});
    notice(stack, u"offline"_s);
    stack.banner(u"error"_s)
        .setContent({BannerKind::Notice, {}, u"alert-circle"_s, u"Not done"_s, {}, {}, {}, true});
    stack.order();
    QCOMPARE(stack.shownKeys(), QList<QString>({u"one"_s, u"error"_s}));
    stack.banner(u"sound"_s)
        .setContent({BannerKind::Blocking, {}, u"volume-off"_s, u"No sound"_s, {}, {}, {}});
    stack.order();
    QCOMPARE(stack.shownKeys(), QList<QString>({u"one"_s, u"error"_s}));
    stack.remove(u"error"_s);
    QCOMPARE(stack.shownKeys(), QList<QString>({u"one"_s, u"two"_s}));
}

void TestBanners::sameKeyIsOneBanner()
{
    BannerStack stack(m_theme);
    Banner &first = stack.banner(u"offline"_s);
    QCOMPARE(&stack.banner(u"offline"_s), &first);
    QVERIFY(stack.has(u"offline"_s));
    QVERIFY(!stack.has(u"red"_s));
    QCOMPARE(stack.count(), 1);
}

void TestBanners::removedFromItsOwnButton()
{
    BannerStack stack(m_theme);
    Banner &banner = stack.banner(u"red"_s);
    auto *claim = banner.addButton(u"claim"_s, u"Claim"_s, true);
    connect(claim, &QPushButton::clicked, &stack, [&] { stack.remove(u"red"_s); });
    QSignalSpy gone(&banner, &QObject::destroyed);
    claim->click();
    QCOMPARE(stack.count(), 0);
    QTRY_COMPARE(gone.count(), 1);
}

void TestBanners::saysAllOfIt()
{
    Banner banner(m_theme, u"red"_s);
    banner.setContent({BannerKind::Level, Level::Red, {}, u"Red: act now"_s,
        u"#1398 Hangzhou down"_s, u"Unclaimed"_s, u"01:14"_s});
    QCOMPARE(banner.accessibleName(), u"Red: act now, #1398 Hangzhou down, Unclaimed"_s);
    QCOMPARE(banner.objectName(), u"banner-red"_s);
    banner.resize(500, banner.sizeHint().height());
    const QImage image = banner.grab().toImage();
    QCOMPARE(image.pixelColor(250, 3), m_theme.tokens().level(Level::Red).tint);
    QCOMPARE(image.pixelColor(250, 0), m_theme.tokens().level(Level::Red).edge);
}

QTEST_MAIN(TestBanners)
#include "tst_banners.moc"
