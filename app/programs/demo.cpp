// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/demo.h"

#include "app/base/clock.h"
#include "app/base/ids.h"
#include "app/programs/demoalerts.h"
#include "app/programs/demoknowledge.h"
#include "app/programs/demoroster.h"
#include "app/programs/firstrules.h"
#include "app/quality/simulator.h"
#include "app/store/store.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <functional>
#include <span>
#include <vector>

namespace watchroom::programs {

using namespace Qt::StringLiterals;
using domain::OperationKind;
using store::Author;
using store::Draft;

namespace {

struct DemoPerson
{
    const char16_t *login;
    const char16_t *name;
    const char16_t *layer;
    const char16_t *group;
};

// The first one sits at this desk.
constexpr std::array kPeople{
    DemoPerson{u"chensiyuan", u"陈思远", u"command", u""},
    DemoPerson{u"lize", u"李泽", u"technical", u"network"},
    DemoPerson{u"zhoumin", u"周敏", u"technical", u"audio_video"},
    DemoPerson{u"hewei", u"何伟", u"technical", u"system"},
    DemoPerson{u"sunyue", u"孙悦", u"technical", u"audio_video"},
    DemoPerson{u"luochen", u"罗晨", u"technical", u"network"},
    DemoPerson{u"wuqian", u"吴倩", u"support", u""},
};

/// One made-up incident. Times are minutes before now.
struct DemoIncident
{
    const char16_t *title;
    const char16_t *level;
    const char16_t *target; ///< key; may be empty
    const char16_t *group;
    const char16_t *owner; ///< empty: nobody has claimed it
    double opened;
    std::vector<double> stages; ///< when it left Detection, Assessment, ...
    const char16_t *call = u""; ///< a call its owner logged; may be empty
    double calledAt = 0;
    const char16_t *waitsFor = u"";
    double waitsSince = 0;
    double recovered = 0; ///< 0: still happening
};

std::vector<DemoIncident> demoIncidents()
{
    return {
        {u"视频终端登录缓慢", u"yellow", u"prov-room3", u"system", u"hewei", 1995,
            {1993, 1990, 1970, 1950, 1940, 1800}, u"终端厂商确认已修复", 1945, u"", 0, 1955},
        {u"上行丢包 3.2%，切换备用线路", u"red", u"east-hz-cu", u"network", u"lize", 1980,
            {1979, 1976, 1960, 1930, 1920, 1500}, u"联通已修复光缆", 1935, u"", 0, 1938},
        {u"核心交换机主备未接管", u"red", u"", u"network", u"chensiyuan", 1790,
            {1789, 1785, 1770, 1740, 1734}, u"已人工切换，复盘定在周四", 1736, u"", 0, 1745},
        {u"音频卡顿率 3.1%", u"yellow", u"north-centre", u"audio_video", u"zhoumin", 1700,
            {1695, 1688, 1640, 1600, 1580}, u"用户确认声音正常", 1590, u"", 0, 1605},
        {u"DNS 解析慢，已恢复待回访", u"blue", u"north-bj-cu", u"network", u"wuqian", 300,
            {280, 275, 150, 90}, u"", 0, u"", 0, 95},
        {u"影像室辅流降级", u"blue", u"huashan", u"audio_video", u"sunyue", 130, {120, 103}, u""},
        {u"专线时延 180 ms，等待运营商", u"yellow", u"sw-cd-cm", u"network", u"lize", 175,
            {172, 168, 82}, u"运营商已派单，单号 CM-5520", 21, u"成都移动", 20},
        {u"县医院 07 终端注册失败", u"yellow", u"county-07", u"system", u"luochen", 146,
            {140, 132.1}, u"值机护士已在终端旁", 12},
        {u"MCU-02 板卡离线，3 路已切 MCU-05", u"red", u"", u"system", u"hewei", 96,
            {95.4, 90, 64.5}, u"三路会诊已切到 MCU-05，画面正常", 6},
        {u"会诊预约短信延迟，补发完成", u"yellow", u"", u"system", u"wuqian", 150,
            {148, 140, 95, 38.3}, u"短信平台已补发，医院已告知", 36, u"", 0, 41},
        {u"录制集群存储余量 18%", u"blue", u"", u"system", u"hewei", 40, {12.1}, u""},
        {u"上行丢包 6.8%，两场急会诊卡顿", u"red", u"east-sh-ct", u"network", u"lize", 15.3,
            {14.6, 11.5}, u"电信确认松江节点拥塞，单号 DX-8841", 1.5},
        {u"主麦克风无声，已切备用麦", u"yellow", u"prov-room3", u"audio_video", u"zhoumin", 9,
            {3.3}, u"备用麦已接，声音正常", 2.2},
        {u"抖动升至 42 ms，持续 2 分钟", u"yellow", u"south-gz-cu", u"network", u"", 4.2, {}},
        {u"MOS 3.8，低于基线", u"blue", u"sw-centre", u"audio_video", u"", 3.8, {}},
    };
}

/// A ticket or a pending item. Times are minutes before now.
struct DemoWork
{
    const char16_t *table;
    const char16_t *title;
    const char16_t *level;
    const char16_t *group;
    const char16_t *owner; ///< empty: nobody has claimed it
    double opened;
    double due; ///< minutes before now; below zero: still to come; 0: none
    const char16_t *next = u"";
    const char16_t *contingency = u"";
    const char16_t *offeredTo = u"";
    const char16_t *waitsFor = u"";
    const char16_t *incident = u""; ///< the beginning of its title
};

std::vector<DemoWork> demoWorks()
{
    return {
        {u"ticket", u"上海电信上行丢包，运营商整改跟踪", u"red", u"network", u"lize", 13, -47,
            u"20:30 前向电信要整改时间", u"再中断则切换到联通备用线路", u"", u"上海电信",
            u"上行丢包 6.8%"},
        {u"ticket", u"MCU-02 板卡更换，备件 21:30 到", u"red", u"system", u"hewei", 90, -120,
            u"备件到后换板并做一次环回", u"换板失败则保持 MCU-05 承载", u"", u"", u"MCU-02"},
        {u"ticket", u"备用出口切换申请，待院方批准", u"yellow", u"network", u"luochen", 200, 12,
            u"联系院方信息科王主任", u"", u"lize"},
        {u"ticket", u"市三院会诊室 2 麦克风更换", u"yellow", u"audio_video", u"zhoumin", 150, -200,
            u"明早 8 点带备件到场", u"无备件则借用会诊室 1 的", u"chensiyuan"},
        {u"ticket", u"兰州终端注册间歇失败", u"yellow", u"system", u"", 75, 0},
        {u"ticket", u"录制集群扩容排期", u"blue", u"system", u"hewei", 1500, -2880,
            u"与存储厂商确认窗口"},
        {u"ticket", u"会诊预约短信延迟回访", u"blue", u"", u"wuqian", 60, -300, u"回访三家医院"},
        {u"pending_item", u"机房门禁卡在值班台抽屉，用后归还", u"blue", u"", u"chensiyuan", 700, 0},
        {u"pending_item", u"20:10 急会诊：三院与协和，开场前试音", u"yellow", u"audio_video",
            u"sunyue", 120, -25, u"提前 10 分钟进会议室试音", u"无声则切换备用麦"},
        {u"pending_item", u"今晚 23:00 电信割接，可能抖动 5 分钟", u"yellow", u"network", u"lize",
            400, -180, u"割接前后各看一次上海电信出口", u"超过 10 分钟未恢复则切备用"},
    };
}

QString words(const char16_t *text)
{
    return QString::fromUtf16(text);
}

/// The time of whatever is being written.
class DemoClock final : public base::Clock
{
public:
    [[nodiscard]] base::Instant now() const override { return m_now; }
    [[nodiscard]] base::Instant ago(double minutes) const
    {
        return m_present - std::chrono::microseconds(std::llround(minutes * 60e6));
    }
    void setAgo(double minutes) { m_now = ago(minutes); }

private:
    // The writer's thread reads it.
    const base::Instant m_present = base::CorrectedClock().now();
    std::atomic<base::Instant> m_now = m_present;
};

/// Saves step by step as one person after the other; the first failure ends it.
class DemoWriter
{
public:
    DemoWriter(store::Store &store, DemoClock &clock)
        : m_store(store)
        , m_clock(clock)
    {
    }

