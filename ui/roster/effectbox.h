// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/themedwidget.h"

class QLabel;

namespace watchroom::ui {

/// What a change would do, before it is saved: in plain words, and what it would break on raised
/// ground with the inverse bar. UI thread.
class EffectBox final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    /// `width`: what its lines have, px.
    EffectBox(const style::Theme &theme, int width, QWidget *parent);

    void setLines(const QStringList &plain, const QStringList &harm);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_width;
    QLabel *m_plain;
    QLabel *m_harm;
};

} // namespace watchroom::ui
