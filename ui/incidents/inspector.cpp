// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/inspector.h"

#include "app/base/whendone.h"
#include "app/domain/levels.h"
#include "app/domain/stages.h"
#include "app/incidents/directory.h"
#include "app/words/terms.h"
#include "app/words/times.h"
#include "ui/incidents/incidentsteps.h"
#include "ui/incidents/nextdueline.h"
#include "ui/incidents/timelinepanel.h"
#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/levelmark.h"
#include "ui/widgets/stepper.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/textpaint.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using incidents::Incident;
using style::FontRole;
using style::Ink;
using style::Weight;
using widgets::ButtonKind;

namespace {

constexpr int kWidth = 368;
constexpr int kUnsentRoom = 80; ///< margins, icon and paddings of the button

QString nextStage(const Incident &incident)
{
    const auto stage = domain::stageFrom(incident.stage);
    const auto next = stage ? domain::stageAfter(*stage) : std::nullopt;
    return next ? QString(domain::codeOf(*next)) : QString();
}

} // namespace

Inspector::Inspector(const style::Theme &theme, const Needs &needs, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_needs(needs)
    , m_policy(domain::defaultPolicy())
    , m_history(new incidents::StageHistory(needs.store, this))
{
    setObjectName(u"inspector"_s);
    build();
    connect(m_quality, &QPushButton::clicked, this, &Inspector::showTarget);
    connect(m_close, &QPushButton::clicked, this, &Inspector::closeRequested);
    connect(m_calls, &QPushButton::clicked, this, &Inspector::askCalls);
    connect(m_pdf, &QAction::triggered, this, [this] { exportAs(ExportFormat::Pdf); });
    connect(m_json, &QAction::triggered, this, [this] { exportAs(ExportFormat::Json); });
    connect(m_unsent, &QPushButton::clicked, this, [this] { Q_EMIT unsentAsked(m_id); });
    connect(m_advance, &QPushButton::clicked, this, &Inspector::advance);
    connect(m_claim, &QPushButton::clicked, this, &Inspector::claimOrTakeOver);
    connect(m_raise, &QPushButton::clicked, this, &Inspector::raise);
    connect(m_lower, &QPushButton::clicked, this, [this] { Q_EMIT levelAsked(m_id); });
    connect(m_wait, &QPushButton::clicked, this, [this] {
        const Incident *incident = shown();
        if (incident && !incident->waitingFor.isEmpty())
            run(m_needs.commands.resume(m_id));
        else
            Q_EMIT waitAsked(m_id);
    });
    connect(m_timeline, &TimelinePanel::failed, this, &Inspector::failed);
    connect(m_history, &incidents::StageHistory::changed, this, &Inspector::refreshSteps);
    connect(&m_needs.model, &incidents::IncidentsModel::changed, this, &Inspector::refresh);
    connect(&m_needs.timers, &incidents::TimerKeeper::clocksChanged, this, &Inspector::refresh);
    connect(&m_needs.directory, &incidents::Directory::changed, this, &Inspector::refresh);
    Inspector::themeChanged();
    refresh();
}

void Inspector::build()
{
    const auto &look = theme();
    m_level = new widgets::LevelMark(look, this);
    m_level->setShapeSize(20);
    m_level->setRole(FontRole::Section);
    m_reference = new widgets::TextLabel(look, FontRole::Body, Weight::Regular, Ink::T2, this);
    m_quality = widgets::makeButton(look, ButtonKind::Flat, u"showQuality"_s, {}, u"activity"_s,
        widgets::ButtonSize::Small, this);
    m_calls = widgets::makeButton(
        look, ButtonKind::Flat, u"showCalls"_s, {}, u"phone"_s, widgets::ButtonSize::Small, this);
    m_menu = widgets::makeButton(
        look, ButtonKind::Flat, u"incidentMenu"_s, {}, u"dots"_s, widgets::ButtonSize::Small, this);
    auto *menu = new QMenu(m_menu);
    menu->setObjectName(u"incidentActions"_s);
    m_pdf = menu->addAction(QString());
    m_pdf->setObjectName(u"exportPdf"_s);
    m_json = menu->addAction(QString());
    m_json->setObjectName(u"exportJson"_s);
    m_menu->setMenu(menu);
    m_unsent = widgets::makeButton(look, ButtonKind::Secondary, u"unsent"_s, {}, u"cloud-off"_s,
        widgets::ButtonSize::Normal, this);
    m_close = widgets::makeButton(
        look, ButtonKind::Flat, u"closeInspector"_s, {}, u"x"_s, widgets::ButtonSize::Small, this);
    m_title = new QLabel(this);
    m_title->setWordWrap(true);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_meta = new widgets::TextLabel(look, FontRole::Caption, Weight::Regular, Ink::T2, this);
    m_advance = widgets::makeButton(
        look, ButtonKind::Primary, u"advance"_s, {}, {}, widgets::ButtonSize::Normal, this);
    m_claim = widgets::makeButton(look, ButtonKind::Secondary, u"claim"_s, {}, u"user-share"_s,
        widgets::ButtonSize::Normal, this);
    m_raise = widgets::makeButton(look, ButtonKind::Secondary, u"raise"_s, {}, u"arrow-up"_s,
        widgets::ButtonSize::Normal, this);
    m_lower = widgets::makeButton(look, ButtonKind::Secondary, u"lower"_s, {}, u"arrow-down"_s,
        widgets::ButtonSize::Normal, this);
    m_wait = widgets::makeButton(look, ButtonKind::Secondary, u"wait"_s, {}, u"hourglass"_s,
        widgets::ButtonSize::Normal, this);
    m_due = new NextDueLine(look, this);
    m_stepper = new widgets::Stepper(look, this);
    m_stepper->setObjectName(u"stepper"_s);
    m_timeline = new TimelinePanel(
        look, m_needs.store, m_needs.commands, m_needs.directory, m_needs.attachments, this);

    m_hidden = new widgets::TextLabel(look, FontRole::Caption, Weight::Regular, Ink::T2, this);
    m_hidden->setObjectName(u"hiddenTexts"_s);
    m_hidden->hide();

    auto *head = new QHBoxLayout;
    head->addWidget(m_level);
    head->addWidget(m_reference, 1);
    head->addWidget(m_quality);
    head->addWidget(m_calls);
    head->addWidget(m_menu);
    head->addWidget(m_close);
    auto *first = new QHBoxLayout;
    first->addWidget(m_advance, 2);
    first->addWidget(m_claim, 1);
    auto *second = new QHBoxLayout;
    for (QPushButton *button : {m_raise, m_lower, m_wait})
        second->addWidget(button, 1);
    for (QHBoxLayout *row : {head, first, second})
        row->setSpacing(8);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 8, 14, 8);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(m_title);
    layout->addWidget(m_meta);
    layout->addWidget(m_unsent);
    layout->addLayout(first);
    layout->addLayout(second);
    layout->addWidget(m_due);
    layout->addWidget(m_stepper);
    layout->addWidget(m_timeline, 1);
    layout->addWidget(m_hidden);
    layout->addStretch();
}

