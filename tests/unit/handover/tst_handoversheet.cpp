// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/json.h"
#include "app/handover/sheetend.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace watchroom;
using namespace watchroom::handover;
using namespace Qt::StringLiterals;
using base::Error;

namespace {

// hashlib.sha256(json.dumps(json.load(open("sheet.json")), sort_keys=True, ensure_ascii=False,
//                           separators=(',', ':')).encode())
const QByteArray kHash = "f5de43bee794562f708a61379b7f60a6e1516d525f9a4911735cec3a26977a72";

QJsonObject document()
{
    QFile file(QStringLiteral(WATCHROOM_SHEET));
    return file.open(QIODevice::ReadOnly) ? base::readJson(file.readAll()).object() : QJsonObject();
}

/// The document with another value at the path; undefined takes the member away.
QJsonValue with(const QJsonValue &whole, const QStringList &path, const QJsonValue &value)
{
    if (path.isEmpty())
        return value;
    if (whole.isArray()) {
        QJsonArray array = whole.toArray();
        const int at = path.constFirst().toInt();
        array.replace(at, with(array.at(at), path.mid(1), value));
        return array;
    }
    QJsonObject object = whole.toObject();
    object.insert(path.constFirst(), with(object.value(path.constFirst()), path.mid(1), value));
    return object;
}

QJsonObject with(const QString &path, const QJsonValue &value)
{
    return with(document(), path.split(u'.'), value).toObject();
}

/// The paths of all that is no object and no array.
QStringList leaves(const QJsonValue &value, const QString &path = {})
{
    QStringList all;
    if (value.isObject()) {
        const QStringList names = value.toObject().keys();
        for (const QString &name : names)
            all += leaves(value[name], path.isEmpty() ? name : path + u'.' + name);
    } else if (value.isArray()) {
        for (int at = 0; at < value.toArray().size(); ++at)
            all += leaves(value[at], path + u'.' + QString::number(at));
    } else {
        all.append(path);
    }
    return all;
}

base::Instant at(const QString &iso)
{
    return base::fromIso(iso).value();
}

QJsonArray copies(const QJsonValue &one, int count)
{
    QJsonArray array;
    for (int i = 0; i < count; ++i)
        array.append(one);
    return array;
}

} // namespace

/// A handover sheet as a document: what is signed is what is read, to the letter.
class TestHandoverSheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatTheDocumentSays();
    void readsItsSmallerParts();
    void theHashIsThatOfPython();
    void everyMemberIsUnderTheHash();
    void refuses_data();
    void refuses();
    void aNewerOneIsNoDamagedOne();
    void boundsTextsAndParts();
    void theCodeOnPaper();
};

void TestHandoverSheet::readsWhatTheDocumentSays()
{
    const auto sheet = HandoverSheet::fromJson(document());
    QVERIFY2(sheet.has_value(), qPrintable(sheet.has_value() ? QString() : sheet.error().detail));
    QCOMPARE(sheet->label, u"A3-9"_s);
    QCOMPARE(sheet->attempt, 2);
    QCOMPARE(sheet->plannedAt, at(u"2026-03-18T12:00:00Z"_s));
    QCOMPARE(sheet->frozenAt, at(u"2026-03-18T11:58:41.25Z"_s));
    QVERIFY(!sheet->asOf);
    QCOMPARE(sheet->zone, QByteArray("Asia/Shanghai"));
    QCOMPARE(sheet->outgoing.people, (QStringList{u"chen"_s, u"he"_s}));
    QCOMPARE(sheet->outgoing.until, sheet->incoming.from);
    QCOMPARE(sheet->incoming.slot, u"夜间"_s);
    QCOMPARE(sheet->incoming.checkedIn, QStringList{u"liu"_s});
    QCOMPARE(sheet->nameOf(u"chen"_s), u"陈思远"_s);
    QCOMPARE(sheet->nameOf(u"he"_s), u"he"_s);
    QCOMPARE(sheet->items.size(), 2);
    const SheetItem &ticket = sheet->items.constFirst();
    QCOMPARE(ticket.title, u"“丢包” \"web-01\" 😷"_s);
    QCOMPARE(ticket.number, std::optional<qint64>(128));
    QCOMPARE(ticket.dueAt, std::optional(at(u"2026-03-18T14:00:00Z"_s)));
    QCOMPARE(ticket.carried, 3);
    QCOMPARE(ticket.confirmedBy, u"liu"_s);
    const SheetItem &pending = sheet->items.constLast();
    QCOMPARE(pending.table, u"pending_item"_s);
    QVERIFY(pending.label.isEmpty() && !pending.number && !pending.dueAt && !pending.confirmedAt);
    QCOMPARE(sheet->find(u"ticket"_s, ticket.id), &ticket);
    QVERIFY(!sheet->find(u"ticket"_s, pending.id));
}

