// SPDX-License-Identifier: GPL-3.0-or-later
// An article of 200 KB with 20 images: from the click to its painted text and to its last image,
// beside a QTextBrowser that is given the same Markdown.
#include "app/base/ids.h"
#include "app/domain/derivedids.h"
#include "tests/bench/figures.h"
#include "ui/knowledge/articletext.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QBuffer>
#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace watchroom;

namespace {

constexpr qsizetype kBytes = 200 * 1024;
constexpr int kImages = 20;
constexpr int kRounds = 21;
constexpr QSize kImage{1600, 900};

QString kept(const QString &folder, const QByteArray &bytes)
{
    const QString hash =
        QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    QFile file(folder + hash);
    bench::demand(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size(), hash);
    return hash;
}

/// No two are alike, so that none is decoded for another.
QByteArray picture(int number)
{
    QImage image(kImage, QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            image.setPixel(x, y, qRgb((x * number) % 256, (x ^ y) % 256, (y + number * 9) % 256));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    bench::demand(buffer.open(QIODevice::WriteOnly) && image.save(&buffer, "JPG", 85), u"jpg"_s);
    return bytes;
}

QByteArray section(int number)
{
    return "## 第 " + QByteArray::number(number)
        + " 节：链路与会诊\n\n先核对**本端**网口错包与带宽，再做双向 `mtr -rwzbc 100`，"
          "留截图，告知值班长；急会诊先保音频，再保画面。\n\n| 丢包率 | 级别 | 动作 "
          "|\n|---|---|---|\n| 2–4 % | 黄色 | 加密探测 |\n| > 4 % | 红色 | 按步骤执行 "
          "|\n\n```sh\nping -c 200 -i 0.2 -s 1200 GATEWAY_IP | tail -2\n```\n\n- [x] 已核对\n- [ ] "
          "待联系\n\n";
}

struct Sample
{
    QString folder; ///< of the files, with the stroke at its end
    QByteArray markdown;
    QList<domain::Attachment> images;
};

Sample sampleIn(const QString &workspace)
{
    Sample sample;
    sample.folder = store::BlobFolder(workspace).path({});
    QDir().mkpath(sample.folder);
    for (int i = 1; i <= kImages; ++i) {
        const QByteArray bytes = picture(i);
        sample.images.append({.hash = kept(sample.folder, bytes),
            .name = u"%1.jpg"_s.arg(i),
            .size = bytes.size(),
            .type = u"image/jpeg"_s});
    }
    for (int number = 0; sample.markdown.size() < kBytes; ++number) {
        sample.markdown += section(number);
        if (const auto image = sample.images.value(number / 15);
            number % 15 == 0 && !image.hash.isEmpty())
            sample.markdown += "![图](blob:" + image.hash.toLatin1() + ")\n\n";
    }
    return sample;
}

store::PulledRow served(const QString &table, const QUuid &id, domain::Row columns)
{
    columns.insert(u"id"_s, base::toText(id));
    columns.insert(u"rev"_s, 1);
    columns.insert(u"ver"_s, base::toText(QUuid::createUuid()));
    columns.insert(u"deleted"_s, false);
    columns.insert(u"part"_s, u"core"_s);
    return {table, columns};
}

QUuid fill(store::Store &store, const Sample &sample)
{
    const QString hash = kept(sample.folder, sample.markdown);
    const QUuid id = QUuid::createUuid();
    QJsonArray images;
    for (const domain::Attachment &image : sample.images)
        images.append(QJsonObject{{u"hash"_s, image.hash}, {u"name"_s, image.name},
            {u"size"_s, image.size}, {u"type"_s, image.type}});
    auto applied = store.applyPage(
        {served(u"article"_s, id,
             {{u"key"_s, u"large"_s}, {u"title"_s, u"大条目"_s}, {u"kind"_s, u"procedure"_s},
                 {u"version"_s, 1}, {u"withdrawn"_s, false}}),
            served(u"article_version"_s, domain::articleVersionId(id, 1),
                {{u"article"_s, base::toText(id)}, {u"version"_s, 1}, {u"title"_s, u"大条目"_s},
                    {u"hash"_s, hash}, {u"size"_s, sample.markdown.size()},
                    {u"steps"_s, QJsonArray()}, {u"images"_s, images},
                    {u"published_at"_s, u"2026-03-18T04:00:00.000000Z"_s}})},
        {}, 0);
    applied.waitForFinished();
    bench::demand(applied.result().has_value(), u"applyPage"_s);
    return id;
}

/// From asking the library to the text on the screen, as the page does it.
double opened(knowledge::Library &library, const QUuid &id, ui::ArticleText &text)
{
    QElapsedTimer timer;
    timer.start();
    auto opening = library.open(id, 1);
    while (!opening.isFinished())
        QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
    bench::demand(opening.result().has_value(), u"open"_s);
    text.setArticle(*opening.result(), library.files());
    while (text.isEmpty())
        QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
    text.repaint();
    return double(timer.nsecsElapsed()) / 1e6;
}

double baseline(const QString &markdown, QTextBrowser &browser)
{
    QElapsedTimer timer;
    timer.start();
    browser.setMarkdown(markdown);
    browser.repaint();
    return double(timer.nsecsElapsed()) / 1e6;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QTemporaryDir dir;
    const base::CorrectedClock clock;
    auto store = store::Store::open(dir.path(), store::Store::Mode::Replica, clock);
    bench::demand(store.has_value(), u"store"_s);
    const Sample sample = sampleIn(dir.path());
    const QUuid id = fill(**store, sample);
    knowledge::Library library(**store);
    bench::demand(QTest::qWaitFor([&library] { return library.isIndexed(); }, 60'000), u"index"_s);
    style::Theme theme;
    theme.apply(application);
    QList<double> times;
    QList<double> plain;
    for (int round = 0; round < kRounds; ++round) {
        ui::ArticleText text(theme);
        text.resize(620, 800);
        text.show();
        QCoreApplication::processEvents();
        times.append(opened(library, id, text));
        QTextBrowser browser;
        browser.resize(620, 800);
        browser.show();
        QCoreApplication::processEvents();
        plain.append(baseline(QString::fromUtf8(sample.markdown), browser));
    }
    bench::tell(u"article_open_p50"_s, bench::percentile(times, 0.5));
    bench::tell(u"article_open_p95"_s, bench::percentile(times, 0.95));
    bench::tell(u"article_markdown_p50"_s, bench::percentile(plain, 0.5));
    bench::tell(u"article_markdown_p95"_s, bench::percentile(plain, 0.95));
    return 0;
}
