// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/starterpack.h"

namespace watchroom::programs {

using namespace Qt::StringLiterals;
using base::Result;

Result<knowledge::ImportReport> importStarterPack(
    store::Store &store, const base::Clock &clock, const store::Author &author, bool english)
{
    const QString path = u":/watchroom/knowledge/"_s + (english ? u"en"_s : u"zh"_s);
    const auto folder = knowledge::ImportFolder::open(path);
    if (!folder)
        return tl::unexpected(folder.error());
    auto reading = store.read<knowledge::KnownArticles>(knowledge::readKnownArticles);
    reading.waitForFinished();
    const auto known = reading.result();
    if (!known)
        return tl::unexpected(known.error());
    const auto plan = knowledge::planImport(*folder, *known);
    if (!plan)
        return tl::unexpected(plan.error());
    knowledge::ArticleCommands commands(store, clock, [author] { return author; });
    const store::BlobFolder blobs(store.workspaceDir());
    const auto settle = [](store::SavedFuture saving) {
        saving.waitForFinished();
        return saving.result();
    };
    return knowledge::saveImport(
        *folder, *plan, {}, {.commands = commands, .blobs = blobs, .settle = settle});
}

} // namespace watchroom::programs
