// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/contacts/cardlines.h"

#include <algorithm>
#include <optional>

namespace watchroom::contacts {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostOctets = 75;

/// Parts between `at`, outside of quotes.
QStringList unquotedParts(QStringView text, QChar at)
{
    QStringList parts{QString()};
    bool quoted = false;
    for (const QChar c : text) {
        if (c == u'"')
            quoted = !quoted;
        if (c == at && !quoted)
            parts.append(QString());
        else
            parts.last() += c;
    }
    return parts;
}

QString paramText(QString text)
{
    text.remove(u'"');
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar next = i + 1 < text.size() ? text[i + 1] : QChar();
        if (text[i] != u'^' || (next != u'n' && next != u'\'' && next != u'^')) {
            result += text[i];
            continue;
        }
        result += next == u'n' ? QChar(u'\n') : next == u'\'' ? QChar(u'"') : next;
        ++i;
    }
    return result;
}

std::optional<CardLine> parsed(QStringView line, qsizetype number)
{
    bool quoted = false;
    qsizetype colon = 0;
    for (; colon < line.size() && (quoted || line[colon] != u':'); ++colon)
        quoted = quoted != (line[colon] == u'"');
    if (colon == 0 || colon == line.size())
        return {};
    const QStringList head = unquotedParts(line.first(colon), u';');
    CardLine read{.number = number,
        .name = head.first().trimmed().toUpper(),
        .params = {},
        .value = line.sliced(colon + 1).toString()};
    read.name = read.name.mid(read.name.lastIndexOf(u'.') + 1);
    for (const QString &param : head.mid(1)) {
        const qsizetype equals = param.indexOf(u'=');
        if (equals < 0)
            read.params.append({u"TYPE"_s, param}); // as vCard 2.1 had it
        else
            read.params.append(
                {param.first(equals).trimmed().toUpper(), paramText(param.sliced(equals + 1))});
    }
    return read;
}

} // namespace

QString CardLine::param(QLatin1StringView wanted) const
{
    const auto found =
        std::ranges::find_if(params, [wanted](const auto &param) { return param.first == wanted; });
    return found == params.cend() ? QString() : found->second;
}

QStringList CardLine::types() const
{
    QStringList all;
    for (const auto &[param, text] : params) {
        if (param == "TYPE"_L1)
            all += text.toLower().split(u',');
    }
    return all;
}

QList<CardLine> cardLines(QStringView text)
{
    QList<CardLine> lines;
    QString whole;
    qsizetype begun = 0;
    qsizetype number = 0;
    const auto take = [&] {
        if (const auto line = parsed(whole, begun))
            lines.append(*line);
        whole.clear();
    };
    for (QStringView line : QStringView(text).tokenize(u'\n')) {
        ++number;
        if (line.endsWith(u'\r'))
            line.chop(1);
        if (line.startsWith(u' ') || line.startsWith(u'\t')) {
            whole += line.sliced(1);
            continue;
        }
        take();
        whole = line.toString();
        begun = number;
    }
    take();
    return lines;
}

QByteArray foldedLine(const QString &line)
{
    QByteArray folded;
    qsizetype octets = 0;
    for (const char32_t character : line.toUcs4()) {
        const QByteArray one = QString::fromUcs4(&character, 1).toUtf8();
        if (octets + one.size() > kMostOctets) {
            folded += "\r\n ";
            octets = 1;
        }
        folded += one;
        octets += one.size();
    }
    return folded + "\r\n";
}

QString quotedParam(const QString &text)
{
    QString quoted = text;
    quoted.replace(u'^', u"^^"_s).replace(u'\n', u"^n"_s).replace(u'"', u"^'"_s).remove(u'\r');
    return u'"' + quoted + u'"';
}

} // namespace watchroom::contacts
