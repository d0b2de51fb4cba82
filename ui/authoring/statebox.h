// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/authoring/authoringneeds.h"
#include "ui/widgets/themedwidget.h"

class QLabel;
class QPushButton;

namespace watchroom::ui {

/// Where an article stands, and what is done with all of it: looked through without a change,
/// withdrawn, brought back. UI thread.
class StateBox final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    StateBox(const style::Theme &theme, const AuthoringNeeds &needs, QWidget *parent = nullptr);

    /// Null: it is not there yet.
    void setArticle(const knowledge::Article *article);

Q_SIGNALS:
    void failed(const watchroom::base::Error &error);

protected:
    void changeEvent(QEvent *event) override;

private:
    void save(const store::SavedFuture &saving);
    void withdraw();
    void show();

    AuthoringNeeds m_needs;
    std::optional<knowledge::Article> m_article;
    QLabel *m_state;
    QPushButton *m_confirm;
    QPushButton *m_withdraw;
    QPushButton *m_restore;
};

} // namespace watchroom::ui
