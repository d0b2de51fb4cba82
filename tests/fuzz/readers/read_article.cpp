// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/articles/articlefile.h"
#include "app/articles/articlehtml.h"
#include "app/articles/articlesteps.h"
#include "app/articles/articletargets.h"
#include "app/articles/gitlibrary.h"
#include "app/articles/linediff.h"
#include "app/articles/links.h"
#include "app/articles/plaintext.h"
#include "app/articles/stepdiff.h"
#include "app/articles/stepids.h"
#include "app/articles/textmerge.h"
#include "tests/fuzz/readers/reader.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace watchroom::fuzz {

using namespace Qt::StringLiterals;
using namespace articles;

namespace {

/// An article's file as `kb import` takes it, and all that is made of it.
class Article final : public Reader
{
public:
    void read(const QByteArray &input) override
    {
        const ArticleReading reading = readArticle(input);
        if (reading.faults.isEmpty())
            writtenBack(reading.file);
        const auto document = parseMarkdown(reading.file.body);
        if (!document)
            return;
        must(withTargets(*document, [](const articles::Target &) { return std::nullopt; })
                == document->lines.join(u'\n'),
            "where no target changes nothing does");
        (void)plainText(document->root, reading.file.meta.title);
        const ArticleSteps steps = stepsOf(*document);
        readSteps(steps);
        readHtml(*document, steps);
        compare(reading.file.body);
    }

private:
    static void writtenBack(const ArticleFile &file)
    {
        const ArticleReading again = readArticle(writeArticle(file.meta, file.body));
        must(again.faults.isEmpty(), "what is written can be read");
        must(again.file.meta == file.meta && again.file.body == file.body,
            "what is written is read as it was");
    }

    static void readSteps(const ArticleSteps &found)
    {
        const Steps first = carryIds({}, found.rows());
        Steps turned = found.rows();
        std::ranges::reverse(turned);
        turned = carryIds(first, turned);
        QSet<QString> ids;
        for (const Step &step : turned) {
            ids.insert(step.id);
            must(!step.text.contains(u'\n'), "a step's text is one line");
        }
        must(ids.size() == turned.size(), "no two steps have one id");
        must(!first.isEmpty() || turned.isEmpty(), "steps stay steps");
        const auto back = stepsFromJson(stepsJson(first));
        must(back && *back == first, "steps come back from their row");
        const auto diff = stepDiff(first, turned);
        must(removedNumbers(diff).isEmpty() && diff.size() == turned.size(),
            "turning steps removes none");
    }

    static void readHtml(const Document &document, const ArticleSteps &steps)
    {
        HtmlOptions options;
        options.look.copy = u"copy"_s;
        safe(articleHtml(document, options));
        options.steps = steps.list;
        safe(articleHtml(document, options));
        for (int i = 1; i <= std::min<qsizetype>(3, steps.steps.size()); ++i)
            safe(stepHtml(document, i, options));
    }

    /// Tags of ours alone, and targets that may be followed.
    static void safe(const ArticleHtml &html)
    {
        static const QRegularExpression tag(
            u"<(?!/"
            u"?(?:p|h[1-6]|a|b|i|s|code|pre|ul|ol|li|table|thead|tr|th|td|blockquote|span|br|hr|"
            "img)[ />])"_s);
        static const QRegularExpression target(u"(?:href|src)=\"([^\"]*)\""_s);
        static const QRegularExpression copy(u"\\Acopy:\\d+\\z"_s);
        for (const QString &text : {html.before, html.after}) {
            must(!tag.match(text).hasMatch(), "no tag comes from the article");
            auto matches = target.globalMatch(text);
            while (matches.hasNext()) {
                const QString found = matches.next().captured(1).replace(u"&amp;"_s, u"&"_s);
                must(allowedLink(found) || !blobOf(found).isEmpty() || copy.match(found).hasMatch(),
                    "no target but what may be followed");
            }
        }
    }

    static void compare(const QString &body)
    {
        const QString half = body.left(body.size() / 2);
        must(diffLines(half, body).has_value(), "articles can be compared");
        const auto merge = mergeTexts(half, half, body);
        must(merge && merge->conflicts() == 0, "one side alone makes no conflict");
    }

    GitLibrary m_git; ///< its beginning and end take longer than an article
};

} // namespace

std::unique_ptr<Reader> makeArticle()
{
    return std::make_unique<Article>();
}

} // namespace watchroom::fuzz
