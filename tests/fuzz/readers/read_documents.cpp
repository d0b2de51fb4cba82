// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/policy.h"
#include "app/domain/row.h"
#include "app/domain/rule.h"
#include "app/quality/rulesfile.h"
#include "tests/fuzz/readers/reader.h"

#include <QJsonDocument>

namespace watchroom::fuzz {

namespace {

/// Documents of rows that others wrote (policies, rules) and the file of rules.
class Documents final : public Reader
{
public:
    void read(const QByteArray &input) override
    {
        static_cast<void>(quality::readRules(input));
        static_cast<void>(domain::parseRules(input));
        const QJsonDocument document = QJsonDocument::fromJson(input);
        if (!document.isObject())
            return;
        static_cast<void>(domain::parsePolicy(document.object()));
        static_cast<void>(domain::parseRule(document.object()));
        // What enters a hash is the same however often it was written and read.
        const QByteArray canonical = domain::canonicalJson(document.object());
        const QJsonDocument again = QJsonDocument::fromJson(canonical);
        must(!again.isObject() || domain::canonicalJson(again.object()) == canonical,
            "canonical JSON is a fixed point");
    }
};

} // namespace

std::unique_ptr<Reader> makeDocuments()
{
    return std::make_unique<Documents>();
}

} // namespace watchroom::fuzz
