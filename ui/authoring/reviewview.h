// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/authoring/authoringneeds.h"
#include "ui/widgets/themedwidget.h"

class QLabel;
class QPushButton;
class QStackedWidget;

namespace watchroom::widgets {
class SegmentedControl;
class TextLabel;
} // namespace watchroom::widgets

namespace watchroom::ui {

class ArticleDiff;
class ArticlePreview;

/// A text against another, to be looked at; where it waits for its review, what somebody else does
/// with it: publish it or give it back. UI thread.
class ReviewView final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    ReviewView(const style::Theme &theme, const AuthoringNeeds &needs, QWidget *parent = nullptr);

    /// What waits, against the published text.
    void review(const QUuid &article);
    void compare(const QUuid &article, int before, int now);
    /// A draft against a version; closing leads back to it.
    void compareDraft(const knowledge::ArticleDraft &draft, int version);

Q_SIGNALS:
    void closed();
    void published(const QUuid &article);
    void told(const QString &sentence);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QLayout *makeHead();
    [[nodiscard]] QWidget *makeFoot();
    void show(const knowledge::TextSide &before, const knowledge::TextSide &now);
    void load();
    void showWords();
    void showProposal(const knowledge::Article &now, const knowledge::Proposal &proposal);
    void libraryChanged();
    void publish();
    void giveBack();
    void takeBack();
    void settle(const store::SavedFuture &saving, const QString &sentence, bool done);
    [[nodiscard]] const knowledge::Article *article() const;
    [[nodiscard]] QString nameOf(const knowledge::TextSide &side) const;

    AuthoringNeeds m_needs;
    QUuid m_article;
    knowledge::TextSide m_before;
    knowledge::TextSide m_now;
    QString m_title; ///< of the draft
    QString m_hash; ///< of the proposal that is shown
    quint64 m_asked = 0;
    widgets::TextLabel *m_heading;
    QLabel *m_facts;
    widgets::SegmentedControl *m_how;
    QPushButton *m_close;
    ArticleDiff *m_diff;
    ArticlePreview *m_preview;
    QStackedWidget *m_stack;
    QWidget *m_foot;
    QLabel *m_why; ///< why it cannot be published by this person
    QPushButton *m_takeBack;
    QPushButton *m_giveBack;
    QPushButton *m_publish;
};

} // namespace watchroom::ui
