// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/knowledge/library.h"

#include <QAbstractListModel>

namespace watchroom::ui {

/// A line of the list: an article, and where a search found it.
struct ArticleLine
{
    knowledge::ShelfEntry entry;
    QString snippet = {};
    QList<store::TextRange> titleRanges = {};
    QList<store::TextRange> snippetRanges = {};
    friend bool operator==(const ArticleLine &, const ArticleLine &) = default;
};

/// The articles of a folder, or what a search found, in their order. UI thread.
class ArticleListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role
    {
        LineRole = Qt::UserRole + 1, ///< ArticleLine
        IdRole, ///< QUuid
    };

    explicit ArticleListModel(QObject *parent = nullptr);

    /// By difference where the articles are the same.
    void setLines(const QList<ArticleLine> &lines);
    [[nodiscard]] const QList<ArticleLine> &lines() const { return m_lines; }
    [[nodiscard]] QModelIndex indexOf(const QUuid &article) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<ArticleLine> m_lines;
};

} // namespace watchroom::ui

Q_DECLARE_METATYPE(watchroom::ui::ArticleLine)
