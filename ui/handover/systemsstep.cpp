// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/systemsstep.h"

#include "app/words/handovers.h"
#include "app/words/times.h"
#include "ui/handover/systemrow.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/scrollcolumn.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"

#include <QCompleter>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStringListModel>
#include <QVBoxLayout>

#include <algorithm>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using style::FontRole;
using style::Ink;
using style::Weight;

namespace {
constexpr int kNameCharacters = 64; // of a subject, as the guard has it
}

SystemsStep::SystemsStep(const style::Theme &theme, const HandoverNeeds &needs, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_needs(needs)
    , m_head(new widgets::TextLabel(theme, FontRole::Section, Weight::Bold, Ink::T1, this))
    , m_hint(new widgets::TextLabel(theme, FontRole::Body, Weight::Regular, Ink::T2, this))
    , m_list(new QVBoxLayout)
    , m_new(new QLineEdit(this))
    , m_add(widgets::makeButton(theme, widgets::ButtonKind::Secondary, u"addSystem"_s, {},
          u"plus"_s, widgets::ButtonSize::Normal, this))
    , m_names(new QStringListModel(this))
    , m_sourcesHead(new widgets::TextLabel(theme, FontRole::Section, Weight::Bold, Ink::T1, this))
    , m_sources(new QLabel(this))
{
    setObjectName(u"systemsStep"_s);
    m_new->setObjectName(u"newSystem"_s);
    m_new->setMaxLength(kNameCharacters);
    auto *completer = new QCompleter(m_names, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_new->setCompleter(completer);
    m_sources->setObjectName(u"sourceStates"_s);
    m_sources->setTextFormat(Qt::PlainText);
    m_sources->setWordWrap(true);
    m_list->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(m_head);
    head->addWidget(m_hint, 1);
    auto *add = new QHBoxLayout;
    add->setSpacing(8);
    add->addWidget(m_new);
    add->addWidget(m_add);
    add->addStretch(1);
    m_new->setMinimumWidth(scaled(320));
    auto *column = new widgets::ScrollColumn(u"systemsScroll"_s, this);
    column->add(m_list);
    column->add(add);
    column->add(m_sourcesHead);
    column->add(m_sources);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 10, 16, 10);
    layout->setSpacing(10);
    layout->addLayout(head);
    layout->addWidget(column, 1);
    connect(m_add, &QPushButton::clicked, this, &SystemsStep::add);
    connect(m_new, &QLineEdit::returnPressed, this, &SystemsStep::add);
    retranslate();
}

SystemRow *SystemsStep::row(const QString &key) const
{
    const auto found = std::ranges::find_if(
        m_rows, [&key](const SystemRow *row) { return row->system().key == key; });
    return found == m_rows.end() ? nullptr : *found;
}

void SystemsStep::refresh()
{
    showRows();
    m_head->setText(tr("%n key system(s)", nullptr, int(m_rows.size())));
    showSources();
}

void SystemsStep::showRows()
{
    const handover::HandoverState *state = m_needs.state();
    const auto systems = state ? state->systems : QList<handover::SheetSystem>();
    const bool editable = state && state->state == "draft"_L1 && m_needs.isParty();
    const qsizetype fixed = handover::usualSystems().size();
    while (m_rows.size() > systems.size())
        delete m_rows.takeLast();
    while (m_rows.size() < systems.size()) {
        m_rows.append(new SystemRow(theme(), m_needs, this));
        m_list->addWidget(m_rows.last());
        connect(m_rows.last(), &SystemRow::checked, this, &SystemsStep::check);
    }
    for (qsizetype i = 0; i < systems.size(); ++i)
        m_rows[i]->setSystem(systems[i], i < fixed, editable);
    m_new->setEnabled(editable);
    m_add->setEnabled(editable);
}

void SystemsStep::tick()
{
    const handover::HandoverState *state = m_needs.state();
    // What metrics say moves without a change of the handover.
    const bool moved = state
        && !std::ranges::equal(
            m_rows, state->systems, {}, [](const SystemRow *row) { return row->system().seen; },
            &handover::SheetSystem::seen);
    if (moved)
        showRows();
    for (SystemRow *row : std::as_const(m_rows))
        row->tick();
    showSources();
}

int SystemsStep::fineCount() const
{
    return int(std::ranges::count_if(m_rows,
        [](const SystemRow *row) { return row->system().result == "ok"_L1 && row->isFresh(); }));
}

void SystemsStep::showSources()
{
    QStringList lines;
    const auto sources = m_needs.sources();
    for (const handover::SheetSource &source : sources) {
        QString line = source.name + u' ' + words::sourceState(source.state);
        if (source.since && source.state != "ok"_L1)
            line += u' ' + tr("since %1").arg(words::hourMinute(*source.since, m_needs.zone()));
        lines.append(line);
    }
    m_sources->setText(lines.isEmpty() ? tr("No source is set up.") : lines.join(u'\n'));
}

void SystemsStep::begin()
{
    QStringList names;
    const auto places = m_needs.places();
    for (const auto &[key, name] : places)
        names.append(name);
    m_names->setStringList(names);
    const auto wanting = std::ranges::find_if(m_rows,
        [](const SystemRow *row) { return row->system().result != "ok"_L1 || !row->isFresh(); });
    if (wanting != m_rows.end())
        (*wanting)->findChild<widgets::SegmentedControl *>()->setFocus(Qt::OtherFocusReason);
}

void SystemsStep::check(const QString &key, const QString &result, const QString &seen)
{
    const handover::HandoverState *state = m_needs.state();
    if (m_needs.me().isEmpty()) {
        Q_EMIT authorAsked();
        refresh();
        return;
    }
    if (!state)
        return;
    follow(m_needs.commands.check(state->id, key, result, seen), this);
}

void SystemsStep::add()
{
    const QString name = m_new->text().simplified();
    if (name.isEmpty())
        return;
    m_new->clear();
    const auto places = m_needs.places();
    const auto place = std::ranges::find(places, name, &std::pair<QString, QString>::second);
    const QString key = place == places.end() ? name : place->first;
    if (SystemRow *there = row(key))
        there->findChild<widgets::SegmentedControl *>()->setFocus(Qt::OtherFocusReason);
    else
        check(key, u"unchecked"_s, {});
}

void SystemsStep::retranslate()
{
    m_hint->setText(tr("Each is looked at within 15 minutes before the signature"));
    m_new->setPlaceholderText(tr("Another system, or a measured place"));
    m_new->setAccessibleName(m_new->placeholderText());
    m_add->setText(tr("Add"));
    m_sourcesHead->setText(tr("Sources"));
    refresh();
}

void SystemsStep::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    ThemedWidget::changeEvent(event);
}

} // namespace watchroom::ui
