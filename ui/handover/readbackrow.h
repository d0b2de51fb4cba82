// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/handover/handoverneeds.h"
#include "ui/widgets/themedwidget.h"

class QComboBox;
class QLineEdit;
class QPushButton;

namespace watchroom::widgets {
class LevelMark;
class SegmentedControl;
class TextLabel;
} // namespace watchroom::widgets

namespace watchroom::ui {

/// One item said back from memory: due time, next step out of three, owner. What is not as on the
/// record is shown, and one of the two is corrected; who leaves ticks what they heard. UI thread.
class ReadBackRow final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    enum class Standing
    {
        Open, ///< a gap is empty
        Differs,
        Agrees,
        Heard
    };

    ReadBackRow(const style::Theme &theme, const HandoverNeeds &needs, int number,
        QWidget *parent = nullptr);

    /// `steps`: what might be next, the true one among them.
    void setItem(const handover::HandoverItem &item, const QStringList &steps, bool editable);
    [[nodiscard]] Standing standing() const;
    void focusFirstGap();
    /// What was said last could not be saved: the record's answer is shown again.
    void forget();
    void tickHeard();

Q_SIGNALS:
    void changed(const QString &table, const QUuid &id, const handover::ItemChange &change);
    /// The record is to be as it was said.
    void recordChanged(const handover::HandoverItem &item, const handover::SheetReadBack &said);
    /// Enter in the last gap: on with the next item.
    void filled();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build(int number);
    void show();
    void showStanding();
    void takeDue();
    void say(const handover::SheetReadBack &said);
    [[nodiscard]] handover::SheetReadBack said() const;
    /// As said here last, else as it is kept.
    [[nodiscard]] const std::optional<handover::SheetReadBack> &given() const;
    [[nodiscard]] bool isWhole() const;
    [[nodiscard]] QString difference() const;

    HandoverNeeds m_needs;
    handover::HandoverItem m_item;
    std::optional<handover::SheetReadBack>
        m_saying; ///< said here, and not in the store's answer yet
    QStringList m_steps;
    bool m_editable = false;
    widgets::TextLabel *m_number;
    widgets::LevelMark *m_level;
    widgets::TextLabel *m_title;
    QLineEdit *m_due;
    widgets::SegmentedControl *m_next;
    QComboBox *m_owner;
    widgets::TextLabel *m_contingency;
    widgets::TextLabel *m_state;
    QPushButton *m_correct;
    QPushButton *m_record;
    QPushButton *m_heard;
};

} // namespace watchroom::ui
