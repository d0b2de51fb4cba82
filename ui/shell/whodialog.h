// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/account.h"
#include "ui/widgets/veildialog.h"

#include <QList>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QRadioButton;

namespace watchroom::ui {

class PinCells;

/// Asks who of the people of this shift it is, and for that person's PIN. UI thread.
class WhoDialog final : public widgets::VeilDialog
{
    Q_OBJECT

public:
    struct Words
    {
        QString heading;
        QString text; ///< what the PIN does; may be empty
        QString act; ///< on the button of somebody who needs no PIN here; empty: a PIN it must be
        QString noPin; ///< why the person chosen cannot give a PIN
    };
    struct Candidate
    {
        QString login;
        QString name;
    };
    /// Takes the PIN; empty where the person needs none.
    using Take = std::function<Account::Verdict(const QString &login, const QString &pin)>;

    WhoDialog(const style::Theme &theme, QWidget &window, const Account &account,
        const Words &words, const QList<Candidate> &people, Take take);

    /// A button at the left of the foot; it closes the dialog before the caller acts.
    QPushButton *addButton(const QString &name, const QString &text);

private:
    void addPeople(const QList<Candidate> &people, QWidget &box);
    void chosen();
    void submit(const QString &pin);
    [[nodiscard]] QString login() const;

    const Account &m_account;
    Words m_words;
    Take m_take;
    QList<QRadioButton *> m_people;
    QLabel *m_caption;
    PinCells *m_pin;
    QLabel *m_complaint;
    QPushButton *m_act;
    QHBoxLayout *m_foot;
};

} // namespace watchroom::ui
