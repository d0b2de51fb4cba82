// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/handoversheets.h"

namespace watchroom::test {

using namespace Qt::StringLiterals;
using handover::HandoverSheet;
using handover::SheetEnd;
using handover::SheetItem;

namespace {

QUuid idOf(int n)
{
    return QUuid::fromString(u"0190f3a2-0000-7000-8000-%1"_s.arg(n, 12, 16, QChar(u'0')));
}

SheetItem ticket(int number, const QString &level, const QString &group, const QString &title,
    const QString &owner, const QString &receiver, base::Instant due)
{
    return {.table = u"ticket"_s,
        .id = idOf(number),
        .label = u"A3-%1"_s.arg(number),
        .number = 100 + number,
        .title = title,
        .level = level,
        .group = group,
        .owner = owner,
        .receiver = receiver,
        .dueAt = due,
        .confirmedBy = receiver,
        .confirmedAt = shanghai(19, 40 + number % 12)};
}

SheetItem incident(SheetItem item, const QString &stage)
{
    item.table = u"incident"_s;
    item.stage = stage;
    return item;
}

SheetItem planned(SheetItem item, const QString &next, const QString &contingency)
{
    item.nextAction = next;
    item.contingency = contingency;
    return item;
}

SheetItem pendingItem(int n, const QString &title, const QString &receiver, base::Instant due,
    const QString &next = {})
{
    SheetItem item = ticket(n, u"blue"_s, {}, title, receiver, receiver, due);
    item.table = u"pending_item"_s;
    item.label.clear();
    item.number.reset();
    item.nextAction = next;
    return item;
}

QList<SheetItem> ordinaryWork()
{
    const auto red = u"red"_s;
    const auto yellow = u"yellow"_s;
    const auto blue = u"blue"_s;
    const auto network = u"network"_s;
    const auto av = u"audio_video"_s;
    const auto system = u"system"_s;
    QList<SheetItem> items{
        planned(incident(ticket(42, red, network, u"上海电信上行丢包，网络整改跟踪"_s,
                             u"chensiyuan"_s, u"liuyang"_s, shanghai(22, 0)),
                    u"diagnosis"_s),
            u"催运营商结论"_s, u"如丢包再 > 5%，执行预案「切换备用出口」"_s),
        planned(incident(ticket(51, red, system, u"MCU-02 板卡更换，web-01 备件 21:30 到"_s,
                             u"hewei"_s, u"gaoting"_s, shanghai(21, 30)),
                    u"recovery"_s),
            u"等备件到场"_s, u"如更换前新开四方会诊，改走 MCU-05"_s),
        planned(ticket(44, yellow, network, u"备用出口切换申请，待院方批准"_s, u"lize"_s,
                    u"liuyang"_s, shanghai(20, 30)),
            u"等院方批准"_s, u"如 20:30 未批，报指挥协调层"_s),
        planned(ticket(47, yellow, av, u"市三院会诊室 2 麦克风更换"_s, u"zhoumin"_s, u"zhengkai"_s,
                    shanghai(20, 45)),
            u"到场更换"_s, u"如备件不合，借用会诊室 1 的麦克风"_s),
        planned(ticket(39, yellow, system, u"兰州终端注册间歇失败"_s, u"maxiaodong"_s, u"gaoting"_s,
                    shanghai(21, 0)),
            u"复测"_s, u"如成功率 < 90%，改走备线"_s),
        ticket(33, blue, system, u"录制集群扩容排期"_s, u"hewei"_s, u"gaoting"_s, shanghai(33, 0)),
        ticket(
            29, blue, av, u"市一院辅流分辨率降级"_s, u"sunyue"_s, u"zhengkai"_s, shanghai(34, 0)),
        ticket(
            21, blue, {}, u"会诊预约短信延迟回访"_s, u"wuqian"_s, u"fanglei"_s, shanghai(33, 30)),
        ticket(
            18, blue, {}, u"北京联通 DNS 整改复测"_s, u"wuqian"_s, u"fanglei"_s, shanghai(36, 0)),
        pendingItem(61, u"MCU-02 备件到货签收"_s, u"gaoting"_s, shanghai(21, 30), u"通知库房"_s),
        pendingItem(62, u"院方对备用出口的批复"_s, u"liuyang"_s, shanghai(20, 30)),
        pendingItem(63, u"兰州终端复测"_s, u"gaoting"_s, shanghai(21, 0)),
        pendingItem(64, u"短信延迟回访 4 家医院"_s, u"fanglei"_s, shanghai(33, 30)),
        pendingItem(65, u"录制扩容维护窗口 02:00–04:00"_s, u"gaoting"_s, shanghai(26, 0)),
    };
    items[0].carried = 2;
    items[0].waitingFor = u"上海电信"_s;
    return items;
}

QList<handover::SheetSystem> ordinarySystems()
{
    QList<handover::SheetSystem> systems;
    for (const auto &[key, name] :
        {std::pair(u"sound"_s, u"本席位声音"_s), std::pair(u"sync"_s, u"与服务器同步"_s),
            std::pair(u"core"_s, u"核心网"_s), std::pair(u"mcu"_s, u"MCU 集群"_s),
            std::pair(u"record"_s, u"录制"_s), std::pair(u"booking"_s, u"会诊预约"_s),
            std::pair(u"sms"_s, u"短信网关"_s), std::pair(u"phone"_s, u"值班电话"_s)})
        systems.append({.key = key,
            .name = name,
            .result = u"ok"_s,
            .by = u"chensiyuan"_s,
            .at = shanghai(19, 46)});
    systems[3].result = u"failed"_s;
    systems[3].seen = u"MCU-02 停用"_s;
    return systems;
}

} // namespace

base::Instant shanghai(int hour, int minute, int second)
{
    const auto midnight = base::fromIso(u"2026-03-17T16:00:00Z"_s).value_or(base::Instant{});
    return midnight + std::chrono::hours(hour) + std::chrono::minutes(minute)
        + base::Seconds(second);
}

HandoverSheet emptyShift()
{
    return {.id = idOf(9),
        .label = u"A3-9"_s,
        .scope = u"desk"_s,
        .plannedAt = shanghai(20, 0),
        .frozenAt = shanghai(19, 58, 30),
        .zone = "Asia/Shanghai",
        .outgoing = {.lead = u"chensiyuan"_s,
            .people = {u"chensiyuan"_s, u"hewei"_s, u"lize"_s, u"zhoumin"_s, u"maxiaodong"_s,
                u"sunyue"_s, u"wuqian"_s},
            .slot = u"day"_s,
            .from = shanghai(8, 0),
            .until = shanghai(20, 0)},
        .incoming = {.lead = u"liuyang"_s,
            .people = {u"liuyang"_s, u"gaoting"_s, u"zhengkai"_s, u"fanglei"_s, u"luochen"_s,
                u"xuwen"_s},
            .slot = u"night"_s,
            .from = shanghai(20, 0),
            .until = shanghai(32, 0),
            .checkedIn = {u"liuyang"_s, u"gaoting"_s, u"zhengkai"_s, u"fanglei"_s, u"luochen"_s,
                u"xuwen"_s}},
        .names = {{u"chensiyuan"_s, u"陈思远"_s}, {u"hewei"_s, u"何伟"_s}, {u"lize"_s, u"李泽"_s},
            {u"zhoumin"_s, u"周敏"_s}, {u"maxiaodong"_s, u"马晓东"_s}, {u"sunyue"_s, u"孙悦"_s},
            {u"wuqian"_s, u"吴倩"_s}, {u"liuyang"_s, u"刘洋"_s}, {u"gaoting"_s, u"高婷"_s},
            {u"zhengkai"_s, u"郑凯"_s}, {u"fanglei"_s, u"方蕾"_s}, {u"luochen"_s, u"罗晨"_s},
            {u"xuwen"_s, u"许文"_s}},
        .sinceLast = {.label = u"A3-2"_s}};
}

HandoverSheet ordinaryShift()
{
    HandoverSheet sheet = emptyShift();
    sheet.positions = {{u"network"_s, u"网络组"_s, u"lize"_s, u"luochen"_s},
        {u"audio_video"_s, u"音视频组"_s, u"zhoumin"_s, u"zhengkai"_s},
        {u"system"_s, u"系统组"_s, u"hewei"_s, u"gaoting"_s},
        {u"scribe"_s, u"记录"_s, u"sunyue"_s, u"xuwen"_s},
        {u"coordinator"_s, u"资源协调"_s, u"wuqian"_s, u"fanglei"_s}};
    sheet.items = ordinaryWork();
    sheet.systems = ordinarySystems();
    sheet.sources = {{u"Prometheus 主"_s, u"ok"_s}, {u"Prometheus 备"_s, u"ok"_s},
        {u"华东出口探测"_s, u"no_data"_s, shanghai(19, 12)}};
    sheet.silences = {{u"MCU-02 板卡"_s, shanghai(22, 0)}};
    sheet.runs = {{u"切换备用出口"_s, 12, 4}};
    sheet.sinceLast = {.label = u"A3-2"_s,
        .open = {11, 14},
        .red = {0, 2},
        .overdue = {1, 0},
        .opened = 12,
        .closed = 9};
    for (int i = 0; i < 5; ++i) {
        const SheetItem &item = sheet.items[i];
        sheet.readBack.append({.table = item.table,
            .id = item.id,
            .dueAt = item.dueAt,
            .nextAction = item.nextAction,
            .owner = item.receiver});
    }
    return sheet;
}

HandoverSheet busyShift(int items)
{
    HandoverSheet sheet = ordinaryShift();
    const QList<SheetItem> work = sheet.items;
    sheet.items.clear();
    for (int n = 0; n < items; ++n) {
        SheetItem item = work[n % 9];
        item.id = idOf(1'000 + n);
        item.label = u"A3-%1"_s.arg(1'000 + n);
        item.number = 2'000 + n;
        item.title = u"%1，第 %2 号"_s.arg(item.title).arg(n);
        item = planned(item, u"催运营商第 %1 次结论"_s.arg(n), u"如 30 分钟无答复，报值班长"_s);
        if (n % 3 == 2) {
            item.table = u"pending_item"_s;
            item.label.clear();
            item.number.reset();
        }
        sheet.items.append(item);
    }
    sheet.readBack.clear();
    return sheet;
}

SheetEnd signedByBoth(const HandoverSheet &sheet)
{
    return {.signatures = {{.person = sheet.outgoing.lead,
                               .meaning = u"handed_over"_s,
                               .hash = sheet.sheetHash(),
                               .station = u"席位 03"_s,
                               .signedAt = shanghai(19, 58, 41),
                               .how = u"password"_s},
                {.person = sheet.incoming.lead,
                    .meaning = u"taken_over"_s,
                    .hash = sheet.sheetHash(),
                    .station = u"席位 03"_s,
                    .signedAt = shanghai(19, 59, 12),
                    .how = u"password"_s}},
        .fingerprint = "9f3ac41e07b2d8e561f02a94be375c08e41d7a6903fc98b6d2504e8fa17b6cd3",
        .fingerprintAt = shanghai(19, 59, 12),
        .confirmed = true};
}

} // namespace watchroom::test
