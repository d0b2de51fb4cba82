// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/remote/remote.h"
#include "app/remote/secretbook.h"

#include <QStringList>

namespace watchroom::remote {

// What the server's functions answer, read with suspicion: anything that is not exactly the shape
// of ARCHITECTURE.md is Error::Corrupt. Pure; any thread.

[[nodiscard]] base::Result<Hello> readHello(const QString &json);
[[nodiscard]] base::Result<Applied> readApplied(const QString &json);
[[nodiscard]] base::Result<Pulled> readPulled(const QStringList &lines);
[[nodiscard]] base::Result<QHash<QString, QString>> readDigest(const QString &json);
[[nodiscard]] base::Result<QHash<QUuid, QUuid>> readList(const QString &json);
[[nodiscard]] base::Result<QList<domain::Row>> readRows(const QString &json);
[[nodiscard]] base::Result<Beat> readBeat(const QString &json);
[[nodiscard]] base::Result<QList<SecretInfo>> readSecretInfos(const QString &json);
[[nodiscard]] base::Result<BlobState> readBlobState(const QString &json);
/// Base64 of at most 256 KiB; an empty answer is an empty piece.
[[nodiscard]] base::Result<QByteArray> readPiece(const QString &base64);

/// The JSON text of apply_changes' last argument.
[[nodiscard]] QString envelopes(const QList<OutgoingOperation> &operations);

} // namespace watchroom::remote
