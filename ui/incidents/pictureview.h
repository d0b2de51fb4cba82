// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/themedwidget.h"

#include <QImage>

namespace watchroom::ui {

/// An image as large as it fits, or what is there in place of it. UI thread.
class PictureView final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    explicit PictureView(const style::Theme &theme, QWidget *parent = nullptr);

    void setImage(const QImage &image);
    void setText(const QString &icon, const QString &text);
    /// Device pixels an image may have.
    [[nodiscard]] QSize room() const;
    /// As much as there is.
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void resized();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QImage m_image;
    QString m_icon;
    QString m_text;
};

} // namespace watchroom::ui
