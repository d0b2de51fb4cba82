// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/buttons.h"

#include <QStyle>

#include <array>

namespace watchroom::widgets {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr std::array kKinds{"secondary"_L1, "primary"_L1, "destructive"_L1, "link"_L1, "flat"_L1};
}

QPushButton *makeButton(const style::Theme &theme, ButtonKind kind, const QString &name,
    const QString &text, const QString &icon, ButtonSize size, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setProperty("kind", QString(kKinds.at(static_cast<std::size_t>(kind))));
    button->setProperty("small", size == ButtonSize::Small);
    button->setAutoDefault(false);
    if (!icon.isEmpty())
        button->setIcon(
            theme.icon(icon, kind == ButtonKind::Primary ? style::Ink::OnAcc : style::Ink::T1));
    button->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    return button;
}

void setButtonKind(QPushButton &button, ButtonKind kind)
{
    button.setProperty("kind", QString(kKinds.at(static_cast<std::size_t>(kind))));
    button.style()->unpolish(&button);
    button.style()->polish(&button);
}

} // namespace watchroom::widgets
