// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/itembox.h"

#include "app/domain/levels.h"
#include "app/domain/limits.h"
#include "app/handover/handoveritemsmodel.h"
#include "app/words/terms.h"
#include "ui/handover/handoverwords.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/levelmark.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using handover::HandoverItem;
using handover::ItemChange;
using style::FontRole;
using style::Ink;
using style::Weight;
using widgets::ButtonKind;
using widgets::ButtonSize;

namespace {

QLineEdit *makeLine(const QString &name, QWidget *parent)
{
    auto *line = new QLineEdit(parent);
    line->setObjectName(name);
    line->setMaxLength(int(domain::limits::kLineCharacters));
    return line;
}

} // namespace

ItemBox::ItemBox(const style::Theme &theme, const HandoverNeeds &needs, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_needs(needs)
    , m_level(new widgets::LevelMark(theme, this))
    , m_title(new widgets::TextLabel(theme, FontRole::Section, Weight::Bold, Ink::T1, this))
    , m_meta(new widgets::TextLabel(theme, FontRole::Caption, Weight::Regular, Ink::T2, this))
    , m_receiver(new QComboBox(this))
    , m_next(makeLine(u"nextAction"_s, this))
    , m_due(makeLine(u"due"_s, this))
    , m_contingency(makeLine(u"contingency"_s, this))
    , m_said(new QLabel(this))
    , m_talk(makeLine(u"talk"_s, this))
    , m_send(widgets::makeButton(
          theme, ButtonKind::Secondary, u"sendTalk"_s, {}, u"message"_s, ButtonSize::Normal, this))
    , m_confirm(widgets::makeButton(theme, ButtonKind::Primary, u"confirmItem"_s, {},
          u"circle-check"_s, ButtonSize::Normal, this))
    , m_problem(new QLabel(this))
{
    setObjectName(u"itemBox"_s);
    m_receiver->setObjectName(u"receiver"_s);
    m_said->setObjectName(u"talkSaid"_s);
    m_said->setTextFormat(Qt::PlainText);
    m_said->setWordWrap(true);
    m_problem->setObjectName(u"itemProblem"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->hide();
    build();
    connect(m_receiver, &QComboBox::activated, this, &ItemBox::saveReceiver);
    connect(m_next, &QLineEdit::editingFinished, this, &ItemBox::saveNext);
    connect(m_due, &QLineEdit::editingFinished, this, &ItemBox::saveDue);
    connect(m_contingency, &QLineEdit::editingFinished, this, &ItemBox::saveContingency);
    connect(m_send, &QPushButton::clicked, this, &ItemBox::saveTalk);
    connect(m_confirm, &QPushButton::clicked, this, &ItemBox::confirm);
    retranslate();
}

void ItemBox::build()
{
    const auto label = [this] {
        m_labels.append(new QLabel(this));
        return m_labels.last();
    };
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_level);
    head->addWidget(m_title, 1);
    head->addWidget(m_meta);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    grid->addWidget(label(), 0, 0);
    grid->addWidget(m_receiver, 0, 1);
    grid->addWidget(label(), 0, 2);
    grid->addWidget(m_next, 0, 3);
    grid->addWidget(label(), 0, 4);
    grid->addWidget(m_due, 0, 5);
    grid->addWidget(label(), 1, 0);
    grid->addWidget(m_contingency, 1, 1, 1, 5);
    grid->setColumnStretch(3, 1);
    m_receiver->setMinimumWidth(scaled(132));
    m_due->setFixedWidth(scaled(108));
    auto *foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(m_talk, 1);
    foot->addWidget(m_send);
    foot->addWidget(m_confirm);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 14, 10);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addLayout(grid);
    layout->addWidget(m_said);
    layout->addWidget(m_problem);
    layout->addLayout(foot);
}

void ItemBox::setItem(const std::optional<HandoverItem> &item)
{
    const bool another = !m_item || !item || m_item->facts.table != item->facts.table
        || m_item->facts.id != item->facts.id;
    m_item = item;
    setVisible(item.has_value());
    if (!item)
        return;
    if (another) {
        for (QLineEdit *field : {m_next, m_due, m_contingency, m_talk})
            field->setModified(false);
        m_talk->clear();
        m_problem->hide();
    }
    show();
}

