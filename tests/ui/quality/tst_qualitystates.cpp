// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/quality/qualitybench.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorstate.h"
#include "ui/widgets/textlabel.h"

#include <QAbstractButton>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QTreeView>

using namespace watchroom;
using namespace watchroom::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using fakes::Steering;
using words::Language;

namespace {

/// Counts how often a widget is painted.
class PaintCounter : public QObject
{
public:
    explicit PaintCounter(QWidget &widget) { widget.installEventFilter(this); }
    [[nodiscard]] int count() const { return m_count; }
    void reset() { m_count = 0; }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        m_count += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }

private:
    int m_count = 0;
};

} // namespace

/// What the page says when there is nothing to draw, and how it is drawn, named and read out.
class TestQualityStates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void withoutASource();
    void aMetricThatIsNotOffered();
    void silenceIsStaleAndNeverNormal();
    void aSourceThatFailsSaysWhatAndTriesAgain();
    void itComesBackByItself();
    void aTargetThatIsOnlyHeard();
    void redrawsAreFewAndNoneWhenHidden();
    void whileHiddenNothingIsAskedFor();
    void inChinese();
    void everythingHasAName();

private:
    std::unique_ptr<QualityBench> m_bench;
};

void TestQualityStates::init()
{
    m_bench = std::make_unique<QualityBench>();
}

void TestQualityStates::cleanup()
{
    m_bench.reset();
}

void TestQualityStates::withoutASource()
{
    QSignalSpy changed(&m_bench->service, &quality::QualityService::sourceChanged);
    m_bench->service.setSource({});
    QTRY_VERIFY(!changed.isEmpty());
    QTRY_COMPARE(m_bench->child<QWidget>(u"noTarget"_s)->accessibleName(), u"No source"_s);
    QVERIFY(m_bench->child<QWidget>(u"noTarget"_s)->isVisible());
    QCOMPARE(m_bench->child<QWidget>(u"noTargets"_s)->accessibleName(), u"No source"_s);
    QCOMPARE(m_bench->child<QWidget>(u"noTargets"_s)->accessibleDescription(),
        u"Choose one in Settings"_s);
}

void TestQualityStates::aMetricThatIsNotOffered()
{
    m_bench->start();
    QTRY_VERIFY(m_bench->cell(u"loss"_s).isChartShown());
    auto *unknown = m_bench->cell(u"mos"_s).findChild<widgets::EmptyState *>();
    QTRY_VERIFY(unknown->isVisible());
    QCOMPARE(unknown->accessibleName(), u"Not measured"_s);
    QCOMPARE(unknown->accessibleDescription(), u"This source has no such metric"_s);
    // The crosshair works all the same.
    QTest::keyClick(m_bench->page.get(), Qt::Key_Home);
    QCOMPARE(*m_bench->grid().crosshair().time(), m_bench->now() - 3'600'000);
}

void TestQualityStates::silenceIsStaleAndNeverNormal()
{
    m_bench->start();
    m_bench->pass();
    QTRY_VERIFY(m_bench->spoken(u"loss"_s).contains(u"Normal"_s));
    m_bench->steering->setMode(Steering::Mode::Silent);
    m_bench->pass(90s);
    // The newest value was a second old when it fell silent.
    QTRY_VERIFY2(m_bench->spoken(u"loss"_s).contains(u"1 min 31 s ago"_s),
        qPrintable(m_bench->spoken(u"loss"_s)));
    QVERIFY(!m_bench->spoken(u"loss"_s).contains(u"Normal"_s));
    // The tail is hatched from the last value to the window's end.
    const auto gaps = m_bench->chart(u"loss"_s).layer().gaps();
    QCOMPARE(gaps.size(), 1U);
    QCOMPARE(gaps.front().to, m_bench->chart(u"loss"_s).layer().boundingRect().right());
    QCOMPARE(m_bench->child<QWidget>(u"targetState"_s)->accessibleName(), u"No data"_s);
    QCOMPARE(
        m_bench->child<widgets::TextLabel>(u"targetSums"_s)->text(), u"3 target(s) · no data 3"_s);
    // And back.
    m_bench->steering->setMode(Steering::Mode::Answering);
    m_bench->pass();
    QTRY_VERIFY(m_bench->spoken(u"loss"_s).contains(u"Normal"_s));
    QVERIFY(!m_bench->spoken(u"loss"_s).contains(u"ago"_s));
    QCOMPARE(m_bench->chart(u"loss"_s).layer().gaps().size(), 1U); // what was missed stays missing
}

