// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/handoverside.h"

#include "app/domain/levels.h"
#include "app/words/handovers.h"
#include "app/words/terms.h"
#include "app/words/times.h"
#include "ui/handover/handoverwords.h"
#include "ui/style/theme.h"
#include "ui/widgets/scrollcolumn.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using handover::HandoverItem;
using handover::HandoverState;
using style::FontRole;
using style::Weight;

namespace {
constexpr int kWidth = 300;
constexpr auto kEarly = std::chrono::hours(2); // before the shift: a check-in counts for it
} // namespace

HandoverSide::HandoverSide(const style::Theme &theme, const HandoverNeeds &needs, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_needs(needs)
{
    setObjectName(u"handoverSide"_s);
    setFixedWidth(scaled(kWidth));
    auto *column = new widgets::ScrollColumn(u"handoverSideScroll"_s, this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 6, 10);
    layout->addWidget(column);
    m_sides = addPart(u"sides"_s);
    m_absent = addPart(u"absent"_s);
    m_counts = addPart(u"openCounts"_s);
    m_waivers = addPart(u"waivers"_s);
    for (const Part &part : {m_sides, m_absent, m_counts, m_waivers}) {
        column->add(part.head);
        column->add(part.text);
    }
}

HandoverSide::Part HandoverSide::addPart(const QString &name)
{
    Part part{new QLabel(this), new QLabel(this)};
    part.text->setObjectName(name);
    for (QLabel *label : {part.head, part.text}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    return part;
}

void HandoverSide::set(const Part &part, const QString &head, const QStringList &lines)
{
    part.head->setText(head);
    part.text->setText(lines.join(u'\n'));
    part.head->setVisible(!lines.isEmpty());
    part.text->setVisible(!lines.isEmpty());
}

void HandoverSide::refresh()
{
    setFixedWidth(scaled(kWidth));
    for (const Part &part : {m_sides, m_absent, m_counts, m_waivers})
        part.head->setFont(theme().font(FontRole::Body, Weight::Bold));
    const HandoverState *state = m_needs.state();
    if (!state)
        return;
    showSides(*state);
    showCounts(*state);
    showWaivers(*state);
}

void HandoverSide::showSides(const HandoverState &state)
{
    const ShiftNames names = shiftNames(state, m_needs);
    const auto side = [this](const QString &lead, const QString &slot, qsizetype people) {
        const QString count = tr("%n people", nullptr, int(people));
        return m_needs.person(lead) + u"\n    "_s
            + (slot.isEmpty() ? count : slot + u" · "_s + count);
    };
    set(m_sides, tr("The two sides"),
        {tr("From %1").arg(side(state.outgoing, names.before, state.outgoingPeople.size())),
            tr("To %1").arg(side(state.incoming, names.after, state.incomingPeople.size()))});
    QStringList absent;
    int there = 0;
    for (const QString &login : state.incomingPeople) {
        const auto &checkIns = m_needs.roster.state().checkIns;
        const bool in = std::ranges::any_of(checkIns, [&](const roster::CheckIn &one) {
            return one.person == login && state.shiftAt && one.at >= *state.shiftAt - kEarly;
        });
        there += in ? 1 : 0;
        if (!in)
            absent.append(m_needs.person(login));
    }
    QStringList lines{tr("Checked in: %1 of %2").arg(there).arg(state.incomingPeople.size())};
    if (!absent.isEmpty())
        lines.append(tr("Not yet: %1").arg(words::list(absent)));
    set(m_absent, tr("Incoming shift"), lines);
}

void HandoverSide::showCounts(const HandoverState &state)
{
    const auto count = [&state](auto matches) {
        return int(std::ranges::count_if(state.items, matches));
    };
    const base::Instant now = m_needs.now();
    const auto line = [](const QString &name, int number) {
        return name + u"  "_s + QString::number(number);
    };
    QStringList lines;
    for (const auto *level : {"red", "yellow", "blue"}) {
        const QString code = QString::fromLatin1(level);
        lines.append(line(words::level(code),
            count([&code](const HandoverItem &item) { return item.facts.level == code; })));
    }
    lines.append(line(tr("Overdue"), count([now](const HandoverItem &item) {
        return item.facts.dueAt && *item.facts.dueAt < now;
    })));
    lines.append(line(tr("Nobody's"),
        count([](const HandoverItem &item) { return item.facts.owner.isEmpty(); })));
    lines.append(line(tr("Carried three shifts or more"),
        count([](const HandoverItem &item) { return item.facts.carried >= 3; })));
    set(m_counts, tr("Open now"), lines);
}

void HandoverSide::showWaivers(const HandoverState &state)
{
    QStringList lines;
    for (const handover::SheetWaiver &waiver : state.waivers) {
        QString subject = words::keySystem(waiver.subject);
        for (const HandoverItem &item : state.items) {
            if (item.facts.id.toString(QUuid::WithoutBraces) == waiver.subject)
                subject = item.facts.title;
        }
        lines.append(words::field(waiver.rule)
            + (subject.isEmpty() ? QString() : u" · "_s + subject) + u'\n'
            + tr("%1; %2 and %3")
                  .arg(words::reason(waiver.reason), m_needs.person(waiver.by),
                      m_needs.person(waiver.second)));
    }
    set(m_waivers, tr("Waived"), lines);
}

void HandoverSide::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    ThemedWidget::changeEvent(event);
}

void HandoverSide::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().panel);
    painter.fillRect(QRect(0, 0, 1, height()), tokens().line);
}

} // namespace watchroom::ui
