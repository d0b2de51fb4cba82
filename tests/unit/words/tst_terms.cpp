// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/codes.h"
#include "app/words/handovers.h"
#include "app/words/language.h"
#include "app/words/metrics.h"
#include "app/words/terms.h"

#include <QTest>

#include <limits>

using namespace watchroom;
using namespace Qt::StringLiterals;

using Say = QString (*)(QStringView);

/// The words of the trade: those the team uses, in both languages, for every code there is.
class TestTerms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysLevelsAsTheTeamDoes();
    void namesTheNextStageOnItsButton();
    void hasAWordForEveryCode_data();
    void hasAWordForEveryCode();
    void keepsAnUnknownCodeReadable();
    void writesQuantities();

private:
    words::Language m_language;
};

void TestTerms::saysLevelsAsTheTeamDoes()
{
    m_language.use(words::Language::Code::Chinese);
    QCOMPARE(words::level(u"red"), u"红色"_s);
    QCOMPARE(words::levelLong(u"red"), u"红色预警·立即处置"_s);
    QCOMPARE(words::levelLong(u"yellow"), u"黄色预警·密切监控"_s);
    QCOMPARE(words::levelLong(u"blue"), u"蓝色预警·关注"_s);
    m_language.use(words::Language::Code::English);
    QCOMPARE(words::level(u"blue"), u"Blue"_s);
    QCOMPARE(words::levelLong(u"red"), u"Red: act now"_s);
    QCOMPARE(words::levelLong(u"yellow"), u"Yellow: watch closely"_s);
    QCOMPARE(words::levelLong(u"blue"), u"Blue: watch"_s);
}

void TestTerms::namesTheNextStageOnItsButton()
{
    m_language.use(words::Language::Code::Chinese);
    QCOMPARE(words::enterStage(u"diagnosis"), u"进入「诊断定位」"_s);
    QCOMPARE(words::enterStage(u"closed"), u"关闭事件"_s);
    m_language.use(words::Language::Code::English);
    QCOMPARE(words::enterStage(u"recovery"), u"Enter Recovery"_s);
}

void TestTerms::hasAWordForEveryCode_data()
{
    namespace codes = domain::codes;
    QTest::addColumn<Say>("say");
    QTest::addColumn<QString>("code");
    const auto add = [](const char *kind, Say say, const auto &list) {
        for (const QLatin1StringView code : list)
            QTest::addRow("%s %s", kind, code.data()) << say << QString(code);
    };
    add("group", words::group, codes::kGroups);
    add("right", words::right, codes::kRights);
    add("layer", words::layer, codes::kLayers);
    add("station", words::stationKind, codes::kStationKinds);
    add("target", words::targetKind, codes::kTargetKinds);
    add("state", words::state, codes::kAlertStates);
    add("role", words::role, codes::kRoles);
    add("person's entry", words::entryKind, codes::kPersonEntryKinds);
    add("station's entry", words::entryKind, codes::kStationEntryKinds);
    add("channel", words::channel, codes::kChannels);
    add("lowering", words::reason, codes::kLevelReasons);
    add("back", words::reason, codes::kBackReasons);
    add("skip", words::reason, codes::kSkipReasons);
    add("party", words::party, codes::kParties);
    add("slot", words::slot,
        std::array{"early"_L1, "day"_L1, "mid"_L1, "late"_L1, "night"_L1, "whole"_L1});
    add("check", words::checkResult, std::array{"ok"_L1, "failed"_L1, "unchecked"_L1});
    add("source", words::sourceState, std::array{"ok"_L1, "down"_L1, "no_data"_L1});
    add("signature", words::signedAs, std::array{"handed_over"_L1, "taken_over"_L1});
    add("signed", words::signedHow, std::array{"password"_L1, "offline"_L1, "paper"_L1});
}

void TestTerms::hasAWordForEveryCode()
{
    QFETCH(Say, say);
    QFETCH(QString, code);
    m_language.use(words::Language::Code::English);
    const QString english = say(code);
    QVERIFY2(english != code, "no word: the code itself would be shown");
    m_language.use(words::Language::Code::Chinese);
    const QString chinese = say(code);
    QVERIFY2(chinese != english, "no Chinese");
}

void TestTerms::keepsAnUnknownCodeReadable()
{
    QCOMPARE(words::reason(u"from_the_future"), u"from_the_future"_s);
}

void TestTerms::writesQuantities()
{
    m_language.use(words::Language::Code::Chinese);
    QCOMPARE(words::metric(u"loss"), u"丢包率"_s);
    QCOMPARE(words::quantity(6.83, 1, u"%"), u"6.8%"_s);
    QCOMPARE(words::quantity(91.4, 0, u"ms"), u"91 ms"_s);
    QCOMPARE(words::quantity(4.1, 2, {}), u"4.10"_s);
    QCOMPARE(words::quantity(std::numeric_limits<double>::quiet_NaN(), 1, u"%"), u"无数据"_s);
    m_language.use(words::Language::Code::English);
    QCOMPARE(words::quantity(6.83, 1, u"%"), u"6.8 %"_s);
    QCOMPARE(words::metric(u"rtt"), u"Round-trip time"_s);
}

QTEST_GUILESS_MAIN(TestTerms)
#include "tst_terms.moc"
