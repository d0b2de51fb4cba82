<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>ArticleDiff</name>
    <message>
        <source>− Step %1 is gone: %2</source>
        <translation>− 原第 %1 步已删去：%2</translation>
    </message>
    <message>
        <source>+ New step %1: %2</source>
        <translation>+ 新增第 %1 步：%2</translation>
    </message>
    <message>
        <source>↕ Step %1 was moved: %2</source>
        <translation>↕ 第 %1 步移动了位置：%2</translation>
    </message>
    <message>
        <source>± Step %1 changed: %2</source>
        <translation>± 第 %1 步有改动：%2</translation>
    </message>
    <message>
        <source> (safety-critical)</source>
        <translation>（安全关键）</translation>
    </message>
</context>
<context>
    <name>AttachFiles</name>
    <message>
        <source>Images and PDF (*.png *.jpg *.jpeg *.pdf)</source>
        <translation>图片和 PDF (*.png *.jpg *.jpeg *.pdf)</translation>
    </message>
</context>
<context>
    <name>EntryRows</name>
    <message>
        <source>Corrects entry %1:</source>
        <translation>更正第 %1 条：</translation>
    </message>
    <message>
        <source>Corrected by entry %1:</source>
        <translation>由第 %1 条更正：</translation>
    </message>
    <message>
        <source>not recorded yet</source>
        <translation>尚未记入</translation>
    </message>
    <message>
        <source>recorded %1</source>
        <translation>记录于 %1</translation>
    </message>
    <message>
        <source>Attachment %1 (%2), SHA-256 %3</source>
        <translation>附件 %1（%2），SHA-256 %3</translation>
    </message>
</context>
<context>
    <name>HandoverItems</name>
    <message>
        <source>Incident, %1</source>
        <translation>事件，%1</translation>
    </message>
    <message>
        <source>waits for %1</source>
        <translation>等待 %1</translation>
    </message>
    <message>
        <source>handed over before: %1</source>
        <translation>已交接 %1 次</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>下一步：%1</translation>
    </message>
    <message>
        <source>Contingency: %1</source>
        <translation>应急：%1</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>未指定</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>交自 %1</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>未确认</translation>
    </message>
    <message>
        <source>3. Pending items: %1</source>
        <translation>三、待处理事项 %1 项</translation>
    </message>
    <message>
        <source>No pending items.</source>
        <translation>无待处理事项。</translation>
    </message>
    <message>
        <source>Nothing is open.</source>
        <translation>无未结的事件和工单。</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>What, next action</source>
        <translation>事项与下一步</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>接收人</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>到期 %1</translation>
    </message>
    <message>
        <source>next step %1</source>
        <translation>下一步 %1</translation>
    </message>
    <message>
        <source>owner %1</source>
        <translation>负责人 %1</translation>
    </message>
    <message>
        <source>agrees</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>不一致</translation>
    </message>
    <message>
        <source>The sheet says: %1</source>
        <translation>交接单上：%1</translation>
    </message>
    <message>
        <source>not heard</source>
        <translation>未听过</translation>
    </message>
    <message>
        <source>5. Read-back: %1</source>
        <translation>五、复述确认 %1 条</translation>
    </message>
    <message>
        <source>Nothing was to be read back.</source>
        <translation>没有需要复述的事项。</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Procedure that is followed</source>
        <translation>执行中的处置流程</translation>
    </message>
    <message>
        <source>2. Incidents, tickets and procedures: %1</source>
        <translation>二、移交事件、工单与流程 %1 项</translation>
    </message>
</context>
<context>
    <name>HandoverPaper</name>
    <message>
        <source>Handover sheet</source>
        <translation>值守交接单</translation>
    </message>
    <message>
        <source>This sheet, SHA-256: %1</source>
        <translation>本单 SHA-256：%1</translation>
    </message>
    <message>
        <source>Check code of the record: none yet</source>
        <translation>核对码（记录指纹）：尚无</translation>
    </message>
    <message>
        <source>Check code of the record up to %1: </source>
        <translation>核对码（记录指纹，截至 %1）：</translation>
    </message>
    <message>
        <source>Check code of the record: </source>
        <translation>核对码（记录指纹）：</translation>
    </message>
    <message>
        <source>No. %1</source>
        <translation>编号 %1</translation>
    </message>
    <message>
        <source>Not yet verified</source>
        <translation>待核验</translation>
    </message>
    <message>
        <source>position: %1</source>
        <translation>岗位：%1</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>第 %1 次</translation>
    </message>
    <message>
        <source>planned for %1</source>
        <translation>计划 %1</translation>
    </message>
    <message>
        <source>frozen %1</source>
        <translation>内容冻结于 %1</translation>
    </message>
    <message>
        <source>printed %1</source>
        <translation>打印于 %1</translation>
    </message>
    <message>
        <source>times of %1</source>
        <translation>时区 %1</translation>
    </message>
    <message>
        <source>Made without the server: as it was known here at %1</source>
        <translation>离线交接：内容截至 %1（与服务器最后一次联系）</translation>
    </message>
    <message>
        <source>at %1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Witness: %1</source>
        <translation>见证人：%1</translation>
    </message>
    <message>
        <source>Signed another content: %1</source>
        <translation>签名的是另一内容：%1</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Date, time</source>
        <translation>日期、时间</translation>
    </message>
    <message>
        <source>6. Signatures</source>
        <translation>六、签名</translation>
    </message>
    <message>
        <source>Not yet verified: the server has not confirmed it</source>
        <translation>待核验：服务器尚未核验</translation>
    </message>
</context>
<context>
    <name>HandoverState</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <extracomment>How many of a shift, the lead included.</extracomment>
        <translation>共 %1 人</translation>
    </message>
    <message>
        <source>: %1</source>
        <translation>：%1</translation>
    </message>
    <message>
        <source>all are here</source>
        <translation>全员签到</translation>
    </message>
    <message>
        <source>not here: %1</source>
        <translation>未签到：%1</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>1. Parties</source>
        <translation>一、交接双方</translation>
    </message>
    <message>
        <source>Hands over</source>
        <translation>交班</translation>
    </message>
    <message>
        <source>Takes over</source>
        <translation>接班</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1</translation>
    </message>
    <message>
        <source>%1 until %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>%1 v%2, step %3</source>
        <translation>%1 v%2，第 %3 步</translation>
    </message>
    <message>
        <source>4. System status: %1</source>
        <translation>四、系统状态 %1 项</translation>
    </message>
    <message>
        <source>No systems are on the list.</source>
        <translation>没有列入检查的系统。</translation>
    </message>
    <message>
        <source>Sources: </source>
        <translation>数据源：</translation>
    </message>
    <message>
        <source>Silences: </source>
        <translation>静默：</translation>
    </message>
    <message>
        <source>Procedures being followed: </source>
        <translation>执行中的流程：</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未结</translation>
    </message>
    <message>
        <source>red</source>
        <translation>红色</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>opened %1</source>
        <translation>新增 %1</translation>
    </message>
    <message>
        <source>closed %1</source>
        <translation>关闭 %1</translation>
    </message>
    <message>
        <source>Since the last handover: </source>
        <translation>与上次交接相比：</translation>
    </message>
    <message>
        <source>Since handover %1: </source>
        <translation>与上次交接 %1 相比：</translation>
    </message>
    <message>
        <source>Waivers: </source>
        <translation>豁免：</translation>
    </message>
    <message>
        <source>reason: %1</source>
        <translation>原因：%1</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1、%2 同意</translation>
    </message>
    <message>
        <source>Waived: </source>
        <translation>豁免：</translation>
    </message>
    <message>
        <source>by metrics</source>
        <translation>指标</translation>
    </message>
</context>
<context>
    <name>HandoverWords</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Ticket transfer</source>
        <translation>工单移交</translation>
    </message>
    <message>
        <source>Pending items</source>
        <translation>待处理事项</translation>
    </message>
    <message>
        <source>System status</source>
        <translation>系统状态</translation>
    </message>
    <message>
        <source>Read-back</source>
        <translation>复述确认</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>双方签名</translation>
    </message>
    <message>
        <source>planned for %1</source>
        <translation>计划 %1</translation>
    </message>
    <message>
        <source>%1: new</source>
        <translation>%1：新增</translation>
    </message>
    <message>
        <source>%1: ended, or somebody else&apos;s now</source>
        <translation>%1：已结束，或已归他人</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>%1 is not on the sheet: %2</source>
        <translation>%1 不在交接单上：%2</translation>
    </message>
    <message>
        <source>%1: its receiver is not there, %2</source>
        <translation>%1：接收人不在，%2</translation>
    </message>
    <message>
        <source>%1 is red and was nobody&apos;s: %2</source>
        <translation>%1 为红色且无人认领：%2</translation>
    </message>
    <message>
        <source>%1 was taken by %2 meanwhile and stays theirs</source>
        <translation>%1 其间已由 %2 接手，不再移交</translation>
    </message>
    <message>
        <source>%1 ended meanwhile</source>
        <translation>%1 其间已结束</translation>
    </message>
    <message>
        <source>If it gets worse: call the command layer at once</source>
        <translation>若加重，则立即呼叫指挥协调层</translation>
    </message>
    <message>
        <source>If it gets worse: raise the level to red and call the shift lead</source>
        <translation>若加重，则上调为红色并呼叫值班长</translation>
    </message>
    <message>
        <source>If it is not done in time: tell the shift lead</source>
        <translation>若到期未完成，则报值班长</translation>
    </message>
    <message>
        <source>If it is not done by %1: tell the shift lead</source>
        <translation>若 %1 仍未完成，则报值班长</translation>
    </message>
</context>
<context>
    <name>IncidentSheet</name>
    <message>
        <source>Incident report %1</source>
        <translation>事件报告 %1</translation>
    </message>
    <message>
        <source>Nothing is recorded yet: there is no chain</source>
        <translation>尚无已记入的记录，没有记录链</translation>
    </message>
    <message>
        <source>Chain head, entry %1: %2</source>
        <translation>链首（第 %1 条）：%2</translation>
    </message>
    <message>
        <source>Fingerprint: %1</source>
        <translation>指纹：%1</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>The record here is not whole: see entry %1.</source>
        <translation>此处的记录不完整：见第 %1 条。</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Unclaimed</source>
        <translation>无人认领</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>开立</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>专业组</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation>历时</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>影响范围</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>已通报</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>恢复验证</translation>
    </message>
    <message>
        <source>Exported %1 %2. Times are those of %3.</source>
        <translation>导出于 %1 %2。时间均为 %3 时区。</translation>
    </message>
    <message>
        <source>Stages against their limits</source>
        <translation>各阶段用时与时限</translation>
    </message>
    <message>
        <source>waiting %1</source>
        <translation>其中等待 %1</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>进入</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Time line</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>The entries form a chain of hashes. Exported as JSON, “watchroomctl audit verify --file” recomputes it; the fingerprint at the foot must be the same.</source>
        <translation>各条记录构成哈希链。以 JSON 导出后，可用“watchroomctl audit verify --file”重算；其指纹须与页脚一致。</translation>
    </message>
</context>
<context>
    <name>WorkDialogs</name>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n 张工单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pending item(s)</source>
        <translation>
            <numerusform>%n 个待处理事项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alert</name>
    <message>
        <source>%1: no data</source>
        <translation>%1：无数据</translation>
    </message>
</context>
<context>
    <name>article kind</name>
    <message>
        <source>Procedure</source>
        <translation>处置流程</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>处置卡</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>架构文档</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>使用帮助</translation>
    </message>
</context>
<context>
    <name>call</name>
    <message>
        <source>Works on this incident</source>
        <translation>参与本事件</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>已接通</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>无人接</translation>
    </message>
    <message>
        <source>Engaged</source>
        <translation>占线</translation>
    </message>
    <message>
        <source>Never reached by a call yet</source>
        <translation>尚未电话接通过</translation>
    </message>
    <message>
        <source>Reached %1 · %2</source>
        <translation>%1接通 · %2</translation>
    </message>
</context>
<context>
    <name>card</name>
    <message>
        <source>Over</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩</translation>
    </message>
    <message>
        <source>Unclaimed</source>
        <translation>无人认领</translation>
    </message>
    <message>
        <source>recovered</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>drill</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截至</translation>
    </message>
</context>
<context>
    <name>channel</name>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>即时消息</translation>
    </message>
    <message>
        <source>On site</source>
        <translation>现场</translation>
    </message>
    <message>
        <source>Other channel</source>
        <translation>其他渠道</translation>
    </message>
</context>
<context>
    <name>check</name>
    <message>
        <source>Normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>未检查</translation>
    </message>
</context>
<context>
    <name>contact kind</name>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Outside party</source>
        <translation>外部单位</translation>
    </message>
</context>
<context>
    <name>contact refusal</name>
    <message>
        <source>The name is missing. Say who it is.</source>
        <translation>缺少名称。请填写联系对象。</translation>
    </message>
    <message>
        <source>A text is longer than 200 characters (a note: 2,000). Shorten it.</source>
        <translation>有文字超过 200 字（备注 2000 字）。请缩短。</translation>
    </message>
    <message>
        <source>“%1” is no kind. Write person or party.</source>
        <translation>“%1”不是类型。请填写“人员”或“外部单位”。</translation>
    </message>
    <message>
        <source>Nobody of the team has the login “%1”. Correct it or leave it empty.</source>
        <translation>团队中没有登录名“%1”。请更正或留空。</translation>
    </message>
    <message>
        <source>There is no place “%1”. Write its name as the list of places has it.</source>
        <translation>没有监测对象“%1”。请按监测对象列表中的名称填写。</translation>
    </message>
    <message>
        <source>It has more than 20 ways. Keep those that are used.</source>
        <translation>联系方式超过 20 种。请只保留在用的。</translation>
    </message>
    <message>
        <source>It has too many places or tags, or a tag of more than 64 characters. Take some away.</source>
        <translation>监测对象或标签过多，或有标签超过 64 字。请删减。</translation>
    </message>
    <message>
        <source>It is the same contact as in line %1. Make one of the two.</source>
        <translation>与第 %1 行是同一联系人。请合并为一行。</translation>
    </message>
    <message>
        <source>Two contacts here have this name and organisation. Change them here, or give its id.</source>
        <translation>这里有两个联系人的名称和单位相同。请先在这里区分，或在文件中写明编号。</translation>
    </message>
    <message>
        <source>It is a vCard of version “%1”. Export it as 3.0 or 4.0.</source>
        <translation>这是“%1”版的 vCard。请按 3.0 或 4.0 版导出。</translation>
    </message>
    <message>
        <source>The vCard has no end. Export it again.</source>
        <translation>vCard 不完整。请重新导出。</translation>
    </message>
</context>
<context>
    <name>contact way</name>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Messenger</source>
        <translation>即时通讯</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
</context>
<context>
    <name>ctl</name>
    <message>
        <source>unknown option --%1</source>
        <translation>没有选项 --%1</translation>
    </message>
    <message>
        <source>--%1 takes no value</source>
        <translation>--%1 不带值</translation>
    </message>
    <message>
        <source>--%1 needs a value</source>
        <translation>--%1 需要一个值</translation>
    </message>
    <message>
        <source>--%1 is given twice</source>
        <translation>--%1 写了两次</translation>
    </message>
    <message>
        <source>a word is missing</source>
        <translation>少了一个词</translation>
    </message>
    <message>
        <source>unexpected word: %1</source>
        <translation>多出的词：%1</translation>
    </message>
    <message>
        <source>--%1 is missing</source>
        <translation>缺少 --%1</translation>
    </message>
    <message>
        <source>The record was changed: entry %2 of %1 is missing.</source>
        <translation>记录被改动：%1 缺少第 %2 条。</translation>
    </message>
    <message>
        <source>The record was changed: entry %2 of %1 is out of its order.</source>
        <translation>记录被改动：%1 的第 %2 条次序不对。</translation>
    </message>
    <message>
        <source>The record was changed: entry %2 of %1 is not what was recorded.</source>
        <translation>记录被改动：%1 的第 %2 条与当时所记不符。</translation>
    </message>
    <message>
        <source>Chains: %1, entries: %2</source>
        <translation>链：%1，记录：%2</translation>
    </message>
    <message>
        <source>Fingerprint: %1</source>
        <translation>指纹：%1</translation>
    </message>
    <message>
        <source>Rules: %1</source>
        <translation>规则：%1</translation>
    </message>
    <message>
        <source>not over</source>
        <extracomment>Of an alert in a replay: it had not ended when the samples did.</extracomment>
        <translation>未结束</translation>
    </message>
    <message>
        <source>Everything was there already.</source>
        <translation>全部已就绪，无需改动。</translation>
    </message>
    <message>
        <source>Everything is in order.</source>
        <translation>一切正常。</translation>
    </message>
    <message>
        <source>Sessions closed: %1</source>
        <translation>已结束的会话：%1</translation>
    </message>
    <message>
        <source>To be sent: %1, waiting for a sign-in: %2, conflicts: %3, refused: %4</source>
        <translation>待发送：%1，等待登录：%2，冲突：%3，被拒绝：%4</translation>
    </message>
    <message>
        <source>Workspace: %1</source>
        <translation>工作区：%1</translation>
    </message>
    <message>
        <source>Without a server</source>
        <translation>未连接服务器（单机）</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>服务器：%1</translation>
    </message>
    <message>
        <source>Open incidents: %1</source>
        <translation>未关闭的事件：%1</translation>
    </message>
    <message>
        <source>Synchronised</source>
        <translation>已同步</translation>
    </message>
    <message>
        <source>The server cannot be reached</source>
        <translation>连不上服务器</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>尚未完成</translation>
    </message>
    <message>
        <source>Sent: %1, received: %2</source>
        <translation>已发送：%1，已接收：%2</translation>
    </message>
    <message>
        <source>[pending]</source>
        <extracomment>Behind a line of the command line: saved here, not on the server yet.</extracomment>
        <translation>[待发送]</translation>
    </message>
    <message>
        <source>Password: </source>
        <translation>密码：</translation>
    </message>
    <message>
        <source>--%1 takes a time such as 2026-03-18T14:32:00+08:00</source>
        <translation>--%1 要写时间，例如 2026-03-18T14:32:00+08:00</translation>
    </message>
    <message>
        <source>--%1 is for a workspace without a server</source>
        <translation>--%1 只用于没有服务器的工作区</translation>
    </message>
    <message>
        <source>a password does not belong into CONNINFO; use PGPASSWORD or ~/.pgpass</source>
        <translation>CONNINFO 中不写密码，请用 PGPASSWORD 或 ~/.pgpass</translation>
    </message>
    <message>
        <source>--%1 takes whole seconds</source>
        <translation>--%1 要写整秒数</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Waiting on</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Heard by</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>组</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>监测对象</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>恢复依据</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>开立</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The damaged file is %1
Changes kept that were not sent: %2</source>
        <translation>损坏的文件已另存为 %1
保留的未发送改动：%2</translation>
    </message>
    <message>
        <source>    %1: before %2, theirs %3, mine %4</source>
        <translation>    %1：之前 %2，对方 %3，我的 %4</translation>
    </message>
    <message>
        <source>Nothing waits for a decision.</source>
        <translation>没有等待处理的更改。</translation>
    </message>
    <message>
        <source>say either --mine or --theirs%1</source>
        <translation>请写 --mine 或 --theirs 其中之一%1</translation>
    </message>
    <message>
        <source>Sent again.</source>
        <translation>已重新发送。</translation>
    </message>
    <message>
        <source>Left; a copy is kept for 90 days.</source>
        <translation>已放弃；副本保留 90 天。</translation>
    </message>
    <message>
        <source>The database recomputed all of them; %1 entries were computed here again (--full: all).</source>
        <translation>数据库已全部重算；其中 %1 条在本机再次核算（--full：全部）。</translation>
    </message>
    <message>
        <source>Saved as %1 (%2, entries: %3)</source>
        <translation>已存为 %1（%2，记录 %3 条）</translation>
    </message>
    <message>
        <source>The record here is not whole: see entry %1.</source>
        <translation>此处的记录不完整：见第 %1 条。</translation>
    </message>
    <message>
        <source>one of --json FILE and --pdf FILE is needed</source>
        <translation>需要 --json 文件 或 --pdf 文件 之一</translation>
    </message>
    <message>
        <source>--file takes neither --server nor --full beside it</source>
        <translation>--file 不能与 --server 或 --full 同用</translation>
    </message>
    <message>
        <source>Value: </source>
        <translation>值：</translation>
    </message>
    <message>
        <source>The server has no operation that lost.</source>
        <translation>服务器上没有落败的操作。</translation>
    </message>
    <message>
        <source>Offered to</source>
        <translation>移交给</translation>
    </message>
    <message>
        <source>Next action</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>If ... then</source>
        <translation>若……则</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>--days takes a number from 1 to 366</source>
        <translation>--days 后接 1 到 366 的数</translation>
    </message>
    <message>
        <source>%1, also at %2</source>
        <translation>%1，同时在 %2</translation>
    </message>
    <message>
        <source>--%1 takes a day such as 2026-03-18</source>
        <translation>--%1 须为日期，如 2026-03-18</translation>
    </message>
    <message>
        <source>From the first signature to the acceptance: half within %1, nine of ten within %2</source>
        <translation>首个签名至接班：半数在 %1 内，九成在 %2 内</translation>
    </message>
    <message>
        <source>From the opening to the acceptance: half within %1, nine of ten within %2</source>
        <translation>开始至接班：半数在 %1 内，九成在 %2 内</translation>
    </message>
    <message>
        <source>Both leads signed this sheet, and the watch passed by it.</source>
        <translation>此交接单由双方值班长签名，并已据此完成交接班。</translation>
    </message>
    <message>
        <source>This sheet is one-sided: the incoming lead signed it, and the command layer passed the watch by it.</source>
        <translation>此交接单为单方：由接班值班长签名，指挥协调层据此强制完成交接班。</translation>
    </message>
    <message>
        <source>This sheet was signed, but the watch did not pass by it.</source>
        <translation>此交接单已签名，但并未据此完成交接班。</translation>
    </message>
    <message>
        <source>Nobody signed this sheet: it is not the one in the record.</source>
        <translation>无人签过此交接单：与记录中的不是同一份。</translation>
    </message>
    <message>
        <source>The sheet in the record is not the one that was signed: it was changed there.</source>
        <translation>记录中的交接单与所签的不符：已被改动。</translation>
    </message>
    <message>
        <source>Shifts: %1, handed over on time: %2</source>
        <translation>班次：%1，按时交接：%2</translation>
    </message>
    <message>
        <source>Accepted: %1, forced: %2, refused: %3, extended: %4, expired: %5</source>
        <translation>已接班：%1，强制：%2，拒绝：%3，延长：%4，超时：%5</translation>
    </message>
    <message>
        <source>Read back: %1 of %2 accepted</source>
        <translation>已复述：%2 次接班中 %1 次</translation>
    </message>
    <message>
        <source>Waivers: %1, changes since the sheet: %2, in %3 handovers</source>
        <translation>豁免：%1 项，交接单签后变化：%2 项，共 %3 次交接</translation>
    </message>
    <message>
        <source>Incidents that became red soon after and were not on the sheet: %1</source>
        <translation>交接后不久升为红色而未列入交接单的事件：%1</translation>
    </message>
    <message>
        <source>The record is as it was when this was printed.</source>
        <translation>记录与打印时一致。</translation>
    </message>
    <message>
        <source>The record has gone on since this was printed; “audit verify” tells whether it is whole.</source>
        <translation>打印后记录已有新增；可用“audit verify”核对其是否完整。</translation>
    </message>
    <message>
        <source>The server has not confirmed it yet.</source>
        <translation>服务器尚未确认。</translation>
    </message>
    <message>
        <source>not a year or month: %1</source>
        <translation>不是年份或月份：%1</translation>
    </message>
    <message>
        <source>not taken, %1: %2</source>
        <extracomment>A line of an import. %1: a cell as B2, %2: what is wrong with it.</extracomment>
        <translation>没有导入，%1：%2</translation>
    </message>
    <message>
        <source>please check, %1: %2</source>
        <extracomment>%1: a file, %2: what is to be looked at.</extracomment>
        <translation>请核对，%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n shift(s) added</source>
        <translation>
            <numerusform>新增 %n 个班次</numerusform>
        </translation>
    </message>
    <message>
        <source>refused, %1: %2</source>
        <extracomment>%1: a file, %2: what is wrong with it.</extracomment>
        <translation>未导入，%1：%2</translation>
    </message>
    <message>
        <source>%1 taken, %2 changed, %3 unchanged, %4 refused; %5 of them wait for a review</source>
        <translation>新增 %1，更新 %2，未变 %3，未导入 %4；其中 %5 篇待评审</translation>
    </message>
    <message>
        <source>Imported from %1</source>
        <translation>由 %1 导入</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) written</source>
        <translation>
            <numerusform>已写出 %n 篇</numerusform>
        </translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>已废止</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>草稿</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>共 %n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>date</name>
    <message>
        <source>Mon</source>
        <translation>周一</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>周二</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>周三</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>周四</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>周五</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>周六</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>周日</translation>
    </message>
    <message>
        <source>Jan</source>
        <translation>1 月</translation>
    </message>
    <message>
        <source>Feb</source>
        <translation>2 月</translation>
    </message>
    <message>
        <source>Mar</source>
        <translation>3 月</translation>
    </message>
    <message>
        <source>Apr</source>
        <translation>4 月</translation>
    </message>
    <message>
        <source>May</source>
        <translation>5 月</translation>
    </message>
    <message>
        <source>Jun</source>
        <translation>6 月</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation>7 月</translation>
    </message>
    <message>
        <source>Aug</source>
        <translation>8 月</translation>
    </message>
    <message>
        <source>Sep</source>
        <translation>9 月</translation>
    </message>
    <message>
        <source>Oct</source>
        <translation>10 月</translation>
    </message>
    <message>
        <source>Nov</source>
        <translation>11 月</translation>
    </message>
    <message>
        <source>Dec</source>
        <translation>12 月</translation>
    </message>
    <message>
        <source>%6 %4 %5 %1</source>
        <extracomment>A full date: %1 year, %2 month, %3 day (two digits), %4 day, %5 month&apos;s name, %6 weekday.</extracomment>
        <translation>%1-%2-%3 %6</translation>
    </message>
    <message>
        <source>%4 %5</source>
        <extracomment>A short date without the year; the numbers mean the same as in the full date.</extracomment>
        <translation>%2-%3</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>%5 %1</source>
        <extracomment>A month: %1 year, %2 month, %5 month&apos;s name.</extracomment>
        <translation>%1 年 %2 月</translation>
    </message>
</context>
<context>
    <name>duration</name>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 时</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>next day</source>
        <translation>次日</translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n 工作日</numerusform>
        </translation>
    </message>
    <message>
        <source>Over %1</source>
        <translation>超时 %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩 %1</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1前</translation>
    </message>
