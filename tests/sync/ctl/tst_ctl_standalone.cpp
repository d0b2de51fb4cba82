// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/clock.h"
#include "app/store/store.h"
#include "tests/sync/ctl/ctl.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace watchroom;
using tests::Ctl;
using tests::Ran;

/// The command line on SQLite alone: what scripts rely on.
class TestCtlStandalone : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void wholeLifeOfAnIncident();
    void waitingAndLevels();
    void refusals();
    void badArguments_data();
    void badArguments();
    void references();
    void shapes();
    void demo();
    void secondProgram();
    void damagedReplica();
    void alteredEntryIsFound();
    void rules();

private:
    [[nodiscard]] QString opened(const QString &level = u"yellow"_s) const;

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Ctl> m_ctl;
};

void TestCtlStandalone::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_ctl = std::make_unique<Ctl>(m_dir->filePath(u"w"_s));
    const Ran made = m_ctl->run({u"workspace"_s, u"init"_s});
    QVERIFY2(made.exitCode == 0, made.all().constData());
}

void TestCtlStandalone::cleanup()
{
    m_ctl.reset();
    m_dir.reset();
}

QString TestCtlStandalone::opened(const QString &level) const
{
    const Ran ran =
        m_ctl->run({u"incident"_s, u"open"_s, u"--title"_s, u"画面卡顿"_s, u"--level"_s, level});
    return ran.object().value("id"_L1).toString();
}

void TestCtlStandalone::wholeLifeOfAnIncident()
{
    const QString id = opened();
    QVERIFY(!id.isEmpty());
    struct Step
    {
        QStringList words;
        QString stage;
    };
    const QList<Step> steps{
        {{u"incident"_s, u"claim"_s, id}, u"detection"_s},
        {{u"incident"_s, u"advance"_s, id}, u"assessment"_s},
        {{u"incident"_s, u"assess"_s, id, u"--level"_s, u"yellow"_s, u"--group"_s, u"network"_s},
            u"assessment"_s},
        {{u"incident"_s, u"advance"_s, id}, u"diagnosis"_s},
        {{u"incident"_s, u"advance"_s, id, u"--cause"_s, u"专线丢包"_s}, u"recovery"_s},
        {{u"incident"_s, u"advance"_s, id, u"--verified"_s, u"回拨正常"_s}, u"notification"_s},
        {{u"incident"_s, u"advance"_s, id, u"--told"_s, u"business"_s}, u"review"_s},
        {{u"incident"_s, u"close"_s, id}, u"closed"_s},
    };
    for (const Step &step : steps) {
        const Ran ran = m_ctl->run(step.words);
        QVERIFY2(ran.exitCode == 0, ran.all().constData());
        QCOMPARE(ran.object().value("stage"_L1).toString(), step.stage);
        QCOMPARE(ran.object().value("pending"_L1), QJsonValue(false));
    }
    QVERIFY(m_ctl->run({u"incident"_s, u"show"_s, id}).object().value("closed_at"_L1).isString());
    QCOMPARE(m_ctl->run({u"incident"_s, u"list"_s, u"--open"_s}).array().size(), 0);
    QCOMPARE(m_ctl->run({u"incident"_s, u"list"_s}).array().size(), 1);

    QStringList codes;
    for (const QJsonValue &entry : m_ctl->run({u"log"_s, u"list"_s, id}).array())
        codes.append(entry.toObject().value("code"_L1).toString());
    QCOMPARE(codes,
        (QStringList{u"incident_opened"_s, u"claimed"_s, u"stage_changed"_s, u"group_changed"_s,
            u"assessed"_s, u"stage_changed"_s, u"cause_stated"_s, u"stage_changed"_s,
            u"recovery_verified"_s, u"stage_changed"_s, u"parties_told"_s, u"stage_changed"_s,
            u"incident_closed"_s}));

    const QJsonObject audit = m_ctl->run({u"audit"_s, u"verify"_s}).object();
    QVERIFY(audit.value("broken"_L1).isNull());
    QVERIFY(audit.value("entries"_L1).toInt() >= codes.size());
    QCOMPARE(audit.value("fingerprint"_L1).toString().size(), 64);
}

