// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/parity/handovertrials.h"

#include <QCryptographicHash>

namespace watchroom::parity {

QList<QJsonValue> words(std::initializer_list<const char *> texts)
{
    QList<QJsonValue> all{QJsonValue()};
    for (const char *text : texts)
        all.append(QString::fromUtf8(text));
    return all;
}

QJsonArray people(std::initializer_list<const char *> logins)
{
    QJsonArray all;
    for (const char *login : logins)
        all.append(QString::fromLatin1(login));
    return all;
}

QString hashOf(const QJsonValue &sheet)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(canonicalJson(sheet), QCryptographicHash::Sha256).toHex());
}

QByteArray HandoverTrials::start()
{
    return m_server.start() ? QByteArray() : m_server.error();
}

void HandoverTrials::begin()
{
    makeTeam(m_facts);
    for (Position position : firstPositions()) {
        position.id = nextId();
        add(u"position"_s, positionRow(position));
    }
    m_trials.clear();
    m_now = m_server.begin();
}

Row HandoverTrials::plainHandover() const
{
    return {{u"scope"_s, u"desk"_s}, {u"shift_at"_s, at(30min)}, {u"attempt"_s, 1},
        {u"outgoing"_s, u"anna"_s}, {u"incoming"_s, u"lena"_s},
        {u"outgoing_people"_s, people({"anna", "ben", "carl"})},
        {u"incoming_people"_s, people({"lena", "carl"})}};
}

Row HandoverTrials::add(const QString &table, Row row)
{
    if (!row.contains("id"_L1))
        row.insert("id"_L1, base::toText(nextId()));
    if (!row.contains("deleted"_L1))
        row.insert("deleted"_L1, false);
    if (!row.contains("part"_L1))
        row.insert("part"_L1, u"core"_s);
    m_facts.add(table, row);
    return row;
}

Row HandoverTrials::addHandover(const QString &state, const Row &changes)
{
    Row row = plainHandover();
    // One live handover a scope: each has a scope of its own.
    row.insert("scope"_L1, u"scope_%1"_s.arg(++m_shift));
    row.insert("id"_L1, base::toText(nextId()));
    row.insert("state"_L1, state);
    row.insert("seen"_L1, false);
    row.insert("label"_L1, u"A1-9"_s);
    row.insert("number"_L1, 9);
    row.insert("opened_by"_L1, u"anna"_s);
    row.insert("opened_at"_L1, at(-20min));
    row.insert("part"_L1, monthPart(m_now));
    if (state != "draft"_L1 && state != "out_signed"_L1) {
        row.insert("ended_by"_L1, u"lena"_s);
        row.insert("ended_at"_L1, at(-5min));
    }
    for (auto it = changes.begin(); it != changes.end(); ++it)
        row.insert(it.key(), it.value());
    return add(u"handover"_s, row);
}

QJsonObject HandoverTrials::sheetOf(const Row &handover, const QJsonArray &items) const
{
    QJsonArray said;
    for (qsizetype i = 0; i < std::min<qsizetype>(5, items.size()); ++i)
        said.append(QJsonObject{{u"heard"_s, true}});
    return {{u"id"_s, text(handover, "id"_L1)}, {u"frozen_at"_s, at(0min)},
        {u"outgoing"_s, QJsonObject{{u"lead"_s, u"anna"_s}}},
        {u"incoming"_s, QJsonObject{{u"lead"_s, u"lena"_s}}}, {u"items"_s, items},
        {u"systems"_s,
            QJsonArray{
                QJsonObject{{u"key"_s, u"sound"_s}, {u"result"_s, u"ok"_s}, {u"at"_s, at(-3min)}}}},
        {u"read_back"_s, said}, {u"waivers"_s, QJsonArray()}};
}

QJsonObject HandoverTrials::itemOf(const QString &table, const Row &row) const
{
    return {{u"table"_s, table}, {u"id"_s, row.value("id"_L1)}, {u"label"_s, row.value("label"_L1)},
        {u"title"_s, row.value("title"_L1)}, {u"level"_s, row.value("level"_L1)},
        {u"owner"_s, row.value("owner"_L1)}, {u"stage"_s, u"diagnosis"_s},
        {u"receiver"_s, u"lena"_s}, {u"next_action"_s, u"复测"_s}, {u"due_at"_s, at(60min)},
        {u"contingency"_s, u"若再中断则切换"_s}, {u"confirmed_by"_s, u"lena"_s}};
}

