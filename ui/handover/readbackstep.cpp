// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/readbackstep.h"

#include "app/base/whendone.h"
#include "app/domain/handoverguard.h"
#include "ui/handover/handoverwords.h"
#include "ui/handover/readbackrow.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/scrollcolumn.h"
#include "ui/widgets/textlabel.h"

#include <QCryptographicHash>
#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using handover::HandoverItem;
using style::FontRole;
using style::Ink;
using style::Weight;

QStringList stepsFor(const HandoverItem &item, const QList<HandoverItem> &all)
{
    constexpr qsizetype kSteps = 3;
    QStringList steps{item.facts.nextAction};
    const auto add = [&steps](const QString &step) {
        if (!step.isEmpty() && !steps.contains(step) && steps.size() < kSteps)
            steps.append(step);
    };
    const QByteArray hash =
        QCryptographicHash::hash(item.facts.id.toRfc4122(), QCryptographicHash::Sha256);
    const auto number = [&hash](int at) { return qsizetype(uchar(hash[at])); };
    for (qsizetype i = 0; i < all.size(); ++i)
        add(all[(number(0) + i) % all.size()].facts.nextAction);
    for (const QString &plain : {ReadBackStep::tr("Watch it"), ReadBackStep::tr("Ask again"),
             ReadBackStep::tr("Measure again")})
        add(plain);
    steps.move(0, number(1) % steps.size()); // not always the first one
    return steps;
}

ReadBackStep::ReadBackStep(const style::Theme &theme, const HandoverNeeds &needs, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_needs(needs)
    , m_head(new widgets::TextLabel(theme, FontRole::Section, Weight::Bold, Ink::T1, this))
    , m_hint(new widgets::TextLabel(theme, FontRole::Body, Weight::Regular, Ink::T2, this))
    , m_empty(new widgets::EmptyState(theme, this))
    , m_list(new QVBoxLayout)
{
    setObjectName(u"readBackStep"_s);
    m_list->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(m_head);
    head->addWidget(m_hint, 1);
    auto *column = new widgets::ScrollColumn(u"readBackScroll"_s, this);
    column->add(m_list);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 10, 16, 10);
    layout->setSpacing(10);
    layout->addLayout(head);
    layout->addWidget(m_empty);
    layout->addWidget(column, 1);
    retranslate();
}

void ReadBackStep::refresh()
{
    const handover::HandoverState *state = m_needs.state();
    const auto items = state ? state->items : QList<HandoverItem>();
    const qsizetype wanted = std::min(items.size(), domain::kReadBackItems);
    const bool editable = state && state->state == "draft"_L1;
    while (m_rows.size() > wanted)
        delete m_rows.takeLast();
    while (m_rows.size() < wanted) {
        auto *row = new ReadBackRow(theme(), m_needs, int(m_rows.size()) + 1, this);
        m_rows.append(row);
        m_list->addWidget(row);
        connect(row, &ReadBackRow::changed, this, &ReadBackStep::save);
        connect(row, &ReadBackRow::recordChanged, this, &ReadBackStep::correctRecord);
        connect(row, &ReadBackRow::filled, this, [this, row] {
            const qsizetype next = m_rows.indexOf(row) + 1;
            if (next < m_rows.size())
                m_rows[next]->focusFirstGap();
        });
    }
    for (qsizetype i = 0; i < wanted; ++i)
        m_rows[i]->setItem(items[i], stepsFor(items[i], items), editable);
    m_empty->setVisible(wanted == 0);
    m_head->setText(tr("Read back the %n most urgent item(s)", nullptr, int(wanted)));
}

void ReadBackStep::begin()
{
    for (ReadBackRow *row : std::as_const(m_rows)) {
        if (row->standing() != ReadBackRow::Standing::Heard) {
            row->focusFirstGap();
            return;
        }
    }
}

int ReadBackStep::heardCount() const
{
    return int(std::ranges::count(m_rows, ReadBackRow::Standing::Heard, &ReadBackRow::standing));
}

void ReadBackStep::save(const QString &table, const QUuid &id, const handover::ItemChange &change)
{
    if (m_needs.me().isEmpty())
        Q_EMIT authorAsked();
    else if (m_needs.state())
        run(m_needs.commands.setItem(m_needs.state()->id, table, id, change));
}

void ReadBackStep::correctRecord(const HandoverItem &item, const handover::SheetReadBack &said)
{
    const auto &facts = item.facts;
    handover::ItemChange change;
    if (said.owner != facts.receiver)
        change.receiver = said.owner;
    if (facts.table == "incident"_L1) {
        if (said.nextAction != facts.nextAction)
            change.nextAction = said.nextAction;
    } else if (hasOwnPlan(facts)) {
        tickets::Plan plan;
        if (said.nextAction != facts.nextAction)
            plan.nextAction = said.nextAction;
        if (said.dueAt && said.dueAt != facts.dueAt)
            plan.dueAt = said.dueAt;
        if (plan != tickets::Plan{})
            run(m_needs.work.setPlan(kindOf(facts), facts.id, plan));
    }
    if (change.receiver || change.nextAction)
        save(facts.table, facts.id, change);
}

void ReadBackStep::run(const store::SavedFuture &saved)
{
    base::whenDone(saved, this, [this](const base::Result<store::Saved> &done) {
        if (done)
            return;
        for (ReadBackRow *row : std::as_const(m_rows))
            row->forget();
        Q_EMIT failed(done.error());
    });
}

void ReadBackStep::retranslate()
{
    m_hint->setText(tr("The incoming lead says them aloud and fills three gaps; "
                       "the outgoing lead ticks what was heard"));
    m_empty->setFact(u"circle-check"_s, tr("Nothing is open: nothing to read back"));
    refresh();
}

void ReadBackStep::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    ThemedWidget::changeEvent(event);
}

} // namespace watchroom::ui
