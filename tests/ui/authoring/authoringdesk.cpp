// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/authoring/authoringdesk.h"

#include "app/articles/articlesteps.h"
#include "app/articles/markdown.h"
#include "app/articles/stepids.h"
#include "app/base/ids.h"
#include "app/store/blobfolder.h"
#include "tests/ui/standingclock.h"
#include "ui/authoring/articleeditor.h"
#include "ui/authoring/markdownedit.h"

#include <QLayout>
#include <QPushButton>
#include <QTest>

namespace watchroom::test {

using namespace Qt::StringLiterals;
using namespace knowledge;

namespace {

const QByteArray kFirst = "# 出口链路丢包处置\n\n"
                          "适用：单个出口丢包率大于 4%。\n\n"
                          "## 步骤\n\n"
                          "1. 确认丢包范围\n"
                          "2. 联系运营商，记下单号\n"
                          "3. 切换备用出口（安全关键）\n\n"
                          "## 备注\n\n"
                          "运营商值班电话见联系人。\n";

} // namespace

AuthoringDesk::AuthoringDesk()
    : StandaloneDesk(std::make_unique<StandingClock>(*base::fromIso(u"2026-03-18T06:34:20Z")),
        {{u"li"_s, u"李泽"_s}, {u"zhou"_s, u"周敏"_s}})
    , m_commands(std::make_unique<ArticleCommands>(store(), clock(), author()))
{
    must(m_commands->publishNew({.id = u"egress-loss"_s,
                                    .title = u"出口链路丢包处置"_s,
                                    .kind = u"procedure"_s,
                                    .folder = u"处置流程/网络"_s,
                                    .tags = {u"丢包"_s},
                                    .owner = u"li"_s,
                                    .deputy = {},
                                    .reviewDays = 90},
        kept(kFirst, {})));
    m_library = std::make_unique<Library>(store());
    makePage();
    show(m_page, {1376, 812},
        [this] { return m_library->isLoaded() && directory().people().size() == 3; });
}

// It looks at what this desk holds.
AuthoringDesk::~AuthoringDesk()
{
    delete m_page;
}

void AuthoringDesk::makePage()
{
    m_page = new ui::AuthoringPage(theme(), {store(), *m_library, directory(), clock(), author()});
}

void AuthoringDesk::restartPage()
{
    delete m_page;
    makePage();
    window().layout()->addWidget(m_page);
}

ArticleText AuthoringDesk::kept(const QByteArray &markdown, const QString &reason)
{
    const auto document = articles::parseMarkdown(QString::fromUtf8(markdown));
    const auto file = store::BlobFolder(workspace()).addText(markdown);
    if (!document || !file)
        qFatal("no text");
    const articles::Steps before =
        m_library ? version(article().version).text.steps : articles::Steps();
    return {.hash = file->hash,
        .size = file->size,
        .steps = articles::carryIds(before, articles::stepsOf(*document).rows()),
        .images = {},
        .reason = reason};
}

const Article &AuthoringDesk::article(const QString &key)
{
    const ShelfEntry *entry = m_library->findKey(key);
    if (!entry)
        qFatal("no article %s", qPrintable(key));
    return entry->article;
}

ArticleVersion AuthoringDesk::version(int version)
{
    auto versions = m_library->versions(article().id);
    versions.waitForFinished();
    const auto known = versions.result();
    for (const ArticleVersion &one : *known)
        if (one.version == version)
            return one;
    qFatal("no version %d", version);
}

QString AuthoringDesk::published(int version)
{
    auto opening = m_library->open(article().id, version);
    opening.waitForFinished();
    const auto opened = opening.result();
    return opened ? (*opened)->document.lines.join(u'\n') : opened.error().code;
}

void AuthoringDesk::publish(const QByteArray &markdown, const QString &reason)
{
    const int next = article().version + 1;
    const QString here = login();
    sitDown(u"chen"_s);
    must(m_commands->publishText(article().id, kept(markdown, reason), next - 1));
    sitDown(here);
    if (!QTest::qWaitFor([&] { return article().version == next; }))
        qFatal("not published");
}

void AuthoringDesk::askReview()
{
    auto reading = store().read<QList<domain::Row>>([](store::Reader &reader) {
        return reader.rows(u"policy"_s, {}, {}, u"ORDER BY version DESC LIMIT 1"_s);
    });
    reading.waitForFinished();
    const domain::Row policy = reading.result()->first();
    QJsonObject doc = policy.value("doc"_L1).toObject();
    doc.insert("article_review"_L1, true);
    const QString here = login();
    sitDown(u"chen"_s);
    must(store().save(
        {{.table = u"policy"_s,
            .id = base::newId(now()),
            .set = {{u"version"_s, domain::integer(policy, "version"_L1) + 1}, {u"doc"_s, doc}}}},
        author()()));
    sitDown(here);
}

void AuthoringDesk::edit(const QString &key)
{
    m_page->edit(article(key).id);
    if (!QTest::qWaitFor([&] { return m_page->editor().isVisible() && m_page->editor().isOpen(); }))
        qFatal("the editor did not open");
}

void AuthoringDesk::type(const QString &text)
{
    auto *edit = shown<ui::MarkdownEdit>(u"markdown"_s);
    edit->selectAll();
    edit->insertPlainText(text);
}

QString AuthoringDesk::typed() const
{
    return shown<ui::MarkdownEdit>(u"markdown"_s)->toPlainText();
}

void AuthoringDesk::click(const QString &name)
{
    QPushButton *found = button(name);
    if (!found || !found->isEnabled())
        qFatal("no button %s", qPrintable(name));
    found->click();
}

} // namespace watchroom::test
