// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/knowledge/articlepane.h"

class QLabel;
class QListView;
class QPushButton;
class QStackedWidget;

namespace watchroom::widgets {
class EmptyState;
class SearchField;
} // namespace watchroom::widgets

namespace watchroom::ui {

class ArticleListModel;
class FolderTree;
class RunList;
struct ArticleLine;

/// The page of the knowledge base: folders, the articles in one or what a search found, and the
/// chosen one. UI thread.
class KnowledgePage final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    using Needs = ArticlePane::Needs;

    KnowledgePage(const style::Theme &theme, const Needs &needs, QWidget *parent = nullptr);

    void focusSearch();
    /// What moves, once a second.
    void tick();
    /// The article, as it is wanted at an incident; null: at none.
    void show(const QUuid &article, const QUuid &incident = {});
    void showRun(const QUuid &run);
    [[nodiscard]] ArticlePane &pane() const { return *m_pane; }
    [[nodiscard]] widgets::SearchField &searchField() const { return *m_search; }

Q_SIGNALS:
    void failed(const watchroom::base::Error &error);
    /// There are no articles, and those that ship are wanted.
    void starterPackAsked();
    void createAsked(const QString &folder);

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeFolders();
    [[nodiscard]] QWidget *makeList();
    [[nodiscard]] QWidget *makeArticle();
    void libraryChanged();
    void search();
    void listFolder();
    void setLines(const QList<ArticleLine> &lines);
    void choose(const QModelIndex &index);
    void showWhatIsThere();
    void retranslate();

    Needs m_needs;
    knowledge::Library &m_library;
    QPushButton *m_new;
    FolderTree *m_folders;
    RunList *m_runs;
    widgets::TextLabel *m_title;
    QLabel *m_offline; ///< how many are here
    widgets::SearchField *m_search;
    widgets::TextLabel *m_found;
    ArticleListModel *m_lines;
    QListView *m_list;
    ArticlePane *m_pane;
    QStackedWidget *m_stack; ///< the article or that none is chosen
    QWidget *m_empty; ///< that none is chosen
    widgets::EmptyState *m_nothing;
    QPushButton *m_starter;
    quint64 m_asked = 0; ///< searches: only the newest answer is shown
};

} // namespace watchroom::ui
