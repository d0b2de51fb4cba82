// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roster/sheetheads.h"

#include "app/roster/rostercells.h"

#include <algorithm>

namespace watchroom::roster {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestHead = 60;

const QStringList &words(HeadText::Kind kind)
{
    static const QHash<HeadText::Kind, QStringList> all{
        {HeadText::Kind::People,
            {u"值班人员"_s, u"值班人"_s, u"值班员"_s, u"值班"_s, u"当班"_s, u"当班人员"_s,
                u"人员"_s, u"人员姓名"_s, u"姓名"_s, u"名字"_s, u"name"_s, u"names"_s, u"person"_s,
                u"people"_s, u"staff"_s, u"onduty"_s, u"oncall"_s}},
        {HeadText::Kind::ShiftWords,
            {u"班次"_s, u"班别"_s, u"班种"_s, u"时间"_s, u"时段"_s, u"时间段"_s, u"shift"_s,
                u"shifts"_s, u"time"_s}},
        {HeadText::Kind::PositionWords,
            {u"岗位"_s, u"组别"_s, u"组"_s, u"小组"_s, u"班组"_s, u"席位"_s, u"专业"_s,
                u"position"_s, u"group"_s, u"team"_s, u"role"_s}},
        {HeadText::Kind::Dates,
            {u"日期"_s, u"日"_s, u"date"_s, u"day"_s, u"星期"_s, u"周"_s, u"周几"_s, u"weekday"_s,
                u"月"_s, u"月份"_s, u"month"_s}},
        {HeadText::Kind::Aside,
            {u"序"_s, u"注"_s, u"no"_s, u"no."_s, u"#"_s, u"id"_s, u"tel"_s, u"部门"_s, u"科室"_s,
                u"单位"_s}},
    };
    return *all.constFind(kind);
}

/// Parts by which a head or a remark shows that it is beside the roster.
bool hasAsidePart(const QString &squeezed)
{
    static const QStringList parts{u"备注"_s, u"说明"_s, u"合计"_s, u"总计"_s, u"小计"_s, u"统计"_s,
        u"工时"_s, u"天数"_s, u"人数"_s, u"次数"_s, u"班数"_s, u"出勤"_s, u"签字"_s, u"签名"_s,
        u"电话"_s, u"手机"_s, u"联系"_s, u"工号"_s, u"序号"_s, u"编号"_s, u"制表"_s, u"审核"_s,
        u"remark"_s, u"note"_s, u"total"_s, u"phone"_s};
    return std::ranges::any_of(parts, [&](const QString &part) { return squeezed.contains(part); });
}

QString withoutEndings(QString squeezed)
{
    static const QStringList endings{u"值班员"_s, u"值班"_s, u"人员"_s, u"岗位"_s, u"席位"_s,
        u"班组"_s, u"组"_s, u"岗"_s, u"席"_s, u"group"_s, u"team"_s};
    for (const QString &ending : endings) {
        if (squeezed.size() > ending.size() && squeezed.endsWith(ending))
            squeezed.chop(ending.size());
    }
    return squeezed;
}

bool isSign(QChar c)
{
    return QStringView(u"-:()/·_").contains(c);
}

} // namespace

bool isSerialHead(const QString &label)
{
    static const QStringList serial{
        u"序号"_s, u"序"_s, u"编号"_s, u"工号"_s, u"no"_s, u"no."_s, u"#"_s, u"id"_s};
    return serial.contains(squeezed(label));
}

HeadBook::HeadBook(const QList<SheetPosition> &positions, const CodeBook &codes)
    : m_codes(codes)
{
    for (const SheetPosition &position : positions) {
        for (const QString &name : {position.code, position.name, position.nameEn}) {
            if (const QString word = squeezed(name); !word.isEmpty()) {
                m_positions.insert(word, position.code);
                m_positions.insert(withoutEndings(word), position.code);
            }
        }
    }
}

QString HeadBook::position(const QString &label) const
{
    if (label.size() > kLongestHead)
        return {};
    const QString word = squeezed(label);
    const QString exact = m_positions.value(word);
    return exact.isEmpty() ? m_positions.value(withoutEndings(word)) : exact;
}

/// A position and a shift, in this order or the other: "网络早班", "Day Network".
std::optional<HeadText> HeadBook::duty(const QString &label) const
{
    if (const auto shift = m_codes.shift(label))
        return HeadText{HeadText::Kind::Duty, shift};
    if (const QString code = position(label); !code.isEmpty())
        return HeadText{HeadText::Kind::Duty, {}, code};
    const QString word = squeezed(label);
    for (qsizetype at = 1; at < word.size(); ++at) {
        QString first = word.first(at).removeIf(isSign);
        QString second = word.sliced(at).removeIf(isSign);
        for (int order = 0; order < 2; ++order, std::swap(first, second)) {
            const QString code = position(first);
            const auto shift = code.isEmpty() ? std::nullopt : m_codes.shift(second);
            if (shift)
                return HeadText{HeadText::Kind::Duty, shift, code};
        }
    }
    return {};
}

HeadText HeadBook::read(const QString &label) const
{
    if (label.isEmpty() || label.size() > kLongestHead)
        return {};
    // A position of the team's may be called as something that is else beside the roster.
    if (const QString code = position(label); !code.isEmpty())
        return {HeadText::Kind::Duty, {}, code};
    const QString word = squeezed(label);
    for (const HeadText::Kind kind : {HeadText::Kind::People, HeadText::Kind::ShiftWords,
             HeadText::Kind::PositionWords, HeadText::Kind::Dates, HeadText::Kind::Aside}) {
        if (words(kind).contains(word))
            return {kind};
    }
    if (hasAsidePart(word))
        return {HeadText::Kind::Aside};
    return duty(label).value_or(HeadText());
}

} // namespace watchroom::roster
