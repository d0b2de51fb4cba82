// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/demo.h"

#include "app/base/ids.h"
#include "app/quality/simulator.h"

#include <QJsonArray>

#include <array>

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
    bool lead = false;
};

constexpr std::array kPeople{
    DemoPerson{u"chensiyuan", u"陈思远", u"command", u"", true},
    DemoPerson{u"lize", u"李泽", u"technical", u"network"},
    DemoPerson{u"zhoumin", u"周敏", u"technical", u"audio_video"},
    DemoPerson{u"hewei", u"何伟", u"technical", u"system"},
    DemoPerson{u"sunyue", u"孙悦", u"technical", u"audio_video"},
    DemoPerson{u"luochen", u"罗晨", u"technical", u"network"},
    DemoPerson{u"wuqian", u"吴倩", u"support", u""},
};

struct DemoIncident
{
    const char16_t *title;
    const char16_t *level;
    const char16_t *target;
    const char16_t *group;
    const char16_t *owner; ///< empty: nobody has claimed it
    int stages; ///< how many it has gone through
    int minutesAgo;
    const char16_t *entry; ///< one line somebody wrote; may be empty
};

constexpr std::array kIncidents{
    DemoIncident{
        u"抖动升至 42 ms，持续 2 分钟", u"yellow", u"south-gz-cu", u"network", u"", 0, 4, u""},
    DemoIncident{u"MOS 3.8，低于基线", u"blue", u"sw-centre", u"audio_video", u"", 0, 4, u""},
    DemoIncident{u"主麦克风无声，已切备用麦", u"yellow", u"prov-room3", u"audio_video", u"zhoumin",
        1, 12, u"备用麦已接，声音正常"},
    DemoIncident{u"录制集群存储余量 18%", u"blue", u"", u"system", u"hewei", 1, 35, u""},
    DemoIncident{u"上行丢包 6.8%，两场急会诊卡顿", u"red", u"east-sh-ct", u"network", u"lize", 2,
        15, u"电信确认松江节点拥塞，单号 DX-8841"},
    DemoIncident{
        u"县医院 07 备线反复", u"yellow", u"county-07", u"network", u"luochen", 2, 40, u""},
    DemoIncident{u"影像室辅流降级", u"blue", u"huashan", u"audio_video", u"sunyue", 2, 90, u""},
    DemoIncident{u"MCU-02 板卡离线，3 路已切 MCU-05", u"red", u"", u"system", u"hewei", 3, 64,
        u"三路会诊已切到 MCU-05，画面正常"},
    DemoIncident{
        u"专线时延 180 ms，等待运营商", u"yellow", u"sw-cd-cm", u"network", u"lize", 3, 82, u""},
    DemoIncident{u"会诊预约短信延迟，补发完成", u"yellow", u"", u"system", u"wuqian", 4, 150, u""},
    DemoIncident{
        u"DNS 解析慢，已恢复待回访", u"blue", u"north-bj-cu", u"network", u"wuqian", 4, 180, u""},
    DemoIncident{u"核心交换机主备未接管", u"red", u"", u"network", u"chensiyuan", 5, 600,
        u"已人工切换，复盘定在周四"},
};

QString words(const char16_t *text)
{
    return QString::fromUtf16(text);
}

/// Saves step by step as one person after the other; the first failure ends it.
class DemoWriter
{
public:
    explicit DemoWriter(store::Store &store)
        : m_store(store)
    {
    }

    [[nodiscard]] const base::Result<> &result() const { return m_result; }
    void setLocal(const QString &login) { m_local = login; }
    [[nodiscard]] const QString &local() const { return m_local; }

    void save(const QString &login, const QList<Draft> &drafts)
    {
        if (!m_result)
            return;
        auto saved = m_store.save(drafts, Author{.login = login, .session = {}, .sessionKey = {}});
        saved.waitForFinished();
        if (!saved.result())
            m_result = tl::unexpected(saved.result().error());
    }

