// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/editdialog.h"

#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace watchroom::ui {

using namespace Qt::StringLiterals;
using widgets::ButtonKind;

EditDialog::EditDialog(const style::Theme &theme, QWidget &window, const QString &why,
    const QString &text, std::function<void(const QString &text)> send)
    : VeilDialog(theme, window)
{
    setObjectName(u"editDialog"_s);
    setHeading(tr("Edit and send"));
    box().setFixedWidth(theme.scaled(520));
    auto *title = new widgets::TextLabel(
        theme, style::FontRole::Title, style::Weight::Bold, style::Ink::T1, &box());
    title->setText(tr("Edit and send"));
    auto *reason = new QLabel(why, &box());
    reason->setWordWrap(true);
    auto *field = new QPlainTextEdit(text, &box());
    field->setObjectName(u"text"_s);
    field->setAccessibleName(tr("Text"));
    field->setTabChangesFocus(true);
    auto *cancel = widgets::makeButton(theme, ButtonKind::Secondary, u"cancel"_s, tr("Cancel"), {},
        widgets::ButtonSize::Normal, &box());
    auto *save = widgets::makeButton(theme, ButtonKind::Primary, u"save"_s, tr("Send"), u"check"_s,
        widgets::ButtonSize::Normal, &box());
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(save);
    auto *layout = new QVBoxLayout(&box());
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(title);
    layout->addWidget(reason);
    layout->addWidget(field);
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &EditDialog::reject);
    connect(save, &QPushButton::clicked, this, [this, field, send = std::move(send)] {
        send(field->toPlainText());
        accept();
    });
}

} // namespace watchroom::ui