void HandoverTrials::sign(const Row &handover, const QString &meaning, const QJsonObject &sheet)
{
    add(u"handover_signature"_s,
        {{u"handover"_s, handover.value("id"_L1)}, {u"meaning"_s, meaning},
            {u"sheet_hash"_s, hashOf(sheet)}, {u"sheet"_s, sheet}, {u"how"_s, u"password"_s},
            {u"person"_s, meaning == "handed_over"_L1 ? u"anna"_s : u"lena"_s},
            {u"signed_at"_s, at(-2min)}});
}

Row HandoverTrials::addWork(const QString &table, const QJsonValue &owner, const QString &level)
{
    Row row{{u"title"_s, u"备用线路"_s}, {u"level"_s, level}, {u"state"_s, u"open"_s},
        {u"owner"_s, owner}, {u"opened_by"_s, u"ben"_s}, {u"opened_at"_s, at(-40min)},
        {u"carried"_s, 2}};
    if (table == "ticket"_L1) {
        row.insert("label"_L1, u"A1-7"_s);
        row.insert("waited_s"_L1, 0);
    }
    return add(table, row);
}

Row HandoverTrials::addRun(
    const QJsonValue &owner, const QJsonValue &incident, const QString &state)
{
    const QUuid article = nextId();
    add(u"article"_s,
        {{u"id"_s, base::toText(article)}, {u"key"_s, QString(u"a-"_s + base::toText(article))},
            {u"title"_s, u"切换备用出口"_s}, {u"kind"_s, u"procedure"_s}, {u"version"_s, 2},
            {u"withdrawn"_s, false}});
    for (const int version : {1, 2})
        add(u"article_version"_s,
            {{u"id"_s, base::toText(articleVersionId(article, version))},
                {u"article"_s, base::toText(article)}, {u"version"_s, version},
                {u"title"_s, QString(u"切换备用出口，第 %1 版"_s.arg(version))},
                {u"hash"_s, QString(64, u'd')}, {u"size"_s, 9},
                {u"steps"_s, QJsonArray{QJsonObject{{u"id"_s, u"a"_s}, {u"text"_s, u"切换"_s}}}},
                {u"images"_s, QJsonArray()}});
    return add(u"procedure_run"_s,
        {{u"article"_s, base::toText(article)}, {u"version"_s, 1}, {u"now_version"_s, 2},
            {u"incident"_s, incident}, {u"mode"_s, u"read_do"_s}, {u"owner"_s, owner},
            {u"state"_s, state}, {u"started_by"_s, u"anna"_s}, {u"started_at"_s, at(-9min)}});
}

void HandoverTrials::put(
    const QString &table, OperationKind kind, const Row &old, const Row &set, bool newId)
{
    for (const Someone &who : everybody(m_facts)) {
        m_trials.append({table, kind, old, set, who.actor, who.fence, m_now - 30s});
        if (table != "handover"_L1 && who.actor.station) {
            m_trials.last().fence = 0;
            m_trials.last().actor.fenceHolds = false;
        }
        if (newId)
            m_trials.last().set.insert("id"_L1, base::toText(nextId()));
    }
}

void HandoverTrials::putEach(const QString &table, const Row &old, const Row &plain,
    const QList<Choice> &columns, OperationKind kind)
{
    put(table, kind, old, plain);
    for (const Choice &choice : columns) {
        for (const QJsonValue &value : choice.values) {
            Row set = plain;
            set.insert(choice.column, value);
            put(table, kind, old, set);
        }
    }
}

bool HandoverTrials::isEqual(const QStringList &expected)
{
    QSet<QString> verdicts;
    if (!m_server.load(m_facts) || !compare(m_server, m_facts, m_trials, m_now, verdicts))
        return false;
    const QSet<QString> wanted(expected.begin(), expected.end());
    if (verdicts != wanted)
        qWarning() << "verdicts" << verdicts << "expected" << wanted;
    return verdicts == wanted;
}

} // namespace watchroom::parity
