// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roster/rotationdialog.h"

#include "app/domain/codes.h"
#include "app/roster/rosterplan.h"
#include "app/words/handovers.h"
#include "ui/roster/membersfield.h"
#include "ui/roster/rotationsdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QSpinBox>
#include <QTimeEdit>

#include <algorithm>
#include <array>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using domain::Rotation;

namespace {

constexpr auto kShownAhead = std::chrono::hours(28 * 24);
constexpr int kMostTurns = 1'000; // as the rules have it
constexpr std::array kSlots{"early"_L1, "day"_L1, "night"_L1};

qint64 daysOf(const Rotation &rotation)
{
    return rotation.unit == Rotation::Unit::Weeks ? 7 * rotation.every : rotation.every;
}

} // namespace

QStringList membersFrom(const Rotation &rotation, const QDate &day)
{
    const qsizetype count = rotation.members.size();
    const qint64 passed = rotation.startsOn.daysTo(day);
    if (count == 0 || passed <= 0)
        return rotation.members;
    const qint64 turn = rotation.unit == Rotation::Unit::Hours ? passed * 24 / rotation.every
                                                               : passed / daysOf(rotation);
    QStringList members = rotation.members;
    // Not std::ranges: clang 14 cannot read what it returns.
    std::rotate(members.begin(), members.begin() + turn % count, members.end());
    return members;
}

QDate nextTurn(const Rotation &rotation, const QDate &today)
{
    const QDate tomorrow = today.addDays(1);
    const qint64 passed = rotation.startsOn.daysTo(tomorrow);
    if (rotation.unit == Rotation::Unit::Hours || passed <= 0)
        return std::max(tomorrow, rotation.startsOn);
    const qint64 length = daysOf(rotation);
    return rotation.startsOn.addDays((passed + length - 1) / length * length);
}

Rotation RotationDialog::fresh(const RosterNeeds &needs)
{
    Rotation rotation;
    rotation.zone = needs.zone().id();
    rotation.startsOn = needs.today().addDays(1);
    rotation.handoff = QTime(8, 0);
    rotation.unit = Rotation::Unit::Days;
    rotation.hours = domain::DailyHours{QTime(8, 0), QTime(20, 0)};
    rotation.slot = u"day"_s;
    if (!needs.state().positions.isEmpty())
        rotation.position = needs.state().positions.first().code;
    return rotation;
}

RotationDialog::RotationDialog(
    const style::Theme &theme, QWidget &window, const RosterNeeds &needs, const Rotation &rotation)
    : RosterForm(theme, window, needs,
        rotation.id.isNull() ? tr("New rotation") : tr("Change the rotation"), tr("Save"))
    , m_before(rotation)
    , m_begun(!rotation.id.isNull() && hasBegun(rotation, needs.now()))
    , m_position(makePositions(u"position"_s, rotation.position))
    , m_slot(makeSlots())
    , m_zone(makeZones())
    , m_starts(new QDateEdit(&box()))
    , m_handoff(makeTimeOfDay(u"handoff"_s, rotation.handoff))
    , m_every(new QSpinBox(&box()))
    , m_unit(new QComboBox(&box()))
    , m_hours(new QCheckBox(tr("Only at some hours"), &box()))
    , m_from(
          makeTimeOfDay(u"hoursFrom"_s, rotation.hours ? rotation.hours->from : rotation.handoff))
    , m_until(
          makeTimeOfDay(u"hoursUntil"_s, rotation.hours ? rotation.hours->until : rotation.handoff))
    , m_members(new MembersField(theme, needs.directory, &box()))
{
    m_position->setEnabled(rotation.id.isNull()); // another position is another rotation
    m_starts->setObjectName(u"starts"_s);
    m_starts->setDisplayFormat(u"yyyy-MM-dd"_s);
    m_starts->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_starts->setDate(m_begun ? nextTurn(rotation, needs.today()) : rotation.startsOn);
    if (m_begun)
        m_starts->setMinimumDate(needs.today().addDays(1)); // the past stays as it was
    m_every->setObjectName(u"every"_s);
    m_every->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_every->setRange(1, kMostTurns);
    m_every->setValue(rotation.every);
    m_unit->setObjectName(u"unit"_s);
    m_unit->addItems({tr("hours"), tr("days"), tr("weeks")});
    m_unit->setCurrentIndex(int(rotation.unit));
    m_hours->setObjectName(u"hours"_s);
    m_hours->setChecked(rotation.hours.has_value());
    followDay();
    layOut();
    connect(m_starts, &QDateEdit::dateChanged, this, &RotationDialog::followDay);
    connect(m_starts, &QDateEdit::dateChanged, this, &RotationDialog::showEffect);
    connect(m_every, &QSpinBox::valueChanged, this, &RotationDialog::showEffect);
    connect(m_unit, &QComboBox::currentIndexChanged, this, &RotationDialog::showEffect);
    connect(m_members, &MembersField::changed, this, &RotationDialog::showEffect);
    connect(m_hours, &QCheckBox::toggled, this, [this](bool on) {
        m_from->setEnabled(on);
        m_until->setEnabled(on);
        showEffect();
    });
    for (QTimeEdit *field : {m_from, m_until})
        field->setEnabled(m_hours->isChecked());
    m_slot->setFocus();
}

