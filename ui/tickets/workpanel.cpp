// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/workpanel.h"

#include "app/base/whendone.h"
#include "app/domain/levels.h"
#include "app/incidents/directory.h"
#include "app/incidents/incidentsmodel.h"
#include "app/words/terms.h"
#include "app/words/times.h"
#include "ui/style/theme.h"
#include "ui/tickets/workdialogs.h"
#include "ui/tickets/workfacts.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/levelmark.h"
#include "ui/widgets/scrollcolumn.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTimeZone>
#include <QVBoxLayout>

#include <algorithm>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using store::SavedFuture;
using style::FontRole;
using style::Ink;
using style::Weight;
using tickets::Work;
using tickets::WorkKind;
using widgets::ButtonKind;
using widgets::ButtonSize;

namespace {

constexpr int kWidth = 368;

QString timeOf(const std::optional<base::Instant> &at)
{
    return at ? words::dateTime(*at, QTimeZone::systemTimeZone()) : QString();
}

} // namespace

WorkPanel::WorkPanel(const style::Theme &theme, const Needs &needs, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_needs(needs)
{
    setObjectName(u"workPanel"_s);
    build();
    connect(m_close, &QPushButton::clicked, this, &WorkPanel::closeRequested);
    connect(m_edit, &QPushButton::clicked, this, &WorkPanel::editText);
    connect(m_take, &QPushButton::clicked, this, &WorkPanel::take);
    connect(m_end, &QPushButton::clicked, this, &WorkPanel::end);
    connect(m_transfer, &QPushButton::clicked, this, &WorkPanel::transfer);
    connect(m_plan, &QPushButton::clicked, this, &WorkPanel::plan);
    connect(m_wait, &QPushButton::clicked, this, &WorkPanel::waitOrResume);
    connect(m_incident, &QPushButton::clicked, this,
        [this] { Q_EMIT incidentAsked(m_works.first().incident); });
    connect(m_url, &QPushButton::clicked, this, [this] { Q_EMIT urlAsked(m_works.first().url); });
    connect(&m_needs.directory, &incidents::Directory::changed, this, &WorkPanel::refresh);
    WorkPanel::themeChanged();
    refresh();
}

void WorkPanel::build()
{
    const auto &look = theme();
    const auto button = [&look, this](ButtonKind kind, const QString &name, const QString &icon) {
        return widgets::makeButton(look, kind, name, {}, icon, ButtonSize::Normal, this);
    };
    m_level = new widgets::LevelMark(look, this);
    m_level->setShapeSize(20);
    m_level->setRole(FontRole::Section);
    m_reference = new widgets::TextLabel(look, FontRole::Body, Weight::Regular, Ink::T2, this);
    m_edit = widgets::makeButton(
        look, ButtonKind::Flat, u"editWork"_s, {}, u"pencil"_s, ButtonSize::Small, this);
    m_close = widgets::makeButton(
        look, ButtonKind::Flat, u"closeWork"_s, {}, u"x"_s, ButtonSize::Small, this);
    m_title = new QLabel(this);
    m_title->setObjectName(u"workTitle"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_meta = new widgets::TextLabel(look, FontRole::Caption, Weight::Regular, Ink::T2, this);
    m_take = button(ButtonKind::Primary, u"takeWork"_s, u"hand-stop"_s);
    m_end = button(ButtonKind::Secondary, u"endWork"_s, u"check"_s);
    m_transfer = button(ButtonKind::Secondary, u"transferWork"_s, u"user-share"_s);
    m_plan = button(ButtonKind::Secondary, u"planWork"_s, u"clock"_s);
    m_wait = button(ButtonKind::Secondary, u"waitWork"_s, u"hourglass"_s);
    m_incident = button(ButtonKind::Link, u"workIncident"_s, u"layout-kanban"_s);
    m_url = button(ButtonKind::Link, u"workUrl"_s, u"link"_s);
    m_facts = new WorkFacts(look, this);

    auto *head = new QHBoxLayout;
    head->addWidget(m_level);
    head->addWidget(m_reference, 1);
    head->addWidget(m_edit);
    head->addWidget(m_close);
    auto *first = new QHBoxLayout;
    first->addWidget(m_take, 1);
    first->addWidget(m_end, 1);
    auto *second = new QHBoxLayout;
    for (QPushButton *one : {m_transfer, m_plan, m_wait})
        second->addWidget(one, 1);
    for (QHBoxLayout *row : {head, first, second})
        row->setSpacing(8);
    auto *facts = new widgets::ScrollColumn(u"workFactsScroll"_s, this);
    facts->add(m_facts);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 8, 14, 8);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(m_title);
    layout->addWidget(m_meta);
    layout->addLayout(first);
    layout->addLayout(second);
    layout->addWidget(m_incident, 0, Qt::AlignLeft);
    layout->addWidget(m_url, 0, Qt::AlignLeft);
    layout->addWidget(facts, 1);
}

void WorkPanel::setWorks(const QList<Work> &works)
{
    if (works == m_works)
        return;
    m_works = works;
    refresh();
}

bool WorkPanel::isMine(const Work &work) const
{
    const QString me = m_needs.me();
    return !me.isEmpty() && (work.owner == me || m_needs.directory.isSenior(me));
}

bool WorkPanel::mayWork(const Work &work) const
{
    return work.owner.isEmpty() || isMine(work);
}

void WorkPanel::refresh()
{
    setVisible(!m_works.isEmpty());
    if (m_works.isEmpty())
        return;
    const Work &work = m_works.first();
    const bool one = m_works.size() == 1;
    m_level->setVisible(one);
    m_level->setLevel(
        domain::levelFrom(work.level).value_or(domain::Level::Blue), words::levelLong(work.level));
    m_level->setFill(work.isOpen() ? style::ShapeFill::Solid : style::ShapeFill::Hollow);
    m_reference->setText(one ? work.reference() : headingOf(m_works));
    m_title->setText(one ? work.title : tr("What is done here is done with each of them."));
    QStringList meta;
    if (one && work.openedAt)
        meta.append(tr("opened %1 by %2")
                        .arg(timeOf(work.openedAt), m_needs.directory.personName(work.openedBy)));
    if (one && work.closedAt)
        meta.append(tr("ended %1").arg(timeOf(work.closedAt)));
    m_meta->setText(meta.join(u" · "_s));
    m_meta->setVisible(!meta.isEmpty());
    const incidents::Incident *incident = m_needs.incidents.find(work.incident);
    m_incident->setVisible(one && incident != nullptr);
    if (incident)
        m_incident->setText(tr("Incident %1").arg(incident->reference()));
    m_url->setVisible(one && !work.url.isEmpty());
    m_url->setText(tr("Open the link"));
    m_url->setToolTip(work.url);
    m_close->setAccessibleName(tr("Close the details"));
    m_close->setToolTip(tr("Close the details (Esc)"));
    m_edit->setAccessibleName(tr("Edit title, level and detail"));
    m_edit->setToolTip(tr("Edit title, level and detail (F4)"));
    m_edit->setVisible(one && work.isOpen());
    m_edit->setEnabled(mayWork(work));
    m_facts->setVisible(one);
    if (one)
        showFacts(work);
    refreshButtons();
}

void WorkPanel::showFacts(const Work &work)
{
    const auto name = [this](const QString &login) {
        return login.isEmpty() ? QString() : m_needs.directory.personName(login);
    };
    QString waits = work.waitingFor;
    if (work.waitingSince)
        waits = tr("%1, since %2").arg(waits, timeOf(work.waitingSince));
    m_facts->setFacts({{tr("Owner"), work.owner.isEmpty() ? tr("Unclaimed") : name(work.owner)},
        {tr("Offered to"), name(work.offeredTo)}, {tr("Next action"), work.nextAction},
        {tr("Due"), timeOf(work.dueAt)}, {tr("If ... then ..."), work.contingency},
        {tr("Waits for"), waits},
        {tr("Waited"),
            work.waitedSeconds > 0 ? words::duration(base::Seconds{work.waitedSeconds})
                                   : QString()},
        {tr("Group"), words::group(work.group)}, {tr("Link"), work.url},
        {tr("Detail"), work.detail},
        {tr("Outcome"),
            work.isOpen() ? QString()
                          : words::workState(work.state)
                    + (work.outcome.isEmpty() ? QString() : u" · "_s + work.outcome)},
        {tr("Shifts carried"), work.carried > 0 ? QString::number(work.carried) : QString()}});
}

void WorkPanel::refreshButtons()
{
    const QString me = m_needs.me();
    const Work &work = m_works.first();
    const bool one = m_works.size() == 1;
    const bool open = std::ranges::all_of(m_works, [](const Work &each) { return each.isOpen(); });
    const bool offered = one && !me.isEmpty() && work.offeredTo == me;
    const bool mine =
        std::ranges::all_of(m_works, [this](const Work &each) { return isMine(each); });
    const bool may =
        std::ranges::all_of(m_works, [this](const Work &each) { return mayWork(each); });
    const bool allMine = std::ranges::all_of(
        m_works, [&me](const Work &each) { return !me.isEmpty() && each.owner == me; });
    for (QPushButton *button : {m_take, m_end, m_transfer})
        button->setVisible(open);
    m_plan->setVisible(open && one);
    m_wait->setVisible(open && one && work.kind == WorkKind::Ticket);
    m_take->setText(offered                ? tr("Accept")
            : one && !work.owner.isEmpty() ? tr("Take over")
                                           : tr("Claim"));
    m_take->setToolTip(tr("Claim, accept or take over (C)"));
    m_take->setEnabled(!allMine);
    m_end->setText(tr("End…"));
    m_end->setEnabled(mine
        && std::ranges::none_of(m_works, [](const Work &each) { return each.owner.isEmpty(); }));
    m_end->setToolTip(tr("Done, or dropped with a word why (E)"));
    const bool cancels = one && !work.offeredTo.isEmpty();
    m_transfer->setText(offered ? tr("Decline") : cancels ? tr("Withdraw") : tr("Transfer…"));
    m_transfer->setToolTip(tr("Transfer to somebody, who accepts it (T)"));
    m_transfer->setEnabled(may || offered);
    m_plan->setText(tr("Plan…"));
    m_plan->setToolTip(tr("Next action, due time, what if (P)"));
    m_wait->setText(work.waitingFor.isEmpty() ? tr("Third party…") : tr("Resume"));
    m_wait->setToolTip(tr("Waiting on a third party is counted apart"));
    m_wait->setEnabled(may);
    widgets::setButtonKind(*m_take, allMine ? ButtonKind::Secondary : ButtonKind::Primary);
    widgets::setButtonKind(*m_end, allMine ? ButtonKind::Primary : ButtonKind::Secondary);
    m_take->setIcon(theme().icon(u"hand-stop"_s, allMine ? Ink::T1 : Ink::OnAcc));
    m_end->setIcon(theme().icon(u"check"_s, allMine ? Ink::OnAcc : Ink::T1));
}

bool WorkPanel::hasAuthor()
{
    if (!m_needs.me().isEmpty())
        return true;
    Q_EMIT authorAsked();
    return false;
}

void WorkPanel::run(const QList<SavedFuture> &changes)
{
    if (changes.isEmpty())
        return;
    base::whenDone(allOf(changes), this, [this](const base::Result<store::Saved> &saved) {
        if (!saved)
            Q_EMIT failed(saved.error());
    });
}

void WorkPanel::take()
{
    if (m_works.isEmpty() || !m_take->isVisible() || !m_take->isEnabled() || !hasAuthor())
        return;
    const QString me = m_needs.me();
    QList<SavedFuture> changes;
    for (const Work &work : std::as_const(m_works)) {
        if (work.offeredTo == me)
            changes.append(m_needs.commands.accept(work.kind, work.id));
        else if (work.owner.isEmpty())
            changes.append(m_needs.commands.claim(work.kind, work.id));
        else if (work.owner != me && m_works.size() == 1) // never many of others at once
            changes.append(m_needs.commands.takeOver(work.kind, work.id, work.owner));
    }
    run(changes);
}

void WorkPanel::cancelOffer()
{
    run({m_needs.commands.cancelOffer(m_works.first().kind, m_works.first().id)});
}

void WorkPanel::transfer()
{
    if (m_works.isEmpty() || !m_transfer->isVisible() || !m_transfer->isEnabled() || !hasAuthor())
        return;
    if (m_works.size() == 1 && !m_works.first().offeredTo.isEmpty())
        cancelOffer();
    else
        (new OfferDialog(theme(), *window(), m_needs.commands, m_needs.directory, m_works))->open();
}

void WorkPanel::plan()
{
    if (m_works.size() != 1 || !m_plan->isVisible() || !hasAuthor())
        return;
    (new PlanDialog(theme(), *window(), m_needs.commands, m_needs.clock, m_works.first()))->open();
}

void WorkPanel::editText()
{
    if (m_works.size() == 1 && m_edit->isVisible() && m_edit->isEnabled() && hasAuthor())
        (new TextDialog(theme(), *window(), m_needs.commands, m_works.first()))->open();
}

void WorkPanel::end()
{
    if (m_works.isEmpty() || !m_end->isVisible() || !m_end->isEnabled() || !hasAuthor())
        return;
    (new EndDialog(theme(), *window(), m_needs.commands, m_works))->open();
}

void WorkPanel::waitOrResume()
{
    if (!hasAuthor())
        return;
    const Work &work = m_works.first();
    if (work.waitingFor.isEmpty())
        (new WorkWaitDialog(theme(), *window(), m_needs.commands, work))->open();
    else
        run({m_needs.commands.resume(work.id)});
}

void WorkPanel::themeChanged()
{
    setFixedWidth(scaled(kWidth));
    m_title->setFont(theme().font(FontRole::Section, Weight::Bold));
    ThemedWidget::themeChanged();
}

void WorkPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    ThemedWidget::changeEvent(event);
}

void WorkPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().panel);
    painter.fillRect(QRect(0, 0, 1, height()), tokens().line);
}

} // namespace watchroom::ui
