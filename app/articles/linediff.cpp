// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/articles/linediff.h"

#include "app/articles/gitlibrary.h"
#include "app/articles/markdownlimits.h"

#include <algorithm>
#include <git2/diff.h>

namespace watchroom::articles {

using namespace Qt::StringLiterals;
using base::Error;
using Kind = DiffRow::Kind;

namespace {

/// Gathers what the library reports line by line. One thread.
class Hunks
{
public:
    static int hunk(const git_diff_delta *, const git_diff_hunk *, void *self)
    {
        auto &hunks = *static_cast<Hunks *>(self);
        hunks.endRun();
        hunks.m_hunks.append(DiffHunk());
        return 0;
    }

    static int line(
        const git_diff_delta *, const git_diff_hunk *, const git_diff_line *line, void *self)
    {
        static_cast<Hunks *>(self)->add(*line);
        return 0;
    }

    QList<DiffHunk> take()
    {
        endRun();
        return m_hunks;
    }

private:
    void add(const git_diff_line &line)
    {
        QString text = QString::fromUtf8(line.content, static_cast<qsizetype>(line.content_len));
        if (text.endsWith(u'\n'))
            text.chop(1);
        if (line.origin == GIT_DIFF_LINE_DELETION) {
            m_removed.append({Kind::Removed, line.old_lineno, 0, text});
        } else if (line.origin == GIT_DIFF_LINE_ADDITION) {
            m_added.append({Kind::Added, 0, line.new_lineno, {}, text});
        } else if (line.origin == GIT_DIFF_LINE_CONTEXT) {
            endRun();
            m_hunks.back().append({Kind::Same, line.old_lineno, line.new_lineno, text, text});
        }
    }

    /// Puts the lines that went beside those that came.
    void endRun()
    {
        const qsizetype both = std::min(m_removed.size(), m_added.size());
        for (qsizetype i = 0; i < both; ++i) {
            const DiffRow &left = m_removed.at(i);
            const DiffRow &right = m_added.at(i);
            m_hunks.back().append(
                {Kind::Changed, left.oldLine, right.newLine, left.oldText, right.newText});
        }
        if (!m_hunks.isEmpty())
            m_hunks.back() += m_removed.sliced(both) + m_added.sliced(both);
        m_removed.clear();
        m_added.clear();
    }

    QList<DiffHunk> m_hunks;
    DiffHunk m_removed;
    DiffHunk m_added;
};

} // namespace

base::Result<QList<DiffHunk>> diffLines(const QString &before, const QString &now, int context)
{
    const QByteArray old = gitText(before);
    const QByteArray fresh = gitText(now);
    if (std::max(old.size(), fresh.size()) > kArticleBytes)
        return base::failure(Error::Kind::Invalid, u"diff: too large"_s, u"article_too_large"_s);
    const GitLibrary library;
    git_diff_options options = GIT_DIFF_OPTIONS_INIT;
    options.context_lines = static_cast<uint32_t>(std::max(0, context));
    options.flags = GIT_DIFF_FORCE_TEXT;
    Hunks hunks;
    if (git_diff_buffers(old.constData(), static_cast<size_t>(old.size()), nullptr,
            fresh.constData(), static_cast<size_t>(fresh.size()), nullptr, &options, nullptr,
            nullptr, &Hunks::hunk, &Hunks::line, &hunks)
        != 0)
        return GitLibrary::failed(u"diff"_s);
    return hunks.take();
}

} // namespace watchroom::articles
