// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "ui/widgets/veildialog.h"

#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace watchroom::ui {

/// Login and password of the person who sits down. The password goes to the server once and is
/// kept nowhere. UI thread.
class SignInDialog : public widgets::VeilDialog
{
    Q_OBJECT

public:
    using Answer = std::function<void(const base::Result<> &)>;
    /// Asks the server; calls back on the UI thread.
    using Ask = std::function<void(const QString &login, const QString &password, Answer)>;

    SignInDialog(const style::Theme &theme, QWidget &window, const QString &login, Ask ask);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void submit();

    Ask m_ask;
    QLineEdit *m_login;
    QLineEdit *m_password;
    QLabel *m_complaint;
    QPushButton *m_enter;
};

/// Asks for a PIN: a new one before the first lock, or the one that opens it. UI thread.
class PinDialog : public widgets::VeilDialog
{
    Q_OBJECT

public:
    /// Answers whether the PIN was taken.
    using Take = std::function<bool(const QString &pin)>;

    PinDialog(const style::Theme &theme, QWidget &window, const QString &heading,
        const QString &refusal, Take take);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void submit();

    Take m_take;
    QString m_refusal;
    QLineEdit *m_pin;
    QLabel *m_complaint;
};

} // namespace watchroom::ui
