// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/fill.h"

#include "app/words/handovers.h"
#include "app/words/metrics.h"
#include "app/words/terms.h"
#include "app/words/times.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <array>

namespace watchroom::words {

using namespace Qt::StringLiterals;

namespace {

struct Usual
{
    QLatin1StringView name;
    Wording wording;
};

constexpr std::array kUsual{
    Usual{"owner"_L1, Wording::Person},
    Usual{"person"_L1, Wording::Person},
    Usual{"target"_L1, Wording::Target},
    Usual{"level"_L1, Wording::Level},
    Usual{"stage"_L1, Wording::Stage},
    Usual{"role"_L1, Wording::Role},
    Usual{"reason"_L1, Wording::Reason},
    Usual{"parties"_L1, Wording::Parties},
    Usual{"sites"_L1, Wording::Sites},
    Usual{"metric"_L1, Wording::Metric},
    Usual{"missing"_L1, Wording::Fields},
    Usual{"columns"_L1, Wording::Fields},
    Usual{"by"_L1, Wording::Person},
    Usual{"waited_s"_L1, Wording::Seconds},
    Usual{"due_at"_L1, Wording::DateTime},
    Usual{"replaces"_L1, Wording::Person},
    Usual{"outgoing"_L1, Wording::Person},
    Usual{"incoming"_L1, Wording::Person},
    Usual{"meaning"_L1, Wording::Meaning},
    Usual{"what"_L1, Wording::Field},
    Usual{"members"_L1, Wording::People},
    Usual{"position"_L1, Wording::Position},
    Usual{"other_position"_L1, Wording::Position},
    Usual{"begins_at"_L1, Wording::DateTime},
    Usual{"ends_at"_L1, Wording::DateTime},
    Usual{"other_begins_at"_L1, Wording::DateTime},
    Usual{"other_ends_at"_L1, Wording::DateTime},
};

QString plain(const QJsonValue &value)
{
    // Seven digits: more than any metric deserves, and no "6.800000000000001".
    return value.isDouble() ? QString::number(value.toDouble(), 'g', 7) : value.toString();
}

QString named(const std::function<QString(const QString &)> &naming, const QString &key)
{
    return naming ? naming(key) : key;
}

QString all(const QJsonValue &value, const std::function<QString(const QString &)> &one)
{
    QStringList words;
    const QJsonArray items = value.toArray();
    for (const QJsonValue &item : items)
        words.append(one(item.toString()));
    return list(words);
}

} // namespace

Wording usualWording(QStringView name)
{
    for (const Usual &usual : kUsual) {
        if (usual.name == name)
            return usual.wording;
    }
    return Wording::Plain;
}

QString wordParameter(Wording wording, const QJsonValue &value, const Names &names)
{
    if (value.isNull() || value.isUndefined())
        return {};
    const QString text = value.toString();
    switch (wording) {
    case Wording::Plain:
        break;
    case Wording::Person:
        return named(names.person, text);
    case Wording::Target:
        return text.isEmpty() ? QString() : named(names.target, text);
    case Wording::Level:
        return level(text);
    case Wording::Stage:
        return stage(text);
    case Wording::Group:
        return group(text);
    case Wording::Role:
        return role(text);
    case Wording::Reason:
        return reason(text);
    case Wording::Metric:
        return metric(text);
    case Wording::Parties:
        return all(value, [](const QString &code) { return party(code); });
    case Wording::Sites:
        if (value.toArray().isEmpty())
            return QCoreApplication::translate("entry", "no site affected");
        return all(value, [&names](const QString &key) { return named(names.target, key); });
    case Wording::Fields:
        return all(value, [](const QString &code) { return field(code); });
    case Wording::Seconds:
        return duration(base::Seconds{value.toInteger()});
    case Wording::WorkState:
        return workState(text);
    case Wording::Field:
        return field(text);
    case Wording::Meaning:
        return signedAs(text);
    case Wording::SignatureMeans:
        return signedHow(text);
    case Wording::Position:
        return names.position ? names.position(text) : position(text);
    case Wording::People:
        return all(value, [&names](const QString &login) { return named(names.person, login); });
    case Wording::DateTime:
        if (const auto at = base::fromIso(text))
            return dateTime(*at, QTimeZone::systemTimeZone());
        break;
    }
    return plain(value);
}

QString fill(const QString &pattern, const std::function<QString(QStringView name)> &value)
{
    QString text;
    qsizetype from = 0;
    for (;;) {
        const qsizetype open = pattern.indexOf(u'{', from);
        const qsizetype close = open < 0 ? -1 : pattern.indexOf(u'}', open);
        if (close < 0)
            return text.append(QStringView(pattern).mid(from));
        text += QStringView(pattern).mid(from, open - from);
        text += value(QStringView(pattern).mid(open + 1, close - open - 1));
        from = close + 1;
    }
}

} // namespace watchroom::words
