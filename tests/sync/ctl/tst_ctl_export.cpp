// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/ctl/ctl.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace watchroom;
using tests::Ctl;
using tests::Ran;

namespace {

const auto kCorrected = u"接电话的是 联通网络 值班"_s;
const auto kCorrection = u"接电话的是电信，不是联通；web-01 未动"_s;

/// A tool of the system on a file: its standard output, or nothing where it failed.
QString told(const QString &tool, const QStringList &words)
{
    QProcess process;
    process.start(tool, words);
    if (!process.waitForFinished() || process.exitCode() != 0)
        return {};
    return QString::fromUtf8(process.readAllStandardOutput());
}

} // namespace

/// An incident leaves as a file that a stranger can check: by the command, and by the written rule
/// alone.
class TestCtlExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theFileHoldsEverything();
    void aStrangerRecomputesTheChain();
    void whatWasChangedIsNamed_data();
    void whatWasChangedIsNamed();
    void othersFilesAreRefused_data();
    void othersFilesAreRefused();
    void whereNothingCanBeWritten();
    void thePdfReadsBack_data();
    void thePdfReadsBack();
    void aLongRecordHasManyPages();
    void aTextMayBeginWithAMark();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_dir->filePath(name); }
    [[nodiscard]] QJsonObject document(const QString &name) const;
    void write(const QString &name, const QJsonObject &document) const;
    void exportTo(const QString &name) const;

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Ctl> m_ctl;
    QString m_incident;
};

void TestCtlExport::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_ctl = std::make_unique<Ctl>(path(u"w"_s));
    DONE(m_ctl->run({u"workspace"_s, u"init"_s}));
    const Ran opened = m_ctl->run(
        {u"incident"_s, u"open"_s, u"--title"_s, u"会诊画面卡顿"_s, u"--level"_s, u"red"_s});
    m_incident = opened.object().value("id"_L1).toString();
    QVERIFY2(!m_incident.isEmpty(), opened.all().constData());
    DONE(m_ctl->run({u"incident"_s, u"claim"_s, m_incident}));
    DONE(m_ctl->run({u"log"_s, u"add"_s, m_incident, kCorrected, u"--channel"_s, u"phone"_s,
        u"--at"_s, u"2026-03-18T06:02:03Z"_s}));
    DONE(m_ctl->run({u"log"_s, u"add"_s, m_incident, kCorrection, u"--corrects"_s, u"3"_s}));
}

QJsonObject TestCtlExport::document(const QString &name) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

void TestCtlExport::write(const QString &name, const QJsonObject &document) const
{
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QJsonDocument(document).toJson());
}

void TestCtlExport::exportTo(const QString &name) const
{
    DONE(m_ctl->run({u"incident"_s, u"export"_s, m_incident,
        name.endsWith(u".pdf") ? u"--pdf"_s : u"--json"_s, path(name)}));
}