void ItemBox::setEditable(bool editable)
{
    m_editable = editable;
    if (m_item)
        show();
}

// What somebody types is not taken from under their hands.
void ItemBox::fill(QLineEdit &field, const QString &text)
{
    if (!(field.hasFocus() && field.isModified()) && field.text() != text)
        field.setText(text);
}

void ItemBox::show()
{
    const auto &facts = m_item->facts;
    const handover::HandoverState *state = m_needs.state();
    const bool mayEdit = m_editable && state && m_needs.isParty();
    m_level->setLevel(
        domain::levelFrom(facts.level).value_or(domain::Level::Blue), words::level(facts.level));
    const QString reference = handover::referenceOf(facts);
    const QString title = handover::titleOf(facts);
    m_title->setText(reference.isEmpty() ? title : reference + u' ' + title);
    QStringList meta;
    if (!facts.stage.isEmpty())
        meta.append(words::stage(facts.stage));
    if (!facts.group.isEmpty())
        meta.append(words::group(facts.group));
    if (!facts.waitingFor.isEmpty())
        meta.append(tr("waits for %1").arg(facts.waitingFor));
    m_meta->setText(meta.join(u" · "_s));
    QStringList receivers = state ? state->incomingPeople : QStringList();
    if (!facts.receiver.isEmpty() && !receivers.contains(facts.receiver))
        receivers.append(facts.receiver);
    setChoices(
        *m_receiver, receivers, [this](const QString &login) { return m_needs.person(login); },
        facts.receiver);
    fill(*m_next, facts.nextAction);
    fill(*m_due, facts.dueAt ? dueWords(*facts.dueAt, m_needs) : QString());
    fill(*m_contingency, facts.contingency);
    m_contingency->setPlaceholderText(proposedContingency(*m_item, m_needs));
    m_receiver->setEnabled(mayEdit);
    for (QLineEdit *field : {m_next, m_contingency})
        field->setEnabled(mayEdit && !isRun(facts)); // a run's are its procedure's
    m_due->setEnabled(mayEdit && isWork()); // an incident's is its stage's clock
    showTalk();
    const QString me = m_needs.me();
    const bool receives = state && !me.isEmpty() && (me == facts.receiver || me == state->incoming);
    m_confirm->setVisible(!m_item->confirmed);
    m_confirm->setEnabled(mayEdit && receives && !facts.receiver.isEmpty());
    m_confirm->setToolTip(receives ? tr("I have read it and take it (space bar)")
                                   : tr("Its receiver or the incoming lead confirms it"));
}

void ItemBox::showTalk()
{
    QStringList lines;
    if (!m_item->question.isEmpty())
        lines.append(tr("%1 asks: %2").arg(m_needs.person(m_item->askedBy), m_item->question));
    if (!m_item->answer.isEmpty())
        lines.append(tr("%1 answers: %2").arg(m_needs.person(m_item->answeredBy), m_item->answer));
    m_said->setText(lines.join(u'\n'));
    m_said->setVisible(!lines.isEmpty());
    const bool answers = m_item->hasOpenQuestion();
    m_talk->setPlaceholderText(answers ? tr("Answer %1").arg(m_needs.person(m_item->askedBy))
                                       : tr("Ask whoever hands it over"));
    m_talk->setAccessibleName(m_talk->placeholderText());
    m_send->setText(answers ? tr("Answer") : tr("Ask"));
    const bool may = m_editable && m_needs.isParty();
    m_talk->setEnabled(may);
    m_send->setEnabled(may);
}

void ItemBox::focusReceiver()
{
    m_receiver->setFocus(Qt::OtherFocusReason);
    m_receiver->showPopup();
}

void ItemBox::focusPlan()
{
    QLineEdit *first = m_next->text().isEmpty()         ? m_next
        : m_due->isEnabled() && m_due->text().isEmpty() ? m_due
        : m_contingency->text().isEmpty()               ? m_contingency
                                                        : m_next;
    if (!first->isEnabled()) {
        m_receiver->setFocus(Qt::OtherFocusReason);
        return;
    }
    first->setFocus(Qt::OtherFocusReason);
    first->selectAll();
}

void ItemBox::focusQuestion()
{
    m_talk->setFocus(Qt::OtherFocusReason);
}

