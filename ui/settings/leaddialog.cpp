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
}

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
    m_password->setPlaceholderText(tr("Password of %1").arg(person));
    m_complaint->setObjectName(u"complaint"_s);
    m_complaint->setWordWrap(true);
    m_complaint->setTextFormat(Qt::PlainText);
    m_complaint->setFont(theme.font(style::FontRole::Body, style::Weight::Bold));
    m_complaint->hide();
    content().addLayout(m_rows);
    content().addWidget(m_password);
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
    auto *words = new QLabel(label, &box());
    words->setBuddy(field);
    const int row = m_rows->rowCount();
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
