// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sheets/handoverstate.h"

#include "app/base/ids.h"
#include "app/words/handovers.h"
#include "app/words/terms.h"

#include <algorithm>

namespace watchroom::sheets {

using namespace Qt::StringLiterals;
using handover::SheetSide;
using handover::SheetSystem;
using Look = Piece::Look;

namespace {

QList<Cell> named(const QString &name, const QList<Piece> &line)
{
    return {{{{name, Look::Quiet}}}, {line}};
}

} // namespace

QList<Piece> HandoverState::joined(const QList<Piece> &pieces)
{
    if (pieces.isEmpty())
        return {{tr("none")}};
    QList<Piece> line;
    for (const Piece &piece : pieces) {
        if (!line.isEmpty())
            line.append({tr("; ")});
        line.append(piece);
    }
    return line;
}

QList<Piece> HandoverState::side(const SheetSide &side) const
{
    QStringList others = side.people;
    others.removeAll(side.lead);
    QList<Piece> line{{m_names.person(side.lead), Look::Strong}};
    //: How many of a shift, the lead included.
    line.append({u"  "_s + tr("%1 in all").arg(others.size() + 1)});
    if (!others.isEmpty())
        line.append({tr(": %1").arg(m_names.people(others))});
    return line;
}

QList<Piece> HandoverState::checkedIn() const
{
    QStringList missing;
    QStringList all = m_sheet.incoming.people;
    if (!all.contains(m_sheet.incoming.lead))
        all.prepend(m_sheet.incoming.lead);
    for (const QString &login : std::as_const(all)) {
        if (!m_sheet.incoming.checkedIn.contains(login))
            missing.append(login);
    }
    if (missing.isEmpty())
        return {{tr("all are here")}};
    return {{tr("not here: %1").arg(m_names.people(missing)), Look::Strong}};
}

QList<Piece> HandoverState::positions() const
{
    QList<Piece> pieces;
    for (const handover::SheetPosition &position : m_sheet.positions) {
        const auto holder = [this](const QString &login) {
            return login.isEmpty() ? tr("nobody") : m_names.person(login);
        };
        pieces.append(
            {u"%1 %2 → %3"_s.arg(position.name, holder(position.from), holder(position.to)),
                position.to.isEmpty() ? Look::Strong : Look::Plain});
    }
    return joined(pieces);
}

void HandoverState::writeParties(SheetText &text) const
{
    text.heading(tr("1. Parties"));
    text.grid({0.13, 0.87},
        {named(tr("Hands over"), side(m_sheet.outgoing)),
            named(
                tr("Takes over"), side(m_sheet.incoming) + QList<Piece>{{tr("; ")}} + checkedIn()),
            named(tr("Positions"), positions())});
}

Cell HandoverState::status(const SheetSystem &system) const
{
    const bool fine = system.result == "ok"_L1;
    QList<Piece> line{{words::keySystem(system.name) + u' ', Look::Quiet},
        {words::checkResult(system.result), fine ? Look::Plain : Look::Strong}};
    if (!system.seen.isEmpty())
        line.append({u' ' + system.seen, fine ? Look::Plain : Look::Strong});
    if (system.at)
        line.append({u' ' + m_names.when(system.at) + u' '
                + (system.by.isEmpty() ? tr("by metrics") : m_names.person(system.by)),
            Look::Note});
    return {line};
}

QList<Piece> HandoverState::sources() const
{
    QList<Piece> pieces;
    for (const handover::SheetSource &source : m_sheet.sources) {
        QString said = source.name + u' ' + words::sourceState(source.state);
        if (source.since)
            said += u' ' + tr("since %1").arg(m_names.when(source.since));
        pieces.append({said, source.state == "ok"_L1 ? Look::Plain : Look::Strong});
    }
    return joined(pieces);
}

QList<Piece> HandoverState::silences() const
{
    QList<Piece> pieces;
    for (const handover::SheetSilence &silence : m_sheet.silences)
        pieces.append({tr("%1 until %2").arg(silence.name, m_names.when(silence.endsAt))});
    return joined(pieces);
}

QList<Piece> HandoverState::runs() const
{
    QList<Piece> pieces;
    for (const handover::SheetRun &run : m_sheet.runs)
        pieces.append({tr("%1 v%2, step %3").arg(run.article).arg(run.version).arg(run.step)});
    return joined(pieces);
}

void HandoverState::writeSystems(SheetText &text) const
{
    text.heading(tr("4. System status: %1").arg(m_sheet.systems.size()));
    constexpr int kColumns = 3;
    QList<QList<Cell>> rows;
    for (qsizetype at = 0; at < m_sheet.systems.size(); ++at) {
        if (at % kColumns == 0)
            rows.append(QList<Cell>());
        rows.last().append(status(m_sheet.systems[at]));
    }
    if (rows.isEmpty())
        text.line({{tr("No systems are on the list.")}});
    else
        text.grid({0.33, 0.33, 0.34}, rows);
    text.line(QList<Piece>{{tr("Sources: "), Look::Quiet}} + sources());
    text.line(QList<Piece>{{tr("Silences: "), Look::Quiet}} + silences()
        + QList<Piece>{{u"   "_s + tr("Procedures being followed: "), Look::Quiet}} + runs());
}

void HandoverState::writeChanges(SheetText &text) const
{
    const auto &changes = m_sheet.sinceLast;
    const auto moved = [](const QString &name, const handover::SheetCount &count) {
        return u"%1 %2 → %3"_s.arg(name).arg(count.before).arg(count.now);
    };
    const QStringList said{moved(tr("open"), changes.open), moved(tr("red"), changes.red),
        moved(tr("overdue"), changes.overdue), tr("opened %1").arg(changes.opened),
        tr("closed %1").arg(changes.closed)};
    const QString since = changes.label.isEmpty() ? tr("Since the last handover: ")
                                                  : tr("Since handover %1: ").arg(changes.label);
    text.line({{since, Look::Strong}, {said.join(tr("; "))}});
}

QString HandoverState::subjectOf(const handover::SheetWaiver &waiver) const
{
    const auto item = std::ranges::find_if(m_sheet.items,
        [&waiver](const auto &one) { return base::toText(one.id) == waiver.subject; });
    if (item == m_sheet.items.end())
        return words::keySystem(waiver.subject);
    return item->label.isEmpty() ? item->title : item->label + u' ' + item->title;
}

void HandoverState::writeWaivers(SheetText &text) const
{
    if (m_sheet.waivers.isEmpty())
        text.line({{tr("Waivers: "), Look::Strong}, {tr("none")}});
    for (const handover::SheetWaiver &waiver : m_sheet.waivers) {
        QStringList said{words::field(waiver.rule)};
        if (!waiver.subject.isEmpty())
            said.append(subjectOf(waiver));
        said.append(tr("reason: %1").arg(words::reason(waiver.reason)));
        said.append(tr("%1 and %2").arg(m_names.person(waiver.by), m_names.person(waiver.second)));
        text.line({{tr("Waived: "), Look::Strong}, {said.join(u" · "_s), Look::Strong}});
    }
}

} // namespace watchroom::sheets
