// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/tables.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace watchroom::domain;
using namespace Qt::StringLiterals;

namespace {

class TestTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tablesAreNamedOnce()
    {
        QSet<QString> names;
        for (const Table &table : tables()) {
            QVERIFY2(!names.contains(table.name), table.name.data());
            names.insert(table.name);
            QCOMPARE(findTable(QString(table.name)), &table);
        }
        QVERIFY(names.contains(u"incident"_s));
        QVERIFY(findTable(u"nothing") == nullptr);
    }

    void columnsAreNamedOnceAndNeverLikeTheStamps()
    {
        static const QSet<QString> kStamps{u"id"_s, u"rev"_s, u"ver"_s, u"xid"_s, u"deleted"_s,
            u"part"_s, u"updated_by"_s, u"carried_by"_s, u"updated_at"_s, u"_pending"_s};
        // They stand in SQL unquoted.
        static const QRegularExpression kName(u"^[a-z][a-z_]*$"_s);
        for (const Table &table : tables()) {
            QSet<QString> names;
            QVERIFY(kName.match(table.name).hasMatch());
            for (const Column &column : table.columns) {
                QVERIFY2(!names.contains(column.name), column.name.data());
                QVERIFY2(!kStamps.contains(column.name), column.name.data());
                QVERIFY2(kName.match(column.name).hasMatch(), column.name.data());
                names.insert(column.name);
                QCOMPARE(table.column(column.name), &column);
            }
            QVERIFY(!names.isEmpty());
        }
    }

    void parentsComeFirst()
    {
        QStringList order;
        for (const Table &table : tables())
            order.append(table.name);
        for (const auto &child :
            {u"incident_role"_s, u"incident_alert"_s, u"stage_record"_s, u"log_entry"_s})
            QVERIFY(order.indexOf(u"incident"_s) < order.indexOf(child));
        QVERIFY(order.indexOf(u"alert"_s) < order.indexOf(u"incident_alert"_s));
        QVERIFY(order.indexOf(u"person"_s) < order.indexOf(u"person_right"_s));
    }

    void unitsOfStateAreCas()
    {
        const Table *incident = findTable(u"incident");
        QVERIFY(incident->policy == MergePolicy::Cas);
        for (const auto unit : {"stage"_L1, "level"_L1, "owner"_L1})
            QCOMPARE(QString(incident->column(unit)->unit), QString(unit));
        QVERIFY(findTable(u"log_entry")->policy == MergePolicy::Append);
        QVERIFY(findTable(u"stage_record")->policy == MergePolicy::Guarded);
    }

    void wallsGetNoWordsOfPeople()
    {
        const QList<std::pair<QString, QLatin1StringView>> kPrivate{{u"person"_s, "phone"_L1},
            {u"log_entry"_s, "text"_L1}, {u"log_entry"_s, "params"_L1}, {u"incident"_s, "cause"_L1},
            {u"stage_record"_s, "note"_L1}};
        for (const auto &[table, column] : kPrivate)
            QVERIFY(!findTable(table)->column(column)->wall);
        QVERIFY(findTable(u"incident")->column("title"_L1)->wall);
    }
};

} // namespace

QTEST_GUILESS_MAIN(TestTables)
#include "tst_tables.moc"
