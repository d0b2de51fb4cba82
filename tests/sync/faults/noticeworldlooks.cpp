// SPDX-License-Identifier: GPL-3.0-or-later
// What can be known at the desks of a world, and what they say.
#include "tests/sync/faults/noticeworld.h"

#include <QTest>

#include <algorithm>

namespace watchroom::test {

namespace {

constexpr int kPatience = 10'000; ///< ms

} // namespace

/// What was published is what the server's tables say, read without the program.
QString NoticeWorld::readPublished()
{
    const auto output = m_server.cluster.psql(m_server.cluster.superConninfo(m_database),
        u"SELECT a.id, a.withdrawn, v.version, v.hash FROM app.article a"
        " JOIN app.article_version v ON v.article = a.id"_s);
    if (output.exitCode != 0)
        return output.err;
    m_published.clear();
    m_withdrawn.clear();
    for (const QString &line : output.out.split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList parts = line.split(u'|');
        const QUuid article = QUuid::fromString(parts.at(0));
        m_published[article].insert(parts.at(2).toInt(), parts.at(3));
        if (parts.at(1) == "t"_L1)
            m_withdrawn.insert(article);
    }
    return {};
}

/// Its author is connected and the server has not got it, or who is connected has not.
bool NoticeWorld::isOnItsWay(const NoticeText &text) const
{
    const NoticeDesk &author = at(text.author);
    if (!text.kept || (author.isCut() && !text.sent))
        return false;
    if (!author.isCut() && author.files().outgoing().contains(text.written.hash))
        return true;
    const bool isNewest = m_published.value(text.article).last() == text.written.hash;
    return isNewest && std::ranges::any_of(m_desks, [&text](const auto &desk) {
        return !desk->isCut() && !desk->files().has(text.written.hash);
    });
}

bool NoticeWorld::areTextsThere() const
{
    for (const auto &versions : m_published)
        for (const QString &hash : versions)
            if (isOnItsWay(m_texts.at(hash)))
                return false;
    return true;
}

void NoticeWorld::learn()
{
    for (const auto &versions : std::as_const(m_published))
        for (const QString &hash : versions)
            if (NoticeText &text = m_texts.at(hash); text.kept && !at(text.author).isCut())
                text.sent = true;
    for (NoticeScenario &scenario : m_scenarios)
        for (int side : {0, 1})
            if (!at(side).isCut())
                learn(scenario, side);
}

void NoticeWorld::learn(NoticeScenario &scenario, int side)
{
    NoticeSide &own = scenario.sides[std::size_t(side)];
    const QMap<int, QString> published = m_published.value(scenario.article);
    own.known.versions.clear();
    own.known.texts.clear();
    own.known.withdrawn = m_withdrawn.contains(scenario.article);
    for (const auto &[version, hash] : published.asKeyValueRange()) {
        const NoticeText text = m_texts.at(hash);
        own.known.versions.insert(version, text.written);
        if (text.sent || (text.kept && text.author == side))
            own.known.texts.insert(version);
    }
    if (own.unsent && !published.values().contains(own.unsent->hash)) {
        own.lost = own.unsent;
        if (published.contains(own.base + 1))
            scenario.befell.insert(u"two editors"_s);
    }
    own.unsent.reset();
}

void NoticeWorld::look()
{
    const std::array followed{at(0).followed(), at(1).followed()};
    const auto says = [&](const NoticeScenario &scenario, int side) {
        const NoticeSide &own = scenario.sides[std::size_t(side)];
        return at(side).says(scenario.article, own.run, followed[std::size_t(side)]);
    };
    const auto isRight = [&](const NoticeScenario &scenario) {
        return std::ranges::all_of(std::array{0, 1}, [&](int side) {
            return says(scenario, side) == mustBeSaid(scenario.sides[std::size_t(side)].known);
        });
    };
    (void)QTest::qWaitFor([&] { return std::ranges::all_of(m_scenarios, isRight); }, kPatience);
    for (std::size_t i = 0; i < m_scenarios.size(); ++i) {
        for (int side : {0, 1}) {
            const Notice is = says(m_scenarios[i], side);
            const Notice must = mustBeSaid(m_scenarios[i].sides[std::size_t(side)].known);
            m_tally.weigh(is, must);
            if (is != must)
                qWarning().noquote() << m_scenarios[i].article.toString() << "desk" << side + 1
                                     << "says" << is.text() << "\n must say" << must.text();
        }
    }
}

} // namespace watchroom::test
