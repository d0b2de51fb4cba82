// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roster/shiftbox.h"

#include "app/base/whendone.h"
#include "app/roster/rosterwords.h"
#include "app/words/terms.h"
#include "app/words/times.h"
#include "ui/roster/changedialogs.h"
#include "ui/roster/changelist.h"
#include "ui/roster/swapdialog.h"
#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using roster::PlanShift;
using roster::RosterChange;
using style::FontRole;
using style::Ink;
using style::Weight;
using widgets::ButtonKind;
using widgets::ButtonSize;

namespace {

/// Made this shift what it is, or keeps whose turn it was away from it.
bool concerns(const RosterChange &change, const domain::Shift &shift)
{
    if (change.state != "accepted"_L1)
        return false;
    const bool keepsAway = change.what.kind == "leave"_L1 && change.what.person == shift.rostered
        && change.what.from < shift.until && shift.from < change.what.until;
    return change.id == shift.by || keepsAway;
}

} // namespace

ShiftBox::ShiftBox(const style::Theme &theme, const RosterNeeds &needs, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_needs(needs)
{
    setObjectName(u"shiftBox"_s);
    build();
    connect(m_close, &QPushButton::clicked, this, &ShiftBox::closeAsked);
    connect(m_pieces, &widgets::SegmentedControl::currentChanged, this, [this](int piece) {
        m_at = piece;
        refresh();
    });
    connect(m_take, &QPushButton::clicked, this, &ShiftBox::take);
    connect(m_cover, &QPushButton::clicked, this, &ShiftBox::askCover);
    connect(m_swap, &QPushButton::clicked, this, &ShiftBox::swap);
    connect(m_checkIn, &QPushButton::clicked, this, &ShiftBox::checkIn);
    connect(m_changes, &ChangeList::acted, this, &ShiftBox::undo);
    ShiftBox::themeChanged();
    refresh();
}

void ShiftBox::build()
{
    const auto &look = theme();
    const auto button = [&look, this](ButtonKind kind, const QString &name, const QString &icon) {
        return widgets::makeButton(look, kind, name, {}, icon, ButtonSize::Normal, this);
    };
    m_duty = new widgets::TextLabel(look, FontRole::Section, Weight::Bold, Ink::T1, this);
    m_duty->setObjectName(u"shiftDuty"_s);
    m_close = widgets::makeButton(
        look, ButtonKind::Flat, u"closeShift"_s, {}, u"x"_s, ButtonSize::Small, this);
    m_pieces = new widgets::SegmentedControl(look, this);
    m_pieces->setObjectName(u"shiftPieces"_s);
    m_pieces->setSmall(true);
    m_who = new QLabel(this);
    m_who->setObjectName(u"shiftWho"_s);
    m_who->setTextFormat(Qt::PlainText);
    m_when = new widgets::TextLabel(look, FontRole::Body, Weight::Regular, Ink::T1, this);
    m_when->setObjectName(u"shiftWhen"_s);
    m_state = new widgets::TextLabel(look, FontRole::Caption, Weight::Regular, Ink::T2, this);
    m_state->setObjectName(u"shiftState"_s);
    m_checkIn = button(ButtonKind::Primary, u"checkIn"_s, u"user-check"_s);
    m_take = button(ButtonKind::Primary, u"takeShift"_s, u"hand-stop"_s);
    m_cover = button(ButtonKind::Secondary, u"askCover"_s, u"user-share"_s);
    m_swap = button(ButtonKind::Secondary, u"swapShift"_s, u"switch-horizontal"_s);
    m_changes = new ChangeList(look, false, this);
    m_changes->setObjectName(u"shiftChanges"_s);
    auto *head = new QHBoxLayout;
    head->addWidget(m_duty, 1);
    head->addWidget(m_close);
    auto *first = new QHBoxLayout;
    first->addWidget(m_checkIn, 1);
    first->addWidget(m_take, 1);
    auto *second = new QHBoxLayout;
    second->addWidget(m_cover, 1);
    second->addWidget(m_swap, 1);
    for (QHBoxLayout *row : {head, first, second})
        row->setSpacing(8);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 10);
    layout->setSpacing(6);
    layout->addLayout(head);
    layout->addWidget(m_pieces, 0, Qt::AlignLeft);
    layout->addWidget(m_who);
    layout->addWidget(m_when);
    layout->addWidget(m_state);
    layout->addWidget(m_changes);
    layout->addLayout(first);
    layout->addLayout(second);
}

