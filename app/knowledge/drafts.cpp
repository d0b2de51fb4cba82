// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/knowledge/drafts.h"

#include "app/base/ids.h"
#include "app/base/json.h"
#include "app/base/whendone.h"
#include "app/base/wholefile.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <algorithm>

namespace watchroom::knowledge {

using namespace Qt::StringLiterals;
using base::Result;

namespace {

constexpr std::chrono::milliseconds kSoon{500};
constexpr auto kEnding = ".json"_L1;

Result<> writeDraft(const QString &folder, const ArticleDraft &draft)
{
    QDir().mkpath(folder);
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QSaveFile file(folder + base::toText(draft.id) + kEnding);
    const QByteArray bytes = QJsonDocument(toJson(draft)).toJson(QJsonDocument::Compact);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()
        && base::commitWhole(file))
        return {};
    return tl::unexpected(base::writeFailure(file));
}

QList<ArticleDraft> readDrafts(
    const QString &folder, const std::function<bool(const ArticleDraft &)> &isWanted)
{
    QList<ArticleDraft> all;
    const QStringList names = QDir(folder).entryList({u'*' + kEnding}, QDir::Files);
    for (const QString &name : names) {
        QFile file(folder + name);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const auto draft = draftFromJson(base::readJson(file.readAll()).object());
        if (draft && isWanted(*draft))
            all.append(*draft);
    }
    std::ranges::sort(all, std::greater(), &ArticleDraft::changedAt);
    return all;
}

} // namespace

Drafts::Drafts(const QString &workspaceDir, QObject *parent)
    : QObject(parent)
    , m_folder(workspaceDir + "/drafts/"_L1)
    , m_thread(u"drafts"_s)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoon);
    connect(&m_soon, &QTimer::timeout, this, &Drafts::flush);
}

Drafts::~Drafts()
{
    flush().waitForFinished();
    m_thread.stop();
}

void Drafts::keep(const ArticleDraft &draft)
{
    m_waiting.insert(draft.id, draft);
    if (!m_soon.isActive())
        m_soon.start();
}

void Drafts::remove(const QUuid &draft)
{
    m_waiting.remove(draft);
    m_thread.post([path = m_folder + base::toText(draft) + kEnding] { QFile::remove(path); });
}

QFuture<Result<>> Drafts::flush()
{
    m_soon.stop();
    const auto waiting = std::exchange(m_waiting, {}).values();
    auto writing = m_thread.run([folder = m_folder, waiting]() -> Result<> {
        for (const ArticleDraft &draft : waiting)
            if (const auto done = writeDraft(folder, draft); !done)
                return done;
        return {};
    });
    if (!waiting.isEmpty())
        base::whenDone(writing, this, [this, waiting](const Result<> &done) {
            if (done) {
                Q_EMIT written();
                return;
            }
            for (const ArticleDraft &draft : waiting)
                if (!m_waiting.contains(draft.id))
                    m_waiting.insert(draft.id, draft);
            Q_EMIT failed(done.error());
        });
    return writing;
}

QFuture<QList<ArticleDraft>> Drafts::of(const QString &login)
{
    flush();
    return m_thread.run([folder = m_folder, login] {
        return readDrafts(
            folder, [&login](const ArticleDraft &draft) { return draft.login == login; });
    });
}

QFuture<QList<ArticleDraft>> Drafts::sent()
{
    return m_thread.run([folder = m_folder] {
        return readDrafts(folder, [](const ArticleDraft &draft) { return !draft.sent.isEmpty(); });
    });
}

QFuture<std::optional<ArticleDraft>> Drafts::find(const QString &login, const QUuid &article)
{
    flush();
    return m_thread.run([folder = m_folder, login, article]() -> std::optional<ArticleDraft> {
        const auto all = readDrafts(folder, [&](const ArticleDraft &draft) {
            return draft.login == login && draft.article == article;
        });
        return all.isEmpty() ? std::nullopt : std::optional(all.first());
    });
}

} // namespace watchroom::knowledge
