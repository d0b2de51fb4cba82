// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/themedwidget.h"

class QLabel;
class QPushButton;

namespace watchroom::widgets {
class Chip;
}

namespace watchroom::ui {

/// Under the steps: what is still wanting, and the way on. UI thread.
class HandoverFoot final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    struct Shown
    {
        int wanting = 0;
        QString sentence;
        QString next; ///< the button's text; empty: there is no next step
        bool canGoOn = false;
        bool canGoBack = false;
        bool canWaive = false;
        bool canRecall = false;
        bool canMore = false; ///< refuse, stay on, force
    };
    explicit HandoverFoot(const style::Theme &theme, QWidget *parent = nullptr);

    void show(const Shown &shown);
    [[nodiscard]] QPushButton &moreButton() const { return *m_more; }

Q_SIGNALS:
    void nextAsked();
    void backAsked();
    void waiveAsked();
    void recallAsked();
    void moreAsked();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    Shown m_shown;
    widgets::Chip *m_wanting;
    QLabel *m_sentence;
    QPushButton *m_waive;
    QPushButton *m_more;
    QPushButton *m_recall;
    QPushButton *m_back;
    QPushButton *m_next;
};

} // namespace watchroom::ui
