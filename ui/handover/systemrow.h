// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/handover/sheetparts.h"
#include "ui/handover/handoverneeds.h"
#include "ui/widgets/themedwidget.h"

class QLineEdit;
class QPushButton;

namespace watchroom::widgets {
class SegmentedControl;
class TextLabel;
} // namespace watchroom::widgets

namespace watchroom::ui {

/// One key system: what was found, what was seen or heard, by whom and when. UI thread.
class SystemRow final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    SystemRow(const style::Theme &theme, const HandoverNeeds &needs, QWidget *parent = nullptr);

    /// `fixed`: one of the usual ones, it cannot be taken off the list.
    void setSystem(const handover::SheetSystem &system, bool fixed, bool editable);
    [[nodiscard]] const handover::SheetSystem &system() const { return m_system; }
    [[nodiscard]] bool isFresh() const;
    /// Time went on: a check grows old.
    void tick();

Q_SIGNALS:
    /// `result`: ok, failed, unchecked; empty: off the list.
    void checked(const QString &key, const QString &result, const QString &seen);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    void tellChecked(const QString &result);

    HandoverNeeds m_needs;
    handover::SheetSystem m_system;
    bool m_shownFresh = false;
    widgets::TextLabel *m_name;
    widgets::SegmentedControl *m_result;
    QLineEdit *m_seen;
    widgets::TextLabel *m_when;
    QPushButton *m_again;
    QPushButton *m_remove;
};

} // namespace watchroom::ui
