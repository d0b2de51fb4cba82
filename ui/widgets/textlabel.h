// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/themedwidget.h"

namespace watchroom::widgets {

/// One line of text in a role and a colour of the theme, with the separator "·" in 0.6 em, cut
/// where it ends (then the tool tip has all of it). UI thread.
class TextLabel final : public ThemedWidget
{
    Q_OBJECT
public:
    explicit TextLabel(const style::Theme &theme, QWidget *parent = nullptr);
    TextLabel(const style::Theme &theme, style::FontRole role, style::Weight weight, style::Ink ink,
        QWidget *parent = nullptr);

    void setText(const QString &text);
    [[nodiscard]] QString text() const { return m_text; }
    void setLook(style::FontRole role, style::Weight weight, style::Ink ink);
    void setAlignment(Qt::Alignment alignment);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void tellWhatIsCut();

    QString m_text;
    style::FontRole m_role = style::FontRole::Body;
    style::Weight m_weight = style::Weight::Regular;
    style::Ink m_ink = style::Ink::T1;
    Qt::Alignment m_alignment = Qt::AlignLeft;
};

} // namespace watchroom::widgets