void ShiftBox::setShifts(const QList<PlanShift> &shifts, int lane)
{
    const bool same = shifts == m_shifts;
    m_shifts = shifts;
    const auto wanted = std::ranges::find(m_shifts, lane, &PlanShift::lane);
    if (!same || wanted != m_shifts.end())
        m_at = wanted == m_shifts.end() ? 0 : int(wanted - m_shifts.begin());
    refresh();
}

const PlanShift *ShiftBox::shown() const
{
    return m_at < m_shifts.size() ? &m_shifts[m_at] : nullptr;
}

void ShiftBox::refresh()
{
    const PlanShift *chosen = shown();
    setVisible(chosen != nullptr);
    if (!chosen)
        return;
    const words::Names names = m_needs.names();
    QStringList pieces;
    for (const PlanShift &piece : std::as_const(m_shifts))
        pieces.append(roster::hours(piece.shift.from, piece.shift.until, m_needs.zone()));
    m_pieces->setVisible(pieces.size() > 1);
    m_pieces->setItems(pieces);
    m_pieces->setCurrent(m_at);
    m_pieces->setAccessibleName(tr("Which shift of the day"));
    m_close->setAccessibleName(tr("Close the details"));
    m_close->setToolTip(tr("Close the details (Esc)"));
    m_duty->setText(roster::dutyWords(chosen->shift.position, chosen->shift.slot, names));
    m_when->setText(roster::span(chosen->shift.from, chosen->shift.until, m_needs.zone()));
    showWho(*chosen);
    showChanges(*chosen);
    refreshButtons(*chosen);
}

void ShiftBox::tick()
{
    if (const PlanShift *chosen = shown()) {
        showWho(*chosen);
        showChanges(*chosen);
        refreshButtons(*chosen);
    }
}

void ShiftBox::showWho(const PlanShift &chosen)
{
    const domain::Shift &shift = chosen.shift;
    m_who->setText(
        shift.person.isEmpty() ? roster::nobody() : m_needs.directory.personName(shift.person));
    const QString state = stateOf(chosen);
    m_state->setText(state);
    m_state->setVisible(!state.isEmpty());
}

QString ShiftBox::stateOf(const PlanShift &chosen) const
{
    const domain::Shift &shift = chosen.shift;
    QStringList parts;
    const base::Instant now = m_needs.now();
    const bool mine = !shift.person.isEmpty() && shift.person == m_needs.me();
    if (mine)
        parts.append(tr("My shift"));
    if (chosen.uncovered)
        parts.append(tr("No rotation has a shift here"));
    if (chosen.twice)
        parts.append(tr("At two positions at once"));
    if (shift.until <= now)
        parts.append(tr("Over"));
    else if (shift.from <= now)
        parts.append(tr("On now"));
    if (const auto checked = m_needs.state().checkedIn(shift))
        parts.append(tr("checked in at %1").arg(words::hourMinute(*checked, m_needs.zone())));
    else if (!shift.person.isEmpty() && shift.from <= now && now < shift.until)
        parts.append(tr("not checked in"));
    return parts.join(u" · "_s);
}

bool ShiftBox::mayUndo(const RosterChange &change) const
{
    const QString me = m_needs.me();
    const bool concernsMe =
        change.what.person == me || change.what.replaces == me || change.askedBy == me;
    const base::Instant now = m_needs.now();
    const bool begun = change.what.from <= now;
    const bool open = change.what.until > now && !(begun && change.what.kind == "swap"_L1);
    return open && !me.isEmpty() && (concernsMe || m_needs.isSenior());
}

