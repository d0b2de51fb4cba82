// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/themedwidget.h"

class QPainter;

namespace watchroom::widgets {

/// Draws a key cap at the left of `rect`, centred vertically; answers its width.
double paintKeyCap(QPainter &painter, const QRectF &rect, const style::Theme &theme,
    const QString &key, const QColor &colour);
[[nodiscard]] double keyCapWidth(const style::Theme &theme, const QString &key);

/// A key cap with what the key does, as in the status bar. UI thread.
class KeyHint final : public ThemedWidget
{
    Q_OBJECT
public:
    explicit KeyHint(const style::Theme &theme, QWidget *parent = nullptr);

    void setHint(const QString &key, const QString &action);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_key;
    QString m_action;
};

} // namespace watchroom::widgets
