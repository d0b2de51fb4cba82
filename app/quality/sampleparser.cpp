// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quality/sampleparser.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>
#include <limits>

namespace watchroom::quality {

using namespace Qt::StringLiterals;
using base::Error;
using base::failure;

namespace {

constexpr double kLatestSeconds = 1e11;
constexpr int kShownMessage = 500; ///< a query's error can quote the whole query

tl::unexpected<Error> notPrometheus(const QString &detail)
{
    return failure(Error::Kind::Corrupt, detail, u"source_not_prometheus"_s);
}

/// A body that is no JSON: cut off, or never ours?
tl::unexpected<Error> unreadable(const QByteArray &body, const QJsonParseError &error)
{
    const bool ours = body.trimmed().startsWith("{\"status\"");
    if (ours)
        return failure(Error::Kind::Corrupt,
            u"the answer breaks off or is damaged at byte %1 of %2"_s.arg(error.offset)
                .arg(body.size()),
            u"source_truncated"_s);
    return notPrometheus(u"the answer is no JSON: %1"_s.arg(error.errorString()));
}

tl::unexpected<Error> refused(const QJsonObject &answer)
{
    const QString type = answer.value("errorType"_L1).toString();
    const QString message = answer.value("error"_L1).toString().left(kShownMessage);
    const QJsonObject params{{u"message"_s, message}};
    const QString detail = u"%1: %2"_s.arg(type, message);
    if (type == "bad_data"_L1)
        return failure(Error::Kind::Invalid, detail, u"source_bad_query"_s, params);
    if (type == "timeout"_L1 || type == "canceled"_L1)
        return failure(Error::Kind::Offline, detail, u"source_timeout"_s, params);
    if (type == "execution"_L1)
        return failure(Error::Kind::Internal, detail, u"source_query_failed"_s, params);
    return failure(Error::Kind::Offline, detail, u"source_unavailable"_s, params);
}

bool readSample(const QJsonArray &pair, LabeledSamples &series)
{
    const double seconds = pair.at(0).toDouble(std::numeric_limits<double>::quiet_NaN());
    if (pair.size() != 2 || !pair.at(1).isString() || !(std::abs(seconds) < kLatestSeconds))
        return false;
    const QString digits = pair.at(1).toString();
    double value = 0;
    if (digits == "NaN"_L1) {
        value = std::numeric_limits<double>::quiet_NaN();
    } else if (digits == "+Inf"_L1 || digits == "Inf"_L1 || digits == "-Inf"_L1) {
        value = std::numeric_limits<double>::infinity() * (digits.startsWith(u'-') ? -1 : 1);
    } else {
        bool read = false;
        value = digits.toDouble(&read);
        if (!read || !std::isfinite(value))
            return false;
    }
    series.times.push_back(std::llround(seconds * 1000.0));
    series.values.push_back(value);
    return true;
}

bool readSeries(const QJsonObject &json, LabeledSamples &series)
{
    const QJsonObject metric = json.value("metric"_L1).toObject();
    for (auto it = metric.begin(); it != metric.end(); ++it)
        series.labels.emplaceBack(it.key(), it.value().toString());
    if (json.contains("value"_L1))
        return readSample(json.value("value"_L1).toArray(), series);
    // A native histogram has "histogram(s)" instead: no value a line could show, so no sample.
    for (const QJsonValue &pair : json.value("values"_L1).toArray()) {
        if (!readSample(pair.toArray(), series))
            return false;
    }
    return true;
}

void readTexts(const QJsonValue &list, QStringList &texts)
{
    for (const QJsonValue &text : list.toArray())
        texts.append(text.toString());
}

} // namespace

QString LabeledSamples::label(QStringView name) const
{
    for (const auto &[key, content] : labels) {
        if (key == name)
            return content;
    }
    return {};
}

base::Result<QueryAnswer> parseAnswer(const QByteArray &body)
{
    QueryAnswer answer;
    if (scanAnswer(body, answer))
        return answer;
    return parseAnswerGenerally(body);
}

base::Result<QueryAnswer> parseAnswerGenerally(const QByteArray &body)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError)
        return unreadable(body, error);
    const QJsonObject json = document.object();
    const QString status = json.value("status"_L1).toString();
    if (status == "error"_L1)
        return refused(json);
    const QJsonObject data = json.value("data"_L1).toObject();
    const QString type = data.value("resultType"_L1).toString();
    if (status != "success"_L1 || !data.value("result"_L1).isArray())
        return notPrometheus(u"the answer is JSON, but not of a query"_s);

    QueryAnswer answer;
    readTexts(json.value("warnings"_L1), answer.warnings);
    readTexts(json.value("infos"_L1), answer.warnings);
    const QJsonArray result = data.value("result"_L1).toArray();
    if (type == "scalar"_L1) {
        if (!readSample(result, answer.series.emplace_back()))
            return notPrometheus(u"a scalar that is none"_s);
        return answer;
    }
    if (type != "vector"_L1 && type != "matrix"_L1)
        return notPrometheus(u"a result of type %1"_s.arg(type));
    for (const QJsonValue &item : result) {
        if (!readSeries(item.toObject(), answer.series.emplace_back()))
            return notPrometheus(u"a sample that is none"_s);
    }
    return answer;
}

} // namespace watchroom::quality
