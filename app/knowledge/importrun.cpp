// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/knowledge/importrun.h"

#include "app/domain/limits.h"
#include "app/knowledge/articlesettings.h"

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
        if (article.article.isNull())
            return open(article, text);
        if (const auto set = settle(m_tools.commands.setSettings(article.article, article.meta));
            !set)
            return tl::unexpected(set.error());
        return article.newText ? publish(article.article, text, article.base)
                               : base::Result<bool>(false);
    }

private:
    [[nodiscard]] base::Result<> settle(store::SavedFuture future)
    {
        const auto saved = m_tools.settle(std::move(future));
        return saved ? base::Result<>{} : tl::unexpected(saved.error());
    }

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

    [[nodiscard]] base::Result<bool> open(const ImportedArticle &article, const ArticleText &text)
    {
        const auto published = m_tools.settle(m_tools.commands.publishNew(article.meta, text));
        if (published)
            return false;
        if (published.error().code != "review_other"_L1)
            return tl::unexpected(published.error());
        const auto opened = m_tools.settle(m_tools.commands.open(article.meta));
        if (!opened)
            return tl::unexpected(opened.error());
        return propose(domain::uuid(opened->rows.first(), "id"_L1), text, 0);
    }

    [[nodiscard]] base::Result<bool> publish(
        const QUuid &article, const ArticleText &text, int base)
    {
        const auto published = settle(m_tools.commands.publishText(article, text, base));
        if (published)
            return false;
        if (published.error().code != "review_other"_L1)
            return tl::unexpected(published.error());
        return propose(article, text, base);
    }

    [[nodiscard]] base::Result<bool> propose(
        const QUuid &article, const ArticleText &text, int base)
    {
        const auto proposed = settle(m_tools.commands.propose(article, text, base));
        if (!proposed)
            return tl::unexpected(proposed.error());
        return true;
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
    for (const ImportedArticle &article : plan) {
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
