// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/ctl/arguments.h"

#include <QCoreApplication>

#include <algorithm>

namespace watchroom::ctl {

using namespace Qt::StringLiterals;
using base::Error;

base::Result<Arguments> Arguments::parse(
    const QStringList &words, const QList<OptionSpec> &options, qsizetype least, qsizetype most)
{
    Arguments parsed;
    bool onlyPositional = false;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words[i];
        if (onlyPositional || !word.startsWith("--"_L1)) {
            parsed.m_positional.append(word);
            continue;
        }
        if (word == "--"_L1) {
            onlyPositional = true;
            continue;
        }
        const qsizetype equals = word.indexOf(u'=');
        const QString name = word.mid(2, equals < 0 ? -1 : equals - 2);
        const auto spec = std::ranges::find(options, name, &OptionSpec::name);
        if (spec == options.end())
            return wrongUsage(QT_TRANSLATE_NOOP("ctl", "unknown option --%1"), name);
        if (spec->takes == Takes::Nothing) {
            if (equals >= 0)
                return wrongUsage(QT_TRANSLATE_NOOP("ctl", "--%1 takes no value"), name);
            parsed.m_values[name];
            continue;
        }
        if (equals < 0 && i + 1 >= words.size())
            return wrongUsage(QT_TRANSLATE_NOOP("ctl", "--%1 needs a value"), name);
        if (spec->takes == Takes::Value && parsed.m_values.contains(name))
            return wrongUsage(QT_TRANSLATE_NOOP("ctl", "--%1 is given twice"), name);
        parsed.m_values[name].append(equals < 0 ? words[++i] : word.mid(equals + 1));
    }
    if (parsed.m_positional.size() < least)
        return wrongUsage(QT_TRANSLATE_NOOP("ctl", "a word is missing"));
    if (parsed.m_positional.size() > most)
        return wrongUsage(
            QT_TRANSLATE_NOOP("ctl", "unexpected word: %1"), parsed.m_positional[most]);
    return parsed;
}

tl::unexpected<Error> wrongUsage(const char *text, const QString &word)
{
    const auto with = [&word](const QString &said) {
        return said.contains("%1"_L1) ? said.arg(word) : said;
    };
    return base::failure(Error::Kind::Invalid, with(QString::fromLatin1(text)), u"usage"_s,
        {{u"text"_s, with(QCoreApplication::translate("ctl", text))}});
}

base::Result<std::optional<base::Instant>> instantOf(
    const Arguments &arguments, const QString &option)
{
    if (!arguments.has(option))
        return std::nullopt;
    const auto given = base::fromIso(arguments.value(option));
    if (!given)
        return wrongUsage(
            QT_TRANSLATE_NOOP("ctl", "--%1 takes a time such as 2026-03-18T14:32:00+08:00"),
            option);
    return given;
}

base::Result<std::optional<QDate>> dateOf(const Arguments &arguments, const QString &option)
{
    if (!arguments.has(option))
        return std::nullopt;
    const QDate date = QDate::fromString(arguments.value(option), Qt::ISODate);
    if (!date.isValid())
        return wrongUsage(QT_TRANSLATE_NOOP("ctl", "--%1 takes a day such as 2026-03-18"), option);
    return date;
}

QString scopeOf(const Arguments &arguments)
{
    return arguments.value(u"scope"_s, u"desk"_s);
}

tl::unexpected<Error> missingOption(const QString &option)
{
    return wrongUsage(QT_TRANSLATE_NOOP("ctl", "--%1 is missing"), option);
}

QString Arguments::value(const QString &option, const QString &usual) const
{
    const QStringList given = m_values.value(option);
    return given.isEmpty() ? usual : given.last();
}

} // namespace watchroom::ctl
