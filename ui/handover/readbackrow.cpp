// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/readbackrow.h"

#include "app/domain/levels.h"
#include "app/handover/handoveritemsmodel.h"
#include "app/words/terms.h"
#include "ui/handover/handoverwords.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/levelmark.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using handover::HandoverItem;
using handover::SheetReadBack;
using style::FontRole;
using style::Ink;
using style::Weight;
using widgets::ButtonKind;
using widgets::ButtonSize;

namespace {

/// The minute is what is said; seconds are the record's.
bool isSameMinute(base::Instant a, base::Instant b)
{
    return std::chrono::floor<std::chrono::minutes>(a)
        == std::chrono::floor<std::chrono::minutes>(b);
}

bool isSame(const SheetReadBack &a, const SheetReadBack &b)
{
    return a.dueAt == b.dueAt && a.nextAction == b.nextAction && a.owner == b.owner;
}

} // namespace

ReadBackRow::ReadBackRow(
    const style::Theme &theme, const HandoverNeeds &needs, int number, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_needs(needs)
    , m_number(new widgets::TextLabel(theme, FontRole::Section, Weight::Bold, Ink::T2, this))
    , m_level(new widgets::LevelMark(theme, this))
    , m_title(new widgets::TextLabel(theme, FontRole::Section, Weight::Bold, Ink::T1, this))
    , m_due(new QLineEdit(this))
    , m_next(new widgets::SegmentedControl(theme, this))
    , m_owner(new QComboBox(this))
    , m_contingency(new widgets::TextLabel(theme, FontRole::Body, Weight::Regular, Ink::T2, this))
    , m_state(new widgets::TextLabel(theme, FontRole::Body, Weight::Bold, Ink::T1, this))
    , m_correct(widgets::makeButton(
          theme, ButtonKind::Secondary, u"correctSaid"_s, {}, {}, ButtonSize::Small, this))
    , m_record(widgets::makeButton(
          theme, ButtonKind::Secondary, u"correctRecord"_s, {}, {}, ButtonSize::Small, this))
    , m_heard(widgets::makeButton(
          theme, ButtonKind::Secondary, u"heard"_s, {}, u"check"_s, ButtonSize::Normal, this))
{
    m_due->setObjectName(u"saidDue"_s);
    m_due->setMaxLength(16);
    m_due->setFixedWidth(scaled(96));
    m_next->setObjectName(u"saidNext"_s);
    m_next->setElastic(true);
    m_next->clear();
    m_owner->setObjectName(u"saidOwner"_s);
    m_owner->setMinimumWidth(scaled(112));
    build(number);
    connect(m_due, &QLineEdit::textEdited, this, &ReadBackRow::takeDue);
    connect(m_due, &QLineEdit::editingFinished, this, [this] { say(said()); });
    connect(m_next, &widgets::SegmentedControl::currentChanged, this, [this] { say(said()); });
    connect(m_owner, &QComboBox::activated, this, [this] { say(said()); });
    connect(m_heard, &QPushButton::clicked, this, &ReadBackRow::tickHeard);
    connect(m_correct, &QPushButton::clicked, this, [this] {
        SheetReadBack right = said();
        right.dueAt = m_item.facts.dueAt;
        right.nextAction = m_item.facts.nextAction;
        right.owner = m_item.facts.receiver;
        m_due->setModified(false);
        say(right);
    });
    connect(
        m_record, &QPushButton::clicked, this, [this] { Q_EMIT recordChanged(m_item, said()); });
}

void ReadBackRow::build(int number)
{
    m_number->setText(QString::number(number));
    m_number->setFixedWidth(scaled(24));
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_level);
    head->addWidget(m_title, 1);
    auto *gaps = new QHBoxLayout;
    gaps->setSpacing(10);
    gaps->addWidget(m_due);
    gaps->addWidget(m_next);
    gaps->addWidget(m_owner);
    gaps->addWidget(m_state, 1);
    gaps->addWidget(m_correct);
    gaps->addWidget(m_record);
    auto *middle = new QVBoxLayout;
    middle->setSpacing(6);
    middle->addLayout(head);
    middle->addLayout(gaps);
    middle->addWidget(m_contingency);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 10, 14, 10);
    layout->setSpacing(8);
    layout->addWidget(m_number, 0, Qt::AlignTop);
    layout->addLayout(middle, 1);
    layout->addWidget(m_heard, 0, Qt::AlignVCenter);
}

