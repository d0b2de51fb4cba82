// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/undelivered/undeliveredcard.h"
#include "app/words/phrases.h"
#include "ui/widgets/themedwidget.h"

class QHBoxLayout;

namespace watchroom::ui {

/// Who looks at a card.
struct CardViewer
{
    QString login; ///< empty: nobody signed in, or locked
    bool senior = false;
};

/// One card of the tray: what it is about, what happened, and the answers that are open to whoever
/// looks at it. UI thread.
class UndeliveredCard : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    enum class Answer
    {
        Mine, ///< send mine again; of a lost claim: take over and apply
        Theirs, ///< leave mine
        Compare, ///< field by field
        Edit, ///< mend and send
        SignIn, ///< the author must sign in
        Sign, ///< the author sends it by the session of now
        Release, ///< a lead vouches for it
        AskAgain,
        Export,
    };

    UndeliveredCard(const style::Theme &theme, undelivered::Card card, const CardViewer &viewer,
        const words::Names &names, QWidget *parent = nullptr);

    [[nodiscard]] const undelivered::Card &card() const { return m_card; }

Q_SIGNALS:
    void answered(watchroom::ui::UndeliveredCard::Answer answer);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void addAnswers(QHBoxLayout &row, const CardViewer &viewer);
    void addAnswer(
        QHBoxLayout &row, Answer answer, const QString &name, const QString &text, bool primary);

    undelivered::Card m_card;
};

} // namespace watchroom::ui
