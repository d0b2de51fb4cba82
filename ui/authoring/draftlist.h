// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/authoring/authoringneeds.h"
#include "ui/widgets/themedwidget.h"

class QListWidget;
class QPushButton;

namespace watchroom::widgets {
class TextLabel;
}

namespace watchroom::ui {

/// What this person has begun and not finished: to go on with, or a new article. UI thread.
class DraftList final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    DraftList(const style::Theme &theme, const AuthoringNeeds &needs, QWidget *parent = nullptr);

    void setDrafts(const QList<knowledge::ArticleDraft> &drafts);

Q_SIGNALS:
    void draftChosen(const watchroom::knowledge::ArticleDraft &draft);
    void newAsked();
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void open();

    AuthoringNeeds m_needs;
    QList<knowledge::ArticleDraft> m_drafts;
    widgets::TextLabel *m_heading;
    QListWidget *m_list;
    QPushButton *m_close;
    QPushButton *m_new;
    QPushButton *m_open;
};

} // namespace watchroom::ui
