// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/remote/teamsecrets.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <string.h> // NOLINT(modernize-deprecated-headers): explicit_bzero is not in <cstring>

namespace watchroom::remote {

using namespace Qt::StringLiterals;
using base::Error;

namespace {
constexpr qsizetype kMost = 1000;
constexpr qsizetype kLargest = 8192;
} // namespace

void wipe(QByteArray &bytes)
{
    // Shared bytes would be copied by writing to them, and the copy overwritten.
    if (!bytes.isEmpty() && bytes.isDetached())
        ::explicit_bzero(bytes.data(), size_t(bytes.size()));
    bytes.clear();
}

void wipe(QString &text)
{
    if (!text.isEmpty() && text.isDetached())
        ::explicit_bzero(text.data(), size_t(text.size()) * sizeof(QChar));
    text.clear();
}

TeamSecrets::~TeamSecrets()
{
    for (Secret &secret : m_secrets)
        wipe(secret.value);
}

base::Result<TeamSecretsPtr> TeamSecrets::read(QString &json)
{
    QByteArray bytes = json.toUtf8();
    const QJsonObject said = QJsonDocument::fromJson(bytes).object();
    wipe(bytes);
    wipe(json);
    auto read = std::make_shared<TeamSecrets>();
    read->m_mark = said["mark"_L1].toString();
    const QJsonArray all = said["secrets"_L1].toArray();
    bool good = !read->m_mark.isEmpty() && said["secrets"_L1].isArray() && all.size() <= kMost;
    for (const QJsonValue &each : all) {
        const Secret secret{each["kind"_L1].toString(), each["value"_L1].toString().toUtf8()};
        good = good && !each["name"_L1].toString().isEmpty() && !secret.value.isEmpty()
            && secret.value.size() <= kLargest;
        read->m_secrets.insert(each["name"_L1].toString(), secret);
    }
    if (!good)
        return base::failure(Error::Kind::Corrupt, u"answer of the server: secrets"_s);
    return TeamSecretsPtr(std::move(read));
}

QStringList TeamSecrets::names(QStringView kind) const
{
    QStringList names;
    for (auto at = m_secrets.cbegin(); at != m_secrets.cend(); ++at) {
        if (at->kind == kind)
            names.append(at.key());
    }
    std::ranges::sort(names);
    return names;
}

QByteArrayView TeamSecrets::value(const QString &name, QStringView kind) const
{
    const auto at = m_secrets.constFind(name);
    if (at == m_secrets.cend() || at->kind != kind)
        return {};
    return at->value;
}

} // namespace watchroom::remote
