// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/formdialog.h"

#include "app/base/whendone.h"
#include "app/words/errors.h"
#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using widgets::ButtonKind;

namespace {
constexpr int kWidth = 520;
}

FormDialog::FormDialog(
    const style::Theme &theme, QWidget &window, const QString &heading, const QString &save)
    : VeilDialog(theme, window)
    , m_rows(new QVBoxLayout)
    , m_complaint(new QLabel(&box()))
    , m_cancel(widgets::makeButton(theme, ButtonKind::Secondary, u"cancel"_s, tr("Cancel"), {},
          widgets::ButtonSize::Normal, &box()))
    , m_save(widgets::makeButton(theme, ButtonKind::Primary, u"save"_s, save, u"check"_s,
          widgets::ButtonSize::Normal, &box()))
{
    setHeading(heading);
    box().setFixedWidth(theme.scaled(kWidth));
    auto *title = new widgets::TextLabel(
        theme, style::FontRole::Title, style::Weight::Bold, style::Ink::T1, &box());
    title->setText(heading);
    m_complaint->setObjectName(u"complaint"_s);
    m_complaint->setWordWrap(true);
    m_complaint->setFont(theme.font(style::FontRole::Body, style::Weight::Bold));
    m_complaint->hide();
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save);
    m_rows->setSpacing(4);
    auto *layout = new QVBoxLayout(&box());
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(title);
    layout->addLayout(m_rows);
    layout->addWidget(m_complaint);
    layout->addLayout(buttons);
    connect(m_cancel, &QPushButton::clicked, this, &FormDialog::reject);
    connect(m_save, &QPushButton::clicked, this, [this] { submit(); });
}

void FormDialog::addRow(const QString &label, QWidget *field)
{
    // Rows in their order, then the buttons: Qt's own order is that of making.
    if (m_lastField)
        setTabOrder(m_lastField, field);
    setTabOrder(field, m_save);
    setTabOrder(m_save, m_cancel);
    m_lastField = field;
    if (label.isEmpty()) { // the field says itself what it is
        m_rows->addWidget(field);
        return;
    }
    auto *words = new QLabel(label, &box());
    words->setFont(theme().font(style::FontRole::Caption));
    words->setBuddy(field);
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(label);
    m_rows->addWidget(words);
    m_rows->addWidget(field);
    m_rows->addSpacing(6);
}

void FormDialog::save(const incidents::SavedFuture &what)
{
    m_save->setEnabled(false);
    base::whenDone(what, this, [this](const base::Result<store::Saved> &saved) {
        if (saved) {
            accept();
            return;
        }
        m_save->setEnabled(true);
        complain(words::errorSentence(saved.error()));
    });
}

void FormDialog::complain(const QString &sentence)
{
    m_complaint->setText(sentence);
    m_complaint->setVisible(!sentence.isEmpty());
    box().adjustSize();
}

void FormDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (m_save->isEnabled())
            submit();
        return;
    }
    VeilDialog::keyPressEvent(event);
}

} // namespace watchroom::ui
