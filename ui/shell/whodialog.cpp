// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/whodialog.h"

#include "ui/shell/pincells.h"
#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using widgets::ButtonKind;
using widgets::ButtonSize;

namespace {
constexpr int kWidth = 460;
}

WhoDialog::WhoDialog(const style::Theme &theme, QWidget &window, const Account &account,
    const Words &words, const QList<Candidate> &people, Take take)
    : VeilDialog(theme, window)
    , m_account(account)
    , m_words(words)
    , m_take(std::move(take))
    , m_caption(new QLabel(tr("PIN of this shift"), &box()))
    , m_pin(new PinCells(theme, &box()))
    , m_complaint(new QLabel(&box()))
    , m_act(widgets::makeButton(
          theme, ButtonKind::Primary, u"act"_s, words.act, {}, ButtonSize::Normal, &box()))
    , m_foot(new QHBoxLayout)
{
    setObjectName(u"whoDialog"_s);
    setHeading(words.heading);
    box().setFixedWidth(theme.scaled(kWidth));
    auto *title = new widgets::TextLabel(
        theme, style::FontRole::Title, style::Weight::Bold, style::Ink::T1, &box());
    title->setText(words.heading);
    auto *text = new QLabel(words.text, &box());
    text->setWordWrap(true);
    text->setVisible(!words.text.isEmpty());
    m_pin->setAccessibleName(m_caption->text());
    m_complaint->setObjectName(u"complaint"_s);
    m_complaint->setWordWrap(true);
    m_complaint->setFont(theme.font(style::FontRole::Body, style::Weight::Bold));
    auto *cancel = widgets::makeButton(
        theme, ButtonKind::Secondary, u"cancel"_s, tr("Cancel"), {}, ButtonSize::Normal, &box());
    auto *layout = new QVBoxLayout(&box());
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(10);
    layout->addWidget(title);
    layout->addWidget(text);
    addPeople(people, box());
    auto *line = new QHBoxLayout;
    line->setSpacing(theme.scaled(12));
    line->addWidget(m_caption);
    line->addWidget(m_pin);
    line->addStretch();
    layout->addLayout(line);
    layout->addWidget(m_complaint);
    layout->addSpacing(4);
    m_foot->addStretch();
    m_foot->addWidget(cancel);
    m_foot->addWidget(m_act);
    layout->addLayout(m_foot);
    connect(cancel, &QPushButton::clicked, this, &WhoDialog::reject);
    connect(m_act, &QPushButton::clicked, this, [this] { submit({}); });
    connect(m_pin, &PinCells::completed, this, &WhoDialog::submit);
    chosen();
    if (m_pin->isVisibleTo(this))
        m_pin->setFocus();
}

void WhoDialog::addPeople(const QList<Candidate> &people, QWidget &box)
{
    for (const Candidate &person : people) {
        auto *choice = new QRadioButton(person.name, &box);
        choice->setObjectName(u"person_"_s + person.login);
        choice->setProperty("login", person.login);
        choice->setAccessibleName(person.name);
        box.layout()->addWidget(choice);
        connect(choice, &QRadioButton::toggled, this, [this](bool on) {
            if (on)
                chosen();
        });
        m_people.append(choice);
    }
    if (!m_people.isEmpty())
        m_people.first()->setChecked(true);
}

QPushButton *WhoDialog::addButton(const QString &name, const QString &text)
{
    auto *button = widgets::makeButton(
        theme(), ButtonKind::Secondary, name, text, {}, ButtonSize::Normal, &box());
    m_foot->insertWidget(m_foot->count() - 3, button);
    connect(button, &QPushButton::clicked, this, &WhoDialog::accept);
    return button;
}

QString WhoDialog::login() const
{
    for (const QRadioButton *choice : m_people) {
        if (choice->isChecked())
            return choice->property("login").toString();
    }
    return {};
}

void WhoDialog::chosen()
{
    const int length = m_account.pinLength(login());
    m_caption->setVisible(length > 0);
    m_pin->setVisible(length > 0);
    if (length > 0)
        m_pin->setLength(length);
    m_pin->clear();
    m_act->setVisible(length == 0 && !m_words.act.isEmpty() && !m_people.isEmpty());
    const bool stuck = length == 0 && m_words.act.isEmpty();
    m_complaint->setText(stuck ? m_words.noPin : QString());
    m_complaint->setVisible(stuck);
    box().adjustSize();
}

void WhoDialog::submit(const QString &pin)
{
    const QString who = login();
    switch (m_take(who, pin)) {
    case Account::Verdict::Right:
        accept();
        return;
    case Account::Verdict::Wrong:
        m_pin->clear();
        m_complaint->setText(
            tr("This PIN is wrong; %n more tries.", nullptr, m_account.triesLeft(who)));
        m_complaint->show();
        box().adjustSize();
        return;
    case Account::Verdict::UsedUp:
        chosen();
        return;
    }
}

} // namespace watchroom::ui
