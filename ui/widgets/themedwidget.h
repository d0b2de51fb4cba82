// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/theme.h"

#include <QWidget>

namespace watchroom::widgets {

/// A widget that paints itself from the theme and follows its changes. UI thread.
class ThemedWidget : public QWidget
{
    Q_OBJECT
public:
    explicit ThemedWidget(const style::Theme &theme, QWidget *parent = nullptr);

protected:
    [[nodiscard]] const style::Theme &theme() const { return m_theme; }
    [[nodiscard]] const style::Tokens &tokens() const { return m_theme.tokens(); }
    [[nodiscard]] int scaled(int pixels) const { return m_theme.scaled(pixels); }
    /// Colours or sizes are others now. Lays out and paints again.
    virtual void themeChanged();

private:
    const style::Theme &m_theme;
};

} // namespace watchroom::widgets
