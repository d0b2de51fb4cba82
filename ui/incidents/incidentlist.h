// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/policy.h"

#include <QTableView>
#include <QUuid>

#include <functional>

namespace watchroom::incidents {
class BoardColumnModel;
class IncidentsModel;
struct BoardFilter;
} // namespace watchroom::incidents
namespace watchroom::style {
class Theme;
}

namespace watchroom::ui {

class ListDelegate;

/// Incidents as rows, sorted by any column; filtered as the board is. UI thread.
class IncidentList : public QTableView
{
    Q_OBJECT

public:
    IncidentList(incidents::IncidentsModel &model, const style::Theme &theme,
        std::function<base::Instant()> now, QWidget *parent = nullptr);

    void setFilter(const incidents::BoardFilter &filter);
    void setPolicy(const domain::Policy &policy);
    /// Clocks go on: called once a second.
    void tick() { viewport()->update(); }
    void select(const QUuid &incident);

Q_SIGNALS:
    void incidentSelected(const QUuid &incident);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void restyle();

    const style::Theme &m_theme;
    incidents::IncidentsModel &m_source;
    incidents::BoardColumnModel *m_model;
    ListDelegate *m_delegate;
};

} // namespace watchroom::ui
