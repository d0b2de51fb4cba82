// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/paint.h"
#include "ui/widgets/themedwidget.h"

namespace watchroom::widgets {

/// A small mark: inverse (overdue, offline, stale), outlined, or the mark of a drill. UI thread.
class Chip final : public ThemedWidget
{
    Q_OBJECT
public:
    Chip(const style::Theme &theme, ChipKind kind, QWidget *parent = nullptr);

    void setText(const QString &text, const QString &icon = {});
    [[nodiscard]] QString text() const { return m_text; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ChipKind m_kind;
    QString m_text;
    QString m_icon;
};

} // namespace watchroom::widgets
