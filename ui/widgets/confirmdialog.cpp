// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/confirmdialog.h"

#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace watchroom::widgets {

using namespace Qt::StringLiterals;

namespace {
constexpr int kWidth = 480;
}

ConfirmDialog::ConfirmDialog(
    const style::Theme &theme, QWidget &window, const Words &words, std::function<void()> act)
    : VeilDialog(theme, window)
{
    setObjectName(u"confirmDialog"_s);
    setHeading(words.heading);
    box().setFixedWidth(theme.scaled(kWidth));
    auto *title =
        new TextLabel(theme, style::FontRole::Title, style::Weight::Bold, style::Ink::T1, &box());
    title->setText(words.heading);
    auto *text = new QLabel(words.text, &box());
    text->setWordWrap(true);
    text->setTextFormat(Qt::PlainText);
    auto *cancel = makeButton(
        theme, ButtonKind::Secondary, u"cancel"_s, tr("Cancel"), {}, ButtonSize::Normal, &box());
    auto *confirm = makeButton(
        theme, ButtonKind::Destructive, u"confirm"_s, words.act, {}, ButtonSize::Normal, &box());
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(confirm);
    auto *layout = new QVBoxLayout(&box());
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(title);
    layout->addWidget(text);
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &ConfirmDialog::reject);
    connect(confirm, &QPushButton::clicked, this, [this, act = std::move(act)] {
        accept();
        act();
    });
}

} // namespace watchroom::widgets
