// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace watchroom::style {
class Theme;
}

namespace watchroom::ui {

/// Above the plan: weekday and day; today in the accent. UI thread.
class DayHeader final : public QHeaderView
{
    Q_OBJECT

public:
    DayHeader(const style::Theme &theme, QWidget *parent);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;

private:
    const style::Theme &m_theme;
};

/// Left of the plan: each position once, its slots beside it. UI thread.
class PositionHeader final : public QHeaderView
{
    Q_OBJECT

public:
    PositionHeader(const style::Theme &theme, QWidget *parent);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;

private:
    [[nodiscard]] QString textOf(int section, int role) const;
    [[nodiscard]] double widest(int role) const;

    const style::Theme &m_theme;
};

} // namespace watchroom::ui
