// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/searchcorpus.h"

#include <algorithm>

namespace watchroom::test {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kHan = 4000;
constexpr qsizetype kWords = 12'000;
constexpr qsizetype kArticleUnits = 1500;

const QStringList &tradeWords()
{
    static const QStringList words =
        u"丢包 卡顿 链路 出口 抖动 时延 切换 路由 交换机 推流 拉流 转码 码率 帧率 黑屏 花屏 静音 "
        "回声 混流 信令 重启 回滚 扩容 限流 降级 值班 升级 通报 恢复 确认 处置步骤 告警 机房 光纤 "
        "运营商 带宽 会议 音频 视频 服务器"_s.split(u' ');
    return words;
}

const QStringList &latinWords()
{
    static const QStringList words =
        u"MTU1400 H.264 ＶＰＮ loss packet SRT rtt ping BGP OSPF CDN p95 10.0.0.1 3% Wi-Fi"_s.split(
            u' ');
    return words;
}

std::vector<quint64> zipf(qsizetype count, quint64 offset)
{
    std::vector<quint64> sums;
    quint64 sum = 0;
    for (quint64 rank = 0; rank < static_cast<quint64>(count); ++rank)
        sums.push_back(sum += 1'000'000 / (rank + offset));
    return sums;
}

/// Qt's and the library's distributions may change; this does not.
std::size_t drawn(std::mt19937 &random, const std::vector<quint64> &sums)
{
    const quint64 at = ((quint64(random()) << 32) | random()) % sums.back();
    return static_cast<std::size_t>(std::ranges::upper_bound(sums, at) - sums.begin());
}

bool isHan(QChar c)
{
    return c >= QChar(0x4E00) && c <= QChar(0x9FFF);
}

} // namespace

SearchCorpus::SearchCorpus()
    : m_random(20260318)
    , m_hanWeights(zipf(kHan, 3))
    , m_wordWeights(zipf(kWords, 5))
{
    for (qsizetype i = 0; i < kHan; ++i)
        m_han.append(QChar(char16_t(0x4E00 + below(20'000))));
    while (m_words.size() < kWords) {
        const quint32 shape = below(100);
        QString word(someHan());
        if (shape >= 12)
            word.append(someHan());
        if (shape >= 90)
            word.append(someHan());
        m_words.append(word);
    }
}

quint32 SearchCorpus::below(quint32 bound)
{
    return static_cast<quint32>(m_random() % bound);
}

QChar SearchCorpus::someHan()
{
    return m_han.at(static_cast<qsizetype>(drawn(m_random, m_hanWeights)));
}

const QString &SearchCorpus::someWord()
{
    const quint32 kind = below(100);
    const auto any = [this](const QStringList &list) -> const QString & {
        return list.at(below(static_cast<quint32>(list.size())));
    };
    if (kind < 6)
        return any(tradeWords());
    if (kind < 9)
        return any(latinWords());
    return m_words.at(static_cast<qsizetype>(drawn(m_random, m_wordWeights)));
}

QString SearchCorpus::sentence()
{
    static const QString ends = u"，，，、。。；："_s;
    QString text;
    for (quint32 left = 4 + below(9); left > 0; --left) {
        text += someWord();
        if (below(40) == 0)
            text += u'\n'; // a soft wrap
        else if (below(60) == 0)
            text += u' ';
    }
    return text + ends.at(below(static_cast<quint32>(ends.size())));
}

store::SearchDocument SearchCorpus::next()
{
    store::SearchDocument made;
    made.kind = u"article"_s;
    made.ref = u"a%1"_s.arg(++m_made);
    for (quint32 left = 3 + below(3); left > 0; --left)
        made.title += someWord();
    while (made.body.size() < kArticleUnits) {
        made.body += sentence();
        if (below(12) == 0)
            made.body += u"\n\n"_s;
    }
    made.weight = below(8) == 0 ? 1 : 0;
    made.at = base::Instant{std::chrono::seconds{1'773'800'000 + qint64(below(10'000'000))}};
    made.initialsSource = made.title;
    made.mark = u"1"_s;
    if (m_made <= 500)
        count(made.body);
    return made;
}

void SearchCorpus::count(const QString &text)
{
    for (qsizetype at = 0; at + 1 < text.size(); ++at) {
        if (isHan(text.at(at)) && isHan(text.at(at + 1)))
            ++m_pairs[text.sliced(at, 2)];
    }
}

QStringList SearchCorpus::pairs(qsizetype wanted) const
{
    QStringList all;
    for (const QString &word : tradeWords()) {
        all.append(word.first(2));
        all.append(QString(word.at(1)) + word.at(0));
    }
    all.removeDuplicates();
    std::vector<std::pair<int, QString>> found;
    for (auto it = m_pairs.begin(); it != m_pairs.end(); ++it) {
        if (!all.contains(it.key()))
            found.emplace_back(-it.value(), it.key());
    }
    std::ranges::sort(found);
    // Half of what is missing are the most common ones, then ever rarer ones in equal steps.
    const std::size_t missing =
        static_cast<std::size_t>(std::max<qsizetype>(0, wanted - all.size()));
    const std::size_t common = std::min(missing / 2, found.size());
    const std::size_t step =
        std::max<std::size_t>(1, (found.size() - common) / (missing - common + 1));
    for (std::size_t i = 0; i < found.size(); i += i < common ? 1 : step)
        all.append(found[i].second);
    return all.first(std::min(wanted, all.size()));
}

} // namespace watchroom::test
