// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quality/sampleparser.h"
#include "tests/fuzz/readers/reader.h"

namespace watchroom::fuzz {

namespace {

bool same(double a, double b)
{
    return a == b || (a != a && b != b);
}

bool same(const quality::QueryAnswer &a, const quality::QueryAnswer &b)
{
    return std::ranges::equal(a.series, b.series, [](const auto &x, const auto &y) {
        return x.times == y.times
            && std::ranges::equal(
                x.values, y.values, [](double v, double w) { return same(v, w); });
    });
}

/// Answers of a Prometheus-compatible source.
class Samples final : public Reader
{
public:
    void read(const QByteArray &input) override
    {
        static_cast<void>(quality::parseAnswer(input));
        quality::QueryAnswer scanned;
        if (!quality::scanAnswer(input, scanned))
            return;
        const auto general = quality::parseAnswerGenerally(input);
        must(general && same(scanned, *general), "the single pass reads as the general reader");
    }
};

} // namespace

std::unique_ptr<Reader> makeSamples()
{
    return std::make_unique<Samples>();
}

} // namespace watchroom::fuzz
