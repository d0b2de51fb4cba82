// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/pgcluster.h"
#include "tests/sync/ctl/ctl.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace watchroom;
using namespace watchroom::tests;

namespace {

/// A program run's JSON error must have this code.
#define REFUSED(ran, expected)                                                                     \
    do {                                                                                           \
        const Ran refused = (ran);                                                                 \
        QVERIFY2(refused.exitCode != 0, refused.all().constData());                                \
        QCOMPARE(refused.error()["code"_L1].toString(), QString(expected));                        \
    } while (false)

const QStringList kSync{u"sync"_s, u"--wait"_s, u"20"_s};

QString inAnHour()
{
    return QDateTime::currentDateTimeUtc().addSecs(3600).toString(Qt::ISODate);
}

} // namespace

/// The watch is passed from chen to lin, by the command line, at two stations of one PostgreSQL.
class TestCtlHandover : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void theWatchIsPassed();
    void whatChangedBetweenTheSignatures();
    void noWayPastTheRules();
    void waivedWithASecondName();
    void refusedRecalledExtendedForced();
    void withTheServerAway();

private:
    void person(const QString &login, const QStringList &rights = {});
    [[nodiscard]] Ctl as(const QString &login) const;
    [[nodiscard]] QString sql(const QString &login, const QString &statement);
    [[nodiscard]] QString query(const QString &statement);
    [[nodiscard]] QString ticket(const Ctl &ctl, const QString &title, const QString &level);
    [[nodiscard]] static Ran run(const Ctl &ctl, const QString &words);
    void begin();
    /// Receiver, confirmation and read-back of each item, and the systems; nothing is missing then.
    void fillIn();
    [[nodiscard]] static QStringList missing(const Ctl &ctl);

    QTemporaryDir m_dir;
    fakes::PgCluster m_cluster;
    QString m_database;
    int m_round = 0;
};

void TestCtlHandover::initTestCase()
{
    QVERIFY2(m_cluster.start(), m_cluster.error().constData());
}

void TestCtlHandover::init()
{
    ++m_round;
    m_database = m_cluster.createDatabase();
    DONE(Ctl(m_dir.path())
             .run({u"server"_s, u"install"_s, u"--server"_s, m_cluster.adminConninfo(m_database)}));
    person(u"chen"_s);
    person(u"lin"_s);
    person(u"wu"_s);
    person(u"zhao"_s, {u"--right"_s, u"command"_s});
    for (const QString &login : {u"chen"_s, u"lin"_s, u"wu"_s, u"zhao"_s})
        DONE(as(login).run(kSync));
}

void TestCtlHandover::person(const QString &login, const QStringList &rights)
{
    // People's roles are the cluster's: each round has its own.
    const QString name = login + QString::number(m_round);
    DONE(Ctl(m_dir.path())
             .run(QStringList{u"server"_s, u"add-person"_s, name, u"--name"_s, login, u"--layer"_s,
                      u"technical"_s, u"--password-stdin"_s, u"--server"_s,
                      m_cluster.adminConninfo(m_database)}
                     + rights,
                 (name + u"-secret\n"_s).toUtf8()));
    DONE(as(login).run(
        {u"workspace"_s, u"init"_s, u"--server"_s, m_cluster.conninfo(m_database, name, {})}));
}

Ctl TestCtlHandover::as(const QString &login) const
{
    const QString name = login + QString::number(m_round);
    return Ctl(m_dir.filePath(name), name, name + u"-secret"_s);
}

QString TestCtlHandover::sql(const QString &login, const QString &statement)
{
    const QString name = login + QString::number(m_round);
    const auto output =
        m_cluster.psql(m_cluster.conninfo(m_database, name, name + u"-secret"_s), statement);
    return output.exitCode == 0 ? output.out : output.err;
}

QString TestCtlHandover::query(const QString &statement)
{
    const auto output = m_cluster.psql(m_cluster.superConninfo(m_database), statement);
    return output.exitCode == 0 ? output.out : output.err;
}

/// Words by blanks; `chen`, `lin` and the others become this round's logins.
Ran TestCtlHandover::run(const Ctl &ctl, const QString &words)
{
    return ctl.run(words.split(u' '));
}

QString TestCtlHandover::ticket(const Ctl &ctl, const QString &title, const QString &level)
{
    return ctl
        .run({u"ticket"_s, u"add"_s, u"--title"_s, title, u"--level"_s, level, u"--claim"_s,
            u"--next"_s, u"复测"_s, u"--due"_s, inAnHour(), u"--if"_s, u"若再中断则切换"_s})
        .object()["id"_L1]
        .toString();
}

