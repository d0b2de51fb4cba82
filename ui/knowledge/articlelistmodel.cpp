// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/knowledge/articlelistmodel.h"

#include "app/words/knowledge.h"

#include <algorithm>

namespace watchroom::ui {

using namespace Qt::StringLiterals;

namespace {

bool sameArticles(const QList<ArticleLine> &a, const QList<ArticleLine> &b)
{
    return std::ranges::equal(
        a, b, {}, [](const ArticleLine &l) { return l.entry.article.id; },
        [](const ArticleLine &l) { return l.entry.article.id; });
}

} // namespace

ArticleListModel::ArticleListModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void ArticleListModel::setLines(const QList<ArticleLine> &lines)
{
    if (!sameArticles(lines, m_lines)) {
        beginResetModel();
        m_lines = lines;
        endResetModel();
        return;
    }
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (m_lines.at(i) == lines.at(i))
            continue;
        m_lines[i] = lines.at(i);
        Q_EMIT dataChanged(index(int(i)), index(int(i)));
    }
}

QModelIndex ArticleListModel::indexOf(const QUuid &article) const
{
    const auto found = std::ranges::find_if(
        m_lines, [&article](const ArticleLine &line) { return line.entry.article.id == article; });
    return found == m_lines.cend() ? QModelIndex() : index(int(found - m_lines.cbegin()));
}

int ArticleListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

QVariant ArticleListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ArticleLine &line = m_lines.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return line.entry.article.title;
    case Qt::AccessibleTextRole:
        return QString(line.entry.article.title + u", "_s
            + words::articleKind(line.entry.article.kind) + u". "_s + line.snippet);
    case LineRole:
        return QVariant::fromValue(line);
    case IdRole:
        return line.entry.article.id;
    default:
        return {};
    }
}

} // namespace watchroom::ui
