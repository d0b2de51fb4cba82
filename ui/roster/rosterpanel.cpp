// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roster/rosterpanel.h"

#include "app/base/whendone.h"
#include "app/roster/rosterwords.h"
#include "app/words/handovers.h"
#include "app/words/times.h"
#include "ui/roster/changelist.h"
#include "ui/roster/shiftbox.h"
#include "ui/style/theme.h"
#include "ui/widgets/scrollcolumn.h"

#include <QEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::Shift;
using roster::Problem;
using roster::RosterChange;

namespace {

constexpr int kWidth = 368;
constexpr auto kAhead = std::chrono::hours(14 * 24);
constexpr qsizetype kMostProblems = 12;

bool isPending(const RosterChange &change, base::Instant now)
{
    return change.state == "asked"_L1 && change.what.until > now;
}

} // namespace

QList<RosterChange> askedOf(
    const roster::RosterState &state, const QString &login, base::Instant now)
{
    QList<RosterChange> asked;
    std::ranges::copy_if(state.changes, std::back_inserter(asked), [&](const RosterChange &change) {
        return isPending(change, now) && !login.isEmpty() && change.askedOf == login;
    });
    return asked;
}

RosterPanel::RosterPanel(const style::Theme &theme, const RosterNeeds &needs, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_needs(needs)
    , m_shift(new ShiftBox(theme, needs, this))
    , m_requestHead(new DutySection(theme, u"requestHead"_s, this))
    , m_requests(new ChangeList(theme, true, this))
    , m_now(new DutySection(theme, u"onNow"_s, this))
    , m_next(new DutySection(theme, u"onNext"_s, this))
    , m_week(new DutySection(theme, u"myWeek"_s, this))
    , m_problems(new DutySection(theme, u"problems"_s, this))
{
    setObjectName(u"rosterPanel"_s);
    m_requests->setObjectName(u"requests"_s);
    auto *column = new widgets::ScrollColumn(u"rosterPanelScroll"_s, this);
    for (QWidget *part : {static_cast<QWidget *>(m_shift), static_cast<QWidget *>(m_requestHead),
             static_cast<QWidget *>(m_requests), static_cast<QWidget *>(m_now),
             static_cast<QWidget *>(m_next), static_cast<QWidget *>(m_week),
             static_cast<QWidget *>(m_problems)})
        column->add(part);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 8, 6, 8);
    layout->addWidget(column);
    for (const DutySection *section : {m_now, m_next, m_week, m_problems})
        connect(section, &DutySection::dayAsked, this, &RosterPanel::dayAsked);
    connect(m_requests, &ChangeList::acted, this, &RosterPanel::answer);
    connect(m_shift, &ShiftBox::failed, this, &RosterPanel::failed);
    connect(m_shift, &ShiftBox::authorAsked, this, &RosterPanel::authorAsked);
    RosterPanel::themeChanged();
}

void RosterPanel::refresh()
{
    const base::Instant now = m_needs.now();
    m_minute = std::chrono::floor<std::chrono::minutes>(now);
    const auto shifts = domain::shiftsOf(m_needs.state().roster, now, now + kAhead);
    showNow(shifts);
    showNext(shifts);
    showWeek();
    showProblems();
    showRequests();
    m_shift->refresh();
}

void RosterPanel::tick()
{
    // Who is on, and what lies ahead, changes by the minute.
    if (std::chrono::floor<std::chrono::minutes>(m_needs.now()) != m_minute)
        refresh();
    else
        m_shift->tick();
}

void RosterPanel::showNow(const QList<Shift> &shifts)
{
    QList<DutySection::Line> lines;
    const QList<Shift> on = domain::onDuty(shifts, m_needs.now());
    for (const domain::Position &position : m_needs.state().positions) {
        bool anybody = false;
        for (const Shift &shift : on) {
            if (shift.position != position.code)
                continue;
            anybody = true;
            const bool nobody = shift.person.isEmpty();
            const auto checked = m_needs.state().checkedIn(shift);
            lines.append(
                {{.head = roster::dutyWords(shift.position, shift.slot, m_needs.names()),
                     .text = nobody ? roster::nobody() : m_needs.directory.personName(shift.person),
                     .aside = nobody ? QString()
                         : checked
                         ? tr("in since %1").arg(words::hourMinute(*checked, m_needs.zone()))
                         : tr("not checked in"),
                     .wanting = nobody,
                     .mine = !nobody && shift.person == m_needs.me(),
                     .strongAside = !nobody && !checked},
                    roster::dayOf(shift.from, m_needs.zone())});
        }
        if (!anybody && position.needed)
            lines.append({{.head = roster::dutyWords(position.code, {}, m_needs.names()),
                              .text = roster::nobody(),
                              .aside = {},
                              .wanting = true},
                m_needs.today()});
    }
    m_now->setHead(tr("On duty now"));
    m_now->setNothing(tr("Nobody, by the roster"));
    m_now->setLines(lines);
}

void RosterPanel::showNext(const QList<Shift> &shifts)
{
    QList<DutySection::Line> lines;
    const QList<Shift> next = domain::nextOf(shifts, m_needs.now());
    for (const Shift &shift : next) {
        const bool nobody = shift.person.isEmpty();
        const QDate day = roster::dayOf(shift.from, m_needs.zone());
        const QString time = words::hourMinute(shift.from, m_needs.zone());
        lines.append(
            {{.head = roster::dutyWords(shift.position, shift.slot, m_needs.names()),
                 .text = nobody ? roster::nobody() : m_needs.directory.personName(shift.person),
                 .aside = day == m_needs.today() ? time : roster::dayWords(day) + u' ' + time,
                 .wanting = nobody,
                 .mine = !nobody && shift.person == m_needs.me()},
                day});
    }
    m_next->setHead(tr("Next"));
    m_next->setNothing(tr("No shift ahead"));
    m_next->setLines(lines);
}

