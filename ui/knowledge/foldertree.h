// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/knowledge/library.h"

#include <QTreeWidget>

namespace watchroom::style {
class Theme;
}

namespace watchroom::ui {

/// The folders of the knowledge base with how many articles each has, everything below it counted.
/// UI thread.
class FolderTree final : public QTreeWidget
{
    Q_OBJECT

public:
    explicit FolderTree(const style::Theme &theme, QWidget *parent = nullptr);

    void setEntries(const QList<knowledge::ShelfEntry> &entries);
    /// How many there are.
    void setFavourites(int count);
    /// Of the chosen one: "网络/出口链路"; empty: everything, or the favourites.
    [[nodiscard]] QString folder() const;
    [[nodiscard]] bool isFavourites() const { return currentItem() == m_favourites; }
    void chooseFavourites() { setCurrentItem(m_favourites); }
    void choose(const QString &folder);
    /// The article lies in the folder or below it.
    [[nodiscard]] static bool holds(const QString &folder, const QString &articleFolder);

Q_SIGNALS:
    void folderChosen();

protected:
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
    void changeEvent(QEvent *event) override;

private:
    void restyle();
    void retranslate();
    void sortFolders();
    [[nodiscard]] QTreeWidgetItem *itemFor(const QString &folder);
    void dropUnused(const QMap<QString, int> &counts);

    const style::Theme &m_theme;
    QTreeWidgetItem *m_favourites;
    QTreeWidgetItem *m_all;
    QMap<QString, QTreeWidgetItem *> m_items; ///< by folder
};

} // namespace watchroom::ui
