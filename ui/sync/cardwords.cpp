// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/cardwords.h"

#include "app/words/errors.h"
#include "app/words/handovers.h"
#include "app/words/terms.h"
#include "app/words/times.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTimeZone>

#include <array>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using domain::ResultState;
using undelivered::Card;

namespace {

constexpr qsizetype kExcerpt = 60;

struct ColumnName
{
    QLatin1StringView column;
    const char *word;
};

constexpr std::array kColumns{
    ColumnName{"owner"_L1, QT_TRANSLATE_NOOP("synccards", "Owner")},
    ColumnName{"stage"_L1, QT_TRANSLATE_NOOP("synccards", "Stage")},
    ColumnName{"level"_L1, QT_TRANSLATE_NOOP("synccards", "Level")},
    ColumnName{"title"_L1, QT_TRANSLATE_NOOP("synccards", "Title")},
    ColumnName{"waiting_for"_L1, QT_TRANSLATE_NOOP("synccards", "Waiting for")},
    ColumnName{"acknowledged_by"_L1, QT_TRANSLATE_NOOP("synccards", "Acknowledged by")},
    ColumnName{"acknowledged_at"_L1, QT_TRANSLATE_NOOP("synccards", "Acknowledged at")},
    ColumnName{"tech_group"_L1, QT_TRANSLATE_NOOP("synccards", "Group")},
    ColumnName{"sites"_L1, QT_TRANSLATE_NOOP("synccards", "Sites")},
    ColumnName{"cause"_L1, QT_TRANSLATE_NOOP("synccards", "Cause")},
    ColumnName{"verified"_L1, QT_TRANSLATE_NOOP("synccards", "Verified by")},
    ColumnName{"told"_L1, QT_TRANSLATE_NOOP("synccards", "Told")},
    ColumnName{"level_confirmed"_L1, QT_TRANSLATE_NOOP("synccards", "Level confirmed")},
    ColumnName{"recovered_at"_L1, QT_TRANSLATE_NOOP("synccards", "Recovered at")},
    ColumnName{"target"_L1, QT_TRANSLATE_NOOP("synccards", "Target")},
    ColumnName{"name"_L1, QT_TRANSLATE_NOOP("synccards", "Name")},
    ColumnName{"phone"_L1, QT_TRANSLATE_NOOP("synccards", "Phone")},
    ColumnName{"active"_L1, QT_TRANSLATE_NOOP("synccards", "Active")},
    ColumnName{"enabled"_L1, QT_TRANSLATE_NOOP("synccards", "On")},
};

QString excerpt(const QString &text)
{
    const QString line = text.simplified();
    return line.size() > kExcerpt ? line.left(kExcerpt) + u'…' : line;
}

struct TableName
{
    QLatin1StringView table;
    const char *word;
};

/// Of rows that have no title of their own.
constexpr std::array kTables{
    TableName{"position"_L1, QT_TRANSLATE_NOOP("synccards", "Position")},
    TableName{"rotation"_L1, QT_TRANSLATE_NOOP("synccards", "Rotation")},
    TableName{"roster_override"_L1, QT_TRANSLATE_NOOP("synccards", "Roster change")},
    TableName{"check_in"_L1, QT_TRANSLATE_NOOP("synccards", "Check-in")},
    TableName{"handover"_L1, QT_TRANSLATE_NOOP("synccards", "Handover")},
    TableName{"handover_item"_L1, QT_TRANSLATE_NOOP("synccards", "Item of a handover")},
    TableName{"handover_signature"_L1, QT_TRANSLATE_NOOP("synccards", "Signature of a handover")},
    TableName{"article"_L1, QT_TRANSLATE_NOOP("synccards", "Article")},
    TableName{"contact"_L1, QT_TRANSLATE_NOOP("synccards", "Contact")},
    TableName{"procedure_run"_L1, QT_TRANSLATE_NOOP("synccards", "Run of a procedure")},
};

QString tableWord(const QString &table)
{
    for (const TableName &known : kTables) {
        if (known.table == table)
            return QCoreApplication::translate("synccards", known.word);
    }
    return table;
}

/// "Handover: accepted", "Signature of a handover: handed over"
QString dutyDeed(const domain::Operation &operation)
{
    const domain::Row &set = operation.set;
    const QString state = domain::text(set, "state"_L1);
    const QString meaning = domain::text(set, "meaning"_L1);
    const QString what = !meaning.isEmpty()     ? words::signedAs(meaning)
        : operation.table == "handover"_L1      ? words::handoverState(state)
        : operation.table == "handover_item"_L1 ? domain::text(set, "question"_L1)
                                                : QString();
    return what.isEmpty() ? tableWord(operation.table)
                          : tableWord(operation.table) + u": "_s + excerpt(what);
}

QString workDeed(const domain::Operation &operation)
{
    const domain::Row &set = operation.set;
    if (operation.kind == domain::OperationKind::Insert)
        return QCoreApplication::translate("synccards", "Open “%1”")
            .arg(excerpt(domain::text(set, "title"_L1)));
    if (set.contains("stage"_L1))
        return words::enterStage(domain::text(set, "stage"_L1));
    if (set.contains("level"_L1))
        return QCoreApplication::translate("synccards", "Level: %1")
            .arg(words::level(domain::text(set, "level"_L1)));
    if (set.contains("state"_L1))
        return words::workState(domain::text(set, "state"_L1));
    if (set.contains("owner"_L1))
        return domain::text(set, "owner"_L1).isEmpty()
            ? QCoreApplication::translate("synccards", "Give up the ownership")
            : QCoreApplication::translate("synccards", "Claim");
    if (set.contains("acknowledged_at"_L1))
        return QCoreApplication::translate("synccards", "Acknowledge");
    QStringList columns;
    for (const QString &column : set.keys())
        columns.append(columnWord(column));
    return QCoreApplication::translate("synccards", "Change: %1").arg(words::list(columns));
}

QString markOf(const Card &card, const words::Names &names)
{
    const auto name = [&names](const QString &login) {
        return names.person ? names.person(login) : login;
    };
    const QString when =
        card.theirsAt ? words::hourMinute(*card.theirsAt, QTimeZone::systemTimeZone()) : QString();
    if (card.lostClaim)
        return QCoreApplication::translate("synccards", "Not sent: %1 claimed it, %2")
            .arg(name(card.by), when);
    if (card.state == ResultState::Conflict && card.code == "deleted"_L1)
        return QCoreApplication::translate("synccards", "Not sent: deleted by %1")
            .arg(name(card.by));
    if (card.state == ResultState::Conflict)
        return QCoreApplication::translate("synccards", "Not sent: changed by %1, %2")
            .arg(name(card.by), when);
    if (card.state == ResultState::Rejected)
        return QCoreApplication::translate("synccards", "Not sent: refused (%1)")
            .arg(deedOf(card.first()));
    if (card.code == "server_fault"_L1)
        return QCoreApplication::translate("synccards", "Not sent: held by the server");
    return QCoreApplication::translate("synccards", "Not sent: waits for %1")
        .arg(name(card.first().actor));
}

} // namespace

