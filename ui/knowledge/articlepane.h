// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/knowledge/freshness.h"
#include "ui/knowledge/runview.h"

class QPushButton;
class QStackedWidget;

namespace watchroom::knowledge {
class Favourites;
}
namespace watchroom::widgets {
class ErrorState;
class TextLabel;
} // namespace watchroom::widgets

namespace watchroom::ui {

class ArticleInfo;
class FreshnessBar;

/// An article: what this copy is worth, its text or the run that follows it, what is known of it.
/// UI thread.
class ArticlePane final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    struct Needs
    {
        RunView::Needs run;
        /// How this station stands to the server; asked when it is shown.
        std::function<knowledge::LastCheck()> check;
        knowledge::Favourites &favourites;
    };

    ArticlePane(const style::Theme &theme, const Needs &needs, QWidget *parent = nullptr);

    /// The newest version that is here, or the run under way: of `incident`, else mine, else any.
    void show(const QUuid &article, const QUuid &incident = {});
    void showRun(const QUuid &run);
    /// The article; null: none.
    [[nodiscard]] const QUuid &shown() const { return m_article; }
    /// The library has changed.
    void refresh();
    /// What moves, once a second.
    void tick();
    /// Words of a search, marked in the text.
    void setFound(const QString &query);
    /// Whether the person here keeps it at hand.
    void setFavourite(bool favourite);
    /// Asks for what it is to be followed.
    void follow();
    [[nodiscard]] ArticleText &text() const { return *m_text; }
    [[nodiscard]] FreshnessBar &freshness() const { return *m_freshness; }
    /// Null: the text is shown.
    [[nodiscard]] RunView *run() const;

Q_SIGNALS:
    void failed(const watchroom::base::Error &error);
    void authorAsked();
    void told(const QString &sentence);
    void incidentAsked(const QUuid &incident);
    void targetAsked(const QString &key);
    void articleAsked(const QUuid &article);
    void urlAsked(const QString &url);
    /// The text, a run, or another one.
    void shownChanged();
    void editAsked(const QUuid &article);
    void reviewAsked(const QUuid &article);
    void compareAsked(const QUuid &article, int before, int now);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QLayout *makeHeading(QWidget *parent);
    [[nodiscard]] QWidget *makeText();
    void wire();
    void open(int version);
    void readVersions();
    void readUse();
    void keepAtHand(bool favourite);
    void showHead();
    void showFreshness();
    void showButtons();
    void runsChanged();
    void askArticle(const QString &key);
    void compare();
    [[nodiscard]] const knowledge::RunState *chosenRun() const;
    void retranslate();

    Needs m_needs;
    FreshnessBar *m_freshness;
    widgets::TextLabel *m_place;
    widgets::TextLabel *m_heading;
    QPushButton *m_favourite;
    QPushButton *m_follow;
    QPushButton *m_toRun; ///< back to the run from its text
    QPushButton *m_review; ///< what waits for its review
    QPushButton *m_edit;
    ArticleText *m_text;
    RunView *m_run;
    widgets::ErrorState *m_error;
    QStackedWidget *m_stack; ///< of these three
    ArticleInfo *m_info;
    QUuid m_article;
    QUuid m_incident; ///< it was opened from
    bool m_wantsText = false; ///< somebody reads, though a run is under way
    int m_version = 0; ///< on the screen
    QString m_query;
    QList<knowledge::ArticleVersion> m_versions;
    quint64 m_opened = 0;
};

} // namespace watchroom::ui