void Inspector::setLocked(bool locked)
{
    m_locked = locked;
    m_timeline->setVisible(!locked);
    m_hidden->setVisible(locked);
    if (m_aside)
        m_aside->setVisible(!locked);
    for (QWidget *foot : std::as_const(m_feet))
        foot->setVisible(!locked);
    refresh();
}

void Inspector::setAside(QWidget *widget)
{
    m_aside = widget;
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->insertWidget(column->indexOf(m_timeline), widget);
    setTabOrder(m_wait, widget);
}

void Inspector::addFoot(QWidget *widget)
{
    m_feet.append(widget);
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->insertWidget(column->indexOf(m_timeline) + int(m_feet.size()), widget);
}

void Inspector::setIncident(const QUuid &incident)
{
    m_id = incident;
    m_history->setIncident(incident);
    m_timeline->setIncident(incident);
    refresh();
}

const Incident *Inspector::shown() const
{
    const Incident *open = m_needs.model.find(m_id);
    return open || !m_closed ? open : m_closed->find(m_id);
}

void Inspector::setClosed(incidents::IncidentsModel *closed)
{
    m_closed = closed;
    connect(closed, &incidents::IncidentsModel::changed, this, &Inspector::refresh);
}

void Inspector::setPolicy(const domain::Policy &policy)
{
    m_policy = policy;
    refreshSteps();
}

void Inspector::refresh()
{
    const Incident *incident = shown();
    setVisible(incident != nullptr);
    Q_EMIT shownChanged();
    if (!incident)
        return;
    const auto level = domain::levelFrom(incident->level).value_or(domain::Level::Red);
    m_level->setLevel(level, words::levelLong(incident->level));
    m_level->setFill(incident->recoveredAt ? style::ShapeFill::Hollow : style::ShapeFill::Solid);
    m_reference->setText(incident->drill ? incident->reference() + u" 【"_s + tr("Drill") + u"】"_s
                                         : incident->reference());
    m_title->setText(incident->title.toHtmlEscaped());
    refreshHead(*incident);
    refreshButtons(*incident);
    refreshSteps();
    tick();
}