void TestHandoverSheet::readsItsSmallerParts()
{
    const auto sheet = HandoverSheet::fromJson(document());
    QVERIFY(sheet.has_value());
    QVERIFY(sheet->positions.constFirst().to.isEmpty());
    QCOMPARE(sheet->systems.constFirst().result, u"failed"_s);
    QCOMPARE(sheet->systems.constFirst().at, std::optional(at(u"2026-03-18T11:50:00Z"_s)));
    QCOMPARE(sheet->sources.constFirst().state, u"down"_s);
    QCOMPARE(sheet->silences.constFirst().endsAt, at(u"2026-03-18T16:00:00Z"_s));
    QCOMPARE(sheet->runs.constFirst().version, 12);
    QCOMPARE(sheet->runs.constFirst().step, 4);
    QCOMPARE(sheet->sinceLast.open.before, 11);
    QCOMPARE(sheet->sinceLast.open.now, 6);
    QCOMPARE(sheet->sinceLast.overdue.now, 3);
    QCOMPARE(sheet->sinceLast.closed, 9);
    QCOMPARE(sheet->readBack.constFirst().nextAction, u"切备用出口"_s);
    QVERIFY(!sheet->readBack.constFirst().agrees && sheet->readBack.constFirst().heard);
    QCOMPARE(sheet->waivers.constFirst().subject, u"luo"_s);
    QCOMPARE(sheet->waivers.constFirst().second, u"he"_s);
}

void TestHandoverSheet::theHashIsThatOfPython()
{
    const auto sheet = HandoverSheet::fromJson(document());
    QVERIFY(sheet.has_value());
    QCOMPARE(sheet->sheetHash(), kHash);
    // Written and read again, it is the same sheet.
    const auto again = HandoverSheet::fromJson(base::readJson(sheet->sheetText()).object());
    QVERIFY(again.has_value());
    QCOMPARE(again->sheetText(), sheet->sheetText());
    QCOMPARE(again->toJson(), document());
}

void TestHandoverSheet::everyMemberIsUnderTheHash()
{
    const QStringList paths = leaves(document());
    QVERIFY(paths.size() > 90);
    for (const QString &path : paths) {
        const QStringList names = path.split(u'.');
        QJsonValue old = document();
        for (const QString &name : names)
            old = old.isArray() ? old[name.toInt()] : old[name];
        const QJsonValue other = old.isDouble() ? QJsonValue(old.toInt() + 1)
            : old.isBool()                      ? QJsonValue(!old.toBool())
                                                : QJsonValue(u"x"_s);
        const auto read = HandoverSheet::fromJson(with(path, other));
        // Another value is another sheet, or none.
        QVERIFY2(!read || read->sheetHash() != kHash, qPrintable(path));
        const auto less = HandoverSheet::fromJson(
            with(path, names.constLast() == u"0" ? QJsonValue() : QJsonValue::Undefined));
        QVERIFY2(!less || less->sheetHash() != kHash, qPrintable(path));
    }
}

