// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/incidentspage.h"

#include "app/incidents/directory.h"
#include "app/words/terms.h"
#include "ui/incidents/assessmentdialog.h"
#include "ui/incidents/boardcolumn.h"
#include "ui/incidents/newincidentdialog.h"
#include "ui/incidents/stepdialog.h"
#include "ui/incidents/timelinepanel.h"
#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using incidents::Incident;
using incidents::IncidentsModel;
using style::FontRole;
using style::Ink;
using style::Weight;

IncidentsPage::IncidentsPage(
    const style::Theme &theme, const Inspector::Needs &needs, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_needs(needs)
    , m_policy(domain::defaultPolicy())
    , m_listModel(new incidents::BoardColumnModel(QString(), this))
    , m_inspector(new Inspector(theme, needs, this))
{
    setObjectName(u"incidentsPage"_s);
    m_views = new QStackedWidget(this);
    auto *toolbar = buildToolbar();
    m_views->addWidget(buildBoard());
    m_views->addWidget(buildList());
    auto *left = new QVBoxLayout;
    left->setContentsMargins(8, 8, 8, 8);
    left->setSpacing(8);
    left->addWidget(toolbar);
    left->addWidget(m_views, 1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(left, 1);
    layout->addWidget(m_inspector);
    connect(&m_needs.model, &IncidentsModel::changed, this, &IncidentsPage::count);
    connect(m_inspector, &Inspector::closeRequested, this, [this] { show({}); });
    connect(m_inspector, &Inspector::failed, this, &IncidentsPage::failed);
    connectDialogs();
    retranslate();
}

QWidget *IncidentsPage::buildToolbar()
{
    const auto &look = theme();
    auto *bar = new QWidget(this);
    m_heading = new widgets::TextLabel(look, FontRole::Title, Weight::Bold, Ink::T1, bar);
    m_view = new widgets::SegmentedControl(look, bar);
    m_view->setObjectName(u"view"_s);
    m_level = new widgets::SegmentedControl(look, bar);
    m_level->setObjectName(u"levelFilter"_s);
    m_mine = widgets::makeButton(look, widgets::ButtonKind::Secondary, u"mine"_s, {}, u"user"_s,
        widgets::ButtonSize::Normal, bar);
    m_mine->setCheckable(true);
    m_search = new widgets::SearchField(look, bar);
    m_search->setObjectName(u"search"_s);
    m_search->setShortcutHint(u"Ctrl K"_s);
    m_search->setMaximumWidth(look.scaled(240));
    m_overdue = new widgets::Chip(look, widgets::ChipKind::Inverse, bar);
    m_counts = new widgets::TextLabel(look, FontRole::Caption, Weight::Regular, Ink::T2, bar);
    m_new = widgets::makeButton(look, widgets::ButtonKind::Primary, u"new"_s, {}, u"plus"_s,
        widgets::ButtonSize::Normal, bar);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(4, 0, 0, 0);
    layout->setSpacing(8);
    for (QWidget *widget : {static_cast<QWidget *>(m_heading), static_cast<QWidget *>(m_view),
             static_cast<QWidget *>(m_level), static_cast<QWidget *>(m_mine)})
        layout->addWidget(widget);
    layout->addWidget(m_search, 1);
    layout->addStretch();
    layout->addWidget(m_overdue);
    layout->addWidget(m_counts);
    layout->addWidget(m_new);
    connect(m_view, &widgets::SegmentedControl::currentChanged, m_views,
        &QStackedWidget::setCurrentIndex);
    connect(m_level, &widgets::SegmentedControl::currentChanged, this, &IncidentsPage::refilter);
    connect(m_mine, &QPushButton::toggled, this, &IncidentsPage::refilter);
    connect(m_search, &QLineEdit::textChanged, this, &IncidentsPage::refilter);
    connect(m_new, &QPushButton::clicked, this, &IncidentsPage::openNewIncident);
    return bar;
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
        layout->addWidget(column, 1);
        m_columns.append(column);
    }
    return board;
}

QWidget *IncidentsPage::buildList()
{
    m_listModel->setSourceModel(&m_needs.model);
    m_list = new QTableView(this);
    m_list->setObjectName(u"incidentList"_s);
    m_list->setModel(m_listModel);
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setShowGrid(false);
    m_list->setWordWrap(false);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->verticalHeader()->hide();
    m_list->verticalHeader()->setDefaultSectionSize(theme().scaled(42));
    m_list->horizontalHeader()->setHighlightSections(false);
    m_list->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_list->horizontalHeader()->setSectionResizeMode(
        IncidentsModel::TitleColumn, QHeaderView::Stretch);
    m_list->setColumnWidth(IncidentsModel::PlaceColumn, theme().scaled(200));
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex &current) {
            if (current.isValid())
                show(current.data(IncidentsModel::IdRole).toUuid());
        });
    return m_list;
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
    return m_needs.model.find(m_inspector->incident());
}

