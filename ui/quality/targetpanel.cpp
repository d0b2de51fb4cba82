// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quality/targetpanel.h"

#include "app/domain/levels.h"
#include "app/quality/targetsmodel.h"
#include "ui/quality/spokentargets.h"
#include "ui/quality/targetdelegate.h"
#include "ui/quality/targettree.h"
#include "ui/style/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using quality::TargetsModel;
using style::FontRole;
using style::Ink;
using style::Weight;

namespace {
constexpr int kWidth = 288;
}

TargetPanel::TargetPanel(const style::Theme &theme, quality::TargetsModel &targets, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_model(new SpokenTargets(this))
{
    setObjectName(u"targetPanel"_s);
    m_model->setSourceModel(&targets);
    build();
    connect(m_filter, &QLineEdit::textChanged, this, &TargetPanel::refilter);
    connect(
        m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &TargetPanel::follow);
    connect(m_model, &QAbstractItemModel::modelReset, this, &TargetPanel::restore);
    connect(&targets, &QAbstractItemModel::dataChanged, this, &TargetPanel::count);
    TargetPanel::themeChanged();
    retranslate();
}

void TargetPanel::build()
{
    m_title = new widgets::TextLabel(theme(), FontRole::Title, Weight::Bold, Ink::T1, this);
    m_sums = new widgets::TextLabel(theme(), FontRole::Caption, Weight::Regular, Ink::T2, this);
    m_sums->setAlignment(Qt::AlignRight);
    m_sums->setObjectName(u"targetSums"_s);
    m_filter = new widgets::SearchField(theme(), this);
    m_filter->setObjectName(u"targetFilter"_s);
    m_tree = new TargetTree(this);
    m_tree->setObjectName(u"targetTree"_s);
    m_tree->setModel(m_model);
    setFocusProxy(m_tree);
    m_tree->setItemDelegate(new TargetDelegate(theme(), this));
    m_empty = new widgets::EmptyState(theme(), this);
    m_empty->setObjectName(u"noTargets"_s);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_tree);
    m_stack->addWidget(m_empty);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(12, 0, 12, 0);
    head->addWidget(m_title);
    head->addWidget(m_sums, 1);
    auto *search = new QHBoxLayout;
    search->setContentsMargins(12, 0, 12, 0);
    search->addWidget(m_filter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 1, 0);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addLayout(search);
    layout->addWidget(m_stack, 1);
}

void TargetPanel::follow(const QModelIndex &current)
{
    if (m_restoring || !quality::isMeasured(current))
        return;
    const QString key = current.data(TargetsModel::KeyRole).toString();
    if (key == m_target)
        return;
    m_target = key;
    Q_EMIT targetChosen(key);
}

bool TargetPanel::choose(const QString &target)
{
    QModelIndex index = m_model->indexOf(target);
    if (!index.isValid() && !m_filter->text().isEmpty()) {
        m_filter->clear();
        index = m_model->indexOf(target);
    }
    if (index.isValid() && !quality::isMeasured(index))
        index = worstBelow(index);
    if (!index.isValid())
        return false;
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
    return true;
}

QModelIndex TargetPanel::indexOf(const QString &target) const
{
    return m_model->indexOf(target);
}

QString TargetPanel::nameOf(const QString &target) const
{
    return m_model->nameOf(target);
}

QModelIndex TargetPanel::worstBelow(const QModelIndex &parent) const
{
    QModelIndex worst;
    int most = -1;
    for (const QModelIndex &target : quality::measuredTargets(*m_model, parent)) {
        const auto level = domain::levelFrom(target.data(TargetsModel::LevelRole).toString());
        const int rank = level ? static_cast<int>(*level) + 1 : 0;
        if (rank > most) {
            most = rank;
            worst = target;
        }
    }
    return worst;
}

void TargetPanel::chooseWorst()
{
    m_tree->setCurrentIndex(worstBelow({}));
}

/// A new tree: what was unfolded and chosen is so again.
void TargetPanel::restore()
{
    const QModelIndex first = m_model->index(0, 0);
    const bool oneSource = m_model->rowCount() == 1 && isGroup(first)
        && first.data(TargetsModel::KindRole).toString() == "source"_L1;
    m_tree->setRootIndex(oneSource ? first : QModelIndex());
    m_tree->unfold();
    m_restoring = true;
    m_tree->setCurrentIndex(m_model->indexOf(m_target));
    m_restoring = false;
    count();
    showState();
}

void TargetPanel::refilter()
{
    // The filter may take the root away and bring it back.
    m_tree->setRootIndex({});
    m_restoring = true;
    m_model->setWords(m_filter->text());
    m_restoring = false;
    restore();
}

void TargetPanel::showState()
{
    const bool none = quality::measuredTargets(*m_model).isEmpty();
    m_stack->setCurrentWidget(none ? static_cast<QWidget *>(m_empty) : m_tree);
    if (m_noSource)
        m_empty->setFact(u"plug-connected-x"_s, tr("No source"), tr("Choose one in Settings"));
    else if (!m_filter->text().isEmpty())
        m_empty->setFact(u"search"_s, tr("Nothing matches"), tr("Esc clears the filter"));
    else
        m_empty->setFact(u"map-pin"_s, tr("No targets"), tr("The source names none"));
}

void TargetPanel::setNoSource(bool none)
{
    m_noSource = none;
    showState();
}

void TargetPanel::setEnglish(bool english)
{
    m_model->setEnglish(english);
}

void TargetPanel::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void TargetPanel::count()
{
    int abnormal = 0;
    int missing = 0;
    const auto targets = quality::measuredTargets(*m_model->sourceModel());
    for (const QModelIndex &target : targets) {
        abnormal += target.data(TargetsModel::LevelRole).toString().isEmpty() ? 0 : 1;
        const QString heard = target.data(TargetsModel::DataRole).toString();
        missing += heard == "no_data"_L1 || heard == "source_down"_L1 ? 1 : 0;
    }
    QStringList sums{tr("%n target(s)", nullptr, static_cast<int>(targets.size()))};
    if (abnormal > 0)
        sums.append(tr("abnormal %1").arg(abnormal));
    if (missing > 0)
        sums.append(tr("no data %1").arg(missing));
    m_sums->setText(sums.join(u" · "_s));
}

void TargetPanel::retranslate()
{
    m_title->setText(tr("Quality"));
    m_filter->setPrompt(tr("Filter targets"));
    m_tree->setAccessibleName(tr("Targets"));
    count();
    showState();
    m_tree->viewport()->update();
}

void TargetPanel::themeChanged()
{
    setFixedWidth(scaled(kWidth));
    m_tree->doItemsLayout();
    ThemedWidget::themeChanged();
}

void TargetPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    ThemedWidget::changeEvent(event);
}

void TargetPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().panel);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), tokens().line);
}

} // namespace watchroom::ui