</context>
<context>
    <name>entry</name>
    <message>
        <source>Opened {label}, {level}{target}</source>
        <translation>开立 {label}，{level}{target}</translation>
    </message>
    <message>
        <source>Claimed by {owner}</source>
        <translation>{owner} 认领</translation>
    </message>
    <message>
        <source>{to} took over from {from}</source>
        <translation>{to} 从 {from} 接替</translation>
    </message>
    <message>
        <source>{from} handed it to {to}</source>
        <translation>{from} 转交给 {to}</translation>
    </message>
    <message>
        <source>{from} released it; nobody owns it now</source>
        <translation>{from} 放弃认领，现无人认领</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>Level raised: {from} to {to}</source>
        <translation>上调级别：{from} → {to}</translation>
    </message>
    <message>
        <source>Level lowered: {from} to {to}{reason}</source>
        <translation>下调级别：{from} → {to}{reason}</translation>
    </message>
    <message>
        <source>Waiting for {for}</source>
        <translation>等待第三方：{for}</translation>
    </message>
    <message>
        <source>Goes on after waiting {waited_s}</source>
        <translation>第三方已回复，等待 {waited_s}后继续</translation>
    </message>
    <message>
        <source>Handed to the group {to}{from}</source>
        <translation>转给{to}{from}</translation>
    </message>
    <message>
        <source>Scope confirmed: {sites}; {level}</source>
        <translation>范围确认：{sites}；{level}</translation>
    </message>
    <message>
        <source>Cause: {cause}</source>
        <translation>原因：{cause}</translation>
    </message>
    <message>
        <source>Recovery verified: {how}</source>
        <translation>恢复已验证：{how}</translation>
    </message>
    <message>
        <source>Told: {parties}</source>
        <translation>已通报：{parties}</translation>
    </message>
    <message>
        <source>Values are back inside their limits</source>
        <translation>指标已回到限值以内</translation>
    </message>
    <message>
        <source>Values are outside their limits again</source>
        <translation>指标再次越限</translation>
    </message>
    <message>
        <source>Title changed to: {to}</source>
        <translation>标题改为：{to}</translation>
    </message>
    <message>
        <source>Entered {to}{reason}</source>
        <translation>进入「{to}」{reason}</translation>
    </message>
    <message>
        <source>Closed{reason}</source>
        <translation>关闭事件{reason}</translation>
    </message>
    <message>
        <source>Alert {rule}{target}: {level}, value {value}</source>
        <translation>告警「{rule}」{target}：{level}，测得 {value}</translation>
    </message>
    <message>
        <source>{person} is {role}</source>
        <translation>{person} 担任{role}</translation>
    </message>
    <message>
        <source>{person} is no longer {role}</source>
        <translation>{person} 不再担任{role}</translation>
    </message>
    <message>
        <source>Policy version {version}</source>
        <translation>策略更新为第 {version} 版</translation>
    </message>
    <message>
        <source>Rule {name}, version {version}</source>
        <translation>规则「{name}」更新为第 {version} 版</translation>
    </message>
    <message>
        <source>80 % of the time for {stage} has passed</source>
        <translation>「{stage}」时限已过 80%</translation>
    </message>
    <message>
        <source>The time for {stage} has run out</source>
        <translation>「{stage}」超时</translation>
    </message>
    <message>
        <source>Not acknowledged in time; to be told: {parties}</source>
        <translation>未按时确认，逐级上报：{parties}</translation>
    </message>
    <message>
        <source>No activity: the acknowledgement has lapsed</source>
        <translation>长时间无操作，确认已失效</translation>
    </message>
    <message>
        <source>A status to the business side is due</source>
        <translation>该向业务方通报了</translation>
    </message>
    <message>
        <source> ({reason})</source>
        <translation>（{reason}）</translation>
    </message>
    <message>
        <source> at {target}</source>
        <translation>（{target}）</translation>
    </message>
    <message>
        <source> from {from}</source>
        <translation>（原为{from}）</translation>
    </message>
    <message>
        <source>no site affected</source>
        <translation>无受影响会诊室</translation>
    </message>
    <message>
        <source>Claimed</source>
        <translation>认领</translation>
    </message>
    <message>
        <source>Took over from {from}</source>
        <translation>从 {from} 接替</translation>
    </message>
    <message>
        <source>Handed it to {to}</source>
        <translation>转交给 {to}</translation>
    </message>
    <message>
        <source>Released it; nobody owns it now</source>
        <translation>放弃认领，现无人认领</translation>
    </message>
    <message>
        <source>Released a change by {person} that was held back</source>
        <translation>放行了{person}被暂存的一项更改</translation>
    </message>
    <message>
        <source>Switched off the station {station}</source>
        <translation>停用了席位 {station}</translation>
    </message>
    <message>
        <source>Ended the session of {person} at {station}</source>
        <translation>结束了{person}在席位 {station} 的登录</translation>
    </message>
    <message>
        <source>Set the team secret {name}</source>
        <translation>设置了团队密钥 {name}</translation>
    </message>
    <message>
        <source>Replaced the team secret {name}</source>
        <translation>更换了团队密钥 {name}</translation>
    </message>
    <message>
        <source>Removed the team secret {name}</source>
        <translation>移除了团队密钥 {name}</translation>
    </message>
    <message>
        <source>; next: {next_action}</source>
        <translation>；下一步：{next_action}</translation>
    </message>
    <message>
        <source>; due {due_at}</source>
        <translation>；截至 {due_at}</translation>
    </message>
    <message>
        <source>; in case: {contingency}</source>
        <translation>；应急：{contingency}</translation>
    </message>
    <message>
        <source>Opened, {level}: {what}</source>
        <translation>新建（{level}）：{what}</translation>
    </message>
    <message>
        <source>Renamed from “{from}”: {what}</source>
        <translation>由「{from}」改名：{what}</translation>
    </message>
    <message>
        <source>Claimed by {owner}: {what}</source>
        <translation>{owner}认领：{what}</translation>
    </message>
    <message>
        <source>{to} took over from {from}: {what}</source>
        <translation>{to}从{from}接替：{what}</translation>
    </message>
    <message>
        <source>Accepted by {to}{from}: {what}</source>
        <translation>{to}已接收{from}：{what}</translation>
    </message>
    <message>
        <source>Assigned to {to}{from}: {what}</source>
        <translation>指派给{to}{from}：{what}</translation>
    </message>
    <message>
        <source>{from} released it, nobody owns it now: {what}</source>
        <translation>{from}放弃负责，现在无人认领：{what}</translation>
    </message>
    <message>
        <source>Offered to {to}: {what}</source>
        <translation>移交给{to}，待接收：{what}</translation>
    </message>
    <message>
        <source>Declined by {to}: {what}</source>
        <translation>{to}未接收：{what}</translation>
    </message>
    <message>
        <source>No longer offered to {to}: {what}</source>
        <translation>撤回给{to}的移交：{what}</translation>
    </message>
    <message>
        <source>Level {from} to {to}: {what}</source>
        <translation>级别由{from}改为{to}：{what}</translation>
    </message>
    <message>
        <source>Waiting for {for}: {what}</source>
        <translation>等待{for}：{what}</translation>
    </message>
    <message>
        <source>Goes on after waiting {waited_s}: {what}</source>
        <translation>等待{waited_s}后继续：{what}</translation>
    </message>
    <message>
        <source>Belongs to this incident now: {what}</source>
        <translation>归入本事件：{what}</translation>
    </message>
    <message>
        <source>Planned: {what}{next_action}{due_at}{contingency}</source>
        <translation>安排：{what}{next_action}{due_at}{contingency}</translation>
    </message>
    <message>
        <source>{state}: {what}{outcome}</source>
        <translation>{state}：{what}{outcome}</translation>
    </message>
    <message>
        <source>Claimed: {what}</source>
        <translation>认领：{what}</translation>
    </message>
    <message>
        <source>Took over from {from}: {what}</source>
        <translation>从{from}接替：{what}</translation>
    </message>
    <message>
        <source>Accepted{from}: {what}</source>
        <translation>接收{from}：{what}</translation>
    </message>
    <message>
        <source>Released, nobody owns it now: {what}</source>
        <translation>放弃负责，现在无人认领：{what}</translation>
    </message>
    <message>
        <source>Declined: {what}</source>
        <translation>未接收：{what}</translation>
    </message>
    <message>
        <source>; {outcome}</source>
        <translation>；{outcome}</translation>
    </message>
    <message>
        <source>ticket {label} “{title}”</source>
        <translation>工单 {label}「{title}」</translation>
    </message>
    <message>
        <source>pending item “{title}”</source>
        <translation>待处理事项「{title}」</translation>
    </message>
    <message>
        <source>Set up the position {name}</source>
        <translation>设置岗位「{name}」</translation>
    </message>
    <message>
        <source>Removed the position {name}</source>
        <translation>撤销岗位「{name}」</translation>
    </message>
    <message>
        <source>Rotation of {position}, {slot}: {members}; from {starts_on}</source>
        <translation>轮班规则 {position}·{slot}：{members}；自 {starts_on} 起</translation>
    </message>
    <message>
        <source>Removed the rotation of {position}, {slot}: {members}</source>
        <translation>撤销轮班规则 {position}·{slot}：{members}</translation>
    </message>
    <message>
        <source>Roster: {deed}{reason}</source>
        <translation>排班：{deed}{reason}</translation>
    </message>
    <message>
        <source>Asked for: {deed}{reason}</source>
        <translation>请求：{deed}{reason}</translation>
    </message>
    <message>
        <source>Agreed: {deed}</source>
        <translation>已同意：{deed}</translation>
    </message>
    <message>
        <source>Declined: {deed}</source>
        <translation>已谢绝：{deed}</translation>
    </message>
    <message>
        <source>Taken back: {deed}</source>
        <translation>已收回：{deed}</translation>
    </message>
    <message>
        <source>Ended early: {deed}</source>
        <translation>提前结束：{deed}</translation>
    </message>
    <message>
        <source>Checked in at {position}</source>
        <translation>{position}岗到岗签到</translation>
    </message>
    <message>
        <source>Handover {label} begun: {outgoing} to {incoming}</source>
        <translation>交接 {label} 开始：{outgoing} → {incoming}</translation>
    </message>
    <message>
        <source>Handover {label} is from {outgoing} to {incoming} now</source>
        <translation>交接 {label} 改为 {outgoing} → {incoming}</translation>
    </message>
    <message>
        <source>Signed handover {label}: {meaning}{how}</source>
        <translation>交接 {label} 签名：{meaning}{how}</translation>
    </message>
    <message>
        <source>Handover {label} taken back to be changed{reason}</source>
        <translation>交接 {label} 退回修改{reason}</translation>
    </message>
    <message>
        <source>Handover {label}: {incoming} took the watch over from {outgoing}; {moved} moved, {changes} unlike the sheet</source>
        <translation>交接 {label}：{incoming} 已从 {outgoing} 接班；移交 {moved} 项，与交接单不符 {changes} 项</translation>
    </message>
    <message>
        <source>Handover {label} refused{reason}; {outgoing} keeps the watch</source>
        <translation>交接 {label} 被拒绝{reason}；仍由 {outgoing} 值班</translation>
    </message>
    <message>
        <source>{outgoing} stays on; handover {label} ended{reason}</source>
        <translation>{outgoing} 续班；交接 {label} 结束{reason}</translation>
    </message>
    <message>
        <source>Handover {label} not accepted in time; {outgoing} keeps the watch</source>
        <translation>交接 {label} 超时未接；仍由 {outgoing} 值班</translation>
    </message>
    <message>
        <source>Handover {label} forced by the command layer{reason}: {incoming} has the watch; {moved} moved, {changes} unlike the sheet</source>
        <translation>交接 {label} 由指挥协调层强制完成{reason}：{incoming} 值班；移交 {moved} 项，与交接单不符 {changes} 项</translation>
    </message>
    <message>
        <source> ({how})</source>
        <translation>（{how}）</translation>
    </message>
    <message>
        <source>{person} on leave, {begins_at} to {ends_at}</source>
        <translation>{person} 请假，{begins_at} 至 {ends_at}</translation>
    </message>
    <message>
        <source>{person} covers{replaces}{position}, {begins_at} to {ends_at}</source>
        <translation>{person} {replaces}{position}替班，{begins_at} 至 {ends_at}</translation>
    </message>
    <message>
        <source>{person} takes {begins_at} to {ends_at}{position}, {replaces} takes {other_begins_at} to {other_ends_at}{other_position}</source>
        <translation>换班：{person} 值 {begins_at} 至 {ends_at}{position}，{replaces} 值 {other_begins_at} 至 {other_ends_at}{other_position}</translation>
    </message>
    <message>
        <source>{person} has{position}, {begins_at} to {ends_at}</source>
        <translation>{person} 临时值{position}，{begins_at} 至 {ends_at}</translation>
    </message>
    <message>
        <source> for {replaces}</source>
        <translation>为 {replaces} </translation>
    </message>
    <message>
        <source> at {position}</source>
        <translation>（{position}）</translation>
    </message>
    <message>
        <source> at {other_position}</source>
        <translation>（{other_position}）</translation>
    </message>
    <message>
        <source>Handover {label}, {outgoing} to {incoming}, begins in {minutes} min</source>
        <translation>交接 {label}（{outgoing} → {incoming}）将于 {minutes} 分钟后开始</translation>
    </message>
    <message>
        <source>{incoming} has not checked in for handover {label}; to be called: {parties}</source>
        <translation>{incoming} 尚未为交接 {label} 签到；须呼叫：{parties}</translation>
    </message>
    <message>
        <source>Handover {label} is late, {outgoing} still has the watch; to be told: {parties}</source>
        <translation>交接 {label} 已迟，仍由 {outgoing} 值班；须告知：{parties}</translation>
    </message>
    <message>
        <source>{outgoing} has had the watch for over {hours} hours; to be told: {parties}</source>
        <translation>{outgoing} 连续值班已超过 {hours} 小时；须告知：{parties}</translation>
    </message>
    <message>
        <source>Handover {label} is not accepted yet, {outgoing} still has the watch; to be told: {parties}</source>
        <translation>交接 {label} 仍未接班，{outgoing} 继续值守；须告知：{parties}</translation>
    </message>
    <message>
        <source>; {text}</source>
        <translation>；{text}</translation>
    </message>
    <message>
        <source>New article “{title}”</source>
        <translation>新建知识条目「{title}」</translation>
    </message>
    <message>
        <source>Article “{title}”, changed: {columns}</source>
        <translation>知识条目「{title}」已修改：{columns}</translation>
    </message>
    <message>
        <source>Article “{title}” v{version} handed in for review{reason}</source>
        <translation>知识条目「{title}」v{version} 提交评审{reason}</translation>
    </message>
    <message>
        <source>Article “{title}”: what was handed in is taken back</source>
        <translation>知识条目「{title}」撤回提交</translation>
    </message>
    <message>
        <source>Article “{title}” given back to {to}: {remark}</source>
        <translation>知识条目「{title}」退回给 {to}：{remark}</translation>
    </message>
    <message>
        <source>Article “{title}” v{version} published{reason}</source>
        <translation>知识条目「{title}」v{version} 已发布{reason}</translation>
    </message>
    <message>
        <source>Article “{title}” v{version} looked through: still right</source>
        <translation>知识条目「{title}」v{version} 已复审，内容无误</translation>
    </message>
    <message>
        <source>Article “{title}” withdrawn{reason}</source>
        <translation>知识条目「{title}」已废止{reason}</translation>
    </message>
    <message>
        <source>Article “{title}” is valid again</source>
        <translation>知识条目「{title}」恢复有效</translation>
    </message>
    <message>
        <source>Draft “{title}” removed</source>
        <translation>草稿「{title}」已删除</translation>
    </message>
    <message>
        <source>“{title}” v{version} helped{text}</source>
        <translation>「{title}」v{version} 有帮助{text}</translation>
    </message>
    <message>
        <source>“{title}” v{version} did not help{text}</source>
        <translation>「{title}」v{version} 没有帮助{text}</translation>
    </message>
    <message>
        <source>Follows “{title}” v{version}</source>
        <translation>开始按「{title}」v{version} 处置</translation>
    </message>
    <message>
        <source>{to} goes on with “{title}” v{version} after {from}</source>
        <translation>{to} 从 {from} 接替，继续按「{title}」v{version} 处置</translation>
    </message>
    <message>
        <source>Step {n} done: {step}{text}</source>
        <translation>第 {n} 步完成：{step}{text}</translation>
    </message>
    <message>
        <source>Step {n} not done after all: {step}{text}</source>
        <translation>第 {n} 步改为未完成：{step}{text}</translation>
    </message>
    <message>
        <source>Step {n} failed: {step}{text}</source>
        <translation>第 {n} 步失败：{step}{text}</translation>
    </message>
    <message>
        <source>Step {n} does not apply{reason}: {step}{text}</source>
        <translation>第 {n} 步不适用{reason}：{step}{text}</translation>
    </message>
    <message>
        <source>Note on “{title}”{text}</source>
        <translation>「{title}」备注{text}</translation>
    </message>
    <message>
        <source>“{title}”: by v{version} from here on</source>
        <translation>「{title}」：此后按 v{version} 做</translation>
    </message>
    <message>
        <source>Step {n} has changed, not done again{reason}: {step}{text}</source>
        <translation>第 {n} 步已变，不重做{reason}：{step}{text}</translation>
    </message>
    <message>
        <source>“{title}” v{version} followed to its end{text}</source>
        <translation>「{title}」v{version} 执行完毕{text}</translation>
    </message>
    <message>
        <source>“{title}” v{version} broken off{reason}{text}</source>
        <translation>「{title}」v{version} 中止{reason}{text}</translation>
    </message>
    <message>
        <source>Contact {name} changed</source>
        <translation>联系人 {name} 已修改</translation>
    </message>
    <message>
        <source>Contact {name} removed</source>
        <translation>联系人 {name} 已删除</translation>
    </message>
    <message>
        <source>{name} reached at {way}</source>
        <translation>{name} 已接通：{way}</translation>
    </message>
    <message>
        <source>Step {n} still by v{version}, not v{against}{reason}: {step}{text}</source>
        <translation>第 {n} 步仍按 v{version}，不按 v{against}{reason}：{step}{text}</translation>
    </message>
    <message>
        <source>Called {name}, reached ({way})</source>
        <translation>致电{name}，已接通（{way}）</translation>
    </message>
    <message>
        <source>Called {name}, no answer ({way})</source>
        <translation>致电{name}，无人接（{way}）</translation>
    </message>
    <message>
        <source>Called {name}, engaged ({way})</source>
        <translation>致电{name}，占线（{way}）</translation>
    </message>
</context>
<context>
    <name>entry kind</name>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>通话</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Status to the business side</source>
        <translation>通报</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Monitoring</source>
        <translation>监测</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>流转</translation>
    </message>
