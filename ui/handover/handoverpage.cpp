// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/handoverpage.h"

#include "app/words/times.h"
#include "ui/handover/awaybar.h"
#include "ui/handover/handoverfoot.h"
#include "ui/handover/handoverhead.h"
#include "ui/handover/handoverside.h"
#include "ui/handover/itemsstep.h"
#include "ui/handover/readbackstep.h"
#include "ui/handover/restview.h"
#include "ui/handover/signstep.h"
#include "ui/handover/stepbar.h"
#include "ui/handover/systemsstep.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using handover::HandoverState;
using handover::Missing;

HandoverPage::HandoverPage(const style::Theme &theme, const HandoverNeeds &needs, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_needs(needs)
    , m_head(new HandoverHead(theme, needs, this))
    , m_away(new AwayBar(theme, this))
    , m_bar(new StepBar(theme, this))
    , m_stack(new QStackedWidget(this))
    , m_tickets(new ItemsStep(theme, needs, HandoverStep::Tickets, this))
    , m_pending(new ItemsStep(theme, needs, HandoverStep::Pending, this))
    , m_systems(new SystemsStep(theme, needs, this))
    , m_readBack(new ReadBackStep(theme, needs, this))
    , m_sign(new SignStep(theme, needs, this))
    , m_rest(new RestView(theme, needs, this))
    , m_side(new HandoverSide(theme, needs, this))
    , m_foot(new HandoverFoot(theme, this))
{
    setObjectName(u"handoverPage"_s);
    build();
    wire();
    refresh();
}

void HandoverPage::build()
{
    // In the order of the steps; the last one is what is shown between handovers.
    for (QWidget *page : {static_cast<QWidget *>(m_tickets), static_cast<QWidget *>(m_pending),
             static_cast<QWidget *>(m_systems), static_cast<QWidget *>(m_readBack),
             static_cast<QWidget *>(m_sign), static_cast<QWidget *>(m_rest)})
        m_stack->addWidget(page);
    m_stack->setCurrentWidget(m_rest);
    auto *left = new QVBoxLayout;
    left->setSpacing(0);
    left->addWidget(m_stack, 1);
    left->addWidget(m_foot);
    auto *below = new QHBoxLayout;
    below->setSpacing(0);
    below->addLayout(left, 1);
    below->addWidget(m_side);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_away);
    layout->addWidget(m_head);
    layout->addWidget(m_bar);
    layout->addLayout(below, 1);
}

void HandoverPage::wire()
{
    const auto wirePart = [this](auto *part) {
        using Part = std::remove_pointer_t<decltype(part)>;
        connect(part, &Part::failed, this, &HandoverPage::failed);
        connect(part, &Part::authorAsked, this, &HandoverPage::authorAsked);
    };
    wirePart(m_tickets);
    wirePart(m_pending);
    wirePart(m_systems);
    wirePart(m_readBack);
    connect(m_sign, &SignStep::failed, this, &HandoverPage::failed);
    connect(m_sign, &SignStep::paperAsked, this, &HandoverPage::putOnPaper);
    connect(m_sign, &SignStep::photographAsked, this, &HandoverPage::photographAsked);
    connect(m_rest, &RestView::failed, this, &HandoverPage::failed);
    connect(m_rest, &RestView::startAsked, this, &HandoverPage::start);
    connect(m_rest, &RestView::seenAsked, this, [this](const QUuid &handover) {
        if (hasAuthor())
            follow(m_needs.commands.markSeen(handover), this);
    });
    connect(m_head, &HandoverHead::scopeChosen, &m_needs.book, &handover::HandoverBook::setScope);
    connect(m_head, &HandoverHead::printAsked, this, [this] { Q_EMIT printAsked(sheetShown()); });
    connect(m_head, &HandoverHead::pdfAsked, this, [this] { Q_EMIT pdfAsked(sheetShown()); });
    connect(m_bar, &StepBar::stepAsked, this,
        [this](int step) { showStep(static_cast<HandoverStep>(step)); });
    connect(m_foot, &HandoverFoot::nextAsked, this, &HandoverPage::goOn);
    connect(m_foot, &HandoverFoot::backAsked, this, &HandoverPage::goBack);
    connect(m_foot, &HandoverFoot::waiveAsked, this, &HandoverPage::waive);
    connect(m_foot, &HandoverFoot::recallAsked, this, &HandoverPage::recall);
    connect(m_foot, &HandoverFoot::moreAsked, this, &HandoverPage::openMore);
    connect(&m_needs.book, &handover::HandoverBook::changed, this, [this] {
        if (isLive())
            m_head->setSaved(m_needs.now());
        refresh();
    });
    connect(&m_needs.book, &handover::HandoverBook::failed, this, &HandoverPage::failed);
    connect(&m_needs.roster, &roster::RosterBook::changed, this, &HandoverPage::refresh);
    connect(&m_needs.directory, &incidents::Directory::changed, this, &HandoverPage::refresh);
}