void TestQualityStates::aSourceThatFailsSaysWhatAndTriesAgain()
{
    m_bench->steering->setMode(Steering::Mode::Failing);
    m_bench->start();
    auto *failed = m_bench->child<widgets::ErrorState>(u"chartsFailed"_s);
    QTRY_VERIFY(failed->isVisible());
    QCOMPARE(failed->accessibleName(), u"The source cannot be read"_s);
    QVERIFY2(failed->accessibleDescription().contains(
                 u"Nothing answers at prometheus.example, port 9090"_s),
        qPrintable(failed->accessibleDescription()));
    const auto asked = m_bench->steering->requests().size();
    failed->findChild<QPushButton *>(u"retry"_s)->click();
    QTRY_COMPARE(m_bench->steering->requests().size(), asked + ChartGrid::metrics().size());
    QVERIFY(failed->isVisible());
}

void TestQualityStates::itComesBackByItself()
{
    m_bench->steering->setMode(Steering::Mode::Failing);
    m_bench->start();
    auto *failed = m_bench->child<widgets::ErrorState>(u"chartsFailed"_s);
    QTRY_VERIFY(failed->isVisible());
    m_bench->steering->setMode(Steering::Mode::Answering);
    m_bench->pass();
    QTRY_VERIFY(!failed->isVisible());
    QTRY_COMPARE(m_bench->chart(u"loss"_s).valueText(), u"1.0"_s);
}

void TestQualityStates::aTargetThatIsOnlyHeard()
{
    // Rows that know one of the three, and a source without a list of its own.
    class Nameless final : public quality::MetricSource
    {
    public:
        explicit Nameless(std::shared_ptr<Steering> steering)
            : m_source(std::move(steering))
        {
        }
        [[nodiscard]] QString key() const override { return u"nameless"_s; }
        [[nodiscard]] QList<quality::TargetInfo> targets() const override { return {}; }
        [[nodiscard]] QStringList metricCodes() const override { return m_source.metricCodes(); }
        [[nodiscard]] std::chrono::seconds step() const override { return m_source.step(); }
        [[nodiscard]] QFuture<base::Result<quality::Poll>> poll(qint64 at) override
        {
            return m_source.poll(at);
        }
        [[nodiscard]] QFuture<base::Result<quality::RangeData>> range(
            const quality::RangeRequest &request) override
        {
            return m_source.range(request);
        }

    private:
        fakes::SteeredSource m_source;
    };
    m_bench->page->setTargetRows({{u"site"_s, {}, u"site"_s, u"华山院区"_s, {}}});
    m_bench->setSource(
        [steering = m_bench->steering] { return std::make_unique<Nameless>(steering); });
    auto *tree = m_bench->child<QTreeView>(u"targetTree"_s);
    QCOMPARE(tree->model()->rowCount(), 3);
    QCOMPARE(tree->model()->index(0, 0).data().toString(), u"华山院区"_s);
    QVERIFY(m_bench->page->showTarget(u"elsewhere"_s));
    QTRY_VERIFY(m_bench->cell(u"loss"_s).isChartShown());
}

