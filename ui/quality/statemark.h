// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/themedwidget.h"

namespace watchroom::ui {

/// A state that is no level: a grey icon and its word. UI thread.
class StateMark final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    explicit StateMark(const style::Theme &theme, QWidget *parent = nullptr);

    /// `strong` is for what wants to be seen (no data), in t2 instead of t3.
    void setState(const QString &icon, const QString &word, bool strong);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon;
    QString m_word;
    bool m_strong = false;
};

} // namespace watchroom::ui
