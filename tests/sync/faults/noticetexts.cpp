// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/faults/noticetexts.h"

#include "app/base/ids.h"

#include <QCryptographicHash>

namespace watchroom::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSteps = 5;

QString hashOf(const QByteArray &text)
{
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
}

} // namespace

QString NoticeTexts::word()
{
    return u"步骤 %1"_s.arg(++m_words);
}

Written NoticeTexts::first()
{
    Written made;
    while (made.last < kSteps) {
        made.ids.append(u's' + QString::number(++made.last));
        made.words.insert(made.ids.last(), word());
    }
    made.critical.insert(made.ids.last());
    return made;
}

Written NoticeTexts::edited(Written before)
{
    const auto anywhere = [&] { return m_random.bounded(int(before.ids.size())); };
    const QString any = before.ids.at(anywhere());
    const int dice = m_random.bounded(10);
    if (dice < 5) {
        before.words.insert(any, word());
    } else if (dice < 7) {
        const QString added = u's' + QString::number(++before.last);
        before.ids.insert(anywhere(), added);
        before.words.insert(added, word());
    } else if (dice < 8 && before.ids.size() > 2) {
        before.ids.removeOne(any);
    } else if (dice < 9) {
        before.ids.move(anywhere(), anywhere());
    } // else only words between the steps
    return before;
}

Written NoticeTexts::merged(const Written &base, const Written &mine, const Written &theirs)
{
    Written made = theirs;
    made.last = std::max(mine.last, theirs.last);
    for (const QString &id : mine.ids) {
        if (mine.words.value(id) == base.words.value(id) && base.ids.contains(id))
            continue;
        if (!made.ids.contains(id))
            made.ids.append(id);
        made.words.insert(id, mine.words.value(id));
    }
    return made;
}

knowledge::ArticleText NoticeTexts::add(Written &written, const QUuid &article, int author)
{
    QByteArray markdown = "# " + base::toText(article).toUtf8() + ' ' + word().toUtf8() + '\n';
    knowledge::ArticleText made{
        .hash = {}, .size = 0, .steps = {}, .images = {}, .reason = u"修订"_s};
    for (const QString &id : std::as_const(written.ids)) {
        const bool critical = written.critical.contains(id);
        const QString words = written.words.value(id) + (critical ? u"!"_s : QString());
        markdown += "1. " + words.toUtf8() + '\n';
        made.steps.append({.id = id,
            .text = words,
            .hash = hashOf(words.toUtf8()),
            .critical = critical,
            .expectSeconds = 0});
    }
    made.hash = hashOf(markdown);
    made.size = markdown.size();
    written.hash = made.hash;
    m_hashes.append(made.hash);
    m_texts.insert(made.hash,
        {.article = article,
            .written = written,
            .markdown = markdown,
            .author = author,
            .kept = false,
            .sent = false});
    return made;
}

} // namespace watchroom::test
