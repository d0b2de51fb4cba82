// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/policy.h"
#include "ui/incidents/cardcontent.h"

#include <QFont>
#include <QStyledItemDelegate>

#include <functional>

namespace watchroom::style {
class Theme;
}

namespace watchroom::ui {

/// Draws an incident as a card of the board: 148 high, or 72 when the column is full. UI thread.
class CardDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    CardDelegate(
        const style::Theme &theme, std::function<base::Instant()> now, QObject *parent = nullptr);

    /// Tells which limits are dates and which are counted in working days.
    void setPolicy(const domain::Policy &policy) { m_policy = policy; }
    void setCompact(bool compact) { m_compact = compact; }
    [[nodiscard]] bool isCompact() const { return m_compact; }
    /// Height of one card with the gap below it, in either form.
    [[nodiscard]] int rowHeight(bool compact) const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem &option, const QModelIndex &index) const override;

Q_SIGNALS:
    /// The inline word 认领 was pressed.
    void claimPressed(const QModelIndex &index);
    /// The stripe of what was not sent was pressed.
    void unsentPressed(const QModelIndex &index);

protected:
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
        const QModelIndex &index) override;

private:
    struct Draw;
    [[nodiscard]] CardContent contentOf(const QModelIndex &index) const;
    /// Else a hand: in a narrow column "unclaimed" comes before it.
    [[nodiscard]] bool claimIsWord(const QRect &card) const;
    [[nodiscard]] QRect claimRect(const QRect &card) const;
    [[nodiscard]] QFont claimFont() const;
    /// Of what was not sent: a stripe across a full card, a chip in a compact one's head.
    [[nodiscard]] QRect unsentRect(const QRect &card) const;
    void paintFull(const Draw &draw) const;
    void paintCompact(const Draw &draw) const;

    const style::Theme &m_theme;
    std::function<base::Instant()> m_now;
    domain::Policy m_policy;
    bool m_compact = false;
};

} // namespace watchroom::ui