</context>
<context>
    <name>error</name>
    <message>
        <source>Nobody owns it any more. Claim it if you want to have it.</source>
        <translation>现在已无人认领。需要的话请认领。</translation>
    </message>
    <message>
        <source>%1 has claimed it in the meantime. Take it over, or leave it.</source>
        <translation>%1 已抢先认领。可以接替，或不再处理。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 is a general sentence, %2 the code word of what is wrong in particular.</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>This account is unknown or disabled. Ask an administrator to enable it.</source>
        <translation>该账号不存在或已停用。请联系管理员启用。</translation>
    </message>
    <message>
        <source>Another station runs the rules and clocks now. Nothing needs to be done here.</source>
        <translation>规则和时限现由另一席位执行。这里无需处理。</translation>
    </message>
    <message>
        <source>The title is longer than 200 characters. Put the details in an entry.</source>
        <translation>标题超过 200 字。请把细节写进记录。</translation>
    </message>
    <message>
        <source>There is no such level. Choose red, yellow or blue.</source>
        <translation>没有这个级别。请选择红色、黄色或蓝色。</translation>
    </message>
    <message>
        <source>An incident begins with Detection. Open it, then take it further.</source>
        <translation>事件从「监测发现」开始。请先新建，再逐步推进。</translation>
    </message>
    <message>
        <source>There is no such stage. Choose one of the six, or close.</source>
        <translation>没有这个阶段。请选择六个阶段之一，或关闭。</translation>
    </message>
    <message>
        <source>There is no such group. Choose Network, Audio and video, or System.</source>
        <translation>没有这个专业组。请选择网络组、音视频组或系统组。</translation>
    </message>
    <message>
        <source>A station may not do this by itself. Sign in, then repeat it.</source>
        <translation>席位不能自行做这一步。请登录后重做。</translation>
    </message>
    <message>
        <source>Only monitoring writes alerts. Open an incident, or write an entry instead.</source>
        <translation>告警只由监测写入。请新建事件或写一条记录。</translation>
    </message>
    <message>
        <source>Only the owner or a shift lead may give this to somebody else. Take it over first.</source>
        <translation>只有负责人或值班长才能把它交给别人。请先接替。</translation>
    </message>
    <message>
        <source>The new owner is unknown or disabled. Choose somebody else.</source>
        <translation>新负责人不存在或已停用。请另选一人。</translation>
    </message>
    <message>
        <source>This policy version does not exist here. Wait for synchronisation, then retry.</source>
        <translation>此处没有这个策略版本。请等同步完成后重试。</translation>
    </message>
    <message>
        <source>This was fixed at the beginning and cannot be changed. Write an entry that says what is right.</source>
        <translation>这一项开立后不能更改。请写一条记录说明正确内容。</translation>
    </message>
    <message>
        <source>Only the owner or a shift lead may do this. Take it over, or ask the owner.</source>
        <translation>只有负责人或值班长可以这样做。请接替，或请负责人操作。</translation>
    </message>
    <message>
        <source>Nobody can acknowledge for somebody else. Acknowledge in your own name.</source>
        <translation>不能替别人确认。请以自己的名义确认。</translation>
    </message>
    <message>
        <source>This would be the third hand-over between groups in one stage. The shift lead decides who keeps it.</source>
        <translation>同一阶段内已是第三次跨组转交。由值班长决定归属。</translation>
    </message>
    <message>
        <source>Nobody has acknowledged it yet. Acknowledge or claim it first.</source>
        <translation>还没有人确认。请先确认或认领。</translation>
    </message>
    <message>
        <source>The assessment is not complete. Still missing: {missing}.</source>
        <translation>研判尚未完成。还差：{missing}。</translation>
    </message>
    <message>
        <source>The diagnosis has no result yet. State the cause or a hypothesis in one line.</source>
        <translation>诊断还没有结果。请用一行写明原因或推断。</translation>
    </message>
    <message>
        <source>The recovery is not verified. Say how it was verified, or wait until the values stay inside their limits.</source>
        <translation>恢复尚未验证。请说明如何验证，或等指标稳定在限值以内。</translation>
    </message>
    <message>
        <source>Not everybody has been told. Still to tell: {missing}.</source>
        <translation>尚未全部通报。还差：{missing}。</translation>
    </message>
    <message>
        <source>This kind is not allowed here. Choose one from the list.</source>
        <translation>这里不允许这种类型。请从列表中选一个。</translation>
    </message>
    <message>
        <source>The entry is empty. Write what happened.</source>
        <translation>记录是空的。请写明发生了什么。</translation>
    </message>
    <message>
        <source>This is too large to be saved. Shorten it or split it in two.</source>
        <translation>内容太大，无法保存。请缩短或分成两条。</translation>
    </message>
    <message>
        <source>There is no such channel. Choose one from the list.</source>
        <translation>没有这个渠道。请从列表中选一个。</translation>
    </message>
    <message>
        <source>The entry to correct is not in this incident. Choose one from its timeline.</source>
        <translation>要更正的记录不属于该事件。请从它的时间线中选择。</translation>
    </message>
    <message>
        <source>There is no such role. Choose one from the list.</source>
        <translation>没有这个角色。请从列表中选一个。</translation>
    </message>
    <message>
        <source>There is no such state. Choose one from the list.</source>
        <translation>没有这个状态。请从列表中选一个。</translation>
    </message>
    <message>
        <source>These rows follow from the incident. Change the incident instead.</source>
        <translation>这些内容由事件自动产生。请改动事件本身。</translation>
    </message>
    <message>
        <source>Only an administrator may do this. Ask one.</source>
        <translation>只有管理员可以这样做。请联系管理员。</translation>
    </message>
    <message>
        <source>This is the last administrator. Give somebody else that right first.</source>
        <translation>这是最后一位管理员。请先把管理员权限授予他人。</translation>
    </message>
    <message>
        <source>This sign-in name is taken. Choose another one.</source>
        <translation>该登录名已被占用。请换一个。</translation>
    </message>
    <message>
        <source>This name is taken. Choose another one.</source>
        <translation>该名称已被占用。请换一个。</translation>
    </message>
    <message>
        <source>Only a shift lead, the command layer or an administrator may do this. Ask one.</source>
        <translation>只有值班长、指挥协调层或管理员可以这样做。请联系他们。</translation>
    </message>
    <message>
        <source>Somebody saved this version in the meantime. Look at theirs, then save yours as the next one.</source>
        <translation>其间已有人保存了这一版。请先看对方的版本，再把自己的存为下一版。</translation>
    </message>
    <message>
        <source>The document is wrong at “{where}”. Correct it there.</source>
        <translation>文档在“{where}”处有误。请在该处改正。</translation>
    </message>
    <message>
        <source>Somebody else changed the same thing first. Compare theirs with yours, then keep one.</source>
        <translation>别人已先改了同一内容。请对比两份，保留其一。</translation>
    </message>
    <message>
        <source>This has been changed in the meantime. Look at it again, then repeat.</source>
        <translation>其间内容已有变化。请再看一遍，然后重做。</translation>
    </message>
    <message>
        <source>The change does not say what it was based on. Make it again.</source>
        <translation>该改动缺少改前内容。请重新操作。</translation>
    </message>
    <message>
        <source>This value is set by the rules alone. Leave it out.</source>
        <translation>该值只由规则设定。请不要填写。</translation>
    </message>
    <message>
        <source>The server does not know this kind of data. Update the server, then send the change again.</source>
        <translation>服务器不认识这类数据。请升级服务器后重新发送。</translation>
    </message>
    <message>
        <source>The server does not know one of these fields. Update the server, then send the change again.</source>
        <translation>服务器不认识其中某个字段。请升级服务器后重新发送。</translation>
    </message>
    <message>
        <source>A value is not possible here. Correct it, then repeat.</source>
        <translation>有一个值不合要求。请改正后重做。</translation>
    </message>
    <message>
        <source>The server does not know this sign-in. Sign in again and what waits is sent.</source>
        <translation>服务器不认识这次登录。请重新登录，待发内容会随即发出。</translation>
    </message>
    <message>
        <source>The sign-in has expired. Sign in again and what waits is sent.</source>
        <translation>登录已过期。请重新登录，待发内容会随即发出。</translation>
    </message>
    <message>
        <source>The sign-in was ended by an administrator. Sign in again, or let a shift lead release what waits.</source>
        <translation>登录已被管理员终止。请重新登录，或由值班长放行待发内容。</translation>
    </message>
    <message>
        <source>The server could not confirm who made this change. Sign in again, then repeat it.</source>
        <translation>服务器无法确认改动出自何人。请重新登录后重做。</translation>
    </message>
    <message>
        <source>This follows an earlier change that was refused. Settle that one first, then repeat this.</source>
        <translation>它所依据的前一改动被拒绝。请先处理前一改动，再重做。</translation>
    </message>
    <message>
        <source>This already exists with other content. Make it again as new.</source>
        <translation>该内容已存在且不一致。请作为新内容重新建立。</translation>
    </message>
    <message>
        <source>This does not exist. Check the number or the name.</source>
        <translation>该内容不存在。请核对编号或名称。</translation>
    </message>
    <message>
        <source>This has been deleted in the meantime. Make it again as new.</source>
        <translation>该内容已被删除。请作为新内容重新建立。</translation>
    </message>
    <message>
        <source>A wall display only shows. Do this at a console.</source>
        <translation>大屏只用于显示。请在值守台席位上操作。</translation>
    </message>
    <message>
        <source>The server&apos;s database was restored or replaced. This station compares everything with it and sends again.</source>
        <translation>服务器数据库已恢复或更换。本席位会逐项核对并重新发送，无需操作。</translation>
    </message>
    <message>
        <source>This Watchroom is too old for the server and only reads. Update Watchroom; what is saved here is kept.</source>
        <translation>本值守台版本过旧，只能查看。请升级值守台；本地已保存的内容不会丢失。</translation>
    </message>
    <message>
        <source>This Watchroom is newer than the server. Ask an administrator to run “watchroomctl server upgrade”; what is saved here is kept.</source>
        <translation>本值守台比服务器新。请管理员执行“watchroomctl server upgrade”；本地已保存的内容不会丢失。</translation>
    </message>
    <message>
        <source>This workspace is a copy of another one. It goes on under a name of its own; nothing is lost.</source>
        <translation>这个工作区是另一个的副本。它会改用自己的标识继续，内容不会丢失。</translation>
    </message>
    <message>
        <source>The server misses an earlier change of this station. It is sent again; if this stays, run “watchroomctl server check”.</source>
        <translation>服务器缺少本席位的一项较早改动。正在重发；若一直如此，请执行“watchroomctl server check”。</translation>
    </message>
    <message>
        <source>This workspace belongs to another station. Use this station&apos;s own workspace, or enrol the station again.</source>
        <translation>这个工作区属于另一席位。请使用本席位的工作区，或重新登记席位。</translation>
    </message>
    <message>
        <source>This station was away for long and fetches everything anew. Wait until it is done.</source>
        <translation>本席位离线较久，正在重新取回全部内容。请等待完成。</translation>
    </message>
    <message>
        <source>The database was restored and is not ready. Ask an administrator to run “watchroomctl server adopt”.</source>
        <translation>数据库恢复后尚未就绪。请管理员执行“watchroomctl server adopt”。</translation>
    </message>
    <message>
        <source>The server does not know this station, or it is disabled. Ask an administrator for “watchroomctl server add-station”.</source>
        <translation>服务器不认识本席位，或已停用。请管理员执行“watchroomctl server add-station”。</translation>
    </message>
    <message>
        <source>The name or the password is wrong. Check both, then try again.</source>
        <translation>用户名或密码不对。请核对后重试。</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted or has expired. Check the authority file (sslrootcert) with your administrator.</source>
        <translation>服务器证书不受信任或已过期。请与管理员核对根证书文件（sslrootcert）。</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is made out to another name. Connect by the name that stands in it.</source>
        <translation>服务器证书上的名称与地址不符。请用证书上的名称连接。</translation>
    </message>
    <message>
        <source>The server and this station do not agree on encryption. Check sslmode here and pg_hba.conf there.</source>
        <translation>服务器与本席位的加密设置不一致。请核对本地 sslmode 和服务器 pg_hba.conf。</translation>
    </message>
    <message>
        <source>There is no such database on the server. Check dbname, or create it with “createdb”.</source>
        <translation>服务器上没有这个数据库。请核对 dbname，或用“createdb”建立。</translation>
    </message>
    <message>
        <source>This database has not been set up for Watchroom. Run “watchroomctl server install” as its owner.</source>
        <translation>该数据库尚未为值守台初始化。请以数据库所有者执行“watchroomctl server install”。</translation>
    </message>
    <message>
        <source>The set-up of this database was not finished. Run “watchroomctl server install” again; it goes on where it ended.</source>
        <translation>该数据库的初始化没有完成。请再次执行“watchroomctl server install”，会从中断处继续。</translation>
    </message>
    <message>
        <source>The server is busy, starting or shutting down. Watchroom tries again by itself; what is saved here is kept.</source>
        <translation>服务器忙，或正在启动、关闭。值守台会自动重试；本地已保存的内容不会丢失。</translation>
    </message>
    <message>
        <source>The server did not answer in time. Watchroom tries again by itself; what is saved here is kept.</source>
        <translation>服务器未按时应答。值守台会自动重试；本地已保存的内容不会丢失。</translation>
    </message>
    <message>
        <source>The database driver is not installed. Install the packages libqt6sql6-psql and libqt6sql6-sqlite.</source>
        <translation>未安装数据库驱动。请安装 libqt6sql6-psql 和 libqt6sql6-sqlite。</translation>
    </message>
    <message>
        <source>The server&apos;s address is not understood. Write it as: host=NAME port=5432 dbname=watchroom.</source>
        <translation>看不懂服务器地址。请写成：host=主机名 port=5432 dbname=watchroom。</translation>
    </message>
    <message>
        <source>Addresses of the form postgresql://… are not taken. Write it as: host=NAME port=5432 dbname=watchroom.</source>
        <translation>不接受 postgresql://… 形式的地址。请写成：host=主机名 port=5432 dbname=watchroom。</translation>
    </message>
    <message>
        <source>There is no workspace in this folder. Make one with “watchroomctl workspace init”.</source>
        <translation>该文件夹中没有工作区。请用“watchroomctl workspace init”建立。</translation>
    </message>
    <message>
        <source>The workspace&apos;s folder cannot be written. Check its owner and permissions.</source>
        <translation>工作区文件夹无法写入。请检查所有者和权限。</translation>
    </message>
    <message>
        <source>This workspace was made by a newer Watchroom. Update Watchroom to open it.</source>
        <translation>该工作区由更新版本的值守台建立。请升级后再打开。</translation>
    </message>
    <message>
        <source>The source is there but not ready. Watchroom tries again by itself; if it stays, look at its log.</source>
        <translation>数据源在线但尚未就绪。值守台会自动重试；若一直如此，请查看它的日志。</translation>
    </message>
    <message>
        <source>The source did not answer in time. Look at its load, or ask for a shorter span.</source>
        <translation>数据源未按时应答。请查看其负载，或缩短时间范围。</translation>
    </message>
    <message>
        <source>What answers there is not Prometheus. Check the address: it ends before “/api/v1”.</source>
        <translation>该地址应答的不是 Prometheus。请检查地址：应写到“/api/v1”之前。</translation>
    </message>
    <message>
        <source>The source does not understand a query. Correct its PromQL in the mapping.</source>
        <translation>数据源看不懂一条查询。请在映射中改正 PromQL。</translation>
    </message>
    <message>
        <source>The source could not carry out a query. Try a narrower one in the mapping, or look at the source&apos;s log.</source>
        <translation>数据源未能执行一条查询。请在映射中缩小范围，或查看数据源日志。</translation>
    </message>
    <message>
        <source>The source&apos;s answer broke off half way. Watchroom tries again by itself; check what stands between.</source>
        <translation>数据源的应答中途断开。值守台会自动重试；请检查中间的代理或网络。</translation>
    </message>
    <message>
        <source>The source&apos;s answer is too large. Narrow the query in the mapping.</source>
        <translation>数据源的应答过大。请在映射中缩小查询范围。</translation>
    </message>
    <message>
        <source>The source refuses the user name, password or token. Enter them again in the settings.</source>
        <translation>数据源拒绝了用户名、密码或令牌。请在设置中重新填写。</translation>
    </message>
    <message>
        <source>The source&apos;s certificate is not trusted. Enter its authority file in the settings.</source>
        <translation>数据源证书不受信任。请在设置中填写其根证书文件。</translation>
    </message>
    <message>
        <source>A newer request took its place. Nothing needs to be done.</source>
        <translation>已被更新的请求取代。无需处理。</translation>
    </message>
    <message>
        <source>The mapping is wrong at “{where}”. Correct the file there.</source>
        <translation>映射在“{where}”处有误。请在文件该处改正。</translation>
    </message>
    <message>
        <source>There is no such mapping profile. Choose one from the list.</source>
        <translation>没有这个映射方案。请从列表中选一个。</translation>
    </message>
    <message>
        <source>The server cannot be reached. Go on working: it is saved here and sent when the server is back.</source>
        <translation>连不上服务器。请继续工作：内容已存在本地，恢复后自动发送。</translation>
    </message>
    <message>
        <source>This is not allowed. Ask a shift lead or an administrator.</source>
        <translation>不允许这样做。请联系值班长或管理员。</translation>
    </message>
    <message>
        <source>Something in the input is wrong. Correct it, then repeat.</source>
        <translation>输入有误。请改正后重做。</translation>
    </message>
    <message>
        <source>This was made by a newer Watchroom. Update Watchroom.</source>
        <translation>这由更新版本的值守台生成。请升级值守台。</translation>
    </message>
    <message>
        <source>A file or an answer is damaged. Try again; if it stays, run “watchroomctl audit verify” and tell an administrator.</source>
        <translation>文件或应答已损坏。请重试；若一直如此，请执行“watchroomctl audit verify”并告知管理员。</translation>
    </message>
    <message>
        <source>Watchroom made a mistake. Try again; if it stays, send the log to those who look after Watchroom.</source>
        <translation>值守台程序出错。请重试；若一直如此，请把日志交给维护人员。</translation>
    </message>
    <message>
        <source>This role may not do that in the database. Connect as its owner, or as a role that may create roles and extensions.</source>
        <translation>该角色在数据库中无权这样做。请以所有者，或可以创建角色和扩展的角色连接。</translation>
    </message>
    <message>
        <source>The extension pgcrypto is in the schema {schema}. Move it: ALTER EXTENSION pgcrypto SET SCHEMA crypto.</source>
        <translation>扩展 pgcrypto 位于模式 {schema} 中。请移动它：ALTER EXTENSION pgcrypto SET SCHEMA crypto。</translation>
    </message>
    <message>
        <source>Nobody here has the sign-in name {value}. Check it, or add the person first.</source>
        <translation>没有登录名为 {value} 的人员。请核对，或先添加该人员。</translation>
    </message>
    <message>
        <source>No password was given. Enter one, or hand it over with “--password-stdin”.</source>
        <translation>没有给出密码。请输入，或用“--password-stdin”传入。</translation>
    </message>
    <message>
        <source>The station&apos;s stored password cannot be read. Check the file&apos;s owner, or enrol the station again.</source>
        <translation>本席位保存的密码无法读取。请检查文件所有者，或重新登记席位。</translation>
    </message>
    <message>
        <source>The station&apos;s password cannot be stored. Check the workspace folder&apos;s owner and free space.</source>
        <translation>本席位的密码无法保存。请检查工作区文件夹的所有者和剩余空间。</translation>
    </message>
    <message>
        <source>The command is not understood: {text}. See “watchroomctl --help”.</source>
        <translation>看不懂命令：{text}。请看“watchroomctl --help”。</translation>
    </message>
    <message>
        <source>No source of measurements is set. Choose one in the settings.</source>
        <translation>没有设置数据源。请在设置中选择。</translation>
    </message>
    <message>
        <source>The mapping has no query for {metric}. Add one to the file.</source>
        <translation>映射中没有{metric}的查询。请在文件中添加。</translation>
    </message>
    <message>
        <source>The mapping file {file} cannot be read. Check its path and permissions.</source>
        <translation>映射文件 {file} 无法读取。请检查路径和权限。</translation>
    </message>
    <message>
        <source>The samples are wrong in line {line}. Each line is: time,target,metric,value.</source>
        <translation>样本第 {line} 行有误。每行格式为：time,target,metric,value。</translation>
    </message>
    <message>
        <source>There is no incident “{ref}” here. See “watchroomctl incident list”, or fetch news with “watchroomctl sync”.</source>
        <translation>这里没有事件“{ref}”。请用“watchroomctl incident list”查看，或用“watchroomctl sync”取回最新数据。</translation>
    </message>
    <message>
        <source>“{ref}” fits several incidents. Give more of it, or the number.</source>
        <translation>“{ref}”对应多个事件。请多写几位，或改用编号。</translation>
    </message>
    <message>
        <source>The file {file} cannot be read. Check its name and permissions.</source>
        <translation>无法读取文件 {file}。请检查文件名和权限。</translation>
    </message>
    <message>
        <source>This workspace has no server. Make one that does with “watchroomctl workspace init --server”.</source>
        <translation>此工作区没有设置服务器。请用“watchroomctl workspace init --server”另建一个。</translation>
    </message>
    <message>
        <source>There is a workspace in this folder already. Use it, or name another folder with “--workspace”.</source>
        <translation>此文件夹中已有工作区。请直接使用，或用“--workspace”指定另一个文件夹。</translation>
    </message>
    <message>
        <source>The server is PostgreSQL {version}, which is too old. Watchroom needs version 15 or newer: upgrade it.</source>
        <translation>服务器是 PostgreSQL {version}，版本过旧。值守台需要 15 或更高版本；请升级。</translation>
    </message>
    <message>
        <source>This server is a standby and only follows another. Name the primary in the connection string too.</source>
        <translation>这台服务器是备机，只跟随主机。请在连接串中同时写上主机。</translation>
    </message>
    <message>
        <source>The setting {setting} is off: a power cut loses what was confirmed. Turn it on in postgresql.conf.</source>
        <translation>设置 {setting} 已关闭，断电会丢失已确认的内容。请在 postgresql.conf 中打开。</translation>
    </message>
    <message>
        <source>The server listens on the network without encryption. Give it a certificate and set ssl = on.</source>
        <translation>服务器在网络上监听却没有加密。请配置证书并设置 ssl = on。</translation>
    </message>
    <message>
        <source>New passwords would be stored in an old way. Set password_encryption = scram-sha-256.</source>
        <translation>新密码会以旧方式保存。请设置 password_encryption = scram-sha-256。</translation>
    </message>
    <message>
        <source>Everybody has the privilege {privilege} on this database. Run “watchroomctl server upgrade”: it takes that away.</source>
        <translation>所有人对这个数据库都有 {privilege} 权限。请运行“watchroomctl server upgrade”收回。</translation>
    </message>
    <message>
        <source>Between here and the server stands a connection pooler. Connect directly: through it nobody is woken up.</source>
        <translation>与服务器之间隔着连接池，经过它收不到变更通知。请直接连接。</translation>
    </message>
    <message>
        <source>Nobody is an administrator yet. Add one: “watchroomctl server add-person … --right admin”.</source>
        <translation>还没有管理员。请添加一位：“watchroomctl server add-person … --right admin”。</translation>
    </message>
    <message>
        <source>The policy is missing, so no incident can be opened. Restore the database from a backup.</source>
        <translation>缺少策略，无法登记事件。请从备份恢复数据库。</translation>
    </message>
    <message>
        <source>“{role}” is known here and cannot sign in: the server has no such role. Add the person or the station again.</source>
        <translation>“{role}”已登记但无法登录：服务器上没有这个角色。请重新添加该人员或席位。</translation>
    </message>
    <message>
        <source>The role “{role}” may do more than call Watchroom&apos;s functions. Take its other rights away, or sign in with another.</source>
        <translation>角色“{role}”除调用值守台的函数外还有其他权限。请收回这些权限，或改用别的角色登录。</translation>
    </message>
    <message>
        <source>“{role}” reaches the table {table} past the functions. Run “watchroomctl server upgrade”: it takes that away.</source>
        <translation>“{role}”可以绕过函数直接访问表 {table}。请运行“watchroomctl server upgrade”收回。</translation>
    </message>
    <message>
        <source>Everybody may call {function}. Run “watchroomctl server upgrade”: it takes that away.</source>
        <translation>所有人都能调用 {function}。请运行“watchroomctl server upgrade”收回。</translation>
    </message>
    <message>
        <source>The guard {trigger} of {table} is switched off: the rules do not hold. Switch it on with ALTER TABLE … ENABLE TRIGGER.</source>
        <translation>{table} 的守卫 {trigger} 已被关闭，规则不再生效。请用 ALTER TABLE … ENABLE TRIGGER 打开。</translation>
    </message>
    <message>
        <source>“{value}” cannot be a sign-in name. Begin with a small letter; then small letters, digits, and . _ - are allowed.</source>
        <translation>“{value}”不能用作登录名。请以小写字母开头，之后可用小写字母、数字和 . _ -。</translation>
    </message>
    <message>
        <source>The database has a role “{value}” that is not Watchroom&apos;s. Choose another name.</source>
        <translation>数据库中已有不属于值守台的角色“{value}”。请换一个名称。</translation>
    </message>
    <message>
        <source>This sign-in name is switched off. Ask an administrator to add the person again.</source>
        <translation>这个登录名已停用。请让管理员重新添加该人员。</translation>
    </message>
    <message>
        <source>“{value}” has no name yet. Give it with “--name”.</source>
        <translation>“{value}”还没有姓名。请用“--name”写上。</translation>
    </message>
    <message>
        <source>“{value}” cannot be a station&apos;s name. Use a shorter one without quotes, $ and \.</source>
        <translation>“{value}”不能用作席位名称。请用较短、不含引号、$ 和 \ 的名称。</translation>
    </message>
    <message>
        <source>There is no layer “{value}”. Choose one: command, technical, support.</source>
        <translation>没有“{value}”这一层。请从 command、technical、support 中选择。</translation>
    </message>
    <message>
        <source>There is no right “{value}”. Choose one: lead, command, admin.</source>
        <translation>没有权限“{value}”。请从 lead、command、admin 中选择。</translation>
    </message>
    <message>
        <source>The server made a mistake with this change, so it is held back. It is kept here; tell an administrator the code {sqlstate}.</source>
        <translation>服务器处理这项改动时出错，已暂缓。改动仍保存在本地；请把代码 {sqlstate} 告诉管理员。</translation>
    </message>
    <message>
        <source>This metric gets worse the other way. Check the rule&apos;s direction.</source>
        <translation>这个指标变差的方向相反。请检查规则的方向。</translation>
    </message>
    <message>
        <source>The level ends below where the one under it begins. Move “off” closer to “on”.</source>
        <translation>这一级的结束值越过了下一级的开始值。请让 off 更接近 on。</translation>
    </message>
    <message>
        <source>The rule looks less often than “for” asks. Make the step shorter, or “for” longer.</source>
        <translation>规则的检查间隔比 for 还长。请缩短 step，或加长 for。</translation>
    </message>
    <message>
        <source>Nothing answers at {host}, port {port}. Check that the database server runs and that the port is right; what is saved here is sent later.</source>
        <translation>{host} 的端口 {port} 没有应答。请确认数据库服务已启动、端口无误；已保存在本机的内容稍后补传。</translation>
    </message>
    <message>
        <source>The network does not know the server&apos;s name {host}. Check the name and the network; what is saved here is sent later.</source>
        <translation>网络中找不到服务器 {host}。请核对名称和网络；已保存在本机的内容稍后补传。</translation>
    </message>
    <message>
        <source>There is no way to the server {host}. Check cable, network and firewall; what is saved here is sent later.</source>
        <translation>无法到达服务器 {host}。请检查网线、网络和防火墙；已保存在本机的内容稍后补传。</translation>
    </message>
    <message>
        <source>What answers at {host}, port {port} is not the database server. Check the port in the settings.</source>
        <translation>{host} 的端口 {port} 上应答的不是数据库服务。请在设置中核对端口。</translation>
    </message>
    <message>
        <source>This account is disabled. Ask an administrator to enable it.</source>
        <translation>该账号已停用。请管理员启用。</translation>
    </message>
    <message>
        <source>The server refuses this station&apos;s name or password. Paste its enrolment line into the settings again.</source>
        <translation>服务器不接受本席位的名称或密码。请在设置中重新粘贴登记串。</translation>
    </message>
    <message>
        <source>Another Watchroom has this workspace open (process {pid}). Go on there, or close it and try again here.</source>
        <translation>另一个值守台正在使用此工作区（进程 {pid}）。请到那里继续；或先关闭它，再在这里重试。</translation>
    </message>
    <message>
        <source>The file workspace.json of this workspace cannot be read. Check its permissions; if it is damaged, put back a copy or remove it.</source>
        <translation>无法读取此工作区的 workspace.json。请检查权限；如已损坏，请放回备份或删除该文件。</translation>
    </message>
    <message>
        <source>The workspace&apos;s folder can only be read. Give its files back to this user, then try again; nothing in it was changed.</source>
        <translation>工作区文件夹只能读取，不能写入。请把文件归还给当前用户后重试；其中内容未被改动。</translation>
    </message>
    <message>
        <source>The disk is full and nothing more can be saved. Free some space; what is saved is safe, what is typed stays in its field.</source>
        <translation>磁盘已满，无法再保存。请清理空间；已保存的内容完好，正在输入的文字保留在原处。</translation>
    </message>
    <message>
        <source>The workspace&apos;s file is damaged. Put it aside when Watchroom starts, or with “watchroomctl workspace salvage”; what was not sent is kept.</source>
        <translation>工作区文件已损坏。请在值守台启动时将其另存，或运行「watchroomctl workspace salvage」；未发送的内容会保留。</translation>
    </message>
    <message>
        <source>This workspace is not damaged. Nothing was done; go on working.</source>
        <translation>此工作区没有损坏。未做任何改动；请继续使用。</translation>
    </message>
    <message>
        <source>This folder holds data of the other kind of workspace, with or without a server. Put them aside, or choose another folder.</source>
        <translation>此文件夹中是另一类工作区（有服务器或单机）的数据。请将其另存，或改用别的文件夹。</translation>
    </message>
    <message>
        <source>No mapping file is named. Choose one, or one of the profiles above.</source>
        <translation>没有指定映射文件。请选择一个文件；或选用上面的内置映射。</translation>
    </message>
    <message>
        <source>Nothing answers at {host}, port {port}. Check the source&apos;s address and the network; Watchroom tries again by itself.</source>
        <translation>{host} 的端口 {port} 没有应答。请核对数据源地址和网络；值守台会自动重试。</translation>
    </message>
    <message>
        <source>The source answers, but with no value that can be used. Check the exporters behind it and the mapping.</source>
        <translation>数据源有应答，但没有可用的数值。请检查其后的采集程序和指标映射。</translation>
    </message>
    <message>
        <source>This is no address of a source. Write it as: http://HOST:9090, with the path before “/api/v1”.</source>
        <translation>这不是数据源地址。请写成 http://主机:9090；如有路径，写到「/api/v1」之前。</translation>
    </message>
    <message>
        <source>The file {file} holds no certificate. Choose the authority&apos;s file in PEM form.</source>
        <translation>文件 {file} 中没有证书。请选择 PEM 格式的颁发机构文件。</translation>
    </message>
    <message>
        <source>The server cannot be reached, and this name has no open session at this station. Somebody who signed in here before can; or wait for the server.</source>
        <translation>连不上服务器，此人在本席位没有可用的登录。请由在本席位登录过的人登录，或等服务器恢复。</translation>
    </message>
    <message>
        <source>Too many wrong passwords. Try again in {seconds} s.</source>
        <translation>密码多次错误。请在 {seconds} 秒后重试。</translation>
    </message>
    <message>
        <source>This is not the server that this workspace knows. Nothing was sent. Check the address; if this server takes the other&apos;s place, say so on the page “Sync”.</source>
        <translation>这不是本工作区认识的服务器，没有发送任何内容。请核对地址；如果这台服务器接替了原来的，请在“同步”页确认。</translation>
    </message>
    <message>
        <source>No change “{ref}” waits for a decision. See “watchroomctl conflict list”.</source>
        <translation>没有等待处理的更改“{ref}”。请查看 watchroomctl conflict list。</translation>
    </message>
    <message>
        <source>The server has no standby: if this machine is lost, the service stops until a backup is restored. See packaging/server.</source>
        <translation>服务器没有备机：这台机器一旦损坏，要恢复备份后才能继续。见 packaging/server。</translation>
    </message>
    <message>
        <source>The standby follows without confirming: what was last confirmed may be lost with the primary. Set synchronous_standby_names.</source>
        <translation>备机异步跟随：主机损坏时，最近确认的内容可能丢失。请设置 synchronous_standby_names。</translation>
    </message>
    <message>
        <source>A login that leaves a transaction open holds its locks for ever. Set idle_in_transaction_session_timeout, for example to 1min.</source>
        <translation>某个登录若一直不结束事务，会一直占着锁。请设置 idle_in_transaction_session_timeout，例如 1min。</translation>
    </message>
    <message>
        <source>max_connections is {now}; the stations need {least}. Raise it and restart the server.</source>
        <translation>max_connections 为 {now}，席位需要 {least}。请调大并重启服务器。</translation>
    </message>
    <message>
        <source>No backup was ever noted. Set one up (packaging/server) and try to restore it.</source>
        <translation>没有备份记录。请建立备份（见 packaging/server），并试着恢复一次。</translation>
    </message>
    <message>
        <source>The last backup is {hours} hours old. Look why the nightly one did not run.</source>
        <translation>上次备份在 {hours} 小时前。请查明夜间备份为何没有运行。</translation>
    </message>
    <message>
        <source>The server&apos;s clock differs from this machine&apos;s by {seconds} s. Let both follow NTP.</source>
        <translation>服务器时钟与本机相差 {seconds} 秒。请让两者都与 NTP 同步。</translation>
    </message>
    <message>
        <source>The file {file} cannot be written. Choose another folder, or give this user the right to write there; nothing was changed.</source>
        <translation>无法写入文件 {file}。请换一个文件夹，或给此用户写入权限；没有改动任何内容。</translation>
    </message>
    <message>
        <source>There is no room for the file {file}. Free some space or choose another disk, then export again; nothing was changed.</source>
        <translation>没有空间存放文件 {file}。请腾出空间或换一个磁盘，再导出一次；没有改动任何内容。</translation>
    </message>
    <message>
        <source>This incident has {entries} entries, more than one file takes. Read them with “watchroomctl log list”.</source>
        <translation>此事件有 {entries} 条记录，超过一个文件的上限。可用“watchroomctl log list”查看。</translation>
    </message>
    <message>
        <source>The PDF could not be made. Export it as JSON instead.</source>
        <translation>无法生成 PDF。请改为导出 JSON。</translation>
    </message>
    <message>
        <source>The file {file} is not an incident that Watchroom exported as JSON, or it is cut off. Ask for it again.</source>
        <translation>文件 {file} 不是值守台以 JSON 导出的事件，或文件不完整。请重新索取。</translation>
    </message>
    <message>
        <source>The file {file} was exported by another version of Watchroom. Update Watchroom to verify it.</source>
        <translation>文件 {file} 由其他版本的值守台导出。请更新值守台后再核验。</translation>
    </message>
    <message>
        <source>Team secrets are set by a shift lead or an administrator. Ask one of them.</source>
        <translation>团队密钥只能由值班长或管理员设置。请找其中一位。</translation>
    </message>
    <message>
        <source>This cannot be a secret&apos;s name. Use 1 to 63 characters, without blanks at the ends.</source>
        <translation>这不能作为密钥的名称。请用 1 到 63 个字符，首尾不留空格；中间可以有空格。</translation>
    </message>
    <message>
        <source>It is not said what the secret is for. Choose one: source, robot, smtp.</source>
        <translation>没有说明这个密钥的用途。请选择一种：source、robot、smtp。</translation>
    </message>
    <message>
        <source>The value is empty. Enter it; to take the secret away, remove it instead.</source>
        <translation>值是空的，请输入。如果不再需要这个密钥，请移除它。</translation>
    </message>
    <message>
        <source>The value holds a line break or another control character. Enter it as one line.</source>
        <translation>值里有换行或其他控制字符。请输入成一行。</translation>
    </message>
    <message>
        <source>The value is larger than {bytes} bytes. Such a file belongs on the station; use a token or a password.</source>
        <translation>值超过 {bytes} 字节。这样的文件应放在席位上；这里请用令牌或密码。</translation>
    </message>
    <message>
        <source>No station may use this secret. Choose a kind of station, or name one.</source>
        <translation>没有席位可以使用这个密钥。请选择一类席位，或写出席位名。</translation>
    </message>
    <message>
        <source>There is no station “{value}”. Check the name on the page “Sync”.</source>
        <translation>没有名为“{value}”的席位。请在“同步”页上核对名称。</translation>
    </message>
    <message>
        <source>There is no team secret “{value}” any more. Look at the list again.</source>
        <translation>团队密钥“{value}”已经不存在。请重新查看列表。</translation>
    </message>
    <message>
        <source>The server takes and gives team secrets only over an encrypted connection. Ask an administrator to switch TLS on, and set sslmode=verify-full.</source>
        <translation>服务器只通过加密连接收发团队密钥。请管理员启用 TLS，并设置 sslmode=verify-full；之后会自动恢复。</translation>
    </message>
    <message>
        <source>The server cannot be reached, and team secrets are kept only there. Try again when it is back; then look at the list to see what was done.</source>
        <translation>连不上服务器，而团队密钥只保存在那里。请在恢复后重试；并查看列表，确认做成了没有。</translation>
    </message>
    <message>
        <source>The team secret “{name}” that the source needs is not here yet: the server has not handed it out. Measuring begins by itself as soon as it comes.</source>
        <translation>数据源需要的团队密钥“{name}”还没有到：服务器尚未发放。收到后会自动开始测量。</translation>
    </message>
    <message>
        <source>The server gives this station no team secret “{name}”, which the source needs. Ask a shift lead to set it for this station; measuring then begins by itself.</source>
        <translation>数据源需要团队密钥“{name}”，但服务器没有把它发给本席位。请值班长为本席位设置；之后会自动开始测量。</translation>
    </message>
    <message>
        <source>Up to ten files can be attached: PNG, JPEG or PDF of at most 20 MB. Choose others.</source>
        <translation>最多可附 10 个文件，每个须是 PNG、JPEG 或 PDF，且不超过 20 MB。请重新选择。</translation>
    </message>
    <message>
        <source>The title is missing. Say in a few words what it is about.</source>
        <translation>缺少标题。请用几个字说明是什么事。</translation>
    </message>
    <message>
        <source>This is closed and stays as it is. If it comes back, open a new one.</source>
        <translation>已关闭，不再改动。如再次出现，请新建一个。</translation>
    </message>
    <message>
        <source>This needs a reason. Choose one, or say it in a few words.</source>
        <translation>需要说明原因。请选择一项，或用几个字说明。</translation>
    </message>
    <message>
        <source>Nobody owns this yet. Claim it first.</source>
        <translation>目前无人认领。请先认领。</translation>
    </message>
    <message>
        <source>A link begins with http:// or https:// and has no blanks. Copy it from the browser.</source>
        <translation>链接须以 http:// 或 https:// 开头，且不含空格。请从浏览器地址栏复制。</translation>
    </message>
    <message>
        <source>There is no such ticket or pending item here: “{ref}”. See “watchroomctl ticket list” and “watchroomctl pending list”, or fetch news with “watchroomctl sync”.</source>
        <translation>本机没有这个工单或待处理事项：「{ref}」。请查看「watchroomctl ticket list」和「watchroomctl pending list」，或用「watchroomctl sync」取得最新内容。</translation>
    </message>
    <message>
        <source>A handover of this desk or position is under way. Go on with it, or end it first.</source>
        <translation>这个值班台或岗位正在交接。请继续那次交接，或先结束它。</translation>
    </message>
    <message>
        <source>This is not the frozen sheet. Read it again, then sign it.</source>
        <translation>这不是已锁定的交接单。请重新阅读后再签名。</translation>
    </message>
    <message>
        <source>The sheet lacks something: {what}. Fill it in, or waive what may be waived with a reason and a second name.</source>
        <translation>交接单还缺：{what}。请补齐；可豁免的，写明理由并由第二人具名。</translation>
    </message>
    <message>
        <source>Two signatures over the same sheet are needed. Let the other lead sign first.</source>
        <translation>同一份交接单需要双方签名。请先由对方签名。</translation>
    </message>
    <message>
        <source>Everybody signs for themselves alone. Let the person who is named sign in.</source>
        <translation>签名只能由本人完成。请由单上的人登录后签名。</translation>
    </message>
    <message>
        <source>Only those who hand over or take over, or a shift lead, may do this. Ask them.</source>
        <translation>只有交班、接班人员或值班长可以这样做。请由他们操作。</translation>
    </message>
    <message>
        <source>Only the receiver or the incoming lead may confirm this. Ask them.</source>
        <translation>只有接收人或接班值班长可以确认。请由他们操作。</translation>
    </message>
    <message>
        <source>This person is unknown, disabled or named twice. Choose somebody else.</source>
        <translation>此人不存在、已停用或重复。请另选一人。</translation>
    </message>
    <message>
        <source>The end must come after the begin, within a year, and not in the past. Correct the times.</source>
        <translation>结束必须晚于开始、不超过一年且不在过去。请改正时间。</translation>
    </message>
    <message>
        <source>This has begun already and cannot be taken back. End it from now on instead.</source>
        <translation>已经开始，不能收回。请改为从现在起结束。</translation>
    </message>
    <message>
        <source>Only whoever was asked, or a shift lead, may answer this. Ask them.</source>
        <translation>只有被请求的人或值班长可以答复。请由他们操作。</translation>
    </message>
    <message>
        <source>This handover sheet was made by a newer Watchroom. Update Watchroom to read it.</source>
        <translation>这份交接单由更新版本的值守台制作。请升级值守台后再读。</translation>
    </message>
    <message>
        <source>This handover sheet is not as it was signed: see “{where}”. Read it at another station or on paper, and run “watchroomctl audit verify”.</source>
        <translation>这份交接单与签名时不一致，见“{where}”。请在其他席位或纸质件上查看，并运行“watchroomctl audit verify”。</translation>
    </message>
    <message>
        <source>There is no handover yet. Begin one.</source>
        <translation>还没有交接。请开始一次。</translation>
    </message>
    <message>
        <source>The file “{file}” cannot be read. Check its name and its rights.</source>
        <translation>无法读取文件“{file}”。请检查文件名和权限。</translation>
    </message>
    <message>
        <source>There is nothing in this file.</source>
        <translation>这个文件里没有内容。</translation>
    </message>
    <message>
        <source>The file is larger than 4 MB. Save the sheet with the roster alone as CSV.</source>
        <translation>文件超过 4 MB。请只把排班那张表另存为 CSV。</translation>
    </message>
    <message>
        <source>The sheet has more than {most} rows. Save the part with the roster alone as CSV.</source>
        <translation>表格超过 {most} 行。请只把排班部分另存为 CSV。</translation>
    </message>
    <message>
        <source>The sheet has more than {most} columns. Save the part with the roster alone as CSV.</source>
        <translation>表格超过 {most} 列。请只把排班部分另存为 CSV。</translation>
    </message>
    <message>
        <source>This is a workbook. Open it, save the sheet with the roster as CSV, and choose that file.</source>
        <translation>这是一个工作簿文件。请打开它，把排班表另存为 CSV，再选择那个文件。</translation>
    </message>
    <message>
        <source>This file is not text. Save the sheet with the roster as CSV, and choose that file.</source>
        <translation>这个文件不是文本。请把排班表另存为 CSV，再选择那个文件。</translation>
    </message>
    <message>
        <source>The team&apos;s policy allows no handover while the server is away. Sign when it is back, or pass the watch on paper.</source>
        <translation>团队策略不允许离线交接。请在服务器恢复后签名，或改用纸质交接。</translation>
    </message>
    <message>
        <source>This key is taken. Choose another one.</source>
        <translation>该标识已被使用。请换一个。</translation>
    </message>
    <message>
        <source>A procedure needs steps: a numbered list below the heading “Steps”. Write it, or choose another kind.</source>
        <translation>处置流程需要步骤。请在标题「步骤」下写一个编号列表，或改选其他类型。</translation>
    </message>
    <message>
        <source>Version {version} was published in the meantime. Your text is kept as a draft: bring both together, then hand it in again.</source>
        <translation>期间已发布第 {version} 版。你的文本已保留为草稿：请合并两者后重新提交。</translation>
    </message>
    <message>
        <source>A text by {by} waits for its review. Wait until it is published or given back; yours is kept as a draft.</source>
        <translation>{by} 的文本正在评审。请等其发布或退回；你的文本已保留为草稿。</translation>
    </message>
    <message>
        <source>No text waits for its review. Hand one in first.</source>
        <translation>没有待评审的文本。请先提交。</translation>
    </message>
    <message>
        <source>This article has no version yet. Publish one first.</source>
        <translation>该条目尚无已发布版本。请先发布。</translation>
    </message>
    <message>
        <source>The team&apos;s policy asks that somebody else publishes it. Ask a colleague.</source>
        <translation>团队策略要求由他人发布。请找一位同事。</translation>
    </message>
    <message>
        <source>This version has no such step. Open the procedure again and look at it.</source>
        <translation>该版本没有这一步。请重新打开流程查看。</translation>
    </message>
    <message>
        <source>The text is empty or larger than 2 MB. Divide it into several articles.</source>
        <translation>正文为空或超过 2 MB。请拆成几篇。</translation>
    </message>
    <message>
        <source>Lists or quotes are nested too deeply in line {line}. Take some levels out.</source>
        <translation>第 {line} 行的列表或引用嵌套过深。请减少层级。</translation>
    </message>
    <message>
        <source>The text around line {line} is too complex to be shown. Divide it.</source>
        <translation>第 {line} 行附近的内容过于复杂，无法显示。请拆分。</translation>
    </message>
    <message>
        <source>Line {line} is no UTF-8. Save the file with the encoding UTF-8, then try again.</source>
        <translation>第 {line} 行不是 UTF-8。请以 UTF-8 编码保存后重试。</translation>
    </message>
    <message>
        <source>The front matter cannot be read in line {line}. Write “name: value” or a list there.</source>
        <translation>第 {line} 行的文件头无法识别。请写成“名称: 值”或列表。</translation>
    </message>
    <message>
        <source>“{field}” in line {line} cannot be that. Correct it there.</source>
        <translation>第 {line} 行的“{field}”取值不对。请改正。</translation>
    </message>
    <message>
        <source>“{field}” stands twice, again in line {line}. Remove one.</source>
        <translation>“{field}”出现两次，第二次在第 {line} 行。请删去一个。</translation>
    </message>
    <message>
        <source>“{field}” is missing. Write it into the front matter.</source>
        <translation>缺少“{field}”。请写入文件头。</translation>
    </message>
    <message>
        <source>“{field}” in line {line} is not known. It is left out.</source>
        <translation>第 {line} 行的“{field}”不认识。已略过；不影响其余内容。</translation>
    </message>
    <message>
        <source>{count} steps are too many; 99 fit. Divide the procedure.</source>
        <translation>共 {count} 步，超过 99 步上限。请拆分流程。</translation>
    </message>
    <message>
        <source>Step {number} in line {line} says nothing. Write what to do, or remove it.</source>
        <translation>第 {number} 步（第 {line} 行）没有内容。请写明要做什么，或删去。</translation>
    </message>
    <message>
        <source>Step {number} in line {line} speaks of safety, but is not marked. Write “(safety-critical)” at its end.</source>
        <translation>第 {number} 步（第 {line} 行）提到安全，但没有标记。请在其末尾写“（安全关键）”。</translation>
    </message>
    <message>
        <source>The numbers go on in line {line} after something else. Indent what stands between, so that it belongs to its step.</source>
        <translation>第 {line} 行的编号被其他内容隔断。请缩进中间的内容，使其属于所在步骤；否则后面的步骤不算在内。</translation>
    </message>
    <message>
        <source>“{folder}” cannot be read as a folder. Choose another one.</source>
        <translation>“{folder}”不是可读的文件夹。请另选一个。</translation>
    </message>
    <message>
        <source>There are more than {count} files. Choose the folder that holds the articles.</source>
        <translation>文件超过 {count} 个。请选择存放条目的文件夹。</translation>
    </message>
    <message>
        <source>“{file}” is too large. Texts have at most 2 MB, images 20 MB.</source>
        <translation>“{file}”过大。正文最多 2 MB，图片最多 20 MB；请缩小后重试。</translation>
    </message>
    <message>
        <source>“{file}” cannot be read. Put it there, or take the link out.</source>
        <translation>“{file}”无法读取。请把它放到该处，或去掉链接。</translation>
    </message>
    <message>
        <source>“{file}” lies outside the folder and is not read. Copy it into the folder.</source>
        <translation>“{file}”在文件夹之外，不会读取。请复制到文件夹内。</translation>
    </message>
    <message>
        <source>“{file}” is no image. Save it as PNG or JPEG.</source>
        <translation>“{file}”不是图片。请存为 PNG 或 JPEG。</translation>
    </message>
    <message>
        <source>“{file}” has the id “{id}” too. Give one of them another.</source>
        <translation>“{file}”的标识也是“{id}”。请给其中一个换一个标识。</translation>
    </message>
    <message>
        <source>The name of “{file}” is no UTF-8 (GB18030 perhaps). Rename the file, then try again.</source>
        <translation>“{file}”的文件名不是 UTF-8（可能是 GB18030）。请改名后重试。</translation>
    </message>
    <message>
        <source>“{file}” is no article of this folder. The link leads nowhere.</source>
        <translation>“{file}”不是本文件夹中的条目。该链接无处可去；请改正或去掉。</translation>
    </message>
    <message>
        <source>The text of “{file}” has not come yet. Connect to the server, then try again.</source>
        <translation>“{file}”的正文尚未到达。请连接服务器后重试。</translation>
    </message>
    <message>
        <source>“{file}” cannot be written. Look at the disk and the rights there, then try again.</source>
        <translation>“{file}”无法写入。请检查磁盘与权限后重试。</translation>
    </message>
    <message>
        <source>There is no article “{ref}”. Look for it with a word of it.</source>
        <translation>没有知识条目“{ref}”。请用其中的词搜索。</translation>
    </message>
    <message>
        <source>There is no version {version}. Choose one that there is.</source>
        <translation>没有第 {version} 版。请选择已有的版本。</translation>
    </message>
    <message>
        <source>Nothing has changed yet. Change the text or the settings, then publish.</source>
        <translation>没有任何改动。请先修改正文或设置，再发布。</translation>
    </message>
    <message>
        <source>An image of this text is not at this station. Paste it again, or take it out.</source>
        <translation>正文中有图片不在本席位。请重新粘贴，或删去。</translation>
    </message>
    <message>
        <source>There is no contact in this file. Choose another one.</source>
        <translation>文件中没有联系人。请另选一个文件。</translation>
    </message>
    <message>
        <source>The file is larger than 2 MB. Export the contacts without pictures.</source>
        <translation>文件大于 2 MB。请导出不带头像的联系人。</translation>
    </message>
    <message>
        <source>The file has more than {most} contacts. Import it in parts.</source>
        <translation>文件中的联系人超过 {most} 个。请分批导入。</translation>
    </message>
    <message>
        <source>This is a workbook. Open it, save the sheet with the contacts as CSV, and choose that file.</source>
        <translation>这是工作簿文件。请打开它，将联系人所在的工作表另存为 CSV，再选择该文件。</translation>
    </message>
    <message>
        <source>This file is not text. Save the contacts as CSV or vCard, and choose that file.</source>
        <translation>这不是文本文件。请将联系人另存为 CSV 或 vCard，再选择该文件。</translation>
    </message>
    <message>
        <source>The first row names no column “name”. Write the columns&apos; names there: name, organisation, phone.</source>
        <translation>首行没有“名称”一列。请在首行写明各列：名称、单位、电话。</translation>
    </message>
