// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/knowledge/articlepane.h"

class QAction;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace watchroom::knowledge {
class FolderTransfer;
}
namespace watchroom::widgets {
class EmptyState;
class SearchField;
} // namespace watchroom::widgets

namespace watchroom::ui {

class ArticleFinder;
class ArticleFolders;
class FolderTree;
class RunList;

/// The page of the knowledge base: folders and favourites, the articles in one or what a search
/// found, and the chosen one. UI thread.
class KnowledgePage final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    using Needs = ArticlePane::Needs;

    KnowledgePage(const style::Theme &theme, const Needs &needs,
        knowledge::FolderTransfer &transfer, QWidget *parent = nullptr);

    void focusSearch();
    /// What moves, once a second.
    void tick();
    /// The article, as it is wanted at an incident; null: at none.
    void show(const QUuid &article, const QUuid &incident = {});
    void showRun(const QUuid &run);
    /// Of whoever sits here now.
    void showFavourites();
    [[nodiscard]] ArticlePane &pane() const { return *m_pane; }
    [[nodiscard]] ArticleFolders &folders() const { return *m_files; }
    [[nodiscard]] widgets::SearchField &searchField() const;

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
    void wireFiles();
    void libraryChanged();
    void showPlace();
    void shownChanged();
    void showWhatIsThere();
    void retranslate();

    Needs m_needs;
    knowledge::Library &m_library;
    QPushButton *m_new;
    QPushButton *m_menu; ///< what is rarer: folders in and out
    QAction *m_import;
    QAction *m_export;
    ArticleFolders *m_files;
    FolderTree *m_folders;
    RunList *m_runs;
    widgets::TextLabel *m_title;
    QLabel *m_offline; ///< how many are here
    ArticleFinder *m_finder;
    ArticlePane *m_pane;
    QStackedWidget *m_stack; ///< the article or that none is chosen
    QWidget *m_empty; ///< that none is chosen
    widgets::EmptyState *m_nothing;
    QPushButton *m_starter;
};

} // namespace watchroom::ui
