// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/incidentspage.h"

#include "app/incidents/boardcolumnmodel.h"
#include "app/incidents/directory.h"
#include "app/incidents/latestentry.h"
#include "app/words/times.h"
#include "ui/incidents/assessmentdialog.h"
#include "ui/incidents/boardcolumn.h"
#include "ui/incidents/entrytext.h"
#include "ui/incidents/incidentlist.h"
#include "ui/incidents/incidentstoolbar.h"
#include "ui/incidents/newincidentdialog.h"
#include "ui/incidents/stepdialog.h"
#include "ui/incidents/timelinepanel.h"
#include "ui/style/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStackedWidget>

#include <algorithm>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using incidents::Incident;
using incidents::IncidentsModel;

namespace {
constexpr int kMostClosed = 1000; // the newest
}

IncidentsPage::IncidentsPage(
    const style::Theme &theme, const Inspector::Needs &needs, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_needs(needs)
    , m_policy(domain::defaultPolicy())
    , m_toolbar(new IncidentsToolbar(theme, this))
    , m_inspector(new Inspector(theme, needs, this))
    , m_latest(new incidents::LatestEntry(needs.store, this))
{
    setObjectName(u"incidentsPage"_s);
    m_views = new QStackedWidget(this);
    m_views->addWidget(buildBoard());
    m_views->addWidget(makeList(m_needs.model, u"incidentList"_s));
    auto *left = new QVBoxLayout;
    left->setContentsMargins(8, 8, 8, 8);
    left->setSpacing(8);
    left->addWidget(m_toolbar);
    left->addWidget(m_views, 1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(left, 1);
    layout->addWidget(m_inspector);
    connect(m_toolbar, &IncidentsToolbar::viewChosen, this, &IncidentsPage::showView);
    connect(m_toolbar, &IncidentsToolbar::filterChanged, this, &IncidentsPage::refilter);
    connect(m_toolbar, &IncidentsToolbar::newPressed, this, &IncidentsPage::openNewIncident);
    connect(&m_needs.model, &IncidentsModel::changed, this, &IncidentsPage::count);
    connect(m_inspector, &Inspector::closeRequested, this, [this] { show({}); });
    connect(m_inspector, &Inspector::failed, this, &IncidentsPage::failed);
    connect(m_inspector, &Inspector::targetAsked, this, &IncidentsPage::targetAsked);
    connect(m_inspector, &Inspector::unsentAsked, this, &IncidentsPage::unsentAsked);
    connect(m_inspector, &Inspector::exportAsked, this,
        [this](ExportFormat format) { Q_EMIT exportAsked(current(), format); });
    connect(m_latest, &incidents::LatestEntry::changed, this, &IncidentsPage::tellLatest);
    connect(m_inspector, &Inspector::authorAsked, this, &IncidentsPage::authorAsked);
    connectDialogs();
    retranslate();
}

QWidget *IncidentsPage::buildBoard()
{
    auto *board = new QWidget(this);
    auto *layout = new QHBoxLayout(board);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    const auto now = [this] { return m_needs.clock.now(); };
    for (const domain::Stage stage : domain::kStages) {
        auto *column = new BoardColumn(stage, m_needs.model, theme(), now, board);
        connect(column, &BoardColumn::incidentSelected, this, &IncidentsPage::show);
        connect(column, &BoardColumn::claimPressed, this, &IncidentsPage::claim);
        connect(column, &BoardColumn::unsentPressed, this, &IncidentsPage::unsentAsked);
        layout->addWidget(column, 1);
        m_columns.append(column);
    }
    return board;
}

IncidentList *IncidentsPage::makeList(IncidentsModel &model, const QString &name)
{
    auto *list = new IncidentList(
        model, theme(), [this] { return m_needs.clock.now(); }, m_views);
    list->setObjectName(name);
    list->setPolicy(m_policy);
    connect(list, &IncidentList::incidentSelected, this, &IncidentsPage::show);
    m_lists.append(list);
    return list;
}

void IncidentsPage::addClosed()
{
    m_closed = new IncidentsModel(
        m_needs.store, m_needs.directory, IncidentsModel::Scope::Closed, kMostClosed, this);
    connect(m_closed, &IncidentsModel::failed, this, &IncidentsPage::failed);
    connect(m_closed, &IncidentsModel::changed, this, &IncidentsPage::showOlder);
    // What was not sent may be about one that somebody else closed.
    const auto mark = [this] { m_closed->setUnsent(m_needs.model.unsent()); };
    connect(&m_needs.model, &IncidentsModel::changed, m_closed, mark);
    mark();
    m_inspector->setClosed(m_closed);
    auto *both = new QWidget(m_views);
    m_older = new OlderMonths(theme(), both);
    connect(m_older, &OlderMonths::asked, this, [this] {
        if (m_closed->isCut())
            m_closed->readMore();
        else
            Q_EMIT olderMonthsAsked();
    });
    auto *layout = new QVBoxLayout(both);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeList(*m_closed, u"closedList"_s), 1);
    layout->addWidget(m_older);
    m_views->addWidget(both);
    showOlder();
}

void IncidentsPage::showOlder()
{
    if (m_older)
        m_older->tell(m_closed->isCut() ? OlderMonths::Told{OlderMonths::State::More} : m_onServer);
}

void IncidentsPage::setOlderMonths(const OlderMonths::Told &told)
{
    m_onServer = told;
    showOlder();
}

void IncidentsPage::showView(int view)
{
    if (view == m_lists.size() + 1) { // closed ones are read when somebody looks for them
        addClosed();
        retranslate();
        refilter();
    }
    m_views->setCurrentIndex(view);
}

void IncidentsPage::connectDialogs()
{
    connect(m_inspector, &Inspector::assessmentAsked, this, [this] {
        if (const Incident *incident = shown())
            (new AssessmentDialog(
                 theme(), *window(), m_needs.commands, m_needs.directory, *incident))
                ->open();
    });
    connect(m_inspector, &Inspector::stepAsked, this, [this] {
        const Incident *incident = shown();
        const auto level = incident ? domain::levelFrom(incident->level) : std::nullopt;
        if (level)
            (new StepDialog(theme(), *window(), m_needs.commands, *incident,
                 m_policy.of(*level).statusParties))
                ->open();
    });
    connect(m_inspector, &Inspector::levelAsked, this, [this] {
        if (const Incident *incident = shown())
            (new LevelDialog(theme(), *window(), m_needs.commands, *incident))->open();
    });
    connect(m_inspector, &Inspector::waitAsked, this, [this] {
        if (const Incident *incident = shown())
            (new WaitDialog(theme(), *window(), m_needs.commands, *incident))->open();
    });
}

const Incident *IncidentsPage::shown() const
{
    return m_inspector->shown();
}

void IncidentsPage::tellLatest()
{
    const auto &entry = m_latest->entry();
    if (!entry)
        return;
    const Incident *of = m_needs.model.find(m_latest->incident());
    const auto people = m_needs.directory.people();
    const bool byPerson = std::ranges::any_of(
        people, [&](const incidents::Person &p) { return p.login == entry->author; });
    QStringList line{entry->happenedAt
            ? words::timeOfDay(*entry->happenedAt, QTimeZone::systemTimeZone())
            : QString(),
        byPerson ? m_needs.directory.personName(entry->author) : QString(),
        of ? of->reference() : QString(), entryText(*entry, m_needs.directory)};
    line.removeAll(QString());
    Q_EMIT happened(line.join(u' '));
}

void IncidentsPage::setLocked(bool locked)
{
    m_locked = locked;
    m_toolbar->setVisible(!locked);
    m_inspector->setLocked(locked);
}

void IncidentsPage::openNewIncident()
{
    if (m_locked)
        return;
    (new NewIncidentDialog(theme(), *window(), m_needs.commands, m_needs.directory))->open();
}

void IncidentsPage::setPolicy(const domain::Policy &policy)
{
    m_policy = policy;
    for (IncidentList *list : std::as_const(m_lists))
        list->setPolicy(policy);
    for (BoardColumn *column : std::as_const(m_columns))
        column->setPolicy(policy);
    m_inspector->setPolicy(policy);
}

void IncidentsPage::show(const QUuid &incident)
{
    for (BoardColumn *column : std::as_const(m_columns))
        column->select(incident);
    for (IncidentList *list : std::as_const(m_lists))
        list->select(incident);
    m_inspector->setIncident(incident);
}

void IncidentsPage::claim(const QUuid &incident)
{
    show(incident);
    m_inspector->claimOrTakeOver();
}

void IncidentsPage::setView(int view)
{
    m_toolbar->setView(view);
}

void IncidentsPage::focusSearch()
{
    if (!m_locked)
        m_toolbar->focusSearch();
}

void IncidentsPage::refilter()
{
    const incidents::BoardFilter filter = m_toolbar->filter(m_needs.me());
    for (BoardColumn *column : std::as_const(m_columns))
        column->setFilter(filter);
    for (IncidentList *list : std::as_const(m_lists))
        list->setFilter(filter);
}

void IncidentsPage::count()
{
    IncidentsToolbar::Counts counts;
    const base::Instant now = m_needs.clock.now();
    const QString me = m_needs.me();
    for (const Incident &incident : m_needs.model.incidents()) {
        counts.overdue += incident.isOverdue(now) ? 1 : 0;
        counts.unclaimed += incident.owner.isEmpty() ? 1 : 0;
        counts.recovered += incident.recoveredAt ? 1 : 0;
        counts.mine += !me.isEmpty() && incident.owner == me ? 1 : 0;
    }
    m_toolbar->setCounts(counts);
}

void IncidentsPage::tick()
{
    for (BoardColumn *column : std::as_const(m_columns))
        column->tick();
    m_lists.first()->tick();
    m_inspector->tick();
    count();
}

void IncidentsPage::retranslate()
{
    m_lists.first()->setAccessibleName(tr("Incidents"));
    if (m_lists.size() > 1)
        m_lists.last()->setAccessibleName(tr("Closed incidents"));
    tellLatest();
}

void IncidentsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    ThemedWidget::changeEvent(event);
}

void IncidentsPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !current().isNull()) {
        show({});
        return;
    }
    if (event->key() == Qt::Key_L && event->modifiers() == Qt::NoModifier && !m_locked
        && !current().isNull()) {
        m_inspector->timeline().focusEntry();
        return;
    }
    // A field that has the focus hands Enter on too, when it has done with it.
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool onCard = qobject_cast<QAbstractItemView *>(QApplication::focusWidget()) != nullptr;
    if (enter && onCard && !m_locked && m_needs.model.unsent().contains(current())) {
        Q_EMIT unsentAsked(current());
        return;
    }
    const int digit = event->key() - Qt::Key_0;
    const bool phrase = digit >= 1 && digit <= 9 && event->modifiers() == Qt::NoModifier;
    if (phrase && !m_locked && !current().isNull()) {
        m_inspector->timeline().addPhrase(digit);
        return;
    }
    ThemedWidget::keyPressEvent(event);
}

} // namespace watchroom::ui
