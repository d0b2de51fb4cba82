// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/stations/stations.h"
#include "app/sync/syncstatus.h"
#include "app/undelivered/undeliveredcards.h"
#include "ui/sync/undeliveredcard.h"
#include "ui/widgets/themedwidget.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace watchroom::widgets {
class ScrollColumn;
class SectionHeader;
class TextLabel;
} // namespace watchroom::widgets

namespace watchroom::ui {

class StationsBox;
class SyncStateBox;

/// How this station stands to the server, what waits for a person, and who is signed in where. UI
/// thread.
class SyncPage : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    struct Needs
    {
        undelivered::UndeliveredCards &cards;
        stations::Stations &stations;
    };

    SyncPage(const style::Theme &theme, const Needs &needs, QWidget *parent = nullptr);

    void setStatus(const sync::SyncStatus &status);
    void setViewer(const CardViewer &viewer);
    void setNames(const words::Names &names);
    /// Brings the first card about this incident into view, with the focus on its first answer.
    void showCardOf(const QUuid &incident);
    /// What came of something asked here; empty takes it away.
    void tell(const QString &sentence);

Q_SIGNALS:
    void cardAnswered(
        const watchroom::undelivered::Card &card, watchroom::ui::UndeliveredCard::Answer answer);
    void syncAsked();
    void auditAsked();
    void diagnosticsAsked();
    void serverAccepted();
    void sessionEndAsked(const QUuid &session);
    void switchOffAsked(const QUuid &station);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showCards();
    void showStations();
    void retranslate();

    Needs m_needs;
    CardViewer m_viewer;
    words::Names m_names;
    QStringList m_online;
    widgets::TextLabel *m_heading;
    SyncStateBox *m_state;
    widgets::SectionHeader *m_cardsHead;
    QVBoxLayout *m_cards;
    widgets::ScrollColumn *m_boxes;
    QLabel *m_told;
    widgets::SectionHeader *m_stationsHead;
    StationsBox *m_stations;
};

} // namespace watchroom::ui