void TestCtlStandalone::waitingAndLevels()
{
    const QString id = opened(u"blue"_s);
    QCOMPARE(m_ctl->run({u"incident"_s, u"claim"_s, id}).exitCode, 0);
    const Ran raised = m_ctl->run({u"incident"_s, u"level"_s, id, u"red"_s});
    QCOMPARE(raised.object().value("level"_L1).toString(), u"red"_s);
    QVERIFY(raised.object().value("acknowledged_by"_L1).isNull());
    const Ran heard = m_ctl->run({u"incident"_s, u"ack"_s, id});
    QVERIFY(heard.object().value("acknowledged_by"_L1).isString());
    QCOMPARE(m_ctl->run({u"incident"_s, u"level"_s, id, u"blue"_s}).exitCode, 1);
    QCOMPARE(m_ctl->run({u"incident"_s, u"level"_s, id, u"blue"_s, u"--reason"_s, u"misjudged"_s})
                 .exitCode,
        0);
    QCOMPARE(m_ctl->run({u"incident"_s, u"wait"_s, id, u"--for"_s, u"运营商"_s}).exitCode, 0);
    QCOMPARE(m_ctl->run({u"incident"_s, u"resume"_s, id}).exitCode, 0);
}

void TestCtlStandalone::refusals()
{
    const QString id = opened();
    const Ran unclaimed = m_ctl->run({u"incident"_s, u"advance"_s, id});
    QCOMPARE(unclaimed.exitCode, 1);
    QVERIFY(unclaimed.out.isEmpty());
    QCOMPARE(unclaimed.error().value("kind"_L1).toString(), u"denied"_s);
    QCOMPARE(unclaimed.error().value("code"_L1).toString(), u"not_claimed"_s);

    QCOMPARE(m_ctl->run({u"incident"_s, u"claim"_s, id}).exitCode, 0);
    // Somebody has it, were it oneself: a claim is never a take-over unseen.
    const Ran again = m_ctl->run({u"incident"_s, u"claim"_s, id});
    QCOMPARE(again.exitCode, 4);
    QCOMPARE(again.error().value("code"_L1).toString(), u"changed"_s);

    QCOMPARE(m_ctl->run({u"incident"_s, u"advance"_s, id}).exitCode, 0);
    const Ran gate = m_ctl->run({u"incident"_s, u"advance"_s, id});
    QCOMPARE(gate.exitCode, 1);
    QCOMPARE(gate.error().value("code"_L1).toString(), u"gate_assessment"_s);
    QCOMPARE(gate.error().value("params"_L1).toObject().value("missing"_L1).toArray(),
        (QJsonArray{u"sites"_s, u"level_confirmed"_s, u"tech_group"_s}));

    const Ran blank =
        m_ctl->run({u"incident"_s, u"open"_s, u"--title"_s, u" "_s, u"--level"_s, u"red"_s});
    QCOMPARE(blank.exitCode, 1);
    QCOMPARE(blank.error().value("code"_L1).toString(), u"title_missing"_s);

    const Ran noServer = m_ctl->run({u"sync"_s});
    QCOMPARE(noServer.error().value("code"_L1).toString(), u"standalone"_s);
    QCOMPARE(m_ctl->run({u"workspace"_s, u"init"_s}).error().value("code"_L1).toString(),
        u"workspace_exists"_s);

    const Ran forPeople = m_ctl->runPlain({u"incident"_s, u"show"_s, u"nothing"_s});
    QCOMPARE(forPeople.exitCode, 1);
    QVERIFY(forPeople.err.startsWith("watchroomctl: "));
    QVERIFY(forPeople.err.contains("nothing"));
    // What a person is told is in their language, wrong usage too.
    const QStringList wrong{u"sync"_s, u"--wait"_s, u"soon"_s};
    QVERIFY(
        m_ctl->runPlain(wrong, {}, u"en_GB.UTF-8"_s).err.contains("--wait takes whole seconds"));
    QVERIFY(m_ctl->runPlain(wrong, {}, u"zh_CN.UTF-8"_s).err.contains("--wait 要写整秒数"));
}

