// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/language.h"
#include "tests/fakes/handoversheets.h"
#include "ui/sheets/handoverpaper.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace watchroom;
using namespace Qt::StringLiterals;
using handover::HandoverSheet;
using handover::SheetEnd;
using handover::SheetItem;
using test::shanghai;
using words::Language;

namespace {

/// A tool of the system: its standard output, or nothing where it failed.
QString told(const QString &tool, const QStringList &words)
{
    QProcess process;
    process.start(tool, words);
    if (!process.waitForFinished() || process.exitCode() != 0)
        return {};
    return QString::fromUtf8(process.readAllStandardOutput());
}

QString flat(QString text)
{
    return text.remove(QRegularExpression(u"\\s"_s));
}

QString inFours(const QByteArray &hex)
{
    return QString::fromLatin1(hex).replace(QRegularExpression(u"(....)(?=.)"_s), u"\\1 "_s);
}

} // namespace

/// A handover on paper: what was agreed stands on it to the letter, in both languages, and a
/// photograph of it proves sheet and record.
class TestHandoverPaper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_language.use(Language::Code::Chinese); }
    void everythingReadsBack_data() { inBothLanguages(); }
    void everythingReadsBack();
    void anOrdinaryShiftIsOnePage_data() { inBothLanguages(); }
    void anOrdinaryShiftIsOnePage();
    void theCodeIsReadFromAPicture();
    void fortyItemsAreTwoPages();
    void twoHundredItemsAreAllThere();
    void signaturesAreNotTornApart();
    void nothingOpenIsSaid_data() { inBothLanguages(); }
    void nothingOpenIsSaid();
    void longTextsWrapAndNothingIsCut();
    void whatIsMissingStandsOut();
    void theReadBackShowsWhatDiffered();
    void waiversAndAnOfflineHandover();
    void whoHasNotSignedSignsByHand();
    void aSignatureOfAnotherContentIsNamed();
    void ofAPosition();
    void aPoorSheetIsPrintedToo();

private:
    static void inBothLanguages();
    /// The text of the paper; the file is m_pdf.
    QString print(const QString &name, const HandoverSheet &sheet, const SheetEnd &end);
    [[nodiscard]] int pages() const;

    Language m_language;
    QTemporaryDir m_dir;
    QString m_pdf;
};

void TestHandoverPaper::inBothLanguages()
{
    QTest::addColumn<Language::Code>("language");
    QTest::newRow("zh") << Language::Code::Chinese;
    QTest::newRow("en") << Language::Code::English;
}

QString TestHandoverPaper::print(
    const QString &name, const HandoverSheet &sheet, const SheetEnd &end)
{
    m_pdf = m_dir.filePath(name + u".pdf"_s);
    QFile file(m_pdf);
    if (!file.open(QIODevice::WriteOnly)
        || !sheets::writeHandoverSheet(sheet, end, shanghai(20, 1), file))
        return {};
    file.close();
    if (const QString dir = qEnvironmentVariable("WATCHROOM_PICTURES"); !dir.isEmpty())
        told(u"pdftoppm"_s,
            {u"-png"_s, u"-r"_s, u"110"_s, m_pdf,
                u"%1/%2-%3"_s.arg(dir, name, Language::name(m_language.code()))});
    // As it was drawn, so that a cell's lines follow each other.
    return told(u"pdftotext"_s, {u"-raw"_s, m_pdf, u"-"_s});
}

int TestHandoverPaper::pages() const
{
    const QString info = told(u"pdfinfo"_s, {m_pdf});
    return QRegularExpression(u"Pages:\\s+(\\d+)"_s).match(info).captured(1).toInt();
}