void TestCtlExport::theFileHoldsEverything()
{
    const Ran ran =
        m_ctl->run({u"incident"_s, u"export"_s, m_incident, u"--json"_s, path(u"a.json"_s)});
    QVERIFY2(ran.exitCode == 0, ran.all().constData());
    const QFileDevice::Permissions others = QFileDevice::ReadGroup | QFileDevice::WriteGroup
        | QFileDevice::ReadOther | QFileDevice::WriteOther;
    QCOMPARE(QFile::permissions(path(u"a.json"_s)) & others, QFileDevice::Permissions());
    const QJsonObject document = this->document(u"a.json"_s);
    QCOMPARE(document.value("format"_L1).toString(), u"watchroom-incident"_s);
    QCOMPARE(document.value("incident"_L1)["title"_L1].toString(), u"会诊画面卡顿"_s);
    QCOMPARE(document.value("stages"_L1).toArray().size(), 1);
    QVERIFY(document.value("policy"_L1)["levels"_L1].isObject());
    const QJsonArray entries = document.value("entries"_L1).toArray();
    QCOMPARE(entries.size(), 4);
    QCOMPARE(document.value("chain"_L1)["n"_L1].toInt(), 4);
    QCOMPARE(document.value("chain"_L1)["head"_L1], entries.at(3)["hash"_L1]);
    QCOMPARE(ran.object().value("head"_L1), entries.at(3)["hash"_L1]);
    // What was corrected stays as it was said, and points at its correction.
    QCOMPARE(entries.at(2)["text"_L1].toString(), kCorrected);
    QCOMPARE(entries.at(2)["happened_at"_L1].toString(), u"2026-03-18T06:02:03.000000Z"_s);
    QCOMPARE(entries.at(2)["corrected_by"_L1].toArray(), QJsonArray{entries.at(3)["id"_L1]});
    QCOMPARE(entries.at(3)["corrects"_L1], entries.at(2)["id"_L1]);
    const QString author = entries.at(2)["author"_L1].toString();
    QVERIFY(document.value("people"_L1).toObject().contains(author));
    // As one document, and as sentences.
    const Ran plain =
        m_ctl->runPlain({u"incident"_s, u"export"_s, m_incident, u"--json"_s, path(u"b.json"_s)},
            {}, u"en_GB.UTF-8"_s);
    QVERIFY2(plain.exitCode == 0 && plain.out.contains("b.json"), plain.all().constData());
    QCOMPARE(m_ctl->run({u"incident"_s, u"export"_s, m_incident}).exitCode, 2);
}

void TestCtlExport::aStrangerRecomputesTheChain()
{
    // What JSON writes in more than one way: a quote, a control, a character outside the plane.
    DONE(m_ctl->run({u"log"_s, u"add"_s, m_incident, u"“他说” \"断\"\t\u0007 / \\ 😷"_s}));
    DONE(m_ctl->run(
        {u"incident"_s, u"level"_s, m_incident, u"yellow"_s, u"--reason"_s, u"misjudged"_s}));
    exportTo(u"a.json"_s);
    const QString by = told(u"python3"_s, {QStringLiteral(WATCHROOM_RECOMPUTE), path(u"a.json"_s)});
    const QJsonValue chain = document(u"a.json"_s).value("chain"_L1);
    QCOMPARE(by.trimmed(), chain["head"_L1].toString() + u' ' + chain["fingerprint"_L1].toString());
    const Ran audit = m_ctl->run({u"audit"_s, u"verify"_s, u"--file"_s, path(u"a.json"_s)});
    QVERIFY2(audit.exitCode == 0, audit.all().constData());
    QVERIFY(audit.object().value("broken"_L1).isNull());
    QCOMPARE(audit.object().value("fingerprint"_L1), chain["fingerprint"_L1]);
    // Anywhere, without a workspace.
    const Ran elsewhere =
        Ctl(path(u"nowhere"_s)).run({u"audit"_s, u"verify"_s, u"--file"_s, path(u"a.json"_s)});
    QCOMPARE(elsewhere.exitCode, 0);
    QVERIFY(!QFile::exists(path(u"nowhere"_s)));
}

void TestCtlExport::whatWasChangedIsNamed_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<int>("n");
    QTest::addColumn<QString>("reason");
    QTest::newRow("a text") << u"text"_s << 3 << u"altered"_s;
    QTest::newRow("a time") << u"happened_at"_s << 3 << u"altered"_s;
    QTest::newRow("an author") << u"author"_s << 3 << u"altered"_s;
    QTest::newRow("left out") << u"left out"_s << 2 << u"missing"_s;
    QTest::newRow("cut off") << u"cut off"_s << 4 << u"missing"_s;
    QTest::newRow("all cut off") << u"all"_s << 1 << u"missing"_s;
    QTest::newRow("moved") << u"moved"_s << 2 << u"missing"_s;
    QTest::newRow("of another incident") << u"incident"_s << 1 << u"altered"_s;
    QTest::newRow("another head") << u"head"_s << 4 << u"altered"_s;
}

