// SPDX-License-Identifier: GPL-3.0-or-later
// Starts a program on the X display and tells after how many milliseconds its first window of some
// size is mapped and, after a while, how much memory is resident (MB):
//   bench_mapped NAME SETTLE_MS PROGRAM ARGUMENTS...
// Without a window manager, so that nothing stands between the program and the display.
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <xcb/xcb.h>

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kLeast = 300; // px: tooltips and helper windows are smaller

bool isLarge(xcb_connection_t *display, xcb_window_t window)
{
    auto *geometry = xcb_get_geometry_reply(display, xcb_get_geometry(display, window), nullptr);
    const bool large =
        geometry != nullptr && geometry->width >= kLeast && geometry->height >= kLeast;
    std::free(geometry);
    return large;
}

/// Blocks until a top-level window of some size is mapped.
void awaitWindow(xcb_connection_t *display)
{
    while (xcb_generic_event_t *event = xcb_wait_for_event(display)) {
        const bool mapped = (event->response_type & 0x7f) == XCB_MAP_NOTIFY;
        const xcb_window_t window =
            mapped ? reinterpret_cast<xcb_map_notify_event_t *>(event)->window : 0;
        std::free(event);
        if (mapped && isLarge(display, window))
            return;
    }
}

double residentMb(pid_t process)
{
    std::ifstream status("/proc/" + std::to_string(process) + "/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmRSS:"))
            return std::stod(line.substr(6)) / 1024;
    }
    return 0;
}

pid_t start(char **command)
{
    const auto now = std::chrono::nanoseconds(Clock::now().time_since_epoch()).count();
    setenv("WATCHROOM_BENCH_STARTED", std::to_string(now).c_str(), 1);
    const pid_t process = fork();
    if (process == 0) {
        execvp(command[0], command);
        _exit(127);
    }
    return process;
}

} // namespace

int main(int argc, char **argv)
{
    xcb_connection_t *display = xcb_connect(nullptr, nullptr);
    if (argc < 4 || xcb_connection_has_error(display) != 0)
        return 2;
    const auto *screen = xcb_setup_roots_iterator(xcb_get_setup(display)).data;
    const std::uint32_t mask = XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY;
    xcb_change_window_attributes(display, screen->root, XCB_CW_EVENT_MASK, &mask);
    xcb_flush(display);
    const auto before = Clock::now();
    const pid_t process = start(argv + 3);
    awaitWindow(display);
    const std::chrono::duration<double, std::milli> took = Clock::now() - before;
    std::printf("%s_mapped %.1f\n", argv[1], took.count());
    const int settle = std::atoi(argv[2]);
    if (settle > 0) {
        std::this_thread::sleep_for(std::chrono::milliseconds(settle));
        std::printf("%s_rss %.1f\n", argv[1], residentMb(process));
        kill(process, SIGTERM);
    }
    waitpid(process, nullptr, 0); // a program that times itself ends by itself
    xcb_disconnect(display);
    return 0;
}