</context>
<context>
    <name>field</name>
    <message>
        <source>title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>acknowledgement</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>affected sites</source>
        <translation>受影响会诊室</translation>
    </message>
    <message>
        <source>level confirmed</source>
        <translation>级别确认</translation>
    </message>
    <message>
        <source>group</source>
        <translation>专业组</translation>
    </message>
    <message>
        <source>cause or hypothesis</source>
        <translation>原因或推断</translation>
    </message>
    <message>
        <source>how the recovery was verified</source>
        <translation>恢复验证方式</translation>
    </message>
    <message>
        <source>who was told</source>
        <translation>已通报对象</translation>
    </message>
    <message>
        <source>third party waited for</source>
        <translation>等待的第三方</translation>
    </message>
    <message>
        <source>offered to</source>
        <translation>移交对象</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>detail</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>incident</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>next action</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>due time</source>
        <translation>截止时间</translation>
    </message>
    <message>
        <source>if ... then ...</source>
        <translation>若……则……</translation>
    </message>
    <message>
        <source>link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>end</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>position</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>receiver</source>
        <translation>接收人</translation>
    </message>
    <message>
        <source>confirmation by the receiver</source>
        <translation>接收人确认</translation>
    </message>
    <message>
        <source>check of a key system</source>
        <translation>关键系统检查</translation>
    </message>
    <message>
        <source>read-back</source>
        <translation>复述确认</translation>
    </message>
    <message>
        <source>red incident acknowledged</source>
        <translation>红色事件的确认</translation>
    </message>
    <message>
        <source>waiver with a reason and a second name</source>
        <translation>豁免的理由和第二人</translation>
    </message>
    <message>
        <source>answer to a question</source>
        <translation>待答复</translation>
    </message>
</context>
<context>
    <name>group</name>
    <message>
        <source>Network</source>
        <translation>网络组</translation>
    </message>
    <message>
        <source>Audio and video</source>
        <translation>音视频组</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统组</translation>
    </message>
</context>
<context>
    <name>handover state</name>
    <message>
        <source>Being prepared</source>
        <translation>准备中</translation>
    </message>
    <message>
        <source>Signed by the outgoing lead</source>
        <translation>交班人已签</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接班</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Outgoing shift stays on</source>
        <translation>续班</translation>
    </message>
    <message>
        <source>Not accepted in time</source>
        <translation>超时未接</translation>
    </message>
    <message>
        <source>Forced, one-sided</source>
        <translation>强制完成（单方）</translation>
    </message>
</context>
<context>
    <name>layer</name>
    <message>
        <source>Command</source>
        <translation>指挥协调层</translation>
    </message>
    <message>
        <source>Technical</source>
        <translation>技术处置层</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>支持保障层</translation>
    </message>
</context>
<context>
    <name>level</name>
    <message>
        <source>Red</source>
        <translation>红色</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Red: act now</source>
        <translation>红色预警·立即处置</translation>
    </message>
    <message>
        <source>Yellow: watch closely</source>
        <translation>黄色预警·密切监控</translation>
    </message>
    <message>
        <source>Blue: watch</source>
        <translation>蓝色预警·关注</translation>
    </message>
</context>
<context>
    <name>list</name>
    <message>
        <source>, </source>
        <extracomment>Between the items of a list.</extracomment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>metric</name>
    <message>
        <source>Round-trip time</source>
        <translation>往返时延</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>抖动</translation>
    </message>
    <message>
        <source>Packet loss</source>
        <translation>丢包率</translation>
    </message>
    <message>
        <source>Video freeze rate</source>
        <translation>视频卡顿率</translation>
    </message>
    <message>
        <source>Audio freeze rate</source>
        <translation>音频卡顿率</translation>
    </message>
    <message>
        <source>Frame rate</source>
        <translation>帧率</translation>
    </message>
    <message>
        <source>Bitrate</source>
        <translation>码率</translation>
    </message>
    <message>
        <source>MOS</source>
        <translation>MOS</translation>
    </message>
    <message>
        <source>Join success rate</source>
        <translation>入会成功率</translation>
    </message>
    <message>
        <source>RTT</source>
        <translation>时延</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>丢包</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>卡顿</translation>
    </message>
    <message>
        <source>Audio freeze</source>
        <translation>音频卡顿</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>帧率</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>入会</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>A percentage; %1 is the number.</extracomment>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>palette</name>
    <message>
        <source>Recently opened</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>监测对象</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Log entries</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>知识条目</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Log entry</source>
        <translation>记录</translation>
    </message>
</context>
<context>
    <name>party</name>
    <message>
        <source>the group on duty</source>
        <translation>当班专业组</translation>
    </message>
    <message>
        <source>everybody on duty</source>
        <translation>全体当班人员</translation>
    </message>
    <message>
        <source>the shift lead</source>
        <translation>值班长</translation>
    </message>
    <message>
        <source>the deputy shift lead</source>
        <translation>副值班长</translation>
    </message>
    <message>
        <source>the scribe</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>the command layer</source>
        <translation>指挥协调层</translation>
    </message>
    <message>
        <source>the business side</source>
        <translation>业务方</translation>
    </message>
    <message>
        <source>the hospital</source>
        <translation>医院</translation>
    </message>
    <message>
        <source>the next shift</source>
        <translation>下一班</translation>
    </message>
</context>
<context>
    <name>position</name>
    <message>
        <source>Shift lead</source>
        <translation>值班长</translation>
    </message>
    <message>
        <source>Deputy shift lead</source>
        <translation>副值班长</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Audio and video</source>
        <translation>音视频</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Scribe</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Coordinator</source>
        <translation>资源协调</translation>
    </message>
</context>
<context>
    <name>reason</name>
    <message>
        <source>It was judged too high</source>
        <translation>原判断过高</translation>
    </message>
    <message>
        <source>The impact has ended</source>
        <translation>影响已结束</translation>
    </message>
    <message>
        <source>Fewer places than thought</source>
        <translation>范围比预想小</translation>
    </message>
    <message>
        <source>Same as another incident</source>
        <translation>与其他事件重复</translation>
    </message>
    <message>
        <source>New findings</source>
        <translation>有新发现</translation>
    </message>
    <message>
        <source>The diagnosis was wrong</source>
        <translation>诊断有误</translation>
    </message>
    <message>
        <source>It has not recovered</source>
        <translation>尚未恢复</translation>
    </message>
    <message>
        <source>It came back</source>
        <translation>故障重现</translation>
    </message>
    <message>
        <source>Not needed here</source>
        <translation>无需此步</translation>
    </message>
    <message>
        <source>Done elsewhere</source>
        <translation>已在别处完成</translation>
    </message>
    <message>
        <source>False alarm</source>
        <translation>误报</translation>
    </message>
    <message>
        <source>Other reason</source>
        <translation>其他原因</translation>
    </message>
    <message>
        <source>Not fit for duty</source>
        <translation>状态不适合上岗</translation>
    </message>
    <message>
        <source>Not fully briefed</source>
        <translation>交代不清</translation>
    </message>
    <message>
        <source>Situation not stable</source>
        <translation>现场未稳定</translation>
    </message>
    <message>
        <source>Instructions not clear</source>
        <translation>指令不明</translation>
    </message>
    <message>
        <source>Relief did not come</source>
        <translation>接班人未到</translation>
    </message>
    <message>
        <source>Relief not fit for duty</source>
        <translation>接班人状态不适合上岗</translation>
    </message>
    <message>
        <source>Agreed by both</source>
        <translation>双方商定</translation>
    </message>
    <message>
        <source>Outgoing lead has left</source>
        <translation>交班人已离开</translation>
    </message>
    <message>
        <source>Outgoing lead not able to</source>
        <translation>交班人无法交接</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>联系不上</translation>
    </message>
    <message>
        <source>Not here</source>
        <translation>不在场</translation>
    </message>
    <message>
        <source>No access from here</source>
        <translation>此处无法查看</translation>
    </message>
    <message>
        <source>Known fault</source>
        <translation>已知故障</translation>
    </message>
    <message>
        <source>Being handled</source>
        <translation>正在处理</translation>
    </message>
    <message>
        <source>Other equipment here</source>
        <translation>此处设备不同</translation>
    </message>
    <message>
        <source>It is so already</source>
        <translation>已是如此</translation>
    </message>
    <message>
        <source>Too late to go back</source>
        <translation>已做过，无法回退</translation>
    </message>
    <message>
        <source>As the shift lead said</source>
        <translation>按值班长指示</translation>
    </message>
    <message>
        <source>It works again</source>
        <translation>已恢复正常</translation>
    </message>
</context>
<context>
    <name>right</name>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Shift lead</source>
        <translation>值班长</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>指挥协调层</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
</context>
<context>
    <name>role</name>
    <message>
        <source>Commander</source>
        <translation>指挥</translation>
    </message>
    <message>
        <source>Technical owner, Network</source>
        <translation>技术负责（网络组）</translation>
    </message>
    <message>
        <source>Technical owner, Audio and video</source>
        <translation>技术负责（音视频组）</translation>
    </message>
    <message>
        <source>Technical owner, System</source>
        <translation>技术负责（系统组）</translation>
    </message>
    <message>
        <source>Scribe</source>
        <translation>记录</translation>
    </message>
</context>
<context>
    <name>rosterimport</name>
    <message>
        <source>“%1” is no known shift. Write early, day, middle, late, night, off, or hours.</source>
        <translation>“%1”不是已知的班次。请写早、白、中、晚、夜、休，或写时间。</translation>
    </message>
    <message>
        <source>There is no day “%1”.</source>
        <translation>没有“%1”这一天。</translation>
    </message>
    <message>
        <source>“%1” is no date, so its shifts have no day.</source>
        <translation>“%1”不是日期，无法确定这些班次是哪一天。</translation>
    </message>
    <message>
        <source>Nothing says which month “%1” belongs to. Write it in the title, or choose it.</source>
        <translation>没有写明“%1”是哪个月。请写在标题里，或选择月份。</translation>
    </message>
    <message>
        <source>Nobody who is active is called “%1”.</source>
        <translation>没有叫“%1”的在用人员。</translation>
    </message>
    <message>
        <source>Several people are called “%1”. Write the login instead.</source>
        <translation>有几个人叫“%1”。请改写登录名。</translation>
    </message>
    <message>
        <source>No name says whose shifts these are.</source>
        <translation>没有姓名，不知道是谁的班。</translation>
    </message>
    <message>
        <source>Nothing says which shift this is.</source>
        <translation>没有写明是哪个班次。</translation>
    </message>
    <message>
        <source>“%1” is neither a known shift nor a position.</source>
        <translation>“%1”既不是已知的班次，也不是岗位。</translation>
    </message>
    <message>
        <source>No roster is recognised here: dates in a row or a column, and people or shifts against them.</source>
        <translation>没有认出排班表：需要一行或一列日期，与人员或班次相对应。</translation>
    </message>
    <message>
        <source>This stands outside the roster.</source>
        <translation>它在排班表之外。</translation>
    </message>
    <message>
        <source>No position is named for it. Choose one.</source>
        <translation>没有写明岗位。请选择一个岗位。</translation>
    </message>
    <message>
        <source>It ended more than two months ago.</source>
        <translation>它在两个多月前就结束了。</translation>
    </message>
    <message>
        <source>Its hours cross those of %2 at the same position. Write equal hours, or another position.</source>
        <translation>它与同一岗位 %2 的时间部分重叠。请写相同的时间，或写另一个岗位。</translation>
    </message>
    <message>
        <source>Three shifts a day: its hours are assumed to be 08:00–16:00, 16:00–24:00 or 00:00–08:00 of the next day. A line such as “night 22:00-06:00” in the sheet says others.</source>
        <translation>一天三班：按 08:00–16:00、16:00–24:00、次日 00:00–08:00 理解。如有不同，请在表中写明，例如“夜班 22:00-06:00”。</translation>
    </message>
    <message>
        <source>No shift is named for “%1”: the whole day is assumed.</source>
        <translation>“%1”没有写班次：按全天理解。</translation>
    </message>
    <message>
        <source>The days go on into the month after “%1”.</source>
        <translation>日期延续到了“%1”之后的那个月。</translation>
    </message>
    <message>
        <source>The night begins after midnight: it is assumed to be that of the next day.</source>
        <translation>夜班从零点以后开始：按次日凌晨理解。</translation>
    </message>
    <message>
        <source>There is no position “%1”.</source>
        <translation>没有“%1”这个岗位。</translation>
    </message>
    <message>
        <source>“%1” has another shift at the same time, in %2.</source>
        <translation>“%1”在同一时间还有 %2 的班次。</translation>
    </message>
    <message>
        <source>“%1” is not the weekday of %2: the year or the month may be another one.</source>
        <translation>“%1”与 %2 的星期不符：年份或月份可能不对。</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more cell(s)</source>
        <extracomment>%1: cells of a spreadsheet, as B2, C2, D2.</extracomment>
        <translation>
            <numerusform>%1 等，另有 %n 格</numerusform>
        </translation>
    </message>
    <message>
        <source>No shift was understood.</source>
        <translation>没有识别出班次。</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 等，另有 %n 人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shift(s) of %1, %2 to %3.</source>
        <extracomment>%1: names, %2 and %3: the first and the last day.</extracomment>
        <translation>
            <numerusform>%1 的 %n 个班次，%2 至 %3。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 %n of them are in the roster already and stay as they are.</source>
        <extracomment>%1: the sentence about all of them.</extracomment>
        <translation>
            <numerusform>%1其中 %n 个已在班表中，保持不变。</numerusform>
        </translation>
    </message>
    <message>
        <source>Duty roster</source>
        <translation>值班表</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A calendar&apos;s event. %1: position and shift, %2: who has it.</extracomment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>rostermark</name>
    <message>
        <source>leave</source>
        <extracomment>The mark of a shift whose person is on leave; one character in Chinese, as are the next ones.</extracomment>
        <translation>假</translation>
    </message>
    <message>
        <source>cover</source>
        <translation>替</translation>
    </message>
    <message>
        <source>swap</source>
        <translation>换</translation>
    </message>
    <message>
        <source>temp</source>
        <translation>临</translation>
    </message>
</context>
<context>
    <name>rosterwords</name>
    <message>
        <source>On leave</source>
        <translation>请假</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>替班</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>换班</translation>
    </message>
    <message>
        <source>Temporary</source>
        <translation>临时</translation>
    </message>
    <message>
        <source>every position</source>
        <translation>所有岗位</translation>
    </message>
    <message>
        <source>%1 covers whoever is on at %2, %3</source>
        <translation>%1 顶%2当班的人，%3</translation>
    </message>
    <message>
        <source>%1 covers for %2 at %3, %4</source>
        <translation>%1 替 %2（%3），%4</translation>
    </message>
    <message numerus="yes">
        <source>every %n hour(s)</source>
        <translation>
            <numerusform>每 %n 小时一轮</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n day(s)</source>
        <translation>
            <numerusform>每 %n 天一轮</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n week(s)</source>
        <translation>
            <numerusform>每 %n 周一轮</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on leave, %2</source>
        <translation>%1 请假，%2</translation>
    </message>
    <message>
        <source>%1 has %2, %3</source>
        <translation>%1 临时值%2，%3</translation>
    </message>
    <message>
        <source>Nobody on duty at %1, %2</source>
        <translation>%1无人值班，%2</translation>
    </message>
    <message>
        <source>%1 at %2 and %3 at once, %4</source>
        <translation>%1 同时在%2和%3，%4</translation>
    </message>
    <message>
        <source>hand-off at %1</source>
        <translation>%1 交班</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>自 %1</translation>
    </message>
    <message>
        <source>last shift on %1</source>
        <translation>最后一班 %1</translation>
    </message>
    <message>
        <source>Nobody&apos;s shifts change.</source>
        <translation>没有人的班次改变。</translation>
    </message>
    <message>
        <source>Affects: %1</source>
        <translation>影响：%1</translation>
    </message>
    <message>
        <source>Mends: %1</source>
        <extracomment>%1 is a sentence: nobody on duty there, somebody at two positions at once.</extracomment>
        <translation>补上：%1</translation>
    </message>
    <message>
        <source>Then: %1</source>
        <extracomment>%1 is a sentence: nobody on duty there, somebody at two positions at once.</extracomment>
        <translation>会出现：%1</translation>
    </message>
    <message>
        <source>my shift</source>
        <translation>我的班次</translation>
    </message>
    <message>
        <source>at two positions at once</source>
        <translation>同时两岗</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在在岗</translation>
    </message>
    <message>
        <source>%1 takes %2 (%3), %4 takes %5 (%6)</source>
        <translation>%1 换到%2（%3），%4 换到%5（%6）</translation>
    </message>
    <message>
        <source>%2 %1</source>
        <extracomment>%1: a date without its year, %2: its weekday.</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>无人值班</translation>
    </message>
</context>
<context>
    <name>secret kind</name>
    <message>
        <source>Metric source</source>
        <translation>数据源</translation>
    </message>
    <message>
        <source>Chat robot</source>
        <translation>群机器人</translation>
    </message>
    <message>
        <source>Mail (SMTP)</source>
        <translation>邮件（SMTP）</translation>
    </message>
</context>
<context>
    <name>sheet</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 / %2 页</translation>
    </message>
    <message>
        <source>over by %1</source>
        <translation>超时 %1</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>in time</source>
        <translation>按时</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限时</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A person who signs: %1 name, %2 login.</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>next day %1</source>
        <translation>次日 %1</translation>
    </message>
</context>
<context>
    <name>signature</name>
    <message>
        <source>Handed over</source>
        <translation>交班</translation>
    </message>
    <message>
        <source>Taken over, read back</source>
        <translation>接班，已复述</translation>
    </message>
    <message>
        <source>Witnessed</source>
        <translation>见证</translation>
    </message>
    <message>
        <source>own password</source>
        <translation>本人密码验证</translation>
    </message>
    <message>
        <source>own password, checked at this station</source>
        <translation>本人密码，本机验证</translation>
    </message>
    <message>
        <source>by hand on paper</source>
        <translation>纸质手签</translation>
    </message>
    <message>
        <source>open desk, no password</source>
        <translation>开放席位，无密码</translation>
    </message>
</context>
<context>
    <name>slot</name>
    <message>
        <source>Early shift</source>
        <translation>早班</translation>
    </message>
    <message>
        <source>Day shift</source>
        <translation>白班</translation>
    </message>
    <message>
        <source>Night shift</source>
        <translation>夜班</translation>
    </message>
    <message>
        <source>Middle shift</source>
        <translation>中班</translation>
    </message>
    <message>
        <source>Late shift</source>
        <translation>晚班</translation>
    </message>
    <message>
        <source>Whole day</source>
        <translation>全天班</translation>
    </message>
</context>
<context>
    <name>source</name>
    <message>
        <source>Normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>无数据</translation>
    </message>
</context>
<context>
    <name>stage</name>
    <message>
        <source>Detection</source>
        <translation>监测发现</translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation>初步研判</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>诊断定位</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>处置恢复</translation>
    </message>
    <message>
        <source>Notification</source>
        <translation>通报反馈</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>复盘总结</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Close the incident</source>
        <translation>关闭事件</translation>
    </message>
    <message>
        <source>Enter %1</source>
        <extracomment>The button that goes on to the next stage, named by %1.</extracomment>
        <translation>进入「%1」</translation>
    </message>
</context>
<context>
    <name>state</name>
    <message>
        <source>Normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Firing</source>
        <translation>告警中</translation>
    </message>
    <message>
        <source>Cleared</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>In maintenance</source>
        <translation>维护中</translation>
    </message>
    <message>
        <source>Inhibited</source>
        <translation>抑制</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>数据陈旧</translation>
    </message>