void TestCtlHandover::begin()
{
    const QString n = QString::number(m_round);
    DONE(as(u"chen"_s).run({u"handover"_s, u"start"_s, u"--at"_s, inAnHour(), u"--outgoing"_s,
        u"chen"_s + n, u"--incoming"_s, u"lin"_s + n}));
    DONE(as(u"lin"_s).run(kSync));
}

QStringList TestCtlHandover::missing(const Ctl &ctl)
{
    QStringList all;
    for (const QJsonValue &one : run(ctl, u"handover check"_s).array())
        all.append(one.toObject()["what"_L1].toString());
    return all;
}

void TestCtlHandover::fillIn()
{
    const Ctl chen = as(u"chen"_s);
    const Ctl lin = as(u"lin"_s);
    const QString to = u"lin"_s + QString::number(m_round);
    DONE(chen.run(kSync));
    for (const QJsonValue &value : run(chen, u"handover show"_s).object()["items"_L1].toArray()) {
        const QJsonObject item = value.toObject();
        DONE(chen.run({u"handover"_s, u"item"_s, item["id"_L1].toString(), u"--to"_s, to}));
    }
    DONE(lin.run(kSync));
    for (const QJsonValue &value : run(lin, u"handover show"_s).object()["items"_L1].toArray()) {
        const QJsonObject item = value.toObject();
        DONE(lin.run({u"handover"_s, u"item"_s, item["id"_L1].toString(), u"--confirm"_s,
            u"--say-owner"_s, to, u"--say-next"_s, item["next_action"_L1].toString(),
            u"--say-due"_s, item["due_at"_L1].toString()}));
    }
    DONE(chen.run(kSync));
    for (const QJsonValue &value : run(chen, u"handover show"_s).object()["items"_L1].toArray())
        DONE(chen.run(
            {u"handover"_s, u"item"_s, value.toObject()["id"_L1].toString(), u"--heard"_s}));
    for (const QString &system : {u"sound"_s, u"hotline"_s, u"backup_line"_s, u"wall"_s})
        DONE(run(chen, u"handover system %1 ok"_s.arg(system)));
}

