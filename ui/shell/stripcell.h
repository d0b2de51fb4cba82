// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/themedwidget.h"

namespace watchroom::ui {

/// A cell of the top strip: an icon with a bold line, a second line in captions. UI thread.
class StripCell : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    explicit StripCell(const style::Theme &theme, QWidget *parent = nullptr);

    void setTexts(const QString &icon, const QString &first, const QString &second, bool abnormal);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void pressed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString m_icon;
    QString m_first;
    QString m_second;
    bool m_abnormal = false;
};

} // namespace watchroom::ui
