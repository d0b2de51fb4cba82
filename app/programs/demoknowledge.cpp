// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/demoknowledge.h"

#include "app/base/ids.h"
#include "app/contacts/contactcommands.h"
#include "app/knowledge/articlemaking.h"
#include "app/knowledge/articlesaving.h"
#include "app/knowledge/runcommands.h"
#include "app/programs/starterpack.h"

#include <QFile>

namespace watchroom::programs {

using namespace Qt::StringLiterals;
using base::Result;
using knowledge::KnownArticle;

namespace {

const QString kFollowed = u"egress-loss"_s;
constexpr double kImported = 1900; // minutes ago
constexpr double kBegun = 14;
constexpr double kChanged = 2;

store::Author as(const QString &login)
{
    return {.login = login, .session = {}, .sessionKey = {}};
}

Result<store::Saved> settle(store::SavedFuture saving)
{
    saving.waitForFinished();
    return saving.result();
}

Result<KnownArticle> followed(store::Store &store)
{
    auto reading = store.read<knowledge::KnownArticles>(knowledge::readKnownArticles);
    reading.waitForFinished();
    const auto known = reading.result();
    if (!known)
        return tl::unexpected(known.error());
    return known->value(kFollowed);
}

Result<> writeRun(const DemoShelf &shelf, const KnownArticle &article)
{
    knowledge::RunCommands commands(
        shelf.store, shelf.clock, [login = shelf.follower] { return as(login); });
    shelf.setAgo(kBegun);
    const auto begun = settle(
        commands.start(article.article.id, article.article.version, u"read_do"_s, shelf.incident));
    if (!begun)
        return tl::unexpected(begun.error());
    const knowledge::Run run = knowledge::Run::fromRow(begun->rows.first());
    double ago = kBegun;
    for (const articles::Step &step : article.text.steps.first(3)) {
        shelf.setAgo(ago -= 3);
        const auto done = settle(commands.done(run, run.version, step.id));
        if (!done)
            return tl::unexpected(done.error());
    }
    return {};
}

/// The step that is done next says something else from now on.
Result<> changeText(const DemoShelf &shelf, const KnownArticle &article)
{
    const store::BlobFolder blobs(shelf.store.workspaceDir());
    QFile file(blobs.path(article.text.hash));
    if (!file.open(QIODevice::ReadOnly))
        return base::failure(base::Error::Kind::NotFound, file.errorString());
    const QByteArray text = file.readAll().replace(
        "双向 MTR 各 100 个包，留截图", "先反向、再正向 MTR 各 100 个包，留截图并写明时刻");
    const auto kept = blobs.addText(text);
    if (!kept)
        return tl::unexpected(kept.error());
    knowledge::ArticleText made = knowledge::makeText(text, article.article.kind, article).text;
    made.reason = u"运营商要求反向结果和时刻"_s;
    knowledge::ArticleCommands commands(
        shelf.store, shelf.clock, [login = shelf.lead] { return as(login); });
    shelf.setAgo(kChanged);
    const auto saved =
        settle(commands.publishText(article.article.id, made, article.article.version));
    return saved ? Result<>() : tl::unexpected(saved.error());
}

QList<contacts::Contact> people(const DemoShelf &shelf)
{
    const auto make = [&shelf](const QString &kind, const QString &name, const QString &org,
                          const QString &duty, const QList<contacts::ContactWay> &ways,
                          const QStringList &targets) {
        contacts::Contact contact;
        contact.id = base::newId(shelf.clock.now());
        contact.kind = kind;
        contact.name = name;
        contact.org = org;
        contact.duty = duty;
        contact.ways = ways;
        contact.targets = targets;
        return contact;
    };
    return {make(u"party"_s, u"上海电信大客户值班"_s, u"中国电信上海公司"_s, u"专线与出口报障"_s,
                {{u"phone"_s, u"021-5550-0100"_s, u"先报专线号"_s},
                    {u"mobile"_s, u"139-5550-0101"_s, u"夜间"_s}},
                {u"east-sh-ct"_s}),
        make(u"party"_s, u"成都移动集客支撑"_s, u"中国移动成都公司"_s, u"专线时延与中断"_s,
            {{u"phone"_s, u"028-5550-0120"_s, {}}}, {u"sw-cd-cm"_s}),
        make(u"person"_s, u"王主任"_s, u"省人民医院信息科"_s, u"院方批准切换与断网"_s,
            {{u"mobile"_s, u"138-5550-0133"_s, {}}, {u"phone"_s, u"0571-5550-0134"_s, u"白天"_s}},
            {u"prov-room3"_s}),
        make(u"party"_s, u"MCU 厂商服务热线"_s, u"视讯设备厂商"_s, u"板卡与级联故障"_s,
            {{u"phone"_s, u"400-555-0150"_s, u"报合同号"_s}}, {})};
}

} // namespace

Result<> writeDemoKnowledge(const DemoShelf &shelf)
{
    shelf.setAgo(kImported);
    if (const auto taken = importStarterPack(shelf.store, shelf.clock, as(shelf.lead), false);
        !taken)
        return tl::unexpected(taken.error());
    contacts::ContactCommands calling(
        shelf.store, shelf.clock, [login = shelf.lead] { return as(login); });
    if (const auto added = settle(calling.add(people(shelf))); !added)
        return tl::unexpected(added.error());
    const auto article = followed(shelf.store);
    if (!article)
        return tl::unexpected(article.error());
    if (const auto run = writeRun(shelf, *article); !run)
        return run;
    return changeText(shelf, *article);
}

} // namespace watchroom::programs
