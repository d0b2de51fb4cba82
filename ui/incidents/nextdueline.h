// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/themedwidget.h"

namespace watchroom::ui {

/// The one line of an incident that says what comes next: lead, clock, what. UI thread.
class NextDueLine : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    explicit NextDueLine(const style::Theme &theme, QWidget *parent = nullptr);

    /// `time` may be empty: then the line is one plain sentence. `overdue` draws it inverse.
    void setTexts(const QString &lead, const QString &time, const QString &what, bool overdue);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_lead;
    QString m_time;
    QString m_what;
    bool m_overdue = false;
};

} // namespace watchroom::ui
