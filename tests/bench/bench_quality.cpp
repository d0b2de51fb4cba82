// SPDX-License-Identifier: GPL-3.0-or-later
// Medians of several runs, as a table: parsing a large range, one tick of the engine, one redraw's
// decimation. Not a test: nothing here fails.
#include "app/quality/ruleengine.h"
#include "app/quality/rulesfile.h"
#include "app/quality/sampleparser.h"
#include "app/quality/series.h"

#include <QElapsedTimer>
#include <QTextStream>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;
using namespace watchroom;
using namespace watchroom::quality;

namespace {

double medianMs(int runs, const std::function<void()> &work)
{
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
        QElapsedTimer timer;
        timer.start();
        work();
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::ranges::nth_element(times, times.begin() + runs / 2);
    return times[static_cast<std::size_t>(runs / 2)];
}

/// 50 series of 11,000 points, as a server writes them.
QByteArray largeAnswer()
{
    QByteArray body = "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[";
    for (int series = 0; series < 50; ++series) {
        body += series ? ",{" : "{";
        body += "\"metric\":{\"site\":\"site-" + QByteArray::number(series) + "\"},\"values\":[";
        for (int i = 0; i < 11'000; ++i) {
            const double value = 42.0 + (i * 7919 % 1000) * 0.0173 + series;
            body += (i ? ",[" : "[") + QByteArray::number(1'700'000'000 + 15 * i) + ",\""
                + QByteArray::number(value, 'g', 17) + "\"]";
        }
        body += "]}";
    }
    return body + "]}}";
}

void row(QTextStream &out, const QString &what, double ms, const QString &target)
{
    out << what.leftJustified(64) << QString::number(ms, 'f', 3).rightJustified(10) << " ms   "
        << target << '\n';
}

void benchParser(QTextStream &out)
{
    const QByteArray body = largeAnswer();
    QueryAnswer answer;
    row(out, u"parse 550,000 samples (%1 MB), scanner"_s.arg(body.size() / 1'000'000),
        medianMs(9, [&] { [[maybe_unused]] const bool read = scanAnswer(body, answer); }),
        u"<= 40"_s);
    row(out, u"the same by QJsonDocument with extraction"_s,
        medianMs(3, [&] { [[maybe_unused]] const auto read = parseAnswerGenerally(body); }),
        u"beside"_s);
}

void benchEngine(QTextStream &out)
{
    QList<domain::Rule> rules;
    for (int i = 0; i < 10; ++i) {
        rules.append(defaultRules(5).first());
        rules.last().name = u"rule %1"_s.arg(i);
    }
    RuleEngine engine(rules, u"p"_s, 5000);
    std::vector<RuleEngine::Handle> handles;
    for (int i = 0; i < 1000; ++i)
        handles.push_back(engine.series(u"site %1"_s.arg(i), u"rtt"_s));
    RuleEngine::Transitions out1;
    qint64 time = 1'700'000'000'000;
    const auto observe = [&] {
        time += 5000;
        for (std::size_t i = 0; i < handles.size(); ++i)
            engine.observe(handles[i], time,
                40.0 + static_cast<double>((i * 37 + static_cast<quint64>(time)) % 400), out1);
    };
    row(out, u"engine, 1,000 series x 10 rules: one tick's samples"_s, medianMs(401, observe),
        u"<= 1"_s);
    row(out, u"engine, the same: sweep for missing data"_s,
        medianMs(101,
            [&] {
                observe();
                engine.tick(time, out1);
            }),
        u"<= 1, with the samples"_s);
}

void benchSeries(QTextStream &out)
{
    Series series(std::size_t{1} << 24);
    for (qint64 i = 0; i < 10'000'000; ++i)
        series.append(1'700'000'000'000 + i * 1000, static_cast<float>((i * 7919) % 1000));
    const qint64 from = series.time(0);
    const qint64 to = series.time(series.size() - 1);
    row(out, u"columns of 1,900 px from 10 M samples"_s,
        medianMs(31, [&] { [[maybe_unused]] const auto columns = series.columns(from, to, 1900); }),
        u"<= 1"_s);
}

} // namespace

int main()
{
    QTextStream out(stdout);
    benchParser(out);
    benchEngine(out);
    benchSeries(out);
    return 0;
}
