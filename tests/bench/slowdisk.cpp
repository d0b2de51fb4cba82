// SPDX-License-Identifier: GPL-3.0-or-later
// Preloaded: every fsync and fdatasync takes WATCHROOM_FSYNC_MS longer, as on a slow disk.
#include <chrono>
#include <cstdlib>
#include <dlfcn.h>
#include <thread>

namespace {

int flush(const char *name, int file)
{
    const char *delay = std::getenv("WATCHROOM_FSYNC_MS");
    std::this_thread::sleep_for(std::chrono::milliseconds(delay ? std::atoi(delay) : 0));
    using Flush = int (*)(int);
    return reinterpret_cast<Flush>(dlsym(RTLD_NEXT, name))(file);
}

} // namespace

extern "C" int fsync(int file)
{
    return flush("fsync", file);
}

extern "C" int fdatasync(int file)
{
    return flush("fdatasync", file);
}
