// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/knowledge/foldertree.h"

#include "ui/style/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QPainter>

#include <algorithm>

namespace watchroom::ui {

using namespace Qt::StringLiterals;

namespace {

enum Column
{
    NameColumn,
    CountColumn,
    ColumnCount
};
constexpr int kFolderRole = Qt::UserRole;
constexpr int kRow = 32;
constexpr int kCountWidth = 40;

} // namespace

FolderTree::FolderTree(const style::Theme &theme, QWidget *parent)
    : QTreeWidget(parent)
    , m_theme(theme)
    , m_favourites(new QTreeWidgetItem(this))
    , m_all(new QTreeWidgetItem(this))
{
    setObjectName(u"folderTree"_s);
    setColumnCount(ColumnCount);
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAllColumnsShowFocus(true);
    // It lies on the column's ground, and drawRow() marks the chosen row.
    setStyleSheet(u"QTreeView { border: none; background: transparent } "
                  "QTreeView::item:selected { background: transparent }"_s);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
    m_all->setData(NameColumn, kFolderRole, QString());
    setCurrentItem(m_all);
    connect(this, &QTreeWidget::currentItemChanged, this, &FolderTree::folderChosen);
    connect(&m_theme, &style::Theme::changed, this, &FolderTree::restyle);
    restyle();
    retranslate();
}

bool FolderTree::holds(const QString &folder, const QString &articleFolder)
{
    return folder.isEmpty() || articleFolder == folder || articleFolder.startsWith(folder + u'/');
}

QTreeWidgetItem *FolderTree::itemFor(const QString &folder)
{
    if (const auto known = m_items.constFind(folder); known != m_items.constEnd())
        return *known;
    const qsizetype slash = folder.lastIndexOf(u'/');
    auto *item =
        slash < 0 ? new QTreeWidgetItem(this) : new QTreeWidgetItem(itemFor(folder.left(slash)));
    item->setText(NameColumn, folder.mid(slash + 1));
    item->setIcon(NameColumn, m_theme.icon(u"folder"_s, style::Ink::T2));
    item->setData(NameColumn, kFolderRole, folder);
    item->setTextAlignment(CountColumn, Qt::AlignRight | Qt::AlignVCenter);
    item->setSizeHint(NameColumn, QSize(0, m_theme.scaled(kRow)));
    item->setExpanded(true);
    m_items.insert(folder, item);
    return item;
}

void FolderTree::setEntries(const QList<knowledge::ShelfEntry> &entries)
{
    QMap<QString, int> counts;
    for (const knowledge::ShelfEntry &entry : entries) {
        QString folder = entry.article.folder;
        while (!folder.isEmpty()) {
            ++counts[folder];
            const qsizetype slash = folder.lastIndexOf(u'/');
            folder = slash < 0 ? QString() : folder.left(slash);
        }
    }
    dropUnused(counts);
    for (auto count = counts.cbegin(); count != counts.cend(); ++count)
        itemFor(count.key())->setText(CountColumn, QString::number(count.value()));
    m_all->setText(CountColumn, QString::number(entries.size()));
    sortFolders();
}

/// Favourites and everything stand above the folders, whatever their names.
void FolderTree::sortFolders()
{
    const QSignalBlocker quiet(this); // taking an item out chooses another for a moment
    QTreeWidgetItem *chosen = currentItem();
    sortItems(NameColumn, Qt::AscendingOrder);
    for (QTreeWidgetItem *first : {m_all, m_favourites})
        insertTopLevelItem(0, takeTopLevelItem(indexOfTopLevelItem(first)));
    setCurrentItem(chosen);
}

void FolderTree::setFavourites(int count)
{
    m_favourites->setText(CountColumn, QString::number(count));
}

void FolderTree::dropUnused(const QMap<QString, int> &counts)
{
    QStringList gone;
    for (auto item = m_items.cbegin(); item != m_items.cend(); ++item)
        if (!counts.contains(item.key()))
            gone.append(item.key());
    // The deepest first: an item takes those below it along.
    std::reverse(gone.begin(), gone.end());
    for (const QString &folder : std::as_const(gone))
        delete m_items.take(folder);
}

QString FolderTree::folder() const
{
    return currentItem() ? currentItem()->data(NameColumn, kFolderRole).toString() : QString();
}

void FolderTree::choose(const QString &folder)
{
    setCurrentItem(m_items.value(folder, m_all));
}

void FolderTree::drawRow(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (selectionModel()->isSelected(index)) {
        const auto &tokens = m_theme.tokens();
        const QRect whole(0, option.rect.top(), viewport()->width(), option.rect.height());
        painter->fillRect(whole, tokens.accTint);
        painter->fillRect(QRect(0, whole.top(), 3, whole.height()), tokens.acc);
    }
    QTreeWidget::drawRow(painter, option, index);
}

void FolderTree::restyle()
{
    QPalette palette = m_theme.palette();
    palette.setColor(QPalette::HighlightedText, m_theme.tokens().t1);
    palette.setColor(QPalette::Highlight, m_theme.tokens().accTint);
    setPalette(palette);
    setColumnWidth(CountColumn, m_theme.scaled(kCountWidth));
    setIndentation(m_theme.scaled(16));
    setFont(m_theme.font(style::FontRole::Body));
    m_all->setIcon(NameColumn, m_theme.icon(u"book"_s, style::Ink::T2));
    m_favourites->setIcon(NameColumn, m_theme.icon(u"star"_s, style::Ink::T2));
    for (QTreeWidgetItem *item : {m_favourites, m_all}) {
        item->setTextAlignment(CountColumn, Qt::AlignRight | Qt::AlignVCenter);
        item->setSizeHint(NameColumn, QSize(0, m_theme.scaled(kRow)));
    }
    for (QTreeWidgetItem *item : std::as_const(m_items))
        item->setSizeHint(NameColumn, QSize(0, m_theme.scaled(kRow)));
}

void FolderTree::retranslate()
{
    m_all->setText(NameColumn, tr("All articles"));
    m_favourites->setText(NameColumn, tr("Favourites"));
    setAccessibleName(tr("Folders of the knowledge base"));
}

void FolderTree::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QTreeWidget::changeEvent(event);
}

} // namespace watchroom::ui