void Inspector::refreshHead(const Incident &incident)
{
    m_quality->setVisible(!incident.target.isEmpty());
    m_quality->setAccessibleName(tr("Show the quality of the target"));
    m_quality->setToolTip(tr("Show the quality of the target (Q)"));
    m_calls->setVisible(!m_locked);
    m_calls->setAccessibleName(tr("Call those whom it concerns"));
    m_calls->setToolTip(tr("Call those whom it concerns (H)"));
    m_menu->setVisible(!m_locked);
    m_menu->setAccessibleName(tr("More"));
    m_menu->setToolTip(tr("Export this incident as a file"));
    m_pdf->setText(tr("Export as PDF…") + u"\tCtrl+E"_s);
    m_json->setText(tr("Export as JSON…") + u"\tCtrl+Shift+E"_s);
    m_close->setAccessibleName(tr("Close the details"));
    m_close->setToolTip(tr("Close the details (Esc)"));
    const QString unsent = m_needs.model.unsent().value(incident.id);
    m_unsent->setVisible(!unsent.isEmpty() && !m_locked);
    m_unsent->setText(
        widgets::elidedText(m_unsent->font(), unsent, scaled(kWidth) - scaled(kUnsentRoom)));
    m_unsent->setAccessibleName(unsent);
    m_unsent->setToolTip(unsent + u'\n' + tr("Decide about it on the page “Sync” (Enter)"));
}

void Inspector::refreshButtons(const Incident &incident)
{
    const QString me = m_needs.me();
    const bool unclaimed = incident.owner.isEmpty();
    const bool mine = incident.owner == me;
    for (QPushButton *button : {m_advance, m_claim, m_raise, m_lower, m_wait})
        button->setVisible(!incident.isClosed());
    m_due->setVisible(!incident.isClosed());
    m_timeline->setReadOnly(incident.isClosed());
    m_advance->setText(words::enterStage(nextStage(incident)));
    m_hidden->setText(tr("Texts are hidden while it is locked."));
    m_advance->setEnabled(!unclaimed && !m_locked);
    const bool asked = mine && asksForAnswer(incident);
    const bool urges = unclaimed || asked;
    m_claim->setText(unclaimed ? tr("Claim") : asked ? tr("Acknowledge") : tr("Take over"));
    m_claim->setEnabled(unclaimed || ((!mine || asked) && !m_locked));
    widgets::setButtonKind(*m_claim, urges ? ButtonKind::Primary : ButtonKind::Secondary);
    widgets::setButtonKind(*m_advance, urges ? ButtonKind::Secondary : ButtonKind::Primary);
    m_claim->setIcon(
        theme().icon(urges ? u"hand-stop"_s : u"user-share"_s, urges ? Ink::OnAcc : Ink::T1));
    m_raise->setText(tr("Raise"));
    m_raise->setEnabled(incident.level != "red"_L1 && !m_locked);
    m_raise->setToolTip(tr("Raise the level (U)"));
    m_lower->setText(tr("Lower…"));
    m_lower->setEnabled(incident.level != "blue"_L1 && !unclaimed && !m_locked);
    m_lower->setToolTip(tr("Lower the level; a reason is asked"));
    m_wait->setText(incident.waitingFor.isEmpty() ? tr("Third party…") : tr("Resume"));
    m_wait->setToolTip(tr("Waiting on a third party is counted apart"));
    m_wait->setEnabled(!unclaimed && !m_locked);
}

void Inspector::refreshSteps()
{
    if (const Incident *incident = shown())
        m_stepper->setSteps(incidentSteps(*incident, *m_history, m_needs.directory, m_policy));
    tick();
}

void Inspector::tick()
{
    const Incident *incident = shown();
    if (!incident)
        return;
    const base::Instant now = m_needs.clock.now();
    const domain::StageClock clock = incident->clock(now);
    QStringList meta{m_needs.directory.targetName(incident->target)};
    if (incident->openedAt) {
        meta.append(
            tr("since %1").arg(words::timeOfDay(*incident->openedAt, QTimeZone::systemTimeZone())));
        meta.append(tr("for %1").arg(words::clock(std::chrono::floor<base::Seconds>(
            incident->closedAt.value_or(now) - *incident->openedAt))));
    }
    if (incident->closedAt)
        meta.append(
            tr("closed %1").arg(words::dateTime(*incident->closedAt, QTimeZone::systemTimeZone())));
    meta.removeAll(QString());
    m_meta->setText(meta.join(u" · "_s));
    showDue(*incident, clock);
}

