// SPDX-License-Identifier: GPL-3.0-or-later
// The knowledge base: folders of Markdown in and out, what there is, and one article.
#include "app/base/ids.h"
#include "app/knowledge/articlesettings.h"
#include "app/knowledge/importrun.h"
#include "app/knowledge/searchfeed.h"
#include "app/programs/ctl/command.h"
#include "app/programs/ctl/context.h"
#include "app/programs/ctl/format.h"
#include "app/words/errors.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>

#include <algorithm>

namespace watchroom::ctl {

using namespace Qt::StringLiterals;
using base::Error;
using base::Result;
using knowledge::Article;
using knowledge::ArticleVersion;
using knowledge::ImportedArticle;
using knowledge::KnownArticles;

namespace {

QString said(const articles::Fault &fault)
{
    return words::codeSentence(fault.code, fault.params);
}

QJsonArray listed(const QList<ImportedArticle> &all, articles::Faults ImportedArticle::*which)
{
    QJsonArray list;
    for (const ImportedArticle &article : all) {
        for (const articles::Fault &fault : article.*which)
            list.append(QJsonObject{
                {u"file"_s, article.file}, {u"code"_s, fault.code}, {u"reason"_s, said(fault)}});
    }
    return list;
}

QStringList lines(const QList<ImportedArticle> &all, articles::Faults ImportedArticle::*which,
    const QString &line)
{
    QStringList list;
    for (const ImportedArticle &article : all) {
        for (const articles::Fault &fault : article.*which)
            list.append(line.arg(article.file, said(fault)));
    }
    return list;
}

Outcome reported(const knowledge::ImportReport &report, const QList<ImportedArticle> &plan)
{
    //: %1: a file, %2: what is wrong with it.
    const QString refused = QCoreApplication::translate("ctl", "refused, %1: %2");
    //: %1: a file, %2: what is to be looked at.
    const QString note = QCoreApplication::translate("ctl", "please check, %1: %2");
    QStringList text = lines(report.refused, &ImportedArticle::faults, refused)
        + lines(plan, &ImportedArticle::notes, note);
    text.append(QCoreApplication::translate(
        "ctl", "%1 taken, %2 changed, %3 unchanged, %4 refused; %5 of them wait for a review")
                    .arg(report.taken)
                    .arg(report.changed)
                    .arg(report.unchanged)
                    .arg(report.refused.size())
                    .arg(report.waiting));
    return {QJsonObject{{u"taken"_s, report.taken}, {u"changed"_s, report.changed},
                {u"unchanged"_s, report.unchanged}, {u"waiting"_s, report.waiting},
                {u"refused"_s, listed(report.refused, &ImportedArticle::faults)},
                {u"notes"_s, listed(plan, &ImportedArticle::notes)}},
        text.join(u'\n'), report.refused.isEmpty() ? 0 : 1};
}

/// What an import would do, as its report.
knowledge::ImportReport previewed(const QList<ImportedArticle> &plan)
{
    using enum ImportedArticle::Outcome;
    knowledge::ImportReport report;
    for (const ImportedArticle &article : plan) {
        report.taken += article.outcome == New;
        report.changed += article.outcome == Changed;
        report.unchanged += article.outcome == Unchanged;
        if (article.outcome == Refused)
            report.refused.append(article);
    }
    return report;
}

Result<Outcome> importFolder(Context &context, const Arguments &arguments)
{
    const auto folder = knowledge::ImportFolder::open(arguments.positional()[0]);
    if (!folder)
        return tl::unexpected(folder.error());
    const auto known = context.read<KnownArticles>(knowledge::readKnownArticles);
    if (!known)
        return tl::unexpected(known.error());
    const auto plan = knowledge::planImport(*folder, *known);
    if (!plan)
        return tl::unexpected(plan.error());
    if (arguments.has(u"preview"_s))
        return reported(previewed(*plan), *plan);
    const auto store = context.writing();
    const auto author = context.author();
    if (!store || !author)
        return tl::unexpected(store ? author.error() : store.error());
    knowledge::ArticleCommands commands(**store, context.clock(), [&author] { return *author; });
    const store::BlobFolder blobs((*store)->workspaceDir());
    const QString reason = arguments.value(u"reason"_s,
        QCoreApplication::translate("ctl", "Imported from %1")
            .arg(QDir(arguments.positional()[0]).dirName()));
    const auto report = knowledge::saveImport(*folder, *plan, reason,
        {.commands = commands, .blobs = blobs, .settle = [&context](store::SavedFuture future) {
             return context.settle(std::move(future));
         }});
    return reported(report, *plan);
}

Result<Outcome> exportFolder(Context &context, const Arguments &arguments)
{
    const auto known = context.read<KnownArticles>(knowledge::readKnownArticles);
    const auto store = context.reading();
    if (!known || !store)
        return tl::unexpected(known ? store.error() : known.error());
    const auto report = knowledge::saveExport(
        arguments.positional()[0], *known, store::BlobFolder((*store)->workspaceDir()));
    QStringList text;
    QJsonArray refused;
    for (const articles::Fault &fault : report.faults) {
        text.append(said(fault));
        refused.append(QJsonObject{{u"file"_s, fault.params.value("file"_L1)},
            {u"code"_s, fault.code}, {u"reason"_s, said(fault)}});
    }
    text.append(
        QCoreApplication::translate("ctl", "%n article(s) written", nullptr, report.written));
    return Outcome{QJsonObject{{u"written"_s, report.written}, {u"refused"_s, refused}},
        text.join(u'\n'), report.faults.isEmpty() ? 0 : 1};
}

QJsonObject json(const Article &article)
{
    const auto due = article.reviewDueAt();
    const auto instant = [](const std::optional<base::Instant> &at) {
        return at ? QJsonValue(base::toIso(*at)) : QJsonValue();
    };
    const auto text = [](const QString &word) {
        return word.isEmpty() ? QJsonValue() : QJsonValue(word);
    };
    return {{u"id"_s, base::toText(article.id)}, {u"key"_s, article.key},
        {u"title"_s, article.title}, {u"kind"_s, article.kind}, {u"folder"_s, text(article.folder)},
        {u"tags"_s, QJsonArray::fromStringList(article.tags)}, {u"owner"_s, text(article.owner)},
        {u"deputy"_s, text(article.deputy)}, {u"version"_s, article.version},
        {u"withdrawn"_s, article.withdrawn},
        {u"in_review"_s, article.proposal.has_value() && !article.proposal->returned},
        {u"reviewed_at"_s, instant(article.reviewedAt)}, {u"review_due_at"_s, instant(due)},
        {u"pending"_s, article.pending}};
}

QString standing(const Article &article)
{
    if (article.withdrawn)
        return QCoreApplication::translate("ctl", "withdrawn");
    if (article.version == 0)
        return QCoreApplication::translate("ctl", "draft");
    return u'v' + QString::number(article.version);
}

Result<Outcome> list(Context &context, const Arguments &arguments)
{
    const auto known = context.read<KnownArticles>(knowledge::readKnownArticles);
    if (!known)
        return tl::unexpected(known.error());
    QList<Article> all;
    for (const knowledge::KnownArticle &one : *known)
        if (!arguments.has(u"kind"_s) || one.article.kind == arguments.value(u"kind"_s))
            all.append(one.article);
    std::ranges::sort(all, [](const Article &a, const Article &b) {
        return std::tie(a.folder, a.title, a.key) < std::tie(b.folder, b.title, b.key);
    });
    QJsonArray documents;
    QStringList text;
    for (const Article &article : std::as_const(all)) {
        documents.append(json(article));
        text.append(padded(article.key, 28) + padded(standing(article), 12)
            + padded(article.folder, 28) + article.title);
    }
    return Outcome{documents, text.join(u'\n')};
}

Result<Article> findArticle(Context &context, const QString &reference)
{
    auto rows = context.read<QList<domain::Row>>([&](store::Reader &reader) {
        return reader.rows(
            u"article", u"key = ? OR id LIKE ? || '%'", {reference, reference.toLower()});
    });
    if (!rows)
        return tl::unexpected(rows.error());
    const auto exact = std::ranges::find_if(
        *rows, [&](const domain::Row &row) { return domain::text(row, "key"_L1) == reference; });
    if (exact != rows->end())
        return Article::fromRow(*exact);
    if (rows->size() != 1 || reference.size() < 4)
        return base::failure(Error::Kind::NotFound, u"no such article"_s, u"article_unknown"_s,
            {{u"ref"_s, reference}});
    return Article::fromRow(rows->first());
}

Result<Outcome> show(Context &context, const Arguments &arguments)
{
    const auto article = findArticle(context, arguments.positional()[0]);
    if (!article)
        return tl::unexpected(article.error());
    const QString asked = arguments.value(u"version"_s, QString::number(article->version));
    const auto rows = context.read<QList<domain::Row>>([&](store::Reader &reader) {
        return reader.rows(u"article_version", u"article = ? AND version = ?",
            {base::toText(article->id), asked.toInt()});
    });
    if (!rows)
        return tl::unexpected(rows.error());
    if (rows->isEmpty())
        return base::failure(Error::Kind::NotFound, u"no such version"_s, u"version_unknown"_s,
            {{u"version"_s, asked}});
    const ArticleVersion version = ArticleVersion::fromRow(rows->first());
    const auto store = context.reading();
    if (!store)
        return tl::unexpected(store.error());
    QFile text(store::BlobFolder((*store)->workspaceDir()).path(version.text.hash));
    if (!text.open(QIODevice::ReadOnly))
        return base::failure(Error::Kind::NotFound, u"text not here"_s, u"text_not_here"_s,
            {{u"file"_s, article->title}});
    const QString markdown = QString::fromUtf8(text.readAll());
    QJsonObject document = json(*article);
    document.insert(u"version"_s, version.version);
    document.insert(u"author"_s, version.author);
    document.insert(u"published_by"_s, version.publishedBy);
    document.insert(u"reason"_s, version.text.reason);
    document.insert(u"hash"_s, version.text.hash);
    document.insert(u"steps"_s, articles::stepsJson(version.text.steps));
    document.insert(u"text"_s, markdown);
    return Outcome{document,
        version.title + u"  v"_s + QString::number(version.version) + u"\n\n"_s + markdown};
}

/// The index beside the replica, or one of its own where another program holds that.
Result<std::unique_ptr<store::SearchIndex>> searchIndex(
    const store::Store &store, QTemporaryDir &apart)
{
    const bool held = store.mode() == store::Store::Mode::ReadOnly;
    return store::SearchIndex::open(
        (held ? apart.path() : store.workspaceDir()) + u"/search.sqlite"_s);
}

Result<Outcome> search(Context &context, const Arguments &arguments)
{
    const auto store = context.reading();
    if (!store)
        return tl::unexpected(store.error());
    QTemporaryDir apart;
    const auto index = searchIndex(**store, apart);
    if (!index)
        return tl::unexpected(index.error());
    knowledge::SearchFeed feed(**store, **index);
    const auto fed = feed.refresh();
    const auto known = context.read<KnownArticles>(knowledge::readKnownArticles);
    if (!fed || !known)
        return tl::unexpected(fed ? known.error() : fed.error());
    const auto answer = (*index)->find(
        {.text = arguments.positional().join(u' '), .kinds = {knowledge::searched::kArticle}});
    if (!answer)
        return tl::unexpected(answer.error());
    QHash<QString, Article> articles;
    for (const knowledge::KnownArticle &one : *known)
        articles.insert(base::toText(one.article.id), one.article);
    QJsonArray documents;
    QStringList text;
    for (const store::SearchHit &hit : answer->hits) {
        const Article article = articles.value(hit.ref);
        documents.append(QJsonObject{{u"id"_s, hit.ref}, {u"key"_s, article.key},
            {u"title"_s, hit.title}, {u"version"_s, article.version}, {u"score"_s, hit.score},
            {u"snippet"_s, hit.snippet}});
        text.append(padded(article.key, 28) + hit.title + u"\n    "_s + hit.snippet);
    }
    text.append(QCoreApplication::translate("ctl", "%n hit(s)", nullptr, int(answer->counted)));
    return Outcome{documents, text.join(u'\n')};
}

} // namespace

QList<Command> kbCommands()
{
    return {
        {u"kb import"_s, u"DIR [--preview] [--reason TEXT]"_s,
            {{u"preview"_s, Takes::Nothing}, {u"reason"_s}}, 1, 1, importFolder},
        {u"kb export"_s, u"DIR"_s, {}, 1, 1, exportFolder},
        {u"kb list"_s, u"[--kind K]"_s, {{u"kind"_s}}, 0, 0, list},
        {u"kb search"_s, u"QUERY..."_s, {}, 1, 20, search},
        {u"kb show"_s, u"REF [--version N]"_s, {{u"version"_s}}, 1, 1, show},
    };
}

} // namespace watchroom::ctl
