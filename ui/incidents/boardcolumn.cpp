// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/boardcolumn.h"

#include "app/incidents/incidentsmodel.h"
#include "app/words/terms.h"
#include "ui/incidents/carddelegate.h"
#include "ui/incidents/cardmodel.h"
#include "ui/incidents/limitwords.h"
#include "ui/style/theme.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QListView>
#include <QPainter>
#include <QSet>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using incidents::IncidentsModel;
using style::FontRole;
using style::Ink;
using style::Weight;
using widgets::TextLabel;

namespace {
constexpr int kSpacing = 6;
}

BoardColumn::BoardColumn(domain::Stage stage, IncidentsModel &model, const style::Theme &theme,
    std::function<base::Instant()> now, QWidget *parent)
    : QWidget(parent)
    , m_stage(stage)
    , m_theme(theme)
    , m_now(now)
    , m_model(new CardModel(domain::codeOf(stage), now, this))
    , m_delegate(new CardDelegate(theme, std::move(now), this))
    , m_name(new TextLabel(theme, FontRole::Body, Weight::Bold, Ink::T1, this))
    , m_count(new TextLabel(theme, FontRole::Body, Weight::Regular, Ink::T2, this))
    , m_overdue(new TextLabel(theme, FontRole::Caption, Weight::Bold, Ink::T1, this))
    , m_limits(new TextLabel(theme, FontRole::Caption, Weight::Regular, Ink::T3, this))
    , m_view(new QListView(this))
    , m_more(new TextLabel(theme, FontRole::Caption, Weight::Regular, Ink::T2, this))
    , m_policy(domain::defaultPolicy())
{
    setObjectName(u"column_"_s + domain::codeOf(stage));
    m_model->setSourceModel(&model);
    m_view->setObjectName(u"cards"_s);
    m_view->setModel(m_model);
    m_view->setItemDelegate(m_delegate);
    m_view->setUniformItemSizes(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setMouseTracking(true);
    m_view->viewport()->setAutoFillBackground(false);

    // Six columns share the window at every text size: names are cut before it grows.
    m_name->setMinimumWidth(1);
    m_limits->setMinimumWidth(1);
    m_head = new QHBoxLayout;
    m_head->addWidget(m_name);
    m_head->addWidget(m_count);
    m_head->addStretch();
    m_head->addWidget(m_overdue);
    m_below = new QHBoxLayout;
    m_below->addWidget(m_limits, 1);
    for (QHBoxLayout *row : {m_head, m_below}) {
        row->setContentsMargins(4, 0, 4, 0);
        row->setSpacing(kSpacing);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 6, 4, 4);
    layout->setSpacing(0);
    layout->addLayout(m_head);
    layout->addLayout(m_below);
    layout->addSpacing(6);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_more);

    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &current) {
            if (current.isValid())
                Q_EMIT incidentSelected(current.data(IncidentsModel::IdRole).toUuid());
        });
    connect(m_delegate, &CardDelegate::claimPressed, this, [this](const QModelIndex &index) {
        Q_EMIT claimPressed(index.data(IncidentsModel::IdRole).toUuid());
    });
    connect(m_delegate, &CardDelegate::unsentPressed, this, [this](const QModelIndex &index) {
        Q_EMIT unsentPressed(index.data(IncidentsModel::IdRole).toUuid());
    });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &BoardColumn::refreshHead);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &BoardColumn::refreshHead);
    connect(m_model, &QAbstractItemModel::modelReset, this, &BoardColumn::refreshHead);
    connect(m_model, &QAbstractItemModel::layoutChanged, this, &BoardColumn::refreshHead);
    connect(&m_theme, &style::Theme::changed, this, &BoardColumn::restyle);
    restyle();
}

void BoardColumn::setFilter(const incidents::BoardFilter &filter)
{
    m_model->setFilter(filter);
    refreshHead();
}

void BoardColumn::setPolicy(const domain::Policy &policy)
{
    m_policy = policy;
    m_delegate->setPolicy(policy);
    m_model->setPolicy(policy);
    refreshHead();
}

bool BoardColumn::select(const QUuid &incident)
{
    const auto *source = static_cast<const IncidentsModel *>(m_model->sourceModel());
    const QModelIndex index = m_model->mapFromSource(source->indexOf(incident));
    const QSignalBlocker quiet(m_view->selectionModel());
    if (!index.isValid()) {
        m_view->clearSelection();
        m_view->setCurrentIndex({});
    } else {
        m_view->setCurrentIndex(index);
        m_view->scrollTo(index);
    }
    m_view->viewport()->update();
    return index.isValid();
}

void BoardColumn::tick()
{
    m_view->viewport()->update();
    refreshHead();
}

QString BoardColumn::stageName() const
{
    return words::stage(QString(domain::codeOf(m_stage)));
}

void BoardColumn::refreshHead()
{
    const int count = m_model->rowCount();
    const base::Instant now = m_now();
    int overdue = 0;
    for (int row = 0; row < count; ++row) {
        // Cards are sorted by deadline within red and the rest, so few rows are looked at.
        const auto incident =
            m_model->index(row, 0).data(IncidentsModel::IncidentRole).value<incidents::Incident>();
        if (incident.dueAt && *incident.dueAt <= now)
            overdue += incident.waitingSince ? 0 : 1;
        else if (incident.level != "red"_L1)
            break;
    }
    m_name->setText(stageName());
    m_count->setText(QString::number(count));
    m_overdue->setText(overdue > 0 ? tr("%1 over").arg(overdue) : QString());
    QStringList limits;
    for (const domain::Level level :
        {domain::Level::Red, domain::Level::Yellow, domain::Level::Blue}) {
        const QString limit = limitWords(m_policy.of(level).limit(m_stage));
        limits.append(limit.isEmpty() ? u"–"_s : limit);
    }
    m_limits->setText(QSet<QString>(limits.begin(), limits.end()).size() == 1
            ? limits.first()
            : limits.join(u" / "_s));
    placeOverdue();
    refreshDensity();
    m_view->setAccessibleName(tr("%1, %n incident(s)", nullptr, count).arg(stageName()));
}

void BoardColumn::placeOverdue()
{
    const int words = m_name->sizeHint().width() + m_count->sizeHint().width()
        + m_overdue->sizeHint().width() + 3 * kSpacing;
    QHBoxLayout *row = words > m_head->contentsRect().width() ? m_below : m_head;
    if (row->indexOf(m_overdue) >= 0)
        return;
    (row == m_head ? m_below : m_head)->removeWidget(m_overdue);
    row->addWidget(m_overdue);
}

void BoardColumn::refreshDensity()
{
    const int count = m_model->rowCount();
    const int room = m_view->viewport()->height();
    const int full = m_delegate->rowHeight(false);
    const bool compact = m_delegate->isCompact()
        ? (count + 1) * full > room // one card of hysteresis before it grows back
        : count * full > room;
    if (compact != m_delegate->isCompact()) {
        m_delegate->setCompact(compact);
        m_view->doItemsLayout();
    }
    const int fits = std::max(1, room / m_delegate->rowHeight(compact));
    m_more->setVisible(count > fits);
    m_more->setText(u"+%1"_s.arg(count - fits));
}

void BoardColumn::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeOverdue();
    refreshDensity();
}

void BoardColumn::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refreshHead();
    QWidget::changeEvent(event);
}

void BoardColumn::restyle()
{
    m_view->doItemsLayout();
    refreshHead();
    update();
}

void BoardColumn::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.tokens().panel);
    painter.drawRoundedRect(rect(), 4, 4);
}

} // namespace watchroom::ui
