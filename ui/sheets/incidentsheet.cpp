// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sheets/incidentsheet.h"

#include "app/words/entries.h"
#include "app/words/fill.h"
#include "app/words/terms.h"
#include "app/words/times.h"
#include "ui/sheets/sheetpages.h"
#include "ui/sheets/sheettext.h"
#include "ui/sheets/stageline.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QTimeZone>

#include <algorithm>

namespace watchroom::sheets {

using namespace Qt::StringLiterals;
using domain::Row;
using Look = Piece::Look;

namespace {

QString inFours(const QByteArray &hex)
{
    QString text;
    for (qsizetype at = 0; at < hex.size(); at += 4)
        text += (at > 0 ? u" "_s : QString()) + QString::fromLatin1(hex.mid(at, 4));
    return text;
}

/// The level's shape, so that paper without colours still tells.
QString levelMark(const QString &level)
{
    return level == "red"_L1 ? u"◆ "_s : level == "yellow"_L1 ? u"▲ "_s : u"● "_s;
}

class IncidentSheet
{
    Q_DECLARE_TR_FUNCTIONS(IncidentSheet)

public:
    IncidentSheet(const exports::IncidentFile &file, bool english, base::Instant now)
        : m_file(file)
        , m_english(english)
        , m_now(now)
        , m_policy(domain::parsePolicy(file.policy).value_or(domain::defaultPolicy()))
        , m_zone(m_policy.zone)
    {
        if (!m_zone.isValid())
            m_zone = QTimeZone::systemTimeZone();
        m_names.person = [this](const QString &login) { return person(login); };
        m_names.target = [this](const QString &key) { return place(key); };
    }

    [[nodiscard]] QString title() const
    {
        return tr("Incident report %1").arg(m_file.reference());
    }
    [[nodiscard]] Foot foot() const;
    void fill(QTextDocument &document) const;

private:
    [[nodiscard]] QString of(QLatin1StringView column) const
    {
        return domain::text(m_file.incident, column);
    }
    [[nodiscard]] QString person(const QString &login) const
    {
        return m_file.people.value(login, login);
    }
    [[nodiscard]] QString place(const QString &key) const;
    [[nodiscard]] QString when(const Row &row, QLatin1StringView column) const;
    /// "03-18 14:31, Chen": either may be missing.
    [[nodiscard]] QString whenAndWho(QLatin1StringView at, QLatin1StringView who) const;
    [[nodiscard]] QString sites() const;
    [[nodiscard]] QString told() const;
    [[nodiscard]] QString lasted() const;
    [[nodiscard]] QString sentenceOf(const Row &entry) const;
    [[nodiscard]] QString numberOf(const Row &entry) const;
    [[nodiscard]] Cell wordsOf(const Row &entry) const;
    [[nodiscard]] Cell timesOf(const Row &entry) const;
    [[nodiscard]] QList<Cell> entryRow(const Row &entry) const;
    void writeHead(SheetText &text) const;
    void writeStages(SheetText &text) const;
    void writeRoles(SheetText &text) const;
    void writeAlerts(SheetText &text) const;
    void writeTimeline(SheetText &text) const;

