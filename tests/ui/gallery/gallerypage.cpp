// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/gallery/gallerypage.h"

#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorstate.h"
#include "ui/widgets/keyhint.h"
#include "ui/widgets/levelcounter.h"
#include "ui/widgets/levelmark.h"
#include "ui/widgets/loadingstate.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/sectionheader.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/stepper.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/timeserieschart.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>

#include <cmath>
#include <random>

namespace watchroom::gallery {

using namespace Qt::Literals::StringLiterals;
using namespace widgets;
using style::FontRole;
using style::Ink;
using style::Level;
using style::Weight;

namespace {

/// A panel that holds one part of the page. UI thread.
class Panel final : public ThemedWidget
{
public:
    using ThemedWidget::ThemedWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintBox(painter, rect(), tokens().panel, Qt::NoPen);
    }
};

/// The clocks that delegates draw. UI thread.
class ClockSample final : public ThemedWidget
{
public:
    ClockSample(const style::Theme &theme, ClockLook look, bool overdue)
        : ThemedWidget(theme)
        , m_look(std::move(look))
        , m_overdue(overdue)
    {
        setMinimumSize(scaled(150), scaled(30));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        if (m_overdue)
            paintOverdueStrip(painter, rect(), theme(), m_look);
        else
            paintClock(painter, rect(), theme(), m_look);
    }

private:
    ClockLook m_look;
    bool m_overdue;
};

constexpr qint64 kEnd = 1'773'815'520'000; // 2026-03-18 14:32 in Shanghai
constexpr qint64 kHour = 3'600'000;

std::shared_ptr<SampleVector> samples(
    double calm, double after, double noise, qint64 step, qint64 silentFrom = kEnd)
{
    std::mt19937 random(7);
    std::normal_distribution<double> swing(0, noise);
    auto made = std::make_shared<SampleVector>();
    for (qint64 at = kEnd - kHour; at <= std::min(kEnd, silentFrom); at += step) {
        const double level = at > kEnd - kHour / 4 ? after : calm;
        made->append({at, static_cast<float>(std::max(0.0, level + swing(random)))});
    }
    return made;
}

} // namespace

GalleryPage::GalleryPage(const style::Theme &theme, bool chinese)
    : ThemedWidget(theme)
    , m_layout(new QVBoxLayout(this))
    , m_chinese(chinese)
{
    m_layout->setContentsMargins(20, 12, 20, 16);
    m_layout->setSpacing(8);
    addLevels();
    addStates();
    addButtons();
    addBanners();
    addPlaces();
    addInputs();
    addStepper();
    addClocks();
    addCharts();
    m_layout->addStretch(1);
}

void GalleryPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), tokens().bg);
}

QString GalleryPage::say(const QString &english, const QString &chinese) const
{
    return m_chinese ? chinese : english;
}

QHBoxLayout *GalleryPage::row()
{
    auto *made = new QHBoxLayout;
    made->setSpacing(8);
    m_layout->addLayout(made);
    return made;
}

QHBoxLayout *GalleryPage::panelRow()
{
    auto *panel = new Panel(theme());
    auto *made = new QHBoxLayout(panel);
    made->setContentsMargins(12, 8, 12, 8);
    made->setSpacing(12);
    m_layout->addWidget(panel);
    return made;
}

void GalleryPage::addLevels()
{
    auto *into = panelRow();
    const QStringList words = m_chinese ? QStringList{u"蓝色"_s, u"黄色"_s, u"红色"_s}
                                        : QStringList{u"Blue"_s, u"Yellow"_s, u"Red"_s};
    for (const Level level : {Level::Red, Level::Yellow, Level::Blue}) {
        const QString word = words.at(static_cast<int>(level));
        for (const int size : {12, 16, 24, 32}) {
            auto *mark = new LevelMark(theme());
            mark->setShapeSize(size);
            mark->setLevel(level, word, false);
            into->addWidget(mark);
        }
        auto *hollow = new LevelMark(theme());
        hollow->setFill(style::ShapeFill::Hollow);
        hollow->setShapeSize(20);
        hollow->setRole(FontRole::Section);
        hollow->setLevel(level, word);
        into->addWidget(hollow);
        auto *counter = new LevelCounter(theme(), level);
        counter->setWord(word);
        counter->setCount(2 + 2 * static_cast<int>(level));
        into->addWidget(counter);
        into->addStretch(1);
    }
}

void GalleryPage::addStates()
{
    auto *into = panelRow();
    const auto chip = [&](ChipKind kind, const QString &text, const QString &icon = {}) {
        auto *made = new Chip(theme(), kind);
        made->setText(text, icon);
        into->addWidget(made);
    };
    auto *label = new TextLabel(theme());
    label->setText(say(u"East egress · Shanghai Telecom"_s, u"华东出口·上海电信"_s));
    into->addWidget(label);
    chip(ChipKind::Inverse, say(u"Over 04:31"_s, u"超时 04:31"_s));
    chip(ChipKind::Inverse, say(u"To check"_s, u"待核验"_s), u"hourglass"_s);
    chip(ChipKind::Outline, say(u"3rd party"_s, u"等第三方"_s));
    chip(ChipKind::Drill, say(u"[DRILL]"_s, u"【演练】"_s));
    auto *hint = new KeyHint(theme());
    hint->setHint(u"F2"_s, say(u"Report"_s, u"报障"_s));
    into->addWidget(hint);
    into->addStretch(1);
}