void TestHandoverPaper::everythingReadsBack()
{
    QFETCH(Language::Code, language);
    m_language.use(language);
    const HandoverSheet sheet = test::ordinaryShift();
    const SheetEnd end = test::signedByBoth(sheet);
    const QString text = print(u"handover"_s, sheet, end);
    const QString all = flat(text);
    QStringList wanted{u"A3-9"_s, u"A3-2"_s, u"chensiyuan"_s, u"liuyang"_s, u"席位 03"_s,
        u"19:58:41"_s, u"19:59:12"_s, u"MCU-02 停用"_s, u"华东出口探测"_s, u"切换备用出口"_s};
    for (const SheetItem &item : sheet.items)
        wanted += {item.title, item.label, item.nextAction, item.contingency, item.waitingFor};
    wanted += sheet.names.values();
    for (const auto &system : sheet.systems)
        wanted.append(system.name);
    wanted += language == Language::Code::Chinese
        ? QStringList{u"值守交接单"_s, u"一、交接双方"_s, u"二、移交事件、工单与流程 9 项"_s,
            u"三、待处理事项 5 项"_s, u"四、系统状态 8 项"_s, u"五、复述确认 5 条"_s, u"六、签名"_s,
            u"白班 08:00–20:00 → 夜班 20:00–次日 08:00"_s, u"红色"_s, u"音视频组"_s, u"诊断定位"_s,
            u"第 1 / 1 页"_s, u"全员签到"_s, u"未结 11 → 14"_s, u"2026-03-18 周三"_s, u"豁免：无"_s,
            u"本人密码验证"_s}
        : QStringList{u"Handover sheet"_s, u"1. Parties"_s,
            u"2. Incidents, tickets and procedures: 9"_s, u"3. Pending items: 5"_s,
            u"4. System status: 8"_s, u"5. Read-back: 5"_s, u"6. Signatures"_s,
            u"Day shift 08:00–20:00 → Night shift 20:00–next day 08:00"_s, u"Red"_s,
            u"Audio and video"_s, u"Diagnosis"_s, u"Page 1 of 1"_s, u"all are here"_s,
            u"open 11 → 14"_s, u"Wed 18 Mar 2026"_s, u"Waivers: none"_s, u"own password"_s};
    for (const QString &word : std::as_const(wanted))
        QVERIFY2(all.contains(flat(word)), qPrintable(word + u'\n' + text));
    // To the letter, blanks and all, where a line holds it.
    for (const QString &word : {u"上海电信上行丢包，网络整改跟踪"_s, u"web-01 备件 21:30 到"_s,
             inFours(sheet.sheetHash()), inFours(end.fingerprint)})
        QVERIFY2(text.contains(word), qPrintable(word + u'\n' + text));
    QVERIFY(!text.contains(u"待核验") && !text.contains(u"Not yet verified"));
    const QString fonts = told(u"pdffonts"_s, {m_pdf});
    QVERIFY2(fonts.contains(u"WenQuanYi") && !fonts.contains(u"Noto"), qPrintable(fonts));
}

void TestHandoverPaper::anOrdinaryShiftIsOnePage()
{
    QFETCH(Language::Code, language);
    m_language.use(language);
    HandoverSheet sheet = test::ordinaryShift();
    print(u"handover"_s, sheet, test::signedByBoth(sheet));
    QCOMPARE(pages(), 1);
    QVERIFY(told(u"pdfinfo"_s, {m_pdf}).contains(u"(A4)"));
    // Without the server, to be signed by hand, is when somebody stands at the printer.
    sheet.asOf = shanghai(19, 54, 50);
    sheet.waivers = {{u"system"_s, u"hotline"_s, u"other"_s, u"chensiyuan"_s, u"hewei"_s}};
    const QString text = print(u"handover-paper"_s, sheet, {});
    QCOMPARE(pages(), 1);
    QCOMPARE(text.count(u"______________"_s), 4);
}

