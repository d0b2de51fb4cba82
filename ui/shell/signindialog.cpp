// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/signindialog.h"

#include "app/words/errors.h"
#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using widgets::ButtonKind;

namespace {

constexpr int kWidth = 420;

QVBoxLayout *boxLayout(const style::Theme &theme, QWidget &box, const QString &heading)
{
    box.setFixedWidth(theme.scaled(kWidth));
    auto *title = new widgets::TextLabel(
        theme, style::FontRole::Title, style::Weight::Bold, style::Ink::T1, &box);
    title->setText(heading);
    auto *layout = new QVBoxLayout(&box);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(10);
    layout->addWidget(title);
    return layout;
}

QLabel *complaintLabel(const style::Theme &theme, QWidget &box)
{
    auto *label = new QLabel(&box);
    label->setObjectName(u"complaint"_s);
    label->setWordWrap(true);
    label->setFont(theme.font(style::FontRole::Body, style::Weight::Bold));
    label->hide();
    return label;
}

QLineEdit *field(QWidget &box, const QString &name, const QString &label)
{
    auto *edit = new QLineEdit(&box);
    edit->setObjectName(name);
    edit->setAccessibleName(label);
    edit->setPlaceholderText(label);
    return edit;
}

} // namespace

SignInDialog::SignInDialog(
    const style::Theme &theme, QWidget &window, const QString &login, Ask ask)
    : VeilDialog(theme, window)
    , m_ask(std::move(ask))
    , m_login(field(box(), u"login"_s, tr("Login")))
    , m_password(field(box(), u"password"_s, tr("Password")))
    , m_complaint(complaintLabel(theme, box()))
    , m_enter(widgets::makeButton(theme, ButtonKind::Primary, u"signIn"_s, tr("Sign in"), {},
          widgets::ButtonSize::Normal, &box()))
{
    setHeading(tr("Sign in"));
    m_login->setText(login);
    m_password->setEchoMode(QLineEdit::Password);
    auto *later = widgets::makeButton(theme, ButtonKind::Secondary, u"later"_s, tr("Only watch"),
        {}, widgets::ButtonSize::Normal, &box());
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(later);
    buttons->addWidget(m_enter);
    auto *layout = boxLayout(theme, box(), tr("Sign in"));
    layout->addWidget(m_login);
    layout->addWidget(m_password);
    layout->addWidget(m_complaint);
    layout->addLayout(buttons);
    connect(m_enter, &QPushButton::clicked, this, &SignInDialog::submit);
    connect(later, &QPushButton::clicked, this, &SignInDialog::reject);
    (login.isEmpty() ? m_login : m_password)->setFocus();
}

void SignInDialog::submit()
{
    if (m_login->text().isEmpty() || !m_enter->isEnabled())
        return;
    m_enter->setEnabled(false);
    m_ask(m_login->text().trimmed(), m_password->text(),
        [self = QPointer(this)](const base::Result<> &answer) {
            if (!self)
                return;
            self->m_enter->setEnabled(true);
            if (answer) {
                self->accept();
                return;
            }
            self->m_password->clear();
            self->m_password->setFocus();
            self->m_complaint->setText(words::errorSentence(answer.error()));
            self->m_complaint->show();
            self->box().adjustSize();
        });
}

void SignInDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        submit();
    else
        VeilDialog::keyPressEvent(event);
}

PinDialog::PinDialog(const style::Theme &theme, QWidget &window, const QString &heading,
    const QString &refusal, Take take)
    : VeilDialog(theme, window)
    , m_take(std::move(take))
    , m_refusal(refusal)
    , m_pin(field(box(), u"pin"_s, tr("PIN, 4 to 6 digits")))
    , m_complaint(complaintLabel(theme, box()))
{
    setHeading(heading);
    m_pin->setEchoMode(QLineEdit::Password);
    m_pin->setMaxLength(6);
    auto *enter = widgets::makeButton(theme, ButtonKind::Primary, u"enterPin"_s, tr("OK"), {},
        widgets::ButtonSize::Normal, &box());
    auto *layout = boxLayout(theme, box(), heading);
    layout->addWidget(m_pin);
    layout->addWidget(m_complaint);
    layout->addWidget(enter, 0, Qt::AlignRight);
    connect(enter, &QPushButton::clicked, this, &PinDialog::submit);
    m_pin->setFocus();
}

void PinDialog::submit()
{
    if (m_take(m_pin->text())) {
        accept();
        return;
    }
    m_pin->clear();
    m_complaint->setText(m_refusal);
    m_complaint->show();
    box().adjustSize();
}

void PinDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        submit();
    else
        VeilDialog::keyPressEvent(event);
}

} // namespace watchroom::ui