void RosterPanel::showWeek()
{
    const QTimeZone zone = m_needs.zone();
    const QDate monday = roster::mondayOf(m_needs.today());
    const auto from = roster::beginOf(monday, zone);
    const auto until = roster::beginOf(monday.addDays(7), zone);
    QList<DutySection::Line> lines;
    const auto shifts = domain::shiftsOf(m_needs.state().roster, from, until);
    for (const Shift &shift : shifts) {
        const QDate day = roster::dayOf(shift.from, zone);
        if (shift.person.isEmpty() || shift.person != m_needs.me() || day < monday)
            continue;
        lines.append({{.head = roster::dayWords(day),
                          .text = roster::hours(shift.from, shift.until, zone),
                          .aside = roster::dutyWords(shift.position, shift.slot, m_needs.names()),
                          .strong = day == m_needs.today()},
            day});
    }
    m_week->setHead(tr("My shifts this week"));
    m_week->setNothing(m_needs.me().isEmpty() ? tr("Nobody signed in") : tr("None this week"));
    m_week->setLines(lines);
}

void RosterPanel::showProblems()
{
    const base::Instant now = m_needs.now();
    const QList<Problem> problems = m_needs.state().problems(now, now + kAhead);
    const auto isGap = [](const Problem &problem) { return problem.kind == Problem::Kind::Gap; };
    m_gapCount = int(std::ranges::count_if(problems, isGap));
    m_doubleCount = int(problems.size()) - m_gapCount;
    QList<DutySection::Line> lines;
    const words::Names names = m_needs.names();
    for (const Problem &problem : problems.first(std::min(problems.size(), kMostProblems))) {
        const QDate day = roster::dayOf(problem.from, m_needs.zone());
        const QString place = names.position(problem.position);
        lines.append(
            {{.head = roster::dayWords(day),
                 .text = isGap(problem) ? tr("%1: nobody").arg(place)
                                        : tr("%1: two at once").arg(names.person(problem.person)),
                 .aside = roster::hours(problem.from, problem.until, m_needs.zone()),
                 .spoken = roster::problemSentence(problem, names, m_needs.zone()),
                 .wanting = true},
                day});
    }
    m_problems->setHead(tr("To mend, next 14 days"),
        problems.size() > kMostProblems
            ? tr("%1, the first %2").arg(problems.size()).arg(kMostProblems)
            : problems.isEmpty() ? QString()
                                 : QString::number(problems.size()));
    m_problems->setNothing(tr("Nothing: somebody is on everywhere"));
    m_problems->setLines(lines);
}

/// What is wrong once it is agreed to.
QString RosterPanel::remarkOf(const RosterChange &request) const
{
    QStringList parts = roster::harmLines(
        roster::effectOf(m_needs.state(), request.what), m_needs.names(), m_needs.zone());
    if (!request.what.reason.isEmpty())
        parts.prepend(request.what.reason);
    return parts.join(u'\n');
}

void RosterPanel::showRequests()
{
    const QString me = m_needs.me();
    const base::Instant now = m_needs.now();
    const words::Names names = m_needs.names();
    QList<ChangeList::Item> items;
    for (const RosterChange &request : askedOf(m_needs.state(), me, now))
        items.append({request.id,
            tr("%1 asks: %2")
                .arg(names.person(request.askedBy),
                    roster::changeSentence(request.what, names, m_needs.zone())),
            remarkOf(request),
            {{u"acceptRequest"_s, tr("Accept"), true}, {u"declineRequest"_s, tr("Decline")}}});
    for (const RosterChange &request : m_needs.state().changes) {
        if (!me.isEmpty() && request.askedBy == me && isPending(request, now))
            items.append({request.id,
                tr("Waits for %1: %2")
                    .arg(names.person(request.askedOf),
                        roster::changeSentence(request.what, names, m_needs.zone())),
                request.what.reason, {{u"withdrawRequest"_s, tr("Take back")}}});
    }
    m_requestHead->setHead(tr("Requests"), QString::number(items.size()));
    m_requestHead->setVisible(!items.isEmpty());
    m_requests->setItems(items);
}

void RosterPanel::answer(const QUuid &change, const QString &name)
{
    if (m_needs.me().isEmpty()) {
        Q_EMIT authorAsked();
        return;
    }
    auto &commands = m_needs.commands;
    const auto saved = name == "acceptRequest"_L1 ? commands.accept(change)
        : name == "declineRequest"_L1             ? commands.decline(change)
                                                  : commands.takeBack(change);
    base::whenDone(saved, this, [this](const base::Result<store::Saved> &done) {
        if (!done)
            Q_EMIT failed(done.error());
    });
}

void RosterPanel::themeChanged()
{
    setFixedWidth(scaled(kWidth));
    ThemedWidget::themeChanged();
}

void RosterPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    ThemedWidget::changeEvent(event);
}

void RosterPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().panel);
    painter.fillRect(QRect(0, 0, 1, height()), tokens().line);
}

} // namespace watchroom::ui
