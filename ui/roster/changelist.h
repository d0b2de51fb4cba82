// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/themedwidget.h"

#include <QList>
#include <QUuid>

class QVBoxLayout;

namespace watchroom::ui {

/// Changes of the roster, one under another, each with what can be answered to it. UI thread.
class ChangeList final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    struct Act
    {
        QString name; ///< of the button: with the number of its change
        QString text;
        bool primary = false;
        friend bool operator==(const Act &, const Act &) = default;
    };
    struct Item
    {
        QUuid id;
        QString sentence;
        QString remark; ///< in captions; may be empty
        QList<Act> acts;
        friend bool operator==(const Item &, const Item &) = default;
    };

    /// `loud`: each stands on raised ground, for it waits for an answer.
    ChangeList(const style::Theme &theme, bool loud, QWidget *parent = nullptr);

    void setItems(const QList<Item> &items);

Q_SIGNALS:
    void acted(const QUuid &change, const QString &name);

protected:
    void themeChanged() override;
    void paintEvent(QPaintEvent *event) override;

private:
    void rebuild();
    [[nodiscard]] QWidget *makeRow(const Item &item, qsizetype at);

    bool m_loud;
    QVBoxLayout *m_layout;
    QList<Item> m_items;
    QList<QWidget *> m_rows;
};

} // namespace watchroom::ui