void TestCtlExport::whatWasChangedIsNamed()
{
    QFETCH(QString, change);
    QFETCH(int, n);
    QFETCH(QString, reason);
    exportTo(u"a.json"_s);
    QJsonObject document = this->document(u"a.json"_s);
    QJsonArray entries = document.value("entries"_L1).toArray();
    QJsonObject chain = document.value("chain"_L1).toObject();
    const auto setIn = [&entries](qsizetype at, const QString &name, const QString &value) {
        QJsonObject entry = entries.at(at).toObject();
        entry.insert(name, value);
        entries.replace(at, entry);
    };
    if (change == u"left out")
        entries.removeAt(1);
    else if (change == u"cut off")
        entries.removeLast();
    else if (change == u"all")
        entries = {};
    else if (change == u"moved")
        entries.insert(1, entries.takeAt(2));
    else if (change == u"incident") {
        QJsonObject incident = document.value("incident"_L1).toObject();
        incident.insert(u"id"_s, u"00000000-0000-7000-8000-000000000001"_s);
        document.insert(u"incident"_s, incident);
        chain.insert(u"name"_s, u"incident:00000000-0000-7000-8000-000000000001"_s);
    } else if (change == u"head")
        chain.insert(u"head"_s, QString(64, u'0'));
    else
        setIn(2, change, change == u"happened_at" ? u"2026-03-18T06:02:03.000001Z"_s : u"x"_s);
    document.insert(u"entries"_s, entries);
    document.insert(u"chain"_s, chain);
    write(u"b.json"_s, document);
    const Ran audit = m_ctl->run({u"audit"_s, u"verify"_s, u"--file"_s, path(u"b.json"_s)});
    QCOMPARE(audit.exitCode, 1);
    const QJsonObject broken = audit.object().value("broken"_L1).toObject();
    QCOMPARE(broken.value("n"_L1).toInt(), n);
    QCOMPARE(broken.value("reason"_L1).toString(), reason);
    const Ran plain = m_ctl->runPlain({u"audit"_s, u"verify"_s, u"--file"_s, path(u"b.json"_s)});
    QVERIFY2(QString::fromUtf8(plain.out).contains(u"第 %1 条"_s.arg(n)), plain.all().constData());
}

void TestCtlExport::othersFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("code");
    QTest::newRow("nothing") << QByteArray() << u"export_unknown"_s;
    QTest::newRow("no JSON") << QByteArray("%PDF-1.4") << u"export_unknown"_s;
    QTest::newRow("other JSON") << QByteArray("[1, 2]") << u"export_unknown"_s;
    QTest::newRow("no incident") << QByteArray(R"({"format":"watchroom-incident","version":1})")
                                 << u"export_unknown"_s;
    QTest::newRow("newer") << QByteArray(R"({"format":"watchroom-incident","version":2})")
                           << u"export_newer"_s;
}

void TestCtlExport::othersFilesAreRefused()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, code);
    QFile file(path(u"b.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    const Ran ran = m_ctl->run({u"audit"_s, u"verify"_s, u"--file"_s, file.fileName()});
    QVERIFY(ran.exitCode != 0 && ran.out.isEmpty());
    QCOMPARE(ran.error().value("code"_L1).toString(), code);
}

void TestCtlExport::whereNothingCanBeWritten()
{
    const Ran ran = m_ctl->run(
        {u"incident"_s, u"export"_s, m_incident, u"--json"_s, path(u"no/such/a.json"_s)});
    QCOMPARE(ran.exitCode, 1);
    QCOMPARE(ran.error().value("code"_L1).toString(), u"export_unwritable"_s);
    QCOMPARE(m_ctl->run({u"audit"_s, u"verify"_s, u"--file"_s, path(u"no"_s)})
                 .error()
                 .value("code"_L1)
                 .toString(),
        u"file_unreadable"_s);
    // A device that is full takes nothing, and what stood there before stays.
    exportTo(u"a.json"_s);
    QCOMPARE(QDir(m_dir->path()).entryList({u"a.json*"_s}, QDir::Files).size(), 1);
}

void TestCtlExport::thePdfReadsBack_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("Chinese") << u"C.UTF-8"_s
                             << QStringList{u"事件报告"_s, u"红色预警·立即处置"_s, u"监测发现"_s,
                                    u"记录于"_s, u"由第 4 条更正"_s, u"更正第 3 条"_s,
                                    u"第 1 / 1 页"_s};
    QTest::newRow("English") << u"en_GB.UTF-8"_s
                             << QStringList{u"Incident report"_s, u"Red: act now"_s, u"Detection"_s,
                                    u"recorded"_s, u"Corrected by entry 4"_s, u"Corrects entry 3"_s,
                                    u"Page 1 of 1"_s};
}

