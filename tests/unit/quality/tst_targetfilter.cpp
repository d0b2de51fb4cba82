// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quality/simulator.h"
#include "app/quality/targetfiltermodel.h"
#include "app/quality/targetsmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace watchroom::quality;
using namespace Qt::StringLiterals;

/// Finding a target among those of the demo.
class TestTargetFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everythingWithoutWords();
    void wordsInBothLanguages_data();
    void wordsInBothLanguages();
    void aRegionBringsItsSites();
    void namesFollowTheLanguage();

private:
    [[nodiscard]] QStringList found() const;

    std::unique_ptr<TargetsModel> m_targets;
    std::unique_ptr<TargetFilterModel> m_filter;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestTargetFilter::init()
{
    m_targets = std::make_unique<TargetsModel>();
    m_filter = std::make_unique<TargetFilterModel>();
    m_filter->setSourceModel(m_targets.get());
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_filter.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_targets->setTargets(Simulator(1).targets());
}

void TestTargetFilter::cleanup()
{
    m_tester.reset();
    m_filter.reset();
    m_targets.reset();
}

QStringList TestTargetFilter::found() const
{
    QStringList keys;
    for (const QModelIndex &target : measuredTargets(*m_filter))
        keys.append(target.data(TargetsModel::KeyRole).toString());
    return keys;
}

void TestTargetFilter::everythingWithoutWords()
{
    m_filter->setWords(u"   "_s);
    QCOMPARE(found().size(), 13); // regions and the source hold, but are not measured
    QVERIFY(!found().contains(u"east"_s));
}

void TestTargetFilter::wordsInBothLanguages_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QStringList>("keys");
    // The egress a hit hangs on stays above it.
    const QStringList huashan{u"east-sh-ct"_s, u"huashan"_s};
    QTest::newRow("Chinese") << u"华山"_s << huashan;
    QTest::newRow("English, other case") << u"HUASHAN"_s << huashan;
    QTest::newRow("key") << u"county-07"_s << QStringList{u"sw-cd-cm"_s, u"county-07"_s};
    QTest::newRow("all words") << u"county 16"_s << QStringList{u"north-bj-cu"_s, u"county-16"_s};
    QTest::newRow("none") << u"上海 16"_s << QStringList{};
}

void TestTargetFilter::wordsInBothLanguages()
{
    QFETCH(QString, words);
    QFETCH(QStringList, keys);
    m_filter->setWords(words);
    QCOMPARE(found(), keys);
    m_filter->setWords({});
    QCOMPARE(found().size(), 13);
}

void TestTargetFilter::aRegionBringsItsSites()
{
    m_filter->setWords(u"华南"_s);
    QCOMPARE(found(), (QStringList{u"south-gz-cu"_s, u"guangzhou"_s}));
}

void TestTargetFilter::namesFollowTheLanguage()
{
    QCOMPARE(m_filter->indexOf(u"huashan"_s).data().toString(), u"华山院区"_s);
    m_filter->setEnglish(true);
    QCOMPARE(m_filter->indexOf(u"huashan"_s).data().toString(), u"Huashan campus"_s);
    // Also of one that the filter hides; of one that nobody knows it is the key.
    m_filter->setWords(u"guangzhou"_s);
    QVERIFY(!m_filter->indexOf(u"huashan"_s).isValid());
    QCOMPARE(m_filter->nameOf(u"huashan"_s), u"Huashan campus"_s);
    QCOMPARE(m_filter->nameOf(u"gone"_s), u"gone"_s);
}

QTEST_GUILESS_MAIN(TestTargetFilter)
#include "tst_targetfilter.moc"
