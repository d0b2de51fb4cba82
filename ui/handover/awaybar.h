// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/themedwidget.h"

namespace watchroom::ui {

/// Across the page while the server is away: what can be done all the same, and as of when things
/// are known. UI thread.
class AwayBar final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    explicit AwayBar(const style::Theme &theme, QWidget *parent = nullptr);

    void setText(const QString &text, const QString &aside);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    QString m_aside;
};

} // namespace watchroom::ui