void TestCtlStandalone::badArguments_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("nothing") << QStringList{};
    QTest::newRow("unknown command") << QStringList{u"frobnicate"_s};
    QTest::newRow("half a command") << QStringList{u"incident"_s};
    QTest::newRow("no reference") << QStringList{u"incident"_s, u"show"_s};
    QTest::newRow("one word too many") << QStringList{u"incident"_s, u"show"_s, u"1"_s, u"2"_s};
    QTest::newRow("unknown option") << QStringList{u"incident"_s, u"list"_s, u"--closed"_s};
    QTest::newRow("option without value") << QStringList{u"incident"_s, u"open"_s, u"--title"_s};
    QTest::newRow("no server named") << QStringList{u"server"_s, u"check"_s};
    QTest::newRow("not a time") << QStringList{u"sync"_s, u"--wait"_s, u"soon"_s};
    QTest::newRow("a later issue's command") << QStringList{u"handover"_s, u"list"_s};
}

void TestCtlStandalone::badArguments()
{
    QFETCH(QStringList, words);
    const Ran ran = m_ctl->run(words);
    QCOMPARE(ran.exitCode, 2);
    QVERIFY(ran.out.isEmpty());
    // One document, which a script can read.
    QCOMPARE(ran.error().value("code"_L1).toString(), u"usage"_s);
    QCOMPARE(ran.error().value("kind"_L1).toString(), u"invalid"_s);
}

void TestCtlStandalone::references()
{
    const QString id = opened();
    const Ran forPeople = m_ctl->runPlain({u"incident"_s, u"show"_s, id}, {}, u"zh_CN.UTF-8"_s);
    for (const char *said : {"画面卡顿", "黄色预警", "监测发现", "截止"})
        QVERIFY2(forPeople.out.contains(said), forPeople.all().constData());
    const QJsonObject incident = m_ctl->run({u"incident"_s, u"show"_s, id}).object();
    const QString number = QString::number(incident.value("number"_L1).toInt());
    for (const QString &reference :
        {number, u'#' + number, incident.value("label"_L1).toString(), id.left(18)})
        QCOMPARE(m_ctl->run({u"incident"_s, u"show"_s, reference}).object(), incident);
    static_cast<void>(opened());
    // Ids begin with the time, so that a short prefix fits both.
    const Ran both = m_ctl->run({u"incident"_s, u"show"_s, id.left(6)});
    QCOMPARE(both.error().value("code"_L1).toString(), u"reference_ambiguous"_s);
    QCOMPARE(m_ctl->run({u"incident"_s, u"show"_s, u"#"_s}).exitCode, 1);
}

void TestCtlStandalone::shapes()
{
    const QString id = opened();
    const auto keys = [](const QJsonObject &object) {
        const QStringList names = object.keys();
        return QSet<QString>(names.begin(), names.end());
    };
    const QSet<QString> incident{u"id"_s, u"label"_s, u"number"_s, u"title"_s, u"level"_s,
        u"stage"_s, u"owner"_s, u"acknowledged_by"_s, u"target"_s, u"drill"_s, u"opened_at"_s,
        u"due_at"_s, u"closed_at"_s, u"pending"_s};
    QVERIFY(keys(m_ctl->run({u"incident"_s, u"show"_s, id}).object()).contains(incident));

    const Ran said = m_ctl->run({u"log"_s, u"add"_s, id, u"电话已打"_s, u"--channel"_s, u"phone"_s,
        u"--at"_s, u"2026-01-02T03:04:05Z"_s});
    QVERIFY2(said.exitCode == 0, said.all().constData());
    const QSet<QString> entry{u"id"_s, u"incident"_s, u"kind"_s, u"channel"_s, u"author"_s,
        u"carried_by"_s, u"text"_s, u"happened_at"_s, u"recorded_at"_s, u"corrects"_s, u"hash"_s};
    QVERIFY(keys(said.object()).contains(entry));
    QCOMPARE(said.object().value("kind"_L1).toString(), u"call"_s);
    QCOMPARE(said.object().value("text"_L1).toString(), u"电话已打"_s);
    QVERIFY(said.object().value("happened_at"_L1).toString().startsWith("2026-01-02T03:04:05"_L1));
    QCOMPARE(said.object().value("incident"_L1).toString(), id);

    QCOMPARE(keys(m_ctl->run({u"audit"_s, u"verify"_s}).object()),
        (QSet<QString>{u"chains"_s, u"entries"_s, u"recomputed"_s, u"broken"_s, u"fingerprint"_s}));
    QCOMPARE(m_ctl->run({u"workspace"_s, u"status"_s}).object().value("open"_L1).toInt(), 1);
    QCOMPARE(m_ctl->runPlain({u"--version"_s}).exitCode, 0);
    const Ran help = m_ctl->runPlain({u"--help"_s});
    QCOMPARE(help.exitCode, 0);
    QVERIFY(help.out.contains("incident advance"));
}

