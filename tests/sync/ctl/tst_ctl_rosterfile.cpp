// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/ctl/ctl.h"

#include <QFile>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

using namespace watchroom;
using namespace watchroom::tests;

/// The roster as files, by the command line: a team's spreadsheet in, a calendar out.
class TestCtlRosterFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void aSheetIsImportedOnce();
    void aPreviewSavesNothing();
    void whatIsNotUnderstoodIsListed();
    void theTeamsOwnHours();
    void yearAndPositionAreAskedFor();
    void aCalendar();
    void badWordsAreTold();

private:
    [[nodiscard]] QString file(const QByteArray &content) const;
    [[nodiscard]] Ran import(const QString &path, const QStringList &more = {}) const
    {
        return m_ctl->run(QStringList{u"roster"_s, u"import"_s, path} + more);
    }
    [[nodiscard]] QString onDuty(const QString &at) const;

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Ctl> m_ctl;
    QDate m_day; ///< a day soon: the command line has no other clock
    QString m_me; ///< the one person of a new workspace
};

void TestCtlRosterFile::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_ctl = std::make_unique<Ctl>(m_dir->filePath(u"workspace"_s));
    DONE(m_ctl->run({u"workspace"_s, u"init"_s}));
    m_me = m_ctl
               ->run({u"ticket"_s, u"add"_s, u"--title"_s, u"x"_s, u"--level"_s, u"blue"_s,
                   u"--claim"_s})
               .object()["owner"_L1]
               .toString();
    m_day = QDate::currentDate().addDays(7);
}

/// `DAY` and `NEXT` stand for two days that follow each other, `ME` for the name of the person.
QString TestCtlRosterFile::file(const QByteArray &content) const
{
    const auto text = [](const QDate &day) { return day.toString(u"M/d"_s).toUtf8(); };
    QFile out(m_dir->filePath(u"值班表.csv"_s));
    if (!out.open(QIODevice::WriteOnly))
        return {};
    out.write(QByteArray(content)
                  .replace("DAY", text(m_day))
                  .replace("NEXT", text(m_day.addDays(1)))
                  .replace("ME", m_me.toUtf8()));
    return out.fileName();
}

/// At an hour of Shanghai on the first of the two days.
QString TestCtlRosterFile::onDuty(const QString &hour) const
{
    const QString at = m_day.toString(Qt::ISODate) + u'T' + hour + u":00:00+08:00"_s;
    QStringList all;
    for (const QJsonValue &shift : m_ctl->run({u"roster"_s, u"who"_s, u"--at"_s, at}).array())
        all.append(shift["position"_L1].toString() + u' ' + shift["person"_L1].toString());
    return all.join(u", "_s);
}

void TestCtlRosterFile::aSheetIsImportedOnce()
{
    const QString path = file("组别,姓名,DAY,NEXT\n网络组,ME,白,夜\n");
    const Ran first = import(path);
    DONE(first);
    QCOMPARE(first.object()["added"_L1].toInt(), 2);
    QVERIFY2(first.object()["problems"_L1].toArray().isEmpty(), first.all().constData());
    QCOMPARE(onDuty(u"09"_s), u"network "_s + m_me);
    QCOMPARE(onDuty(u"21"_s), QString());
    const Ran second = import(path);
    DONE(second);
    QCOMPARE(second.object()["added"_L1].toInt(-1), 0);
    QVERIFY(second.object()["shifts"_L1].toArray().first()["stands"_L1].toBool());
    // The same sheet as another program saves it.
    QStringEncoder gb("GB18030");
    const QByteArray bytes = gb(QString::fromUtf8("组别;姓名;%1\r\n网络组;%2;白\r\n")
                                    .arg(m_day.toString(u"M月d日"_s), m_me));
    const Ran third = import(file(bytes));
    DONE(third);
    QCOMPARE(third.object()["encoding"_L1].toString(), u"GB18030"_s);
    QCOMPARE(third.object()["added"_L1].toInt(-1), 0);
    QCOMPARE(third.object()["shifts"_L1].toArray().size(), 1);
    QVERIFY(m_ctl->run({u"audit"_s, u"verify"_s, u"--full"_s}).object()["broken"_L1].isNull());
}

void TestCtlRosterFile::aPreviewSavesNothing()
{
    const Ran preview = import(file("日期,网络白班\nDAY,ME\nNEXT,ME\n"), {u"--preview"_s});
    DONE(preview);
    QCOMPARE(preview.object()["added"_L1].toInt(-1), 0);
    const QJsonArray shifts = preview.object()["shifts"_L1].toArray();
    QCOMPARE(shifts.size(), 2);
    QCOMPARE(shifts.first()["cell"_L1].toString(), u"B2"_s);
    QCOMPARE(shifts.first()["slot"_L1].toString(), u"day"_s);
    QCOMPARE(shifts.first()["from"_L1].toString(),
        m_day.toString(Qt::ISODate) + u"T00:00:00.000000Z"_s); // 08:00 in Shanghai
    QCOMPARE(onDuty(u"09"_s), QString());
}

