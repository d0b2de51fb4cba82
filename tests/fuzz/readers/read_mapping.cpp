// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quality/mapping.h"
#include "tests/fuzz/readers/reader.h"

namespace watchroom::fuzz {

namespace {

/// Mapping files of a source, and the questions made from them.
class MappingFile final : public Reader
{
public:
    void read(const QByteArray &input) override
    {
        const auto mapping = quality::readMapping(input);
        if (!mapping)
            return;
        must(mapping->interval.count() >= 1 && mapping->interval.count() <= 3600,
            "the interval is bounded");
        must(mapping->targets.size() <= 20'000, "targets are bounded");
        for (const quality::MetricQuery &query : mapping->metrics) {
            must(!mapping->valueQuery(query).isEmpty(), "there is something to ask");
            static_cast<void>(mapping->freshQuery(query));
            for (const quality::TargetInfo &target : mapping->targets.first(
                     std::min<qsizetype>(mapping->targets.size(), 3)))
                static_cast<void>(mapping->valueQueryOf(query, target.key));
        }
    }
};

} // namespace

std::unique_ptr<Reader> makeMapping()
{
    return std::make_unique<MappingFile>();
}

} // namespace watchroom::fuzz
