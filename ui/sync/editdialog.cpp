// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/editdialog.h"

#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace watchroom::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int kWidth = 520;
}

EditDialog::EditDialog(const style::Theme &theme, QWidget &window, const QString &why,
    const QString &text, const std::function<void(const QString &text)> &send)
    : ActionDialog(
        theme, window, tr("Edit and send"), {.name = u"save"_s, .text = tr("Send")}, kWidth)
{
    setObjectName(u"editDialog"_s);
    addText(why);
    auto *field = new QPlainTextEdit(text, &box());
    field->setObjectName(u"text"_s);
    field->setAccessibleName(tr("Text"));
    field->setTabChangesFocus(true);
    content().addWidget(field);
    connect(this, &ActionDialog::acted, this, [this, field, send] {
        send(field->toPlainText());
        accept();
    });
}

} // namespace watchroom::ui