void TestCtlStandalone::demo()
{
    const Ctl ctl(m_dir->filePath(u"demo"_s));
    const Ran made = ctl.run({u"workspace"_s, u"init"_s, u"--demo"_s});
    QVERIFY2(made.exitCode == 0, made.all().constData());
    QSet<QString> stages;
    QSet<QString> levels;
    for (const QJsonValue &incident : ctl.run({u"incident"_s, u"list"_s}).array()) {
        stages.insert(incident.toObject().value("stage"_L1).toString());
        levels.insert(incident.toObject().value("level"_L1).toString());
    }
    QCOMPARE(levels.size(), 3);
    QVERIFY(stages.contains({u"detection"_s, u"assessment"_s, u"diagnosis"_s, u"recovery"_s,
        u"notification"_s, u"review"_s}));
    QCOMPARE(ctl.run({u"audit"_s, u"verify"_s}).exitCode, 0);
}

void TestCtlStandalone::secondProgram()
{
    const QString id = opened();
    const base::CorrectedClock clock;
    const auto held = store::Store::open(m_ctl->workspace(), store::Store::Mode::Standalone, clock);
    QVERIFY(held);
    const Ran refused = m_ctl->run({u"incident"_s, u"claim"_s, id});
    QCOMPARE(refused.exitCode, 6);
    QCOMPARE(refused.error().value("code"_L1).toString(), u"workspace_in_use"_s);
    const Ran read = m_ctl->run({u"incident"_s, u"show"_s, id});
    QVERIFY2(read.exitCode == 0, read.all().constData());
    QVERIFY(read.object().value("owner"_L1).isNull());
}

void TestCtlStandalone::damagedReplica()
{
    QVERIFY(!opened().isEmpty());
    QFile file(QDir(m_ctl->workspace()).filePath(u"replica.sqlite"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.write(QByteArray(4096, 'x'));
    file.close();
    const Ran ran = m_ctl->run({u"incident"_s, u"list"_s});
    QVERIFY2(ran.exitCode == 5, ran.all().constData());
    QCOMPARE(ran.error().value("kind"_L1).toString(), u"corrupt"_s);
    // It is put aside, not thrown away, and the workspace can be used again.
    const Ran salvaged = m_ctl->run({u"workspace"_s, u"salvage"_s});
    QVERIFY2(salvaged.exitCode == 0, salvaged.all().constData());
    QFile aside(salvaged.object().value("set_aside"_L1).toString());
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QCOMPARE(aside.read(4), "xxxx");
    QCOMPARE(m_ctl->run({u"incident"_s, u"list"_s}).exitCode, 0);
    QVERIFY(!opened().isEmpty());
    const Ran whole = m_ctl->run({u"workspace"_s, u"salvage"_s});
    QCOMPARE(whole.exitCode, 1);
    QCOMPARE(whole.error().value("code"_L1).toString(), u"not_damaged"_s);
    // Made by a newer program: the same exit, another sentence.
    QVERIFY(file.remove());
    QVERIFY(!opened().isEmpty());
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"newer"_s);
        database.setDatabaseName(file.fileName());
        QVERIFY(database.open());
        QVERIFY(QSqlQuery(database).exec(u"PRAGMA user_version = 99"_s));
    }
    QSqlDatabase::removeDatabase(u"newer"_s);
    const Ran newer = m_ctl->run({u"incident"_s, u"list"_s});
    QCOMPARE(newer.exitCode, 5);
    QCOMPARE(newer.error().value("kind"_L1).toString(), u"too_new"_s);
    QFile config(QDir(m_ctl->workspace()).filePath(u"workspace.json"_s));
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write("not json");
    config.close();
    QCOMPARE(m_ctl->run({u"incident"_s, u"list"_s}).exitCode, 5);
}

