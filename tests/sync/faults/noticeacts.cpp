// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/faults/noticeacts.h"

#include "app/domain/values.h"

namespace watchroom::test {

using namespace knowledge;

namespace {

/// Empty: saved; else the code of the refusal.
QString done(store::SavedFuture saving)
{
    saving.waitForFinished();
    return saving.result() ? QString() : u"refused: "_s + saving.result().error().code;
}

} // namespace

QString NoticeActs::open(NoticeScenario &scenario)
{
    Written written = m_texts.first();
    articles::ArticleMeta meta;
    meta.id = u"p-%1"_s.arg(m_texts.word().section(u' ', 1));
    meta.title = u"处置 "_s + meta.id;
    meta.kind = chance(50) ? u"procedure"_s : u"architecture"_s;
    auto saving =
        m_desks[0]->articleCommands().publishNew(meta, m_texts.add(written, scenario.article, 0));
    if (const QString trouble = done(saving); !trouble.isEmpty())
        return trouble;
    scenario.article = domain::uuid(saving.result()->rows.first(), "id"_L1);
    m_texts.at(written.hash).article = scenario.article;
    return {};
}

QString NoticeActs::act(NoticeScenario &scenario)
{
    const bool both = chance(15); // write at once
    const int first = m_random.bounded(2);
    for (const int at : {first, 1 - first}) {
        if (!both && chance(35))
            continue;
        const QString trouble = both ? write(scenario, at) : actAt(scenario, at);
        if (!trouble.isEmpty())
            return trouble;
        NoticeDesk &desk = *m_desks[std::size_t(at)];
        if (desk.isCut())
            scenario.befell.insert(u"offline"_s);
        if (desk.isAhead())
            scenario.befell.insert(u"clock ahead"_s);
        if (desk.isBehind())
            scenario.befell.insert(u"clock behind"_s);
    }
    return {};
}

QString NoticeActs::actAt(NoticeScenario &scenario, int at)
{
    const int dice = m_random.bounded(10);
    if (dice < 3)
        return write(scenario, at);
    return dice < 9 ? follow(scenario, at) : turn(scenario, at);
}

QString NoticeActs::write(NoticeScenario &scenario, int at)
{
    NoticeSide &side = scenario.sides[std::size_t(at)];
    if (side.known.withdrawn)
        return {};
    const int newest = side.known.newest();
    const Written theirs = side.known.versions.value(newest);
    Written written = theirs;
    if (side.lost) {
        written = m_texts.merged(side.known.versions.value(side.base), *side.lost, theirs);
        side.lost.reset();
        scenario.befell.insert(u"merged"_s);
    } else {
        written = m_texts.edited(theirs);
    }
    const ArticleText text = m_texts.add(written, scenario.article, at);
    const QString refusal = done(
        m_desks[std::size_t(at)]->articleCommands().publishText(scenario.article, text, newest));
    if (!side.unsent)
        side.base = newest;
    if (refusal.isEmpty()) {
        side.known.versions.insert(newest + 1, written);
        side.unsent = written;
        return {};
    }
    // Another's version is there before anybody here has looked.
    if (!refusal.endsWith("article_changed"_L1) && !refusal.endsWith("closed"_L1))
        return refusal;
    side.lost = written;
    scenario.befell.insert(u"two editors"_s);
    return {};
}

/// Withdraws, or brings back.
QString NoticeActs::turn(NoticeScenario &scenario, int at)
{
    NoticeSide &side = scenario.sides[std::size_t(at)];
    if (side.unsent)
        return {};
    ArticleCommands &commands = m_desks[std::size_t(at)]->articleCommands();
    scenario.befell.insert(side.known.withdrawn ? u"brought back"_s : u"withdrawn"_s);
    const QString refusal =
        done(side.known.withdrawn ? commands.restore(scenario.article)
                                  : commands.withdraw(scenario.article, u"退网"_s));
    side.known.withdrawn = !side.known.withdrawn;
    return refusal;
}

QString NoticeActs::follow(NoticeScenario &scenario, int at)
{
    NoticeSide &side = scenario.sides[std::size_t(at)];
    if (side.unsent)
        return {}; // whose version it will be is open
    NoticeDesk &desk = *m_desks[std::size_t(at)];
    if (side.run.isNull()) {
        if (side.known.withdrawn)
            return turn(scenario, at);
        const int newest = side.known.newest();
        auto saving = desk.runCommands().start(scenario.article, newest, u"read_do"_s, {});
        if (const QString refusal = done(saving); !refusal.isEmpty())
            return refusal;
        side.run = domain::uuid(saving.result()->rows.first(), "id"_L1);
        side.known.run = {.version = newest, .ticked = {}, .kept = {}, .notNeeded = {}};
        side.known.followed = std::max(side.known.followed, newest);
        return {};
    }
    const RunState *state = desk.runs().find(side.run);
    if (!state)
        return u"a procedure is not on the screen"_s;
    const Run run = state->run;
    return chance(50) ? decide(side, run, at) : tick(side, run, at);
}

/// On what has changed.
QString NoticeActs::decide(NoticeSide &side, const Run &run, int at)
{
    RunCommands &commands = m_desks[std::size_t(at)]->runCommands();
    Followed &mine = side.known.run;
    const int newest = side.known.newest();
    if (newest > mine.version && chance(40)) {
        mine.version = newest;
        side.known.followed = std::max(side.known.followed, newest);
        return done(commands.switchTo(run, newest));
    }
    const auto outstanding = mustBeSaid(side.known).steps;
    if (outstanding.isEmpty())
        return tick(side, run, at);
    const auto chosen = std::next(outstanding.cbegin(), m_random.bounded(int(outstanding.size())));
    const QString &step = chosen.key();
    if (chosen.value() != "finished"_L1) {
        mine.kept.insert({step, newest});
        return done(commands.keep(run, mine.version, newest, step, {.code = u"told_to"_s}));
    }
    if (mine.version == newest && chance(50)) {
        mine.ticked.insert(step, newest);
        return done(commands.done(run, newest, step));
    }
    mine.notNeeded.insert({step, newest});
    return done(commands.notNeeded(run, newest, step, {.code = u"already_so"_s}));
}

QString NoticeActs::tick(NoticeSide &side, const Run &run, int at)
{
    RunCommands &commands = m_desks[std::size_t(at)]->runCommands();
    Followed &mine = side.known.run;
    if (!mine.ticked.isEmpty() && chance(15)) {
        const QString step = mine.ticked.lastKey();
        if (side.known.versions.value(mine.version).ids.contains(step)) {
            mine.ticked.remove(step);
            return done(commands.undone(run, mine.version, step));
        }
    }
    const QString step = side.known.current();
    if (step.isEmpty()) {
        side.run = QUuid();
        const int version = std::exchange(mine, Followed()).version;
        return done(commands.finish(run, version));
    }
    mine.ticked.insert(step, mine.version);
    return done(commands.done(run, mine.version, step));
}

QString NoticeActs::keepTexts(std::vector<NoticeScenario> &scenarios, int percent)
{
    QHash<QUuid, NoticeScenario *> byArticle;
    for (NoticeScenario &scenario : scenarios)
        byArticle.insert(scenario.article, &scenario);
    for (const QString &hash : m_texts.hashes()) {
        NoticeText &text = m_texts.at(hash);
        if (text.kept)
            continue;
        NoticeScenario &scenario = *byArticle.value(text.article);
        if (!chance(percent)) {
            scenario.befell.insert(u"late text"_s);
            continue;
        }
        const auto added = m_desks[std::size_t(text.author)]->files().addText(text.markdown);
        if (!added)
            return added.error().detail;
        m_desks[std::size_t(text.author)]->library().noteArrival(hash);
        text.kept = true;
        Known &known = scenario.sides[std::size_t(text.author)].known;
        for (const auto &[version, written] : known.versions.asKeyValueRange())
            if (written.hash == hash)
                known.texts.insert(version);
    }
    for (const auto &desk : m_desks)
        desk->desk().service->attachmentAdded();
    return {};
}

} // namespace watchroom::test