void ShiftBox::showChanges(const PlanShift &chosen)
{
    const words::Names names = m_needs.names();
    QList<ChangeList::Item> items;
    for (const RosterChange &change : m_needs.state().changes) {
        if (!concerns(change, chosen.shift))
            continue;
        ChangeList::Item item{.id = change.id,
            .sentence = roster::changeSentence(change.what, names, m_needs.zone()),
            .remark = change.what.reason,
            .acts = {}};
        const bool begun = change.what.from <= m_needs.now();
        if (mayUndo(change))
            item.acts.append({u"undoChange"_s, begun ? tr("End now") : tr("Take back")});
        items.append(item);
    }
    m_changes->setItems(items);
}

void ShiftBox::refreshButtons(const PlanShift &chosen)
{
    const domain::Shift &shift = chosen.shift;
    const base::Instant now = m_needs.now();
    const bool open = shift.until > now && !chosen.uncovered;
    const bool mine = !shift.person.isEmpty() && shift.person == m_needs.me();
    const bool here = shift.from - 1h <= now && now < shift.until;
    m_take->setVisible(open && !mine);
    m_take->setText(tr("I take this shift"));
    m_take->setToolTip(tr("I take what is left of this shift, whoever has it (T)"));
    m_checkIn->setVisible(mine && here && !m_needs.state().checkedIn(shift));
    m_checkIn->setText(tr("Check in"));
    m_checkIn->setToolTip(tr("I am here (I)"));
    m_cover->setVisible(open && (mine || m_needs.isSenior()));
    m_cover->setText(tr("Ask for cover…"));
    m_cover->setToolTip(tr("Somebody else has this shift"));
    m_swap->setVisible(open && !shift.person.isEmpty());
    m_swap->setText(tr("Swap…"));
    m_swap->setToolTip(tr("This shift against another one"));
}

bool ShiftBox::focusAction()
{
    for (QPushButton *button : {m_checkIn, m_take, m_cover, m_swap}) {
        if (button->isVisible()) {
            button->setFocus(Qt::OtherFocusReason);
            return true;
        }
    }
    return false;
}

bool ShiftBox::hasAuthor()
{
    if (!m_needs.me().isEmpty())
        return true;
    Q_EMIT authorAsked();
    return false;
}

void ShiftBox::run(const store::SavedFuture &saved)
{
    base::whenDone(saved, this, [this](const base::Result<store::Saved> &done) {
        if (!done)
            Q_EMIT failed(done.error());
    });
}

void ShiftBox::take()
{
    if (shown() && m_take->isVisible() && hasAuthor())
        (new TakeDialog(theme(), *window(), m_needs, shown()->shift))->open();
}

void ShiftBox::askCover()
{
    if (!shown() || !m_cover->isVisible() || !hasAuthor())
        return;
    const domain::Shift &shift = shown()->shift;
    (new CoverDialog(theme(), *window(), m_needs,
         {.kind = u"cover"_s,
             .position = shift.position,
             .person = {},
             .replaces = shift.person.isEmpty() ? shift.rostered : shift.person,
             .from = std::max(m_needs.now(), shift.from),
             .until = shift.until}))
        ->open();
}

void ShiftBox::swap()
{
    if (shown() && m_swap->isVisible() && hasAuthor())
        (new SwapDialog(theme(), *window(), m_needs, shown()->shift))->open();
}

void ShiftBox::checkIn()
{
    if (shown() && m_checkIn->isVisible() && hasAuthor())
        run(m_needs.commands.checkIn(shown()->shift.position));
}

void ShiftBox::undo(const QUuid &id)
{
    const auto &changes = m_needs.state().changes;
    const auto change = std::ranges::find(changes, id, &RosterChange::id);
    if (change == changes.end() || !hasAuthor())
        return;
    run(change->what.from <= m_needs.now() ? m_needs.commands.endNow(id)
                                           : m_needs.commands.takeBack(id));
}

void ShiftBox::themeChanged()
{
    m_who->setFont(theme().font(FontRole::Title, Weight::Bold));
    refresh();
    ThemedWidget::themeChanged();
}

void ShiftBox::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    ThemedWidget::changeEvent(event);
}

void ShiftBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), tokens().line);
}

} // namespace watchroom::ui