    void update(const QString &login, const QUuid &incident, const domain::Row &set)
    {
        save(login, {{u"incident"_s, incident, OperationKind::Update, set}});
    }

private:
    store::Store &m_store;
    QString m_local;
    base::Result<> m_result;
};

QUuid idOf(QStringView table, const QString &key)
{
    return base::derivedId({u"demo"_s, table.toString(), key});
}

void writePeople(DemoWriter &writer)
{
    QList<Draft> drafts;
    for (const DemoPerson &person : kPeople) {
        const QString login = words(person.login);
        domain::Row set{{u"login"_s, login}, {u"name"_s, words(person.name)},
            {u"layer"_s, words(person.layer)}, {u"active"_s, true}};
        if (person.group[0] != u'\0')
            set.insert(u"tech_group"_s, words(person.group));
        drafts.append({u"person"_s, idOf(u"person", login), OperationKind::Insert, set});
        if (person.lead)
            drafts.append({u"person_right"_s, idOf(u"right", login), OperationKind::Insert,
                {{u"person"_s, login}, {u"right_name"_s, u"lead"_s}}});
    }
    writer.save(writer.local(), drafts);
}

void writeTargets(DemoWriter &writer)
{
    QList<Draft> drafts;
    for (const quality::TargetInfo &target : quality::Simulator(1).targets()) {
        domain::Row set{{u"key"_s, target.key}, {u"kind"_s, target.kind}, {u"name"_s, target.name},
            {u"name_en"_s, target.nameEn}, {u"enabled"_s, true}};
        if (!target.parent.isEmpty())
            set.insert(u"parent"_s, target.parent);
        drafts.append({u"target"_s, idOf(u"target", target.key), OperationKind::Insert, set});
    }
    writer.save(writer.local(), drafts);
}

/// What each stage's gate asks for, and the step to the next.
domain::Row stepOut(int stage, const DemoIncident &incident)
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
    default:
        return {{u"told"_s, QJsonArray{u"business"_s}}, {u"stage"_s, u"review"_s}};
    }
}

void writeIncident(DemoWriter &writer, const DemoIncident &incident, base::Instant now)
{
    const QUuid id = base::newId(now);
    domain::Row set{{u"title"_s, words(incident.title)}, {u"level"_s, words(incident.level)},
        {u"tech_group"_s, words(incident.group)},
        {u"opened_at"_s, base::toIso(now - std::chrono::minutes(incident.minutesAgo))}};
    if (incident.target[0] != u'\0')
        set.insert(u"target"_s, words(incident.target));
    const QString owner = words(incident.owner);
    writer.save(owner.isEmpty() ? writer.local() : owner,
        {{u"incident"_s, id, OperationKind::Insert, set}});
    if (owner.isEmpty())
        return;
    writer.update(owner, id, {{u"owner"_s, owner}});
    for (int stage = 0; stage < incident.stages; ++stage)
        writer.update(owner, id, stepOut(stage, incident));
    if (incident.entry[0] != u'\0')
        writer.save(owner,
            {{u"log_entry"_s, base::newId(now), OperationKind::Append,
                {{u"incident"_s, base::toText(id)}, {u"kind"_s, u"call"_s},
                    {u"channel"_s, u"phone"_s}, {u"text"_s, words(incident.entry)},
                    {u"happened_at"_s, base::toIso(now)}}}});
}

} // namespace

base::Result<> fillDemo(store::Store &store)
{
    DemoWriter writer(store);
    auto local = store.setUpStandalone(store::systemPerson(), {});
    local.waitForFinished();
    if (!local.result())
        return tl::unexpected(local.result().error());
    writer.setLocal(*local.result());
    writePeople(writer);
    writeTargets(writer);
    const base::CorrectedClock clock;
    for (const DemoIncident &incident : kIncidents)
        writeIncident(writer, incident, clock.now());
    return writer.result();
}

} // namespace watchroom::programs
