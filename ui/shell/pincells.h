// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace watchroom::style {
class Theme;
}

namespace watchroom::ui {

/// A PIN as a row of cells that show how many digits there are and not which. Letters go on to the
/// window, so that its keys work while it has the focus, whatever input method is on. UI thread.
class PinCells final : public QLineEdit
{
    Q_OBJECT

public:
    explicit PinCells(const style::Theme &theme, QWidget *parent = nullptr);

    void setLength(int digits);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    /// The last cell was filled.
    void completed(const QString &pin);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void takeText(const QString &text);

    const style::Theme &m_theme;
};

} // namespace watchroom::ui
