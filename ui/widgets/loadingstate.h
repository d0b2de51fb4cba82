// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/themedwidget.h"

#include <QTimer>

namespace watchroom::widgets {

/// Something is being read: after 300 ms static bars where the rows will be; nothing moves. UI
/// thread.
class LoadingState final : public ThemedWidget
{
    Q_OBJECT
public:
    explicit LoadingState(const style::Theme &theme, QWidget *parent = nullptr);

    static constexpr int kDelay = 300; ///< ms; what is quicker shows nothing

    /// How far it is; `total` 0: not known.
    void setProgress(int done, int total);
    [[nodiscard]] bool barsShown() const { return m_shown; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QTimer m_delay;
    bool m_shown = false;
    int m_done = 0;
    int m_total = 0;
};

} // namespace watchroom::widgets
