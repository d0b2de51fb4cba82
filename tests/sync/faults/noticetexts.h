// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/knowledge/article.h"
#include "tests/sync/faults/noticeoracle.h"

#include <QRandomGenerator>

namespace watchroom::test {

/// A version's text as a file, which may come later than its row.
struct NoticeText
{
    QUuid article;
    Written written;
    QByteArray markdown;
    int author = 0; ///< its desk, 0 or 1
    bool kept = false; ///< the file is there: until then nobody has the text
    bool sent = false; ///< to the server
};

/// What people write in the scenarios of one world.
class NoticeTexts
{
public:
    explicit NoticeTexts(QRandomGenerator &random)
        : m_random(random)
    {
    }

    [[nodiscard]] Written first();
    /// One thing of it is another: a step's words, a step more, less or elsewhere, or no step.
    [[nodiscard]] Written edited(Written before);
    /// Theirs, with what was changed from `base` to `mine`.
    [[nodiscard]] Written merged(const Written &base, const Written &mine, const Written &theirs);
    /// What is published of it; names its file.
    [[nodiscard]] knowledge::ArticleText add(Written &written, const QUuid &article, int author);

    [[nodiscard]] QString word();
    [[nodiscard]] const QStringList &hashes() const { return m_hashes; } ///< as they were written
    [[nodiscard]] NoticeText &at(const QString &hash) { return m_texts[hash]; }
    [[nodiscard]] NoticeText at(const QString &hash) const { return m_texts.value(hash); }

private:
    QRandomGenerator &m_random;
    QHash<QString, NoticeText> m_texts;
    QStringList m_hashes;
    int m_words = 0;
};

} // namespace watchroom::test
