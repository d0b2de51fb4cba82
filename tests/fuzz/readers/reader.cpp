// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/readers/reader.h"

#include <array>
#include <cstdio>
#include <cstdlib>

namespace watchroom::fuzz {

std::span<const Target> targets()
{
    static constexpr std::array kTargets{
        Target{"answers", makeAnswers},
        Target{"article", makeArticle},
        Target{"contacts", makeContacts},
        Target{"documents", makeDocuments},
        Target{"mapping", makeMapping},
        Target{"outbox", makeOutbox},
        Target{"outboxlog", makeOutboxLog},
        Target{"pulled", makePulled},
        Target{"results", makeResults},
        Target{"roster", makeRoster},
        Target{"samples", makeSamples},
        Target{"search", makeSearch},
        Target{"sheets", makeSheets},
        Target{"workspace", makeWorkspace},
    };
    return kTargets;
}

void must(bool kept, const char *promise)
{
    if (kept)
        return;
    std::fprintf(stderr, "broken promise: %s\n", promise);
    std::abort();
}

QByteArrayList lines(const QByteArray &input, qsizetype most)
{
    QByteArrayList all;
    qsizetype from = 0;
    while (all.size() + 1 < most) {
        const qsizetype end = input.indexOf('\n', from);
        if (end < 0)
            break;
        all.append(input.mid(from, end - from));
        from = end + 1;
    }
    all.append(input.mid(from));
    return all;
}

} // namespace watchroom::fuzz