void RotationDialog::layOut()
{
    addRow({{tr("Position"), m_position}, {tr("Its shifts are called"), m_slot},
        {tr("Time zone"), m_zone}});
    addRow({{m_begun ? tr("From which day on") : tr("Starts on"), m_starts},
        {tr("Hand-off at"), m_handoff}, {tr("Turn changes every"), m_every}, {tr("Unit"), m_unit}});
    addRow({{tr("Hours of the day"), m_hours, 2}, {tr("From"), m_from}, {tr("Until"), m_until}});
    addRow(tr("Whose turn it is, in order"), m_members);
    addEffect();
}

QComboBox *RotationDialog::makeSlots()
{
    auto *field = new QComboBox(&box());
    field->setObjectName(u"slot"_s);
    field->setEditable(true);
    for (const QLatin1StringView code : kSlots)
        field->addItem(words::slot(QString(code)), QString(code));
    field->setCurrentText(words::slot(m_before.slot));
    return field;
}

QComboBox *RotationDialog::makeZones()
{
    auto *field = new QComboBox(&box());
    field->setObjectName(u"zone"_s);
    field->setEditable(true);
    const auto zones = QTimeZone::availableTimeZoneIds();
    for (const QByteArray &zone : zones)
        field->addItem(QString::fromLatin1(zone));
    field->setCurrentText(QString::fromLatin1(m_before.zone));
    field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(field, &QComboBox::currentTextChanged, this, &RotationDialog::showEffect);
    return field;
}

QTimeEdit *RotationDialog::makeTimeOfDay(const QString &name, const QTime &time)
{
    auto *field = new QTimeEdit(time, &box());
    field->setObjectName(name);
    field->setDisplayFormat(u"HH:mm"_s);
    field->setButtonSymbols(QAbstractSpinBox::NoButtons);
    connect(field, &QTimeEdit::timeChanged, this, &RotationDialog::showEffect);
    return field;
}

void RotationDialog::followDay()
{
    if (m_members->members() != m_proposed)
        return;
    m_proposed = m_begun ? membersFrom(m_before, m_starts->date()) : m_before.members;
    m_members->setMembers(m_proposed);
}

Rotation RotationDialog::rotation() const
{
    Rotation made = m_before;
    made.position = m_position->currentData().toString();
    const int known = m_slot->findText(m_slot->currentText());
    made.slot = known < 0 ? m_slot->currentText().trimmed() : m_slot->itemData(known).toString();
    made.zone = m_zone->currentText().trimmed().toLatin1();
    made.startsOn = m_starts->date();
    made.handoff = m_handoff->time();
    made.unit = Rotation::Unit(m_unit->currentIndex());
    made.every = m_every->value();
    made.hours = m_hours->isChecked()
        ? std::optional(domain::DailyHours{m_from->time(), m_until->time()})
        : std::nullopt;
    made.members = m_members->members();
    return made;
}

roster::RosterEffect RotationDialog::effect() const
{
    const Rotation made = rotation();
    if (!QTimeZone(made.zone).isValid())
        return {};
    const auto &state = needs().state();
    domain::Roster after = state.roster;
    const auto same = std::ranges::find(after.rotations, m_before.id, &Rotation::id);
    const bool replaced = !m_before.id.isNull() && same != after.rotations.end();
    if (replaced && m_begun)
        same->endsOn = made.startsOn.addDays(-1);
    else if (replaced)
        after.rotations.erase(same);
    after.rotations.append(made);
    const base::Instant from =
        std::max(needs().now(), roster::beginOf(made.startsOn, needs().zone()));
    return roster::effectOf(
        {state.positions, state.roster}, {state.positions, after}, from, from + kShownAhead);
}

void RotationDialog::submit()
{
    const Rotation made = rotation();
    if (!QTimeZone(made.zone).isValid()) {
        complain(tr("Nobody knows this time zone. Asia/Shanghai is one."));
        m_zone->setFocus();
        return;
    }
    save(m_begun ? needs().commands.succeed(m_before.id, made)
                 : needs().commands.saveRotation(made));
}

} // namespace watchroom::ui