void TestCtlStandalone::alteredEntryIsFound()
{
    const QString id = opened();
    QCOMPARE(m_ctl->run({u"log"_s, u"add"_s, id, u"第一次通话"_s}).exitCode, 0);
    QCOMPARE(m_ctl->run({u"log"_s, u"add"_s, id, u"第二次通话"_s}).exitCode, 0);
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"tamper"_s);
        database.setDatabaseName(QDir(m_ctl->workspace()).filePath(u"replica.sqlite"_s));
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY(query.exec(u"UPDATE log_entry SET text = '改过' WHERE text = '第一次通话'"_s));
        QCOMPARE(query.numRowsAffected(), 1);
    }
    QSqlDatabase::removeDatabase(u"tamper"_s);
    const Ran ran = m_ctl->run({u"audit"_s, u"verify"_s});
    QCOMPARE(ran.exitCode, 1);
    // The opening is entry 1 of the incident's chain, the first call entry 2.
    QCOMPARE(ran.object().value("broken"_L1).toObject(),
        (QJsonObject{{u"chain"_s, u"incident:"_s + id}, {u"n"_s, 2}, {u"reason"_s, u"altered"_s}}));
}

void TestCtlStandalone::rules()
{
    const auto write = [this](const QString &name, const QByteArray &content) {
        QFile file(m_dir->filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(content);
        return file.fileName();
    };
    const QString rules = write(u"rules.json"_s,
        R"({"rules": [{"name": "loss", "metric": "loss", "group": "network", "direction": "above",
            "step": 15, "levels": {"red": {"on": 5, "off": 3, "for": 30, "clear": 30}},
            "no_data_for": 120}]})");
    const Ran checked = m_ctl->run({u"rules"_s, u"check"_s, rules});
    QVERIFY2(checked.exitCode == 0, checked.all().constData());
    QCOMPARE(checked.object().value("rules"_L1).toInt(), 1);
    QByteArray samples = "time,target,metric,value\n";
    for (int i = 0; i < 40; ++i)
        samples += QByteArray::number(1'780'000'005 + 15 * i) + ",room1,loss,"
            + (i >= 10 && i < 20 ? "9" : "0.1") + '\n';
    const Ran replayed = m_ctl->run({u"rules"_s, u"replay"_s, u"--rules"_s, rules, u"--samples"_s,
        write(u"samples.csv"_s, samples)});
    QVERIFY2(replayed.exitCode == 0, replayed.all().constData());
    QCOMPARE(replayed.array().size(), 1);
    const QJsonObject episode = replayed.array().first().toObject();
    QCOMPARE(episode.value("rule"_L1).toString(), u"loss"_s);
    QCOMPARE(episode.value("target"_L1).toString(), u"room1"_s);
    QCOMPARE(episode.value("level"_L1).toString(), u"red"_s);
    QVERIFY(episode.value("from"_L1).isString());
    QVERIFY(episode.value("to"_L1).isString());
    QVERIFY(m_ctl->run({u"rules"_s, u"check"_s, write(u"bad.json"_s, "{")}).exitCode > 0);
    QCOMPARE(
        m_ctl->run({u"rules"_s, u"check"_s, u"/nowhere"_s}).error().value("code"_L1).toString(),
        u"file_unreadable"_s);
}

QTEST_GUILESS_MAIN(TestCtlStandalone)
#include "tst_ctl_standalone.moc"
