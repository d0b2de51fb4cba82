// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/handover/handoverneeds.h"
#include "ui/widgets/themedwidget.h"

class QVBoxLayout;

namespace watchroom::widgets {
class EmptyState;
class TextLabel;
} // namespace watchroom::widgets

namespace watchroom::ui {

class ReadBackRow;

/// The fourth step: the incoming lead says the most urgent items back. UI thread.
class ReadBackStep final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    ReadBackStep(const style::Theme &theme, const HandoverNeeds &needs, QWidget *parent = nullptr);

    void refresh();
    void begin();
    [[nodiscard]] int heardCount() const;
    [[nodiscard]] int count() const { return int(m_rows.size()); }
    [[nodiscard]] const QList<ReadBackRow *> &rows() const { return m_rows; }

Q_SIGNALS:
    void failed(const watchroom::base::Error &error);
    void authorAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void save(const QString &table, const QUuid &id, const handover::ItemChange &change);
    void correctRecord(const handover::HandoverItem &item, const handover::SheetReadBack &said);
    void run(const store::SavedFuture &saved);

    HandoverNeeds m_needs;
    widgets::TextLabel *m_head;
    widgets::TextLabel *m_hint;
    widgets::EmptyState *m_empty;
    QVBoxLayout *m_list;
    QList<ReadBackRow *> m_rows;
};

/// What might be next of an item: its own step and two others, always in the same order.
[[nodiscard]] QStringList stepsFor(
    const handover::HandoverItem &item, const QList<handover::HandoverItem> &all);

} // namespace watchroom::ui
