// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/articles/articlemeta.h"

#include "app/domain/codes.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace watchroom::articles {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLongestReview = 3'660;
constexpr qsizetype kTitleCharacters = 200;
constexpr qsizetype kFolderCharacters = 200;
constexpr qsizetype kWordCharacters = 100; ///< a tag, a login, a target's key
constexpr qsizetype kWords = 100;

template <class List>
bool has(const List &list, const QString &word)
{
    return std::ranges::any_of(list, [&word](QLatin1StringView item) { return word == item; });
}

bool isLine(const QString &text, qsizetype most)
{
    return !text.isEmpty() && text.size() <= most
        && std::ranges::none_of(text, [](QChar c) { return c.category() == QChar::Other_Control; });
}

bool isWord(const QString &text)
{
    return isLine(text, kWordCharacters);
}

bool isMetric(const QString &text)
{
    return has(kArticleMetrics, text);
}

/// One way to write it; empty: none of a tree's places.
QString folderOf(const QString &text)
{
    QStringList parts = text.split(u'/', Qt::SkipEmptyParts);
    for (QString &part : parts)
        part = part.trimmed();
    const bool wrong = std::ranges::any_of(parts,
        [](const QString &part) { return part.isEmpty() || part == u"."_s || part == u".."_s; });
    const QString folder = parts.join(u'/');
    return !wrong && isLine(folder, kFolderCharacters) ? folder : QString();
}

/// Takes the value of one member; false where it cannot be that.
using Take = bool (*)(ArticleMeta &meta, const YamlMember &member);

template <QString ArticleMeta::*field, bool (*good)(const QString &)>
bool takeText(ArticleMeta &meta, const YamlMember &member)
{
    const QString text = member.values.value(0).trimmed();
    if (member.list || (!member.values.isEmpty() && !good(text)))
        return false;
    meta.*field = text;
    return true;
}

template <QStringList ArticleMeta::*field, bool (*good)(const QString &)>
bool takeList(ArticleMeta &meta, const YamlMember &member)
{
    QStringList words;
    for (const QString &value : member.values) {
        const QString word = value.trimmed();
        if (!good(word))
            return false;
        if (!words.contains(word))
            words.append(word);
        if (words.size() > kWords)
            return false;
    }
    meta.*field = words;
    return true;
}

bool takeMetrics(ArticleMeta &meta, const YamlMember &member)
{
    YamlMember named = member;
    named.values.replaceInStrings(u"frame_rate"_s, u"fps"_s);
    return takeList<&ArticleMeta::metrics, isMetric>(meta, named);
}

bool takeFolder(ArticleMeta &meta, const YamlMember &member)
{
    meta.folder = folderOf(member.values.value(0));
    return !member.list && (member.values.isEmpty() || !meta.folder.isEmpty());
}

bool takeReview(ArticleMeta &meta, const YamlMember &member)
{
    const auto days = reviewDaysOf(member.values.value(0));
    meta.reviewDays = days.value_or(0);
    return !member.list && (member.values.isEmpty() || days);
}

bool isTitle(const QString &text)
{
    return isLine(text, kTitleCharacters);
}

bool isKind(const QString &text)
{
    return domain::codes::contains(domain::codes::kArticleKinds, text);
}

bool isMode(const QString &text)
{
    return has(kArticleModes, text);
}

struct Field
{
    QLatin1StringView name;
    Take take;
};

constexpr std::array kFields{
    Field{"id"_L1, takeText<&ArticleMeta::id, isArticleId>},
    Field{"title"_L1, takeText<&ArticleMeta::title, isTitle>},
    Field{"kind"_L1, takeText<&ArticleMeta::kind, isKind>},
    Field{"folder"_L1, takeFolder},
    Field{"tags"_L1, takeList<&ArticleMeta::tags, isWord>},
    Field{"owner"_L1, takeText<&ArticleMeta::owner, isWord>},
    Field{"deputy"_L1, takeText<&ArticleMeta::deputy, isWord>},
    Field{"review"_L1, takeReview},
    Field{"targets"_L1, takeList<&ArticleMeta::targets, isWord>},
    Field{"metrics"_L1, takeMetrics},
    Field{"mode"_L1, takeText<&ArticleMeta::mode, isMode>},
};

/// How many days a unit has; 0: none.
int daysOf(const QString &unit)
{
    if (unit.isEmpty() || QStringList{u"day"_s, u"days"_s, u"天"_s, u"日"_s}.contains(unit))
        return 1;
    if (QStringList{u"week"_s, u"weeks"_s, u"周"_s}.contains(unit))
        return 7;
    if (QStringList{u"month"_s, u"months"_s, u"个月"_s}.contains(unit))
        return 30;
    return QStringList{u"year"_s, u"years"_s, u"年"_s}.contains(unit) ? 365 : 0;
}

} // namespace

bool isArticleId(const QString &id)
{
    static const QRegularExpression form(u"\\A[a-z0-9][a-z0-9-]{0,63}\\z"_s);
    return form.match(id).hasMatch();
}

bool hasSteps(const QString &kind)
{
    return kind == "procedure"_L1 || kind == "card"_L1;
}

int defaultReviewDays(const QString &kind)
{
    if (kind == "contacts"_L1)
        return 30;
    return kind == "architecture"_L1 ? 180 : 90;
}

std::optional<int> reviewDaysOf(const QString &text)
{
    static const QRegularExpression form(u"\\A(\\d{1,4})\\s*(\\D*)\\z"_s);
    const auto match = form.match(text.trimmed().toLower());
    const int days = match.captured(1).toInt() * daysOf(match.captured(2));
    return days >= 1 && days <= kLongestReview ? std::optional(days) : std::nullopt;
}

ArticleMeta metaOf(const QList<YamlMember> &members, int firstLine, Faults &faults, Faults &notes)
{
    ArticleMeta meta;
    QSet<QString> seen;
    for (const YamlMember &member : members) {
        const QJsonObject where{
            {u"field"_s, member.name}, {u"line"_s, member.line + firstLine - 1}};
        const auto field = std::ranges::find(kFields, member.name, &Field::name);
        if (seen.contains(member.name)) {
            faults.append({u"field_repeated"_s, where});
        } else if (field == kFields.end()) {
            notes.append({u"field_unknown"_s, where});
            meta.others.append({member.name, member.values, member.list});
        } else if (!field->take(meta, member)) {
            faults.append({u"field_invalid"_s, where});
        }
        seen.insert(member.name);
    }
    return meta;
}

QList<YamlMember> membersOf(const ArticleMeta &meta)
{
    QList<YamlMember> members;
    const auto text = [&members](const QString &name, const QString &value) {
        if (!value.isEmpty())
            members.append({name, {value}});
    };
    const auto list = [&members](const QString &name, const QStringList &values) {
        if (!values.isEmpty())
            members.append({name, values, true});
    };
    text(u"id"_s, meta.id);
    text(u"title"_s, meta.title);
    text(u"kind"_s, meta.kind);
    text(u"folder"_s, meta.folder);
    list(u"tags"_s, meta.tags);
    text(u"owner"_s, meta.owner);
    text(u"deputy"_s, meta.deputy);
    if (meta.reviewDays > 0)
        text(u"review"_s, QString::number(meta.reviewDays));
    list(u"targets"_s, meta.targets);
    list(u"metrics"_s, meta.metrics);
    text(u"mode"_s, meta.mode);
    return members + meta.others;
}

} // namespace watchroom::articles
