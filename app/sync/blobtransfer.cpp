// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/blobtransfer.h"

#include "app/base/log.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace watchroom::sync {

using namespace Qt::StringLiterals;
using domain::Attachment;

namespace {

constexpr qsizetype kMostChanged = 1000;

/// Where files are named, and how they are read: what is named last is fetched first.
struct Naming
{
    QLatin1StringView table; ///< whose changes are looked at
    QLatin1StringView query; ///< columns of the row, "t", and whether it is fetched unasked
    QLatin1StringView changed = "t.id"_L1; ///< which rows of it a changed one means
};
constexpr auto kVersions =
    "SELECT t.hash, t.size, t.images, t.version >= a.version - 1 AS fetched "
    "FROM article_version t JOIN article a ON a.id = t.article WHERE t.deleted = 0"_L1;
constexpr std::array kNamings{
    Naming{
        "log_entry"_L1, "SELECT blobs, 1 AS fetched FROM log_entry t WHERE blobs IS NOT NULL"_L1},
    Naming{
        "run_event"_L1, "SELECT blobs, 1 AS fetched FROM run_event t WHERE blobs IS NOT NULL"_L1},
    Naming{
        "article"_L1, "SELECT proposal, 1 AS fetched FROM article t WHERE proposal IS NOT NULL"_L1},
    Naming{"article_version"_L1, kVersions},
    // Which versions are fetched follows from the article: what was published here and then refused
    // made an older one look as if nobody needed it.
    Naming{"article"_L1, kVersions, "t.article"_L1},
};

QJsonValue json(const QJsonObject &row, QLatin1StringView column)
{
    const QJsonDocument document = QJsonDocument::fromJson(row.value(column).toString().toUtf8());
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

QList<Attachment> filesOf(const QJsonObject &row)
{
    if (row.contains("blobs"_L1))
        return domain::attachments(json(row, "blobs"_L1));
    if (row.contains("proposal"_L1))
        return domain::articleFiles(json(row, "proposal"_L1).toObject());
    QJsonObject version = row;
    version.insert("images"_L1, json(row, "images"_L1));
    return domain::articleFiles(version);
}

} // namespace

BlobTransfer::BlobTransfer(SyncSession &session)
    : m_session(session)
    , m_folder(session.store.workspaceDir())
{
}

void BlobTransfer::want(const Attachment &attachment)
{
    m_wanted.removeAll(attachment);
    m_wanted.append(attachment);
    m_absent.remove(attachment.hash);
}

bool BlobTransfer::lookAt(const QString &table, const QList<QUuid> &rows)
{
    if (std::ranges::find(kNamings, table, &Naming::table) == kNamings.end())
        return false;
    QList<QUuid> &changed = m_changed[table];
    changed.append(rows);
    if (changed.size() > kMostChanged)
        m_looked = false; // one look at all is cheaper
    return true;
}

base::Result<> BlobTransfer::look()
{
    if (m_looked && m_changed.isEmpty())
        return {};
    const auto tables = std::exchange(m_changed, {});
    for (const Naming &naming : kNamings) {
        const QList<QUuid> changed = tables.value(naming.table);
        if (m_looked ? changed.isEmpty() : naming.changed != "t.id"_L1)
            continue;
        const QString query = naming.query
            + (m_looked ? u" AND "_s + naming.changed + u' ' + store::kInList
                        : u" ORDER BY t.id"_s);
        const QVariantList values =
            m_looked ? QVariantList{store::listOf(changed)} : QVariantList();
        const auto rows = await(m_session.store.read<QList<QJsonObject>>(
            [query, values](store::Reader &reader) { return reader.query(query, values); }));
        if (!rows) {
            m_looked = false; // at all of them the next time
            return tl::unexpected(rows.error());
        }
        for (const QJsonObject &row : *rows)
            note(filesOf(row), row.value("fetched"_L1).toInt() != 0);
    }
    m_looked = true;
    return {};
}

void BlobTransfer::note(const QList<Attachment> &attachments, bool fetched)
{
    for (const Attachment &attachment : attachments) {
        m_named.insert(attachment.hash);
        if (!fetched || m_noted.contains(attachment.hash))
            continue;
        m_noted.insert(attachment.hash);
        if (!m_folder.has(attachment.hash))
            m_missing.append(attachment);
    }
}

std::optional<Attachment> BlobTransfer::nextWanted()
{
    for (QList<Attachment> *list : {&m_wanted, &m_missing}) {
        while (!list->isEmpty()) {
            const Attachment &last = list->constLast();
            if (domain::isHash(last.hash) && !m_folder.has(last.hash)
                && !m_absent.contains(last.hash) && !m_spoiled.contains(last.hash))
                return last;
            list->removeLast();
        }
        // What was attached here goes between the two.
        if (list == &m_wanted && !nextOutgoing().isEmpty())
            return std::nullopt;
    }
    return std::nullopt;
}

QString BlobTransfer::nextOutgoing()
{
    if (!m_outgoing)
        m_outgoing = m_folder.outgoing();
    const auto next = std::ranges::find_if(*m_outgoing, [this](const QString &hash) {
        return m_named.contains(hash) && !m_spoiled.contains(hash);
    });
    return next == m_outgoing->cend() ? QString() : *next;
}

base::Result<> BlobTransfer::offerAll()
{
    m_outgoing.reset();
    return m_folder.offerAll();
}

void BlobTransfer::askAgain()
{
    m_missing.append(std::exchange(m_absent, {}).values());
}

base::Result<bool> BlobTransfer::step()
{
    if (const auto looked = look(); !looked)
        return tl::unexpected(looked.error());
    if (const auto wanted = nextWanted())
        return fetch(*wanted);
    return sendStep();
}

base::Result<bool> BlobTransfer::sendStep()
{
    if (const auto looked = look(); !looked)
        return tl::unexpected(looked.error());
    const QString outgoing = nextOutgoing();
    return outgoing.isEmpty() ? base::Result<bool>(false) : send(outgoing);
}

base::Result<bool> BlobTransfer::send(const QString &hash)
{
    const bool known = m_next.contains(hash);
    const int n = m_next.value(hash);
    QByteArray piece; // null: only asks, at the first step
    if (known) {
        const auto read = m_folder.piece(hash, n);
        if (!read) {
            spoil(hash);
            return true;
        }
        piece = *read;
    }
    m_next.remove(hash); // a call that fails asks anew
    const auto said =
        m_session.remote.putBlob(m_session.client, hash, m_folder.size(hash), n, piece);
    if (!said)
        return tl::unexpected(said.error());
    if (said->damaged) { // this file is not what its name says
        spoil(hash);
        return true;
    }
    if (!said->whole) {
        m_next.insert(hash, said->next);
        return true;
    }
    if (const auto marked = m_folder.sent(hash); !marked)
        return tl::unexpected(marked.error());
    if (m_outgoing)
        m_outgoing->removeAll(hash);
    if (known)
        m_session.remote.notifyOthers(); // who waits for it asks again
    return true;
}

void BlobTransfer::spoil(const QString &hash)
{
    qCWarning(base::lcSync) << "attachment damaged" << hash;
    m_spoiled.insert(hash);
}

base::Result<bool> BlobTransfer::fetch(const Attachment &attachment)
{
    const auto piece = m_session.remote.getBlob(
        m_session.client, attachment.hash, m_folder.nextPiece(attachment.hash));
    if (!piece)
        return tl::unexpected(piece.error());
    if (piece->isEmpty()) {
        m_absent.insert(attachment.hash, attachment);
        return true;
    }
    const auto whole = m_folder.append(attachment, *piece);
    if (!whole && whole.error().code == "blob_damaged"_L1) {
        spoil(attachment.hash);
        return true;
    }
    if (!whole)
        return tl::unexpected(whole.error());
    if (*whole)
        m_arrived.append(attachment.hash);
    return true;
}

} // namespace watchroom::sync
