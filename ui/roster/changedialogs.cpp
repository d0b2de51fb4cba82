// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roster/changedialogs.h"

#include "app/roster/rosterplan.h"
#include "app/roster/rosterwords.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QLineEdit>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using roster::NewChange;

namespace {

/// What a form begins with where nothing was chosen: all of tomorrow.
NewChange startOf(const NewChange &start, const RosterNeeds &needs)
{
    if (!start.kind.isEmpty())
        return start;
    const QDate tomorrow = needs.today().addDays(1);
    return {.kind = {},
        .person = {},
        .from = roster::beginOf(tomorrow, needs.zone()),
        .until = roster::beginOf(tomorrow.addDays(1), needs.zone())};
}

QString dataOf(const QComboBox &field)
{
    return field.currentData().toString();
}

} // namespace

roster::RosterEffect ChangeForm::effect() const
{
    return roster::effectOf(needs().state(), change());
}

QString ChangeForm::remark() const
{
    const NewChange made = change();
    const QString me = needs().me();
    QString asked;
    if (!needs().isSenior() && made.kind != "leave"_L1) {
        if (made.person != me)
            asked = made.person;
        else if (made.kind == "swap"_L1)
            asked = made.replaces;
    }
    return asked.isEmpty()
        ? tr("In force at once.")
        : tr("In force when %1 agrees.").arg(needs().directory.personName(asked));
}

void ChangeForm::submit()
{
    save(needs().commands.change(change()));
}

LeaveDialog::LeaveDialog(
    const style::Theme &theme, QWidget &window, const RosterNeeds &needs, const NewChange &start)
    : ChangeForm(theme, window, needs, tr("Leave"), tr("Save"))
    , m_person(makePeople(u"person"_s, start.person.isEmpty() ? needs.me() : start.person))
    , m_from(makeTime(u"from"_s, startOf(start, needs).from))
    , m_until(makeTime(u"until"_s, startOf(start, needs).until))
    , m_reason(makeReason())
{
    m_person->setEnabled(needs.isSenior()); // else one's own alone
    addRow(tr("Who is away"), m_person);
    addRow({{tr("From"), m_from}, {tr("Until"), m_until}});
    addRow(tr("Reason (optional)"), m_reason);
    addEffect();
    m_from->setFocus();
}

NewChange LeaveDialog::change() const
{
    return {.kind = u"leave"_s,
        .person = dataOf(*m_person),
        .from = timeIn(*m_from),
        .until = timeIn(*m_until),
        .reason = m_reason->text()};
}

CoverDialog::CoverDialog(
    const style::Theme &theme, QWidget &window, const RosterNeeds &needs, const NewChange &start)
    : ChangeForm(theme, window, needs, tr("Cover"), tr("Save"))
    , m_person(makePeople(u"person"_s, start.person))
    , m_replaces(makePeople(u"replaces"_s, start.kind.isEmpty() ? needs.me() : start.replaces))
    , m_position(makePositions(u"position"_s, start.position))
    , m_from(makeTime(u"from"_s, startOf(start, needs).from))
    , m_until(makeTime(u"until"_s, startOf(start, needs).until))
    , m_reason(makeReason())
{
    m_position->insertItem(0, tr("Every position"));
    if (start.position.isEmpty())
        m_position->setCurrentIndex(0);
    addRow({{tr("Who covers"), m_person}, {tr("For whom"), m_replaces}});
    addRow(tr("Position"), m_position);
    addRow({{tr("From"), m_from}, {tr("Until"), m_until}});
    addRow(tr("Reason (optional)"), m_reason);
    addEffect();
    m_person->setFocus();
}

NewChange CoverDialog::change() const
{
    return {.kind = u"cover"_s,
        .position = dataOf(*m_position),
        .person = dataOf(*m_person),
        .replaces = dataOf(*m_replaces),
        .from = timeIn(*m_from),
        .until = timeIn(*m_until),
        .reason = m_reason->text()};
}

TemporaryDialog::TemporaryDialog(
    const style::Theme &theme, QWidget &window, const RosterNeeds &needs, const NewChange &start)
    : ChangeForm(theme, window, needs, tr("Temporary shift"), tr("Save"))
    , m_person(makePeople(u"person"_s, start.person))
    , m_position(makePositions(u"position"_s, start.position))
    , m_from(makeTime(u"from"_s, startOf(start, needs).from))
    , m_until(makeTime(u"until"_s, startOf(start, needs).until))
    , m_reason(makeReason())
{
    addRow({{tr("Who"), m_person}, {tr("Position"), m_position}});
    addRow({{tr("From"), m_from}, {tr("Until"), m_until}});
    addRow(tr("Reason (optional)"), m_reason);
    addEffect();
    m_person->setFocus();
}

NewChange TemporaryDialog::change() const
{
    return {.kind = u"temporary"_s,
        .position = dataOf(*m_position),
        .person = dataOf(*m_person),
        .from = timeIn(*m_from),
        .until = timeIn(*m_until),
        .reason = m_reason->text()};
}

TakeDialog::TakeDialog(const style::Theme &theme, QWidget &window, const RosterNeeds &needs,
    const domain::Shift &shift)
    : ChangeForm(theme, window, needs, tr("I take this shift"), tr("Take it"))
    , m_shift(shift)
    , m_reason(makeReason())
{
    addText(roster::dutyWords(shift.position, shift.slot, needs.names()) + u"\n"_s
        + roster::span(shift.from, shift.until, needs.zone()));
    addRow(tr("Reason (optional)"), m_reason);
    addEffect();
    m_reason->setFocus();
}

NewChange TakeDialog::change() const
{
    return {.kind = u"cover"_s,
        .position = m_shift.position,
        .person = needs().me(),
        .replaces = m_shift.person.isEmpty() ? m_shift.rostered : m_shift.person,
        .from = std::max(needs().now(), m_shift.from),
        .until = m_shift.until,
        .reason = m_reason->text()};
}

void TakeDialog::submit()
{
    save(needs().commands.takeShift(m_shift, m_reason->text()));
}

} // namespace watchroom::ui