void GalleryPage::addButtons()
{
    auto *into = row();
    const auto add = [&](ButtonKind kind, const QString &text, const QString &icon = {},
                         ButtonSize size = ButtonSize::Normal) {
        auto *button = makeButton(theme(), kind, u"button"_s, text, icon, size);
        into->addWidget(button);
        return button;
    };
    add(ButtonKind::Primary, say(u"Enter Recovery"_s, u"进入「处置恢复」"_s));
    add(ButtonKind::Secondary, say(u"Raise level"_s, u"上调级别"_s), u"arrow-up"_s);
    add(ButtonKind::Secondary, say(u"Take over"_s, u"接替"_s))->setEnabled(false);
    auto *focused = add(ButtonKind::Secondary, say(u"Call support"_s, u"呼叫支援"_s));
    focused->setObjectName(u"focused"_s);
    add(ButtonKind::Destructive, say(u"Delete draft…"_s, u"删除草稿…"_s), u"trash"_s);
    add(ButtonKind::Link, say(u"See the difference"_s, u"查看差异"_s));
    add(ButtonKind::Primary, say(u"Claim"_s, u"认领"_s), {}, ButtonSize::Small);
    add(ButtonKind::Secondary, say(u"Mute 60 s"_s, u"静音 60 秒"_s), {}, ButtonSize::Small);
    auto *close = add(ButtonKind::Flat, {}, u"x"_s);
    close->setAccessibleName(say(u"Close"_s, u"关闭"_s));
    into->addStretch(1);
}

void GalleryPage::addBanners()
{
    const auto add = [&](const QString &key, const BannerContent &content, const QString &button,
                         bool primary = false) {
        auto *banner = new Banner(theme(), key);
        banner->setContent(content);
        if (!button.isEmpty())
            banner->addButton(u"answer"_s, button, primary);
        m_layout->addWidget(banner);
    };
    const QString claim = say(u"Claim"_s, u"认领"_s);
    const QString nobody = say(u"Unclaimed"_s, u"无人认领"_s);
    add(u"red"_s,
        {BannerKind::Level, Level::Red, {}, say(u"Red: act now"_s, u"红色预警·立即处置"_s),
            say(u"#1398 Hangzhou Unicom down"_s, u"#1398 杭州联通断线"_s), nobody, u"01:14"_s},
        claim, true);
    add(u"yellow"_s,
        {BannerKind::Level, Level::Yellow, {},
            say(u"Yellow: watch closely"_s, u"黄色预警·密切监控"_s),
            say(u"#1396 Guangzhou jitter 42 ms"_s, u"#1396 广州联通抖动 42 ms"_s), nobody, {}},
        claim);
    add(u"blue"_s,
        {BannerKind::Level, Level::Blue, {}, say(u"Blue: watch"_s, u"蓝色预警·关注"_s),
            u"#1397 MOS 3.8"_s, {}, {}},
        claim);
    add(u"sound"_s,
        {BannerKind::Blocking, {}, u"volume-off"_s,
            say(u"No sound at this station"_s, u"本席位无法发声"_s),
            say(u"There is no audio output."_s, u"没有音频输出。红色告警改由席位 02 响铃"_s), {},
            {}},
        say(u"Try"_s, u"试音"_s));
    add(u"offline"_s,
        {BannerKind::Notice, {}, u"cloud-off"_s, say(u"Offline"_s, u"离线"_s),
            say(u"3 changes to send, cut for 04:51."_s,
                u"3 条待同步，断开 04:51。可继续记录，联网后自动补传"_s),
            {}, {}},
        {});
    add(u"drill"_s,
        {BannerKind::Drill, {}, u"target"_s, say(u"[DRILL]"_s, u"【演练】"_s),
            say(u"Egress congested, 18:20 left."_s, u"出口拥塞场景，还剩 18:20。"_s), {}, {}},
        say(u"Stop…"_s, u"中止…"_s));
}

void GalleryPage::addPlaces()
{
    auto *into = row();
    const auto boxed = [&](QWidget *inside) {
        auto *panel = new Panel(theme());
        auto *layout = new QVBoxLayout(panel);
        layout->setContentsMargins({});
        layout->addWidget(inside);
        panel->setFixedHeight(theme().scaled(104));
        into->addWidget(panel, 1);
    };
    auto *empty = new EmptyState(theme());
    empty->setFact(u"layout-kanban"_s, say(u"No incidents"_s, u"没有事件"_s),
        say(u"The last one closed at 11:06"_s, u"上一件 11:06 关闭"_s));
    boxed(empty);
    auto *loading = new LoadingState(theme());
    loading->setProgress(2, 6);
    boxed(loading);
    auto *error = new ErrorState(theme());
    error->setError(say(u"Not read"_s, u"读取失败"_s),
        say(u"The database did not answer · E-204"_s, u"数据库未响应·E-204"_s));
    boxed(error);
}

