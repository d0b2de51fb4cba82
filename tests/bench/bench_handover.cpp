// SPDX-License-Identifier: GPL-3.0-or-later
// The wizard of a handover with 200 open items: from one step to the next until it is painted, and
// in the same run a bare table of the same rows. Prints medians and the slowest.
#include "tests/bench/figures.h"
#include "tests/ui/handover/handoverdesk.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QStackedWidget>
#include <QTableWidget>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace watchroom;
using ui::HandoverStep;

namespace {

constexpr int kItems = 200;
constexpr int kRounds = 10;

double timeOf(const std::function<void()> &act, QWidget &window)
{
    QElapsedTimer timer;
    timer.start();
    act();
    window.grab(); // lays out and paints all of it
    return double(timer.nsecsElapsed()) / 1e6;
}

QList<double> bareTimes(const QList<handover::HandoverItem> &items)
{
    QStackedWidget stack;
    for (int page = 0; page < 2; ++page) {
        auto *table = new QTableWidget(int(items.size()), 7);
        for (int row = 0; row < items.size(); ++row) {
            for (int column = 0; column < 7; ++column)
                table->setItem(row, column, new QTableWidgetItem(items[row].facts.title));
        }
        stack.addWidget(table);
    }
    stack.resize(1376, 820);
    stack.show();
    QList<double> times;
    for (int i = 0; i < kRounds * 5; ++i)
        times.append(timeOf([&] { stack.setCurrentIndex(i % 2); }, stack));
    return times;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    test::HandoverDesk desk;
    for (int i = 0; i < kItems; ++i) {
        const QString level = QStringList{u"red"_s, u"yellow"_s, u"blue"_s, u"blue"_s}[i % 4];
        const QString title = u"事项 %1：备用出口切换申请"_s.arg(i);
        if (i % 4 == 3)
            desk.pending(title, level, u"li"_s, u"步骤 %1"_s.arg(i), 20 + i % 4);
        else
            desk.ticket(title, level, u"li"_s, u"步骤 %1"_s.arg(i), 20 + i % 4);
    }
    desk.open();
    bench::demand(
        QTest::qWaitFor([&desk] { return desk.state().items.size() == kItems; }), u"the items"_s);
    QList<double> times;
    for (int round = 0; round < kRounds; ++round) {
        for (const HandoverStep step : {HandoverStep::Tickets, HandoverStep::Pending,
                 HandoverStep::Systems, HandoverStep::ReadBack, HandoverStep::Signatures})
            times.append(timeOf([&] { desk.page().showStep(step); }, desk.window()));
    }
    const QList<double> bare = bareTimes(desk.state().items);
    bench::tell(u"handover_step_p50"_s, bench::percentile(times, 0.5));
    bench::tell(u"handover_step_slowest"_s, *std::ranges::max_element(times));
    bench::tell(u"handover_bare"_s, bench::percentile(bare, 0.5));
    return 0;
}