void ReadBackRow::setItem(const HandoverItem &item, const QStringList &steps, bool editable)
{
    const bool another = m_item.facts.id != item.facts.id;
    m_item = item;
    if (another || (m_saying && item.readBack && isSame(*m_saying, *item.readBack)))
        m_saying.reset();
    m_steps = steps;
    m_editable = editable;
    setObjectName(u"readBack "_s + item.facts.id.toString(QUuid::WithoutBraces));
    show();
}

void ReadBackRow::show()
{
    const auto &facts = m_item.facts;
    const handover::HandoverState *state = m_needs.state();
    const QString me = m_needs.me();
    const bool says = m_editable && state && me == state->incoming;
    m_level->setLevel(
        domain::levelFrom(facts.level).value_or(domain::Level::Blue), words::level(facts.level));
    const QString reference = handover::referenceOf(facts);
    const QString title = handover::titleOf(facts);
    m_title->setText(reference.isEmpty() ? title : title + u"  "_s + reference);
    const auto &given = this->given();
    if (!m_due->hasFocus() || !m_due->isModified()) {
        m_due->setText(given && given->dueAt ? dueWords(*given->dueAt, m_needs) : QString());
        m_due->setModified(false);
    }
    {
        const QSignalBlocker quiet(m_next);
        QStringList shown;
        for (const QString &step : std::as_const(m_steps))
            shown.append(step.isEmpty() ? tr("No step yet") : step);
        m_next->setItems(shown);
        m_next->clear();
        if (given && !(given->nextAction.isEmpty() && given->owner.isEmpty() && !given->dueAt))
            m_next->setCurrent(int(m_steps.indexOf(given->nextAction)));
    }
    setChoices(
        *m_owner, state ? state->incomingPeople : QStringList(),
        [this](const QString &login) { return m_needs.person(login); },
        given ? given->owner : QString());
    m_owner->setPlaceholderText(tr("Owner"));
    m_due->setPlaceholderText(facts.dueAt ? tr("hh:mm") : u"–"_s);
    m_due->setEnabled(says && facts.dueAt);
    m_next->setEnabled(says);
    m_owner->setEnabled(says);
    m_contingency->setText(facts.contingency);
    m_contingency->setVisible(!facts.contingency.isEmpty());
    m_due->setAccessibleName(tr("When is it due: %1").arg(title));
    m_next->setAccessibleName(tr("What is next: %1").arg(title));
    m_owner->setAccessibleName(tr("Who has it: %1").arg(title));
    showStanding();
}

void ReadBackRow::showStanding()
{
    const handover::HandoverState *state = m_needs.state();
    const QString me = m_needs.me();
    const Standing now = standing();
    const bool differs = now == Standing::Differs;
    m_state->setText(differs ? difference() : QString());
    m_correct->setText(tr("Correct the answer"));
    m_record->setText(tr("Correct the record"));
    m_correct->setVisible(differs && m_editable);
    m_record->setVisible(differs && m_editable);
    m_correct->setEnabled(state && me == state->incoming);
    m_record->setEnabled(m_needs.isParty());
    m_heard->setText(now == Standing::Heard ? tr("Heard")
            : now == Standing::Open         ? tr("Not said yet")
                                            : tr("I heard it"));
    m_heard->setEnabled(m_editable && now == Standing::Agrees && state && me == state->outgoing);
    m_heard->setToolTip(tr("The outgoing lead ticks what was said aloud"));
    update();
}

ReadBackRow::Standing ReadBackRow::standing() const
{
    if (!isWhole())
        return Standing::Open;
    const SheetReadBack &given = *m_item.readBack;
    return !given.agrees ? Standing::Differs : given.heard ? Standing::Heard : Standing::Agrees;
}

