// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/firstrules.h"

#include "app/quality/rulesfile.h"

namespace watchroom::programs {

namespace {
constexpr qint64 kScrapeInterval = 15; // seconds
}

QList<QJsonObject> firstRules()
{
    QList<QJsonObject> documents;
    for (const domain::Rule &rule : quality::defaultRules(kScrapeInterval))
        documents.append(domain::toJson(rule));
    return documents;
}

} // namespace watchroom::programs
