// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/errors.h"
#include "app/words/language.h"
#include "ui/shell/faultbanners.h"
#include "ui/style/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/bannerstack.h"

#include <QApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace watchroom;
using namespace Qt::StringLiterals;
using base::Error;
using base::Seconds;
using sync::SyncStatus;
using ui::FaultBanners;

/// The standing banners: when they come, what they say, when they go.
class TestFaultBanners : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void aBlipMovesNothing();
    void offlineSaysWhatWaits();
    void whatAPersonMustMendIsSaidAtOnce();
    void theStationsPasswordIsNotAPersons();
    void settingsAreOfferedWhereTheyHelp();
    void aClockThatIsOffIsSaid();
    void salvagedSaysWhereTheFileIs();
    void whatIsBrokenGoesBeforeWhatWasMended();
    void aRefusalIsClosedByHand();
    void longSentencesAreWhole();
    void followTheLanguage();

private:
    [[nodiscard]] widgets::Banner *banner(const QString &key) const
    {
        const auto all = m_stack->findChildren<widgets::Banner *>(u"banner-"_s + key);
        for (widgets::Banner *found : all) { // one that went is deleted a turn later
            if (found->isVisible())
                return found;
        }
        return nullptr;
    }
    [[nodiscard]] QString said(const QString &key) const
    {
        return banner(key) ? banner(key)->accessibleName() : QString();
    }

    style::Theme m_theme;
    words::Language m_language;
    base::Instant m_now{std::chrono::seconds(1'773'800'000)};
    std::unique_ptr<widgets::BannerStack> m_stack;
    std::unique_ptr<FaultBanners> m_faults;
};

void TestFaultBanners::initTestCase()
{
    m_theme.apply(*qobject_cast<QApplication *>(qApp));
}

void TestFaultBanners::init()
{
    m_language.use(words::Language::Code::Chinese);
    m_faults.reset();
    m_stack = std::make_unique<widgets::BannerStack>(m_theme);
    m_stack->resize(1376, 100);
    m_faults = std::make_unique<FaultBanners>(*m_stack);
}

void TestFaultBanners::aBlipMovesNothing()
{
    SyncStatus status;
    status.state = SyncStatus::State::Offline;
    status.since = m_now;
    m_faults->showServer(status, m_now + Seconds(2));
    QVERIFY(!banner(u"server"_s));
    m_faults->showServer(status, m_now + Seconds(3));
    QVERIFY(banner(u"server"_s));
    status.state = SyncStatus::State::Synced;
    m_faults->showServer(status, m_now + Seconds(4));
    QVERIFY(!banner(u"server"_s));
}

void TestFaultBanners::offlineSaysWhatWaits()
{
    SyncStatus status;
    status.state = SyncStatus::State::Offline;
    status.since = m_now;
    status.counts.pending = 3;
    status.lastError = Error{Error::Kind::Offline, {}, u"server_refused"_s,
        {{u"host"_s, u"db1"_s}, {u"port"_s, u"5432"_s}}};
    m_faults->showServer(status, m_now + Seconds(291));
    QVERIFY(said(u"server"_s).contains(u"db1"_s) && said(u"server"_s).contains(u"5432"_s));
    QVERIFY(said(u"server"_s).contains(u"3 条"_s));
    QVERIFY(banner(u"server"_s)->content().time.contains(u"04:51"_s));
}

void TestFaultBanners::whatAPersonMustMendIsSaidAtOnce()
{
    SyncStatus status;
    status.state = SyncStatus::State::NeedsAttention;
    status.since = m_now;
    status.lastError = Error{Error::Kind::Invalid, {}, u"schema_half"_s};
    m_faults->showServer(status, m_now);
    QVERIFY(said(u"server"_s).contains(words::errorSentence(*status.lastError)));
}

void TestFaultBanners::theStationsPasswordIsNotAPersons()
{
    SyncStatus status;
    status.state = SyncStatus::State::NeedsAttention;
    status.lastError = Error{Error::Kind::Denied, {}, u"password_wrong"_s};
    m_faults->showServer(status, m_now);
    QVERIFY(said(u"server"_s).contains(u"席位"_s));
}

void TestFaultBanners::settingsAreOfferedWhereTheyHelp()
{
    QSignalSpy asked(m_faults.get(), &FaultBanners::settingsAsked);
    SyncStatus status;
    status.state = SyncStatus::State::NeedsAttention;
    status.lastError = Error{Error::Kind::Denied, {}, u"certificate_untrusted"_s};
    m_faults->showServer(status, m_now);
    auto *button = banner(u"server"_s)->findChild<QPushButton *>(u"bannerSettings"_s);
    QVERIFY(button);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(asked.count(), 1);
    status.lastError = Error{Error::Kind::Invalid, {}, u"restamp_needed"_s};
    m_faults->showServer(status, m_now);
    QVERIFY(!banner(u"server"_s)->findChild<QPushButton *>(u"bannerSettings"_s));
}

void TestFaultBanners::aClockThatIsOffIsSaid()
{
    SyncStatus status;
    status.state = SyncStatus::State::Synced;
    status.clockOffset = std::chrono::seconds(29);
    m_faults->showServer(status, m_now);
    QVERIFY(said(u"clock"_s).isEmpty());
    status.clockOffset = std::chrono::seconds(-90);
    m_faults->showServer(status, m_now);
    QVERIFY2(said(u"clock"_s).contains(u"1:30"), qPrintable(said(u"clock"_s)));
    status.clockOffset = std::chrono::seconds(0);
    m_faults->showServer(status, m_now);
    QTRY_VERIFY(said(u"clock"_s).isEmpty());
}

void TestFaultBanners::salvagedSaysWhereTheFileIs()
{
    m_faults->showSalvaged({.setAside = u"/w/replica-damaged-1.sqlite"_s, .operations = 7}, false);
    QVERIFY(said(u"salvaged"_s).contains(u"/w/replica-damaged-1.sqlite"_s));
    QVERIFY(said(u"salvaged"_s).contains(u'7'));
    m_faults->showSalvaged({.setAside = u"/w/replica-damaged-1.sqlite"_s, .operations = 0}, true);
    QVERIFY(said(u"salvaged"_s).contains(u"唯一"_s));
}

void TestFaultBanners::whatIsBrokenGoesBeforeWhatWasMended()
{
    m_faults->showSalvaged({.setAside = u"/w/replica-damaged-1.sqlite"_s, .operations = 7}, false);
    m_faults->showSource({}, Error{Error::Kind::Invalid, {}, u"source_empty"_s});
    SyncStatus status;
    status.state = SyncStatus::State::NeedsAttention;
    status.lastError = Error{Error::Kind::Invalid, {}, u"schema_half"_s};
    m_faults->showServer(status, m_now);
    // Two are shown, the rest is counted.
    QVERIFY(banner(u"source"_s));
    QVERIFY(banner(u"server"_s));
    QVERIFY(!banner(u"salvaged"_s));
    QCOMPARE(m_stack->hiddenCount(), 1);
}

void TestFaultBanners::aRefusalIsClosedByHand()
{
    m_faults->tell({Error::Kind::Denied, {}, u"not_owner"_s});
    QVERIFY(banner(u"error"_s));
    QTest::mouseClick(
        banner(u"error"_s)->findChild<QPushButton *>(u"bannerClose"_s), Qt::LeftButton);
    QTRY_VERIFY(!banner(u"error"_s));
    m_faults->retranslate();
    QVERIFY(!banner(u"error"_s));
}

void TestFaultBanners::longSentencesAreWhole()
{
    m_stack->resize(700, 100);
    m_language.use(words::Language::Code::English);
    m_faults->tell({Error::Kind::Denied, {}, u"not_owner"_s});
    const int one = banner(u"error"_s)->sizeHint().height();
    m_faults->tell({Error::Kind::Corrupt, {}, u"damaged"_s});
    QTRY_VERIFY(banner(u"error"_s)->sizeHint().height() > one);
}

void TestFaultBanners::followTheLanguage()
{
    m_faults->showDiskFull(true);
    const QString chinese = said(u"disk"_s);
    m_language.use(words::Language::Code::English);
    m_faults->retranslate();
    QVERIFY(!said(u"disk"_s).isEmpty());
    QVERIFY(said(u"disk"_s) != chinese);
    m_faults->showDiskFull(false);
    QVERIFY(!banner(u"disk"_s));
}

QTEST_MAIN(TestFaultBanners)
#include "tst_faultbanners.moc"
