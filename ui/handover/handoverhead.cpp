// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/handoverhead.h"

#include "app/domain/handoverguard.h"
#include "app/words/handovers.h"
#include "app/words/times.h"
#include "ui/handover/handoverwords.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using style::FontRole;
using style::Ink;
using style::Weight;
using widgets::ButtonKind;
using widgets::ButtonSize;

HandoverHead::HandoverHead(const style::Theme &theme, const HandoverNeeds &needs, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_needs(needs)
    , m_title(new widgets::TextLabel(theme, FontRole::Title, Weight::Bold, Ink::T1, this))
    , m_scope(new QComboBox(this))
    , m_mark(new widgets::Chip(theme, widgets::ChipKind::Inverse, this))
    , m_what(new widgets::TextLabel(theme, FontRole::Body, Weight::Regular, Ink::T2, this))
    , m_saved(new widgets::TextLabel(theme, FontRole::Body, Weight::Regular, Ink::T2, this))
    , m_print(widgets::makeButton(theme, ButtonKind::Secondary, u"printSheet"_s, {}, u"file-text"_s,
          ButtonSize::Normal, this))
    , m_pdf(widgets::makeButton(
          theme, ButtonKind::Secondary, u"pdfSheet"_s, {}, u"download"_s, ButtonSize::Normal, this))
{
    setObjectName(u"handoverHead"_s);
    m_what->setObjectName(u"handoverWhat"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(12);
    layout->addWidget(m_title);
    layout->addWidget(m_scope);
    layout->addWidget(m_mark);
    layout->addWidget(m_what, 1);
    layout->addWidget(m_saved);
    layout->addWidget(m_print);
    layout->addWidget(m_pdf);
    m_scope->setObjectName(u"handoverScope"_s);
    // Another language later makes longer words.
    m_scope->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(m_scope, &QComboBox::activated, this,
        [this] { Q_EMIT scopeChosen(m_scope->currentData().toString()); });
    connect(m_print, &QPushButton::clicked, this, &HandoverHead::printAsked);
    connect(m_pdf, &QPushButton::clicked, this, &HandoverHead::pdfAsked);
}

void HandoverHead::setSaved(base::Instant at)
{
    m_savedAt = at;
    refresh();
}

void HandoverHead::showScopes()
{
    QStringList scopes{QString(domain::kDesk)};
    for (const domain::Position &position : m_needs.roster.state().positions)
        scopes.append(position.code);
    setChoices(
        *m_scope, scopes,
        [this](const QString &scope) {
            return scope == domain::kDesk ? tr("The whole desk") : m_needs.position(scope);
        },
        m_needs.book.scope());
    m_scope->setAccessibleName(tr("What is handed over"));
}

void HandoverHead::refresh()
{
    showScopes();
    const handover::HandoverState *state = m_needs.state();
    const bool live = state && state->isLive();
    m_title->setText(tr("Handover"));
    m_what->setText(live
            ? handoverTitle(*state, m_needs) + u" · "_s + words::handoverState(state->state)
            : QString());
    m_mark->setText(tr("To be verified"), u"hourglass"_s);
    m_mark->setVisible(state && state->isToBeVerified());
    m_saved->setText(live && m_savedAt
            ? tr("Saved %1").arg(words::timeOfDay(*m_savedAt, m_needs.zone()))
            : QString());
    m_print->setText(tr("Print"));
    m_pdf->setText(tr("Save as PDF"));
    for (QPushButton *button : {m_print, m_pdf})
        button->setVisible(state != nullptr);
}

void HandoverHead::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    ThemedWidget::changeEvent(event);
}

void HandoverHead::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), tokens().line);
}

} // namespace watchroom::ui
