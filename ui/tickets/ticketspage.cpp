// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/ticketspage.h"

#include "app/incidents/directory.h"
#include "app/tickets/workmodel.h"
#include "ui/style/theme.h"
#include "ui/tickets/newworkdialog.h"
#include "ui/tickets/ticketstoolbar.h"
#include "ui/tickets/worklist.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStackedWidget>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using tickets::Work;
using tickets::WorkKind;
using tickets::WorkModel;

TicketsPage::TicketsPage(const style::Theme &theme, const Needs &needs, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_needs(needs)
    , m_toolbar(new TicketsToolbar(theme, this))
    , m_lists(new QStackedWidget(this))
    , m_panel(new WorkPanel(theme, needs.panel, this))
{
    setObjectName(u"ticketsPage"_s);
    for (WorkModel *model : {&m_needs.tickets, &m_needs.pending}) {
        addList(*model, {int(model->kind()), int(WorkModel::Scope::Open)});
        connect(model, &WorkModel::changed, this, &TicketsPage::count);
    }
    auto *left = new QVBoxLayout;
    left->setContentsMargins(8, 8, 8, 8);
    left->setSpacing(8);
    left->addWidget(m_toolbar);
    left->addWidget(m_lists, 1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(left, 1);
    layout->addWidget(m_panel);
    connect(m_toolbar, &TicketsToolbar::chosenChanged, this, &TicketsPage::refilter);
    connect(m_toolbar, &TicketsToolbar::newPressed, this, [this] { openNew(); });
    connect(m_panel, &WorkPanel::failed, this, &TicketsPage::failed);
    connect(m_panel, &WorkPanel::authorAsked, this, &TicketsPage::authorAsked);
    connect(m_panel, &WorkPanel::incidentAsked, this, &TicketsPage::incidentAsked);
    connect(m_panel, &WorkPanel::urlAsked, this, &TicketsPage::urlAsked);
    connect(m_panel, &WorkPanel::closeRequested, this, [this] { list().clearSelection(); });
    refilter();
    count();
}

WorkList *TicketsPage::addList(WorkModel &model, const Key &key)
{
    auto *list = new WorkList(
        model, theme(), [this] { return m_needs.panel.clock.now(); }, m_lists);
    list->setObjectName(u"workList%1%2"_s.arg(key.first).arg(key.second));
    connect(list, &WorkList::chosenChanged, this, &TicketsPage::showChosen);
    connect(&m_needs.panel.directory, &incidents::Directory::changed, &model,
        [&model] { model.namesChanged(); });
    m_lists->addWidget(list);
    m_listOf.emplace(key, list);
    retranslate();
    return list;
}

WorkList &TicketsPage::list() const
{
    return *static_cast<WorkList *>(m_lists->currentWidget());
}

void TicketsPage::refilter()
{
    const Key key{int(m_toolbar->kind()), int(m_toolbar->scope())};
    if (!m_listOf.contains(key)) { // ended ones are read when somebody looks for them
        auto *model = new WorkModel(
            m_needs.panel.store, m_toolbar->kind(), m_toolbar->scope(),
            [this](const QString &login) { return m_needs.panel.directory.personName(login); },
            this);
        connect(model, &WorkModel::failed, this, &TicketsPage::failed);
        addList(*model, key);
    }
    m_lists->setCurrentWidget(m_listOf.at(key));
    list().setWanted(m_toolbar->wanted(m_needs.panel.me()));
    count();
    showChosen();
}

void TicketsPage::showChosen()
{
    m_panel->setWorks(list().chosen());
}

void TicketsPage::count()
{
    TicketsToolbar::Counts counts;
    counts.tickets = int(m_needs.tickets.items().size());
    counts.pending = int(m_needs.pending.items().size());
    const QString me = m_needs.panel.me();
    const base::Instant now = m_needs.panel.clock.now();
    const WorkModel &shown =
        m_toolbar->kind() == WorkKind::Ticket ? m_needs.tickets : m_needs.pending;
    for (const Work &work : shown.items()) {
        counts.mine += !me.isEmpty() && work.owner == me ? 1 : 0;
        counts.offered += !me.isEmpty() && work.offeredTo == me ? 1 : 0;
        counts.overdue += work.isOverdue(now) ? 1 : 0;
    }
    m_toolbar->setCounts(counts);
}

void TicketsPage::openNew(const QUuid &incident)
{
    if (m_needs.panel.me().isEmpty()) {
        Q_EMIT authorAsked();
        return;
    }
    (new NewWorkDialog(theme(), *window(), m_needs.panel.commands, m_needs.panel.incidents,
         {.kind = incident.isNull() ? m_toolbar->kind() : WorkKind::Ticket, .incident = incident}))
        ->open();
}

void TicketsPage::focusSearch()
{
    m_toolbar->focusSearch();
}

void TicketsPage::tick()
{
    list().tick();
    count();
}

void TicketsPage::show(WorkKind kind, const QUuid &work)
{
    m_toolbar->setKind(kind);
    m_toolbar->setWhich(TicketsToolbar::Which::Open);
    refilter();
    list().choose(work);
}

void TicketsPage::retranslate()
{
    for (const auto &[key, list] : m_listOf)
        list->setAccessibleName(
            WorkKind(key.first) == WorkKind::Ticket ? tr("Tickets") : tr("Pending items"));
}

void TicketsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    ThemedWidget::changeEvent(event);
}

void TicketsPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !list().chosen().isEmpty())
        list().clearSelection();
    else
        ThemedWidget::keyPressEvent(event);
}

} // namespace watchroom::ui