void Inspector::showDue(const Incident &incident, const domain::StageClock &clock)
{
    using domain::ClockState;
    using What = domain::NextDue::What;
    if (clock.state != ClockState::None)
        m_stepper->setCurrentTime(words::remaining(clock.remaining));
    std::optional<domain::NextDue> next = m_needs.timers.clocksOf(incident.id).due;
    // Looked at a moment after a change: the stage's clock is known at once.
    if (!next && clock.state != ClockState::None && clock.state != ClockState::Waiting)
        next = domain::NextDue{What::Stage, clock.dueAt};
    if (next && next->what == What::Stage)
        next->at = clock.dueAt;
    const auto left =
        next ? std::chrono::floor<base::Seconds>(next->at - m_needs.clock.now()) : base::Seconds{};
    const bool over = next && left <= base::Seconds{0};
    if (clock.state == ClockState::Waiting && !over)
        m_due->setTexts(tr("Waiting"), words::clock(clock.waited), incident.waitingFor, false);
    else if (!next)
        m_due->setTexts(tr("No time limit in this stage"), {}, {}, false);
    else
        m_due->setTexts(over ? tr("Over") : tr("Next due"), words::clock(left),
            next->what == What::Stage             ? words::stage(incident.stage)
                : next->what == What::Acknowledge ? tr("Acknowledge")
                : over                            ? tr("Acknowledge again")
                                                  : tr("Acknowledgement lapses"),
            over);
}

bool Inspector::asksForAnswer(const Incident &incident) const
{
    return !incident.isClosed()
        && (!incident.isAcknowledged() || m_needs.timers.hasLapsed(incident.id));
}

void Inspector::run(const incidents::SavedFuture &future)
{
    base::whenDone(future, this, [this](const base::Result<store::Saved> &saved) {
        if (!saved)
            Q_EMIT failed(saved.error());
    });
}

void Inspector::claimOrTakeOver()
{
    const Incident *incident = shown();
    if (!incident || incident->isClosed() || (m_locked && !incident->owner.isEmpty()))
        return;
    if (m_needs.me().isEmpty())
        Q_EMIT authorAsked(m_id);
    else if (incident->owner.isEmpty())
        run(m_needs.commands.claim(m_id));
    else if (incident->owner != m_needs.me())
        run(m_needs.commands.takeOver(m_id, incident->owner));
    else if (asksForAnswer(*incident))
        run(m_needs.commands.acknowledge(m_id));
}

void Inspector::claimNow(const QUuid &incident)
{
    run(m_needs.commands.claim(incident));
}

void Inspector::advance()
{
    const Incident *incident = shown();
    if (!incident || incident->isClosed() || incident->owner.isEmpty() || m_locked)
        return;
    if (incident->stage == "detection"_L1 || incident->stage == "review"_L1)
        run(m_needs.commands.advance(m_id, {.to = nextStage(*incident)}));
    else if (incident->stage == "assessment"_L1)
        Q_EMIT assessmentAsked(m_id);
    else
        Q_EMIT stepAsked(m_id);
}

void Inspector::exportAs(ExportFormat format)
{
    if (shown() && !m_locked)
        Q_EMIT exportAsked(format);
}

void Inspector::askCalls()
{
    if (shown() && !m_locked)
        Q_EMIT callsAsked(m_id);
}

void Inspector::showTarget()
{
    const Incident *incident = m_needs.model.find(m_id);
    if (incident && !incident->target.isEmpty())
        Q_EMIT targetAsked(incident->target);
}

void Inspector::raise()
{
    const Incident *incident = shown();
    const auto level = incident ? domain::levelFrom(incident->level) : std::nullopt;
    if (!level || incident->isClosed() || *level == domain::Level::Red || m_locked)
        return;
    const auto next = *level == domain::Level::Blue ? domain::Level::Yellow : domain::Level::Red;
    run(m_needs.commands.setLevel(m_id, domain::codeOf(next)));
}

void Inspector::themeChanged()
{
    setFixedWidth(scaled(kWidth));
    m_title->setFont(theme().font(FontRole::Section, Weight::Bold));
    ThemedWidget::themeChanged();
}

void Inspector::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    ThemedWidget::changeEvent(event);
}

void Inspector::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().panel);
    painter.fillRect(QRect(0, 0, 1, height()), tokens().line);
}

} // namespace watchroom::ui
