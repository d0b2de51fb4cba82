// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/knowledge/favourites.h"

#include "app/base/ids.h"
#include "app/base/json.h"
#include "app/base/whendone.h"
#include "app/base/wholefile.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>

namespace watchroom::knowledge {

using namespace Qt::StringLiterals;
using base::Result;

namespace {

using Known = QHash<QString, QSet<QUuid>>;

Known readKnown(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject all = base::readJson(file.readAll()).object();
    Known known;
    for (auto person = all.begin(); person != all.end(); ++person) {
        for (const QJsonValue &id : person->toArray())
            known[person.key()].insert(QUuid::fromString(id.toString()));
        known[person.key()].remove(QUuid());
    }
    return known;
}

Result<> writeKnown(const QString &path, const Known &known)
{
    QJsonObject all;
    for (auto person = known.cbegin(); person != known.cend(); ++person) {
        QStringList ids;
        for (const QUuid &id : *person)
            ids.append(base::toText(id));
        ids.sort();
        all.insert(person.key(), QJsonArray::fromStringList(ids));
    }
    QSaveFile file(path);
    const QByteArray bytes = QJsonDocument(all).toJson(QJsonDocument::Compact);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()
        && base::commitWhole(file))
        return {};
    const base::Error error = base::writeFailure(file);
    return error.code.isEmpty()
        ? base::failure(error.kind, error.detail, u"file_unwritable"_s, {{u"file"_s, path}})
        : tl::unexpected(error);
}

} // namespace

Favourites::Favourites(const QString &workspaceDir, QObject *parent)
    : QObject(parent)
    , m_path(workspaceDir + "/favourites.json"_L1)
    , m_thread(u"favourites"_s)
{
    auto reading = m_thread.run([this]() -> Result<Known> {
        m_kept = readKnown(m_path);
        return m_kept;
    });
    base::whenDone(reading, this, [this](const Result<Known> &known) { take(known); });
}

Favourites::~Favourites()
{
    m_thread.run([] {}).waitForFinished();
    m_thread.stop();
}

void Favourites::set(const QString &login, const QUuid &article, bool favourite)
{
    auto writing = m_thread.run([this, login, article, favourite]() -> Result<Known> {
        Known known = m_kept;
        if (favourite)
            known[login].insert(article);
        else
            known[login].remove(article);
        if (const auto written = writeKnown(m_path, known); !written)
            return tl::unexpected(written.error());
        m_kept = known;
        return known;
    });
    base::whenDone(writing, this, [this](const Result<Known> &known) { take(known); });
}

void Favourites::take(const Result<Known> &known)
{
    if (!known) {
        Q_EMIT failed(known.error());
        return;
    }
    m_known = *known;
    Q_EMIT changed();
}

} // namespace watchroom::knowledge