// From gap to gap; after the last one the item is done.
void ItemBox::goOn(QWidget *from)
{
    const QList<QLineEdit *> gaps{m_next, m_due, m_contingency};
    const qsizetype at = gaps.indexOf(static_cast<QLineEdit *>(from));
    for (qsizetype next = at + 1; next < gaps.size(); ++next) {
        if (gaps[next]->isEnabled() && gaps[next]->text().isEmpty()) {
            gaps[next]->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
    Q_EMIT finished();
}

void ItemBox::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT finished();
        return;
    }
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter) {
        ThemedWidget::keyPressEvent(event);
        return;
    }
    if (event->modifiers() != Qt::NoModifier) {
        event->ignore();
        return;
    }
    QWidget *from = focusWidget();
    if (from == m_talk) {
        saveTalk();
        return;
    }
    // An empty gap takes what it proposes.
    if (from == m_contingency && m_contingency->text().isEmpty()) {
        m_contingency->setText(m_contingency->placeholderText());
        saveContingency();
    }
    goOn(from);
}

void ItemBox::saveReceiver()
{
    const QString login = m_receiver->currentData().toString();
    if (m_item && login != m_item->facts.receiver)
        change({.receiver = login});
    Q_EMIT finished();
}

void ItemBox::saveNext()
{
    const QString text = m_next->text().trimmed();
    if (!m_item || text == m_item->facts.nextAction)
        return;
    m_next->setModified(false);
    if (isWork())
        plan({.nextAction = text});
    else
        change({.nextAction = text});
}

void ItemBox::saveDue()
{
    const QString text = m_due->text().trimmed();
    const auto &at = m_item ? m_item->facts.dueAt : std::nullopt;
    if (!m_item || !isWork() || text == (at ? dueWords(*at, m_needs) : QString()))
        return;
    const auto due = dueOf(text, m_needs);
    m_problem->setVisible(!due);
    if (!due) {
        m_problem->setText(tr("“%1” is no time. Write 21:30, or 03-19 09:00.").arg(text));
        return;
    }
    m_due->setModified(false);
    plan({.dueAt = due});
}

void ItemBox::saveContingency()
{
    const QString text = m_contingency->text().trimmed();
    if (!m_item || text == m_item->facts.contingency)
        return;
    m_contingency->setModified(false);
    if (isWork())
        plan({.contingency = text});
    else
        change({.contingency = text});
}

void ItemBox::saveTalk()
{
    const QString text = m_talk->text().trimmed();
    if (!m_item || text.isEmpty())
        return;
    m_talk->clear();
    if (m_item->hasOpenQuestion())
        change({.answer = text});
    else
        change({.question = text});
    Q_EMIT finished();
}

void ItemBox::confirm()
{
    if (!m_item || m_item->confirmed || !m_confirm->isEnabled())
        return;
    change({.confirmed = true});
    Q_EMIT confirmed();
}

bool ItemBox::isWork() const
{
    return m_item && hasOwnPlan(m_item->facts);
}

bool ItemBox::hasAuthor()
{
    if (!m_needs.me().isEmpty())
        return true;
    Q_EMIT authorAsked();
    return false;
}

void ItemBox::change(const ItemChange &change)
{
    if (hasAuthor() && m_needs.state())
        follow(m_needs.commands.setItem(
                   m_needs.state()->id, m_item->facts.table, m_item->facts.id, change),
            this);
}

void ItemBox::plan(const tickets::Plan &plan)
{
    if (hasAuthor())
        follow(m_needs.work.setPlan(kindOf(m_item->facts), m_item->facts.id, plan), this);
}

void ItemBox::retranslate()
{
    const QStringList names{tr("Receiver"), tr("Next action"), tr("Due"), tr("If … then …")};
    const QList<QWidget *> fields{m_receiver, m_next, m_due, m_contingency};
    for (qsizetype i = 0; i < names.size(); ++i) {
        m_labels[i]->setText(names[i]);
        m_labels[i]->setBuddy(fields[i]);
        fields[i]->setAccessibleName(names[i]);
    }
    m_due->setPlaceholderText(tr("hh:mm"));
    m_confirm->setText(tr("Confirm"));
    if (m_item)
        show();
}

void ItemBox::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    ThemedWidget::changeEvent(event);
}

void ItemBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    widgets::paintBox(painter, rect(), tokens().card, QPen(tokens().line2, 1));
}

} // namespace watchroom::ui