</context>
<context>
    <name>station kind</name>
    <message>
        <source>Console</source>
        <translation>值守台</translation>
    </message>
    <message>
        <source>Wall display</source>
        <translation>大屏</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Person&apos;s own connection</source>
        <translation>人员直连</translation>
    </message>
    <message>
        <source>All consoles</source>
        <translation>所有值守台</translation>
    </message>
    <message>
        <source>All wall displays</source>
        <translation>所有大屏</translation>
    </message>
    <message>
        <source>All agents</source>
        <translation>所有代理</translation>
    </message>
</context>
<context>
    <name>synccards</name>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Waiting for</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Acknowledged by</source>
        <translation>确认人</translation>
    </message>
    <message>
        <source>Acknowledged at</source>
        <translation>确认时间</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>技术组</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>站点</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Verified by</source>
        <translation>核实方式</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>已告知</translation>
    </message>
    <message>
        <source>Level confirmed</source>
        <translation>级别已确认</translation>
    </message>
    <message>
        <source>Recovered at</source>
        <translation>恢复时间</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>On</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Open “%1”</source>
        <translation>新建“%1”</translation>
    </message>
    <message>
        <source>Level: %1</source>
        <translation>级别改为%1</translation>
    </message>
    <message>
        <source>Give up the ownership</source>
        <translation>放弃负责</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>认领</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Change: %1</source>
        <translation>修改：%1</translation>
    </message>
    <message>
        <source>Log: %1</source>
        <translation>记录：%1</translation>
    </message>
    <message>
        <source>Change of %1 %2</source>
        <translation>修改 %1 %2</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Claimed already</source>
        <translation>已被认领</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒</translation>
    </message>
    <message>
        <source>Held by the server</source>
        <translation>服务器暂存</translation>
    </message>
    <message>
        <source>Waits for %1</source>
        <translation>等%1</translation>
    </message>
    <message>
        <source>%1 %2 was first.</source>
        <translation>%1 %2先认领。</translation>
    </message>
    <message>
        <source>%1 deleted it meanwhile.</source>
        <translation>%1 已将它删除。</translation>
    </message>
    <message>
        <source>Not sent: changed by %1, %2.</source>
        <translation>未送达：%1 已于 %2 改过。</translation>
    </message>
    <message numerus="yes">
        <source>%n later step(s) not applied.</source>
        <translation>
            <numerusform>之后的 %n 步没有执行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not sent: %1 claimed it, %2</source>
        <translation>未送达：%2 %1 已认领</translation>
    </message>
    <message>
        <source>Not sent: deleted by %1</source>
        <translation>未送达：%1 已删除</translation>
    </message>
    <message>
        <source>Not sent: changed by %1, %2</source>
        <translation>未送达：%2 %1 已改</translation>
    </message>
    <message>
        <source>Not sent: refused (%1)</source>
        <translation>未送达：被拒绝（%1）</translation>
    </message>
    <message>
        <source>Not sent: held by the server</source>
        <translation>未送达：服务器暂存</translation>
    </message>
    <message>
        <source>Not sent: waits for %1</source>
        <translation>未送达：待 %1 登录</translation>
    </message>
    <message>
        <source>Not sent: %1 changes wait for a person</source>
        <translation>未送达：%1 项更改待处理</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>轮班规则</translation>
    </message>
    <message>
        <source>Roster change</source>
        <translation>排班变更</translation>
    </message>
    <message>
        <source>Check-in</source>
        <translation>签到</translation>
    </message>
    <message>
        <source>Handover</source>
        <translation>交接</translation>
    </message>
    <message>
        <source>Item of a handover</source>
        <translation>交接项</translation>
    </message>
    <message>
        <source>Signature of a handover</source>
        <translation>交接签名</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>知识条目</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Run of a procedure</source>
        <translation>执行记录</translation>
    </message>
</context>
<context>
    <name>system</name>
    <message>
        <source>Sound at this desk</source>
        <translation>本席位声音</translation>
    </message>
    <message>
        <source>Hotline phone</source>
        <translation>热线电话</translation>
    </message>
    <message>
        <source>Backup line</source>
        <translation>备用线路</translation>
    </message>
    <message>
        <source>Wall display</source>
        <translation>值守大屏</translation>
    </message>
</context>
<context>
    <name>target kind</name>
    <message>
        <source>Source</source>
        <translation>数据源</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Egress</source>
        <translation>网络出口</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>会诊室</translation>
    </message>
</context>
<context>
    <name>watchroom::handover::HandoverItemsModel</name>
    <message>
        <source>Unclaimed</source>
        <translation>无人认领</translation>
    </message>
    <message>
        <source>to be chosen</source>
        <translation>待指定</translation>
    </message>
    <message>
        <source>Asked by %1</source>
        <translation>待答复 %1</translation>
    </message>
    <message>
        <source>No receiver</source>
        <translation>待指定接收人</translation>
    </message>
    <message>
        <source>No next action</source>
        <translation>缺下一步</translation>
    </message>
    <message>
        <source>No due time</source>
        <translation>缺到期</translation>
    </message>
    <message>
        <source>No “if … then …”</source>
        <translation>缺“如…则…”</translation>
    </message>
    <message>
        <source>To be confirmed</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>Confirmed %1</source>
        <translation>已确认 %1</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>From</source>
        <translation>交班人</translation>
    </message>
    <message>
        <source>To</source>
        <translation>接收人</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Procedure: %1</source>
        <translation>处置流程：%1</translation>
    </message>
</context>
<context>
    <name>watchroom::incidents::IncidentsModel</name>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>开立</translation>
    </message>
</context>
<context>
    <name>watchroom::programs::Console</name>
    <message>
        <source>Incidents</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Standalone</source>
        <translation>单机</translation>
    </message>
    <message>
        <source>Saved on this machine</source>
        <translation>保存在本机</translation>
    </message>
    <message>
        <source>No source</source>
        <translation>无数据源</translation>
    </message>
    <message>
        <source>Choose one in Settings</source>
        <translation>请在设置中选择</translation>
    </message>
    <message>
        <source>Nothing heard yet</source>
        <translation>尚无数据</translation>
    </message>
    <message>
        <source>newest %1</source>
        <translation>最新数据 %1</translation>
    </message>
    <message>
        <source>Source live</source>
        <translation>数据源正常</translation>
    </message>
    <message>
        <source>Source silent</source>
        <translation>数据源无应答</translation>
    </message>
    <message>
        <source>%1 saved here, not sent</source>
        <translation>%1 条已存本地，待发送</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>正在载入</translation>
    </message>
    <message>
        <source>Synced</source>
        <translation>已同步</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>正在发送</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>待您处理</translation>
    </message>
    <message>
        <source>Nobody signed in</source>
        <translation>无人登录</translation>
    </message>
    <message>
        <source>Locked: board and sound go on</source>
        <translation>已锁定：看板和声音照常</translation>
    </message>
    <message>
        <source>The board goes on; sign in to act</source>
        <translation>看板照常；操作请先登录</translation>
    </message>
    <message>
        <source>Unclaimed</source>
        <translation>无人认领</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>认领</translation>
    </message>
    <message>
        <source>Mute 60 s</source>
        <translation>静音 60 秒</translation>
    </message>
    <message>
        <source>This station cannot sound</source>
        <translation>本席位无法发声</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Raise</source>
        <translation>上调级别</translation>
    </message>
    <message>
        <source>Next stage</source>
        <translation>下一阶段</translation>
    </message>
    <message>
        <source>Phrases</source>
        <translation>常用语</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Choose a PIN for this shift</source>
        <translation>设置本班 PIN</translation>
    </message>
    <message>
        <source>Four to six digits, please.</source>
        <translation>请输入 4 到 6 位数字。</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Shaded: an alert · dots: red limit · long dashes: yellow limit · short dashes: blue limit · hatched: no data</source>
        <translation>阴影：告警时段 · 点线：红色限值 · 长划线：黄色限值 · 短划线：蓝色限值 · 斜线：无数据</translation>
    </message>
    <message>
        <source>Crosshair</source>
        <translation>移动游标</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Hold or go on</source>
        <translation>暂停或继续</translation>
    </message>
    <message>
        <source>Time range</source>
        <translation>时间范围</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Who sits here?</source>
        <translation>现在由谁值守？</translation>
    </message>
    <message>
        <source>At this station now: %1</source>
        <translation>本席位当前人员：%1</translation>
    </message>
    <message>
        <source>Switch</source>
        <translation>换人</translation>
    </message>
    <message>
        <source>No PIN was set at this station. Sign in with the password.</source>
        <translation>此人未在本席位设置 PIN。请用密码登录。</translation>
    </message>
    <message>
        <source>No PIN is valid any more. Somebody else opens, or start Watchroom again.</source>
        <translation>PIN 已失效。请由同班的其他人解锁，或重新启动值守台。</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>登录…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Claim %1</source>
        <translation>认领 %1</translation>
    </message>
    <message>
        <source>The PIN signs the claim; the station stays locked.</source>
        <translation>PIN 用于为本次认领签名；席位保持锁定。</translation>
    </message>
    <message>
        <source>The PIN signs the claim.</source>
        <translation>PIN 用于为本次认领签名。</translation>
    </message>
    <message>
        <source>No PIN is valid for this name. Choose another one, or sign in first.</source>
        <translation>此人没有有效的 PIN。请选择其他人，或先登录。</translation>
    </message>
    <message>
        <source>Standalone: no server, saved on this machine</source>
        <translation>单机：没有服务器，保存在本机</translation>
    </message>
    <message>
        <source>Connected, %1 ms</source>
        <translation>已连接，%1 毫秒</translation>
    </message>
    <message>
        <source>None is set: nothing is measured</source>
        <translation>未设置：没有任何测量数据</translation>
    </message>
    <message>
        <source>Asked, no answer yet</source>
        <translation>已询问，尚无应答</translation>
    </message>
    <message>
        <source>Answers, newest %1</source>
        <translation>有应答，最新 %1</translation>
    </message>
    <message>
        <source>Source without values</source>
        <translation>数据源无有效值</translation>
    </message>
    <message>
        <source>Ctrl+L locks</source>
        <translation>Ctrl+L 锁定</translation>
    </message>
    <message>
        <source>New places</source>
        <translation>新的监测对象</translation>
    </message>
    <message numerus="yes">
        <source>The source measures %n place(s) that the team&apos;s list lacks.</source>
        <translation>
            <numerusform>数据源监测到 %n 个团队清单中没有的对象。</numerusform>
        </translation>
    </message>
    <message>
        <source>Add to the list</source>
        <translation>加入清单</translation>
    </message>
    <message>
        <source>No sound comes out: connect an output, or start Watchroom again. Until then a red alarm is only seen here.</source>
        <translation>没有声音输出：请连接输出设备，或重新启动值守台。在此之前红色告警只能看到。</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>接替</translation>
    </message>
    <message>
        <source>No activity by %1</source>
        <translation>%1 久无动作</translation>
    </message>
    <message>
        <source>Conflict: %1</source>
        <translation>冲突 %1</translation>
    </message>
    <message>
        <source>Waits for a person: %1</source>
        <translation>等人处理 %1</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>Does this server take the other&apos;s place?</source>
        <translation>这台服务器接替原来的吗？</translation>
    </message>
    <message>
        <source>What is saved here and waits will be sent to it, and everything shown will be what it has. Say yes only after a restore or a move that the administrator knows of.</source>
        <translation>本席位已保存待发的内容会发给它，显示的内容也将以它为准。只有管理员做过恢复或迁移时才确认。</translation>
    </message>
    <message>
        <source>Yes, use this server</source>
        <translation>确认使用</translation>
    </message>
    <message>
        <source>Leave it to them</source>
        <translation>交给对方</translation>
    </message>
    <message>
        <source>Discard this change?</source>
        <translation>放弃这项更改？</translation>
    </message>
    <message>
        <source>It will not be sent. A copy stays in this workspace for 90 days.</source>
        <translation>它不会被发送。副本在本工作区保留 90 天。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>End this session?</source>
        <translation>结束这个登录？</translation>
    </message>
    <message>
        <source>What that person does under it from now on, and what is not sent yet, is held until they sign in again or a lead releases it.</source>
        <translation>此后用它做的、以及尚未送达的更改都会暂存，直到本人重新登录或值班长放行。</translation>
    </message>
    <message>
        <source>End the session</source>
        <translation>结束登录</translation>
    </message>
    <message>
        <source>Switch this station off?</source>
        <translation>停用这个席位？</translation>
    </message>
    <message>
        <source>It gets nothing and sends nothing from now on; what is saved there waits there. An administrator can switch it on again.</source>
        <translation>它从此收不到也发不出任何内容；已保存在那里的内容留在那里。管理员可以重新启用。</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>正在导出…</translation>
    </message>
    <message>
        <source>Saved as %1. The record here is not whole: see entry %2.</source>
        <translation>已存为 %1。此处的记录不完整：见第 %2 条。</translation>
    </message>
    <message>
        <source>Export %1 as PDF</source>
        <translation>将 %1 导出为 PDF</translation>
    </message>
    <message>
        <source>Export %1 as JSON</source>
        <translation>将 %1 导出为 JSON</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Show the team&apos;s secrets</source>
        <translation>查看团队密钥</translation>
    </message>
    <message>
        <source>The server tells names, kinds, stations and who set them; no values.</source>
        <translation>服务器会列出名称、用途、席位和设置人，不含值。</translation>
    </message>
    <message>
        <source>Show the list</source>
        <translation>查看列表</translation>
    </message>
    <message>
        <source>“%1” is set. The stations have it within seconds; the record says who set it.</source>
        <translation>“%1”已设置。席位几秒内就会收到；记录里写明了设置人。</translation>
    </message>
    <message>
        <source>Remove the team secret “%1”?</source>
        <translation>移除团队密钥“%1”？</translation>
    </message>
    <message>
        <source>The stations lose it within seconds, and sources that need it are not measured any more.</source>
        <translation>席位几秒内就会失去它，需要它的数据源将不再测量。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>“%1” is removed.</source>
        <translation>“%1”已移除。</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Claim, accept, take over</source>
        <translation>认领、接收、接替</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>移交</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>安排</translation>
    </message>
    <message>
        <source>End</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message numerus="yes">
        <source>%n station(s) online</source>
        <translation>
            <numerusform>%n 个席位在线</numerusform>
        </translation>
    </message>
    <message>
        <source>Handover</source>
        <translation>交接班</translation>
    </message>
    <message>
        <source>Day and position</source>
        <translation>日期与岗位</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Take the shift</source>
        <translation>顶班</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>签到</translation>
    </message>
    <message>
        <source>Week or month</source>
        <translation>周或月</translation>
    </message>
    <message>
        <source>Earlier, later</source>
        <translation>前、后</translation>
    </message>
    <message>
        <source>handover in %1</source>
        <translation>距交班 %1</translation>
    </message>
    <message>
        <source>standalone</source>
        <translation>独立工作区</translation>
    </message>
    <message>
        <source>Handover</source>
        <comment>the view</comment>
        <translation>交接</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>排班</translation>
    </message>
    <message>
        <source>The sheet is at the printer</source>
        <translation>交接单已送打印机</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步骤</translation>
    </message>
    <message>
        <source>Start a handover</source>
        <translation>开始交接</translation>
    </message>
    <message>
        <source>A raised row wants something</source>
        <translation>高亮行未完成；完成后自动归入正常行</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>接收人</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认接收</translation>
    </message>
    <message>
        <source>Next field</source>
        <translation>下一栏</translation>
    </message>
    <message>
        <source>Normal, failed</source>
        <translation>正常、异常</translation>
    </message>
    <message>
        <source>Next gap</source>
        <translation>下一空</translation>
    </message>
    <message>
        <source>Next step of the item</source>
        <translation>选下一步</translation>
    </message>
    <message>
        <source>Heard</source>
        <translation>听过</translation>
    </message>
    <message>
        <source>The sheet takes effect when both have signed</source>
        <translation>交接单在双方签名后生效</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Save the handover sheet</source>
        <translation>保存交接单</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍后</translation>
    </message>
    <message>
        <source>Watch taken over here, to be verified</source>
        <translation>已在本席位接班，待核验</translation>
    </message>
    <message>
        <source>The photograph is not here yet</source>
        <translation>照片还没有传到本机</translation>
    </message>
    <message>
        <source>Watch taken over on paper, to be verified</source>
        <translation>已在纸上接班，待核验</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>知识库</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Follow the steps</source>
        <translation>按步骤做</translation>
    </message>
    <message>
        <source>By %1</source>
        <translation>按 %1 做</translation>
    </message>
    <message>
        <source>Still %1</source>
        <translation>仍按 %1</translation>
    </message>
    <message>
        <source>Step done</source>
        <translation>完成本步</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>改了什么</translation>
    </message>
    <message>
        <source>The procedure you follow has changed</source>
        <translation>你正在执行的流程已变</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已废止</translation>
    </message>
    <message>
        <source>v%1 is out</source>
        <translation>已有 v%1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between numbers</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>“%1”, which you follow, is withdrawn: %2</source>
        <translation>你正在执行的“%1”已废止：%2</translation>
    </message>
    <message>
        <source>“%1”: choose at step %2 before you go on</source>
        <translation>“%1”：先在第 %2 步选定按哪一版，再往下做</translation>
    </message>
    <message>
        <source>“%1”, which you follow: no step has changed</source>
        <translation>你正在执行的“%1”：步骤没有变</translation>
    </message>
    <message>
        <source>“%1”, which you follow: changed steps %2</source>
        <translation>你正在执行的“%1”：第 %2 步已变</translation>
    </message>
    <message>
        <source>Bringing in the articles…</source>
        <translation>正在导入条目…</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) were refused: ask a lead to bring them in</source>
        <translation>
            <numerusform>%n 篇未被接受；请值班长来导入</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) are here now</source>
        <translation>
            <numerusform>已有 %n 篇条目</numerusform>
        </translation>
    </message>
    <message>
        <source>Publish or hand in</source>
        <translation>发布或提交</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>加粗</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Close, the draft is kept</source>
        <translation>关闭（保留草稿）</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>已接通</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>无人接</translation>
    </message>
    <message>
        <source>Engaged</source>
        <translation>占线</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Back to the incident</source>
        <translation>返回事件</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>New article</source>
        <translation>新建条目</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>全局搜索</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>处置流程</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>This entry belongs to no incident</source>
        <translation>这条记录不属于任何事件</translation>
    </message>
    <message>
        <source>Call list</source>
        <translation>呼叫清单</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Review (%1)</source>
        <translation>待复审 %1</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>待复审</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) to be looked through: Knowledge, Review</source>
        <translation>
            <numerusform>有 %n 篇条目待复审：见“知识库”的“待复审”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchroom::roster::PlanModel</name>
    <message>
        <source>No shift</source>
        <translation>没有班次</translation>
    </message>
</context>
<context>
    <name>watchroom::tickets::WorkModel</name>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Pending item</source>
        <translation>待处理事项</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Next action</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::AdviceLine</name>
    <message>
        <source>Followed at this incident</source>
        <translation>本事件中按它处置过</translation>
    </message>
    <message>
        <source>Opened at this incident</source>
        <translation>本事件中打开过</translation>
    </message>
    <message>
        <source>Nothing fits this incident: begin with this one</source>
        <translation>没有匹配的流程：先按这一篇处置</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between words</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Metric: %1</source>
        <translation>指标：%1</translation>
    </message>
    <message>
        <source>Place: %1</source>
        <translation>地点：%1</translation>
    </message>
    <message>
        <source>Words: %1</source>
        <translation>字词：%1</translation>
    </message>
    <message numerus="yes">
        <source>helped %n time(s) here</source>
        <translation>
            <numerusform>在此处 %n 次有用</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>helped %n time(s)</source>
        <translation>
            <numerusform>%n 次有用</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>did not help %n time(s)</source>
        <translation>
            <numerusform>%n 次没用</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between numbers</comment>
        <translation>、</translation>
    </message>
    <message>
        <source> and </source>
        <comment>between the last two numbers</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>step %1 changed</source>
        <translation>第 %1 步已变</translation>
    </message>
    <message>
        <source>steps %1 changed</source>
        <translation>第 %1 步已变</translation>
    </message>
    <message>
        <source>its step %1 is gone</source>
        <translation>原第 %1 步已删</translation>
    </message>
    <message>
        <source>its steps %1 are gone</source>
        <translation>原第 %1 步已删</translation>
    </message>
    <message>
        <source>no step changed</source>
        <translation>步骤未变</translation>
    </message>
    <message>
        <source>Withdrawn since: do not follow it</source>
        <translation>已废止，请勿按它处置</translation>
    </message>
    <message>
        <source>You last followed v%1; it is v%2 now</source>
        <translation>上次按 v%1 做，现为 v%2</translation>
    </message>
    <message>
        <source>Followed here as v%1; it is v%2 now</source>
        <translation>本事件按 v%1 做，现为 v%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 v%2</source>
        <translation>%1 v%2</translation>
    </message>
    <message>
        <source>Did it help here?</source>
        <translation>对本事件有用吗？</translation>
    </message>
    <message>
        <source>You said: it helped</source>
        <translation>您的评价：有用</translation>
    </message>
    <message>
        <source>You said: it did not help</source>
        <translation>您的评价：没用</translation>
    </message>
    <message>
        <source>Helped</source>
        <translation>有用</translation>
    </message>
    <message>
        <source>“%1” helped here</source>
        <translation>《%1》对本事件有用</translation>
    </message>
    <message>
        <source>Did not help</source>
        <translation>没用</translation>
    </message>
    <message>
        <source>“%1” did not help here</source>
        <translation>《%1》对本事件没用</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::AdviceSection</name>
    <message>
        <source>Procedures</source>
        <translation>处置流程</translation>
    </message>
    <message>
        <source>K opens the first</source>
        <translation>按 K 打开首个</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::Alarm</name>
    <message>
        <source>No activity: acknowledge it again</source>
        <translation>久无动作：请重新确认</translation>
    </message>
    <message>
        <source>Over its time limit</source>
        <translation>已超时限</translation>
    </message>
    <message numerus="yes">
        <source>%n more need an answer</source>
        <translation>
            <numerusform>另有 %n 起待应答</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchroom::ui::ArticleDiff</name>
    <message>
        <source>What differs</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Images: %1 before, %2 now</source>
        <translation>图片：原 %1 张，现 %2 张</translation>
    </message>
    <message>
        <source>The texts are the same.</source>
        <translation>两份正文相同。</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::ArticleEditor</name>
    <message>
        <source>New article</source>
        <translation>新建条目</translation>
    </message>
    <message>
        <source>Edit “%1”</source>
        <translation>编辑「%1」</translation>
    </message>
    <message>
        <source>Draft kept %1</source>
        <translation>草稿已存 %1</translation>
    </message>
    <message>
        <source>Throw the draft away…</source>
        <translation>丢弃草稿…</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Text of the article, Markdown</source>
        <translation>条目正文（Markdown）</translation>
    </message>
    <message>
        <source>How it will be read</source>
        <translation>阅读效果</translation>
    </message>
    <message>
        <source>What has changed, in one line</source>
        <translation>用一句话说明改了什么</translation>
    </message>
    <message>
        <source>What has changed</source>
        <translation>改动说明</translation>
    </message>
    <message>
        <source>Hand in for review</source>
        <translation>提交审核</translation>
    </message>
    <message>
        <source>Publish v%1</source>
        <translation>发布 v%1</translation>
    </message>
    <message>
        <source>Throw this draft away?</source>
        <translation>丢弃这份草稿？</translation>
    </message>
    <message>
        <source>What you wrote is lost. The published text stays as it is.</source>
        <translation>你写的内容将丢失，已发布的正文不变。</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>v%1 came out while you were writing. Bring both together before you go on.</source>
        <translation>你在写的时候，v%1 已发布。请先合并，再继续。</translation>
    </message>
    <message>
        <source>Bring together</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>In review</source>
        <translation>审核中</translation>
    </message>
    <message>
        <source>A text by %1 waits for its review.</source>
        <translation>%1 提交的正文正在等待审核。</translation>
    </message>
    <message>
        <source>It is withdrawn. Bring it back first.</source>
        <translation>本条目已废止。请先恢复使用。</translation>
    </message>
    <message>
        <source>The policy asks that somebody else publishes it.</source>
        <translation>按规定须由他人发布。</translation>
    </message>
    <message>
        <source>%1 answers for it and publishes it.</source>
        <translation>责任人是%1，由其发布。</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::ArticleFinder</name>
    <message>
        <source>All kinds</source>
        <translation>全部类型</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>全部标签</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n 篇</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing here has this kind and tag</source>
        <translation>这里没有这一类型和标签的条目</translation>
    </message>
    <message>
        <source>No articles here</source>
        <translation>这里没有条目</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>What was found has another kind or tag</source>
        <translation>找到的条目不属于所选类型或标签</translation>
    </message>
    <message>
        <source>Nothing has all of these words</source>
        <translation>没有同时包含这些词的条目</translation>
    </message>
    <message>
        <source>Words of an article</source>
        <translation>搜索条目</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Kind of article</source>
        <translation>条目类型</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::ArticleFolders</name>
    <message>
        <source>Import a folder of articles</source>
        <translation>导入条目文件夹</translation>
    </message>
    <message>
        <source>Export the articles into a folder</source>
        <translation>把条目导出到文件夹</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::ArticleInfo</name>
    <message>
        <source>Owner</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>Deputy</source>
        <translation>代理人</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Review due</source>
        <translation>复审到期</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>监测对象</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>First version</source>
        <translation>首次发布</translation>
    </message>
    <message>
        <source>Version %1, shown</source>
        <translation>第 %1 版，正在显示</translation>
    </message>
    <message>
        <source>Show version %1</source>
        <translation>显示第 %1 版</translation>
    </message>
    <message>
        <source>About this article</source>
        <translation>文档信息</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本历史</translation>
    </message>
    <message>
        <source>Compare versions</source>
        <translation>比较版本</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>已逾期</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>剩 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Last drill</source>
        <translation>最近演练</translation>
    </message>
    <message>
        <source>never</source>
        <translation>尚未演练</translation>
    </message>
    <message>
        <source>Followed</source>
        <translation>使用</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) in %1 days</source>
        <translation>
            <numerusform>近 %1 天 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>under way</source>
        <translation>执行中</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Incidents that used it</source>
        <translation>引用它的事件</translation>
    </message>
    <message>
        <source>Charts of %1</source>
        <translation>%1的质量图表</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::ArticlePane</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>There is no article “%1” here</source>
        <translation>这里没有条目“%1”</translation>
    </message>
    <message>
        <source>The article cannot be shown</source>
        <translation>条目无法显示</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between numbers</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>To the run (%1/%2)</source>
        <translation>回到执行（%1/%2）</translation>
    </message>
    <message>
        <source>No incident: free</source>
        <translation>不属于事件</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>按流程处置</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>In review…</source>
        <translation>审核中…</translation>
    </message>
    <message>
        <source>Take it out of the favourites</source>
        <translation>移出常用</translation>
    </message>
    <message>
        <source>Keep it among the favourites</source>
        <translation>加入常用</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::ArticlePreview</name>
    <message>
        <source>(image not shown)</source>
        <translation>（图片未显示）</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::ArticleText</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>(image not shown)</source>
        <translation>（图片未显示）</translation>
    </message>
    <message>
        <source>Copying is locked</source>
        <translation>暂不能复制</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::AssessmentDialog</name>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Why it is lowered</source>
        <translation>下调原因</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>专业组</translation>
    </message>
    <message>
        <source>Affected sites (none: no site is affected)</source>
        <translation>受影响会诊室（不选：无受影响会诊室）</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::AttachmentBar</name>
    <message>
        <source>Take out %1</source>
        <translation>取出 %1</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::AttachmentDialog</name>
    <message>
        <source>Loading…</source>
        <translation>正在载入…</translation>
    </message>
    <message>
        <source>page %1 of %2</source>
        <translation>第 %1 / %2 页</translation>
    </message>
    <message>
        <source>Not here yet (%1). It comes by itself while there is a connection.</source>
        <translation>尚未到达（%1）。连接时会自动下载。</translation>
    </message>
    <message>
        <source>It cannot be shown here. Save it to open it elsewhere.</source>
        <translation>无法在此显示。可另存后用其他程序打开。</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一个</translation>
    </message>
    <message>
        <source>Previous (←)</source>
        <translation>上一个（←）</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>Next (→)</source>
        <translation>下一个（→）</translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation>保存 %1</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已存为 %1</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::AuthoringPage</name>
    <message>
        <source>Your text is kept as a draft at this station</source>
        <translation>正文已作为草稿保存在本席位</translation>
    </message>
    <message>
        <source>The draft was thrown away</source>
        <translation>草稿已丢弃</translation>
    </message>
    <message>
        <source>Handed in for review</source>
        <translation>已提交审核</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>已发布</translation>
    </message>
    <message>
        <source># Title

When it applies.

## Steps

1. </source>
        <translation># 标题

适用情形。

## 步骤

