// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/leaddialog.h"

#include "app/words/errors.h"
#include "ui/style/theme.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QVBoxLayout>

namespace watchroom::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int kLabelWidth = 128;
constexpr int kLast = 100; ///< the row of the password; empty ones above it take no room
} // namespace

LeadDialog::LeadDialog(const style::Theme &theme, QWidget &window, const Words &words,
    const QString &person, Ask ask, int width)
    : ActionDialog(theme, window, words.heading, words.act, width)
    , m_ask(std::move(ask))
    , m_rows(new QGridLayout)
    , m_password(makeField(u"leadPassword"_s, tr("Password of %1").arg(person)))
    , m_complaint(new QLabel(&box()))
{
    setObjectName(u"leadDialog"_s);
    if (!words.text.isEmpty())
        addText(words.text);
    m_rows->setHorizontalSpacing(theme.scaled(12));
    m_rows->setVerticalSpacing(theme.scaled(8));
    m_rows->setColumnMinimumWidth(0, theme.scaled(kLabelWidth));
    m_rows->setColumnStretch(1, 1);
    m_password->setEchoMode(QLineEdit::Password);
    place(kLast, m_password->accessibleName(), m_password);
    m_complaint->setObjectName(u"complaint"_s);
    m_complaint->setWordWrap(true);
    m_complaint->setTextFormat(Qt::PlainText);
    m_complaint->setFont(theme.font(style::FontRole::Body, style::Weight::Bold));
    m_complaint->hide();
    content().addLayout(m_rows);
    content().addWidget(m_complaint);
    connect(this, &ActionDialog::acted, this, &LeadDialog::submit);
    m_password->setFocus();
}

QLineEdit *LeadDialog::makeField(const QString &name, const QString &label)
{
    auto *field = new QLineEdit(&box());
    field->setObjectName(name);
    field->setAccessibleName(label);
    return field;
}

void LeadDialog::addRow(const QString &label, QWidget *field)
{
    place(m_count++, label, field);
    // The password was made before it.
    const auto parts = field->findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
    const bool whole = field->focusPolicy() != Qt::NoFocus || parts.isEmpty();
    setTabOrder(whole ? field : parts.constLast(), m_password);
}

void LeadDialog::place(int row, const QString &label, QWidget *field)
{
    auto *words = new QLabel(label, &box());
    words->setBuddy(field);
    words->setWordWrap(true); // a name may be long
    m_rows->addWidget(words, row, 0);
    m_rows->addWidget(field, row, 1);
}

void LeadDialog::submit()
{
    if (!actButton().isEnabled())
        return;
    if (const QString wrong = problem(); !wrong.isEmpty()) {
        complain(wrong);
        return;
    }
    if (m_password->text().isEmpty()) {
        complain(tr("Your password is missing: the server asks for it each time."));
        m_password->setFocus();
        return;
    }
    actButton().setEnabled(false);
    m_ask(m_password->text(), [self = QPointer(this)](const base::Result<> &answer) {
        if (self)
            self->answered(answer);
    });
}

void LeadDialog::answered(const base::Result<> &answer)
{
    actButton().setEnabled(true);
    if (answer) {
        accept();
        return;
    }
    if (answer.error().code == "password_wrong"_L1) {
        m_password->clear();
        m_password->setFocus();
    }
    complain(words::errorSentence(answer.error()));
}

void LeadDialog::complain(const QString &sentence)
{
    m_complaint->setText(sentence);
    m_complaint->show();
    box().adjustSize();
}

void LeadDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        submit();
    else
        ActionDialog::keyPressEvent(event);
}

} // namespace watchroom::ui
