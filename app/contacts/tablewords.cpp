// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/contacts/tablewords.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <span>

namespace watchroom::contacts {

using namespace Qt::StringLiterals;

namespace {

/// What is written in each language, and what else is read; with bars between.
struct Word
{
    QLatin1StringView code;
    QStringView english;
    QStringView chinese;
    QStringView also;
};

constexpr std::array kColumns{
    Word{"id"_L1, u"id", u"编号", u"uid|标识"},
    Word{"kind"_L1, u"kind", u"类型", u"type|类别"},
    Word{"name"_L1, u"name", u"名称", u"full name|contact|姓名|联系人|联系人姓名"},
    Word{"org"_L1, u"organisation", u"单位", u"organization|org|company|组织|公司|所属单位|机构"},
    Word{"duty"_L1, u"duty", u"职责", u"role|title|职务|负责|岗位|用途"},
    Word{"person"_L1, u"login", u"登录名", u"person|人员"},
    Word{"ways"_L1, u"ways", u"联系方式", u"ways to reach them"},
    Word{"targets"_L1, u"places", u"监测对象", u"place|targets|target|地点|位置|会诊室|站点"},
    Word{"tags"_L1, u"tags", u"标签", u"tag|categories|分组|分类"},
    Word{"note"_L1, u"note", u"备注", u"notes|remark|remarks|说明|备注说明"},
};

constexpr std::array kWays{
    Word{"phone"_L1, u"phone", u"电话",
        u"tel|telephone|phone number|座机|固话|固定电话|办公电话|联系电话"},
    Word{"mobile"_L1, u"mobile", u"手机", u"cell|mobile phone|手机号|手机号码|移动电话"},
    Word{"im"_L1, u"messenger", u"即时通讯", u"im|chat|wechat|qq|微信|企业微信|钉钉"},
    Word{"email"_L1, u"e-mail", u"邮箱", u"email|mail|邮件|电子邮件|电子邮箱"},
    Word{"other"_L1, u"other", u"其他", u"其它"},
};

constexpr std::array kKinds{
    Word{"person"_L1, u"person", u"人员", u"individual|个人|人"},
    Word{"party"_L1, u"party", u"外部单位",
        u"outside party|org|organisation|organization|company|group|单位|机构|公司"},
};

QString codeOf(std::span<const Word> words, const QString &text)
{
    const QString wanted = text.simplified().toLower();
    const auto means = [&wanted](const Word &word) {
        return wanted == word.code || wanted == word.english || wanted == word.chinese
            || (!wanted.isEmpty() && word.also.toString().split(u'|').contains(wanted));
    };
    const auto found = std::ranges::find_if(words, means);
    return found == words.end() ? QString() : QString(found->code);
}

QString wordOf(std::span<const Word> words, QStringView code, bool english)
{
    const auto found =
        std::ranges::find_if(words, [code](const Word &word) { return code == word.code; });
    if (found == words.end())
        return code.toString();
    return (english ? found->english : found->chinese).toString();
}

} // namespace

QString columnOf(const QString &head)
{
    const QString column = codeOf(kColumns, head);
    return column.isEmpty() ? codeOf(kWays, head) : column;
}

QString headOf(QLatin1StringView column, bool english)
{
    return wordOf(kColumns, QString(column), english);
}

QString kindOf(const QString &word)
{
    return codeOf(kKinds, word);
}

QString wayKindOf(const QString &word)
{
    return codeOf(kWays, word);
}

QString kindWord(const QString &code, bool english)
{
    return wordOf(kKinds, code, english);
}

QString wayKindWord(const QString &code, bool english)
{
    return wordOf(kWays, code, english);
}

} // namespace watchroom::contacts