bool HandoverPage::isLive() const
{
    return m_needs.state() && m_needs.state()->isLive();
}

void HandoverPage::refresh()
{
    const bool live = isLive();
    const QUuid id = live ? m_needs.state()->id : QUuid();
    if (id != m_live) {
        m_live = id;
        m_stack->setCurrentWidget(live ? static_cast<QWidget *>(m_tickets) : m_rest);
        if (live && m_needs.state()->state == "out_signed"_L1)
            m_stack->setCurrentWidget(m_sign);
    }
    m_bar->setVisible(live);
    m_foot->setVisible(live);
    m_head->refresh();
    m_tickets->refresh();
    m_pending->refresh();
    m_systems->refresh();
    m_readBack->refresh();
    m_sign->refresh();
    m_rest->refresh();
    m_side->refresh();
    showSteps();
}

void HandoverPage::tick()
{
    if (!isLive())
        return;
    m_systems->tick();
    showSteps();
}

void HandoverPage::showSteps()
{
    const auto away = m_needs.awaySince();
    m_away->setVisible(isLive() && away.has_value());
    if (away)
        m_away->setText(tr("The server is away. You can hand over here: both sign, with a second "
                           "name; it is verified when the server is back."),
            tr("as of %1").arg(words::timeOfDay(*away, m_needs.zone())));
    m_side->setVisible(isLive() && step() != HandoverStep::Signatures);
    if (!isLive())
        return;
    const HandoverState &state = *m_needs.state();
    const auto missing = handover::missingOf(state, m_needs.now());
    const auto detail = [](int done, int all) { return tr("%1 / %2").arg(done).arg(all); };
    QList<StepBar::Step> steps;
    const QStringList details{detail(m_tickets->confirmedCount(), m_tickets->count()),
        detail(m_pending->confirmedCount(), m_pending->count()),
        detail(m_systems->fineCount(), m_systems->count()),
        detail(m_readBack->heardCount(), m_readBack->count()),
        state.state == "out_signed"_L1 ? tr("1 / 2 signed") : tr("not yet")};
    const bool frozen = state.state == "out_signed"_L1;
    for (int i = 0; i < kHandoverSteps; ++i) {
        const auto step = static_cast<HandoverStep>(i);
        const bool done =
            step != HandoverStep::Signatures && (frozen || missingIn(missing, step).isEmpty());
        const bool fixed = frozen && step != HandoverStep::Signatures;
        steps.append(
            {.name = stepName(step), .detail = fixed ? tr("frozen") : details[i], .done = done});
    }
    m_bar->setSteps(steps);
    m_bar->setCurrent(m_stack->currentIndex());
    showFoot();
}

HandoverStep HandoverPage::step() const
{
    return static_cast<HandoverStep>(m_stack->currentIndex());
}

