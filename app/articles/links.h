// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>

#include <optional>

namespace watchroom::articles {

/// The target as it may stand in a shown article; nothing for what may not be followed. Allowed
/// are http:, https:, mailto:, tel:, `article:ID` with or without `#heading`, and `#heading`.
[[nodiscard]] std::optional<QString> allowedLink(const QString &target);

/// The hash of `blob:HASH`; empty for anything else.
[[nodiscard]] QString blobOf(const QString &target);

/// A path within the imported folder: no scheme, no host, not from the root.
[[nodiscard]] bool isRelativePath(const QString &target);

/// The anchors of an article's headings, as GitHub forms them. A value.
class Anchors
{
public:
    /// "处置 步骤（一）" is `处置-步骤一`; the next of that name `处置-步骤一-1`.
    [[nodiscard]] QString next(const QString &heading);

private:
    QSet<QString> m_taken;
};

} // namespace watchroom::articles
