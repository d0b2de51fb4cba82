// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/knowledge/advice.h"

#include "app/base/ids.h"
#include "app/base/whendone.h"
#include "app/knowledge/advicefacts.h"

#include <algorithm>
#include <array>

namespace watchroom::knowledge {

using namespace Qt::StringLiterals;
using base::Result;

namespace {

constexpr std::chrono::milliseconds kSoon{50};

/// Tables what is said follows from; articles come by the library.
constexpr std::array kRead{"article_version"_L1, "article_follow"_L1, "article_feedback"_L1,
    "procedure_run"_L1, "incident"_L1, "incident_alert"_L1, "alert"_L1, "target"_L1};

/// What one answer is made from.
struct Asked
{
    QUuid incident;
    QString person;
    QList<ShelfEntry> shelf;
    QSet<QUuid> opened;
    bool english = false;
};

template <class T>
Result<T> waitFor(QFuture<Result<T>> reading)
{
    reading.waitForFinished();
    return reading.result();
}

Result<QList<Advised>> answerTo(store::Store &store, const Asked &asked)
{
    const auto facts = waitFor(store.read<AdviceFacts>([&asked](store::Reader &reader) {
        return readAdviceFacts(reader, asked.incident, asked.person);
    }));
    if (!facts)
        return tl::unexpected(facts.error());
    if (!facts->known)
        return QList<Advised>();
    QList<Article> articles;
    articles.reserve(asked.shelf.size());
    for (const ShelfEntry &entry : asked.shelf)
        articles.append(entry.article);
    const QList<Advised> all = advisedFor(*facts, articles, asked.opened, asked.english);
    return waitFor(store.read<QList<Advised>>(
        [&all](store::Reader &reader) { return withSteps(reader, all); }));
}

} // namespace

Advice::Advice(store::Store &store, const Library &library, const base::Clock &clock,
    std::function<store::Author()> author, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_library(library)
    , m_clock(clock)
    , m_author(std::move(author))
    , m_thread(u"advice"_s)
{
    m_later.setSingleShot(true);
    m_later.setInterval(kSoon);
    connect(&m_later, &QTimer::timeout, this, &Advice::work);
    connect(&m_library, &Library::changed, this, &Advice::refresh);
    connect(&m_store, &store::Store::rowsChanged, this, [this](const QString &table) {
        if (std::ranges::find(kRead, table) != kRead.end())
            refresh();
    });
}

void Advice::setIncident(const QUuid &incident)
{
    if (incident == m_incident)
        return;
    m_incident = incident;
    m_articles.clear();
    Q_EMIT changed();
    work();
}

void Advice::setEnglish(bool english)
{
    if (english == m_english)
        return;
    m_english = english;
    refresh();
}

void Advice::refresh()
{
    if (!m_incident.isNull() && !m_later.isActive())
        m_later.start();
}

/// One answer at a time: while it is worked out, what else changes is one more.
void Advice::work()
{
    m_again = m_working;
    if (m_working || m_incident.isNull() || !m_library.isLoaded())
        return;
    m_working = true;
    const Asked asked{.incident = m_incident,
        .person = m_author().login,
        .shelf = m_library.entries(),
        .opened = m_opened.value(m_incident),
        .english = m_english};
    auto answering = m_thread.run([this, asked] { return answerTo(m_store, asked); });
    base::whenDone(answering, this, [this, incident = asked.incident](const Answer &answer) {
        m_working = false;
        take(incident, answer);
        if (m_again)
            work();
    });
}

void Advice::take(const QUuid &incident, const Answer &answer)
{
    if (incident != m_incident)
        return;
    if (!answer) {
        Q_EMIT failed(answer.error());
        return;
    }
    if (*answer == m_articles)
        return;
    m_articles = *answer;
    Q_EMIT changed();
}

void Advice::noteOpened(const QUuid &article)
{
    if (m_incident.isNull())
        return;
    m_opened[m_incident].insert(article);
    refresh();
}

store::SavedFuture Advice::say(const QUuid &article, bool helped)
{
    const auto known = std::ranges::find(m_articles, article, &Advised::article);
    // What was followed is what helped, whatever has been published since.
    const int version = known == m_articles.cend() ? 0
        : known->followedHere > 0                  ? known->followedHere
                                                   : known->version;
    return m_store.save({{.table = u"article_feedback"_s,
                            .id = base::newId(m_clock.now()),
                            .kind = domain::OperationKind::Append,
                            .set = {{u"article"_s, base::toText(article)}, {u"version"_s, version},
                                {u"incident"_s, base::toText(m_incident)}, {u"helped"_s, helped}}}},
        m_author());
}

} // namespace watchroom::knowledge
