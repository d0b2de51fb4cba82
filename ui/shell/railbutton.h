// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace watchroom::style {
class Theme;
}

namespace watchroom::ui {

/// One page of the navigation rail: icon over word, a count at its corner. UI thread.
class RailButton : public QAbstractButton
{
    Q_OBJECT

public:
    RailButton(const style::Theme &theme, const QString &icon, QWidget *parent = nullptr);

    void setCount(int count);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const style::Theme &m_theme;
    QString m_icon;
    int m_count = 0;
};

} // namespace watchroom::ui
