// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/ctl/arguments.h"

#include <algorithm>

namespace watchroom::ctl {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

auto usage(const QString &detail)
{
    return base::failure(Error::Kind::Invalid, detail, u"usage"_s, {{u"text"_s, detail}});
}

} // namespace

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
            return usage(u"unknown option --%1"_s.arg(name));
        if (spec->takes == Takes::Nothing) {
            if (equals >= 0)
                return usage(u"--%1 takes no value"_s.arg(name));
            parsed.m_values[name];
            continue;
        }
        if (equals < 0 && i + 1 >= words.size())
            return usage(u"--%1 needs a value"_s.arg(name));
        if (spec->takes == Takes::Value && parsed.m_values.contains(name))
            return usage(u"--%1 is given twice"_s.arg(name));
        parsed.m_values[name].append(equals < 0 ? words[++i] : word.mid(equals + 1));
    }
    if (parsed.m_positional.size() < least)
        return usage(u"a word is missing"_s);
    if (parsed.m_positional.size() > most)
        return usage(u"unexpected word: %1"_s.arg(parsed.m_positional[most]));
    return parsed;
}

QString Arguments::value(const QString &option) const
{
    const QStringList given = m_values.value(option);
    return given.isEmpty() ? QString() : given.last();
}

} // namespace watchroom::ctl
