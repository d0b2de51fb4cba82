// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/systemrow.h"

#include "app/domain/handoverguard.h"
#include "app/domain/limits.h"
#include "app/words/handovers.h"
#include "app/words/times.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using style::FontRole;
using style::Ink;
using style::Weight;
using widgets::ButtonKind;
using widgets::ButtonSize;

namespace {
const QStringList &results()
{
    static const QStringList kResults{u"unchecked"_s, u"ok"_s, u"failed"_s};
    return kResults;
}
} // namespace

SystemRow::SystemRow(const style::Theme &theme, const HandoverNeeds &needs, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_needs(needs)
    , m_name(new widgets::TextLabel(theme, FontRole::Body, Weight::Bold, Ink::T1, this))
    , m_result(new widgets::SegmentedControl(theme, this))
    , m_seen(new QLineEdit(this))
    , m_when(new widgets::TextLabel(theme, FontRole::Body, Weight::Regular, Ink::T2, this))
    , m_again(widgets::makeButton(
          theme, ButtonKind::Secondary, u"checkAgain"_s, {}, u"refresh"_s, ButtonSize::Small, this))
    , m_remove(widgets::makeButton(
          theme, ButtonKind::Flat, u"removeSystem"_s, {}, u"x"_s, ButtonSize::Small, this))
{
    m_result->setObjectName(u"systemResult"_s);
    m_seen->setObjectName(u"systemSeen"_s);
    m_seen->setMaxLength(int(domain::limits::kLineCharacters));
    m_name->setFixedWidth(scaled(148));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 8, 10, 8);
    layout->setSpacing(10);
    layout->addWidget(m_name);
    layout->addWidget(m_result);
    layout->addWidget(m_seen, 1);
    layout->addWidget(m_when);
    layout->addWidget(m_again);
    layout->addWidget(m_remove);
    connect(m_result, &widgets::SegmentedControl::currentChanged, this,
        [this](int index) { tellChecked(results().at(index)); });
    connect(m_seen, &QLineEdit::editingFinished, this, [this] {
        if (m_seen->isModified() && m_seen->text().trimmed() != m_system.seen)
            tellChecked(m_system.result);
    });
    connect(m_again, &QPushButton::clicked, this, [this] { tellChecked(m_system.result); });
    connect(m_remove, &QPushButton::clicked, this, [this] { tellChecked({}); });
}

void SystemRow::tellChecked(const QString &result)
{
    // What metrics say is not what a person saw.
    const bool own = !m_system.by.isEmpty() || m_seen->isModified();
    Q_EMIT checked(m_system.key, result, own ? m_seen->text() : QString());
}

bool SystemRow::isFresh() const
{
    return m_system.at && m_needs.now() - *m_system.at <= domain::kSystemFresh;
}

void SystemRow::setSystem(const handover::SheetSystem &system, bool fixed, bool editable)
{
    m_system = system;
    setObjectName(u"system "_s + system.key);
    m_remove->setVisible(!fixed && editable);
    m_result->setEnabled(editable);
    m_seen->setEnabled(editable);
    m_again->setEnabled(editable);
    if (!m_seen->hasFocus() && m_seen->text() != system.seen)
        m_seen->setText(system.seen);
    refresh();
}

void SystemRow::tick()
{
    if (isFresh() != m_shownFresh)
        refresh();
}

void SystemRow::refresh()
{
    m_shownFresh = isFresh();
    const QString name = words::keySystem(m_system.name);
    const QSignalBlocker quiet(m_result);
    QStringList items;
    for (const QString &result : results())
        items.append(words::checkResult(result));
    m_result->setItems(items);
    m_result->setCurrent(int(results().indexOf(m_system.result)));
    m_result->setAccessibleName(name);
    m_name->setText(name);
    m_seen->setAccessibleName(tr("What was seen or heard: %1").arg(name));
    m_seen->setPlaceholderText(tr("What was seen or heard"));
    const bool checked = m_system.result != "unchecked"_L1 && m_system.at;
    const bool stale = checked && !isFresh();
    m_when->setText(!checked ? tr("to be checked")
            : stale
            ? tr("%1, older than 15 minutes").arg(words::hourMinute(*m_system.at, m_needs.zone()))
            : tr("%1 by %2")
                  .arg(words::hourMinute(*m_system.at, m_needs.zone()),
                      m_system.by.isEmpty() ? tr("its metrics") : m_needs.person(m_system.by)));
    m_when->setLook(FontRole::Body, checked && !stale ? Weight::Regular : Weight::Bold,
        checked && !stale ? Ink::T2 : Ink::T1);
    m_again->setText(tr("Still so"));
    m_again->setVisible(stale);
    m_remove->setAccessibleName(tr("Take %1 off the list").arg(name));
    m_remove->setToolTip(m_remove->accessibleName());
    update();
}

void SystemRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    ThemedWidget::changeEvent(event);
}

void SystemRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool fine = m_system.result == "ok"_L1 && isFresh();
    painter.fillRect(rect(), fine ? tokens().panel : tokens().raised);
    if (!fine)
        painter.fillRect(QRect(0, 0, 3, height()), tokens().inv);
    painter.fillRect(QRect(0, height() - 1, width(), 1), tokens().line);
}

} // namespace watchroom::ui
