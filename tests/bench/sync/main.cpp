// SPDX-License-Identifier: GPL-3.0-or-later
// Figures of sync, one subject a run, as lines "name value"; see sync.sh.
#include "tests/bench/sync/subjects.h"

#include <QCoreApplication>

#include <cstdio>
#include <functional>
#include <map>
#include <sys/resource.h>

using namespace watchroom;

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const auto number = [&](int at, int otherwise) {
        return argc > at ? std::atoi(argv[at]) : otherwise;
    };
    const std::map<std::string, std::function<void()>> subjects{
        {"latency", [&] { bench::measureLatency(number(2, 1), number(3, 60), number(4, 0)); }},
        {"fleet", [&] { bench::measureFleet(number(2, 200), number(3, 20), number(4, 60)); }},
        {"fill", [&] { bench::measureFilling(number(2, 100'000)); }},
        {"push", [&] { bench::measurePushing(number(2, 10'000), number(3, 20)); }},
        {"crowd", [&] { bench::measureCrowd(number(2, 60)); }},
        {"histories", [&] { bench::measureHistories(number(2, 200)); }},
        {"dead", bench::measureDeadLink}, {"frozen", bench::measureFrozenServer},
        {"failover", bench::measureFailover},
        {"naive", [&] { bench::measureNaive(number(2, 60), number(3, 60)); }}};
    const auto subject = subjects.find(argc > 1 ? argv[1] : "");
    if (subject == subjects.end()) {
        for (const auto &[name, measure] : subjects)
            std::fprintf(stderr, "%s\n", name.c_str());
        return 2;
    }
    // A station has about ten files.
    rlimit files{};
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
    subject->second();
    return 0;
}
