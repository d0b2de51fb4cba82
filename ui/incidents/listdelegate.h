// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/policy.h"
#include "ui/incidents/cardcontent.h"

#include <QStyledItemDelegate>

#include <functional>

namespace watchroom::style {
class Theme;
}

namespace watchroom::ui {

/// Draws a row of the list: the level with its shape, an owner or in bold that there is none, the
/// clock. UI thread.
class ListDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    ListDelegate(
        const style::Theme &theme, std::function<base::Instant()> now, QObject *parent = nullptr);

    void setPolicy(const domain::Policy &policy) { m_policy = policy; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;

private:
    [[nodiscard]] CardContent contentOf(const QModelIndex &index) const;
    void paintBackground(QPainter &painter, const QStyleOptionViewItem &option,
        const QModelIndex &index, const CardContent &content) const;
    void paintLevel(QPainter &painter, const QRectF &cell, const CardContent &content) const;
    void paintTitle(
        QPainter &painter, QRectF cell, const QString &title, const QString &unsent) const;
    void paintOwner(QPainter &painter, const QRectF &cell, const CardContent &content) const;
    void paintDue(QPainter &painter, QRectF cell, const CardContent &content) const;

    const style::Theme &m_theme;
    std::function<base::Instant()> m_now;
    domain::Policy m_policy;
};

} // namespace watchroom::ui
