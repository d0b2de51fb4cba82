// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/articles/step.h"

#include "app/domain/limits.h"

#include <QJsonObject>
#include <QSet>

#include <algorithm>

namespace watchroom::articles {

using namespace Qt::StringLiterals;
using base::Error;
namespace limits = domain::limits;

namespace {

constexpr qsizetype kHashCharacters = 64;

bool isHash(const QString &text)
{
    return text.size() == kHashCharacters && std::ranges::all_of(text, [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
    });
}

Step stepOf(const QJsonObject &json)
{
    return {json.value("id"_L1).toString(),
        json.value("text"_L1).toString().left(limits::kStepCharacters),
        json.value("hash"_L1).toString(), json.value("critical"_L1).toBool(),
        std::max(0, json.value("expect_s"_L1).toInt())};
}

} // namespace

QJsonArray stepsJson(const Steps &steps)
{
    QJsonArray all;
    for (const Step &step : steps) {
        QJsonObject json{
            {u"id"_s, step.id},
            {u"text"_s, step.text},
            {u"hash"_s, step.hash},
        };
        if (step.critical)
            json.insert("critical"_L1, true);
        if (step.expectSeconds > 0)
            json.insert("expect_s"_L1, step.expectSeconds);
        all.append(json);
    }
    return all;
}

base::Result<Steps> stepsFromJson(const QJsonArray &json)
{
    if (json.size() > limits::kArticleSteps)
        return base::failure(Error::Kind::Corrupt, u"steps: too many"_s);
    Steps steps;
    QSet<QString> ids;
    for (const auto &value : json) {
        const Step step = stepOf(value.toObject());
        if (step.id.isEmpty() || ids.contains(step.id) || !isHash(step.hash))
            return base::failure(Error::Kind::Corrupt, u"steps: number %1"_s.arg(steps.size() + 1));
        ids.insert(step.id);
        steps.append(step);
    }
    return steps;
}

} // namespace watchroom::articles