void TestHandoverSheet::refuses_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("where");
    const auto add = [](const QString &path, const QJsonValue &value, const QString &where = {}) {
        QTest::addRow("%s: %s", qPrintable(path),
            qPrintable(value.isUndefined() ? u"missing"_s : value.toVariant().toString()))
            << path << value << (where.isEmpty() ? path : where);
    };
    const QJsonValue none = QJsonValue::Undefined;
    add(u"format"_s, u"watchroom-incident"_s);
    add(u"version"_s, none);
    add(u"version"_s, 0);
    add(u"version"_s, u"1"_s);
    add(u"version"_s, 1.5);
    add(u"id"_s, u"A3-9"_s);
    add(u"id"_s, u"{0190F3A2-7B1C-7DEF-8123-456789ABCDEF}"_s);
    add(u"label"_s, none);
    add(u"label"_s, QString());
    add(u"attempt"_s, 0);
    add(u"planned_at"_s, QJsonValue());
    add(u"frozen_at"_s, u"2026-03-18T11:58:41Z"_s); // another spelling has another hash
    add(u"frozen_at"_s, u"2026-03-18 19:58"_s);
    add(u"zone"_s, u"Asia/Nowhere"_s);
    add(u"outgoing"_s, u"chen"_s);
    add(u"outgoing.lead"_s, QJsonValue());
    add(u"outgoing.checked_in"_s, QJsonArray());
    add(u"incoming.checked_in"_s, none);
    add(u"incoming.people"_s, QJsonArray{u"liu"_s, 5}, u"incoming.people.1"_s);
    add(u"names.liu"_s, u"  "_s);
    add(u"positions"_s, QJsonValue());
    add(u"items"_s, QJsonObject());
    add(u"items.0"_s, u"ticket"_s);
    add(u"items.1.table"_s, u"person"_s);
    add(u"items.1.title"_s, none);
    add(u"items.0.level"_s, u"green"_s);
    add(u"items.0.number"_s, 0);
    add(u"items.0.number"_s, 128.5);
    add(u"items.0.due_at"_s, u"22:00"_s);
    add(u"items.0.due_at"_s, none);
    add(u"items.0.carried"_s, -1);
    add(u"items.0.confirmed"_s, true);
    add(u"items.1.note"_s, QJsonValue()); // a stranger, though it says nothing
    add(u"systems.0.result"_s, u"fine"_s);
    add(u"sources.0.state"_s, u"stale"_s);
    add(u"silences.0.ends_at"_s, QJsonValue());
    add(u"runs.0.version"_s, 0);
    add(u"since_last.open"_s, QJsonArray{1});
    add(u"since_last.red"_s, QJsonArray{1, u"2"_s}, u"since_last.red.1"_s);
    add(u"since_last.opened"_s, none);
    add(u"read_back.0.agrees"_s, 1);
    add(u"read_back.0.owner"_s, QJsonValue());
    add(u"waivers.0.second"_s, none);
    add(u"remark"_s, u"unread"_s);
}

void TestHandoverSheet::refuses()
{
    QFETCH(QString, path);
    QFETCH(QJsonValue, value);
    QFETCH(QString, where);
    const auto sheet = HandoverSheet::fromJson(with(path, value));
    QVERIFY(!sheet.has_value());
    QCOMPARE(sheet.error().kind, Error::Kind::Corrupt);
    QCOMPARE(sheet.error().code, u"sheet_damaged"_s);
    QCOMPARE(sheet.error().params.value("where"_L1).toString(), where);
}

void TestHandoverSheet::aNewerOneIsNoDamagedOne()
{
    QJsonObject newer = with(u"version"_s, 2);
    newer.remove("items"_L1);
    const auto sheet = HandoverSheet::fromJson(newer);
    QVERIFY(!sheet.has_value());
    QCOMPARE(sheet.error().kind, Error::Kind::TooNew);
    QCOMPARE(sheet.error().code, u"sheet_newer"_s);
}

void TestHandoverSheet::boundsTextsAndParts()
{
    const auto takes = [](const QString &path, const QJsonValue &value) {
        return HandoverSheet::fromJson(with(path, value)).has_value();
    };
    const QString wide = QString::fromUcs4(U"😷"); // one character, two units
    QVERIFY(takes(u"items.0.title"_s, wide.repeated(200)));
    QVERIFY(!takes(u"items.0.title"_s, wide.repeated(201)));
    QVERIFY(takes(u"items.0.contingency"_s, QString(2'000, u'长')));
    QVERIFY(!takes(u"items.0.contingency"_s, QString(2'001, u'长')));
    QVERIFY(takes(u"read_back.0.next_action"_s, QString(2'000, u'长')));
    QVERIFY(!takes(u"read_back.0.next_action"_s, QString(2'001, u'长')));
    QVERIFY(!takes(u"names.liu"_s, QString(2'001, u'长')));
    const QJsonValue item = document().value("items"_L1)[0];
    QVERIFY(takes(u"items"_s, copies(item, 2'000)));
    QVERIFY(!takes(u"items"_s, copies(item, 2'001)));
    QVERIFY(!takes(u"incoming.people"_s, copies(u"liu"_s, 2'001)));
    QVERIFY(takes(u"items"_s, QJsonArray()));
}

void TestHandoverSheet::theCodeOnPaper()
{
    const auto sheet = HandoverSheet::fromJson(document());
    QVERIFY(sheet.has_value());
    const QByteArray start =
        "watchroom:handover:0190f3a2-7b1c-7def-8123-456789abcdef?sheet=" + kHash;
    QCOMPARE(sheetCode(*sheet, {}), start);
    const QByteArray record(64, 'a');
    QCOMPARE(sheetCode(*sheet, {.fingerprint = record}), start + "&record=" + record);
}

QTEST_GUILESS_MAIN(TestHandoverSheet)
#include "tst_handoversheet.moc"
