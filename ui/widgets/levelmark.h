// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/levelshape.h"
#include "ui/widgets/themedwidget.h"

namespace watchroom::widgets {

/// The shape of a level with its word after it; the word is never left out of the accessible
/// name. UI thread.
class LevelMark final : public ThemedWidget
{
    Q_OBJECT
public:
    explicit LevelMark(const style::Theme &theme, QWidget *parent = nullptr);

    /// `word` is the short or the long wording of the level; `shown` false leaves the shape alone.
    void setLevel(style::Level level, const QString &word, bool shown = true);
    void setFill(style::ShapeFill fill);
    /// Side of the shape's box at a text factor of 1; 12 at least.
    void setShapeSize(int pixels);
    void setRole(style::FontRole role);

    [[nodiscard]] style::Level level() const { return m_level; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QFont wordFont() const;

    style::Level m_level = style::Level::Blue;
    style::ShapeFill m_fill = style::ShapeFill::Solid;
    style::FontRole m_role = style::FontRole::Body;
    QString m_word;
    bool m_wordShown = true;
    int m_shape = 16;
};

} // namespace watchroom::widgets