    const exports::IncidentFile &m_file;
    bool m_english;
    base::Instant m_now;
    domain::Policy m_policy;
    QTimeZone m_zone;
    words::Names m_names;
};

QString IncidentSheet::place(const QString &key) const
{
    const Row target = m_file.places.value(key);
    const QString name = domain::text(target, m_english ? "name_en"_L1 : "name"_L1);
    const QString other = domain::text(target, "name"_L1);
    return !name.isEmpty() ? name : other.isEmpty() ? key : other;
}

QString IncidentSheet::when(const Row &row, QLatin1StringView column) const
{
    const auto at = domain::instant(row, column);
    return at ? words::dateTimeSeconds(*at, m_zone) : QString();
}

QString IncidentSheet::whenAndWho(QLatin1StringView at, QLatin1StringView who) const
{
    QStringList both{when(m_file.incident, at), person(of(who))};
    both.removeAll(QString());
    return both.join(u" · "_s);
}

QString IncidentSheet::sites() const
{
    return words::wordParameter(
        words::Wording::Sites, m_file.incident.value("sites"_L1), m_names);
}

QString IncidentSheet::told() const
{
    return words::wordParameter(
        words::Wording::Parties, m_file.incident.value("told"_L1), m_names);
}

QString IncidentSheet::lasted() const
{
    const auto opened = domain::instant(m_file.incident, "opened_at"_L1);
    const auto closed = domain::instant(m_file.incident, "closed_at"_L1);
    if (!opened)
        return {};
    return words::duration(
        std::chrono::floor<base::Seconds>(std::max(closed.value_or(m_now), *opened) - *opened));
}

Foot IncidentSheet::foot() const
{
    Foot foot{.left = QStringList{m_file.reference(), of("label"_L1), of("title"_L1)}.join(u" · "_s)};
    if (m_file.reference() == of("label"_L1))
        foot.left = of("label"_L1) + u" · "_s + of("title"_L1);
    if (m_file.head.n == 0) {
        foot.lines = {tr("Nothing is recorded yet: there is no chain")};
        return foot;
    }
    foot.lines = {tr("Chain head, entry %1: %2")
                      .arg(m_file.head.n)
                      .arg(inFours(m_file.head.hash)),
        tr("Fingerprint: %1").arg(inFours(m_file.fingerprint))};
    return foot;
}

void IncidentSheet::writeHead(SheetText &text) const
{
    const QString drill =
        domain::boolean(m_file.incident, "drill"_L1) ? u"【%1】"_s.arg(tr("Drill")) : QString();
    const QString level = of("level"_L1);
    text.line({{title() + u"  "_s, Look::Quiet}, {of("label"_L1), Look::Quiet}});
    text.title(drill + of("title"_L1));
    text.line({{levelMark(level) + words::levelLong(level), Look::Strong},
        {u"   "_s + words::stage(of("stage"_L1))}});
    if (m_file.broken)
        text.line({{tr("The record here is not whole: see entry %1.").arg(m_file.broken->at.n),
            Look::Strong}});
    QList<std::pair<QString, QString>> facts{{tr("Place"), place(of("target"_L1))},
        {tr("Owner"), of("owner"_L1).isEmpty() ? tr("Unclaimed") : person(of("owner"_L1))},
        {tr("Opened"), whenAndWho("opened_at"_L1, "opened_by"_L1)},
        {tr("Group"), words::group(of("tech_group"_L1))},
        {tr("Acknowledged"), whenAndWho("acknowledged_at"_L1, "acknowledged_by"_L1)},
        {tr("Recovered"), when(m_file.incident, "recovered_at"_L1)},
        {tr("Closed"), when(m_file.incident, "closed_at"_L1)}, {tr("Lasted"), lasted()},
        {tr("Scope"), sites()}, {tr("Told"), told()}, {tr("Cause"), of("cause"_L1)},
        {tr("Verified"), of("verified"_L1)}};
    for (auto &[name, value] : facts) {
        if (value.isEmpty())
            value = u"–"_s;
    }
    text.facts(facts);
    text.line({{tr("Exported %1 %2. Times are those of %3.")
                       .arg(words::date(m_now, m_zone), words::timeOfDay(m_now, m_zone),
                           QString::fromLatin1(m_zone.id())),
        Look::Quiet}});
}

void IncidentSheet::writeStages(SheetText &text) const
{
    text.heading(tr("Stages against their limits"));
    const auto level = domain::levelFrom(of("level"_L1)).value_or(domain::Level::Red);
    const auto waiting = domain::instant(m_file.incident, "waiting_since"_L1);
    QList<QList<Cell>> rows;
    for (const Row &record : m_file.stages) {
        const auto stage = domain::stageFrom(domain::text(record, "stage"_L1));
        const domain::Limit limit =
            stage && *stage != domain::Stage::Closed ? m_policy.of(level).limit(*stage)
                                                     : domain::Limit{};
        const StageLine line = stageLine(record, limit, waiting, m_now, m_zone);
        Cell stageCell{{{words::stage(domain::text(record, "stage"_L1))}}};
        QStringList why{words::reason(domain::text(record, "reason"_L1)),
            domain::text(record, "note"_L1)};
        why.removeAll(QString());
        if (!why.isEmpty())
            stageCell.append({{why.join(u" · "_s), Look::Quiet}});
        Cell took{{{line.took}}};
        if (!line.waited.isEmpty())
            took.append({{tr("waiting %1").arg(line.waited), Look::Quiet}});
        rows.append({stageCell, {{{person(domain::text(record, "owner"_L1))}}},
            {{{line.entered}}}, {{{line.left}}}, took, {{{line.limit}}},
            {{{line.verdict, line.over ? Look::Strong : Look::Plain}}}});
    }
    text.table({tr("Stage"), tr("Responsible"), tr("Entered"), tr("Left"), tr("Took"),
                   tr("Limit"), tr("Result")},
        {0.13, 0.12, 0.19, 0.19, 0.11, 0.14, 0.12}, rows);
}

void IncidentSheet::writeRoles(SheetText &text) const
{
    if (m_file.roles.isEmpty())
        return;
    text.heading(tr("Roles"));
    QList<std::pair<QString, QString>> facts;
    for (const Row &role : m_file.roles)
        facts.append({words::role(domain::text(role, "role"_L1)),
            person(domain::text(role, "person"_L1))});
    text.facts(facts);
}

void IncidentSheet::writeAlerts(SheetText &text) const
{
    if (m_file.alerts.isEmpty())
        return;
    text.heading(tr("Alerts"));
    QList<QList<Cell>> rows;
    for (const Row &alert : m_file.alerts) {
        const QString value = alert.value("value"_L1).isDouble()
            ? QString::number(alert.value("value"_L1).toDouble(), 'g', 6)
            : u"–"_s;
        const QString level = domain::text(alert, "level"_L1);
        rows.append({{{{levelMark(level) + words::level(level)}}},
            {{{domain::text(alert, "rule"_L1)}}}, {{{place(domain::text(alert, "target"_L1))}}},
            {{{value}}}, {{{when(alert, "starts_at"_L1)}}}, {{{when(alert, "ended_at"_L1)}}}});
    }
    text.table({tr("Level"), tr("Rule"), tr("Place"), tr("Value"), tr("Began"), tr("Ended")},
        {0.12, 0.20, 0.20, 0.10, 0.19, 0.19}, rows);
}

QString IncidentSheet::sentenceOf(const Row &entry) const
{
    QStringList said;
    if (const QString channel = domain::text(entry, "channel"_L1); !channel.isEmpty())
        said.append(u"[%1]"_s.arg(words::channel(channel)));
    said.append(words::entrySentence(domain::text(entry, "code"_L1),
        entry.value("params"_L1).toObject(), m_names, domain::text(entry, "author"_L1)));
    said.append(domain::text(entry, "text"_L1));
    said.removeAll(QString());
    return said.join(u' ');
}

QString IncidentSheet::numberOf(const Row &entry) const
{
    return entry.value("n"_L1).isDouble() ? QString::number(domain::integer(entry, "n"_L1))
                                          : u"–"_s;
}

Cell IncidentSheet::wordsOf(const Row &entry) const
{
    const QString corrected = domain::text(entry, "corrects"_L1);
    const QList<Row> corrections = m_file.correctionsOf(entry);
    Cell cell;
    const QString sentence = sentenceOf(entry);
    if (!corrected.isEmpty()) {
        const auto at = std::ranges::find_if(m_file.entries,
            [&corrected](const Row &row) { return domain::text(row, "id"_L1) == corrected; });
        const QString number = at == m_file.entries.cend() ? u"–"_s : numberOf(*at);
        cell.append({{tr("Corrects entry %1:").arg(number) + u' ', Look::Quiet},
            {sentence, corrections.isEmpty() ? Look::Plain : Look::Struck}});
    } else {
        cell.append({{sentence, corrections.isEmpty() ? Look::Plain : Look::Struck}});
    }
    for (const Row &correction : corrections)
        cell.append({{tr("Corrected by entry %1:").arg(numberOf(correction)) + u' ', Look::Quiet},
            {sentenceOf(correction)}});
    return cell;
}

Cell IncidentSheet::timesOf(const Row &entry) const
{
    const auto happened = domain::instant(entry, "happened_at"_L1);
    const auto recorded = domain::instant(entry, "recorded_at"_L1);
    Cell cell{{{when(entry, "happened_at"_L1)}}};
    if (!recorded)
        cell.append({{tr("not recorded yet"), Look::Strong}});
    else if (domain::isRecordedLater(happened, recorded))
        cell.append({{tr("recorded %1").arg(when(entry, "recorded_at"_L1)), Look::Quiet}});
    return cell;
}

QList<Cell> IncidentSheet::entryRow(const Row &entry) const
{
    Cell who{{{person(domain::text(entry, "author"_L1))}}};
    return {{{{numberOf(entry), Look::Quiet}}}, timesOf(entry), who, wordsOf(entry)};
}

void IncidentSheet::writeTimeline(SheetText &text) const
{
    text.heading(tr("Time line"));
    QList<Row> all = m_file.entries + m_file.unrecorded;
    // As it happened; of one instant as the chain has it. Texts of instants sort as instants do.
    std::ranges::stable_sort(
        all, {}, [](const Row &row) { return domain::text(row, "happened_at"_L1); });
    QList<QList<Cell>> rows;
    rows.reserve(all.size());
    for (const Row &entry : std::as_const(all))
        rows.append(entryRow(entry));
    text.table({tr("Entry"), tr("Time"), tr("Who"), tr("What")}, {0.07, 0.23, 0.15, 0.55}, rows);
    text.line({{tr("The entries form a chain of hashes. Exported as JSON, “watchroomctl audit "
                   "verify --file” recomputes it; the fingerprint at the foot must be the same."),
        Look::Quiet}});
}

void IncidentSheet::fill(QTextDocument &document) const
{
    SheetText text(document);
    writeHead(text);
    writeStages(text);
    writeRoles(text);
    writeAlerts(text);
    writeTimeline(text);
}

} // namespace

base::Result<> writeIncidentSheet(
    const exports::IncidentFile &file, bool english, base::Instant now, QIODevice &to)
{
    const IncidentSheet sheet(file, english, now);
    return writePages(to, sheet.title(), sheet.foot(),
        [&sheet](QTextDocument &document) { sheet.fill(document); });
}

} // namespace watchroom::sheets
