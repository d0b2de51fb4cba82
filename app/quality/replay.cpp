// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quality/replay.h"

#include "app/base/instant.h"
#include "app/quality/metrics.h"
#include "app/quality/ruleengine.h"

#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <limits>

namespace watchroom::quality {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

tl::unexpected<Error> invalid(qsizetype line, const QString &problem)
{
    return base::failure(Error::Kind::Invalid, u"samples, line %1: %2"_s.arg(line).arg(problem),
        u"samples_invalid"_s, {{u"line"_s, line}, {u"problem"_s, problem}});
}

std::optional<qint64> readTime(const QString &text)
{
    bool number = false;
    const double seconds = text.toDouble(&number);
    if (number && std::abs(seconds) < 1e11)
        return std::llround(seconds * 1000.0);
    if (const auto instant = base::fromIso(text))
        return std::chrono::floor<std::chrono::milliseconds>(*instant).time_since_epoch().count();
    return {};
}

std::optional<double> readValue(const QString &text)
{
    if (text.isEmpty() || text.compare("nan"_L1, Qt::CaseInsensitive) == 0)
        return std::numeric_limits<double>::quiet_NaN();
    bool number = false;
    const double value = text.toDouble(&number);
    if (!number)
        return {};
    return value;
}

/// The fields of one line; quotes are for targets with a comma.
QStringList fields(const QString &line)
{
    QStringList found(1);
    bool quoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (c == u'"' && quoted && i + 1 < line.size() && line[i + 1] == u'"')
            found.last().append(line[++i]);
        else if (c == u'"')
            quoted = !quoted;
        else if (c == u',' && !quoted)
            found.append(QString());
        else
            found.last().append(c);
    }
    for (QString &field : found)
        field = field.trimmed();
    return found;
}

base::Result<Reading> readLine(const QString &line, qsizetype number)
{
    const QStringList parts = fields(line);
    if (parts.size() != 4 || parts[1].isEmpty())
        return invalid(number, u"fields"_s);
    const auto time = readTime(parts[0]);
    const auto value = readValue(parts[3]);
    if (!time)
        return invalid(number, u"time"_s);
    if (!findMetric(parts[2]))
        return invalid(number, u"metric"_s);
    if (!value)
        return invalid(number, u"value"_s);
    return Reading{parts[1], parts[2], *time, *value};
}

QString iso(qint64 ms)
{
    return base::toIso(base::Instant{std::chrono::milliseconds{ms}});
}

} // namespace

base::Result<std::vector<Reading>> readSamples(const QByteArray &csv)
{
    std::vector<Reading> samples;
    qsizetype number = 0;
    bool headed = false;
    for (const QByteArray &raw : csv.split('\n')) {
        ++number;
        QString line = QString::fromUtf8(raw).trimmed();
        if (number == 1 && line.startsWith(QChar::ByteOrderMark))
            line.remove(0, 1);
        if (line.isEmpty())
            continue;
        if (!headed) {
            if (fields(line) != QStringList{u"time"_s, u"target"_s, u"metric"_s, u"value"_s})
                return invalid(number, u"head"_s);
            headed = true;
            continue;
        }
        auto sample = readLine(line, number);
        if (!sample)
            return tl::unexpected(sample.error());
        samples.push_back(std::move(*sample));
    }
    if (!headed)
        return invalid(1, u"head"_s);
    std::ranges::stable_sort(samples, {}, &Reading::time);
    return samples;
}

QList<Episode> replay(const QList<domain::Rule> &rules, const std::vector<Reading> &samples)
{
    RuleEngine engine(rules, {}, 0);
    RuleEngine::Transitions transitions;
    for (const Reading &sample : samples)
        engine.observe(
            engine.series(sample.target, sample.metric), sample.time, sample.value, transitions);
    QList<Episode> episodes;
    QHash<std::pair<QString, QString>, qsizetype> open;
    for (const Transition &transition : transitions) {
        const std::pair key{transition.rule, transition.target};
        if (const auto running = open.constFind(key); running != open.constEnd()) {
            episodes[*running].to = transition.time;
            open.erase(running);
        }
        if (!transition.to)
            continue;
        open.insert(key, episodes.size());
        episodes.append({transition.rule, transition.target, *transition.to, transition.time});
    }
    return episodes;
}

QJsonArray toJson(const QList<Episode> &episodes)
{
    QJsonArray array;
    for (const Episode &episode : episodes) {
        array.append(QJsonObject{{u"rule"_s, episode.rule}, {u"target"_s, episode.target},
            {u"level"_s, codeOf(episode.level)}, {u"from"_s, iso(episode.from)},
            {u"to"_s, episode.to ? QJsonValue(iso(*episode.to)) : QJsonValue()}});
    }
    return array;
}

} // namespace watchroom::quality
