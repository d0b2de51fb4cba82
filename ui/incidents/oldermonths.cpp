// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/oldermonths.h"

#include "app/words/times.h"
#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

namespace watchroom::ui {

using namespace Qt::StringLiterals;

OlderMonths::OlderMonths(const style::Theme &theme, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_words(new widgets::TextLabel(
          theme, style::FontRole::Body, style::Weight::Regular, style::Ink::T2, this))
    , m_button(widgets::makeButton(theme, widgets::ButtonKind::Secondary, u"showOlder"_s, {},
          u"history"_s, widgets::ButtonSize::Normal, this))
{
    setObjectName(u"olderMonths"_s);
    m_words->setObjectName(u"olderWords"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 4);
    layout->setSpacing(12);
    layout->addWidget(m_button);
    layout->addWidget(m_words, 1);
    // While it loads the button keeps its place and the focus, and does nothing.
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_told.state == State::More || m_told.state == State::Offline)
            Q_EMIT asked();
    });
    retranslate();
}

void OlderMonths::tell(const Told &told)
{
    if (m_told == told)
        return;
    m_told = told;
    retranslate();
}

void OlderMonths::retranslate()
{
    const QString month = m_told.month.isEmpty() ? QString() : words::month(m_told.month);
    m_button->setVisible(m_told.state != State::Nothing);
    m_button->setText(m_told.state == State::Offline ? tr("Try again") : tr("Show older months"));
    switch (m_told.state) {
    case State::Nothing:
        m_words->setText(tr("There is nothing older."));
        break;
    case State::More:
        m_words->setText(month.isEmpty() ? QString() : tr("Next: %1").arg(month));
        break;
    case State::Loading:
        m_words->setText(tr("Reading %1 from the server…").arg(month));
        break;
    case State::Offline:
        m_words->setText(tr("Older months are on the server, which cannot be reached now."));
        break;
    }
    m_button->setAccessibleDescription(m_words->text());
}

void OlderMonths::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    ThemedWidget::changeEvent(event);
}

} // namespace watchroom::ui