void GalleryPage::addInputs()
{
    auto *into = row();
    auto *search = new SearchField(theme());
    search->setPrompt(say(u"Search"_s, u"查找"_s));
    search->setShortcutHint(u"Ctrl K"_s);
    search->setFixedWidth(theme().scaled(160));
    into->addWidget(search);
    auto *edit = new QLineEdit(say(u"loss"_s, u"丢包"_s));
    into->addWidget(edit);
    auto *wrong = new QLineEdit;
    wrong->setPlaceholderText(say(u"Choose a receiver"_s, u"请选接收人"_s));
    wrong->setProperty("error", true);
    into->addWidget(wrong);
    auto *combo = new QComboBox;
    combo->addItems({say(u"All groups"_s, u"全部小组"_s)});
    into->addWidget(combo);
    auto *check = new QCheckBox(say(u"Mine"_s, u"我的"_s));
    check->setChecked(true);
    into->addWidget(check);
    into->addWidget(new QCheckBox(say(u"Closed"_s, u"已关闭"_s)));
    auto *segments = new SegmentedControl(theme());
    segments->setItems(m_chinese ? QStringList{u"看板"_s, u"列表"_s, u"告警 23"_s}
                                 : QStringList{u"Board"_s, u"List"_s, u"Alerts 23"_s});
    into->addWidget(segments);
}

void GalleryPage::addStepper()
{
    auto *into = panelRow();
    auto *stepper = new Stepper(theme());
    const QStringList names = m_chinese
        ? QStringList{u"监测发现"_s, u"初步研判"_s, u"诊断定位"_s, u"处置恢复"_s, u"通报反馈"_s,
            u"复盘总结"_s}
        : QStringList{u"Detection"_s, u"Assessment"_s, u"Diagnosis"_s, u"Recovery"_s,
            u"Notification"_s, u"Review"_s};
    QList<Step> steps;
    for (int i = 0; i < names.size(); ++i) {
        const auto state =
            i < 2 ? StepState::Done : (i == 2 ? StepState::Current : StepState::Next);
        const QString time = i == 2 ? say(u"18:31"_s, u"剩 18:31"_s) : u"00:42"_s;
        steps.append({names.at(i), say(u"Li Ze"_s, u"李泽"_s), time, u"/ 30:00"_s, state});
    }
    stepper->setSteps(steps);
    into->addWidget(stepper);
}

void GalleryPage::addClocks()
{
    auto *into = panelRow();
    const QString left = say({}, u"剩"_s);
    into->addWidget(new ClockSample(theme(), {left, u"18:31"_s, u"30:00"_s, {}, 0.38}, false));
    into->addWidget(new ClockSample(theme(),
        {left, say(u"1 d 19 h"_s, u"1 天 19 时"_s), say(u"3 d"_s, u"3 天"_s), {}, 0.4}, false));
    into->addWidget(new ClockSample(theme(),
        {{}, say(u"Over 04:31"_s, u"超时 04:31"_s), u"60:00"_s, say(u"X. Ma"_s, u"马晓东"_s), 1},
        true));
}

void GalleryPage::addCharts()
{
    auto *into = row();
    const auto add = [&](const QString &title, const QString &unit,
                         std::shared_ptr<const SeriesSource> source, double yellow, double red) {
        auto *chart = new TimeSeriesChart(theme(), m_crosshair);
        chart->setTitle(title, unit);
        chart->setLevel({}, say(u"Normal"_s, u"正常"_s));
        chart->setTimeZone(QTimeZone("Asia/Shanghai"));
        chart->setMaxGap(60'000);
        chart->setThresholds({{Level::Yellow, yellow, true}, {Level::Red, red, true}});
        chart->setWindow(kEnd - kHour, kEnd);
        chart->setSeries({std::move(source)});
        chart->setFixedHeight(theme().scaled(240));
        into->addWidget(chart, 1);
        return chart;
    };
    auto *loss = add(say(u"Loss"_s, u"丢包率"_s), u"%"_s, samples(0.4, 6.8, 0.5, 15'000), 2, 4);
    loss->setLevel(Level::Red, say(u"Red"_s, u"红色"_s));
    loss->setBands({{kEnd - kHour / 4, kEnd, Level::Red, u"#1392"_s},
        {kEnd - kHour * 2 / 3, kEnd - kHour * 5 / 8, Level::Yellow, u"#1383"_s}});
    auto *delay =
        add(say(u"Round trip"_s, u"往返时延"_s), u"ms"_s, samples(45, 98, 6, 1'000), 120, 180);
    delay->setDecimals(0);
    auto *stale = add(
        say(u"Jitter"_s, u"抖动"_s), u"ms"_s, samples(9, 34, 2, 15'000, kEnd - 600'000), 30, 50);
    stale->setStale(say(u"10 min ago"_s, u"10 分钟前"_s));
    m_crosshair.setTime(kEnd - 410'000);
}

} // namespace watchroom::gallery