void HandoverPage::showFoot()
{
    const HandoverState &state = *m_needs.state();
    const QString me = m_needs.me();
    const auto missing = handover::missingOf(state, m_needs.now());
    const bool last = step() == HandoverStep::Signatures;
    const bool draft = state.state == "draft"_L1;
    const auto here = !draft ? QList<Missing>() : last ? missing : missingIn(missing, step());
    HandoverFoot::Shown shown;
    shown.wanting = int(here.size());
    shown.canGoBack = step() != HandoverStep::Tickets;
    shown.canWaive = draft && m_needs.isParty() && std::ranges::any_of(here, &Missing::isWaivable);
    shown.canRecall =
        !draft && (me == state.outgoing || me == state.incoming || m_needs.isSenior());
    shown.canMore = m_needs.isParty();
    if (!here.isEmpty())
        shown.sentence = missingWords(here);
    else if (!draft)
        shown.sentence = tr("The content is frozen. It passes with the incoming lead's signature.");
    else
        shown.sentence =
            last ? tr("Nothing passes before both have signed.") : tr("This step is complete.");
    if (!last) {
        const auto next = static_cast<HandoverStep>(m_stack->currentIndex() + 1);
        shown.next = tr("On to “%1”").arg(stepName(next));
        shown.canGoOn = here.isEmpty();
    }
    m_foot->show(shown);
}

void HandoverPage::showStep(HandoverStep step)
{
    if (!isLive())
        return;
    m_stack->setCurrentIndex(static_cast<int>(step));
    showSteps();
    begin();
    Q_EMIT stepShown();
}

void HandoverPage::begin()
{
    if (!isLive()) {
        m_rest->begin();
        return;
    }
    switch (step()) {
    case HandoverStep::Tickets:
        m_tickets->begin();
        break;
    case HandoverStep::Pending:
        m_pending->begin();
        break;
    case HandoverStep::Systems:
        m_systems->begin();
        break;
    case HandoverStep::ReadBack:
        m_readBack->begin();
        break;
    case HandoverStep::Signatures:
        m_sign->begin();
        break;
    }
}

void HandoverPage::goOn()
{
    if (isLive() && step() != HandoverStep::Signatures)
        showStep(static_cast<HandoverStep>(m_stack->currentIndex() + 1));
}

void HandoverPage::goBack()
{
    if (isLive() && step() != HandoverStep::Tickets)
        showStep(static_cast<HandoverStep>(m_stack->currentIndex() - 1));
}

QUuid HandoverPage::sheetShown() const
{
    return isLive() ? m_needs.state()->id : m_rest->shown();
}

int HandoverPage::waitingForMe() const
{
    const QString me = m_needs.me();
    if (!isLive() || me.isEmpty())
        return 0;
    const HandoverState &state = *m_needs.state();
    if (state.state == "out_signed"_L1)
        return me == state.incoming ? 1 : 0;
    const bool incoming = me == state.incoming;
    return int(std::ranges::count_if(state.items, [&](const handover::HandoverItem &item) {
        const bool answers = item.hasOpenQuestion()
            && (item.facts.owner == me || (item.facts.owner.isEmpty() && me == state.outgoing));
        const bool confirms = !item.confirmed && !item.hasOpenQuestion()
            && !item.facts.receiver.isEmpty()
            && (item.facts.receiver == me || (incoming && item.facts.receiver.isEmpty()));
        return answers || confirms;
    }));
}

void HandoverPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    ThemedWidget::changeEvent(event);
}

void HandoverPage::keyPressEvent(QKeyEvent *event)
{
    const bool control = event->modifiers() == Qt::ControlModifier;
    const int digit = event->key() - Qt::Key_1;
    if (control && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        if (isLive()
            && missingIn(handover::missingOf(*m_needs.state(), m_needs.now()), step()).isEmpty())
            goOn();
    } else if (control && event->key() == Qt::Key_Backspace) {
        goBack();
    } else if (control && digit >= 0 && digit < kHandoverSteps) {
        showStep(static_cast<HandoverStep>(digit));
    } else {
        ThemedWidget::keyPressEvent(event);
    }
}

} // namespace watchroom::ui
