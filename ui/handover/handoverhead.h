// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/handover/handoverneeds.h"
#include "ui/widgets/themedwidget.h"

class QComboBox;
class QPushButton;

namespace watchroom::widgets {
class Chip;
class TextLabel;
} // namespace watchroom::widgets

namespace watchroom::ui {

/// Above the steps: which handover it is, how it stands, and its sheet as a file or on paper. UI
/// thread.
class HandoverHead final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    HandoverHead(const style::Theme &theme, const HandoverNeeds &needs, QWidget *parent = nullptr);

    void refresh();
    /// What was said is kept; shown with its time.
    void setSaved(base::Instant at);

Q_SIGNALS:
    /// desk, or a position's code word.
    void scopeChosen(const QString &scope);
    void printAsked();
    void pdfAsked();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void showScopes();

    HandoverNeeds m_needs;
    std::optional<base::Instant> m_savedAt;
    widgets::TextLabel *m_title;
    QComboBox *m_scope;
    widgets::Chip *m_mark;
    widgets::TextLabel *m_what;
    widgets::TextLabel *m_saved;
    QPushButton *m_print;
    QPushButton *m_pdf;
};

} // namespace watchroom::ui