void IncidentsPage::openNewIncident()
{
    (new NewIncidentDialog(theme(), *window(), m_needs.commands, m_needs.directory))->open();
}

void IncidentsPage::setPolicy(const domain::Policy &policy)
{
    m_policy = policy;
    for (BoardColumn *column : std::as_const(m_columns))
        column->setPolicy(policy);
}

void IncidentsPage::show(const QUuid &incident)
{
    for (BoardColumn *column : std::as_const(m_columns))
        column->select(incident);
    m_inspector->setIncident(incident);
}

void IncidentsPage::claim(const QUuid &incident)
{
    show(incident);
    m_inspector->claimOrTakeOver();
}

void IncidentsPage::setView(int view)
{
    m_view->setCurrent(view);
}

void IncidentsPage::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void IncidentsPage::refilter()
{
    incidents::BoardFilter filter;
    const int level = m_level->current(); // 0 all, then red to blue
    if (level > 0)
        filter.level = domain::codeOf(domain::Level(3 - level));
    if (m_mine->isChecked())
        filter.owner = m_needs.me();
    filter.words = m_search->text().toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    for (BoardColumn *column : std::as_const(m_columns))
        column->setFilter(filter);
    m_listModel->setFilter(filter);
}

void IncidentsPage::count()
{
    int overdue = 0;
    int unclaimed = 0;
    int recovered = 0;
    int mine = 0;
    const base::Instant now = m_needs.clock.now();
    for (const Incident &incident : m_needs.model.incidents()) {
        overdue += incident.dueAt && *incident.dueAt <= now && !incident.waitingSince ? 1 : 0;
        unclaimed += incident.owner.isEmpty() ? 1 : 0;
        recovered += incident.recoveredAt ? 1 : 0;
        mine += incident.owner == m_needs.me() ? 1 : 0;
    }
    m_overdue->setVisible(overdue > 0);
    m_overdue->setText(tr("Overdue %1").arg(overdue));
    QStringList counts;
    if (unclaimed > 0)
        counts.append(tr("Unclaimed %1").arg(unclaimed));
    if (recovered > 0)
        counts.append(tr("Recovered %1").arg(recovered));
    m_counts->setText(counts.join(u"  "_s));
    m_mine->setText(tr("Mine %1").arg(mine));
}

void IncidentsPage::tick()
{
    for (BoardColumn *column : std::as_const(m_columns))
        column->tick();
    m_inspector->tick();
    count();
}

void IncidentsPage::retranslate()
{
    m_heading->setText(tr("Incidents"));
    m_view->setItems({tr("Board"), tr("List")});
    m_view->setAccessibleName(tr("View"));
    m_level->setItems(
        {tr("All"), words::level(u"red"), words::level(u"yellow"), words::level(u"blue")});
    m_level->setAccessibleName(tr("Level"));
    m_search->setPrompt(tr("Find"));
    m_new->setText(tr("New"));
    m_new->setToolTip(tr("New incident (N)"));
    m_list->setAccessibleName(tr("Incidents"));
    m_list->horizontalHeader()->reset();
    count();
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
    const int digit = event->key() - Qt::Key_0;
    if (digit >= 1 && digit <= 9 && event->modifiers() == Qt::NoModifier && !current().isNull()) {
        m_inspector->timeline().addPhrase(digit);
        return;
    }
    ThemedWidget::keyPressEvent(event);
}

} // namespace watchroom::ui
