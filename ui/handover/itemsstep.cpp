// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/itemsstep.h"

#include "ui/handover/itembox.h"
#include "ui/handover/itemsview.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using handover::HandoverItem;
using handover::HandoverItemsModel;
using style::FontRole;
using style::Ink;
using style::Weight;
using widgets::ButtonKind;
using widgets::ButtonSize;
using Standing = HandoverItemsModel::Standing;

namespace {
constexpr int kBarWidth = 160;
enum Which
{
    All,
    Wanting,
    Mine
};
} // namespace

ItemsStep::ItemsStep(
    const style::Theme &theme, const HandoverNeeds &needs, HandoverStep step, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_needs(needs)
    , m_step(step)
    , m_model(new HandoverItemsModel([this](const QString &login) { return m_needs.person(login); },
          [this](base::Instant at) { return dueWords(at, m_needs); }, this))
    , m_head(new widgets::TextLabel(theme, FontRole::Section, Weight::Bold, Ink::T1, this))
    , m_which(new widgets::SegmentedControl(theme, this))
    , m_fillIn(widgets::makeButton(
          theme, ButtonKind::Secondary, u"fillIn"_s, {}, u"user-check"_s, ButtonSize::Normal, this))
    , m_blue(widgets::makeButton(
          theme, ButtonKind::Secondary, u"confirmBlue"_s, {}, u"check"_s, ButtonSize::Normal, this))
    , m_progress(new widgets::TextLabel(theme, FontRole::Body, Weight::Bold, Ink::T1, this))
    , m_view(new ItemsView(*m_model, theme, this))
    , m_empty(new widgets::EmptyState(theme, this))
    , m_box(new ItemBox(theme, needs, this))
{
    setObjectName(step == HandoverStep::Tickets ? u"ticketStep"_s : u"pendingStep"_s);
    m_which->setObjectName(u"whichItems"_s);
    build();
    connect(m_which, &widgets::SegmentedControl::currentChanged, this, &ItemsStep::filter);
    connect(m_fillIn, &QPushButton::clicked, this, &ItemsStep::fillIn);
    connect(m_blue, &QPushButton::clicked, this, &ItemsStep::confirmBlue);
    connect(m_view, &ItemsView::chosenChanged, this, [this] { m_box->setItem(m_view->chosen()); });
    connect(m_view, &ItemsView::keyed, this, &ItemsStep::takeKey);
    connect(m_view, &QAbstractItemView::activated, m_box, &ItemBox::focusPlan);
    connect(m_box, &ItemBox::failed, this, &ItemsStep::failed);
    connect(m_box, &ItemBox::authorAsked, this, &ItemsStep::authorAsked);
    connect(m_box, &ItemBox::finished, this, [this] { m_view->setFocus(Qt::OtherFocusReason); });
    connect(m_box, &ItemBox::confirmed, this, [this] {
        m_view->setFocus(Qt::OtherFocusReason);
        m_view->chooseNextWanting();
    });
    m_box->setItem({});
    retranslate();
}

void ItemsStep::build()
{
    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(m_head);
    head->addWidget(m_which);
    head->addStretch(1);
    head->addWidget(m_fillIn);
    head->addWidget(m_blue);
    head->addSpacing(scaled(kBarWidth) + 12); // the bar is painted there
    head->addWidget(m_progress);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 10, 16, 10);
    layout->setSpacing(10);
    layout->addLayout(head);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_box);
}

bool ItemsStep::isOurs(const HandoverItem &item) const
{
    return (item.facts.table == "pending_item"_L1) == (m_step == HandoverStep::Pending);
}

QList<HandoverItem> ItemsStep::ours() const
{
    QList<HandoverItem> items;
    if (const handover::HandoverState *state = m_needs.state())
        std::ranges::copy_if(state->items, std::back_inserter(items),
            [this](const HandoverItem &item) { return isOurs(item); });
    return items;
}

void ItemsStep::refresh()
{
    filter();
    const handover::HandoverState *state = m_needs.state();
    m_box->setEditable(state && state->state == "draft"_L1);
    m_box->setItem(m_view->chosen());
}

