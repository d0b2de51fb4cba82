// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quality/mapping.h"

#include "app/domain/codes.h"
#include "app/quality/metrics.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

#include <cmath>

namespace watchroom::quality {

using namespace Qt::StringLiterals;
using base::Error;
using base::failure;

namespace {

constexpr qsizetype kLongestQuery = 4000;
constexpr qsizetype kLongestName = 200;
constexpr qsizetype kMostTargets = 20000;
constexpr int kLongestInterval = 3600;

tl::unexpected<Error> wrong(const QString &where, const QString &problem)
{
    return failure(Error::Kind::Invalid, u"mapping: %1: %2"_s.arg(where, problem),
        u"mapping_invalid"_s, {{u"where"_s, where}, {u"problem"_s, problem}});
}

const QRegularExpression &plainSelector()
{
    static const QRegularExpression pattern(
        uR"(^\s*[a-zA-Z_:][a-zA-Z0-9_:]*\s*(\{[^{}]*\})?\s*$)"_s);
    return pattern;
}

QString quoted(QString label)
{
    label.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s).replace(u'\n', u"\\n"_s);
    return u'"' + label + u'"';
}

/// The text of a member; `needed`: it must be there and not blank.
base::Result<QString> readText(const QJsonObject &json, QLatin1StringView name,
    const QString &where, bool needed, qsizetype longest = kLongestName)
{
    const QJsonValue value = json.value(name);
    const QString place = where.isEmpty() ? QString(name) : where + u'.' + name;
    if (value.isUndefined() || value.isNull()) {
        if (needed)
            return wrong(place, u"missing"_s);
        return QString();
    }
    if (!value.isString())
        return wrong(place, u"not_text"_s);
    const QString text = value.toString().trimmed();
    if (needed && text.isEmpty())
        return wrong(place, u"missing"_s);
    if (text.size() > longest)
        return wrong(place, u"too_long"_s);
    return text;
}

base::Result<QString> checkVariables(const QString &promql, const QString &where)
{
    static const QRegularExpression variable(uR"(\$([a-zA-Z_]*))"_s);
    auto found = variable.globalMatch(promql);
    while (found.hasNext()) {
        const QString name = found.next().captured(1);
        if (name != "label"_L1 && name != "rate"_L1)
            return wrong(where, u"unknown"_s);
    }
    return promql;
}

base::Result<MetricQuery> readMetric(const QString &code, const QJsonValue &value)
{
    const QString where = u"metrics."_s + code;
    if (!findMetric(code))
        return wrong(where, u"unknown"_s);
    if (!value.isObject())
        return wrong(where, u"not_object"_s);
    const QJsonObject json = value.toObject();
    MetricQuery query{.metric = code, .promql = {}};
    const auto promql = readText(json, "promql"_L1, where, true, kLongestQuery);
    const auto fresh = readText(json, "fresh"_L1, where, false, kLongestQuery);
    const auto definition = readText(json, "definition"_L1, where, false);
    for (const auto *text : {&promql, &fresh, &definition}) {
        if (!*text)
            return tl::unexpected(text->error());
    }
    if (const auto checked = checkVariables(*promql, where + u".promql"_s); !checked)
        return tl::unexpected(checked.error());
    query.promql = *promql;
    query.fresh = *fresh;
    query.definition = *definition;
    const QJsonValue scale = json.value("scale"_L1);
    if (!scale.isUndefined() && !scale.isDouble())
        return wrong(where + u".scale"_s, u"not_number"_s);
    query.scale = scale.toDouble(1);
    if (!std::isfinite(query.scale) || query.scale == 0)
        return wrong(where + u".scale"_s, u"out_of_range"_s);
    return query;
}

base::Result<> readTarget(const QJsonValue &value, const QString &where, Mapping &mapping)
{
    if (!value.isObject())
        return wrong(where, u"not_object"_s);
    const QJsonObject json = value.toObject();
    const auto key = readText(json, "key"_L1, where, true);
    const auto kind = readText(json, "kind"_L1, where, true);
    const auto parent = readText(json, "parent"_L1, where, false);
    const auto name = readText(json, "name"_L1, where, false);
    const auto nameEn = readText(json, "name_en"_L1, where, false);
    const auto label = readText(json, "label"_L1, where, false);
    for (const auto *text : {&key, &kind, &parent, &name, &nameEn, &label}) {
        if (!*text)
            return tl::unexpected(text->error());
    }
    if (!domain::codes::contains(domain::codes::kTargetKinds, *kind))
        return wrong(where + u".kind"_s, u"unknown"_s);
    mapping.targets.append({*key, *parent, *kind, name->isEmpty() ? *key : *name, *nameEn});
    if (!label->isEmpty())
        mapping.labels.insert(*key, *label);
    return {};
}

/// Keys are unique, parents exist, and nobody is their own ancestor.
base::Result<> checkTree(const QList<TargetInfo> &targets)
{
    QHash<QString, QString> parents;
    for (qsizetype i = 0; i < targets.size(); ++i) {
        if (parents.contains(targets[i].key))
            return wrong(u"targets[%1].key"_s.arg(i), u"duplicate"_s);
        parents.insert(targets[i].key, targets[i].parent);
    }
    for (qsizetype i = 0; i < targets.size(); ++i) {
        const QString where = u"targets[%1].parent"_s.arg(i);
        QString above = targets[i].parent;
        if (!above.isEmpty() && !parents.contains(above))
            return wrong(where, u"unknown"_s);
        for (int depth = 0; !above.isEmpty(); ++depth, above = parents.value(above)) {
            if (above == targets[i].key || depth > 16)
                return wrong(where, u"loop"_s);
        }
    }
    return {};
}

base::Result<> readTargets(const QJsonValue &list, Mapping &mapping)
{
    if (list.isUndefined())
        return {};
    if (!list.isArray())
        return wrong(u"targets"_s, u"not_object"_s);
    const QJsonArray targets = list.toArray();
    if (targets.size() > kMostTargets)
        return wrong(u"targets"_s, u"too_long"_s);
    for (qsizetype i = 0; i < targets.size(); ++i) {
        if (auto read = readTarget(targets.at(i), u"targets[%1]"_s.arg(i), mapping); !read)
            return read;
    }
    return checkTree(mapping.targets);
}

base::Result<> readHead(const QJsonObject &json, Mapping &mapping)
{
    const auto profile = readText(json, "profile"_L1, {}, true);
    const auto label = readText(json, "target_label"_L1, {}, true);
    for (const auto *text : {&profile, &label}) {
        if (!*text)
            return tl::unexpected(text->error());
    }
    static const QRegularExpression labelName(u"^[a-zA-Z_][a-zA-Z0-9_]*$"_s);
    if (!labelName.match(*label).hasMatch())
        return wrong(u"target_label"_s, u"out_of_range"_s);
    mapping.profile = *profile;
    mapping.targetLabel = *label;
    const QJsonValue interval = json.value("interval"_L1);
    if (!interval.isUndefined() && !interval.isDouble())
        return wrong(u"interval"_s, u"not_number"_s);
    const int seconds = interval.toInt(interval.isUndefined() ? 15 : 0);
    if (seconds < 1 || seconds > kLongestInterval)
        return wrong(u"interval"_s, u"out_of_range"_s);
    mapping.interval = std::chrono::seconds{seconds};
    return {};
}

} // namespace

