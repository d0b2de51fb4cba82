// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/codes.h"
#include "app/words/entries.h"
#include "app/words/language.h"

#include <QJsonArray>
#include <QTest>

using namespace watchroom;
using namespace Qt::StringLiterals;

namespace {

const words::Names kNames{[](const QString &login) { return login == u"li"_s ? u"李泽"_s : login; },
    [](const QString &key) { return key == u"sh"_s ? u"上海电信"_s : key; }};

} // namespace

/// Log entries that guards wrote as code and parameters, read as sentences.
class TestEntries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsAnIncidentsWay();
    void saysWhoDidItOnlyOnce();
    void leavesOutWhatWasNotGiven();
    void hasASentenceForEveryCode_data();
    void hasASentenceForEveryCode();
    void takesBracesInValuesAsText();
    void showsACodeOfANewerProgram();

private:
    words::Language m_language;
};

void TestEntries::tellsAnIncidentsWay()
{
    m_language.use(words::Language::Code::Chinese);
    const auto say = [](QStringView code, const QJsonObject &params) {
        return words::entrySentence(code, params, kNames);
    };
    QCOMPARE(say(u"claimed", {{u"owner"_s, u"li"_s}}), u"李泽 认领"_s);
    QCOMPARE(say(u"stage_changed", {{u"from"_s, u"assessment"_s}, {u"to"_s, u"diagnosis"_s}}),
        u"进入「诊断定位」"_s);
    QCOMPARE(say(u"stage_changed",
                 {{u"from"_s, u"recovery"_s}, {u"to"_s, u"diagnosis"_s},
                     {u"reason"_s, u"wrong_diagnosis"_s}}),
        u"进入「诊断定位」（诊断有误）"_s);
    QCOMPARE(say(u"level_raised", {{u"from"_s, u"yellow"_s}, {u"to"_s, u"red"_s}}),
        u"上调级别：黄色 → 红色"_s);
    QCOMPARE(say(u"parties_told", {{u"parties"_s, QJsonArray{u"duty"_s, u"business"_s}}}),
        u"已通报：全体当班人员、业务方"_s);
    QCOMPARE(say(u"assessed", {{u"sites"_s, QJsonArray{u"sh"_s}}, {u"level"_s, u"red"_s}}),
        u"范围确认：上海电信；红色"_s);
    QCOMPARE(say(u"assessed", {{u"sites"_s, QJsonArray{}}, {u"level"_s, u"blue"_s}}),
        u"范围确认：无受影响会诊室；蓝色"_s);
    QCOMPARE(say(u"resumed", {{u"waited_s"_s, 720}}), u"第三方已回复，等待 12 分后继续"_s);
    QCOMPARE(say(u"alert_joined",
                 {{u"rule"_s, u"上行丢包"_s}, {u"target"_s, u"sh"_s}, {u"level"_s, u"red"_s},
                     {u"value"_s, 6.8}}),
        u"告警「上行丢包」（上海电信）：红色，测得 6.8"_s);
    m_language.use(words::Language::Code::English);
    QCOMPARE(say(u"taken_over", {{u"from"_s, u"wu"_s}, {u"to"_s, u"li"_s}}),
        u"李泽 took over from wu"_s);
}

void TestEntries::saysWhoDidItOnlyOnce()
{
    m_language.use(words::Language::Code::Chinese);
    const QJsonObject claimed{{u"owner"_s, u"li"_s}};
    QCOMPARE(words::entrySentence(u"claimed", claimed, kNames, u"li"), u"认领"_s);
    // A shift lead gave it to Li: who has it is the news.
    QCOMPARE(words::entrySentence(u"claimed", claimed, kNames, u"chen"), u"李泽 认领"_s);
    const QJsonObject handed{{u"from"_s, u"wu"_s}, {u"to"_s, u"li"_s}};
    QCOMPARE(words::entrySentence(u"handed_to", handed, kNames, u"wu"), u"转交给 李泽"_s);
    QCOMPARE(words::entrySentence(u"taken_over", handed, kNames, u"li"), u"从 wu 接替"_s);
    QCOMPARE(words::entrySentence(u"released", {{u"from"_s, u"wu"_s}}, kNames, u"wu"),
        u"放弃认领，现无人认领"_s);
}

void TestEntries::leavesOutWhatWasNotGiven()
{
    m_language.use(words::Language::Code::English);
    QCOMPARE(words::entrySentence(
                 u"group_changed", {{u"from"_s, QJsonValue::Null}, {u"to"_s, u"system"_s}}),
        u"Handed to the group System"_s);
    QCOMPARE(
        words::entrySentence(u"incident_closed", {{u"reason"_s, QJsonValue::Null}}), u"Closed"_s);
    QCOMPARE(
        words::entrySentence(u"incident_opened",
            {{u"label"_s, u"A3-7"_s}, {u"level"_s, u"red"_s}, {u"target"_s, QJsonValue::Null}}),
        u"Opened A3-7, Red"_s);
    QCOMPARE(words::entrySentence({}, {}), QString());
}

void TestEntries::hasASentenceForEveryCode_data()
{
    QTest::addColumn<QString>("code");
    for (const QLatin1StringView code : domain::codes::kGuardEntries)
        QTest::newRow(code.data()) << QString(code);
    for (const QLatin1StringView code : domain::codes::kHandoverTimers)
        QTest::newRow(code.data()) << QString(code);
}

void TestEntries::hasASentenceForEveryCode()
{
    QFETCH(QString, code);
    m_language.use(words::Language::Code::English);
    const QString english = words::entrySentence(code, {});
    QVERIFY(english != code);
    m_language.use(words::Language::Code::Chinese);
    const QString chinese = words::entrySentence(code, {});
    QVERIFY2(chinese != english, "no Chinese");
    QVERIFY(!chinese.contains(u'{'));
}

void TestEntries::takesBracesInValuesAsText()
{
    m_language.use(words::Language::Code::English);
    QCOMPARE(words::entrySentence(u"cause_stated", {{u"cause"_s, u"link {cause} %1 down"_s}}),
        u"Cause: link {cause} %1 down"_s);
}

void TestEntries::showsACodeOfANewerProgram()
{
    QCOMPARE(words::entrySentence(u"impact_line_opened", {}), u"impact_line_opened"_s);
}

QTEST_GUILESS_MAIN(TestEntries)
#include "tst_entries.moc"
