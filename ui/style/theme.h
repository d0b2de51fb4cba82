// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/iconset.h"
#include "ui/style/tokens.h"

#include <QFont>
#include <QIcon>
#include <QObject>
#include <QPalette>

class QApplication;

namespace watchroom::style {

/// Type sizes: pixels / line height at a text factor of 1.
enum class FontRole
{
    Key, ///< 11/16 key caps, axes
    Caption, ///< 12/16
    Body, ///< 13/20
    Section, ///< 15/24 section heads, the clock of a card
    Title, ///< 18/24
    Figure, ///< 24/32
};
enum class Weight
{
    Regular,
    Bold
};
enum class TextSize
{
    Normal,
    Large,
    Larger
}; ///< 1.0, 1.15 (duty desks), 1.3
/// Which token tints an icon; the icon follows the theme.
enum class Ink
{
    T1,
    T2,
    T3,
    Acc,
    OnAcc,
    OnInv
};

/// The look of the whole program: colours, fonts, icons, palette and style sheet of the chosen
/// theme and text size, changed at run time. Handed by reference to every widget that paints
/// itself; outlives them. UI thread.
class Theme final : public QObject
{
    Q_OBJECT
public:
    explicit Theme(QObject *parent = nullptr);
    ~Theme() override;

    [[nodiscard]] ThemeKind kind() const { return m_kind; }
    void setKind(ThemeKind kind);
    [[nodiscard]] TextSize textSize() const { return m_textSize; }
    void setTextSize(TextSize size);
    [[nodiscard]] double textFactor() const;

    [[nodiscard]] const Tokens &tokens() const { return tokensOf(m_kind); }
    [[nodiscard]] QFont font(FontRole role, Weight weight = Weight::Regular) const;
    [[nodiscard]] int lineHeight(FontRole role) const;
    /// A size given for a text factor of 1, grown with the text.
    [[nodiscard]] int scaled(int pixels) const;

    [[nodiscard]] QColor ink(Ink ink) const;
    /// `size` grows with the text.
    [[nodiscard]] QPixmap pixmap(
        const QString &name, int size, const QColor &colour, qreal ratio) const;
    /// Follows the theme by itself: it is tinted when it is painted.
    [[nodiscard]] QIcon icon(const QString &name, Ink ink = Ink::T1) const;

    [[nodiscard]] QPalette palette() const;
    [[nodiscard]] QString styleSheet() const;
    /// Gives style, font, palette and style sheet to the application, now and at every change.
    void apply(QApplication &application);

Q_SIGNALS:
    /// Colours, sizes or both; widgets lay out and paint again.
    void changed();

private:
    void refresh();

    ThemeKind m_kind = ThemeKind::Dark;
    TextSize m_textSize = TextSize::Large;
    IconSet m_icons;
    QApplication *m_application = nullptr;
};

} // namespace watchroom::style
