// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/stations/stations.h"
#include "app/words/phrases.h"
#include "ui/sync/undeliveredcard.h"
#include "ui/widgets/themedwidget.h"

class QGridLayout;

namespace watchroom::ui {

/// The stations, one a row: online or not, who is signed in since when, and what a lead may end. UI
/// thread.
class StationsBox : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    explicit StationsBox(const style::Theme &theme, QWidget *parent = nullptr);

    void show(const QList<stations::Station> &stations, const QStringList &online,
        const CardViewer &viewer, const words::Names &names);

Q_SIGNALS:
    void sessionEndAsked(const QUuid &session);
    void switchOffAsked(const QUuid &station);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void addStation(const stations::Station &station, bool online, const CardViewer &viewer,
        const words::Names &names);
    void addLabel(int column, const QString &text, bool bold = false);

    QWidget *m_rows = nullptr; ///< made anew at each show()
    QGridLayout *m_grid = nullptr; ///< of m_rows
    int m_row = 0;
};

} // namespace watchroom::ui
