// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/syncpage.h"

#include "ui/style/theme.h"
#include "ui/sync/stationsbox.h"
#include "ui/sync/syncstatebox.h"
#include "ui/widgets/scrollcolumn.h"
#include "ui/widgets/sectionheader.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace watchroom::ui {

using namespace Qt::StringLiterals;

SyncPage::SyncPage(const style::Theme &theme, const Needs &needs, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_needs(needs)
    , m_heading(new widgets::TextLabel(
          theme, style::FontRole::Title, style::Weight::Bold, style::Ink::T1, this))
    , m_state(new SyncStateBox(theme))
    , m_cardsHead(new widgets::SectionHeader(theme))
    , m_cards(new QVBoxLayout)
    , m_boxes(new widgets::ScrollColumn(u"syncScroll"_s, this))
    , m_told(new QLabel)
    , m_stationsHead(new widgets::SectionHeader(theme))
    , m_stations(new StationsBox(theme))
{
    setObjectName(u"syncPage"_s);
    m_told->setObjectName(u"syncTold"_s);
    m_told->setWordWrap(true);
    m_told->hide();
    m_cards->setSpacing(8);
    auto *boxes = m_boxes;
    boxes->add(m_state);
    boxes->add(m_told);
    boxes->add(m_cardsHead);
    boxes->add(m_cards);
    boxes->add(m_stationsHead);
    boxes->add(m_stations);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_heading);
    layout->addWidget(boxes, 1);
    connect(m_state, &SyncStateBox::syncAsked, this, &SyncPage::syncAsked);
    connect(m_state, &SyncStateBox::auditAsked, this, &SyncPage::auditAsked);
    connect(m_state, &SyncStateBox::diagnosticsAsked, this, &SyncPage::diagnosticsAsked);
    connect(m_state, &SyncStateBox::serverAccepted, this, &SyncPage::serverAccepted);
    connect(m_stations, &StationsBox::sessionEndAsked, this, &SyncPage::sessionEndAsked);
    connect(m_stations, &StationsBox::switchOffAsked, this, &SyncPage::switchOffAsked);
    connect(&needs.cards, &undelivered::UndeliveredCards::changed, this, &SyncPage::showCards);
    connect(&needs.stations, &stations::Stations::changed, this, &SyncPage::showStations);
    retranslate();
}

void SyncPage::setStatus(const sync::SyncStatus &status)
{
    const bool others = m_online != status.online;
    m_online = status.online;
    m_state->setStatus(status);
    if (others)
        showStations();
}

void SyncPage::setViewer(const CardViewer &viewer)
{
    m_viewer = viewer;
    showCards();
    showStations();
}

void SyncPage::setNames(const words::Names &names)
{
    m_names = names;
    retranslate();
}

void SyncPage::tell(const QString &sentence)
{
    m_told->setText(sentence);
    m_told->setVisible(!sentence.isEmpty());
}

void SyncPage::showCardOf(const QUuid &incident)
{
    for (int i = 0; i < m_cards->count(); ++i) {
        auto *card = qobject_cast<UndeliveredCard *>(m_cards->itemAt(i)->widget());
        if (!card || card->card().incident != incident)
            continue;
        m_boxes->widget()->layout()->activate(); // a card made just now has its place
        m_boxes->ensureWidgetVisible(card);
        if (auto *answer = card->findChild<QPushButton *>())
            answer->setFocus(Qt::ShortcutFocusReason);
        return;
    }
}

void SyncPage::showCards()
{
    while (QLayoutItem *item = m_cards->takeAt(0)) {
        // A card's own button may be what is being answered.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const auto &cards = m_needs.cards.cards();
    m_cardsHead->setAside(cards.isEmpty() ? tr("Nothing waits") : QString::number(cards.size()));
    for (const undelivered::Card &card : cards) {
        auto *view = new UndeliveredCard(theme(), card, m_viewer, m_names);
        connect(view, &UndeliveredCard::answered, this,
            [this, card](UndeliveredCard::Answer answer) { Q_EMIT cardAnswered(card, answer); });
        m_cards->addWidget(view);
    }
}

void SyncPage::showStations()
{
    m_stations->show(m_needs.stations.stations(), m_online, m_viewer, m_names);
}

void SyncPage::retranslate()
{
    m_heading->setText(tr("Sync"));
    m_cardsHead->setTitle(tr("Waits for a person"));
    m_stationsHead->setTitle(tr("Stations and sessions"));
    m_state->retranslate();
    showCards();
    showStations();
}

void SyncPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    ThemedWidget::changeEvent(event);
}

} // namespace watchroom::ui
