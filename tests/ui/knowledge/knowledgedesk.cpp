// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/knowledge/knowledgedesk.h"

#include "app/articles/markdown.h"
#include "app/articles/stepids.h"
#include "app/knowledge/importrun.h"
#include "tests/ui/standingclock.h"
#include "ui/knowledge/articletext.h"

#include <QSignalSpy>
#include <QTest>

namespace watchroom::test {

using namespace Qt::StringLiterals;
using namespace knowledge;

KnowledgeDesk::KnowledgeDesk(const QString &folder)
    : StandaloneDesk(std::make_unique<StandingClock>(*base::fromIso(u"2026-03-18T06:34:20Z")),
        {{u"li"_s, u"李泽"_s}})
    , m_commands(std::make_unique<ArticleCommands>(store(), clock(), author()))
{
    if (!folder.isEmpty())
        import(folder);
    m_library = std::make_unique<Library>(store());
    QSignalSpy found(m_library.get(), &Library::foundChanged);
    m_page = new ui::KnowledgePage(
        theme(), {*m_library, directory(), clock(), [this] { return m_check; }});
    show(m_page, {1376, 812}, [this, &found] {
        return m_library->isLoaded() && found.count() > 0 && directory().people().size() == 2;
    });
}

// It looks at what this desk holds.
KnowledgeDesk::~KnowledgeDesk()
{
    delete m_page;
}

void KnowledgeDesk::import(const QString &path)
{
    const auto folder = ImportFolder::open(path);
    if (!folder)
        qFatal("import: %s", qPrintable(folder.error().code));
    const auto plan = planImport(*folder, {});
    if (!plan)
        qFatal("import: %s", qPrintable(plan.error().code));
    const store::BlobFolder blobs(workspace());
    const auto report = saveImport(*folder, *plan, {},
        {.commands = *m_commands, .blobs = blobs, .settle = [](store::SavedFuture future) {
             future.waitForFinished();
             return future.result();
         }});
    if (!report.refused.isEmpty())
        qFatal("refused: %s", qPrintable(report.refused.first().file));
}

void KnowledgeDesk::setCheck(const LastCheck &check)
{
    m_check = check;
    m_page->tick();
}

void KnowledgeDesk::setNow(base::Instant now)
{
    static_cast<StandingClock &>(clock()).set(now);
    m_page->tick();
}

void KnowledgeDesk::open(const QString &key)
{
    const ShelfEntry *entry = m_library->findKey(key);
    if (!entry)
        qFatal("no article %s", qPrintable(key));
    m_page->show(entry->article.id);
    if (!QTest::qWaitFor([&] {
            return m_page->text().isVisible()
                && m_page->text().accessibleName() == entry->article.title;
        }))
        qFatal("%s was not shown", qPrintable(key));
}

void KnowledgeDesk::publish(const QString &key, const QByteArray &markdown, const QString &reason)
{
    const ShelfEntry *entry = m_library->findKey(key);
    const auto document = articles::parseMarkdown(QString::fromUtf8(markdown));
    const auto file = store::BlobFolder(workspace()).addText(markdown);
    if (!entry || !document || !file)
        qFatal("not published: %s", qPrintable(key));
    auto versions = m_library->versions(entry->article.id);
    versions.waitForFinished();
    const auto known = versions.result();
    const ArticleText before = known->isEmpty() ? ArticleText() : known->first().text;
    must(m_commands->publishText(entry->article.id,
        {.hash = file->hash,
            .size = file->size,
            .steps = articles::carryIds(before.steps, articles::stepsOf(*document).rows()),
            .images = before.images,
            .reason = reason},
        entry->article.version));
}

} // namespace watchroom::test
