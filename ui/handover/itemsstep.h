// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/handover/handoveritemsmodel.h"
#include "ui/handover/handoverwords.h"
#include "ui/widgets/themedwidget.h"

class QPushButton;

namespace watchroom::widgets {
class EmptyState;
class SegmentedControl;
class TextLabel;
} // namespace watchroom::widgets

namespace watchroom::ui {

class ItemBox;
class ItemsView;

/// The first two steps: the work that is handed over, and the item that is open beneath. UI thread.
class ItemsStep final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    /// `step`: Tickets or Pending.
    ItemsStep(const style::Theme &theme, const HandoverNeeds &needs, HandoverStep step,
        QWidget *parent = nullptr);

    void refresh();
    [[nodiscard]] int confirmedCount() const { return m_confirmed; }
    [[nodiscard]] int count() const { return m_total; }
    [[nodiscard]] ItemsView &view() const { return *m_view; }
    /// Puts the focus on the rows, the first that wants something chosen.
    void begin();
    void choose(const QString &table, const QUuid &id);

Q_SIGNALS:
    void failed(const watchroom::base::Error &error);
    void authorAsked();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void filter();
    void retranslate();
    void takeKey(Qt::Key key);
    void fillIn();
    void confirmBlue();
    [[nodiscard]] bool isOurs(const handover::HandoverItem &item) const;
    [[nodiscard]] QList<handover::HandoverItem> ours() const;

    HandoverNeeds m_needs;
    HandoverStep m_step;
    handover::HandoverItemsModel *m_model;
    widgets::TextLabel *m_head;
    widgets::SegmentedControl *m_which;
    QPushButton *m_fillIn;
    QPushButton *m_blue;
    widgets::TextLabel *m_progress;
    ItemsView *m_view;
    widgets::EmptyState *m_empty;
    ItemBox *m_box;
    int m_confirmed = 0;
    int m_total = 0;
};

} // namespace watchroom::ui