void ItemsStep::filter()
{
    const QString me = m_needs.me();
    const QList<HandoverItem> all = ours();
    QList<HandoverItem> shown;
    int wanting = 0;
    int mine = 0;
    int blue = 0;
    bool gaps = false;
    for (const HandoverItem &item : all) {
        const Standing standing = HandoverItemsModel::standingOf(item);
        const bool wants = standing != Standing::Confirmed;
        const bool own = !me.isEmpty() && item.facts.receiver == me;
        wanting += wants ? 1 : 0;
        mine += own ? 1 : 0;
        blue += standing == Standing::NotConfirmed && item.facts.level == "blue"_L1 ? 1 : 0;
        gaps = gaps || standing == Standing::NoReceiver || item.facts.contingency.isEmpty();
        const int which = m_which->current();
        if (which == All || (which == Wanting && wants) || (which == Mine && own))
            shown.append(item);
    }
    m_total = int(all.size());
    m_confirmed = m_total - wanting;
    m_which->setItems(
        {tr("All %1").arg(m_total), tr("Open %1").arg(wanting), tr("I receive %1").arg(mine)});
    m_head->setText(m_step == HandoverStep::Tickets
            ? tr("%n incident(s), ticket(s) and procedure(s) to hand over", nullptr, m_total)
            : tr("%n pending item(s) to hand over", nullptr, m_total));
    m_progress->setText(u"%1 / %2"_s.arg(m_confirmed).arg(m_total));
    const handover::HandoverState *state = m_needs.state();
    const bool draft = state && state->state == "draft"_L1 && m_needs.isParty();
    m_fillIn->setVisible(draft && gaps && m_total > 0);
    m_blue->setVisible(draft && blue > 0 && (me == state->incoming));
    m_blue->setText(tr("Confirm %n blue", nullptr, blue));
    m_model->setItems(shown);
    m_view->setVisible(m_total > 0);
    m_empty->setVisible(m_total == 0);
    update();
}

void ItemsStep::begin()
{
    m_view->setFocus(Qt::OtherFocusReason);
    if (!m_view->chosen() && m_model->rowCount() > 0)
        m_view->chooseNextWanting();
    m_box->setItem(m_view->chosen());
}

void ItemsStep::choose(const QString &table, const QUuid &id)
{
    m_which->setCurrent(All);
    m_view->choose(table, id);
}

void ItemsStep::takeKey(Qt::Key key)
{
    if (!m_view->chosen())
        return;
    if (key == Qt::Key_A)
        m_box->focusReceiver();
    else if (key == Qt::Key_P)
        m_box->focusPlan();
    else if (key == Qt::Key_Q)
        m_box->focusQuestion();
    else
        m_box->confirm();
}

// Only what nobody has said yet: receivers by the roster, "if ... then ..." as proposed.
void ItemsStep::fillIn()
{
    const handover::HandoverState *state = m_needs.state();
    if (m_needs.me().isEmpty()) {
        Q_EMIT authorAsked();
        return;
    }
    if (!state)
        return;
    for (const HandoverItem &item : ours()) {
        const auto &facts = item.facts;
        const bool work = hasOwnPlan(facts);
        const bool lacks = lacksContingency(facts);
        const QString proposed = lacks ? proposedContingency(item, m_needs) : QString();
        handover::ItemChange change;
        if (facts.receiver.isEmpty())
            change.receiver = proposedReceiver(item, *state);
        if (lacks && !work)
            change.contingency = proposed;
        if (change.receiver || change.contingency)
            follow(m_needs.commands.setItem(state->id, facts.table, facts.id, change), this);
        if (lacks && work)
            follow(m_needs.work.setPlan(kindOf(facts), facts.id, {.contingency = proposed}), this);
    }
    m_view->setFocus(Qt::OtherFocusReason);
}

void ItemsStep::confirmBlue()
{
    const handover::HandoverState *state = m_needs.state();
    for (const HandoverItem &item : ours()) {
        if (item.facts.level != "blue"_L1
            || HandoverItemsModel::standingOf(item) != Standing::NotConfirmed)
            continue;
        follow(m_needs.commands.setItem(
                   state->id, item.facts.table, item.facts.id, {.confirmed = true}),
            this);
    }
    m_view->setFocus(Qt::OtherFocusReason);
}

void ItemsStep::retranslate()
{
    m_fillIn->setText(tr("Fill in what is known"));
    m_fillIn->setToolTip(tr("Receivers by the roster, “if … then …” by the rule"));
    m_which->setAccessibleName(tr("Which items"));
    m_view->setAccessibleName(stepName(m_step));
    m_empty->setFact(u"circle-check"_s, tr("Nothing to hand over here"));
    filter();
}

void ItemsStep::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    ThemedWidget::changeEvent(event);
}

void ItemsStep::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRect number = m_progress->geometry();
    const QRectF bar(number.left() - scaled(kBarWidth) - 12, number.center().y() - scaled(3),
        scaled(kBarWidth), scaled(6));
    painter.fillRect(bar, tokens().line);
    const double share = m_total > 0 ? double(m_confirmed) / m_total : 1;
    painter.fillRect(
        QRectF(bar.topLeft(), QSizeF(bar.width() * share, bar.height())), tokens().acc);
}

} // namespace watchroom::ui
