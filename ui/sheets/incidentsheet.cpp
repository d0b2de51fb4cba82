// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sheets/incidentsheet.h"

#include "app/words/fill.h"
#include "app/words/terms.h"
#include "app/words/times.h"
#include "ui/sheets/entryrows.h"
#include "ui/sheets/papertext.h"
#include "ui/sheets/sheetpages.h"
#include "ui/sheets/stageline.h"

#include <QCoreApplication>

#include <algorithm>

namespace watchroom::sheets {

using namespace Qt::StringLiterals;
using domain::Row;
using Look = Piece::Look;

namespace {

class IncidentSheet
{
    Q_DECLARE_TR_FUNCTIONS(IncidentSheet)

public:
    IncidentSheet(const exports::IncidentFile &file, bool english, base::Instant now)
        : m_file(file)
        , m_now(now)
        , m_policy(domain::parsePolicy(file.policy).value_or(domain::defaultPolicy()))
        , m_names(file, english, m_policy.zone)
    {
    }

    [[nodiscard]] QString title() const { return tr("Incident report %1").arg(m_file.reference()); }
    [[nodiscard]] Foot foot() const;
    void fill(QTextDocument &document) const;

private:
    [[nodiscard]] QString of(QLatin1StringView column) const
    {
        return domain::text(m_file.incident, column);
    }
    [[nodiscard]] QString person(const QString &login) const { return m_names.person(login); }
    [[nodiscard]] QString place(const QString &key) const { return m_names.place(key); }
    [[nodiscard]] QString when(const Row &row, QLatin1StringView column) const
    {
        return m_names.when(row, column);
    }
    /// "2026-03-18 Wed 14:31:05 · Chen": either may be missing.
    [[nodiscard]] QString whenAndWho(QLatin1StringView at, QLatin1StringView who) const;
    [[nodiscard]] QString sites() const;
    [[nodiscard]] QString told() const;
    [[nodiscard]] QString lasted() const;
    void writeHead(SheetText &text) const;
    void writeStages(SheetText &text) const;
    void writeRoles(SheetText &text) const;
    void writeAlerts(SheetText &text) const;
    void writeTimeline(SheetText &text) const;

    const exports::IncidentFile &m_file;
    base::Instant m_now;
    domain::Policy m_policy;
    SheetNames m_names;
};

QString IncidentSheet::whenAndWho(QLatin1StringView at, QLatin1StringView who) const
{
    QStringList both{m_names.dateAndTime(m_file.incident, at), person(of(who))};
    both.removeAll(QString());
    return both.join(u" · "_s);
}

QString IncidentSheet::sites() const
{
    return words::wordParameter(
        words::Wording::Sites, m_file.incident.value("sites"_L1), m_names.names());
}

QString IncidentSheet::told() const
{
    return words::wordParameter(
        words::Wording::Parties, m_file.incident.value("told"_L1), m_names.names());
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
    Foot foot{
        .left = QStringList{m_file.reference(), of("label"_L1), of("title"_L1)}.join(u" · "_s)};
    if (m_file.reference() == of("label"_L1))
        foot.left = of("label"_L1) + u" · "_s + of("title"_L1);
    if (m_file.head.n == 0) {
        foot.lines = {tr("Nothing is recorded yet: there is no chain")};
        return foot;
    }
    foot.lines = {tr("Chain head, entry %1: %2").arg(m_file.head.n).arg(inFours(m_file.head.hash)),
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
        {tr("Closed"), m_names.dateAndTime(m_file.incident, "closed_at"_L1)},
        {tr("Lasted"), lasted()}, {tr("Scope"), sites()}, {tr("Told"), told()},
        {tr("Cause"), of("cause"_L1)}, {tr("Verified"), of("verified"_L1)}};
    for (auto &[name, value] : facts) {
        if (value.isEmpty())
            value = u"–"_s;
    }
    text.facts(facts);
    text.line(
        {{tr("Exported %1 %2. Times are those of %3.")
                .arg(words::date(m_now, m_names.zone()), words::timeOfDay(m_now, m_names.zone()),
                    QString::fromLatin1(m_names.zone().id())),
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
        const domain::Limit limit = stage && *stage != domain::Stage::Closed
            ? m_policy.of(level).limit(*stage)
            : domain::Limit{};
        const StageLine line = stageLine(record, limit, waiting, m_now, m_names.zone());
        Cell stageCell{{{words::stage(domain::text(record, "stage"_L1))}}};
        QStringList why{
            words::reason(domain::text(record, "reason"_L1)), domain::text(record, "note"_L1)};
        why.removeAll(QString());
        if (!why.isEmpty())
            stageCell.append({{why.join(u" · "_s), Look::Quiet}});
        Cell took{{{line.took}}};
        if (!line.waited.isEmpty())
            took.append({{tr("waiting %1").arg(line.waited), Look::Quiet}});
        rows.append({stageCell, {{{person(domain::text(record, "owner"_L1))}}}, {{{line.entered}}},
            {{{line.left}}}, took, {{{line.limit}}},
            {{{line.verdict, line.over ? Look::Strong : Look::Plain}}}});
    }
    text.table({tr("Stage"), tr("Responsible"), tr("Entered"), tr("Left"), tr("Took"), tr("Limit"),
                   tr("Result")},
        {0.13, 0.12, 0.19, 0.19, 0.11, 0.14, 0.12}, rows);
}

void IncidentSheet::writeRoles(SheetText &text) const
{
    if (m_file.roles.isEmpty())
        return;
    text.heading(tr("Roles"));
    QList<std::pair<QString, QString>> facts;
    for (const Row &role : m_file.roles)
        facts.append(
            {words::role(domain::text(role, "role"_L1)), person(domain::text(role, "person"_L1))});
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

void IncidentSheet::writeTimeline(SheetText &text) const
{
    text.heading(tr("Time line"));
    text.table({tr("Entry"), tr("Time"), tr("Who"), tr("What")}, {0.07, 0.23, 0.15, 0.55},
        entryRows(m_file, m_names));
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
