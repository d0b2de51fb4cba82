// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/handover/handoverneeds.h"
#include "ui/widgets/themedwidget.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace watchroom::widgets {
class LevelMark;
class TextLabel;
} // namespace watchroom::widgets

namespace watchroom::ui {

/// The item that is open: who takes it, what is next, by when, what if; its question and answer,
/// and the receiver's confirmation. Each field is saved when it is left. UI thread.
class ItemBox final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    ItemBox(const style::Theme &theme, const HandoverNeeds &needs, QWidget *parent = nullptr);

    /// Nothing: the box hides. What is being typed stays.
    void setItem(const std::optional<handover::HandoverItem> &item);
    /// Frozen, or somebody else's: only to be read.
    void setEditable(bool editable);
    void focusReceiver();
    void focusPlan();
    void focusQuestion();
    void confirm();

Q_SIGNALS:
    void failed(const watchroom::base::Error &error);
    void authorAsked();
    /// Enter was pressed in the last gap: on with the next item.
    void finished();
    void confirmed();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void show();
    void showTalk();
    void fill(QLineEdit &field, const QString &text);
    void retranslate();
    void goOn(QWidget *from);
    void saveReceiver();
    void saveNext();
    void saveDue();
    void saveContingency();
    void saveTalk();
    void change(const handover::ItemChange &change);
    void plan(const tickets::Plan &plan);
    [[nodiscard]] bool hasAuthor();
    /// It has a plan of its own; an incident's is kept by the handover.
    [[nodiscard]] bool isWork() const;

    HandoverNeeds m_needs;
    std::optional<handover::HandoverItem> m_item;
    bool m_editable = true;
    widgets::LevelMark *m_level;
    widgets::TextLabel *m_title;
    widgets::TextLabel *m_meta;
    QComboBox *m_receiver;
    QLineEdit *m_next;
    QLineEdit *m_due;
    QLineEdit *m_contingency;
    QLabel *m_said; ///< question and answer
    QLineEdit *m_talk; ///< the next of them
    QPushButton *m_send;
    QPushButton *m_confirm;
    QLabel *m_problem;
    QList<QLabel *> m_labels;
};

} // namespace watchroom::ui
