// SPDX-License-Identifier: GPL-3.0-or-later
// 300 pairs of Han typed into the search over everything, over 3,000 and 30,000 articles of some
// 1,500 Han: from the stroke to the answer painted. Then 20 articles get another title: from the
// store's word until it is found, and what it takes to compare all of them.
#include "app/base/ids.h"
#include "app/domain/derivedids.h"
#include "tests/bench/figures.h"
#include "tests/fakes/searchcorpus.h"
#include "ui/shell/palette.h"
#include "ui/shell/palettesearch.h"
#include "ui/style/theme.h"
#include "ui/widgets/searchfield.h"

#include <QApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace watchroom;

namespace {

constexpr qsizetype kQueries = 300;
constexpr qsizetype kPage = 500;
constexpr int kPatience = 600'000; // ms, for the index

store::PulledRow served(const QString &table, const QUuid &id, domain::Row columns)
{
    columns.insert(u"id"_s, base::toText(id));
    columns.insert(u"rev"_s, 1);
    columns.insert(u"ver"_s, base::toText(QUuid::createUuid()));
    columns.insert(u"deleted"_s, false);
    columns.insert(u"part"_s, u"core"_s);
    return {table, columns};
}

/// The text's file and its rows, as they come from a server.
void add(QList<store::PulledRow> &rows, const QString &blobs, const store::SearchDocument &text)
{
    const QByteArray markdown = text.body.toUtf8();
    const QString hash =
        QString::fromLatin1(QCryptographicHash::hash(markdown, QCryptographicHash::Sha256).toHex());
    QFile file(blobs + u'/' + hash);
    bench::demand(file.open(QIODevice::WriteOnly) && file.write(markdown) == markdown.size(), hash);
    const QUuid id = QUuid::createUuid();
    rows.append(served(u"article"_s, id,
        {{u"key"_s, text.ref}, {u"title"_s, text.title}, {u"kind"_s, u"procedure"_s},
            {u"version"_s, 1}, {u"withdrawn"_s, false}}));
    rows.append(served(u"article_version"_s, domain::articleVersionId(id, 1),
        {{u"article"_s, base::toText(id)}, {u"version"_s, 1}, {u"title"_s, text.title},
            {u"hash"_s, hash}, {u"size"_s, markdown.size()}, {u"steps"_s, QJsonArray()},
            {u"images"_s, QJsonArray()}, {u"published_at"_s, u"2026-03-18T04:00:00.000000Z"_s}}));
}

QStringList fill(store::Store &store, qsizetype count)
{
    const QString blobs = store.workspaceDir() + u"/blobs"_s;
    QDir().mkpath(blobs);
    test::SearchCorpus source;
    for (qsizetype done = 0; done < count; done += kPage) {
        QList<store::PulledRow> rows;
        for (qsizetype i = done; i < std::min(count, done + kPage); ++i)
            add(rows, blobs, source.next());
        auto applied = store.applyPage(rows, {}, 0);
        applied.waitForFinished();
        bench::demand(applied.result().has_value(), u"applyPage"_s);
    }
    return source.pairs(kQueries);
}

void measureChanges(store::Store &store, knowledge::Library &library, const QString &name)
{
    constexpr int kChanges = 20;
    auto reading = store.read<QList<domain::Row>>([](store::Reader &reader) {
        return reader.rows(u"article", {}, {}, u"LIMIT %1"_s.arg(kChanges));
    });
    reading.waitForFinished();
    QList<domain::Row> rows = *reading.result();
    bench::demand(rows.size() == kChanges, u"articles"_s);
    QObject::connect(&library, &knowledge::Library::failed, &library,
        [](const base::Error &error) { bench::demand(false, error.detail); });
    QList<double> times;
    for (int i = 0; i < kChanges; ++i) {
        rows[i].insert(u"title"_s, u"zq%1x"_s.arg(i));
        rows[i].insert(u"rev"_s, 2);
        rows[i].insert(u"ver"_s, base::toText(QUuid::createUuid()));
        rows[i].remove(u"_pending"_s);
        bool told = false;
        bool listed = false;
        const QObject following;
        QObject::connect(
            &library, &knowledge::Library::foundChanged, &following, [&told] { told = true; });
        QObject::connect(
            &library, &knowledge::Library::changed, &following, [&listed] { listed = true; });
        auto applied = store.applyPage({{u"article"_s, rows.at(i)}}, {}, 0);
        applied.waitForFinished();
        bench::demand(applied.result().has_value(), u"applyPage"_s);
        QElapsedTimer timer;
        timer.start();
        while (!told)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        auto asking = library.search({.text = u"zq%1x"_s.arg(i), .kinds = {}});
        asking.waitForFinished();
        times.append(double(timer.nsecsElapsed()) / 1e6);
        const auto answer = asking.result();
        bench::demand(answer && answer->counted == 1, u"the new title"_s);
        while (!listed) // the next one does not wait for what is left of this one
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    bench::tell(name + u"_change_p50"_s, bench::percentile(times, 0.5));
    bench::tell(name + u"_change_max"_s, bench::percentile(times, 1));
    auto index = store::SearchIndex::open(store.workspaceDir() + u"/search.sqlite"_s);
    bench::demand(index.has_value(), u"index"_s);
    knowledge::SearchFeed feed(store, **index);
    QElapsedTimer timer;
    timer.start();
    bench::demand(feed.refresh().has_value(), u"all"_s);
    bench::tell(name + u"_all_ms"_s, double(timer.nsecsElapsed()) / 1e6);
}

void measure(QApplication &application, qsizetype count)
{
    const QTemporaryDir dir;
    const base::CorrectedClock clock;
    auto store = store::Store::open(dir.path(), store::Store::Mode::Replica, clock);
    bench::demand(store.has_value(), u"store"_s);
    const QStringList pairs = fill(**store, count);
    knowledge::Library library(**store);
    bench::demand(
        QTest::qWaitFor([&library] { return library.isIndexed(); }, kPatience), u"index"_s);
    style::Theme theme;
    theme.apply(application);
    QWidget window;
    window.resize(1440, 900);
    window.show();
    const auto none = [] { return ui::PaletteLines(); };
    ui::PaletteSearch search({library, none, none, [](const QUuid & /*id*/) { return QString(); }});
    auto *palette = new ui::Palette(theme, window, search);
    palette->open();
    // Behind what the filling left to do.
    palette->field().setText(pairs.last());
    const auto isReady = [&search, &pairs] {
        return search.state() == ui::PaletteSearch::State::Ready && search.query() == pairs.last()
            && !search.lines().isEmpty();
    };
    bench::demand(QTest::qWaitFor(isReady, kPatience), u"first answer"_s);
    QList<double> times;
    for (const QString &pair : pairs) {
        bool answered = false;
        const auto follow = QObject::connect(
            &search, &ui::PaletteSearch::changed, palette, [&] { answered = true; });
        QElapsedTimer timer;
        timer.start();
        palette->field().setText(pair);
        while (!answered)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        palette->repaint();
        times.append(double(timer.nsecsElapsed()) / 1e6);
        QObject::disconnect(follow);
        bench::demand(search.state() == ui::PaletteSearch::State::Ready, pair);
    }
    const QString name = u"palette_%1k"_s.arg(count / 1000);
    bench::tell(name + u"_p50"_s, bench::percentile(times, 0.5));
    bench::tell(name + u"_p95"_s, bench::percentile(times, 0.95));
    bench::tell(name + u"_max"_s, bench::percentile(times, 1));
    delete palette;
    measureChanges(**store, library, name);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    for (const qsizetype count : {3000, 30'000})
        measure(application, count);
    return 0;
}