1. </translation>
    </message>
    <message>
        <source>Brought together with v%1. Look at what is yours, then publish it.</source>
        <translation>已与 v%1 合并。请核对你的改动，再发布。</translation>
    </message>
    <message>
        <source>“%1” was not taken, your text is a draft again. %2</source>
        <extracomment>%1 is a title, %2 a sentence that says why.</extracomment>
        <translation>「%1」未被接受，正文已恢复为草稿。%2</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::BoardColumn</name>
    <message>
        <source>%1 over</source>
        <translation>超时 %1</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n incident(s)</source>
        <translation>
            <numerusform>%1，%n 个事件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchroom::ui::CalendarDialog</name>
    <message>
        <source>Export a calendar</source>
        <translation>导出日历</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>The shifts as an iCalendar file, which calendars of telephones and mail programs read. Later changes of the roster need another export.</source>
        <translation>把班次存为 iCalendar 文件，手机和邮件程序的日历都能读取。以后班表有变动，需要重新导出。</translation>
    </message>
    <message>
        <source>Whose shifts</source>
        <translation>谁的班次</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>到</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::CallBar</name>
    <message>
        <source>Choose whom you call</source>
        <translation>请选择要呼叫的联系人</translation>
    </message>
    <message>
        <source>%1 has no number; add one with F4</source>
        <translation>%1 没有号码，按 F4 添加</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::CardDelegate</name>
    <message>
        <source>Claim</source>
        <translation>认领</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>3rd party</source>
        <translation>等第三方</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::ChangeForm</name>
    <message>
        <source>In force at once.</source>
        <translation>立即生效。</translation>
    </message>
    <message>
        <source>In force when %1 agrees.</source>
        <translation>%1 接受后生效。</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::ChartCell</name>
    <message>
        <source>Cannot be read</source>
        <translation>读取失败</translation>
    </message>
    <message>
        <source>Not measured</source>
        <translation>未测量</translation>
    </message>
    <message>
        <source>This source has no such metric</source>
        <translation>此数据源没有这项指标</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::ChartGrid</name>
    <message>
        <source>The source cannot be read</source>
        <translation>数据源读取失败</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::CompareDialog</name>
    <message>
        <source>Decide so</source>
        <translation>就这样定</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>对方</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>It shall be</source>
        <translation>定为</translation>
    </message>
    <message>
        <source>%1: it shall be</source>
        <translation>%1：定为</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>另写</translation>
    </message>
    <message>
        <source>%1, other words</source>
        <translation>%1，另写内容</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::ContactDelegate</name>
    <message>
        <source>No number</source>
        <translation>没有号码</translation>
    </message>
    <message>
        <source>To verify</source>
        <translation>待核验</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::ContactDialog</name>
    <message>
        <source>Change the contact</source>
        <translation>更改联系人</translation>
    </message>
    <message>
        <source>New contact</source>
        <translation>新建联系人</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Not of the team</source>
        <translation>非团队成员</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Ways to reach them</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>What they are asked for</source>
        <translation>职责</translation>
    </message>
    <message>
        <source>Member of the team</source>
        <translation>团队成员</translation>
    </message>
    <message>
        <source>Places they are called for</source>
        <translation>关联的监测对象</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>With commas between them</source>
        <translation>用逗号分隔</translation>
    </message>
    <message>
        <source>The name is missing. Say who it is.</source>
        <translation>缺少名称。请填写联系对象。</translation>
    </message>
    <message>
        <source>There is no place “%1”. Choose one from the list.</source>
        <translation>没有监测对象“%1”。请从列表中选择。</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::ContactImportDialog</name>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>organisation</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>duty</source>
        <translation>职责</translation>
    </message>
    <message>
        <source>ways</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>member of the team</source>
        <translation>团队成员</translation>
    </message>
    <message>
        <source>places</source>
        <translation>监测对象</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Import contacts</source>
        <translation>导入联系人</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>What the file changes</source>
        <translation>该文件带来的更改</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>What</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>%1 new, %2 changed, %3 as they are, %4 not taken</source>
        <translation>新增 %1，更改 %2，不变 %3，未导入 %4</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>未导入</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Imported: %1 new, %2 changed</source>
        <translation>已导入：新增 %1，更改 %2</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::ContactPanel</name>
    <message>
        <source>Duty</source>
        <translation>职责</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>监测对象</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>To verify</source>
        <translation>待核验</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>复制 %1</translation>
    </message>
    <message>
        <source>Copy (Ctrl+C)</source>
        <translation>复制（Ctrl+C）</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Edit (F4)</source>
        <translation>编辑（F4）</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::ContactsFiles</name>
    <message>
        <source>Import contacts</source>
        <translation>导入联系人</translation>
    </message>
    <message>
        <source>Tables and vCards (*.csv *.txt *.tsv *.vcf);;All files (*)</source>
        <translation>表格和 vCard (*.csv *.txt *.tsv *.vcf);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Export contacts</source>
        <translation>导出联系人</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>vCards (*.vcf)</source>
        <translation>vCard (*.vcf)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::ContactsPage</name>
    <message>
        <source>Copied: %1</source>
        <translation>已复制：%1</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>移除 %1？</translation>
    </message>
    <message>
        <source>The calls made so far stay in the log. The contact is gone for everybody.</source>
        <translation>已有的呼叫记录会保留。移除后，所有人都看不到该联系人。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Removed: %1</source>
        <translation>已移除：%1</translation>
    </message>
    <message>
        <source>The contacts cannot be read</source>
        <translation>无法读取联系人</translation>
    </message>
    <message>
        <source>There are no contacts yet</source>
        <translation>还没有联系人</translation>
    </message>
    <message>
        <source>New (N) adds one; Import takes in a CSV or vCard file</source>
        <translation>按 N 新建，或导入 CSV、vCard 文件</translation>
    </message>
    <message>
        <source>Nobody has all of these words</source>
        <translation>没有同时包含这些词的联系人</translation>
    </message>
    <message>
        <source>Everybody was reached within the last 30 days</source>
        <translation>30 天内全部核验过</translation>
    </message>
    <message>
        <source>No contact belongs to this incident</source>
        <translation>没有与本事件相关的联系人</translation>
    </message>
    <message>
        <source>Search for anybody; a contact with its place or group stands here by itself</source>
        <translation>可搜索任何联系人；关联了该监测对象或专业组的会自动列在这里</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Back to the incident (Esc)</source>
        <translation>返回事件（Esc）</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::ContactsToolbar</name>
    <message>
        <source>Name, organisation, number</source>
        <translation>名称、单位、号码</translation>
    </message>
    <message>
        <source>All</source>
        <comment>contacts</comment>
        <translation>全部</translation>
    </message>
    <message>
        <source>To verify %1</source>
        <comment>contacts</comment>
        <translation>待核验 %1</translation>
    </message>
    <message>
        <source>Calls for %1</source>
        <translation>%1 呼叫清单</translation>
    </message>
    <message>
        <source>Which contacts</source>
        <translation>联系人范围</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Contacts of a CSV or vCard file; what it changes is shown first</source>
        <translation>导入 CSV 或 vCard 联系人，先显示会更改什么</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>All contacts as a CSV or vCard file</source>
        <translation>将全部联系人导出为 CSV 或 vCard</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>New contact (N)</source>
        <translation>新建联系人（N）</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::CoverDialog</name>
    <message>
        <source>Cover</source>
        <translation>替班</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Every position</source>
        <translation>所有岗位</translation>
    </message>
    <message>
        <source>Who covers</source>
        <translation>谁来替</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>替谁</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Reason (optional)</source>
        <translation>原因（可不填）</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::DisplayGroup</name>
    <message>
        <source>Display</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>夜间</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>日间</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::DraftList</name>
    <message>
        <source>Begun and not finished</source>
        <translation>未写完的草稿</translation>
    </message>
    <message>
        <source>Your drafts</source>
        <translation>你的草稿</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>New article</source>
        <translation>新建条目</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>without a title</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>change of v%1</source>
        <translation>修改 v%1</translation>
    </message>
    <message>
        <source>new article</source>
        <translation>新条目</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::DuePage</name>
    <message>
        <source>nobody answers for it</source>
        <translation>无责任人</translation>
    </message>
    <message>
        <source>due on %1</source>
        <translation>%1 到期</translation>
    </message>
    <message>
        <source>due today</source>
        <translation>今天到期</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>逾期 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>You followed v%1; it is withdrawn</source>
        <translation>你用过 v%1；现已废止</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between numbers</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>You followed v%1; it is v%2 now</source>
        <translation>你用过 v%1；现为 v%2</translation>
    </message>
    <message>
        <source>changed steps %1</source>
        <translation>第 %1 步已变</translation>
    </message>
    <message>
        <source>gone steps %1</source>
        <translation>原第 %1 步已去掉</translation>
    </message>
    <message>
        <source>no step changed</source>
        <translation>步骤未变</translation>
    </message>
    <message>
        <source>Looked through, still right</source>
        <translation>已复审，仍有效</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>改了什么</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 篇中 %1 篇</translation>
    </message>
    <message>
        <source>Renewed or looked through in 90 days: %1</source>
        <translation>近 90 天更新或复审过：%1</translation>
    </message>
    <message>
        <source>Not overdue: %1</source>
        <translation>未逾期：%1</translation>
    </message>
    <message>
        <source>Nobody on the team answers for: %1</source>
        <translation>无在岗责任人：%1</translation>
    </message>
    <message>
        <source>To be looked through</source>
        <translation>待复审</translation>
    </message>
    <message>
        <source>Changed since you used it</source>
        <translation>你用过之后有变</translation>
    </message>
    <message>
        <source>How well they are kept</source>
        <translation>知识更新情况</translation>
    </message>
    <message>
        <source>Nothing within the next seven days</source>
        <translation>七天内没有到期的条目</translation>
    </message>
    <message>
        <source>Everything is as you followed it</source>
        <translation>你用过的条目都没有变</translation>
    </message>
    <message>
        <source>“%1” is still right?</source>
        <translation>“%1”仍然有效？</translation>
    </message>
    <message>
        <source>Your name and the time are kept with it, and its next review is counted from now.</source>
        <translation>将记下你的姓名和时间；下次复审从现在起算。</translation>
    </message>
    <message>
        <source>Still right</source>
        <translation>仍有效</translation>
    </message>
    <message>
        <source>Kept: looked through today</source>
        <translation>已记下：今天复审过</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::EditDialog</name>
    <message>
        <source>Edit and send</source>
        <translation>修改后发送</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::EndDialog</name>
    <message>
        <source>End</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>结果</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::EndRotationDialog</name>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Last day on which a shift begins</source>
        <translation>最后一个开始班次的日子</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::FaultBanners</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting to be sent</source>
        <translation>
            <numerusform>%n 条待发送</numerusform>
        </translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Metric source</source>
        <translation>数据源</translation>
    </message>
    <message>
        <source>Disk full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>文件损坏</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>重新启动</translation>
    </message>
    <message>
        <source>The former data are in %1. Keep this file: it is the only copy.</source>
        <translation>原有数据保存在 %1。请保留此文件：它是唯一的一份。</translation>
    </message>
    <message numerus="yes">
        <source>The damaged file is %1. %n change(s) that were not sent are kept and go out now; the rest comes from the server.</source>
        <translation>
            <numerusform>损坏的文件已另存为 %1。%n 条未发送的改动已保留，现在补传；其余内容从服务器取回。</numerusform>
        </translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>已另存</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>This machine&apos;s clock is %1 ahead of the server&apos;s.</source>
        <translation>本机时钟比服务器快 %1。</translation>
    </message>
    <message>
        <source>This machine&apos;s clock is %1 behind the server&apos;s.</source>
        <translation>本机时钟比服务器慢 %1。</translation>
    </message>
    <message>
        <source>Times shown are the server&apos;s; let an administrator set up NTP.</source>
        <translation>界面显示的是服务器时间；请管理员设置 NTP。</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::FaultList</name>
    <message>
        <source>What to correct</source>
        <translation>需改正之处</translation>
    </message>
    <message>
        <source>To correct</source>
        <translation>需改正</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::FaultWindow</name>
    <message>
        <source>Watchroom</source>
        <translation>值守台</translation>
    </message>
    <message>
        <source>Watchroom cannot open its workspace</source>
        <translation>值守台无法打开工作区</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Folder of the workspace</source>
        <translation>工作区文件夹</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Put aside and refill…</source>
        <translation>另存并重新取回…</translation>
    </message>
    <message>
        <source>“Put aside and refill” keeps the damaged file under another name in the same folder. What was not sent yet is kept and sent; everything else comes from the server.</source>
        <translation>「另存并重新取回」把损坏的文件改名留在原文件夹中。尚未发送的内容会保留并补传，其余内容从服务器取回。</translation>
    </message>
    <message>
        <source>Put aside and begin anew…</source>
        <translation>另存并重新开始…</translation>
    </message>
    <message>
        <source>This workspace has no server: the damaged file is the only copy. “Put aside and begin anew” keeps it under another name in the same folder and opens an empty workspace. Put back a copy of the folder instead, if you have one.</source>
        <translation>此工作区没有服务器，损坏的文件是唯一的一份。「另存并重新开始」把它改名留在原文件夹中，并打开一个空的工作区。如有备份，请改为放回备份。</translation>
    </message>
    <message>
        <source>Put aside and go on…</source>
        <translation>另存并继续…</translation>
    </message>
    <message>
        <source>“Put aside and go on” keeps the former data under another name in the same folder, unchanged; they are not carried over.</source>
        <translation>「另存并继续」把原有数据原样改名留在原文件夹中；这些数据不会带入新的工作区。</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::FolderDialog</name>
    <message>
        <source>What is to be said of single files</source>
        <translation>逐个文件的说明</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>What</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::FolderExportDialog</name>
    <message>
        <source>Export the articles</source>
        <translation>导出条目</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Written: %1…</source>
        <translation>已写出 %1 篇…</translation>
    </message>
    <message>
        <source>Every published article is written there with its images, so that importing the folder changes nothing.</source>
        <translation>所有已发布条目连同图片写入此文件夹；再导入它不会改动任何内容。</translation>
    </message>
    <message>
        <source>The folder is not empty: files of the same names are written over.</source>
        <translation>文件夹不是空的，同名文件会被覆盖。</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>正在写入…</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) written</source>
        <translation>
            <numerusform>已写出 %n 篇</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 written, %2 not: see why</source>
        <translation>已写出 %1 篇，%2 篇未写出，原因如下</translation>
    </message>
    <message>
        <source>Not written</source>
        <translation>未写出</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::FolderImportDialog</name>
    <message>
        <source>Import a folder of articles</source>
        <translation>导入条目文件夹</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Saving %1 of %2…</source>
        <translation>正在保存第 %1 篇，共 %2 篇…</translation>
    </message>
    <message>
        <source>The folder is being read…</source>
        <translation>正在读取文件夹…</translation>
    </message>
    <message>
        <source>There are no Markdown files (*.md) here. Choose the folder that holds the articles.</source>
        <translation>这里没有 Markdown 文件（*.md）。请选择存放条目的文件夹。</translation>
    </message>
    <message>
        <source>%1 new, %2 changed, %3 as they are, %4 refused</source>
        <translation>新增 %1 篇，更改 %2 篇，未变 %3 篇，拒收 %4 篇</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒收</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Settings changed</source>
        <translation>设置更改</translation>
    </message>
    <message>
        <source>Please check</source>
        <translation>请核对</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Imported from %1</source>
        <translation>由 %1 导入</translation>
    </message>
    <message>
        <source>Imported: %1 new, %2 changed, %3 as they were, %4 refused</source>
        <translation>已导入：新增 %1 篇，更改 %2 篇，未变 %3 篇，拒收 %4 篇</translation>
    </message>
    <message numerus="yes">
        <source>%n of them wait for a review</source>
        <translation>
            <numerusform>其中 %n 篇等待审核</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchroom::ui::FolderTree</name>
    <message>
        <source>All articles</source>
        <translation>全部条目</translation>
    </message>
    <message>
        <source>Folders of the knowledge base</source>
        <translation>知识库目录</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>常用</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::FreshnessBar</name>
    <message>
        <source>never checked with the server</source>
        <translation>从未与服务器核对</translation>
    </message>
    <message>
        <source>checked just now</source>
        <translation>刚刚核对</translation>
    </message>
    <message>
        <source>checked %1 ago</source>
        <translation>%1前核对</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已废止</translation>
    </message>
    <message>
        <source>Copy v%1</source>
        <translation>本机 v%1</translation>
    </message>
    <message>
        <source>No copy</source>
        <translation>本机无副本</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>未核对</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Review due</source>
        <translation>复审到期</translation>
    </message>
    <message>
        <source>Do not follow it: %1</source>
        <translation>请勿照此执行：%1</translation>
    </message>
    <message>
        <source>v%1 is published; its text is still on its way</source>
        <translation>已发布 v%1，正文尚未到达</translation>
    </message>
    <message>
        <source>v%1 is published, steps %2 have changed; its text is still on its way</source>
        <translation>已发布 v%1：第 %2 步已变，正文尚未到达</translation>
    </message>
    <message>
        <source>This copy is v%1, %2</source>
        <translation>本机为 v%1，%2</translation>
    </message>
    <message>
        <source>It has no published version yet</source>
        <translation>尚无已发布版本</translation>
    </message>
    <message>
        <source>To be looked through since %1; v%2 is the newest</source>
        <translation>复审已到期 %1；最新为 v%2</translation>
    </message>
    <message>
        <source>Up to date · v%1 · %2</source>
        <translation>已是最新 · v%1 · %2</translation>
    </message>
    <message>
        <source>v%1</source>
        <translation>v%1</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::HandoverFoot</name>
    <message numerus="yes">
        <source>%n wanting</source>
        <translation>
            <numerusform>还差 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Waive…</source>
        <translation>豁免…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Back for changes</source>
        <translation>退回修改</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::HandoverHead</name>
    <message>
        <source>Handover</source>
        <translation>交接班</translation>
    </message>
    <message>
        <source>To be verified</source>
        <translation>待核验</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>自动保存 %1</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>导出 PDF</translation>
    </message>
    <message>
        <source>The whole desk</source>
        <translation>整个值班席</translation>
    </message>
    <message>
        <source>What is handed over</source>
        <translation>交接范围</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::HandoverPage</name>
    <message>
        <source>Refuse the watch…</source>
        <translation>拒绝接班…</translation>
    </message>
    <message>
        <source>The outgoing shift stays on…</source>
        <translation>续班：交班方继续值守…</translation>
    </message>
    <message>
        <source>Force it, one-sided…</source>
        <translation>强制交接（单方）…</translation>
    </message>
    <message>
        <source>Only the two leads and the command layer end a handover</source>
        <translation>只有双方值班长和指挥协调层能结束交接</translation>
    </message>
    <message>
        <source>Refuse the watch</source>
        <translation>拒绝接班</translation>
    </message>
    <message>
        <source>The responsibility stays with the outgoing shift; its lead is told.</source>
        <translation>责任仍在交班方，并告知其值班长。</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>拒绝接班</translation>
    </message>
    <message>
        <source>The outgoing shift stays on</source>
        <translation>续班：交班方继续值守</translation>
    </message>
    <message>
        <source>This handover ends. A new one is begun when the watch can pass.</source>
        <translation>本次交接到此结束，可以交班时再开始新的交接。</translation>
    </message>
    <message>
        <source>Stay on</source>
        <translation>续班</translation>
    </message>
    <message>
        <source>Force the handover, one-sided</source>
        <translation>强制交接（单方）</translation>
    </message>
    <message>
        <source>The incoming lead takes the watch without the outgoing one. It stays marked as one-sided for ever.</source>
        <translation>接班值班长在交班方缺席时接班，交接单将永久标记为单方。</translation>
    </message>
    <message>
        <source>Force</source>
        <translation>强制交接</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>1 / 2 signed</source>
        <translation>1 / 2 已签</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>The content is frozen. It passes with the incoming lead&apos;s signature.</source>
        <translation>内容已锁定，接班值班长签名后完成交接。</translation>
    </message>
    <message>
        <source>Nothing passes before both have signed.</source>
        <translation>双方签名前不会生效。</translation>
    </message>
    <message>
        <source>This step is complete.</source>
        <translation>本步已完成。</translation>
    </message>
    <message>
        <source>On to “%1”</source>
        <translation>进入「%1」</translation>
    </message>
    <message>
        <source>The server is away. You can hand over here: both sign, with a second name; it is verified when the server is back.</source>
        <translation>服务器不可达：可离线交接。双方签名并由第三人见证，恢复后自动核验。</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>已锁定</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::HandoverSide</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>The two sides</source>
        <translation>交接双方</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>交&#x3000;%1</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>接&#x3000;%1</translation>
    </message>
    <message>
        <source>Checked in: %1 of %2</source>
        <translation>签到 %1 / %2</translation>
    </message>
    <message>
        <source>Not yet: %1</source>
        <translation>未签到：%1</translation>
    </message>
    <message>
        <source>Incoming shift</source>
        <translation>接班人员</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Nobody&apos;s</source>
        <translation>无人认领</translation>
    </message>
    <message>
        <source>Carried three shifts or more</source>
        <translation>已带三班及以上</translation>
    </message>
    <message>
        <source>Open now</source>
        <translation>未结</translation>
    </message>
    <message>
        <source>%1; %2 and %3</source>
        <translation>%1；%2、%3</translation>
    </message>
    <message>
        <source>Waived</source>
        <translation>已豁免</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::ImportDialog</name>
    <message>
        <source>Import a spreadsheet</source>
        <translation>导入排班表</translation>
    </message>
    <message>
        <source>Position where the sheet names none</source>
        <translation>表中没有写岗位的，岗位是</translation>
    </message>
    <message>
        <source>Month where the sheet names none</source>
        <translation>表中没有写月份的，月份是</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>单元格</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Shifts that were understood</source>
        <translation>识别出的班次</translation>
    </message>
    <message>
        <source>What was not understood</source>
        <translation>没有识别的内容</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation>不导入</translation>
    </message>
    <message numerus="yes">
        <source>Import %n shift(s)</source>
        <translation>
            <numerusform>导入 %n 个班次</numerusform>
        </translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>in the roster already</source>
        <translation>已在班表中</translation>
    </message>
    <message numerus="yes">
        <source>Please check %n thing(s)</source>
        <translation>
            <numerusform>请核对：%n 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not understood, and not imported: %n</source>
        <translation>
            <numerusform>未识别、不会导入：%n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>not imported</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>to check</source>
        <translation>请核对</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::IncidentList</name>
    <message>
        <source>Nothing matches. Clear the filter to see all.</source>
        <translation>没有符合的事件。清除筛选可看到全部。</translation>
    </message>
    <message>
        <source>No incidents</source>
        <translation>没有事件</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::IncidentWork</name>
    <message>
        <source>Tickets and pending items</source>
        <translation>工单与待处理事项</translation>
    </message>
    <message>
        <source>%1, the first %2</source>
        <translation>共 %1，显示前 %2</translation>
    </message>
    <message>
        <source>none open</source>
        <translation>没有未完成的</translation>
    </message>
    <message>
        <source>New ticket of this incident</source>
        <translation>为本事件新建工单</translation>
    </message>
    <message>
        <source>Unclaimed</source>
        <translation>无人认领</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::IncidentsPage</name>
    <message>
        <source>Incidents</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Closed incidents</source>
        <translation>已关闭的事件</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::IncidentsToolbar</name>
    <message>
        <source>Overdue %1</source>
        <translation>超时 %1</translation>
    </message>
    <message>
        <source>Unclaimed %1</source>
        <translation>无人认领 %1</translation>
    </message>
    <message>
        <source>Recovered %1</source>
        <translation>已恢复待关 %1</translation>
    </message>
    <message>
        <source>Mine %1</source>
        <translation>我的 %1</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>看板</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Unclaimed</source>
        <translation>无人认领</translation>
    </message>
    <message>
        <source>Which incidents are shown</source>
        <translation>显示哪些事件</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>New incident (N)</source>
        <translation>新建事件 (N)</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::Inspector</name>
    <message>
        <source>Drill</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Close the details</source>
        <translation>关闭详情</translation>
    </message>
    <message>
        <source>Close the details (Esc)</source>
        <translation>关闭详情 (Esc)</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>认领</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>接替</translation>
    </message>
    <message>
        <source>Raise</source>
        <translation>上调级别</translation>
    </message>
    <message>
        <source>Raise the level (U)</source>
        <translation>上调级别 (U)</translation>
    </message>
    <message>
        <source>Lower…</source>
        <translation>下调级别…</translation>
    </message>
    <message>
        <source>Lower the level; a reason is asked</source>
        <translation>下调级别，需选择原因</translation>
    </message>
    <message>
        <source>Third party…</source>
        <translation>等第三方…</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续计时</translation>
    </message>
    <message>
        <source>Waiting on a third party is counted apart</source>
        <translation>等待第三方的时间单独计算</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>%1 发现</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>已历时 %1</translation>
    </message>
    <message>
        <source>No time limit in this stage</source>
        <translation>本阶段无时限</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>closed %1</source>
        <translation>%1 关闭</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Next due</source>
        <translation>下一个到期</translation>
    </message>
    <message>
        <source>Show the quality of the target</source>
        <translation>查看监测对象的质量</translation>
    </message>
    <message>
        <source>Show the quality of the target (Q)</source>
        <translation>查看监测对象的质量（Q）</translation>
    </message>
    <message>
        <source>Texts are hidden while it is locked.</source>
        <translation>锁定期间不显示正文。</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Acknowledge again</source>
        <translation>重新确认</translation>
    </message>
    <message>
        <source>Acknowledgement lapses</source>
        <translation>确认失效</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Export this incident as a file</source>
        <translation>将此事件导出为文件</translation>
    </message>
    <message>
        <source>Export as PDF…</source>
        <translation>导出为 PDF…</translation>
    </message>
    <message>
        <source>Export as JSON…</source>
        <translation>导出为 JSON…</translation>
    </message>
    <message>
        <source>Decide about it on the page “Sync” (Enter)</source>
        <translation>到“同步”页处理（回车）</translation>
    </message>
    <message>
        <source>Call those whom it concerns</source>
        <translation>呼叫相关联系人</translation>
    </message>
    <message>
        <source>Call those whom it concerns (H)</source>
        <translation>呼叫相关联系人（H）</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::ItemBox</name>
    <message>
        <source>waits for %1</source>
        <translation>等待 %1</translation>
    </message>
    <message>
        <source>I have read it and take it (space bar)</source>
        <translation>已阅并接收（空格）</translation>
    </message>
    <message>
        <source>Its receiver or the incoming lead confirms it</source>
        <translation>由接收人或接班值班长确认</translation>
    </message>
    <message>
        <source>%1 asks: %2</source>
        <translation>%1 问：%2</translation>
    </message>
    <message>
        <source>%1 answers: %2</source>
        <translation>%1 答：%2</translation>
    </message>
    <message>
        <source>Answer %1</source>
        <translation>答复 %1</translation>
    </message>
    <message>
        <source>Ask whoever hands it over</source>
        <translation>向交班人提问</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>“%1” is no time. Write 21:30, or 03-19 09:00.</source>
        <translation>“%1”不是时间，请写 21:30 或 03-19 09:00。</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>接收人</translation>
    </message>
    <message>
        <source>Next action</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>If … then …</source>
        <translation>如…则…</translation>
    </message>
    <message>
        <source>hh:mm</source>
        <translation>时:分</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认接收</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::ItemDelegate</name>
    <message numerus="yes">
        <source>%n shift(s)</source>
        <translation>
            <numerusform>已带 %n 班</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchroom::ui::ItemsStep</name>
    <message>
        <source>All %1</source>
        <translation>全部 %1</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>未完成 %1</translation>
    </message>
    <message>
        <source>I receive %1</source>
        <translation>我接收的 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n pending item(s) to hand over</source>
        <translation>
            <numerusform>移交 %n 项待处理事项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Confirm %n blue</source>
        <translation>
            <numerusform>确认 %n 项蓝色</numerusform>
        </translation>
    </message>
    <message>
        <source>Fill in what is known</source>
        <translation>填入已知</translation>
    </message>
    <message>
        <source>Receivers by the roster, “if … then …” by the rule</source>
        <translation>接收人按排班，“如…则…”按规则</translation>
    </message>
    <message>
        <source>Which items</source>
        <translation>显示哪些</translation>
    </message>
    <message>
        <source>Nothing to hand over here</source>
        <translation>此步没有要移交的</translation>
    </message>
    <message numerus="yes">
        <source>%n incident(s), ticket(s) and procedure(s) to hand over</source>
        <translation>
            <numerusform>移交 %n 项未结事件、工单与流程</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchroom::ui::KnowledgePage</name>
    <message>
        <source>Here offline: %1 of %2</source>
        <translation>离线可用 %1 / %2 篇</translation>
    </message>
    <message>
        <source>There are no articles yet</source>
        <translation>还没有知识条目</translation>
    </message>
    <message>
        <source>Choose an article</source>
        <translation>请选择一个条目</translation>
    </message>
    <message>
        <source>Bring in the articles that ship</source>
        <translation>导入自带条目</translation>
    </message>
    <message>
        <source>New article</source>
        <translation>新建条目</translation>
    </message>
    <message>
        <source>Begin with those that ship, or import a folder</source>
        <translation>先用自带条目，或导入文件夹</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Articles from a folder, and into one</source>
        <translation>从文件夹导入条目，或导出到文件夹</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>导入文件夹…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>知识库</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::LeadDialog</name>
    <message>
        <source>Password of %1</source>
        <translation>%1 的密码</translation>
    </message>
    <message>
        <source>Your password is missing: the server asks for it each time.</source>
        <translation>还没有输入密码：服务器每次都要核对。</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::LeaveDialog</name>
    <message>
        <source>Leave</source>
        <translation>请假</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Who is away</source>
        <translation>谁请假</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Reason (optional)</source>
        <translation>原因（可不填）</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::LevelDialog</name>
    <message>
        <source>Lower the level of %1</source>
        <translation>下调 %1 的级别</translation>
    </message>
    <message>
        <source>Lower</source>
        <translation>下调级别</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::ListDialog</name>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::LockBar</name>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>PIN of %1</source>
        <translation>%1 的 PIN</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Someone else…</source>
        <translation>换人…</translation>
    </message>
    <message numerus="yes">
        <source>This PIN is wrong; %n more tries.</source>
        <translation>
            <numerusform>PIN 不对，还可试 %n 次。</numerusform>
        </translation>
    </message>
    <message>
        <source>This PIN is no longer valid. Sign in with the password.</source>
        <translation>PIN 已失效，请用密码登录。</translation>
    </message>
    <message>
        <source>This PIN is no longer valid. Somebody else opens, or start Watchroom again.</source>
        <translation>PIN 已失效，请由同班的其他人解锁，或重新启动值守台。</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::MainWindow</name>
    <message>
        <source>Watchroom</source>
        <translation>值守台</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::MarkdownEdit</name>
    <message>
        <source>Heading</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>加粗</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>image</source>
        <translation>图片</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::MembersField</name>
    <message>
        <source>Add to the turns</source>
        <translation>加入轮班</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>前移</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>后移</translation>
    </message>
    <message>
        <source>Take out of the turns</source>
        <translation>移出轮班</translation>
    </message>
    <message>
        <source>Whose turn it is, in order</source>
        <translation>轮到谁，按顺序</translation>
    </message>
    <message>
        <source>Whom to add</source>
        <translation>加入谁</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::MergeView</name>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>对方的</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>两者都留</translation>
    </message>
    <message>
        <source>Place %1: which text stays</source>
        <translation>第 %1 处：保留哪一份</translation>
    </message>
    <message>
        <source>Place %1</source>
        <translation>第 %1 处</translation>
    </message>
    <message>
        <source>Theirs, v%1</source>
        <translation>对方的，v%1</translation>
    </message>
    <message>
        <source>Bring both together</source>
        <translation>合并两份正文</translation>
    </message>
    <message>
        <source>Back to my text</source>
        <translation>回到我的正文</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>采用</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) to decide</source>
        <translation>
            <numerusform>还有 %n 处待定</numerusform>
        </translation>
    </message>
    <message>
        <source>All is decided</source>
        <translation>已全部选定</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::NewIncidentDialog</name>
    <message>
        <source>New incident</source>
        <translation>新建事件</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Claim it at once</source>
        <translation>同时认领</translation>
    </message>
    <message>
        <source>A drill: counts in no figure</source>
        <translation>演练：不计入任何指标</translation>
    </message>
    <message>
        <source>What is wrong, in one line</source>
        <translation>用一行说明出了什么问题</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>尚不清楚</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>专业组</translation>
    </message>
    <message>
        <source>No place is called that. Choose one from the list or leave it empty.</source>
        <translation>没有这个位置。请从列表中选择，或留空。</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::NewWorkDialog</name>
    <message>
        <source>New ticket</source>
        <translation>新建工单</translation>
    </message>
    <message>
        <source>New pending item</source>
        <translation>新建待处理事项</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Claim it at once</source>
        <translation>同时认领</translation>
    </message>
    <message>
        <source>What is to be done or known, in one line</source>
        <translation>一句话说明要做什么或要知道什么</translation>
    </message>
    <message>
        <source>None: it stands by itself</source>
        <translation>不属于任何事件</translation>
    </message>
    <message>
        <source>No group</source>
        <translation>不分组</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>小组</translation>
    </message>
    <message>
        <source>Next action</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Link to another tracker (optional)</source>
        <translation>外部工单链接（可选）</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::OfferDialog</name>
    <message>
        <source>Transfer</source>
        <translation>移交</translation>
    </message>
    <message>
        <source>Transfer to; it stays with its owner until it is accepted</source>
        <translation>移交给（对方接收前仍由原负责人负责）</translation>
    </message>
    <message>
        <source>Choose who is to take it.</source>
        <translation>请选择由谁接收。</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::OlderMonths</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Show older months</source>
        <translation>显示更早的月份</translation>
    </message>
    <message>
        <source>There is nothing older.</source>
        <translation>没有更早的事件了。</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>接下来：%1</translation>
    </message>
    <message>
        <source>Reading %1 from the server…</source>
        <translation>正在从服务器读取 %1…</translation>
    </message>
    <message>
        <source>Older months are on the server, which cannot be reached now.</source>
        <translation>更早的月份在服务器上，现在连不上服务器。</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::PageViews</name>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::Palette</name>
    <message>
        <source>Search everything</source>
        <translation>全局搜索</translation>
    </message>
    <message>
        <source>Articles, incidents, contacts, places, pages, the log</source>
        <translation>搜索条目、事件、联系人、地点、页面、记录</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>↑↓ choose · Enter open · Esc close</source>
        <translation>↑↓ 选择 · Enter 打开 · Esc 关闭</translation>
    </message>
    <message>
        <source>The search index is being built; what it holds comes by itself.</source>
        <translation>正在建立搜索索引，建好后结果会自动出现。</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜索…</translation>
    </message>
    <message>
        <source>Nothing has all of these words</source>
        <translation>没有同时包含这些词的内容</translation>
    </message>
    <message>
        <source>Try fewer or other words</source>
        <translation>请少用或换几个词</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::PaperDialog</name>
    <message>
        <source>Sign on paper</source>
        <translation>在纸上签字</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>留存</translation>
    </message>
    <message>
        <source>Attach the photograph…</source>
        <translation>附上照片…</translation>
    </message>
    <message>
        <source>Handover %1, signed by hand: %2, %3</source>
        <translation>交接 %1，手写签字：%2，%3</translation>
    </message>
    <message>
        <source>sheet %1</source>
        <translation>交接单 %1</translation>
    </message>
    <message>
        <source>1. Print the sheet. %1 signs on its line, with the date and the time.
