// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/instant.h"
#include "app/domain/policy.h"
#include "app/domain/stages.h"

#include <QWidget>

#include <functional>

class QHBoxLayout;
class QListView;

namespace watchroom::incidents {
class IncidentsModel;
struct BoardFilter;
} // namespace watchroom::incidents
namespace watchroom::style {
class Theme;
}
namespace watchroom::widgets {
class TextLabel;
}

namespace watchroom::ui {

class CardDelegate;
class CardModel;

/// One stage of the board: name, count, limits, its cards, and how many more there are. UI thread.
class BoardColumn : public QWidget
{
    Q_OBJECT

public:
    BoardColumn(domain::Stage stage, incidents::IncidentsModel &model, const style::Theme &theme,
        std::function<base::Instant()> now, QWidget *parent = nullptr);

    void setFilter(const incidents::BoardFilter &filter);
    /// Limits in the head follow the policy.
    void setPolicy(const domain::Policy &policy);
    /// Repaints what moves: called once a second.
    void tick();
    [[nodiscard]] QListView *view() const { return m_view; }
    /// Selects a card if it is in this column; clears the selection otherwise.
    bool select(const QUuid &incident);

Q_SIGNALS:
    void incidentSelected(const QUuid &incident);
    void claimPressed(const QUuid &incident);
    /// The stripe of what was not sent was pressed.
    void unsentPressed(const QUuid &incident);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString stageName() const;
    void refreshHead();
    void placeOverdue();
    void refreshDensity();
    void restyle();

    domain::Stage m_stage;
    const style::Theme &m_theme;
    std::function<base::Instant()> m_now;
    CardModel *m_model;
    CardDelegate *m_delegate;
    widgets::TextLabel *m_name;
    widgets::TextLabel *m_count;
    widgets::TextLabel *m_overdue;
    QHBoxLayout *m_head;
    QHBoxLayout *m_below; ///< the limits; how many are over too, where the head has no room
    widgets::TextLabel *m_limits;
    QListView *m_view;
    widgets::TextLabel *m_more;
    domain::Policy m_policy;
};

} // namespace watchroom::ui
