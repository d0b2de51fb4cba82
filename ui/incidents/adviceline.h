// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/knowledge/advised.h"
#include "ui/widgets/themedwidget.h"

#include <functional>

class QLabel;
class QPushButton;

namespace watchroom::widgets {
class TextLabel;
}

namespace watchroom::ui {

/// One article at an incident: its title leads to it, then why it is there, what changed since it
/// was followed, and whether it helped. UI thread.
class AdviceLine final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    /// What stands behind a target's key.
    using Naming = std::function<QString(const QString &key)>;

    /// `number` makes the names of the buttons, from 0.
    AdviceLine(const style::Theme &theme, qsizetype number, QWidget *parent);

    void setAdvised(const knowledge::Advised &advised, const Naming &targetName);
    [[nodiscard]] const knowledge::Advised &advised() const { return m_advised; }

Q_SIGNALS:
    void opened();
    void said(bool helped);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void themeChanged() override;

private:
    void showTitle();
    void showQuestion();
    void colourChange();

    knowledge::Advised m_advised;
    QPushButton *m_title;
    widgets::TextLabel *m_reason;
    QWidget *m_change; ///< the chip
    QLabel *m_changeText; ///< in it
    QWidget *m_question;
    widgets::TextLabel *m_asked;
    QPushButton *m_helped;
    QPushButton *m_helpedNot;
};

} // namespace watchroom::ui
