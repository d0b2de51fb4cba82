// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/instant.h"
#include "app/tickets/workfilter.h"
#include "app/tickets/workmodel.h"

#include <QTableView>

#include <functional>

namespace watchroom::style {
class Theme;
}

namespace watchroom::ui {

/// Tickets or pending items as rows, by urgency or by a column; several can be chosen. UI thread.
class WorkList : public QTableView
{
    Q_OBJECT

public:
    WorkList(tickets::WorkModel &model, const style::Theme &theme,
        std::function<base::Instant()> now, QWidget *parent = nullptr);

    void setWanted(const tickets::WorkFilter::Wanted &wanted);
    /// Clocks go on: called once a second.
    void tick() { viewport()->update(); }
    /// In the order in which they are shown.
    [[nodiscard]] QList<tickets::Work> chosen() const;
    void choose(const QUuid &work);

Q_SIGNALS:
    void chosenChanged();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void restyle();
    void fitColumns();

    const style::Theme &m_theme;
    tickets::WorkModel &m_source;
    tickets::WorkFilter *m_model;
};

} // namespace watchroom::ui
