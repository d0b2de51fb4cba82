// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/attachment.h"
#include "app/domain/derivedids.h"
#include "app/domain/knowledgeguard.h"
#include "app/domain/limits.h"
#include "app/domain/values.h"

#include <QRegularExpression>

#include <algorithm>

namespace watchroom::domain {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLongestStepSeconds = 86'400;

bool isWhole(const QJsonValue &value, qint64 least, qint64 most)
{
    const double number = value.toDouble(-1);
    return value.isDouble() && number >= double(least) && number <= double(most)
        && number == double(qint64(number));
}

bool isStep(const QJsonObject &step)
{
    static const QRegularExpression id(QRegularExpression::anchoredPattern(u"s[1-9][0-9]{0,3}"_s));
    const QString said = text(step, "text"_L1);
    return id.match(text(step, "id"_L1)).hasMatch() && !isBlank(said)
        && isAtMost(said, limits::kStepCharacters) && isHash(text(step, "hash"_L1))
        && (!step.contains("critical"_L1) || step.value("critical"_L1).isBool())
        && (!step.contains("expect_s"_L1)
            || isWhole(step.value("expect_s"_L1), 1, kLongestStepSeconds));
}

} // namespace

Refusal wrongColumn(const QString &where)
{
    return refuse(u"doc_invalid"_s, {{u"where"_s, where}});
}

bool isAtMost(const QString &text, qsizetype characters)
{
    return characterCount(text) <= characters;
}

bool isWordList(const QJsonValue &value, qsizetype most)
{
    if (value.isNull() || value.isUndefined())
        return true;
    const QJsonArray words = value.toArray();
    return value.isArray() && words.size() <= most
        && std::ranges::all_of(words, [](const QJsonValue &word) {
               return !isBlank(word.toString()) && isAtMost(word.toString(), kWordCharacters);
           });
}

bool isNobodyOrActive(const Change &change, QLatin1StringView column)
{
    return change.isNull(column) || isActivePerson(change, text(change.row, column));
}

bool areSteps(const QJsonValue &steps)
{
    const QJsonArray all = steps.toArray();
    QSet<QString> ids;
    const bool fine = std::ranges::all_of(all, [&ids](const QJsonValue &value) {
        const QString id = text(value.toObject(), "id"_L1);
        const bool isNew = !ids.contains(id);
        ids.insert(id);
        return isNew && isStep(value.toObject());
    });
    return steps.isArray() && all.size() <= limits::kArticleSteps && fine;
}

Verdict checkProposal(const Change &change)
{
    const QJsonValue value = change.row.value("proposal"_L1);
    const QJsonObject proposal = value.toObject();
    const QString reason = text(proposal, "reason"_L1);
    const qint64 version = integer(*change.old, "version"_L1);
    if (!value.isObject())
        return wrongColumn(u"proposal"_s);
    if (!isHash(text(proposal, "hash"_L1)))
        return wrongColumn(u"proposal.hash"_s);
    if (!isWhole(proposal.value("size"_L1), 1, limits::kArticleBytes))
        return wrongColumn(u"proposal.size"_s);
    if (!areSteps(proposal.value("steps"_L1)))
        return wrongColumn(u"proposal.steps"_s);
    if (!areImages(proposal.value("images"_L1)))
        return wrongColumn(u"proposal.images"_s);
    if (!isAtMost(reason, limits::kStepCharacters))
        return wrongColumn(u"proposal.reason"_s);
    if (text(change.row, "kind"_L1) == "procedure"_L1
        && proposal.value("steps"_L1).toArray().isEmpty())
        return refuse(u"steps_missing"_s);
    if (!isWhole(proposal.value("base"_L1), 0, version)
        || proposal.value("base"_L1).toInteger() != version)
        return refuse(u"article_changed"_s, {{u"version"_s, version}});
    return version > 0 && isBlank(reason) ? refuse(u"reason_missing"_s) : Verdict();
}

std::optional<Row> versionOf(const Change &change, const QUuid &article, qint64 version)
{
    return change.facts.row(u"article_version", articleVersionId(article, version));
}

} // namespace watchroom::domain
