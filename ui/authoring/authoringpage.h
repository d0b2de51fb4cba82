// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/knowledge/sentdrafts.h"
#include "ui/authoring/authoringneeds.h"
#include "ui/widgets/themedwidget.h"

class QStackedWidget;

namespace watchroom::ui {

class ArticleEditor;
class DraftList;
class MergeView;
class ReviewView;

/// Everything that is written about an article: the editor, the review, comparisons, bringing two
/// texts together, what was begun. Lies over the page of the knowledge base while something is
/// open. UI thread.
class AuthoringPage final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    struct Needs
    {
        store::Store &store;
        knowledge::Library &library;
        const incidents::Directory &directory;
        const base::Clock &clock;
        std::function<store::Author()> author; ///< asked at each change
    };

    AuthoringPage(const style::Theme &theme, const Needs &needs, QWidget *parent = nullptr);
    ~AuthoringPage() override;

    /// Goes on with what this person began, else begins with the published text.
    void edit(const QUuid &article);
    /// Lists the new articles this person began; without any the editor begins.
    void create(const QString &folder);
    void review(const QUuid &article);
    void compare(const QUuid &article, int before, int now);
    void showDrafts();
    /// Something else is to be seen: what is open closes, what is being written stays a draft.
    void leave();
    /// Somebody else sits here: what was being written is kept and closed.
    void personChanged();
    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] ArticleEditor &editor() const { return *m_editor; }
    [[nodiscard]] knowledge::Drafts &drafts() { return m_drafts; }

Q_SIGNALS:
    void opened(); ///< also when another of its views is shown
    void closed();
    /// Published or handed in: worth to be shown.
    void articleAsked(const QUuid &article);
    void told(const QString &sentence);
    void failed(const watchroom::base::Error &error);

private:
    void wire();
    void wireEditor();
    void put(QWidget *view);
    void close();
    void showSaved(const QUuid &article);
    void begin(const knowledge::ArticleDraft &draft, bool resumed);
    void beginNew();
    void merge(int version);
    void takeMerged(const QString &text, int version);

    AuthoringNeeds m_needs;
    knowledge::ArticleWriter m_writer;
    knowledge::Drafts m_drafts;
    knowledge::SentDrafts m_sent;
    bool m_open = false;
    quint64 m_asked = 0; ///< only what was asked for last is opened
    QString m_folder; ///< of a new article
    QUuid m_saved; ///< to be shown as soon as the library has it
    QStackedWidget *m_stack;
    ArticleEditor *m_editor;
    ReviewView *m_review;
    MergeView *m_merge;
    DraftList *m_list;
};

} // namespace watchroom::ui