void TestCtlHandover::theWatchIsPassed()
{
    const Ctl chen = as(u"chen"_s);
    const Ctl lin = as(u"lin"_s);
    const QString n = QString::number(m_round);
    const QString red = ticket(chen, u"MCU-02 板卡更换"_s, u"red"_s);
    const QString blue = ticket(chen, u"录制集群扩容"_s, u"blue"_s);
    const QString incident = chen.run({u"incident"_s, u"open"_s, u"--title"_s, u"上海电信丢包"_s,
                                          u"--level"_s, u"blue"_s})
                                 .object()["id"_L1]
                                 .toString();
    DONE(chen.run({u"incident"_s, u"claim"_s, incident}));
    begin();
    QVERIFY(missing(chen).contains(u"receiver"_s));
    // Signed too early, it is refused, with what is missing.
    REFUSED(run(chen, u"handover sign"_s), u"sheet_incomplete"_s);
    fillIn();
    QCOMPARE(missing(chen), QStringList());
    // Nobody signs for the other, and nobody accepts what is not handed over.
    REFUSED(run(lin, u"handover accept"_s), u"doc_invalid"_s);
    REFUSED(run(lin, u"handover sign"_s), u"signature_other"_s);
    DONE(run(chen, u"handover sign"_s));
    REFUSED(run(chen, u"handover accept"_s), u"signature_other"_s);
    DONE(lin.run(kSync));
    const Ran accepted = run(lin, u"handover accept"_s);
    QVERIFY2(accepted.exitCode == 0, accepted.all().constData());
    QCOMPARE(accepted.object()["state"_L1].toString(), u"accepted"_s);
    QCOMPARE(accepted.object()["changes"_L1].toArray(), QJsonArray());
    DONE(lin.run(kSync));
    QCOMPARE(query(u"SELECT string_agg(owner || ' ' || carried, ',' ORDER BY title)"
                   " FROM app.ticket"_s),
        u"lin%1 1,lin%1 1"_s.arg(n));
    QCOMPARE(query(u"SELECT owner, acknowledged_by FROM app.incident"_s), u"lin%1|lin%1"_s.arg(n));
    DONE(chen.run(kSync));
    QCOMPARE(chen.run({u"ticket"_s, u"show"_s, red}).object()["owner"_L1].toString(), u"lin"_s + n);
    QCOMPARE(chen.run({u"ticket"_s, u"show"_s, blue}).object(),
        lin.run({u"ticket"_s, u"show"_s, blue}).object());
    // The sheet is the one both signed, on paper and as a file whose hash anybody recomputes.
    const QString json = m_dir.filePath(u"sheet.json"_s);
    const QString pdf = m_dir.filePath(u"sheet.pdf"_s);
    const Ran sheet = lin.run({u"handover"_s, u"sheet"_s, u"--json"_s, json});
    QVERIFY2(sheet.exitCode == 0, sheet.all().constData());
    QFile file(json);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray hash =
        QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256).toHex();
    QCOMPARE(QString::fromLatin1(hash), accepted.object()["sheet_hash"_L1].toString());
    DONE(lin.run({u"handover"_s, u"sheet"_s, u"--pdf"_s, pdf}));
    QProcess text;
    text.start(u"pdftotext"_s, {u"-raw"_s, pdf, u"-"_s});
    QVERIFY(text.waitForFinished());
    const QString paper = QString::fromUtf8(text.readAllStandardOutput()).remove(u'\n');
    QVERIFY2(paper.contains(u"MCU-02 板卡更换"_s), qPrintable(paper));
    // The other station holds the file against its own record; a changed one does not stand.
    const Ran genuine = chen.run({u"handover"_s, u"verify"_s, json});
    QVERIFY2(genuine.exitCode == 0, genuine.all().constData());
    QCOMPARE(genuine.object()["verdict"_L1].toString(), u"passed"_s);
    QCOMPARE(genuine.object()["signatures"_L1].toArray().size(), 2);
    DONE(chen.run({u"handover"_s, u"verify"_s, genuine.object()["handover"_L1].toString()}));
    const Ran photographed = chen.run({u"handover"_s, u"verify"_s,
        u"watchroom:handover:%1?sheet=%2&record=%3"_s.arg(
            genuine.object()["handover"_L1].toString(), QString::fromLatin1(hash),
            QString(64, u'0'))});
    QCOMPARE(photographed.exitCode, 0);
    QCOMPARE(photographed.object()["record"_L1], QJsonValue(false));
    QVERIFY(file.seek(0));
    const QByteArray forged = file.readAll().replace("MCU-02", "MCU-03");
    QFile other(m_dir.filePath(u"forged.json"_s));
    QVERIFY(other.open(QIODevice::WriteOnly) && other.write(forged) == forged.size());
    other.close();
    const Ran refuted = chen.run({u"handover"_s, u"verify"_s, other.fileName()});
    QCOMPARE(refuted.exitCode, 1);
    QCOMPARE(refuted.object()["verdict"_L1].toString(), u"not_signed"_s);
    const QJsonObject figures = chen.run({u"handover"_s, u"figures"_s, u"--until"_s,
                                             QDate::currentDate().addDays(2).toString(Qt::ISODate)})
                                    .object();
    QCOMPARE(figures["accepted"_L1].toInt(), 1);
    QCOMPARE(figures["on_time"_L1].toInt(), 1);
    QCOMPARE(figures["read_back"_L1].toInt(), 1);
    REFUSED(run(chen, u"handover figures --from yesterday"_s), u"usage"_s);
    // It is over: nothing of it changes any more, and the record proves it.
    REFUSED(run(chen, u"handover recall"_s), u"immutable"_s);
    DONE(run(lin, u"handover seen"_s));
    QVERIFY(lin.run({u"audit"_s, u"verify"_s, u"--full"_s}).object()["broken"_L1].isNull());
    QCOMPARE(query(u"SELECT string_agg(code, ',' ORDER BY chain, n) FROM app.log_entry"
                   " WHERE code LIKE 'handover%' OR code IN ('work_handed', 'handed_to')"_s),
        u"handover_opened,handover_signed,handover_signed,handover_accepted,work_handed,"
        "work_handed,handed_to"_s);
}

