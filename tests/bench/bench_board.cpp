// SPDX-License-Identifier: GPL-3.0-or-later
// The board of a real workspace:
//   bench_board fill WORKSPACE OPEN CLOSED   makes one
//   bench_board start WORKSPACE              until the cards are painted and answer a key, from
//                                            WATCHROOM_BENCH_STARTED (steady clock, ns)
//   bench_board key WORKSPACE                from key press to the end of the board's paint
#include "app/programs/console/console.h"
#include "tests/bench/boardapplication.h"
#include "tests/bench/boardworkspace.h"
#include "tests/bench/figures.h"
#include "tests/bench/rununtil.h"
#include "ui/shell/mainwindow.h"

#include <QEventLoop>
#include <QListView>
#include <QTest>
#include <QTimer>
#include <QWindow>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace watchroom;
using bench::demand;

namespace {

constexpr int kKeys = 300;
constexpr int kPause = 30; // ms between keys: faster than anybody types for long

double steadyMs()
{
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return double(std::chrono::nanoseconds(now).count()) / 1e6;
}

/// The console on a workspace, its window shown, and when its board was last painted.
class Board
{
public:
    Board(bench::BoardApplication &application, const QString &workspace)
        : m_application(application)
    {
        auto core = programs::Core::open(workspace, false);
        demand(core.has_value(), u"opening the workspace"_s);
        m_console = std::make_unique<programs::Console>(application, std::move(*core));
        auto &window = m_console->window();
        application.watch(window, [this] { painted(); });
        window.resize(1440, 900);
        window.show();
        m_views = window.findChildren<QListView *>(u"cards"_s);
    }

    [[nodiscard]] int cards() const
    {
        int count = 0;
        for (const QListView *view : m_views)
            count += view->model()->rowCount();
        return count;
    }

    /// Steady clock, ms, when the cards were first on the screen.
    [[nodiscard]] double firstPaint()
    {
        demand(bench::runUntil([this] { return m_first > 0; }), u"the first board"_s);
        return m_first;
    }

    void focus()
    {
        auto &window = m_console->window();
        window.activateWindow();
        const auto fullest = std::ranges::max(
            m_views, {}, [](QListView *view) { return view->model()->rowCount(); });
        fullest->setFocus();
        fullest->setCurrentIndex(fullest->model()->index(0, 0));
        demand(bench::runUntil([&] { return m_application.focusWidget() == fullest; }),
            u"the keyboard focus"_s);
    }

    /// Milliseconds from the press to the end of the paint it causes.
    [[nodiscard]] double press(Qt::Key key)
    {
        m_last = 0;
        const double pressed = steadyMs();
        QTest::keyClick(m_console->window().windowHandle(), key);
        demand(bench::runUntil([this] { return m_last > 0; }), u"a repaint"_s);
        return m_last - pressed;
    }

    void pause(int milliseconds) const
    {
        QEventLoop loop;
        QTimer::singleShot(milliseconds, Qt::PreciseTimer, &loop, &QEventLoop::quit);
        loop.exec();
    }

private:
    void painted()
    {
        m_last = steadyMs();
        if (m_first <= 0 && m_console->core().incidents().isLoaded() && cards() > 0)
            m_first = m_last;
    }

    bench::BoardApplication &m_application;
    std::unique_ptr<programs::Console> m_console;
    QList<QListView *> m_views;
    double m_first = 0;
    double m_last = 0;
};

void timeStart(Board &board, double started)
{
    const double first = board.firstPaint();
    board.focus();
    const double answered = board.press(Qt::Key_Down);
    bench::tell(u"start_cards"_s, first - started);
    bench::tell(u"start_interactive"_s, steadyMs() - started);
    bench::tell(u"start_key"_s, answered);
}

void timeKeys(Board &board)
{
    demand(board.firstPaint() > 0, u"the first board"_s);
    board.pause(2'000);
    board.focus();
    QList<double> times;
    for (int i = 0; i < kKeys; ++i) {
        board.pause(kPause);
        times.append(board.press(i % 50 < 40 ? Qt::Key_Down : Qt::Key_Up));
    }
    bench::tell(u"key_p50"_s, bench::percentile(times, 0.5));
    bench::tell(u"key_p99"_s, bench::percentile(times, 0.99));
    bench::tell(u"key_cards"_s, board.cards());
}

} // namespace

int main(int argc, char **argv)
{
    const double started = qEnvironmentVariable("WATCHROOM_BENCH_STARTED").toDouble() / 1e6;
    bench::BoardApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    demand(arguments.size() >= 3, u"arguments"_s);
    if (arguments[1] == "fill"_L1) {
        demand(arguments.size() == 5, u"arguments"_s);
        const auto filled =
            bench::fillBoard(arguments[2], arguments[3].toInt(), arguments[4].toInt());
        demand(
            filled.has_value(), filled ? QString() : filled.error().code + filled.error().detail);
        return 0;
    }
    Board board(application, arguments[2]);
    if (arguments[1] == "start"_L1)
        timeStart(board, started);
    else
        timeKeys(board);
    return 0;
}
