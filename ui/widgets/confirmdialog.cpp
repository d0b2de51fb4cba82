// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/confirmdialog.h"

namespace watchroom::widgets {

using namespace Qt::StringLiterals;

namespace {
constexpr int kWidth = 480;
}

ConfirmDialog::ConfirmDialog(
    const style::Theme &theme, QWidget &window, const Words &words, std::function<void()> act)
    : ActionDialog(theme, window, words.heading,
        {.name = u"confirm"_s, .text = words.act, .kind = ButtonKind::Destructive}, kWidth)
{
    setObjectName(u"confirmDialog"_s);
    addText(words.text);
    connect(this, &ActionDialog::acted, this, [this, act = std::move(act)] {
        accept();
        act();
    });
}

} // namespace watchroom::widgets