void TestCtlHandover::whatChangedBetweenTheSignatures()
{
    const Ctl chen = as(u"chen"_s);
    const Ctl lin = as(u"lin"_s);
    const Ctl wu = as(u"wu"_s);
    const QString n = QString::number(m_round);
    const QString taken = ticket(chen, u"甲"_s, u"yellow"_s);
    const QString over = ticket(chen, u"乙"_s, u"blue"_s);
    begin();
    fillIn();
    DONE(run(chen, u"handover sign"_s));
    // Between the two signatures: one is taken by somebody else, one ends, one comes, and a red one
    // is nobody's.
    DONE(wu.run(kSync));
    DONE(wu.run({u"ticket"_s, u"take-over"_s, taken}));
    DONE(chen.run({u"ticket"_s, u"close"_s, over}));
    const QString late = ticket(chen, u"丙"_s, u"blue"_s);
    const QString red =
        wu.run({u"ticket"_s, u"add"_s, u"--title"_s, u"丁"_s, u"--level"_s, u"red"_s})
            .object()["id"_L1]
            .toString();
    DONE(lin.run(kSync));
    const Ran accepted = run(lin, u"handover accept"_s);
    QVERIFY2(accepted.exitCode == 0, accepted.all().constData());
    DONE(lin.run(kSync));
    QCOMPARE(query(u"SELECT string_agg(title || ' ' || coalesce(owner, '-'), ',' ORDER BY title)"
                   " FROM app.ticket WHERE state = 'open'"_s),
        u"丁 lin%1,丙 lin%1,甲 wu%1"_s.arg(n));
    QStringList changes;
    for (const QJsonValue &change : run(lin, u"handover show"_s).object()["changes"_L1].toArray())
        changes.append(
            change.toObject()["why"_L1].toString() + u' ' + change.toObject()["id"_L1].toString());
    changes.sort();
    QCOMPARE(changes,
        (QStringList{u"ended "_s + over, u"not_on_sheet "_s + late, u"red_unowned "_s + red,
            u"taken "_s + taken}));
}

void TestCtlHandover::noWayPastTheRules()
{
    const Ctl chen = as(u"chen"_s);
    const Ctl lin = as(u"lin"_s);
    const QString n = QString::number(m_round);
    (void)ticket(chen, u"甲"_s, u"yellow"_s);
    // The same person on both sides; a second live handover of the desk; somebody else's.
    REFUSED(chen.run({u"handover"_s, u"start"_s, u"--at"_s, inAnHour(), u"--outgoing"_s,
                u"chen"_s + n, u"--incoming"_s, u"chen"_s + n}),
        u"person_unknown"_s);
    begin();
    REFUSED(lin.run({u"handover"_s, u"start"_s, u"--at"_s,
                QDateTime::currentDateTimeUtc().addSecs(7200).toString(Qt::ISODate),
                u"--outgoing"_s, u"lin"_s + n, u"--incoming"_s, u"chen"_s + n}),
        u"handover_live"_s);
    REFUSED(as(u"wu"_s).run({u"handover"_s, u"item"_s, u"x"_s}), u"handover_none"_s);
    // A table of the server takes nothing but through the doors.
    for (const QString &statement : {u"UPDATE app.handover SET state = 'accepted'"_s,
             u"INSERT INTO app.handover_signature (id, handover, meaning) SELECT gen_random_uuid(),"
             " id, 'handed_over' FROM app.handover"_s,
             u"DELETE FROM app.handover_signature"_s, u"UPDATE app.ticket SET owner = 'lin'"_s}) {
        const QString answer = sql(u"chen"_s, statement);
        QVERIFY2(answer.contains(u"permission denied"_s), qPrintable(answer));
    }
    // And the owner's own hand is held by the guards.
    for (const QString &statement : {u"UPDATE app.handover SET state = 'accepted'"_s,
             u"INSERT INTO app.handover_signature (id, handover, meaning, how) SELECT"
             " gen_random_uuid(), id, 'handed_over', 'password' FROM app.handover"_s}) {
        const QString answer = query(statement);
        QVERIFY2(answer.contains(u"ERROR"_s), qPrintable(answer));
    }
    QCOMPARE(query(u"SELECT state FROM app.handover"_s), u"draft"_s);
}

void TestCtlHandover::waivedWithASecondName()
{
    const Ctl chen = as(u"chen"_s);
    const Ctl lin = as(u"lin"_s);
    const QString n = QString::number(m_round);
    begin();
    REFUSED(run(chen, u"handover sign"_s), u"sheet_incomplete"_s);
    for (const QString &system : {u"sound"_s, u"backup_line"_s, u"wall"_s})
        DONE(run(chen, u"handover system %1 ok"_s.arg(system)));
    DONE(run(chen, u"handover system hotline failed --seen 无人接听"_s));
    const auto waived = [&](const QString &reason, const QString &second) {
        return run(chen, u"handover sign --waive system:hotline:%1:%2"_s.arg(reason, second));
    };
    REFUSED(waived(u"because"_s, u"wu"_s + n), u"sheet_incomplete"_s);
    REFUSED(waived(u"known_fault"_s, u"chen"_s + n), u"sheet_incomplete"_s);
    REFUSED(waived(u"known_fault"_s, u"nobody"_s), u"sheet_incomplete"_s);
    DONE(waived(u"known_fault"_s, u"wu"_s + n));
    DONE(lin.run(kSync));
    DONE(run(lin, u"handover accept"_s));
}

