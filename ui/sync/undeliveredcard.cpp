// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/undeliveredcard.h"

#include "app/words/times.h"
#include "ui/style/theme.h"
#include "ui/sync/cardwords.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QTimeZone>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using domain::ResultState;
using widgets::ButtonKind;

UndeliveredCard::UndeliveredCard(const style::Theme &theme, undelivered::Card card,
    const CardViewer &viewer, const words::Names &names, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_card(std::move(card))
{
    setObjectName(u"undeliveredCard"_s);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    const domain::Operation &first = m_card.first();
    auto *chip = new widgets::Chip(theme, widgets::ChipKind::Inverse, this);
    chip->setText(headOf(m_card, names));
    auto *deed = new widgets::TextLabel(
        theme, style::FontRole::Body, style::Weight::Bold, style::Ink::T1, this);
    const QString deeds = deedOf(first);
    deed->setText(m_card.subject.isEmpty() ? deeds : m_card.subject + u" · "_s + deeds);
    auto *made = new widgets::TextLabel(
        theme, style::FontRole::Caption, style::Weight::Regular, style::Ink::T2, this);
    const QString actor =
        names.person && !first.actor.isEmpty() ? names.person(first.actor) : first.actor;
    const QString at = words::timeOfDay(first.at, QTimeZone::systemTimeZone());
    made->setText(actor.isEmpty() ? at : actor + u" · "_s + at);
    auto *head = new QHBoxLayout;
    head->setSpacing(theme.scaled(8));
    head->addWidget(chip);
    head->addWidget(deed, 1);
    head->addWidget(made);
    auto *sentence = new QLabel(sentenceOf(m_card, names), this);
    sentence->setObjectName(u"cardSentence"_s);
    sentence->setWordWrap(true);
    sentence->setTextFormat(Qt::PlainText);
    auto *answers = new QHBoxLayout;
    answers->setSpacing(theme.scaled(8));
    addAnswers(*answers, viewer);
    answers->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(
        theme.scaled(12), theme.scaled(10), theme.scaled(12), theme.scaled(10));
    layout->setSpacing(theme.scaled(8));
    layout->addLayout(head);
    layout->addWidget(sentence);
    layout->addLayout(answers);
    setAccessibleName(u"%1: %2"_s.arg(chip->text(), deed->text()));
    setAccessibleDescription(sentence->text());
}

void UndeliveredCard::addAnswers(QHBoxLayout &row, const CardViewer &viewer)
{
    const bool here = !viewer.login.isEmpty();
    const QString actor = m_card.first().actor;
    if (m_card.state == ResultState::Held && m_card.code == "server_fault"_L1) {
        addAnswer(row, Answer::AskAgain, u"cardAskAgain"_s, tr("Send again"), true);
    } else if (m_card.state == ResultState::Held) {
        if (viewer.login == actor)
            addAnswer(row, Answer::Sign, u"cardSign"_s, tr("Send as mine"), true);
        else
            addAnswer(row, Answer::SignIn, u"cardSignIn"_s, tr("Sign in…"), !viewer.senior);
        if (viewer.senior && viewer.login != actor)
            addAnswer(row, Answer::Release, u"cardRelease"_s, tr("Release as lead"), true);
    } else if (here && m_card.state == ResultState::Conflict) {
        if (m_card.lostClaim) {
            addAnswer(row, Answer::Mine, u"cardMine"_s,
                m_card.operations.size() > 1 ? tr("Take over and apply") : tr("Take over"), true);
        } else if (m_card.code == "deleted"_L1) {
            // What is gone cannot be compared; it can be left or exported.
        } else {
            addAnswer(row, Answer::Compare, u"cardCompare"_s, tr("Compare…"), true);
            addAnswer(row, Answer::Mine, u"cardMine"_s, tr("Send mine"), false);
        }
    } else if (here) {
        if (m_card.first().table == "log_entry"_L1)
            addAnswer(row, Answer::Edit, u"cardEdit"_s, tr("Edit and send…"), true);
        else
            addAnswer(row, Answer::Mine, u"cardMine"_s, tr("Send again"), true);
    }
    if (here)
        addAnswer(row, Answer::Theirs, u"cardTheirs"_s,
            m_card.lostClaim                            ? tr("Leave it to them")
                : m_card.state == ResultState::Conflict ? tr("Keep theirs")
                                                        : tr("Discard…"),
            false);
    if (here)
        addAnswer(row, Answer::Export, u"cardExport"_s, tr("Save a copy"), false);
}

void UndeliveredCard::addAnswer(
    QHBoxLayout &row, Answer answer, const QString &name, const QString &text, bool primary)
{
    auto *button =
        widgets::makeButton(theme(), primary ? ButtonKind::Primary : ButtonKind::Secondary, name,
            text, {}, widgets::ButtonSize::Small, this);
    row.addWidget(button);
    connect(button, &QPushButton::clicked, this, [this, answer] { Q_EMIT answered(answer); });
}

void UndeliveredCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    widgets::paintBox(painter, rect(), tokens().panel, Qt::NoPen);
    painter.fillRect(QRect(0, 0, scaled(3), height()), tokens().t1);
}

} // namespace watchroom::ui
