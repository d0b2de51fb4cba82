// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roster/swapdialog.h"

#include "app/roster/rosterwords.h"

#include <QComboBox>
#include <QLineEdit>

#include <algorithm>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using domain::Shift;

namespace {

constexpr auto kAhead = std::chrono::hours(35 * 24);

bool isSame(const Shift &a, const Shift &b)
{
    return a.position == b.position && a.from == b.from && a.until == b.until;
}

} // namespace

SwapDialog::SwapDialog(
    const style::Theme &theme, QWidget &window, const RosterNeeds &needs, const Shift &shift)
    : ChangeForm(theme, window, needs, tr("Swap"), tr("Save"))
    , m_mine{makePeople(u"person"_s, needs.me()), new QComboBox(&box())}
    , m_theirs{makePeople(u"colleague"_s, {}), new QComboBox(&box())}
    , m_reason(makeReason())
{
    m_mine.person->setEnabled(needs.isSenior()); // else one's own alone
    m_mine.shift->setObjectName(u"shift"_s);
    m_theirs.shift->setObjectName(u"colleagueShift"_s);
    for (Side *side : {&m_mine, &m_theirs}) {
        side->shift->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        connect(side->person, &QComboBox::currentIndexChanged, this, [this, side] { fill(*side); });
        connect(side->shift, &QComboBox::currentIndexChanged, this, &SwapDialog::showEffect);
        fill(*side);
    }
    const bool mine = shift.person.isEmpty() || shift.person == needs.me();
    choose(mine ? m_mine : m_theirs, shift);
    addRow({{tr("Who"), m_mine.person, 1}, {tr("gives this shift"), m_mine.shift, 2}});
    addRow({{tr("With whom"), m_theirs.person, 1}, {tr("for this one"), m_theirs.shift, 2}});
    addRow(tr("Reason (optional)"), m_reason);
    addEffect();
    (mine ? m_theirs.person : m_mine.shift)->setFocus();
}

void SwapDialog::fill(Side &side)
{
    const QString login = side.person->currentData().toString();
    const base::Instant now = needs().now();
    side.shifts.clear();
    side.shift->clear();
    const auto shifts = domain::shiftsOf(needs().state().roster, now, now + kAhead);
    for (const Shift &shift : shifts) {
        if (login.isEmpty() || shift.person != login)
            continue;
        side.shifts.append(shift);
        side.shift->addItem(roster::span(shift.from, shift.until, needs().zone()) + u" · "_s
            + roster::dutyWords(shift.position, shift.slot, needs().names()));
    }
    side.shift->setCurrentIndex(-1);
}

void SwapDialog::choose(Side &side, const Shift &shift)
{
    if (shift.person.isEmpty())
        return;
    side.person->setCurrentIndex(side.person->findData(shift.person));
    for (qsizetype at = 0; at < side.shifts.size(); ++at) {
        if (isSame(side.shifts[at], shift))
            side.shift->setCurrentIndex(int(at));
    }
}

const Shift *SwapDialog::chosen(const Side &side) const
{
    const int at = side.shift->currentIndex();
    return at < 0 || at >= side.shifts.size() ? nullptr : &side.shifts[at];
}

// Who gives a shift takes the other one: what is under way is swapped from now on.
roster::NewChange SwapDialog::change() const
{
    if (!chosen(m_mine) || !chosen(m_theirs))
        return {.kind = u"swap"_s, .person = {}, .from = {}, .until = {}};
    const Shift &mine = *chosen(m_mine);
    const Shift &theirs = *chosen(m_theirs);
    const base::Instant now = needs().now();
    return {.kind = u"swap"_s,
        .position = theirs.position,
        .person = m_mine.person->currentData().toString(),
        .replaces = m_theirs.person->currentData().toString(),
        .from = std::max(now, theirs.from),
        .until = theirs.until,
        .otherPosition = mine.position,
        .otherFrom = std::max(now, mine.from),
        .otherUntil = mine.until,
        .reason = m_reason->text()};
}

void SwapDialog::submit()
{
    if (chosen(m_mine) && chosen(m_theirs))
        ChangeForm::submit();
    else
        complain(tr("Choose both shifts."));
}

} // namespace watchroom::ui