    [[nodiscard]] const base::Result<> &result() const { return m_result; }
    void setAgo(double minutes) { m_clock.setAgo(minutes); }
    [[nodiscard]] QString isoAgo(double minutes) const { return base::toIso(m_clock.ago(minutes)); }

    QUuid save(const QString &login, const QString &table, OperationKind kind, domain::Row set,
        QUuid id = {})
    {
        if (id.isNull())
            id = base::newId(m_clock.now());
        save(login, {{table, id, kind, std::move(set)}});
        return id;
    }

    void save(const QString &login, const QList<Draft> &drafts)
    {
        if (!m_result)
            return;
        auto saved = m_store.save(drafts, Author{.login = login, .session = {}, .sessionKey = {}});
        saved.waitForFinished();
        if (!saved.result())
            m_result = tl::unexpected(saved.result().error());
    }

    QUuid insert(const QString &login, const QString &table, const domain::Row &set)
    {
        return save(login, table, OperationKind::Insert, set);
    }

    void update(const QString &login, const QUuid &incident, const domain::Row &set)
    {
        save(login, u"incident"_s, OperationKind::Update, set, incident);
    }

private:
    store::Store &m_store;
    DemoClock &m_clock;
    base::Result<> m_result;
};

constexpr double kFounded = 2000; // minutes ago the workspace was made

void writePeople(DemoWriter &writer)
{
    const QString lead = words(kPeople.front().login);
    double ago = kFounded;
    for (const DemoPerson &person : std::span(kPeople).subspan(1)) {
        writer.setAgo(ago -= 1); // whoever came first is the one at this desk
        domain::Row set{{u"login"_s, words(person.login)}, {u"name"_s, words(person.name)},
            {u"layer"_s, words(person.layer)}, {u"active"_s, true}};
        if (person.group[0] != u'\0')
            set.insert(u"tech_group"_s, words(person.group));
        writer.insert(lead, u"person"_s, set);
    }
}

void writeTargets(DemoWriter &writer)
{
    for (const quality::TargetInfo &target : quality::Simulator(1).targets()) {
        domain::Row set{{u"key"_s, target.key}, {u"kind"_s, target.kind}, {u"name"_s, target.name},
            {u"name_en"_s, target.nameEn}, {u"enabled"_s, true}};
        if (!target.parent.isEmpty())
            set.insert(u"parent"_s, target.parent);
        writer.insert(words(kPeople.front().login), u"target"_s, set);
    }
}

/// What each stage's gate asks for, and the step to the next.
domain::Row stepOut(std::size_t stage, const DemoIncident &incident)
{
    switch (stage) {
    case 0:
        return {{u"stage"_s, u"assessment"_s}};
    case 1:
        return {{u"sites"_s, QJsonArray()}, {u"level_confirmed"_s, true},
            {u"tech_group"_s, words(incident.group)}, {u"stage"_s, u"diagnosis"_s}};
    case 2:
        return {{u"cause"_s, u"初步定位完成"_s}, {u"stage"_s, u"recovery"_s}};
    case 3:
        return {{u"verified"_s, u"指标已回落，会诊端确认正常"_s}, {u"stage"_s, u"notification"_s}};
    case 4:
        return {{u"told"_s, QJsonArray{u"business"_s}}, {u"stage"_s, u"review"_s}};
    default:
        return {{u"stage"_s, u"closed"_s}};
    }
}

/// What happened to it, in the order of time: minutes ago, and what to write.
using Happening = std::pair<double, std::function<void()>>;

QUuid writeIncident(DemoWriter &writer, const DemoIncident &incident)
{
    const QString owner = words(incident.owner);
    const QString opener = owner.isEmpty() ? words(kPeople.front().login) : owner;
    domain::Row set{{u"title"_s, words(incident.title)}, {u"level"_s, words(incident.level)},
        {u"tech_group"_s, words(incident.group)}};
    if (incident.target[0] != u'\0')
        set.insert(u"target"_s, words(incident.target));
    writer.setAgo(incident.opened);
    const QUuid id = writer.insert(opener, u"incident"_s, set);
    std::vector<Happening> happenings;
    const auto add = [&](double ago, const domain::Row &change) {
        happenings.emplace_back(
            ago, [&writer, owner, id, change] { writer.update(owner, id, change); });
    };
    if (!incident.stages.empty())
        add(incident.stages.front() + 0.2, {{u"owner"_s, owner}});
    for (std::size_t stage = 0; stage < incident.stages.size(); ++stage)
        add(incident.stages[stage], stepOut(stage, incident));
    if (incident.waitsFor[0] != u'\0')
        add(incident.waitsSince, {{u"waiting_for"_s, words(incident.waitsFor)}});
    if (incident.recovered > 0)
        add(incident.recovered, {{u"recovered_at"_s, writer.isoAgo(incident.recovered)}});
    if (incident.call[0] != u'\0')
        happenings.emplace_back(incident.calledAt, [&writer, &incident, owner, id] {
            writer.save(owner, u"log_entry"_s, OperationKind::Append,
                {{u"incident"_s, base::toText(id)}, {u"kind"_s, u"call"_s},
                    {u"channel"_s, u"phone"_s}, {u"text"_s, words(incident.call)}});
        });
    std::ranges::sort(happenings, std::ranges::greater(), &Happening::first);
    for (const auto &[ago, happen] : happenings) {
        writer.setAgo(ago);
        happen();
    }
    return id;
}

void writeWork(DemoWriter &writer, const DemoWork &work, const QHash<QString, QUuid> &incidents)
{
    const QString owner = words(work.owner);
    domain::Row set{{u"title"_s, words(work.title)}, {u"level"_s, words(work.level)}};
    const auto add = [&set](const QString &column, const char16_t *text) {
        if (text[0] != u'\0')
            set.insert(column, words(text));
    };
    add(u"tech_group"_s, work.group);
    add(u"owner"_s, work.owner);
    add(u"next_action"_s, work.next);
    add(u"contingency"_s, work.contingency);
    add(u"offered_to"_s, work.offeredTo);
    if (work.due != 0)
        set.insert(u"due_at"_s, writer.isoAgo(work.due));
    for (auto it = incidents.begin(); it != incidents.end(); ++it) {
        if (work.incident[0] != u'\0' && it.key().startsWith(words(work.incident)))
            set.insert(u"incident"_s, base::toText(it.value()));
    }
    const QString author = owner.isEmpty() ? words(kPeople.front().login) : owner;
    writer.setAgo(work.opened);
    const QUuid id = writer.insert(author, words(work.table), set);
    if (work.waitsFor[0] == u'\0')
        return;
    writer.setAgo(work.opened - 1);
    writer.save(owner, words(work.table), OperationKind::Update,
        {{u"waiting_for"_s, words(work.waitsFor)}}, id);
}

} // namespace

base::Result<> fillDemo(const QString &workspaceDir)
{
    DemoClock clock;
    clock.setAgo(kFounded);
    auto store = store::Store::open(workspaceDir, store::Store::Mode::Standalone, clock);
    if (!store)
        return tl::unexpected(store.error());
    const DemoPerson &lead = kPeople.front();
    auto local = (*store)->setUpStandalone(
        {.login = words(lead.login), .name = words(lead.name)}, firstRules());
    local.waitForFinished();
    if (!local.result())
        return tl::unexpected(local.result().error());
    DemoWriter writer(**store, clock);
    writePeople(writer);
    writeTargets(writer);
    QHash<QString, QUuid> written;
    for (const DemoIncident &incident : demoIncidents())
        written.insert(words(incident.title), writeIncident(writer, incident));
    std::vector<DemoWork> works = demoWorks();
    std::ranges::sort(works, std::ranges::greater(), &DemoWork::opened);
    for (const DemoWork &work : works)
        writeWork(writer, work, written);
    writer.setAgo(0);
    for (const DemoDuty &duty : demoRoster(clock.now()))
        writer.save(duty.login, duty.drafts);
    writer.save({}, demoAlerts(clock.now()));
    if (!writer.result())
        return writer.result();
    const auto knowledge =
        writeDemoKnowledge({**store, clock, [&clock](double minutes) { clock.setAgo(minutes); },
            words(lead.login), u"lize"_s, written.value(u"上行丢包 6.8%，两场急会诊卡顿"_s)});
    clock.setAgo(0);
    return knowledge;
}

} // namespace watchroom::programs
