// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quality/sampleparser.h"

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace watchroom;
using namespace watchroom::quality;

namespace {

const QByteArray kMatrix =
    R"({"status":"success","data":{"resultType":"matrix","result":[)"
    "{\"metric\":{\"site\":\"华山院区\",\"le\":\"\\u003c1\\\"\\\\\"},"
    R"("values":[[1700000000,"1.5"],[1700000000.25,"-2e3"],[1700000001,"NaN"],[1700000002,"+Inf"],[1700000003,"-Inf"]]},)"
    R"({"metric":{},"values":[]}]},"warnings":["slow"],"infos":["rounded"]})";

} // namespace

class TestSampleParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAMatrix_data();
    void readsAMatrix();
    void readsAVector();
    void membersInAnyOrder();
    void emptyResult();
    void scalarByTheGeneralReader();
    void otherShapesAreLeftToTheGeneralReader_data();
    void otherShapesAreLeftToTheGeneralReader();
    void errors_data();
    void errors();
    void everyCutIsAnError();
};

void TestSampleParser::readsAMatrix_data()
{
    QTest::addColumn<bool>("general");
    QTest::newRow("single pass") << false;
    QTest::newRow("general") << true;
}

void TestSampleParser::readsAMatrix()
{
    QFETCH(bool, general);
    QueryAnswer answer;
    if (general) {
        auto read = parseAnswerGenerally(kMatrix);
        QVERIFY(read);
        answer = std::move(*read);
    } else {
        QVERIFY(scanAnswer(kMatrix, answer));
    }
    QCOMPARE(answer.series.size(), std::size_t{2});
    const LabeledSamples &series = answer.series.front();
    QCOMPARE(series.label(u"site"), u"华山院区"_s);
    QCOMPARE(series.label(u"le"), u"<1\"\\"_s);
    QCOMPARE(series.label(u"absent"), QString());
    QCOMPARE(series.times,
        (std::vector<qint64>{
            1700000000000, 1700000000250, 1700000001000, 1700000002000, 1700000003000}));
    QCOMPARE(series.values[0], 1.5);
    QCOMPARE(series.values[1], -2000.0);
    QVERIFY(std::isnan(series.values[2]));
    QVERIFY(std::isinf(series.values[3]) && series.values[3] > 0);
    QVERIFY(std::isinf(series.values[4]) && series.values[4] < 0);
    QVERIFY(answer.series.back().times.empty());
    QCOMPARE(answer.warnings, (QStringList{u"slow"_s, u"rounded"_s}));
}

void TestSampleParser::readsAVector()
{
    QueryAnswer answer;
    QVERIFY(scanAnswer(R"({"status":"success","data":{"resultType":"vector","result":[)"
                       R"({"metric":{"site":"a"},"value":[1700000000.123,"4.41"]}]}})",
        answer));
    QCOMPARE(answer.series.front().times.front(), 1700000000123);
    QCOMPARE(answer.series.front().values.front(), 4.41);
}

void TestSampleParser::membersInAnyOrder()
{
    QueryAnswer answer;
    QVERIFY(scanAnswer(
        " { \"data\" : { \"result\" : [ { \"values\" : [ [ 1 , \"2\" ] ] , \"metric\" : { } } ] ,"
        " \"stats\":{\"a\":[1,null,true,\"x\",{}]}, \"resultType\" : \"matrix\" } ,\n"
        " \"status\" : \"success\" } ",
        answer));
    QCOMPARE(answer.series.front().times.front(), 1000);
    QCOMPARE(answer.series.front().values.front(), 2.0);
}

void TestSampleParser::emptyResult()
{
    QueryAnswer answer;
    QVERIFY(
        scanAnswer(R"({"status":"success","data":{"resultType":"vector","result":[]}})", answer));
    QVERIFY(answer.series.empty());
}

void TestSampleParser::scalarByTheGeneralReader()
{
    const auto answer = parseAnswer(
        R"({"status":"success","data":{"resultType":"scalar","result":[1700000000,"7"]}})");
    QVERIFY(answer);
    QCOMPARE(answer->series.front().values.front(), 7.0);
}

void TestSampleParser::otherShapesAreLeftToTheGeneralReader_data()
{
    QTest::addColumn<QByteArray>("body");
    const auto around = [](const QByteArray &series) {
        return R"({"status":"success","data":{"resultType":"matrix","result":[)" + series + "]}}";
    };
    QTest::newRow("histogram") << around(
        R"({"metric":{"a":"b"},"histograms":[[1,{"count":"1","sum":"2"}]]})");
    QTest::newRow("unknown member") << around(R"({"metric":{},"values":[[1,"2"]],"exemplars":[]})");
}

void TestSampleParser::otherShapesAreLeftToTheGeneralReader()
{
    QFETCH(QByteArray, body);
    QueryAnswer answer;
    QVERIFY(!scanAnswer(body, answer));
    const auto read = parseAnswer(body);
    QVERIFY(read);
    QCOMPARE(read->series.size(), std::size_t{1});
}

void TestSampleParser::errors_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    const auto error = [](const QByteArray &type) {
        return R"({"status":"error","errorType":")" + type + R"(","error":"what"})";
    };
    QTest::newRow("html") << QByteArray("<!DOCTYPE html><html></html>")
                          << u"source_not_prometheus"_s;
    QTest::newRow("nothing") << QByteArray() << u"source_not_prometheus"_s;
    QTest::newRow("other json") << QByteArray(R"({"hello":1})") << u"source_not_prometheus"_s;
    QTest::newRow("list") << QByteArray("[1,2]") << u"source_not_prometheus"_s;
    QTest::newRow("bad sample") << QByteArray(
        R"({"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[1,"seven"]}]}})")
                                << u"source_not_prometheus"_s;
    QTest::newRow("half") << kMatrix.left(kMatrix.size() / 2) << u"source_truncated"_s;
    QTest::newRow("bad data") << error("bad_data") << u"source_bad_query"_s;
    QTest::newRow("execution") << error("execution") << u"source_query_failed"_s;
    QTest::newRow("timeout") << error("timeout") << u"source_timeout"_s;
    QTest::newRow("unavailable") << error("unavailable") << u"source_unavailable"_s;
}

void TestSampleParser::errors()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, code);
    const auto answer = parseAnswer(body);
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, code);
}

void TestSampleParser::everyCutIsAnError()
{
    for (qsizetype length = 0; length < kMatrix.size(); ++length)
        QVERIFY2(!parseAnswer(kMatrix.left(length)), qPrintable(QString::number(length)));
    QVERIFY(parseAnswer(kMatrix));
}

QTEST_GUILESS_MAIN(TestSampleParser)
#include "tst_sampleparser.moc"
