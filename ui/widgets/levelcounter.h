// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/level.h"
#include "ui/widgets/themedwidget.h"

namespace watchroom::widgets {

/// How many incidents of a level are open and not recovered: shape, number, word. UI thread.
class LevelCounter final : public ThemedWidget
{
    Q_OBJECT
public:
    LevelCounter(const style::Theme &theme, style::Level level, QWidget *parent = nullptr);

    void setWord(const QString &word);
    void setCount(int count);
    [[nodiscard]] int count() const { return m_count; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void tell();

    style::Level m_level;
    QString m_word;
    int m_count = 0;
};

} // namespace watchroom::widgets