QString Mapping::valueQuery(const MetricQuery &query) const
{
    QString promql = query.promql;
    promql.replace(u"$label"_s, targetLabel);
    // rate() needs four scrapes to survive a missed one.
    promql.replace(u"$rate"_s, u"%1s"_s.arg(4 * interval.count()));
    const Metric *metric = findMetric(query.metric);
    // A negative scale turns the order round.
    const bool lowest = (metric && metric->worse == Worse::Lower) != (query.scale < 0);
    return u"%1 by (%2) (%3)"_s.arg(lowest ? u"min"_s : u"max"_s, targetLabel, promql);
}

QString Mapping::freshQuery(const MetricQuery &query) const
{
    QString selector = query.fresh;
    if (selector.isEmpty() && plainSelector().match(query.promql).hasMatch())
        selector = query.promql;
    if (selector.isEmpty())
        return {};
    return u"max by (%1) (timestamp(%2))"_s.arg(targetLabel, selector);
}

QString Mapping::valueQueryOf(const MetricQuery &query, const QString &target) const
{
    return uR"(%1 and on (%2) label_replace(vector(1), "%2", %3, "", ""))"_s.arg(
        valueQuery(query), targetLabel, quoted(labelOf(target).replace(u'$', u"$$"_s)));
}

QString Mapping::labelOf(const QString &target) const
{
    return labels.value(target, target);
}

const MetricQuery *Mapping::query(QStringView metric) const
{
    for (const MetricQuery &query : metrics) {
        if (query.metric == metric)
            return &query;
    }
    return nullptr;
}

base::Result<Mapping> readMapping(const QJsonObject &json)
{
    Mapping mapping;
    if (const auto head = readHead(json, mapping); !head)
        return tl::unexpected(head.error());
    const auto fresh = readText(json, "fresh"_L1, {}, false, kLongestQuery);
    if (!fresh)
        return tl::unexpected(fresh.error());
    const QJsonValue metrics = json.value("metrics"_L1);
    if (metrics.isUndefined())
        return wrong(u"metrics"_s, u"missing"_s);
    if (!metrics.isObject())
        return wrong(u"metrics"_s, u"not_object"_s);
    const QJsonObject queries = metrics.toObject();
    if (queries.isEmpty())
        return wrong(u"metrics"_s, u"missing"_s);
    for (auto it = queries.begin(); it != queries.end(); ++it) {
        auto query = readMetric(it.key(), it.value());
        if (!query)
            return tl::unexpected(query.error());
        if (query->fresh.isEmpty())
            query->fresh = *fresh;
        mapping.metrics.append(*query);
    }
    if (const auto targets = readTargets(json.value("targets"_L1), mapping); !targets)
        return tl::unexpected(targets.error());
    return mapping;
}

base::Result<Mapping> readMapping(const QByteArray &file)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file, &error);
    if (!document.isObject()) {
        const qsizetype line = file.left(error.offset).count('\n') + 1;
        return wrong(u"line %1"_s.arg(line), u"not_json"_s);
    }
    return readMapping(document.object());
}

QStringList shippedProfiles()
{
    return {u"blackbox"_s, u"jvb"_s, u"livekit"_s};
}

base::Result<QJsonObject> shippedProfile(const QString &name)
{
    QFile file(u":/quality/%1.json"_s.arg(name));
    if (!shippedProfiles().contains(name) || !file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::NotFound, u"no such profile: "_s + name, u"profile_unknown"_s);
    return QJsonDocument::fromJson(file.readAll()).object();
}

} // namespace watchroom::quality
