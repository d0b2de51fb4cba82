// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/remote/answers.h"
#include "tests/fuzz/readers/reader.h"

#include "app/base/ids.h"

namespace watchroom::fuzz {

using namespace Qt::StringLiterals;

namespace {

/// What the server's functions answer: the first byte says which one, the rest is its answer.
class Answers final : public Reader
{
public:
    void read(const QByteArray &input) override
    {
        if (input.isEmpty())
            return;
        const QString text = QString::fromUtf8(input.mid(1));
        switch (input.front()) {
        case 'h':
            hello(text);
            break;
        case 'a':
            static_cast<void>(remote::readApplied(text));
            break;
        case 'p':
            static_cast<void>(remote::readPulled(text.split(u'\n')));
            break;
        case 'd':
            static_cast<void>(remote::readDigest(text));
            break;
        case 'l':
            list(text);
            break;
        case 'r':
            rows(text);
            break;
        default:
            beat(text);
            break;
        }
    }

private:
    static void hello(const QString &text)
    {
        using namespace std::chrono_literals;
        const auto hello = remote::readHello(text);
        if (!hello)
            return;
        must(hello->lastOp >= 0 && !hello->epoch.isEmpty(), "hello is whole");
        must(hello->pullInterval >= 20ms && hello->pullInterval <= 15s, "pull_interval is bounded");
    }

    static void list(const QString &text)
    {
        const auto list = remote::readList(text);
        for (auto it = list ? list->cbegin() : QHash<QUuid, QUuid>::const_iterator();
             list && it != list->cend(); ++it)
            must(!it.key().isNull() && !it.value().isNull(), "a list has ids");
    }

    static void rows(const QString &text)
    {
        const auto rows = remote::readRows(text);
        if (!rows)
            return;
        for (const domain::Row &row : *rows)
            must(base::toText(domain::uuid(row, "id"_L1)) == domain::text(row, "id"_L1),
                "an id is spelt as the replica spells it");
    }

    static void beat(const QString &text)
    {
        const auto beat = remote::readBeat(text);
        must(!beat || (beat->online.size() <= 1000 && beat->stationsOnline >= 0),
            "a beat is bounded");
    }
};

} // namespace

std::unique_ptr<Reader> makeAnswers()
{
    return std::make_unique<Answers>();
}

} // namespace watchroom::fuzz
