// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/articles/step.h"
#include "app/base/instant.h"
#include "app/domain/attachment.h"
#include "app/domain/row.h"

#include <QStringList>
#include <QUuid>

#include <optional>

namespace watchroom::knowledge {

/// What a text is made of, wherever it stands: as a proposal or as a version.
struct ArticleText
{
    QString hash; ///< SHA-256 of the Markdown, hex; the file of that name holds it
    qint64 size = 0; ///< bytes
    articles::Steps steps;
    QList<domain::Attachment> images;
    QString reason; ///< what was changed, in one line

    [[nodiscard]] domain::Attachment file() const;
    friend bool operator==(const ArticleText &, const ArticleText &) = default;
};

/// A text that waits for its review or was given back.
struct Proposal
{
    ArticleText text;
    int base = 0; ///< the version it changes; 0: none
    bool returned = false;
    QString by; ///< login
    QString remark; ///< why it was given back
    std::optional<base::Instant> at;
    friend bool operator==(const Proposal &, const Proposal &) = default;
};

/// An article without its texts. Code words as in domain, times in UTC.
struct Article
{
    QUuid id;
    QString key;
    QString title;
    QString kind;
    QString folder; ///< "网络/出口链路"
    QStringList tags;
    QString owner; ///< login; empty: nobody answers for it
    QString deputy;
    int reviewDays = 0; ///< 0: not said
    QStringList targets; ///< keys
    QStringList metrics;
    QString mode; ///< read_do, do_confirm or empty
    int version = 0; ///< the published one; 0: none
    bool withdrawn = false;
    QString withdrawnReason;
    std::optional<Proposal> proposal;
    QString reviewedBy;
    std::optional<base::Instant> reviewedAt;
    bool pending = false; ///< a change of this client is not settled yet

    [[nodiscard]] static Article fromRow(const domain::Row &row);
    /// When it is to be looked through again; nothing: never, or not published.
    [[nodiscard]] std::optional<base::Instant> reviewDueAt() const;
    [[nodiscard]] bool maintainedBy(const QString &login) const; ///< rights apart
    friend bool operator==(const Article &, const Article &) = default;
};

/// A published text; never changed.
struct ArticleVersion
{
    QUuid article;
    int version = 0;
    QString title; ///< as it was
    ArticleText text;
    QString author;
    QString publishedBy;
    std::optional<base::Instant> publishedAt;

    [[nodiscard]] static ArticleVersion fromRow(const domain::Row &row);
    friend bool operator==(const ArticleVersion &, const ArticleVersion &) = default;
};

/// How a proposal stands in a row's column.
[[nodiscard]] QJsonObject toJson(const ArticleText &text, int base);

} // namespace watchroom::knowledge
