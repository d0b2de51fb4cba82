// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/articles/textmerge.h"

#include "app/articles/gitlibrary.h"
#include "app/articles/markdownlimits.h"

#include <algorithm>
#include <git2/merge.h>
#include <limits>

namespace watchroom::articles {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

constexpr QStringView kMarks = u"<|=>";

/// A marker longer than any line of the texts begins with, so that no line is taken for one.
qsizetype markerSize(const QList<QByteArray> &texts)
{
    qsizetype longest = 0;
    for (const QByteArray &text : texts) {
        for (qsizetype from = 0; from < text.size(); from = text.indexOf('\n', from) + 1) {
            qsizetype end = from;
            while (text[end] == text[from] && kMarks.contains(QLatin1Char(text[end])))
                ++end;
            longest = std::max(longest, end - from);
        }
    }
    return std::max<qsizetype>(longest + 1, GIT_MERGE_CONFLICT_MARKER_SIZE);
}

git_merge_file_input input(const QByteArray &text)
{
    git_merge_file_input input = GIT_MERGE_FILE_INPUT_INIT;
    input.ptr = text.constData();
    input.size = static_cast<size_t>(text.size());
    return input;
}

/// Takes the library's answer apart. One thread.
class Parts
{
public:
    explicit Parts(qsizetype markerSize)
        : m_marker(markerSize)
    {
    }

    void add(const QString &line)
    {
        if (isMarker(line, u'<')) {
            m_parts.append(MergePart{.conflict = true});
            m_into = &m_parts.back().mine;
        } else if (isMarker(line, u'|')) {
            m_into = &m_parts.back().base;
        } else if (isMarker(line, u'=')) {
            m_into = &m_parts.back().theirs;
        } else if (isMarker(line, u'>')) {
            m_into = nullptr;
        } else {
            if (!m_into) {
                m_parts.append(MergePart{});
                m_into = &m_parts.back().lines;
            }
            m_into->append(line);
        }
    }

    [[nodiscard]] QList<MergePart> parts() const { return m_parts; }

private:
    [[nodiscard]] bool isMarker(const QString &line, QChar mark) const
    {
        return line.startsWith(mark) && line.startsWith(QString(m_marker, mark));
    }

    qsizetype m_marker;
    QList<MergePart> m_parts;
    QStringList *m_into = nullptr; ///< into the last part
};

} // namespace

int TextMerge::conflicts() const
{
    return static_cast<int>(std::ranges::count(parts, true, &MergePart::conflict));
}

QString TextMerge::text(const QList<QStringList> &chosen) const
{
    QStringList lines;
    qsizetype conflict = 0;
    for (const MergePart &part : parts) {
        if (!part.conflict)
            lines += part.lines;
        else
            lines += conflict < chosen.size() ? chosen.at(conflict++) : part.mine;
    }
    return lines.isEmpty() ? QString() : lines.join(u'\n') + u'\n';
}

base::Result<TextMerge> mergeTexts(const QString &base, const QString &mine, const QString &theirs)
{
    const QList<QByteArray> texts{gitText(base), gitText(mine), gitText(theirs)};
    for (const QByteArray &text : texts) {
        if (text.size() > kArticleBytes)
            return base::failure(
                Error::Kind::Invalid, u"merge: too large"_s, u"article_too_large"_s);
    }
    const qsizetype marker = markerSize(texts);
    if (marker > std::numeric_limits<unsigned short>::max())
        return base::failure(
            Error::Kind::Invalid, u"merge: a line of marks"_s, u"article_too_complex"_s);
    const GitLibrary library;
    git_merge_file_options options = GIT_MERGE_FILE_OPTIONS_INIT;
    options.ancestor_label = "base";
    options.our_label = "mine";
    options.their_label = "theirs";
    options.flags = GIT_MERGE_FILE_STYLE_DIFF3;
    options.marker_size = static_cast<unsigned short>(marker);
    const auto ancestor = input(texts.at(0));
    const auto ours = input(texts.at(1));
    const auto other = input(texts.at(2));
    git_merge_file_result result = {};
    if (git_merge_file(&result, &ancestor, &ours, &other, &options) != 0)
        return GitLibrary::failed(u"merge"_s);
    Parts parts(marker);
    for (const QString &line :
        gitLines(QByteArrayView(result.ptr, static_cast<qsizetype>(result.len))))
        parts.add(line);
    git_merge_file_result_free(&result);
    return TextMerge{parts.parts()};
}

} // namespace watchroom::articles
