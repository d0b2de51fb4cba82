// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/knowledge/freshness.h"
#include "app/knowledge/library.h"
#include "ui/widgets/themedwidget.h"

#include <functional>

class QLabel;
class QListView;
class QStackedWidget;

namespace watchroom::incidents {
class Directory;
}
namespace watchroom::widgets {
class EmptyState;
class ErrorState;
class SearchField;
class TextLabel;
} // namespace watchroom::widgets

namespace watchroom::ui {

class ArticleInfo;
class ArticleListModel;
class ArticleText;
class FolderTree;
class FreshnessBar;
struct ArticleLine;

/// The page of the knowledge base: folders, the articles in one or what a search found, and the
/// chosen one with what this copy is worth. UI thread.
class KnowledgePage final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    struct Needs
    {
        knowledge::Library &library;
        const incidents::Directory &directory;
        const base::Clock &clock;
        /// How this station stands to the server; asked when it is shown.
        std::function<knowledge::LastCheck()> check;
    };

    KnowledgePage(const style::Theme &theme, const Needs &needs, QWidget *parent = nullptr);

    void focusSearch();
    /// What moves, once a second.
    void tick();
    /// The newest version that is here.
    void show(const QUuid &article);
    /// The article that is shown; null: none.
    [[nodiscard]] QUuid shown() const { return m_article; }
    [[nodiscard]] ArticleText &text() const { return *m_text; }
    [[nodiscard]] FreshnessBar &freshness() const { return *m_freshness; }
    [[nodiscard]] widgets::SearchField &searchField() const { return *m_search; }

Q_SIGNALS:
    void failed(const watchroom::base::Error &error);
    void urlAsked(const QString &url);
    void told(const QString &sentence);

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
    void open(int version);
    void showHead();
    void showFreshness();
    void showWhatIsThere();
    void retranslate();

    Needs m_needs;
    FolderTree *m_folders;
    widgets::TextLabel *m_title;
    QLabel *m_offline; ///< how many are here
    widgets::SearchField *m_search;
    widgets::TextLabel *m_found;
    ArticleListModel *m_lines;
    QListView *m_list;
    FreshnessBar *m_freshness;
    widgets::TextLabel *m_place;
    widgets::TextLabel *m_heading;
    ArticleText *m_text;
    ArticleInfo *m_info;
    QStackedWidget *m_stack;
    widgets::EmptyState *m_nothing;
    widgets::ErrorState *m_error;
    QUuid m_article;
    int m_version = 0; ///< on the screen
    QString m_query; ///< that was answered
    quint64 m_asked = 0; ///< searches: only the newest answer is shown
    quint64 m_opened = 0;
};

} // namespace watchroom::ui
