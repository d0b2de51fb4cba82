// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/ctl/command.h"
#include "app/programs/ctl/format.h"
#include "app/quality/replay.h"
#include "app/quality/rulesfile.h"
#include "app/words/errors.h"
#include "app/words/terms.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>

namespace watchroom::ctl {

using namespace Qt::StringLiterals;
using base::Error;
using base::Result;

namespace {

constexpr qint64 kLargestFile = 512 * 1024 * 1024;

Result<QByteArray> content(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kLargestFile)
        return base::failure(
            Error::Kind::NotFound, file.errorString(), u"file_unreadable"_s, {{u"file"_s, path}});
    return file.readAll();
}

Result<quality::CheckedRules> rulesOf(const QString &path)
{
    const auto file = content(path);
    if (!file)
        return tl::unexpected(file.error());
    return quality::readRules(*file);
}

Result<Outcome> check(Context &, const Arguments &arguments)
{
    const auto checked = rulesOf(arguments.positional()[0]);
    if (!checked)
        return tl::unexpected(checked.error());
    QJsonArray advice;
    QStringList lines{QCoreApplication::translate("ctl", "Rules: %1").arg(checked->rules.size())};
    for (const quality::RuleAdvice &hint : checked->advice) {
        advice.append(QJsonObject{{u"where"_s, hint.where}, {u"problem"_s, hint.problem}});
        lines.append(hint.where + u": "_s + words::codeSentence(hint.problem));
    }
    return Outcome{
        QJsonObject{{u"rules"_s, checked->rules.size()}, {u"advice"_s, advice}}, lines.join(u'\n')};
}

QString episodeLine(const QJsonValue &episode)
{
    const QString to = episode["to"_L1].isString()
        ? episode["to"_L1].toString()
        //: Of an alert in a replay: it had not ended when the samples did.
        : QCoreApplication::translate("ctl", "not over");
    return padded(episode["rule"_L1].toString(), 16) + padded(episode["target"_L1].toString(), 20)
        + padded(words::level(episode["level"_L1].toString()), 8) + episode["from"_L1].toString()
        + u"  "_s + to;
}

Result<Outcome> replay(Context &, const Arguments &arguments)
{
    for (const QString &option : {u"rules"_s, u"samples"_s}) {
        if (!arguments.has(option))
            return missingOption(option);
    }
    const auto rules = rulesOf(arguments.value(u"rules"_s));
    if (!rules)
        return tl::unexpected(rules.error());
    const auto file = content(arguments.value(u"samples"_s));
    if (!file)
        return tl::unexpected(file.error());
    const auto samples = quality::readSamples(*file);
    if (!samples)
        return tl::unexpected(samples.error());
    const QJsonArray json = quality::toJson(quality::replay(rules->rules, *samples));
    QStringList lines;
    for (const QJsonValue &episode : json)
        lines.append(episodeLine(episode));
    return Outcome{json, lines.join(u'\n')};
}

} // namespace

QList<Command> rulesCommands()
{
    return {
        {u"rules check"_s, u"FILE"_s, {}, 1, 1, check},
        {u"rules replay"_s, u"--rules FILE --samples FILE.csv"_s, {{u"rules"_s}, {u"samples"_s}}, 0,
            0, replay},
    };
}

} // namespace watchroom::ctl