void TestCtlRosterFile::whatIsNotUnderstoodIsListed()
{
    const QByteArray sheet = "组别,姓名,DAY,NEXT\n网络组,ME,白,甲\n,钱七,夜,\n";
    const Ran ran = import(file(sheet));
    DONE(ran);
    QCOMPARE(ran.object()["added"_L1].toInt(), 1);
    const QJsonArray problems = ran.object()["problems"_L1].toArray();
    QCOMPARE(problems.size(), 2);
    QCOMPARE(problems.first()["code"_L1].toString(), u"code_unknown"_s);
    QCOMPARE(problems.first()["row"_L1].toInt(), 2);
    QCOMPARE(problems.first()["column"_L1].toInt(), 4);
    QVERIFY(problems.first()["lost"_L1].toBool());
    QVERIFY(problems.first()["sentence"_L1].toString().contains(u"甲"_s));
    QCOMPARE(problems.last()["code"_L1].toString(), u"name_unknown"_s);
    const Ran chinese = m_ctl->runPlain(
        {u"roster"_s, u"import"_s, u"--preview"_s, file(sheet)}, {}, u"zh_CN.UTF-8"_s);
    DONE(chinese);
    QVERIFY2(chinese.out.contains("没有导入，B3、C3"), chinese.all().constData());
    QVERIFY2(chinese.out.contains("钱七"), chinese.all().constData());
}

/// A code means what the rotation of that name does.
void TestCtlRosterFile::theTeamsOwnHours()
{
    DONE(m_ctl->run(
        {u"roster"_s, u"rotate"_s, u"system"_s, u"--slot"_s, u"night"_s, u"--from"_s, u"21:00"_s,
            u"--until"_s, u"09:00"_s, u"--starts"_s, u"2026-03-18"_s, u"--members"_s, m_me}));
    const Ran ran = import(file("组别,姓名,DAY\n网络组,ME,夜\n"));
    DONE(ran);
    QCOMPARE(ran.object()["shifts"_L1].toArray().first()["from"_L1].toString(),
        m_day.toString(Qt::ISODate) + u"T13:00:00.000000Z"_s);
    // What the rotation has already is not added once more.
    const Ran same = import(file("组别,姓名,DAY\n系统组,ME,夜\n"));
    QCOMPARE(same.object()["added"_L1].toInt(-1), 0);
}

void TestCtlRosterFile::yearAndPositionAreAskedFor()
{
    const QString path = file("姓名,DAY\nME,早\n");
    const Ran nowhere = import(path, {u"--preview"_s});
    QCOMPARE(nowhere.object()["problems"_L1].toArray().first()["code"_L1].toString(),
        u"position_missing"_s);
    const Ran ran = import(path,
        {u"--preview"_s, u"--position"_s, u"system"_s, u"--year"_s,
            QString::number(m_day.year() + 1)});
    const QJsonValue shift = ran.object()["shifts"_L1].toArray().first();
    QCOMPARE(shift["position"_L1].toString(), u"system"_s);
    QVERIFY2(shift["from"_L1].toString().startsWith(QString::number(m_day.year() + 1)),
        ran.all().constData());
    const QString days = file("姓名,15,16,17\nME,早,,\n");
    QCOMPARE(import(days, {u"--preview"_s, u"--position"_s, u"system"_s})
                 .object()["shifts"_L1]
                 .toArray()
                 .size(),
        0);
    QCOMPARE(import(days,
                 {u"--preview"_s, u"--position"_s, u"system"_s, u"--month"_s,
                     QString::number(m_day.month())})
                 .object()["shifts"_L1]
                 .toArray()
                 .size(),
        1);
}

void TestCtlRosterFile::aCalendar()
{
    DONE(import(file("组别,姓名,DAY,NEXT\n网络组,ME,白,夜\n")));
    const QString path = m_dir->filePath(u"duty.ics"_s);
    const QStringList words{u"roster"_s, u"calendar"_s, u"--ics"_s, path, u"--from"_s,
        m_day.toString(Qt::ISODate), u"--until"_s, m_day.toString(Qt::ISODate)};
    const Ran ran = m_ctl->run(words);
    DONE(ran);
    QCOMPARE(ran.object()["shifts"_L1].toInt(), 1);
    QFile calendar(path);
    QVERIFY(calendar.open(QIODevice::ReadOnly));
    const QByteArray text = calendar.readAll();
    QVERIFY2(text.contains("DTSTART:" + m_day.toString(u"yyyyMMdd"_s).toLatin1() + "T000000Z"),
        text.constData());
    QCOMPARE(m_ctl->run({u"roster"_s, u"calendar"_s, u"--ics"_s, path, u"--person"_s, m_me})
                 .object()["shifts"_L1]
                 .toInt(),
        2);
}

void TestCtlRosterFile::badWordsAreTold()
{
    const auto code = [](const Ran &ran) { return ran.error()["code"_L1].toString(); };
    QCOMPARE(code(import(m_dir->filePath(u"none.csv"_s))), u"roster_unreadable"_s);
    QCOMPARE(code(import(file("PK\x03\x04"))), u"roster_is_workbook"_s);
    QCOMPARE(code(import(file("a,b\n"), {u"--position"_s, u"moon"_s})), u"not_found"_s);
    QCOMPARE(code(import(file("a,b\n"), {u"--year"_s, u"26"_s})), u"usage"_s);
    QCOMPARE(code(m_ctl->run({u"roster"_s, u"calendar"_s})), u"usage"_s);
    QCOMPARE(code(m_ctl->run({u"roster"_s, u"calendar"_s, u"--ics"_s, m_dir->filePath(u"x"_s),
                 u"--person"_s, u"nobody"_s})),
        u"person_unknown"_s);
}

QTEST_GUILESS_MAIN(TestCtlRosterFile)
#include "tst_ctl_rosterfile.moc"
