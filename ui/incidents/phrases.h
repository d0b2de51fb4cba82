// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <array>

class QPushButton;

namespace watchroom::style {
class Theme;
}

namespace watchroom::ui {

/// The nine sentences that are said most, on the keys 1 to 9. UI thread.
class Phrases : public QWidget
{
    Q_OBJECT

public:
    explicit Phrases(const style::Theme &theme, QWidget *parent = nullptr);

    static constexpr int kCount = 9;
    /// In the language shown; `number` from 1 to 9.
    [[nodiscard]] static QString phrase(int number);

Q_SIGNALS:
    void chosen(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    std::array<QPushButton *, kCount> m_buttons;
};

} // namespace watchroom::ui