void TestCtlHandover::refusedRecalledExtendedForced()
{
    const Ctl chen = as(u"chen"_s);
    const Ctl lin = as(u"lin"_s);
    const Ctl zhao = as(u"zhao"_s);
    const QString n = QString::number(m_round);
    (void)ticket(chen, u"甲"_s, u"blue"_s);
    begin();
    fillIn();
    DONE(run(chen, u"handover sign"_s));
    DONE(run(chen, u"handover recall"_s));
    REFUSED(run(chen, u"handover refuse --reason unfit"_s), u"not_party"_s);
    DONE(lin.run(kSync));
    REFUSED(run(lin, u"handover refuse --reason tired"_s), u"reason_missing"_s);
    DONE(run(lin, u"handover refuse --reason unfit"_s));
    // The watch stays where it was, and the next attempt is another handover.
    QCOMPARE(query(u"SELECT owner FROM app.ticket"_s), u"chen"_s + n);
    DONE(chen.run(kSync));
    begin();
    QCOMPARE(run(chen, u"handover show"_s).object()["label"_L1].toString().isEmpty(), false);
    DONE(run(chen, u"handover extend --reason no_show"_s));
    begin();
    // The outgoing lead is gone: who comes signs, the command layer says so.
    DONE(zhao.run(kSync));
    REFUSED(run(zhao, u"handover force --reason outgoing_gone"_s), u"signature_missing"_s);
    fillIn();
    DONE(lin.run(kSync));
    DONE(run(lin, u"handover sign --taken-over"_s));
    REFUSED(run(lin, u"handover force --reason outgoing_gone"_s), u"not_party"_s);
    DONE(zhao.run(kSync));
    DONE(run(zhao, u"handover force --reason outgoing_gone"_s));
    QCOMPARE(query(u"SELECT owner FROM app.ticket"_s), u"lin"_s + n);
    QCOMPARE(query(u"SELECT string_agg(code, ',' ORDER BY chain, n) FROM app.log_entry WHERE code"
                   " IN ('handover_recalled', 'handover_refused', 'handover_extended',"
                   " 'handover_forced')"_s),
        u"handover_recalled,handover_refused,handover_extended,handover_forced"_s);
}

// Signed by both while the server is away: what happened elsewhere meanwhile refuses nothing.
void TestCtlHandover::withTheServerAway()
{
    const Ctl chen = as(u"chen"_s);
    const Ctl lin = as(u"lin"_s);
    const Ctl wu = as(u"wu"_s);
    const QString n = QString::number(m_round);
    const QString mine = ticket(chen, u"甲"_s, u"yellow"_s);
    const QString other = ticket(chen, u"乙"_s, u"blue"_s);
    begin();
    fillIn();
    DONE(run(chen, u"handover sign"_s));
    DONE(lin.run(kSync));
    DONE(wu.run(kSync));
    m_cluster.kill();
    const Ran accepted = run(lin, u"handover accept"_s);
    QVERIFY2(accepted.exitCode == 0, accepted.all().constData());
    QCOMPARE(accepted.object()["state"_L1].toString(), u"accepted"_s);
    QCOMPARE(accepted.object()["pending"_L1], QJsonValue(true));
    QCOMPARE(lin.run({u"ticket"_s, u"show"_s, mine}).object()["owner"_L1].toString(), u"lin"_s + n);
    QVERIFY2(m_cluster.start(), m_cluster.error().constData());
    // Somebody who knows nothing of it takes one before it arrives.
    DONE(wu.run({u"ticket"_s, u"take-over"_s, other}));
    DONE(lin.run(kSync));
    const QJsonObject there = run(lin, u"handover show"_s).object();
    QCOMPARE(there["state"_L1].toString(), u"accepted"_s);
    QCOMPARE(there["pending"_L1], QJsonValue(false));
    QCOMPARE(there["changes"_L1].toArray().size(), 1);
    QCOMPARE(there["changes"_L1].toArray().first().toObject()["why"_L1].toString(), u"taken"_s);
    QCOMPARE(query(u"SELECT string_agg(title || ' ' || owner, ',' ORDER BY title)"
                   " FROM app.ticket"_s),
        u"乙 wu%1,甲 lin%1"_s.arg(n));
    QCOMPARE(lin.run({u"ticket"_s, u"show"_s, other}).object()["owner"_L1].toString(), u"wu"_s + n);
}

QTEST_GUILESS_MAIN(TestCtlHandover)

#include "tst_ctl_handover.moc"