2. Photograph it, and attach the photograph here.
3. %1 confirms it later with their own password. Until then it is to be verified, and both shifts answer.</source>
        <translation>1. 打印交接单，由%1在签字处手写签字，并写上日期和时间。
2. 拍照，把照片附在这里。
3. %1之后用自己的密码确认。确认之前为“待核验”，两班共同负责。</translation>
    </message>
    <message>
        <source>Print the sheet</source>
        <translation>打印交接单</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>No photograph yet</source>
        <translation>还没有照片</translation>
    </message>
    <message>
        <source>Photograph of the signed sheet</source>
        <translation>已签字交接单的照片</translation>
    </message>
    <message>
        <source>Attach the photograph of the signed sheet first.</source>
        <translation>请先附上已签字交接单的照片。</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::Phrases</name>
    <message>
        <source>Doctor told</source>
        <translation>已告知医生</translation>
    </message>
    <message>
        <source>Carrier called</source>
        <translation>已联系运营商</translation>
    </message>
    <message>
        <source>Backup line on</source>
        <translation>已切备用线路</translation>
    </message>
    <message>
        <source>On site</source>
        <translation>现场已到人</translation>
    </message>
    <message>
        <source>Values falling</source>
        <translation>指标正在回落</translation>
    </message>
    <message>
        <source>Need support</source>
        <translation>需要支援</translation>
    </message>
    <message>
        <source>Testing line</source>
        <translation>正在测线</translation>
    </message>
    <message>
        <source>Awaiting reply</source>
        <translation>等待对方回复</translation>
    </message>
    <message>
        <source>No impact</source>
        <translation>未见影响</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::PinDialog</name>
    <message>
        <source>PIN, 4 to 6 digits</source>
        <translation>PIN，4 到 6 位数字</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::PlacesField</name>
    <message>
        <source>Places</source>
        <translation>监测对象</translation>
    </message>
    <message>
        <source>Add a place</source>
        <translation>添加监测对象</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::PlanDelegate</name>
    <message>
        <source>no shift</source>
        <translation>没有班次</translation>
    </message>
    <message>
        <source>twice</source>
        <translation>两岗</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::PlanDialog</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Due at</source>
        <translation>截止时间</translation>
    </message>
    <message>
        <source>For example: if it drops again, switch to the backup line</source>
        <translation>例如：若再中断，则切换到备用线路</translation>
    </message>
    <message>
        <source>Next action</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>If ... then ...</source>
        <translation>若……则……</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::PositionDialog</name>
    <message>
        <source>New position</source>
        <translation>新建岗位</translation>
    </message>
    <message>
        <source>Change the position</source>
        <translation>修改岗位</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Somebody must be there round the clock</source>
        <translation>必须全天有人</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name in English (optional)</source>
        <translation>英文名称（可不填）</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::PositionsDialog</name>
    <message>
        <source>Positions</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>New position…</source>
        <translation>新建岗位…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>前移</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>后移</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>needed round the clock</source>
        <translation>必须全天有人</translation>
    </message>
    <message>
        <source>No position yet</source>
        <translation>还没有岗位</translation>
    </message>
    <message>
        <source>It still has a rotation. End that first.</source>
        <translation>它还有轮班规则，请先结束轮班规则。</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::QualityHeader</name>
    <message>
        <source>Show the incident on the board</source>
        <translation>在看板上显示此事件</translation>
    </message>
    <message>
        <source>Incident %1</source>
        <translation>事件 %1</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>已持续 %1</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Hold the window where it is (Space)</source>
        <translation>把画面停在此刻（空格）</translation>
    </message>
    <message>
        <source>Go on; nothing was missed (Space)</source>
        <translation>回到实时；其间的数据没有丢（空格）</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>15 min</source>
        <translation>15 分钟</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>6 h</source>
        <translation>6 小时</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 小时</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>Time range</source>
        <translation>时间范围</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::QualityPage</name>
    <message>
        <source>No source</source>
        <translation>没有数据源</translation>
    </message>
    <message>
        <source>Choose one in Settings</source>
        <translation>请在设置中选择</translation>
    </message>
    <message>
        <source>No target is chosen</source>
        <translation>未选择监测对象</translation>
    </message>
    <message>
        <source>Choose one at the left</source>
        <translation>请在左侧选择</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::ReadBackRow</name>
    <message>
        <source>No step yet</source>
        <translation>暂无下一步</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>hh:mm</source>
        <translation>时:分</translation>
    </message>
    <message>
        <source>When is it due: %1</source>
        <translation>何时到期：%1</translation>
    </message>
    <message>
        <source>What is next: %1</source>
        <translation>下一步是什么：%1</translation>
    </message>
    <message>
        <source>Who has it: %1</source>
        <translation>由谁负责：%1</translation>
    </message>
    <message>
        <source>Correct the answer</source>
        <translation>改复述</translation>
    </message>
    <message>
        <source>Correct the record</source>
        <translation>改记录</translation>
    </message>
    <message>
        <source>Heard</source>
        <translation>听过</translation>
    </message>
    <message>
        <source>Not said yet</source>
        <translation>未复述</translation>
    </message>
    <message>
        <source>I heard it</source>
        <translation>听过</translation>
    </message>
    <message>
        <source>The outgoing lead ticks what was said aloud</source>
        <translation>接班人口述后，由交班值班长确认听过</translation>
    </message>
    <message>
        <source>due %1 on the record</source>
        <translation>记录到期 %1</translation>
    </message>
    <message>
        <source>next on the record: %1</source>
        <translation>记录下一步：%1</translation>
    </message>
    <message>
        <source>its receiver is %1</source>
        <translation>接收人是 %1</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::ReadBackStep</name>
    <message>
        <source>Watch it</source>
        <translation>继续观察</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>再次询问</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>复测</translation>
    </message>
    <message numerus="yes">
        <source>Read back the %n most urgent item(s)</source>
        <translation>
            <numerusform>复述最要紧的 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>The incoming lead says them aloud and fills three gaps; the outgoing lead ticks what was heard</source>
        <translation>接班人口述并填三个空：到期、下一步、负责人；交班人确认听过</translation>
    </message>
    <message>
        <source>Nothing is open: nothing to read back</source>
        <translation>没有未结事项，不用复述</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::ReasonDialog</name>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Remark, if it helps</source>
        <translation>说明（可不填）</translation>
    </message>
    <message>
        <source>Choose a reason.</source>
        <translation>请选择原因。</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::RestView</name>
    <message>
        <source>Start a handover…</source>
        <translation>开始交接…</translation>
    </message>
    <message>
        <source>The next one is due at %1: %2 takes over. It is made an hour before, for both leads.</source>
        <translation>下一次 %1，%2 接班。提前一小时为双方建好。</translation>
    </message>
    <message>
        <source>No handover is under way</source>
        <translation>当前没有交接</translation>
    </message>
    <message>
        <source>Not as the sheet says</source>
        <translation>与交接单不同之处</translation>
    </message>
    <message>
        <source>I know of these changes</source>
        <translation>已知悉</translation>
    </message>
    <message>
        <source>To be verified</source>
        <translation>待核验</translation>
    </message>
    <message>
        <source>The last handovers</source>
        <translation>最近的交接</translation>
    </message>
    <message>
        <source>By the roster none is due within eight days.</source>
        <translation>按排班，八天内没有交接。</translation>
    </message>
    <message>
        <source>At %1 the watch ends, and the roster has nobody after it.</source>
        <translation>%1 值守结束，排班表上没有接班人。</translation>
    </message>
    <message>
        <source>The last 30 days</source>
        <translation>近 30 天</translation>
    </message>
    <message>
        <source>On time: %1 of %2</source>
        <translation>按时：%1 / %2</translation>
    </message>
    <message>
        <source>Read back: %1 of %2</source>
        <translation>复述：%1 / %2</translation>
    </message>
    <message>
        <source>From begin to acceptance: half within %1, nine of ten within %2</source>
        <translation>从开始到接班：半数在 %1 内，九成在 %2 内</translation>
    </message>
    <message>
        <source>Waivers: %1, refused: %2, changes between the signatures: %3</source>
        <translation>豁免 %1，拒绝 %2，签名之间的变化 %3</translation>
    </message>
    <message>
        <source>Red soon after and not on the sheet: %1</source>
        <translation>接班后不久转红、但不在交接单上：%1</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::ReviewView</name>
    <message>
        <source>What is being written</source>
        <translation>正在写的正文</translation>
    </message>
    <message>
        <source>What waits for its review</source>
        <translation>待审核的正文</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>尚无版本</translation>
    </message>
    <message>
        <source>Review “%1”</source>
        <translation>审核「%1」</translation>
    </message>
    <message>
        <source>Compare “%1”</source>
        <translation>对比「%1」</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>As it will be read</source>
        <translation>阅读效果</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>显示内容</translation>
    </message>
    <message>
        <source>Back to my text</source>
        <translation>回到我的正文</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>How it will be read</source>
        <translation>阅读效果</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Give back…</source>
        <translation>退回…</translation>
    </message>
    <message>
        <source>Publish v%1</source>
        <translation>发布 v%1</translation>
    </message>
    <message>
        <source>No text waits for its review any more.</source>
        <translation>已没有待审核的正文。</translation>
    </message>
    <message>
        <source>given back: %1</source>
        <translation>已退回：%1</translation>
    </message>
    <message>
        <source>v%1 was published since. Its author has to bring both together.</source>
        <translation>其后 v%1 已发布。须由提交人合并后再审。</translation>
    </message>
    <message>
        <source>%1 answers for this article and publishes it.</source>
        <translation>本条目的责任人是%1，由其发布。</translation>
    </message>
    <message>
        <source>It is your own text. The policy asks that somebody else publishes it.</source>
        <translation>这是你自己的正文。按规定须由他人发布。</translation>
    </message>
    <message>
        <source>v%1 of “%2” is published</source>
        <translation>「%2」v%1 已发布</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Give the text back</source>
        <translation>退回正文</translation>
    </message>
    <message>
        <source>What is to be changed</source>
        <translation>需要修改之处</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>已退回</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::RosterFiles</name>
    <message>
        <source>Import a spreadsheet</source>
        <translation>导入排班表</translation>
    </message>
    <message>
        <source>Spreadsheets saved as CSV (*.csv *.txt *.tsv);;All files (*)</source>
        <translation>另存为 CSV 的表格 (*.csv *.txt *.tsv);;所有文件 (*)</translation>
    </message>
    <message numerus="yes">
        <source>%n shift(s) imported</source>
        <translation>
            <numerusform>已导入 %n 个班次</numerusform>
        </translation>
    </message>
    <message>
        <source>Export a calendar</source>
        <translation>导出日历</translation>
    </message>
    <message>
        <source>Calendar (*.ics)</source>
        <translation>日历 (*.ics)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::RosterPage</name>
    <message>
        <source>Roster</source>
        <translation>排班</translation>
    </message>
    <message>
        <source>There is no rotation yet</source>
        <translation>还没有轮班规则</translation>
    </message>
    <message>
        <source>A rotation says whose turn it is, and when it changes.</source>
        <translation>轮班规则说明轮到谁、何时换人。</translation>
    </message>
    <message>
        <source>New rotation…</source>
        <translation>新建轮班规则…</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::RosterPanel</name>
    <message>
        <source>in since %1</source>
        <translation>%1 签到</translation>
    </message>
    <message>
        <source>not checked in</source>
        <translation>未签到</translation>
    </message>
    <message>
        <source>On duty now</source>
        <translation>现在在岗</translation>
    </message>
    <message>
        <source>Nobody, by the roster</source>
        <translation>按排班没有人</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一班</translation>
    </message>
    <message>
        <source>No shift ahead</source>
        <translation>之后没有班次</translation>
    </message>
    <message>
        <source>My shifts this week</source>
        <translation>本周我的班次</translation>
    </message>
    <message>
        <source>Nobody signed in</source>
        <translation>没有人登录</translation>
    </message>
    <message>
        <source>None this week</source>
        <translation>本周没有</translation>
    </message>
    <message>
        <source>%1: nobody</source>
        <translation>%1无人值班</translation>
    </message>
    <message>
        <source>%1: two at once</source>
        <translation>%1 同时两岗</translation>
    </message>
    <message>
        <source>To mend, next 14 days</source>
        <translation>未来 14 天的问题</translation>
    </message>
    <message>
        <source>%1, the first %2</source>
        <translation>%1，前 %2 项</translation>
    </message>
    <message>
        <source>Nothing: somebody is on everywhere</source>
        <translation>没有：各岗位都有人</translation>
    </message>
    <message>
        <source>%1 asks: %2</source>
        <translation>%1 请求：%2</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>谢绝</translation>
    </message>
    <message>
        <source>Waits for %1: %2</source>
        <translation>等 %1 答复：%2</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::RosterToolbar</name>
    <message>
        <source>Nobody %1</source>
        <translation>无人值班 %1</translation>
    </message>
    <message>
        <source>Twice %1</source>
        <translation>同时两岗 %1</translation>
    </message>
    <message>
        <source>Within the next 14 days</source>
        <translation>未来 14 天内</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>排班</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Week or month</source>
        <translation>周或月</translation>
    </message>
    <message>
        <source>Earlier days</source>
        <translation>前面的日子</translation>
    </message>
    <message>
        <source>Earlier days (Page up)</source>
        <translation>前面的日子（Page Up）</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>The days around today (Home)</source>
        <translation>今天所在的日子（Home）</translation>
    </message>
    <message>
        <source>Later days</source>
        <translation>后面的日子</translation>
    </message>
    <message>
        <source>Later days (Page down)</source>
        <translation>后面的日子（Page Down）</translation>
    </message>
    <message>
        <source>Rotations…</source>
        <translation>轮班规则…</translation>
    </message>
    <message>
        <source>Whose turn it is at which position</source>
        <translation>各岗位轮到谁</translation>
    </message>
    <message>
        <source>Positions…</source>
        <translation>岗位…</translation>
    </message>
    <message>
        <source>What there is to do in a shift</source>
        <translation>一个班里要有人做的事</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Leave, cover, swap, temporary shift (N)</source>
        <translation>请假、替班、换班、临时排班（N）</translation>
    </message>
    <message>
        <source>Leave…</source>
        <translation>请假…</translation>
    </message>
    <message>
        <source>Cover…</source>
        <translation>替班…</translation>
    </message>
    <message>
        <source>Swap…</source>
        <translation>换班…</translation>
    </message>
    <message>
        <source>Temporary shift…</source>
        <translation>临时排班…</translation>
    </message>
    <message>
        <source>Import a spreadsheet…</source>
        <translation>导入排班表…</translation>
    </message>
    <message>
        <source>Export calendar…</source>
        <translation>导出日历…</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::RotationDialog</name>
    <message>
        <source>New rotation</source>
        <translation>新建轮班规则</translation>
    </message>
    <message>
        <source>Change the rotation</source>
        <translation>修改轮班规则</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>周</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Its shifts are called</source>
        <translation>班次名称</translation>
    </message>
    <message>
        <source>From which day on</source>
        <translation>从哪一天起</translation>
    </message>
    <message>
        <source>Starts on</source>
        <translation>开始于</translation>
    </message>
    <message>
        <source>Hand-off at</source>
        <translation>交班时间</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Whose turn it is, in order</source>
        <translation>轮到谁，按顺序</translation>
    </message>
    <message>
        <source>Nobody knows this time zone. Asia/Shanghai is one.</source>
        <translation>没有这个时区。例如：Asia/Shanghai。</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Only at some hours</source>
        <translation>只在某些时段</translation>
    </message>
    <message>
        <source>Turn changes every</source>
        <translation>轮换周期</translation>
    </message>
    <message>
        <source>Hours of the day</source>
        <translation>时段</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::RotationsDialog</name>
    <message>
        <source>Rotations</source>
        <translation>轮班规则</translation>
    </message>
    <message>
        <source>New rotation…</source>
        <translation>新建轮班规则…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>End…</source>
        <translation>结束…</translation>
    </message>
    <message>
        <source>No rotation yet: nobody is on duty by the roster.</source>
        <translation>还没有轮班规则：按排班没有人在岗。</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>删除…</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::RunHead</name>
    <message>
        <source>do, then confirm</source>
        <translation>做完再核对</translation>
    </message>
    <message>
        <source>read, do, tick</source>
        <translation>读一步做一步</translation>
    </message>
    <message>
        <source>you follow it</source>
        <translation>由你执行</translation>
    </message>
    <message>
        <source>%1 follows it</source>
        <translation>由%1执行</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>broken off</source>
        <translation>已中止</translation>
    </message>
    <message>
        <source>Following the steps</source>
        <translation>按流程处置</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>由我接着做</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>备注…</translation>
    </message>
    <message>
        <source>Break off…</source>
        <translation>中止…</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Following the steps, %1 of %2</source>
        <translation>按流程处置，%2 步中已做 %1 步</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::RunList</name>
    <message>
        <source>free</source>
        <translation>独立</translation>
    </message>
    <message>
        <source>Under way: %1</source>
        <translation>执行中 %1</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::RunNoteDialog</name>
    <message>
        <source>Add a file…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Evidence for this step</source>
        <translation>本步的证据</translation>
    </message>
    <message>
        <source>There is nothing to keep yet. Write a line or add a file.</source>
        <translation>还没有可记的内容。请写一句话，或添加文件。</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::RunNotice</name>
    <message>
        <source>This procedure is withdrawn: %1. You go on with it all the same.</source>
        <translation>本流程已废止：%1。你仍在继续执行。</translation>
    </message>
    <message>
        <source>This procedure is withdrawn: %1. Stop and call the shift lead.</source>
        <translation>本流程已废止：%1。请停下，并联系值班长。</translation>
    </message>
    <message numerus="yes">
        <source>steps %1 have changed</source>
        <translation>
            <numerusform>第 %1 步已变</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>steps %1 are no more</source>
        <translation>
            <numerusform>原第 %1 步已去掉</numerusform>
        </translation>
    </message>
    <message>
        <source>no step has changed</source>
        <translation>步骤没有变</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a sentence</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已废止</translation>
    </message>
    <message>
        <source>v%1 is out</source>
        <translation>已有 v%1</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>改了什么</translation>
    </message>
    <message>
        <source>By v%1 from step %2 on</source>
        <translation>从第 %2 步起按 v%1</translation>
    </message>
    <message>
        <source>Break off…</source>
        <translation>中止…</translation>
    </message>
    <message>
        <source>Go on all the same…</source>
        <translation>仍要继续…</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 (%2: %3)</source>
        <translation>%1（%2：%3）</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::RunReasonDialog</name>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>“Other” says nothing to whoever reads the record. Say why in a few words.</source>
        <translation>只选“其他”，看记录的人不知道为什么。请写几个字说明。</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::RunSection</name>
    <message>
        <source>Followed here</source>
        <translation>本事件的流程执行</translation>
    </message>
    <message numerus="yes">
        <source>%n in all</source>
        <translation>
            <numerusform>共 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已废止</translation>
    </message>
    <message>
        <source>Choose at step %1</source>
        <translation>第 %1 步待选定版本</translation>
    </message>
    <message>
        <source>All %1 steps dealt with</source>
        <translation>%1 步都已处理</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1/%2 步</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已中止</translation>
    </message>
    <message>
        <source>%1 of %2 steps</source>
        <translation>%1/%2 步</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::RunView</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Note on the whole</source>
        <translation>对整个流程的备注</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between numbers</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>The version you go by</source>
        <translation>你正在用的版本</translation>
    </message>
    <message>
        <source>used %1</source>
        <translation>已用 %1</translation>
    </message>
    <message>
        <source>What you saw or did</source>
        <translation>看到了什么、做了什么</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Choose by which version first, then it can be copied</source>
        <translation>先选定按哪一版，再复制</translation>
    </message>
    <message>
        <source>Note on step %1</source>
        <translation>第 %1 步的备注</translation>
    </message>
    <message>
        <source>Step %1 failed</source>
        <translation>第 %1 步失败</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>Step failed</source>
        <translation>本步失败</translation>
    </message>
    <message>
        <source>Step %1 does not apply here</source>
        <translation>第 %1 步在这里不适用</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>Step %1 is not done again</source>
        <translation>第 %1 步不用重做</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>不用重做</translation>
    </message>
    <message>
        <source>Step %1 still by v%2</source>
        <translation>第 %1 步仍按 v%2</translation>
    </message>
    <message>
        <source>Still v%1</source>
        <translation>仍按 v%1</translation>
    </message>
    <message>
        <source>Choose by which version first, then it can be ticked</source>
        <translation>先选定按哪一版，再打勾</translation>
    </message>
    <message>
        <source>Break off “%1”?</source>
        <translation>中止“%1”？</translation>
    </message>
    <message>
        <source>Break off</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Go on with a procedure that is withdrawn?</source>
        <translation>继续执行已废止的流程？</translation>
    </message>
    <message>
        <source>Who said so, and why</source>
        <translation>谁同意的、为什么</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::SecretDialog</name>
    <message>
        <source>Replace the team secret “%1”</source>
        <translation>更换团队密钥“%1”</translation>
    </message>
    <message>
        <source>Set a team secret</source>
        <translation>设置团队密钥</translation>
    </message>
    <message>
        <source>The server keeps the value and gives it to these stations only. Nobody can read it back here.</source>
        <translation>值由服务器保管，只发给下列席位；在这里谁也不能再读出来。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>更换</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Other stations</source>
        <translation>其他席位</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Token or password</source>
        <translation>令牌或密码</translation>
    </message>
    <message>
        <source>Names, separated by commas</source>
        <translation>席位名，用逗号分隔</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>May use it: %1</source>
        <translation>可使用：%1</translation>
    </message>
    <message>
        <source>Who may use it</source>
        <translation>可使用的席位</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::SecretsGroup</name>
    <message>
        <source>Team secrets</source>
        <translation>团队密钥</translation>
    </message>
    <message>
        <source>Credentials of metric sources, chat robots and mail that the server gives to the stations named. Nobody can read a value back.</source>
        <translation>数据源、群机器人和邮件的凭据，由服务器发给指定的席位。谁也不能再读出值。</translation>
    </message>
    <message>
        <source>Credentials that the server gives to the stations. A shift lead or an administrator sets them here.</source>
        <translation>由服务器发给席位的凭据。值班长或管理员在这里设置。</translation>
    </message>
    <message>
        <source>The team has no secrets.</source>
        <translation>团队还没有密钥。</translation>
    </message>
    <message>
        <source>%1, %2 %3</source>
        <translation>%1，%2 %3</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>更换</translation>
    </message>
    <message>
        <source>Replace the team secret %1</source>
        <translation>更换团队密钥 %1</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Remove the team secret %1</source>
        <translation>移除团队密钥 %1</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查看</translation>
    </message>
    <message>
        <source>Show the list</source>
        <translation>查看列表</translation>
    </message>
    <message>
        <source>Set a secret</source>
        <translation>设置密钥</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::SentenceDialog</name>
    <message>
        <source>Nothing is written here. Say it in one line.</source>
        <translation>这里还没有填写。请用一句话说明。</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::ServerGroup</name>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Standalone: everything is on this machine only and nobody else sees it. To work with others, let an administrator set up the server (watchroomctl server install, then server add-station) and paste the station&apos;s enrolment line here. The data of this workspace are put aside in its folder; they are not carried over.</source>
        <translation>单机：所有内容只在本机，别人看不到。要与同事协同，请管理员建好服务器（watchroomctl server install，再 server add-station），把本席位的登记串粘贴到这里。此工作区的数据会另存在原文件夹中，不会带过去。</translation>
    </message>
    <message>
        <source>The station&apos;s enrolment line, as “watchroomctl server add-station” prints it. Its password goes to the keychain or a file only this user can read.</source>
        <translation>本席位的登记串，由「watchroomctl server add-station」给出。其中的密码存入系统钥匙串，或只有当前用户能读的文件。</translation>
    </message>
    <message>
        <source>A workspace with a server keeps it. For work without one choose another folder.</source>
        <translation>有服务器的工作区不能改回单机。要单机使用，请换一个文件夹。</translation>
    </message>
    <message>
        <source>The station&apos;s name is missing. Add: user=NAME.</source>
        <translation>缺少席位名称。请补上 user=席位名。</translation>
    </message>
    <message>
        <source>Trying to connect…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>The connection works: the database is set up for Watchroom and knows this station.</source>
        <translation>连接正常：数据库已为值守台建好，并认得本席位。</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>Saved. It takes effect when Watchroom starts again.</source>
        <translation>已保存，重新启动值守台后生效。</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>测试连接</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Start again now</source>
        <translation>立即重新启动</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::SettingsPanel</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Id, for links</source>
        <translation>标识（用于链接）</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Tags, with commas between</source>
        <translation>标签（用逗号分隔）</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>Deputy</source>
        <translation>副责任人</translation>
    </message>
    <message>
        <source>Look through every</source>
        <translation>复审周期</translation>
    </message>
    <message>
        <source>How it is followed</source>
        <translation>执行方式</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>监测对象</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>未指定</translation>
    </message>
    <message>
        <source>read, then do</source>
        <translation>边读边做</translation>
    </message>
    <message>
        <source>do, then confirm</source>
        <translation>做完再核对</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::SheetPreview</name>
    <message>
        <source>Handover sheet</source>
        <translation>交接单</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 / %2 页</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::ShiftBox</name>
    <message>
        <source>Which shift of the day</source>
        <translation>当天的哪一段</translation>
    </message>
    <message>
        <source>Close the details</source>
        <translation>关闭详情</translation>
    </message>
    <message>
        <source>Close the details (Esc)</source>
        <translation>关闭详情（Esc）</translation>
    </message>
    <message>
        <source>My shift</source>
        <translation>我的班次</translation>
    </message>
    <message>
        <source>No rotation has a shift here</source>
        <translation>没有轮班规则安排这里</translation>
    </message>
    <message>
        <source>At two positions at once</source>
        <translation>同时两岗</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>On now</source>
        <translation>现在在岗</translation>
    </message>
    <message>
        <source>checked in at %1</source>
        <translation>%1 签到</translation>
    </message>
    <message>
        <source>not checked in</source>
        <translation>未签到</translation>
    </message>
    <message>
        <source>End now</source>
        <translation>现在结束</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>I take this shift</source>
        <translation>我来顶这一班</translation>
    </message>
    <message>
        <source>I take what is left of this shift, whoever has it (T)</source>
        <translation>这一班剩下的时间由我来值（T）</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>签到</translation>
    </message>
    <message>
        <source>I am here (I)</source>
        <translation>我已到岗（I）</translation>
    </message>
    <message>
        <source>Ask for cover…</source>
        <translation>请人替班…</translation>
    </message>
    <message>
        <source>Somebody else has this shift</source>
        <translation>由别人来值这一班</translation>
    </message>
    <message>
        <source>Swap…</source>
        <translation>换班…</translation>
    </message>
    <message>
        <source>This shift against another one</source>
        <translation>用这一班换另一班</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::SignInDialog</name>
    <message>
        <source>Login</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Only watch</source>
        <translation>只看看板</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::SignStep</name>
    <message>
        <source>Fingerprint of the record · SHA-256</source>
        <translation>记录指纹 · SHA-256</translation>
    </message>
    <message>
        <source>At once after the second signature</source>
        <translation>双方签名后立即切换</translation>
    </message>
    <message>
        <source>I have seen these changes</source>
        <translation>我已看过这些变化</translation>
    </message>
    <message>
        <source>Nothing is recorded yet</source>
        <translation>尚无记录</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed since the first signature</source>
        <translation>首次签名后的变化</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>Waits for the outgoing lead&apos;s signature.</source>
        <translation>等待交班值班长签名。</translation>
    </message>
    <message>
        <source>See what changed since the first signature, and tick it.</source>
        <translation>请先看过首次签名后的变化并勾选。</translation>
    </message>
    <message>
        <source>The server is away: a second name comes first.</source>
        <translation>服务器不可达：请先由见证人签名。</translation>
    </message>
    <message>
        <source>Still wanting: %1</source>
        <translation>还差：%1</translation>
    </message>
    <message>
        <source>Nobody else is on the sheet. Use the paper, and confirm it later.</source>
        <translation>交接单上没有其他人，请用纸质交接，恢复后确认。</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::SignatureBox</name>
    <message>
        <source>Hands over · shift lead</source>
        <translation>交班人 · 值班长</translation>
    </message>
    <message>
        <source>Takes over · shift lead</source>
        <translation>接班人 · 值班长</translation>
    </message>
    <message>
        <source>Second name · somebody else on duty</source>
        <translation>见证人 · 另一位在岗人员</translation>
    </message>
    <message>
        <source>Sign and hand over</source>
        <translation>签名并交班</translation>
    </message>
    <message>
        <source>Sign and take over</source>
        <translation>签名并接班</translation>
    </message>
    <message>
        <source>Sign as witness</source>
        <translation>见证签名</translation>
    </message>
    <message>
        <source>To be verified</source>
        <translation>待核验</translation>
    </message>
    <message>
        <source>Who witnesses it</source>
        <translation>选择见证人</translation>
    </message>
    <message>
        <source>Signed: %1</source>
        <translation>已签名：%1</translation>
    </message>
    <message>
        <source>At %1, %2</source>
        <translation>席位 %1，%2</translation>
    </message>
    <message>
        <source>Own password</source>
        <translation>本人密码</translation>
    </message>
    <message>
        <source>Password of %1</source>
        <translation>%1 的密码</translation>
    </message>
    <message>
        <source>Each signs with their own password, never for somebody else.</source>
        <translation>输入本人密码，不能由他人代签。</translation>
    </message>
    <message>
        <source>Standalone: nobody has a password here. The sheet says so.</source>
        <translation>独立工作区没有密码，交接单会注明。</translation>
    </message>
    <message>
        <source>Checking the password…</source>
        <translation>正在验证密码…</translation>
    </message>
    <message>
        <source>Signed by hand; photograph by %1</source>
        <translation>已手写签字；照片由%1附上</translation>
    </message>
    <message>
        <source>To be confirmed with their own password, here or at another desk.</source>
        <translation>待本人用自己的密码确认，在本机或别的席位都可以。</translation>
    </message>
    <message>
        <source>Signs on paper…</source>
        <translation>改在纸上签字…</translation>
    </message>
    <message>
        <source>Photograph</source>
        <translation>查看照片</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::SourceGroup</name>
    <message>
        <source>Metric source</source>
        <translation>数据源</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Mapping</source>
        <translation>指标映射</translation>
    </message>
    <message>
        <source>Mapping file</source>
        <translation>映射文件</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Password or token</source>
        <translation>密码或令牌</translation>
    </message>
    <message>
        <source>Authority file</source>
        <translation>颁发机构文件</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Asking the source…</source>
        <translation>正在询问数据源…</translation>
    </message>
    <message numerus="yes">
        <source>The source answers: %n current value(s).</source>
        <translation>
            <numerusform>数据源有应答：%n 个当前值。</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved and in use from now on.</source>
        <translation>已保存，现已生效。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Simulator</source>
        <translation>模拟器</translation>
    </message>
    <message>
        <source>A file of your own</source>
        <translation>自备文件</translation>
    </message>
    <message>
        <source>Only where the source asks for one; empty with a token</source>
        <translation>数据源要求时才填；使用令牌时留空</translation>
    </message>
    <message>
        <source>Stored; type a new one to change it</source>
        <translation>已保存；要更换请重新输入</translation>
    </message>
    <message>
        <source>Only for an authority of your own (PEM)</source>
        <translation>仅在使用自建颁发机构时填写（PEM）</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>测试连接</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Credential</source>
        <translation>凭据</translation>
    </message>
    <message>
        <source>This station&apos;s own</source>
        <translation>本席位自己的</translation>
    </message>
    <message>
        <source>Team secret: %1</source>
        <translation>团队密钥：%1</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::StartDialog</name>
    <message>
        <source>Start a handover</source>
        <translation>开始交接</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>The shift begins at</source>
        <translation>接班时刻</translation>
    </message>
    <message>
        <source>Who hands over</source>
        <translation>交班人</translation>
    </message>
    <message>
        <source>Who takes over</source>
        <translation>接班人</translation>
    </message>
    <message>
        <source>Choose who hands over and who takes over: two people.</source>
        <translation>请选择交班人和接班人，须是两个人。</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::StartRunDialog</name>
    <message>
        <source>Follow “%1”</source>
        <translation>执行“%1”</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Step by step: read, do, tick</source>
        <translation>逐步：读一步、做一步、勾一步</translation>
    </message>
    <message>
        <source>Do first, then confirm all of it</source>
        <translation>先做完，再逐项核对</translation>
    </message>
    <message>
        <source>For</source>
        <translation>用于</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::StateBox</name>
    <message>
        <source>Draft: it has no version yet</source>
        <translation>草稿：还没有发布过</translation>
    </message>
    <message>
        <source>Withdrawn: %1</source>
        <translation>已废止：%1</translation>
    </message>
    <message>
        <source>Published: v%1, due to be looked through</source>
        <translation>已发布：v%1，复审到期</translation>
    </message>
    <message>
        <source>Published: v%1</source>
        <translation>已发布：v%1</translation>
    </message>
    <message>
        <source>Looked through, no change</source>
        <translation>已复审，无需修改</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>废止…</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>恢复使用</translation>
    </message>
    <message>
        <source>Withdraw “%1”</source>
        <translation>废止「%1」</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>废止</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::StationsBox</name>
    <message>
        <source>Switched off</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>Not online</source>
        <translation>不在线</translation>
    </message>
    <message>
        <source>Switch off…</source>
        <translation>停用…</translation>
    </message>
    <message>
        <source>Switch off %1</source>
        <translation>停用 %1</translation>
    </message>
    <message>
        <source>%1 signed in since %2 %3</source>
        <translation>%1 自 %2 %3 起登录</translation>
    </message>
    <message>
        <source>End…</source>
        <translation>结束…</translation>
    </message>
    <message>
        <source>End the session of %1 at %2</source>
        <translation>结束%1在 %2 的登录</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::StepBar</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>第 %1 / %2 步：%3</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::StepChoice</name>
    <message>
        <source>This step is no more in v%1</source>
        <translation>v%1 已去掉这一步</translation>
    </message>
    <message>
        <source>By v%1</source>
        <translation>按 v%1 做</translation>
    </message>
    <message>
        <source>Still v%1…</source>
        <translation>仍按 v%1…</translation>
    </message>
    <message>
        <source>Until you choose, nothing can be ticked or copied</source>
        <translation>选定前不能打勾、不能复制</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::StepDialog</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cause or hypothesis, in one line</source>
        <translation>原因或推断，一行</translation>
    </message>
    <message>
        <source>How it was verified that it works again</source>
        <translation>如何验证已恢复</translation>
    </message>
    <message>
        <source>%1 was told</source>
        <translation>已通报：%1</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Note (optional)</source>
        <translation>备注（可不填）</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::StepDiffDialog</name>
    <message>
        <source>Step %1 is new</source>
        <translation>第 %1 步是新加的</translation>
    </message>
    <message>
        <source>Step %1 is no more</source>
        <translation>原第 %1 步已去掉</translation>
    </message>
    <message>
        <source>Step %1 was step %2</source>
        <translation>第 %1 步原是第 %2 步</translation>
    </message>
    <message>
        <source>Step %1 has changed</source>
        <translation>第 %1 步已变</translation>
    </message>
    <message>
        <source>Step %1, before step %2, has changed</source>
        <translation>第 %1 步（原第 %2 步）已变</translation>
    </message>
    <message>
        <source>“%1”: v%2 and v%3</source>
        <translation>“%1”：v%2 与 v%3</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>No step has changed; the text around them has.</source>
        <translation>步骤没有变，变的是其他文字。</translation>
    </message>
    <message>
        <source>safety-critical</source>
        <translation>安全关键</translation>
    </message>
    <message>
        <source>Its line is as it was; what stands below it has changed.</source>
        <translation>标题没有变，变的是下面的内容。</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::StepRow</name>
    <message>
        <source>Step %1: %2</source>
        <translation>第 %1 步：%2</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>its turn now</source>
        <translation>正在做</translation>
    </message>
    <message>
        <source>The step you are on has changed</source>
        <translation>你正在做的这一步已变</translation>
    </message>
    <message>
        <source>Safety-critical, changed in v%1</source>
        <translation>安全关键，v%1 已变</translation>
    </message>
    <message>
        <source>Changed in v%1, done already</source>
        <translation>v%1 已变，已做完</translation>
    </message>
    <message>
        <source>Changed in v%1</source>
        <translation>v%1 已变</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>Safety-critical</source>
        <translation>安全关键</translation>
    </message>
    <message>
        <source>Step %1 done</source>
        <translation>第 %1 步完成</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>预计 %1</translation>
    </message>
    <message>
        <source>If it fails:</source>
        <translation>若失败：</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>现为：%1</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Not needed…</source>
        <translation>不用重做…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Failed…</source>
        <translation>失败…</translation>
    </message>
    <message>
        <source>Not applicable…</source>
        <translation>不适用…</translation>
    </message>
    <message>
        <source>Not done after all</source>
        <translation>其实没做</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>备注…</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::SwapDialog</name>
    <message>
        <source>Swap</source>
        <translation>换班</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>谁</translation>
    </message>
    <message>
        <source>gives this shift</source>
        <translation>让出这一班</translation>
    </message>
    <message>
        <source>With whom</source>
        <translation>与谁换</translation>
    </message>
    <message>
        <source>for this one</source>
        <translation>换这一班</translation>
    </message>
    <message>
        <source>Reason (optional)</source>
        <translation>原因（可不填）</translation>
    </message>
    <message>
        <source>Choose both shifts.</source>
        <translation>请选择双方的班次。</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::SyncPage</name>
    <message>
        <source>Nothing waits</source>
        <translation>没有待处理</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>Waits for a person</source>
        <translation>等人处理</translation>
    </message>
    <message>
        <source>Stations and sessions</source>
        <translation>席位与登录</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::SyncStateBox</name>
    <message>
        <source>Connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>Loading: %1 of %2 tables</source>
        <translation>正在载入：%1 / %2 张表</translation>
    </message>
    <message>
        <source>Synced: everything saved here is on the server</source>
        <translation>已同步：本席位保存的都在服务器上</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>正在发送</translation>
    </message>
    <message>
        <source>Offline since %1; work goes on and is kept</source>
        <translation>自 %1 起离线；可继续工作，内容都会保留</translation>
    </message>
    <message>
        <source>Stopped: a person must act</source>
        <translation>已停止：需要人处理</translation>
    </message>
    <message>
        <source>%1, %2 rows set right</source>
        <translation>%1，更正 %2 行</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Last in step</source>
        <translation>最近一致</translation>
    </message>
    <message>
        <source>There and back</source>
        <translation>往返时间</translation>
    </message>
    <message>
        <source>This clock</source>
        <translation>本机时钟</translation>
    </message>
    <message>
        <source>Last comparison</source>
        <translation>最近核对</translation>
    </message>
    <message>
        <source>Stations online</source>
        <translation>在线席位</translation>
    </message>
    <message>
        <source>Server&apos;s epoch</source>
        <translation>服务器代号</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>Compare everything</source>
        <translation>全部核对</translation>
    </message>
    <message>
        <source>Save diagnostics</source>
        <translation>保存诊断信息</translation>
    </message>
    <message>
        <source>This server takes the other&apos;s place…</source>
        <translation>这台服务器接替原来的…</translation>
    </message>
    <message>
        <source>in step with the server&apos;s</source>
        <translation>与服务器一致</translation>
    </message>
    <message>
        <source>%1 s ahead of the server&apos;s</source>
        <translation>比服务器快 %1 秒</translation>
    </message>
    <message>
        <source>%1 s behind the server&apos;s</source>
        <translation>比服务器慢 %1 秒</translation>
    </message>
    <message>
        <source>Synced, but for what waits for a person below</source>
        <translation>已同步，下列内容等人处理</translation>
    </message>
    <message>
        <source>On their way %1 · held %2 · conflicts %3 · refused %4</source>
        <translation>已保存待发 %1 · 暂存 %2 · 冲突 %3 · 被拒 %4</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::SystemRow</name>
    <message>
        <source>What was seen or heard: %1</source>
        <translation>看到或听到：%1</translation>
    </message>
    <message>
        <source>What was seen or heard</source>
        <translation>看到或听到什么</translation>
    </message>
    <message>
        <source>to be checked</source>
        <translation>待检查</translation>
    </message>
    <message>
        <source>%1, older than 15 minutes</source>
        <translation>%1，已超过 15 分钟</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Still so</source>
        <translation>仍是如此</translation>
    </message>
    <message>
        <source>Take %1 off the list</source>
        <translation>从清单去掉 %1</translation>
    </message>
    <message>
        <source>its metrics</source>
        <translation>指标</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::SystemsStep</name>
    <message numerus="yes">
        <source>%n key system(s)</source>
        <translation>
            <numerusform>关键系统 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1</translation>
    </message>
    <message>
        <source>No source is set up.</source>
        <translation>尚未设置数据源。</translation>
    </message>
    <message>
        <source>Each is looked at within 15 minutes before the signature</source>
        <translation>每项须在签名前 15 分钟内检查</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>数据源</translation>
    </message>
    <message>
        <source>Another system, or a measured place</source>
        <translation>本班组的其他系统，或有监测的站点</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::TakeDialog</name>
    <message>
        <source>I take this shift</source>
        <translation>我来顶这一班</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>由我来值</translation>
    </message>
    <message>
        <source>Reason (optional)</source>
        <translation>原因（可不填）</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::TargetPanel</name>
    <message>
        <source>No source</source>
        <translation>没有数据源</translation>
    </message>
    <message>
        <source>Choose one in Settings</source>
        <translation>请在设置中选择</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>没有匹配项</translation>
    </message>
    <message>
        <source>Esc clears the filter</source>
        <translation>按 Esc 清除筛选</translation>
    </message>
    <message>
        <source>No targets</source>
        <translation>没有监测对象</translation>
    </message>
    <message>
        <source>The source names none</source>
        <translation>数据源没有列出对象</translation>
    </message>
    <message numerus="yes">
        <source>%n target(s)</source>
        <translation>
            <numerusform>%n 个对象</numerusform>
        </translation>
    </message>
    <message>
        <source>abnormal %1</source>
        <translation>异常 %1</translation>
    </message>
    <message>
        <source>no data %1</source>
        <translation>无数据 %1</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Filter targets</source>
        <translation>筛选监测对象</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>监测对象</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::TemporaryDialog</name>
    <message>
        <source>Temporary shift</source>
        <translation>临时排班</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>谁</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Reason (optional)</source>
        <translation>原因（可不填）</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::TextDialog</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Link to another tracker (optional)</source>
        <translation>外部工单链接（可选）</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::TicketsPage</name>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Pending items</source>
        <translation>待处理事项</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::TicketsToolbar</name>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Tickets %1</source>
        <translation>工单 %1</translation>
    </message>
    <message>
        <source>Pending items %1</source>
        <translation>待处理事项 %1</translation>
    </message>
    <message>
        <source>Tickets or pending items</source>
        <translation>工单或待处理事项</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Mine %1</source>
        <translation>我的 %1</translation>
    </message>
    <message>
        <source>Offered to me %1</source>
        <translation>移交给我 %1</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Which are shown</source>
        <translation>显示哪些</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Overdue %1</source>
        <translation>超时 %1</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>New ticket or pending item (N)</source>
        <translation>新建工单或待处理事项（N）</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::TimelinePanel</name>
    <message numerus="yes">
        <source>%n entries, newest first</source>
        <translation>
            <numerusform>%n 条，最新在上</numerusform>
        </translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Add an entry…</source>
        <translation>记录一条…</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>新记录</translation>
    </message>
    <message>
        <source>Enter saves it (L comes here)</source>
        <translation>回车保存（按 L 到此处）</translation>
    </message>
    <message>
        <source>Log it as a call</source>
        <translation>记为通话</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>添加附件</translation>
    </message>
    <message>
        <source>Pasted image</source>
        <translation>粘贴的图片</translation>
    </message>
    <message>
        <source>Attach images or PDF (or paste and drop them here)</source>
        <translation>添加图片或 PDF（也可粘贴或拖到此处）</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::TimelineTexts</name>
    <message>
        <source>Corrected by %1, %2: %3</source>
        <translation>%1 %2 更正：%3</translation>
    </message>
    <message>
        <source>Corrects the entry of %1</source>
        <translation>更正 %1 的记录</translation>
    </message>
    <message>
        <source>Recorded %1</source>
        <translation>记录于 %1</translation>
    </message>
    <message>
        <source>(corrected)</source>
        <translation>（已更正）</translation>
    </message>
    <message>
        <source>Attachment %1 (%2, not here yet)</source>
        <translation>附件 %1（%2，尚未到达）</translation>
    </message>
    <message>
        <source>Attachment %1 (%2)</source>
        <translation>附件 %1（%2）</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::TopStrip</name>
    <message>
        <source>Demo: simulated data</source>
        <translation>演示：模拟数据</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::UndeliveredCard</name>
    <message>
        <source>Send again</source>
        <translation>重新发送</translation>
    </message>
    <message>
        <source>Send as mine</source>
        <translation>以我的名义发送</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>登录…</translation>
    </message>
    <message>
        <source>Release as lead</source>
        <translation>以值班长放行</translation>
    </message>
    <message>
        <source>Take over and apply</source>
        <translation>接替并执行</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>接替</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>比较…</translation>
    </message>
    <message>
        <source>Send mine</source>
        <translation>发送我的</translation>
    </message>
    <message>
        <source>Edit and send…</source>
        <translation>修改后发送…</translation>
    </message>
    <message>
        <source>Leave it to them</source>
        <translation>交给对方</translation>
    </message>
    <message>
        <source>Keep theirs</source>
        <translation>保留对方</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>放弃…</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>保存副本</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::WaitDialog</name>
    <message>
        <source>%1 waits for a third party</source>
        <translation>%1 等待第三方</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>For example: the carrier, ticket DX-8841</source>
        <translation>例如：电信，单号 DX-8841</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>等待谁</translation>
    </message>
    <message>
        <source>Say whom it waits for, so that the next shift can ask there.</source>
        <translation>请写明等待谁，下一班好去询问。</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::WaiveDialog</name>
    <message>
        <source>Sign although something is wanting</source>
        <translation>有缺项仍要签名</translation>
    </message>
    <message>
        <source>Waive</source>
        <translation>豁免</translation>
    </message>
    <message>
        <source>What is waived; the sheet shows it</source>
        <translation>豁免哪一项；交接单上会显示</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Second name: who else stands for it</source>
        <translation>第二人：由谁一同负责</translation>
    </message>
    <message>
        <source>A waiver needs a reason and a second name.</source>
        <translation>豁免须有原因和第二人。</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::WaysField</name>
    <message>
        <source>Another way</source>
        <translation>添加联系方式</translation>
    </message>
    <message>
        <source>Number or address</source>
        <translation>号码或地址</translation>
    </message>
    <message>
        <source>Note: nights, line number first</source>
        <translation>备注：如夜间、先报专线号</translation>
    </message>
    <message>
        <source>Kind of way %1</source>
        <translation>联系方式 %1 的类型</translation>
    </message>
    <message>
        <source>Number or address of way %1</source>
        <translation>联系方式 %1 的号码或地址</translation>
    </message>
    <message>
        <source>Note of way %1</source>
        <translation>联系方式 %1 的备注</translation>
    </message>
    <message>
        <source>Remove way %1</source>
        <translation>移除联系方式 %1</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::WhoDialog</name>
    <message>
        <source>PIN of this shift</source>
        <translation>本班 PIN</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>This PIN is wrong; %n more tries.</source>
        <translation>
            <numerusform>PIN 不对，还可试 %n 次。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchroom::ui::WorkDelegate</name>
    <message>
        <source>Waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Unclaimed</source>
        <translation>无人认领</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>超时</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::WorkList</name>
    <message>
        <source>No tickets</source>
        <translation>没有工单</translation>
    </message>
    <message>
        <source>No pending items</source>
        <translation>没有待处理事项</translation>
    </message>
    <message>
        <source>Nothing matches. Clear the filter to see all.</source>
        <translation>没有符合条件的内容。清除筛选可查看全部。</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::WorkPanel</name>
    <message>
        <source>What is done here is done with each of them.</source>
        <translation>这里的操作会逐一应用到所选各项。</translation>
    </message>
    <message>
        <source>opened %1 by %2</source>
        <translation>%2 于 %1 新建</translation>
    </message>
    <message>
        <source>ended %1</source>
        <translation>%1 结束</translation>
    </message>
    <message>
        <source>Incident %1</source>
        <translation>事件 %1</translation>
    </message>
    <message>
        <source>Open the link</source>
        <translation>打开链接</translation>
    </message>
    <message>
        <source>Close the details</source>
        <translation>关闭详情</translation>
    </message>
    <message>
        <source>Close the details (Esc)</source>
        <translation>关闭详情（Esc）</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <translation>%1，自 %2</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Unclaimed</source>
        <translation>无人认领</translation>
    </message>
    <message>
        <source>Offered to</source>
        <translation>移交给</translation>
    </message>
    <message>
        <source>Next action</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>If ... then ...</source>
        <translation>若……则……</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>已等待</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>小组</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Shifts carried</source>
        <translation>已延续班次</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>接替</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>认领</translation>
    </message>
    <message>
        <source>Claim, accept or take over (C)</source>
        <translation>认领、接收或接替（C）</translation>
    </message>
    <message>
        <source>End…</source>
        <translation>办结…</translation>
    </message>
    <message>
        <source>Done, or dropped with a word why (E)</source>
        <translation>已完成，或说明为何不再处理（E）</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>不接收</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Transfer…</source>
        <translation>移交…</translation>
    </message>
    <message>
        <source>Transfer to somebody, who accepts it (T)</source>
        <translation>移交给他人，由对方接收（T）</translation>
    </message>
    <message>
        <source>Plan…</source>
        <translation>安排…</translation>
    </message>
    <message>
        <source>Next action, due time, what if (P)</source>
        <translation>下一步、截止时间、应急办法（P）</translation>
    </message>
    <message>
        <source>Third party…</source>
        <translation>等第三方…</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Waiting on a third party is counted apart</source>
        <translation>等待第三方的时间单独计算</translation>
    </message>
    <message>
        <source>Edit title, level and detail</source>
        <translation>编辑标题、级别和说明</translation>
    </message>
    <message>
        <source>Edit title, level and detail (F4)</source>
        <translation>编辑标题、级别和说明（F4）</translation>
    </message>