void TestHandoverPaper::theCodeIsReadFromAPicture()
{
    const HandoverSheet sheet = test::ordinaryShift();
    const SheetEnd end = test::signedByBoth(sheet);
    print(u"handover"_s, sheet, end);
    const QString picture = m_dir.filePath(u"page"_s);
    told(u"pdftoppm"_s, {u"-png"_s, u"-r"_s, u"150"_s, u"-singlefile"_s, m_pdf, picture});
    const QString read = told(u"zbarimg"_s, {u"--raw"_s, u"-q"_s, picture + u".png"_s});
    QCOMPARE(read.trimmed(),
        u"watchroom:handover:0190f3a2-0000-7000-8000-000000000009?sheet=%1&record=%2"_s.arg(
            QString::fromLatin1(sheet.sheetHash()), QString::fromLatin1(end.fingerprint)));
    // Not squeezed as a photograph would be.
    const QString images = told(u"pdfimages"_s, {u"-list"_s, m_pdf});
    QVERIFY2(images.contains(u"image") && !images.contains(u"jpeg"), qPrintable(images));
}

void TestHandoverPaper::fortyItemsAreTwoPages()
{
    const HandoverSheet sheet = test::busyShift(40);
    print(u"handover-forty"_s, sheet, test::signedByBoth(sheet));
    QCOMPARE(pages(), 2);
}

void TestHandoverPaper::twoHundredItemsAreAllThere()
{
    const HandoverSheet sheet = test::busyShift(200);
    const QString text = print(u"handover-many"_s, sheet, test::signedByBoth(sheet));
    const QString all = flat(text);
    for (const SheetItem &item : sheet.items) {
        // Once: a line that a page's end cut would stand on both pages.
        QCOMPARE(all.count(flat(item.title)), 1);
        QCOMPARE(all.count(flat(item.nextAction)), 1);
        QVERIFY(!item.number || all.contains(u'#' + QString::number(*item.number)));
    }
    const QStringList papers = text.split(u'\f', Qt::SkipEmptyParts);
    QCOMPARE(papers.size(), pages());
    for (qsizetype i = 0; i < papers.size(); ++i) {
        QVERIFY(papers[i].contains(inFours(sheet.sheetHash())));
        QVERIFY(papers[i].contains(u"第 %1 / %2 页"_s.arg(i + 1).arg(papers.size())));
    }
}

void TestHandoverPaper::signaturesAreNotTornApart()
{
    for (int items = 10; items < 24; ++items) { // the end of the page goes through every line
        const HandoverSheet sheet = test::busyShift(items);
        const QString text = print(u"handover-torn"_s, sheet, test::signedByBoth(sheet));
        const QStringList papers = text.split(u'\f', Qt::SkipEmptyParts);
        for (const QString &paper : papers) {
            const bool signatures = paper.contains(u"六、签名");
            QCOMPARE(paper.contains(u"接班，已复述 刘洋（liuyang）"), signatures);
            QCOMPARE(paper.contains(u"19:59:12\n"), signatures);
            // No heading is left without what it heads.
            static const QRegularExpression alone(
                u"(一、.*|二、.*|三、.*|四、.*|五、.*|确认|结果)\\n第 \\d / \\d 页\\n"_s);
            QVERIFY2(!paper.contains(alone), qPrintable(paper));
        }
        QVERIFY(papers.constLast().contains(u"六、签名"));
    }
}

void TestHandoverPaper::nothingOpenIsSaid()
{
    QFETCH(Language::Code, language);
    m_language.use(language);
    const HandoverSheet sheet = test::emptyShift();
    const QString text = print(u"handover-empty"_s, sheet, test::signedByBoth(sheet));
    QCOMPARE(pages(), 1);
    const QStringList wanted = language == Language::Code::Chinese
        ? QStringList{u"无未结的事件和工单。"_s, u"无待处理事项。"_s, u"没有列入检查的系统。"_s,
            u"没有需要复述的事项。"_s, u"数据源：无"_s, u"静默：无"_s, u"执行中的流程：无"_s}
        : QStringList{u"Nothing is open."_s, u"No pending items."_s,
            u"No systems are on the list."_s, u"Nothing was to be read back."_s, u"Sources: none"_s,
            u"Silences: none"_s, u"Procedures being followed: none"_s};
    for (const QString &word : wanted)
        QVERIFY2(text.contains(word), qPrintable(word + u'\n' + text));
    QVERIFY(!text.contains(u"接收人") && !text.contains(u"Receiver")); // no head of an empty table
}

