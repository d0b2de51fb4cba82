// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/knowledge/knowledgedesk.h"

#include "app/articles/markdown.h"
#include "app/articles/stepids.h"
#include "app/knowledge/importrun.h"
#include "tests/ui/standingclock.h"
#include "ui/knowledge/articletext.h"

#include <QFile>
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
    m_favourites = std::make_unique<Favourites>(workspace());
    m_transfer = std::make_unique<FolderTransfer>(store(), clock(), author());
    m_book = std::make_unique<RunBook>(store());
    m_runCommands = std::make_unique<RunCommands>(store(), clock(), author());
    m_attachments = std::make_unique<incidents::Attachments>(workspace());
    m_incidentCommands = std::make_unique<incidents::IncidentCommands>(store(), clock(), author());
    m_incidents = std::make_unique<incidents::IncidentsModel>(
        store(), directory(), incidents::IncidentsModel::Scope::Open);
    m_page = new ui::KnowledgePage(theme(),
        {{*m_library, *m_book, *m_runCommands, *m_attachments, directory(), *m_incidents, clock(),
             [this] { return login(); }},
            [this] { return m_check; }, *m_favourites},
        *m_transfer);
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
            return m_page->pane().text().isVisible()
                && m_page->pane().text().accessibleName() == entry->article.title;
        }))
        qFatal("%s was not shown", qPrintable(key));
}

QUuid KnowledgeDesk::openIncident(const QString &title, bool drill)
{
    const auto saved =
        must(m_incidentCommands->open({.title = title, .level = u"red"_s, .drill = drill}));
    const QUuid id = incidents::Incident::fromRow(saved.rows.first()).id;
    if (!QTest::qWaitFor([&] { return m_incidents->find(id) != nullptr; }))
        qFatal("the incident is not listed");
    return id;
}

const RunState &KnowledgeDesk::run(const QUuid &id) const
{
    const RunState *state = m_book->find(id);
    if (!state)
        qFatal("no such run");
    return *state;
}

QUuid KnowledgeDesk::follow(const QString &key, const QString &mode, const QUuid &incident)
{
    open(key);
    const ShelfEntry *entry = m_library->findKey(key);
    must(m_runCommands->start(entry->article.id, entry->article.version, mode, incident));
    if (!QTest::qWaitFor([&] { return m_page->pane().run() != nullptr; }))
        qFatal("the run is not shown");
    return m_page->pane().run()->shown();
}

QByteArray KnowledgeDesk::text(const QString &key)
{
    const ShelfEntry *entry = m_library->findKey(key);
    auto versions = m_library->versions(entry->article.id);
    versions.waitForFinished();
    QFile file(m_library->files().path(versions.result()->first().text.hash));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no text of %s", qPrintable(key));
    return file.readAll();
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
