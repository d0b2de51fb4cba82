// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/handover/handoveritemsmodel.h"

#include <QTableView>

namespace watchroom::style {
class Theme;
}

namespace watchroom::ui {

/// The work that is handed over, as rows; letters act on the one that is chosen. UI thread.
class ItemsView : public QTableView
{
    Q_OBJECT

public:
    ItemsView(
        handover::HandoverItemsModel &model, const style::Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] std::optional<handover::HandoverItem> chosen() const;
    void choose(const QString &table, const QUuid &id);
    /// The next one below, round to the top, that is not confirmed; the same one where all are.
    void chooseNextWanting();

Q_SIGNALS:
    void chosenChanged();
    /// One of A, P, Q or the space bar.
    void keyed(Qt::Key key);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void restyle();

    const style::Theme &m_theme;
    handover::HandoverItemsModel &m_model;
    QString m_table; ///< of the one that was chosen last
    QUuid m_id;
};

} // namespace watchroom::ui