void TestQualityStates::redrawsAreFewAndNoneWhenHidden()
{
    m_bench->start();
    QTRY_VERIFY(m_bench->cell(u"loss"_s).isChartShown());
    m_bench->pass();
    PaintCounter painted(m_bench->chart(u"loss"_s));
    QElapsedTimer watch;
    watch.start();
    // Far more changes than can be seen.
    int told = 0;
    QTimer changes;
    connect(&changes, &QTimer::timeout, this, [this, &told] {
        m_bench->grid().setPeriods({});
        ++told;
    });
    changes.start(5ms);
    QTRY_VERIFY(told >= 100);
    changes.stop();
    // A redraw paints the view twice: with the header beside it, and what its scene has changed.
    const auto most = 2 * (watch.elapsed() / 250 + 2);
    QVERIFY2(painted.count() >= 1 && painted.count() <= most,
        qPrintable(u"%1 of at most %2"_s.arg(painted.count()).arg(most)));
    m_bench->page->hide();
    painted.reset();
    const qint64 drawn = m_bench->chart(u"loss"_s).data().to;
    m_bench->pass();
    m_bench->pass();
    QCOMPARE(painted.count(), 0);
    QCOMPARE(m_bench->chart(u"loss"_s).data().to, drawn);
    // Seen again, it is up to date.
    m_bench->page->show();
    QTRY_COMPARE(m_bench->chart(u"loss"_s).data().to, m_bench->now());
    QTRY_VERIFY(painted.count() > 0);
}

void TestQualityStates::whileHiddenNothingIsAskedFor()
{
    m_bench->page->hide();
    m_bench->start();
    m_bench->pass();
    QVERIFY(m_bench->steering->requests().isEmpty());
    m_bench->page->show();
    QTRY_COMPARE(m_bench->steering->requests().size(), ChartGrid::metrics().size());
}

void TestQualityStates::inChinese()
{
    Language language;
    m_bench->start();
    m_bench->pass();
    language.use(Language::Code::Chinese);
    QTRY_COMPARE(m_bench->chart(u"loss"_s).accessibleName(), u"丢包率"_s);
    QTRY_COMPARE(m_bench->spoken(u"loss"_s),
        u"正常，最新 1.0%，最低 0.5%，最高 1.0%，蓝色限值 1.0%，黄色限值 3.0%，红色限值 5.0%"_s);
    QCOMPARE(m_bench->child<widgets::TextLabel>(u"targetSums"_s)->text(), u"3 个对象"_s);
    QCOMPARE(m_bench->child<QPushButton>(u"live"_s)->text(), u"实时"_s);
    QCOMPARE(m_bench->child<QLineEdit>(u"targetFilter"_s)->accessibleName(), u"筛选监测对象"_s);
    language.use(Language::Code::English);
    m_bench->page->setEnglish(true);
    QCOMPARE(
        m_bench->child<widgets::TextLabel>(u"targetName"_s)->text(), u"Shanghai Telecom egress"_s);
    QTRY_COMPARE(m_bench->chart(u"loss"_s).accessibleName(), u"Packet loss"_s);
    QCOMPARE(m_bench->child<widgets::TextLabel>(u"targetSums"_s)->text(), u"3 targets"_s);
}

void TestQualityStates::everythingHasAName()
{
    m_bench->start();
    QTRY_VERIFY(m_bench->cell(u"audio_freeze"_s).isChartShown());
    const auto widgets = m_bench->page->findChildren<QWidget *>();
    int focusable = 0;
    for (const QWidget *widget : widgets) {
        if (!widget->isVisible() || widget->focusProxy() || !(widget->focusPolicy() & Qt::TabFocus))
            continue;
        ++focusable;
        const QString where = u"%1 (%2) in %3"_s.arg(
            QLatin1StringView(widget->metaObject()->className()), widget->objectName(),
            QLatin1StringView(widget->parent()->metaObject()->className()));
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        QVERIFY2(!widget->objectName().isEmpty(), qPrintable(where));
        QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
            qPrintable(where));
    }
    QVERIFY(focusable >= 8); // filter, tree, range, live, five charts at least
}

QTEST_MAIN(TestQualityStates)
#include "tst_qualitystates.moc"
