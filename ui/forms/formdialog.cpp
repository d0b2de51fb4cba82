// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/formdialog.h"

#include "app/base/whendone.h"
#include "app/words/errors.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace watchroom::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int kWidth = 520;
constexpr int kSide = 20; // as the box of a dialog has it
} // namespace

FormDialog::FormDialog(
    const style::Theme &theme, QWidget &window, const QString &heading, const QString &save)
    : ActionDialog(theme, window, heading, {.name = u"save"_s, .text = save}, kWidth)
    , m_rows(new QVBoxLayout)
    , m_complaint(new QLabel(&box()))
{
    m_complaint->setObjectName(u"complaint"_s);
    m_complaint->setWordWrap(true);
    m_complaint->setFont(theme.font(style::FontRole::Body, style::Weight::Bold));
    m_complaint->hide();
    m_rows->setSpacing(4);
    content().addLayout(m_rows);
    content().addWidget(m_complaint);
    connect(this, &ActionDialog::acted, this, [this] { submit(); });
}

void FormDialog::addField(QVBoxLayout &rows, const QString &label, QWidget *field)
{
    // Rows in their order, then the buttons: Qt's own order is that of making.
    if (m_lastField)
        setTabOrder(m_lastField, field);
    setTabOrder(field, &actButton());
    setTabOrder(&actButton(), &cancelButton());
    m_lastField = field;
    if (label.isEmpty()) { // the field says itself what it is
        rows.addWidget(field);
        return;
    }
    auto *words = new QLabel(label, &box());
    words->setFont(theme().font(style::FontRole::Caption));
    words->setBuddy(field);
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(label);
    rows.addWidget(words);
    rows.addWidget(field);
}

void FormDialog::addRow(const QString &label, QWidget *field)
{
    addField(*m_rows, label, field);
    if (!label.isEmpty() || !qobject_cast<QAbstractButton *>(field))
        m_rows->addSpacing(6);
}

void FormDialog::addRow(const QList<Field> &fields)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    for (const Field &field : fields) {
        auto *column = new QVBoxLayout;
        column->setSpacing(4);
        addField(*column, field.label, field.field);
        row->addLayout(column, field.stretch);
    }
    m_rows->addLayout(row);
    m_rows->addSpacing(6);
}

int FormDialog::contentWidth() const
{
    return theme().scaled(kWidth) - 2 * kSide;
}

void FormDialog::save(const store::SavedFuture &what)
{
    actButton().setEnabled(false);
    base::whenDone(what, this, [this](const base::Result<store::Saved> &saved) {
        if (saved) {
            accept();
            return;
        }
        actButton().setEnabled(true);
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
        if (actButton().isEnabled())
            submit();
        return;
    }
    ActionDialog::keyPressEvent(event);
}

} // namespace watchroom::ui
