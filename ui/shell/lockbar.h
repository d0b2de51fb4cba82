// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/themedwidget.h"

#include <functional>

class QPushButton;

namespace watchroom::widgets {
class TextLabel;
}

namespace watchroom::ui {

class Account;
class PinCells;

/// Stands in place of the toolbars while the station is locked: who locked it, the cells for the
/// PIN, another person. The board goes on beneath it. UI thread.
class LockBar final : public widgets::ThemedWidget
{
    Q_OBJECT

public:
    /// `nameOf` turns a login into a name.
    LockBar(const style::Theme &theme, Account &account,
        std::function<QString(const QString &)> nameOf, QWidget *parent = nullptr);

    /// Whether a forgotten PIN can be replaced by the password of a server's account.
    void setHasPasswords(bool has);
    /// Follows lock, person and language.
    void refresh();

Q_SIGNALS:
    void switchAsked();
    void passwordAsked();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void themeChanged() override;

private:
    void enter(const QString &pin);
    void explain();

    Account &m_account;
    std::function<QString(const QString &)> m_nameOf;
    bool m_hasPasswords = true;
    bool m_wasLocked = false;
    widgets::TextLabel *m_state;
    widgets::TextLabel *m_name;
    widgets::TextLabel *m_complaint;
    widgets::TextLabel *m_caption;
    PinCells *m_pin;
    QPushButton *m_password;
    QPushButton *m_switch;
};

} // namespace watchroom::ui
