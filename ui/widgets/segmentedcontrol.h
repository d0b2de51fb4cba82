// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/themedwidget.h"

#include <QStringList>

namespace watchroom::widgets {

/// A choice of one of a few, side by side. Left and Right choose, Home and End too; it takes the
/// focus once. UI thread.
class SegmentedControl final : public ThemedWidget
{
    Q_OBJECT
public:
    explicit SegmentedControl(const style::Theme &theme, QWidget *parent = nullptr);

    /// Keeps the chosen one by its place.
    void setItems(const QStringList &items);
    [[nodiscard]] int count() const { return static_cast<int>(m_items.size()); }
    [[nodiscard]] int current() const { return m_current; }
    void setCurrent(int index);
    /// None is chosen: current() is -1.
    void clear();
    void setSmall(bool small); ///< 24 px instead of 32
    /// Gives way where there is no room: its words are cut.
    void setElastic(bool elastic);

    [[nodiscard]] QRect segmentRect(int index) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void currentChanged(int index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] int segmentWidth(int index) const;
    [[nodiscard]] int wantedWidth(int index) const;
    void tell();

    QStringList m_items;
    int m_current = 0;
    bool m_small = false;
    bool m_elastic = false;
};

} // namespace watchroom::widgets
