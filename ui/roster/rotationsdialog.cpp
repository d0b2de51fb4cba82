// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roster/rotationsdialog.h"

#include "app/domain/walltime.h"
#include "app/roster/rosterplan.h"
#include "app/roster/rosterwords.h"
#include "ui/roster/rotationdialog.h"

#include <QDateEdit>
#include <QPushButton>

#include <algorithm>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using domain::Rotation;

namespace {
constexpr auto kShownAhead = std::chrono::hours(28 * 24);
}

bool hasBegun(const Rotation &rotation, base::Instant now)
{
    const QDateTime first(rotation.startsOn, rotation.handoff, Qt::UTC);
    return domain::instantOf(first, QTimeZone(rotation.zone)) <= now;
}

RotationsDialog::RotationsDialog(
    const style::Theme &theme, QWidget &window, const RosterNeeds &needs)
    : ListDialog(theme, window, needs, tr("Rotations"), u"rotationList"_s)
{
    auto *add = addButton(u"newRotation"_s, tr("New rotation…"));
    m_edit = addButton(u"editRotation"_s, tr("Change…"));
    m_end = addButton(u"endRotation"_s, tr("End…"));
    connect(add, &QPushButton::clicked, this, [this] {
        (new RotationDialog(
             this->theme(), host(), this->needs(), RotationDialog::fresh(this->needs())))
            ->open();
    });
    connect(m_edit, &QPushButton::clicked, this, &RotationsDialog::edit);
    connect(m_end, &QPushButton::clicked, this, &RotationsDialog::end);
    RotationsDialog::refresh();
}

void RotationsDialog::refresh()
{
    const words::Names names = needs().names();
    QList<Item> items;
    QList<Rotation> rotations = needs().state().rotations();
    std::ranges::sort(rotations, {},
        [](const Rotation &rotation) { return std::pair(rotation.handoff, rotation.startsOn); });
    for (const domain::Position &position : needs().state().positions) {
        for (const Rotation &rotation : std::as_const(rotations)) {
            const bool over = rotation.endsOn.isValid() && rotation.endsOn < needs().today();
            if (!over && rotation.position == position.code)
                items.append({rotation.id,
                    roster::dutyWords(rotation.position, rotation.slot, names) + u'\n'
                        + roster::rotationSentence(rotation, names)});
        }
    }
    setItems(items, tr("No rotation yet: nobody is on duty by the roster."));
}

std::optional<Rotation> RotationsDialog::rotation() const
{
    const auto all = needs().state().rotations();
    const auto found = std::ranges::find(all, chosen(), &Rotation::id);
    return found == all.end() ? std::nullopt : std::optional(*found);
}

void RotationsDialog::refreshButtons()
{
    const auto shown = rotation();
    m_edit->setEnabled(shown.has_value());
    m_end->setEnabled(shown.has_value());
    m_end->setText(shown && !hasBegun(*shown, needs().now()) ? tr("Remove…") : tr("End…"));
}

void RotationsDialog::edit()
{
    if (const auto shown = rotation())
        (new RotationDialog(theme(), host(), needs(), *shown))->open();
}

void RotationsDialog::end()
{
    if (const auto shown = rotation())
        (new EndRotationDialog(theme(), host(), needs(), *shown))->open();
}

EndRotationDialog::EndRotationDialog(
    const style::Theme &theme, QWidget &window, const RosterNeeds &needs, const Rotation &rotation)
    : RosterForm(theme, window, needs,
        roster::dutyWords(rotation.position, rotation.slot, needs.names()),
        hasBegun(rotation, needs.now()) ? tr("End") : tr("Remove"))
    , m_rotation(rotation)
{
    addText(roster::rotationSentence(rotation, needs.names()));
    if (hasBegun(rotation, needs.now())) {
        m_last = new QDateEdit(&box());
        m_last->setObjectName(u"lastDay"_s);
        m_last->setDisplayFormat(u"yyyy-MM-dd"_s);
        m_last->setButtonSymbols(QAbstractSpinBox::NoButtons);
        m_last->setMinimumDate(needs.today()); // the past stays as it was
        m_last->setDate(needs.today());
        connect(m_last, &QDateEdit::dateChanged, this, &EndRotationDialog::showEffect);
        addRow(tr("Last day on which a shift begins"), m_last);
        m_last->setFocus();
    }
    addEffect();
}

roster::RosterEffect EndRotationDialog::effect() const
{
    const auto &state = needs().state();
    domain::Roster after = state.roster;
    const auto same = std::ranges::find(after.rotations, m_rotation.id, &Rotation::id);
    if (same == after.rotations.end())
        return {};
    if (m_last)
        same->endsOn = m_last->date();
    else
        after.rotations.erase(same);
    const QDate first = m_last ? m_last->date().addDays(1) : m_rotation.startsOn;
    const base::Instant from = std::max(needs().now(), roster::beginOf(first, needs().zone()));
    return roster::effectOf(
        {state.positions, state.roster}, {state.positions, after}, from, from + kShownAhead);
}

void EndRotationDialog::submit()
{
    save(m_last ? needs().commands.endRotation(m_rotation.id, m_last->date())
                : needs().commands.removeRotation(m_rotation.id));
}

} // namespace watchroom::ui