</context>
<context>
    <name>watchroom::ui::WorkWaitDialog</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>For example: the carrier, ticket DX-8841</source>
        <translation>例如：运营商，单号 DX-8841</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Say whom it waits for, so that the next shift can ask there.</source>
        <translation>请写明等待谁，以便下一班跟进。</translation>
    </message>
</context>
<context>
    <name>watchroom::widgets::ActionDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>watchroom::widgets::BannerStack</name>
    <message numerus="yes">
        <source>%n more</source>
        <extracomment>Banners that are not shown. zh_CN: 另有 %n 条</extracomment>
        <translation>
            <numerusform>另有 %n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchroom::widgets::ErrorState</name>
    <message>
        <source>Retry</source>
        <extracomment>zh_CN: 重试</extracomment>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>watchroom::widgets::LoadingState</name>
    <message>
        <source>Loading…</source>
        <extracomment>zh_CN: 加载中…</extracomment>
        <translation>正在载入…</translation>
    </message>
</context>
<context>
    <name>watchroom::widgets::Stepper</name>
    <message>
        <source>stage %1 of %2: %3, %4</source>
        <extracomment>Read aloud; %1 of %2 stages, %3 its name, %4 its owner. zh_CN: 第 %1 / %2 阶段：%3，%4</extracomment>
        <translation>第 %1 阶段（共 %2）：%3，%4</translation>
    </message>
</context>
<context>
    <name>watchroom::widgets::TimeSeriesChart</name>
    <message>
        <source>latest %1</source>
        <extracomment>Chart, read aloud; %1 a value with its unit. zh_CN: 最新 %1</extracomment>
        <translation>最新 %1</translation>
    </message>
    <message>
        <source>lowest %1</source>
        <extracomment>Chart, read aloud; %1 a value with its unit. zh_CN: 最低 %1</extracomment>
        <translation>最低 %1</translation>
    </message>
    <message>
        <source>highest %1</source>
        <extracomment>Chart, read aloud; %1 a value with its unit. zh_CN: 最高 %1</extracomment>
        <translation>最高 %1</translation>
    </message>
    <message>
        <source>%1 limit %2</source>
        <extracomment>Chart, read aloud; %1 the name of a level, %2 a value with its unit. zh_CN: %1限值 %2</extracomment>
        <translation>%1限值 %2</translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>Between the parts of what is read aloud. zh_CN: ，</extracomment>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>work state</name>
    <message>
        <source>Open</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>不再处理</translation>
    </message>
</context>
</TS>
