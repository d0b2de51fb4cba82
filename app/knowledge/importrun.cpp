// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/knowledge/importrun.h"

#include "app/domain/limits.h"
#include "app/knowledge/articlesaving.h"

namespace watchroom::knowledge {

using namespace Qt::StringLiterals;
using Outcome = ImportedArticle::Outcome;

namespace {

/// One article at a time.
class Saving
{
public:
    Saving(const ImportFolder &folder, const QString &reason, const ImportTools &tools)
        : m_folder(folder)
        , m_reason(reason)
        , m_tools(tools)
    {
    }

    /// True: it waits for somebody else's review.
    [[nodiscard]] base::Result<bool> save(const ImportedArticle &article)
    {
        ArticleText text = article.text;
        text.reason = article.base > 0 ? m_reason : QString();
        if (const auto kept = keep(article); article.newText && !kept)
            return tl::unexpected(kept.error());
        const auto saved = saveArticle({.article = article.article,
                                           .meta = article.meta,
                                           .newText = article.newText,
                                           .text = text,
                                           .base = article.base},
            m_tools.commands, m_tools.settle);
        return saved ? base::Result<bool>(saved->waits) : tl::unexpected(saved.error());
    }

private:
    [[nodiscard]] base::Result<> keep(const ImportedArticle &article)
    {
        for (qsizetype i = 0; i < article.images.size(); ++i) {
            const auto bytes = m_folder.read(article.images.at(i), domain::limits::kBlobBytes);
            if (!bytes)
                return tl::unexpected(bytes.error());
            const auto made = m_tools.blobs.add(*bytes, article.text.images.at(i).name);
            if (!made)
                return tl::unexpected(made.error());
            if (made->hash != article.text.images.at(i).hash)
                return base::failure(base::Error::Kind::Conflict, u"changed while read"_s,
                    u"file_missing"_s, {{u"file"_s, article.images.at(i)}});
        }
        const auto made = m_tools.blobs.addText(article.body);
        return made ? base::Result<>{} : tl::unexpected(made.error());
    }

    const ImportFolder &m_folder;
    const QString &m_reason;
    const ImportTools &m_tools;
};

} // namespace

ImportReport saveImport(const ImportFolder &folder, const QList<ImportedArticle> &plan,
    const QString &reason, const ImportTools &tools)
{
    ImportReport report;
    Saving saving(folder, reason, tools);
    qsizetype done = 0;
    for (const ImportedArticle &article : plan) {
        if (tools.goesOn && !tools.goesOn(done++))
            break;
        if (article.outcome == Outcome::Refused) {
            report.refused.append(article);
            continue;
        }
        if (article.outcome == Outcome::Unchanged) {
            ++report.unchanged;
            continue;
        }
        const auto waits = saving.save(article);
        if (!waits) {
            ImportedArticle refused = article;
            refused.outcome = Outcome::Refused;
            refused.faults.append({waits.error().code, waits.error().params});
            report.refused.append(refused);
            continue;
        }
        report.waiting += *waits ? 1 : 0;
        ++(article.outcome == Outcome::New ? report.taken : report.changed);
    }
    return report;
}

} // namespace watchroom::knowledge
