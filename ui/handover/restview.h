// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/handover/handoverneeds.h"
#include "ui/widgets/themedwidget.h"

class QLabel;
class QListWidget;
class QPushButton;

namespace watchroom::widgets {
class EmptyState;
class TextLabel;
} // namespace watchroom::widgets

namespace watchroom::ui {

class SheetPreview;

/// Between handovers: when the next one is, the last ones and their sheets, and what the last one
/// moved that was not as its sheet says. UI thread.
class RestView final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    RestView(const style::Theme &theme, const HandoverNeeds &needs, QWidget *parent = nullptr);

    void refresh();
    void begin();
    /// The handover whose sheet is shown; null: none.
    [[nodiscard]] QUuid shown() const { return m_shown; }

Q_SIGNALS:
    void failed(const watchroom::base::Error &error);
    void startAsked();
    void seenAsked(const QUuid &handover);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void showNext();
    void showMoved();
    void showFigures();
    void showPast();
    void showSheet(const QUuid &handover);
    [[nodiscard]] QString lineOf(const handover::PastHandover &past) const;

    HandoverNeeds m_needs;
    QUuid m_shown;
    QString m_drawn; ///< of which handover, and how it stood
    widgets::EmptyState *m_fact;
    QPushButton *m_start;
    widgets::TextLabel *m_movedHead;
    QLabel *m_moved;
    QPushButton *m_seen;
    widgets::TextLabel *m_figuresHead;
    QLabel *m_figures;
    widgets::TextLabel *m_pastHead;
    QListWidget *m_past;
    SheetPreview *m_sheet;
};

} // namespace watchroom::ui