bool ReadBackRow::isWhole() const
{
    const auto &given = m_item.readBack;
    return given && (given->dueAt || !m_item.facts.dueAt) && !given->owner.isEmpty()
        && m_steps.contains(given->nextAction);
}

SheetReadBack ReadBackRow::said() const
{
    SheetReadBack given{.table = m_item.facts.table,
        .id = m_item.facts.id,
        .nextAction = m_steps.value(m_next->current()),
        .owner = m_owner->currentData().toString()};
    const auto &before = this->given();
    given.dueAt = m_due->isModified() ? dueOf(m_due->text(), m_needs)
        : before                      ? before->dueAt
                                      : std::nullopt;
    if (given.dueAt && m_item.facts.dueAt && isSameMinute(*given.dueAt, *m_item.facts.dueAt))
        given.dueAt = m_item.facts.dueAt;
    return given;
}

void ReadBackRow::say(const SheetReadBack &given)
{
    if (!m_editable)
        return;
    if (this->given() && isSame(*this->given(), given))
        return;
    m_saying = given;
    Q_EMIT changed(m_item.facts.table, m_item.facts.id, {.readBack = given});
}

// Four digits are a time: nobody has to leave the field by hand.
void ReadBackRow::takeDue()
{
    QString digits = m_due->text();
    digits.remove(u':').remove(u'：');
    if (digits.size() == 4 && dueOf(m_due->text(), m_needs))
        m_next->setFocus(Qt::OtherFocusReason);
}

QString ReadBackRow::difference() const
{
    const SheetReadBack &given = *m_item.readBack;
    const auto &facts = m_item.facts;
    QStringList differs;
    if (given.dueAt != facts.dueAt)
        differs.append(tr("due %1 on the record").arg(dueWords(*facts.dueAt, m_needs)));
    if (given.nextAction != facts.nextAction)
        differs.append(tr("next on the record: %1").arg(facts.nextAction));
    if (given.owner != facts.receiver)
        differs.append(tr("its receiver is %1").arg(m_needs.person(facts.receiver)));
    return differs.join(tr("; "));
}

void ReadBackRow::focusFirstGap()
{
    const auto &given = this->given();
    QWidget *gap = m_due->isEnabled() && !(given && given->dueAt) ? static_cast<QWidget *>(m_due)
        : m_next->current() < 0                                   ? m_next
        : m_owner->currentIndex() < 0                             ? m_owner
        : m_heard->isEnabled()                                    ? m_heard
                                                                  : static_cast<QWidget *>(m_due);
    gap->setFocus(Qt::OtherFocusReason);
}

const std::optional<SheetReadBack> &ReadBackRow::given() const
{
    return m_saying ? m_saying : m_item.readBack;
}

void ReadBackRow::forget()
{
    m_saying.reset();
    show();
}

void ReadBackRow::tickHeard()
{
    if (m_heard->isEnabled())
        Q_EMIT changed(m_item.facts.table, m_item.facts.id, {.heard = true});
}

void ReadBackRow::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() == Qt::NoModifier && m_owner->hasFocus()) {
        Q_EMIT filled();
        return;
    }
    const int digit = event->key() - Qt::Key_1;
    if (m_next->hasFocus() && digit >= 0 && digit < m_next->count()) {
        m_next->setCurrent(digit);
        m_owner->setFocus(Qt::OtherFocusReason);
        return;
    }
    ThemedWidget::keyPressEvent(event);
}

void ReadBackRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        show();
    ThemedWidget::changeEvent(event);
}

void ReadBackRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Standing now = standing();
    painter.fillRect(rect(), now == Standing::Differs ? tokens().raised : tokens().panel);
    if (now == Standing::Differs)
        painter.fillRect(QRect(0, 0, 3, height()), tokens().inv);
    painter.fillRect(QRect(0, height() - 1, width(), 1), tokens().line);
}

} // namespace watchroom::ui