QString deedOf(const domain::Operation &operation)
{
    if (operation.table == "incident"_L1 || operation.table == "ticket"_L1
        || operation.table == "pending_item"_L1)
        return workDeed(operation);
    if (operation.table == "log_entry"_L1)
        return QCoreApplication::translate("synccards", "Log: %1")
            .arg(excerpt(domain::text(operation.set, "text"_L1)));
    if (operation.table.startsWith("handover"_L1))
        return dutyDeed(operation);
    const QString name = domain::text(operation.set, "name"_L1).isEmpty()
        ? domain::text(operation.set, "person"_L1)
        : domain::text(operation.set, "name"_L1);
    return QCoreApplication::translate("synccards", "Change of %1 %2")
        .arg(tableWord(operation.table), name)
        .trimmed();
}

QString columnWord(const QString &column)
{
    for (const ColumnName &known : kColumns) {
        if (known.column == column)
            return QCoreApplication::translate("synccards", known.word);
    }
    return words::field(column);
}

QString valueWord(const QString &column, const QJsonValue &value, const words::Names &names)
{
    if (value.isNull() || value.isUndefined() || value.toString(u"x"_s).isEmpty())
        return u"–"_s;
    if (value.isBool())
        return value.toBool() ? QCoreApplication::translate("synccards", "yes")
                              : QCoreApplication::translate("synccards", "no");
    if (value.isArray()) {
        QStringList items;
        for (const QJsonValue &item : value.toArray())
            items.append(column == "sites"_L1 && names.target ? names.target(item.toString())
                                                              : words::party(item.toString()));
        return words::list(items);
    }
    if (!value.isString())
        return value.toVariant().toString();
    const QString text = value.toString();
    if (column == "level"_L1)
        return words::level(text);
    if (column == "stage"_L1)
        return words::stage(text);
    if (column == "tech_group"_L1)
        return words::group(text);
    if (column == "target"_L1 && names.target)
        return names.target(text);
    if ((column == "owner"_L1 || column == "acknowledged_by"_L1) && names.person)
        return names.person(text);
    if (const auto at = base::fromIso(text))
        return words::timeOfDay(*at, QTimeZone::systemTimeZone());
    return text;
}

QString headOf(const Card &card, const words::Names &names)
{
    if (card.lostClaim)
        return QCoreApplication::translate("synccards", "Claimed already");
    if (card.state == ResultState::Conflict)
        return QCoreApplication::translate("synccards", "Conflict");
    if (card.state == ResultState::Rejected)
        return QCoreApplication::translate("synccards", "Refused");
    if (card.code == "server_fault"_L1)
        return QCoreApplication::translate("synccards", "Held by the server");
    const QString actor = card.first().actor;
    return QCoreApplication::translate("synccards", "Waits for %1")
        .arg(names.person ? names.person(actor) : actor);
}

QHash<QUuid, QString> marksOf(const QList<Card> &cards, const words::Names &names)
{
    QHash<QUuid, QString> marks;
    QHash<QUuid, int> counts;
    for (const Card &card : cards) {
        if (card.incident.isNull())
            continue;
        const int count = ++counts[card.incident];
        marks.insert(card.incident,
            count == 1
                ? markOf(card, names)
                : QCoreApplication::translate("synccards", "Not sent: %1 changes wait for a person")
                      .arg(count));
    }
    return marks;
}

QString sentenceOf(const Card &card, const words::Names &names)
{
    const QString who = names.person ? names.person(card.by) : card.by;
    const QString when =
        card.theirsAt ? words::timeOfDay(*card.theirsAt, QTimeZone::systemTimeZone()) : QString();
    QString sentence;
    if (card.lostClaim)
        sentence = QCoreApplication::translate("synccards", "%1 %2 was first.").arg(when, who);
    else if (card.state == ResultState::Conflict && card.code == "deleted"_L1)
        sentence = QCoreApplication::translate("synccards", "%1 deleted it meanwhile.").arg(who);
    else if (card.state == ResultState::Conflict)
        sentence =
            QCoreApplication::translate("synccards", "Not sent: changed by %1, %2.").arg(who, when);
    else
        sentence = words::codeSentence(card.code, card.params, names);
    const int later = int(card.operations.size()) - 1;
    if (later > 0)
        sentence += u' '
            + QCoreApplication::translate(
                "synccards", "%n later step(s) not applied.", nullptr, later);
    return sentence.trimmed();
}

} // namespace watchroom::ui
