// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/faults/noticeoracle.h"

namespace watchroom::test {

using namespace Qt::StringLiterals;

namespace {

/// A step is another one when its words or its importance are.
QString face(const Written &version, const QString &id)
{
    if (!version.ids.contains(id))
        return {};
    return version.words.value(id) + (version.critical.contains(id) ? u"!"_s : QString());
}

QString said(const Known &known, const QString &id)
{
    const Followed &run = known.run;
    const int newest = known.newest();
    const Written mine = known.versions.value(run.version);
    const Written now = known.versions.value(newest);
    if (run.ticked.contains(id)) {
        const Written then = known.versions.value(run.ticked.value(id));
        const bool same = !now.ids.contains(id) || face(now, id) == face(then, id);
        return same || run.notNeeded.contains({id, newest}) ? QString() : u"finished"_s;
    }
    if (face(mine, id) == face(now, id) || run.kept.contains({id, newest}))
        return {};
    if (known.current() == id)
        return u"now"_s;
    return mine.critical.contains(id) || now.critical.contains(id) ? u"critical"_s : u"later"_s;
}

} // namespace

QString Notice::text() const
{
    QStringList all;
    for (const auto &[id, word] : steps.asKeyValueRange())
        all.append(id + u' ' + word);
    return u"newer %1, withdrawn %2, followed %3, run newer %4, withdrawn %5: %6"_s.arg(newer)
        .arg(withdrawn)
        .arg(followed)
        .arg(runNewer)
        .arg(runWithdrawn)
        .arg(all.join(u", "_s));
}

QString Known::current() const
{
    for (const QString &id : versions.value(run.version).ids)
        if (!run.ticked.contains(id))
            return id;
    return {};
}

Notice mustBeSaid(const Known &known)
{
    const int newest = known.newest();
    Notice notice{.newer = !known.withdrawn && !known.texts.contains(newest),
        .withdrawn = known.withdrawn,
        .followed = known.followed < newest ? known.followed : 0,
        .runNewer = known.run.version != 0 && known.run.version < newest,
        .runWithdrawn = known.run.version != 0 && known.withdrawn,
        .steps = {}};
    if (known.run.version == 0)
        return notice;
    for (const QString &id : known.versions.value(known.run.version).ids)
        if (const QString word = said(known, id); !word.isEmpty())
            notice.steps.insert(id, word);
    return notice;
}

} // namespace watchroom::test
