// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/handoverside.h"

#include "app/domain/levels.h"
#include "app/words/handovers.h"
#include "app/words/terms.h"
#include "app/words/times.h"
#include "ui/handover/handoverwords.h"
#include "ui/style/theme.h"
#include "ui/widgets/scrollcolumn.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using handover::HandoverItem;
using handover::HandoverState;
using style::FontRole;
using style::Ink;
using style::Weight;

namespace {
constexpr int kWidth = 300;
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
    m_waivers = addPart(u"waivers"_s);
    m_countsHead = new widgets::TextLabel(theme, FontRole::Body, Weight::Bold, Ink::T1, this);
    m_counts = new QGridLayout;
    m_counts->setColumnStretch(0, 1);
    m_counts->setVerticalSpacing(4);
    for (const Part &part : {m_sides, m_absent}) {
        column->add(part.head);
        column->add(part.text);
    }
    column->add(m_countsHead);
    column->add(m_counts);
    column->add(m_waivers.head);
    column->add(m_waivers.text);
}

HandoverSide::Part HandoverSide::addPart(const QString &name)
{
    Part part{new widgets::TextLabel(theme(), FontRole::Body, Weight::Bold, Ink::T1, this),
        new QLabel(this)};
    part.text->setObjectName(name);
    part.text->setTextFormat(Qt::PlainText);
    part.text->setWordWrap(true);
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
    const HandoverState *state = m_needs.state();
    if (!state)
        return;
    showSides(*state);
    showCounts(*state);
    showWaivers(*state);
}

void HandoverSide::showSides(const HandoverState &state)
{
    const auto side = [this](const QString &lead, const QString &slot, qsizetype people) {
        const QString count = tr("%n people", nullptr, int(people));
        return m_needs.person(lead) + u"\n　　"_s
            + (slot.isEmpty() ? count : slot + u" · "_s + count);
    };
    set(m_sides, tr("The two sides"),
        {tr("From %1").arg(side(
             state.outgoing, words::slot(state.facts.outgoing.slot), state.outgoingPeople.size())),
            tr("To %1").arg(side(state.incoming, words::slot(state.facts.incoming.slot),
                state.incomingPeople.size()))});
    QStringList absent;
    for (const QString &login : state.incomingPeople) {
        if (!state.facts.checkedIn.contains(login))
            absent.append(m_needs.person(login));
    }
    const qsizetype there = state.incomingPeople.size() - absent.size();
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
    int row = 0;
    const auto show = [this, &row](const QString &name, int number) {
        for (int column = 0; column < 2; ++column) {
            const auto *there = m_counts->itemAtPosition(row, column);
            auto *label = there ? static_cast<widgets::TextLabel *>(there->widget())
                                : new widgets::TextLabel(theme(), FontRole::Body,
                                    column == 0 ? Weight::Regular : Weight::Bold,
                                    column == 0 ? Ink::T2 : Ink::T1, this);
            if (!there)
                m_counts->addWidget(label, row, column);
            label->setText(column == 0 ? name : QString::number(number));
        }
        ++row;
    };
    m_countsHead->setText(tr("Open now"));
    for (const auto level : {"red"_L1, "yellow"_L1, "blue"_L1})
        show(words::level(QString(level)), count([level](const HandoverItem &item) {
            return item.facts.level == level && !isRun(item.facts);
        }));
    show(tr("Overdue"), count([now](const HandoverItem &item) {
        return item.facts.dueAt && *item.facts.dueAt < now;
    }));
    show(
        tr("Nobody's"), count([](const HandoverItem &item) { return item.facts.owner.isEmpty(); }));
    show(tr("Carried three shifts or more"),
        count([](const HandoverItem &item) { return handover::isLongCarried(item.facts); }));
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
