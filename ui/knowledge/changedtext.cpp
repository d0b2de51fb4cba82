// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/knowledge/changedtext.h"

#include "app/articles/worddiff.h"

namespace watchroom::ui {

using namespace Qt::StringLiterals;

namespace {

template <class Ranges>
QString marked(const QString &text, const Ranges &ranges, const QString &tag)
{
    QString html;
    qsizetype done = 0;
    for (const auto &range : ranges) {
        html += text.mid(done, range.at - done).toHtmlEscaped();
        html += u"<%1>%2</%1>"_s.arg(tag, text.mid(range.at, range.length).toHtmlEscaped());
        done = range.at + range.length;
    }
    return html + text.mid(done).toHtmlEscaped();
}

} // namespace

ChangedTexts changedTexts(const QString &before, const QString &now)
{
    const articles::WordDiff diff = articles::wordDiff(before, now);
    return {marked(before, diff.removed, u"s"_s), marked(now, diff.added, u"b"_s)};
}

} // namespace watchroom::ui