void TestCtlExport::thePdfReadsBack()
{
    QFETCH(QString, locale);
    QFETCH(QStringList, words);
    const Ran ran = m_ctl->runPlain(
        {u"incident"_s, u"export"_s, m_incident, u"--pdf"_s, path(u"a.pdf"_s)}, {}, locale);
    QVERIFY2(ran.exitCode == 0, ran.all().constData());
    QVERIFY2(ran.err.isEmpty(), ran.all().constData());
    const QString text = told(u"pdftotext"_s, {path(u"a.pdf"_s), u"-"_s});
    words += {u"会诊画面卡顿"_s, u"网络"_s, u"web-01"_s};
    QString flat = text;
    flat.remove(u' ').remove(u'\n');
    for (const QString &word : std::as_const(words))
        QVERIFY2(flat.contains(QString(word).remove(u' ')), qPrintable(word + u'\n' + text));
    // The foot proves the record: head and fingerprint of the same chain.
    exportTo(u"a.json"_s);
    const QJsonValue chain = document(u"a.json"_s).value("chain"_L1);
    QVERIFY(flat.contains(chain["head"_L1].toString()));
    QVERIFY(flat.contains(chain["fingerprint"_L1].toString()));
    // Both lines of the correction: what was said, and what holds.
    QVERIFY(flat.contains(QString(kCorrected).remove(u' ')));
    const QString fonts = told(u"pdffonts"_s, {path(u"a.pdf"_s)});
    QVERIFY2(fonts.contains(u"WenQuanYi") && !fonts.contains(u"Noto"), qPrintable(fonts));
}

void TestCtlExport::aLongRecordHasManyPages()
{
    for (int i = 0; i < 40; ++i)
        DONE(m_ctl->run({u"log"_s, u"add"_s, m_incident, u"第 %1 次联系"_s.arg(i)}));
    exportTo(u"a.pdf"_s);
    const QStringList pages =
        told(u"pdftotext"_s, {path(u"a.pdf"_s), u"-"_s}).split(u'\f', Qt::SkipEmptyParts);
    QVERIFY(pages.size() > 1);
    exportTo(u"a.json"_s);
    const QString head = document(u"a.json"_s).value("chain"_L1)["head"_L1].toString();
    for (int i = 0; i < pages.size(); ++i) {
        QString page = pages[i];
        page.remove(u' ');
        QVERIFY(page.contains(head));
        QVERIFY(page.contains(u"第%1/%2页"_s.arg(i + 1).arg(pages.size())));
    }
}

void TestCtlExport::aTextMayBeginWithAMark()
{
    DONE(m_ctl->run({u"log"_s, u"add"_s, m_incident, u"\ufeff开头"_s}));
    exportTo(u"a.json"_s);
    const Ran ran = m_ctl->run({u"audit"_s, u"verify"_s, u"--file"_s, path(u"a.json"_s)});
    QVERIFY2(ran.exitCode == 0, ran.all().constData());
}

QTEST_GUILESS_MAIN(TestCtlExport)
#include "tst_ctl_export.moc"