void TestHandoverPaper::longTextsWrapAndNothingIsCut()
{
    HandoverSheet sheet = test::ordinaryShift();
    QString title; // every part of it differs from every other
    for (int i = 0; title.size() < 195; ++i)
        title += u"长%1"_s.arg(100 + i);
    QString contingency;
    for (int i = 0; contingency.size() < 1'990; ++i)
        contingency += u"如%1则"_s.arg(1'000 + i);
    const QString unbroken(200, u'W');
    sheet.items[3].title = title;
    sheet.items[3].contingency = contingency;
    sheet.items[4].title = unbroken;
    sheet.systems[2].seen = title;
    sheet.names.insert(u"gaoting"_s, u"阿卜杜热合曼·买买提吐尔逊"_s);
    const QString text = print(u"handover-long"_s, sheet, test::signedByBoth(sheet));
    const QString all = flat(text);
    QCOMPARE(all.count(title), 3); // the item, the system, the read-back
    QCOMPARE(all.count(contingency), 1);
    QCOMPARE(all.count(unbroken), 2);
    QVERIFY(all.contains(u"阿卜杜热合曼·买买提吐尔逊"));
    // Every word lies on the page, inside its margins (points).
    const QString boxes = told(u"pdftotext"_s, {u"-bbox"_s, m_pdf, u"-"_s});
    static const QRegularExpression box(u"xMin=\"([\\d.]+)\" yMin=\"([\\d.]+)\" "
                                        "xMax=\"([\\d.]+)\" yMax=\"([\\d.]+)\""_s);
    int words = 0;
    for (auto match = box.globalMatch(boxes); match.hasNext(); ++words) {
        const auto word = match.next();
        QVERIFY(word.captured(1).toDouble() > 40 && word.captured(2).toDouble() > 30);
        QVERIFY(word.captured(3).toDouble() < 595 - 40 && word.captured(4).toDouble() < 842 - 30);
    }
    QVERIFY(words > 100);
}

void TestHandoverPaper::whatIsMissingStandsOut()
{
    HandoverSheet sheet = test::ordinaryShift();
    sheet.items[2].receiver.clear();
    sheet.items[2].confirmedBy.clear();
    sheet.items[2].confirmedAt.reset();
    sheet.items[5].dueAt = shanghai(19, 30);
    sheet.items[6].dueAt.reset();
    sheet.incoming.checkedIn.removeAll(u"luochen"_s);
    sheet.positions[3].to.clear();
    sheet.systems[5].result = u"unchecked"_s;
    sheet.names.remove(u"xuwen"_s);
    const QString text = print(u"handover-missing"_s, sheet, test::signedByBoth(sheet));
    for (const QString &word : {u"未指定"_s, u"未确认"_s, u"超时"_s, u"未签到：罗晨"_s,
             u"记录 孙悦 → 无人"_s, u"会诊预约 未检查"_s, u"华东出口探测 无数据 自 19:12"_s,
             u"xuwen"_s, u"MCU 集群 异常"_s})
        QVERIFY2(text.contains(word), qPrintable(word + u'\n' + text));
    QCOMPARE(text.count(u"未确认"), 1);
}

void TestHandoverPaper::theReadBackShowsWhatDiffered()
{
    HandoverSheet sheet = test::ordinaryShift();
    sheet.readBack[2].dueAt = shanghai(20, 0);
    sheet.readBack[2].agrees = false;
    sheet.readBack[3].owner = u"gaoting"_s;
    sheet.readBack[3].nextAction = u"观察"_s;
    sheet.readBack[3].agrees = false;
    sheet.readBack[4].heard = false;
    const QString text = print(u"handover-differs"_s, sheet, test::signedByBoth(sheet));
    const QString all = flat(text);
    QCOMPARE(all.count(u"不一致"), 2);
    QCOMPARE(all.count(u"未听过"), 1);
    // In the first the due time alone, in the second all but it.
    QCOMPARE(text.count(u"交接单上：到期 20:30\n"), 1);
    QCOMPARE(text.count(u"交接单上：下一步 到场更换 · 负责人 郑凯\n"), 1);
}

void TestHandoverPaper::waiversAndAnOfflineHandover()
{
    HandoverSheet sheet = test::ordinaryShift();
    sheet.attempt = 2;
    sheet.asOf = shanghai(19, 54, 50);
    sheet.waivers = {{u"system"_s, u"hotline"_s, u"done_elsewhere"_s, u"chensiyuan"_s, u"hewei"_s}};
    SheetEnd end = test::signedByBoth(sheet);
    end.confirmed = false;
    end.signatures[0].how = u"offline"_s;
    end.signatures[1].how = u"paper"_s;
    end.signatures[1].witness = u"yeqing"_s;
    end.names.insert(u"yeqing"_s, u"叶青"_s);
    const QString text = print(u"handover-offline"_s, sheet, end);
    QCOMPARE(text.count(u"待核验"), 2); // beside the title, and above the signatures
    for (const QString &word : {u"第 2 次"_s, u"离线交接：内容截至 2026-03-18 周三 19:54:50"_s,
             u"豁免：关键系统检查 · 热线电话"_s, u"陈思远、何伟 同意"_s, u"本人密码，本机验证"_s,
             u"纸质手签"_s, u"见证人：叶青（yeqing）"_s})
        QVERIFY2(text.contains(word), qPrintable(word + u'\n' + text));
}

void TestHandoverPaper::whoHasNotSignedSignsByHand()
{
    const HandoverSheet sheet = test::ordinaryShift();
    SheetEnd end = test::signedByBoth(sheet);
    end.signatures.removeLast();
    const QString text = print(u"handover-half"_s, sheet, end);
    QCOMPARE(text.count(u"______________"_s), 2); // signature and time of the incoming lead
    QVERIFY(text.contains(u"19:58:41") && text.contains(u"刘洋（liuyang）"));
}

void TestHandoverPaper::aSignatureOfAnotherContentIsNamed()
{
    HandoverSheet sheet = test::ordinaryShift();
    const SheetEnd end = test::signedByBoth(sheet);
    sheet.items[0].title += u"！"_s;
    const QString text = print(u"handover-other"_s, sheet, end);
    QCOMPARE(flat(text).count(u"签名的是另一内容"), 2);
    QVERIFY(flat(text).contains(QString::fromLatin1(test::ordinaryShift().sheetHash())));
}

void TestHandoverPaper::ofAPosition()
{
    HandoverSheet sheet = test::ordinaryShift();
    sheet.scope = u"scribe"_s;
    sheet.label.clear();
    sheet.zone = "UTC";
    sheet.outgoing.slot = u"大夜"_s; // a word of the team's own
    const QString text = print(u"handover-position"_s, sheet, test::signedByBoth(sheet));
    QVERIFY2(text.contains(u"岗位：记录") && text.contains(u"大夜 00:00–12:00"), qPrintable(text));
    QVERIFY(text.contains(u"编号 –") && text.contains(u"时区 UTC"));
}

void TestHandoverPaper::aPoorSheetIsPrintedToo()
{
    HandoverSheet sheet = test::ordinaryShift();
    sheet.zone = "Asia/Nowhere";
    sheet.names.clear();
    sheet.items[0].stage.clear();
    sheet.items[0].confirmedBy.clear();
    sheet.readBack[0].id = QUuid::fromString(u"0190f3a2-0000-7000-8000-0000000000ff"_s);
    const QString text = print(u"handover-poor"_s, sheet, test::signedByBoth(sheet));
    QVERIFY2(text.contains(u"chensiyuan（chensiyuan）"), qPrintable(text));
    QVERIFY(text.contains(u"事件 · 等待 上海电信"));
    QVERIFY(text.contains(u"0190f3a2-0000-7000-8000-0000000000ff"));
}

QTEST_MAIN(TestHandoverPaper)
#include "tst_handoverpaper.moc"
