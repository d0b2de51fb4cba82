// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/knowledge/library.h"
#include "ui/widgets/themedwidget.h"

#include <functional>

class QComboBox;
class QListView;
class QStackedWidget;

namespace watchroom::widgets {
class EmptyState;
class SearchField;
class TextLabel;
} // namespace watchroom::widgets

namespace watchroom::ui {

class ArticleListModel;
struct ArticleLine;

/// The list of articles: those of a place in the tree, or what a search found, and of these the
/// ones of a kind and with a tag. UI thread.
class ArticleFinder final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    ArticleFinder(
        const style::Theme &theme, knowledge::Library &library, QWidget *parent = nullptr);

    /// Which articles are listed while nothing is looked for.
    using Place = std::function<bool(const knowledge::ShelfEntry &)>;
    void setPlace(Place place);
    /// The library, or what the place holds, has changed.
    void refresh();
    /// Marked in the list where it is there.
    void setShown(const QUuid &article);
    [[nodiscard]] widgets::SearchField &searchField() const { return *m_search; }

Q_SIGNALS:
    void articleChosen(const QUuid &article);
    /// The words to be marked; empty: none.
    void lookedFor(const QString &query);
    void failed(const watchroom::base::Error &error);

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QLayout *makeHead();
    void makeList();
    [[nodiscard]] bool fits(const knowledge::Article &article) const;
    [[nodiscard]] bool isFiltered() const;
    void fillKinds();
    void fillTags();
    void listPlace();
    void search();
    void setLines(const QList<ArticleLine> &lines, const QString &nothing);
    void retranslate();

    knowledge::Library &m_library;
    Place m_place;
    QUuid m_shown;
    widgets::SearchField *m_search;
    widgets::TextLabel *m_found;
    QComboBox *m_kind;
    QComboBox *m_tag;
    ArticleListModel *m_lines;
    QListView *m_list;
    widgets::EmptyState *m_nothing;
    QStackedWidget *m_stack; ///< the list, or that there is nothing in it
    quint64 m_asked = 0; ///< searches: only the newest answer is shown
};

} // namespace watchroom::ui
