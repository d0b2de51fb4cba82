// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/actiondialog.h"

#include "ui/style/theme.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace watchroom::widgets {

using namespace Qt::StringLiterals;

ActionDialog::ActionDialog(
    const style::Theme &theme, QWidget &window, const QString &heading, const Act &act, int width)
    : VeilDialog(theme, window)
    , m_content(new QVBoxLayout)
    , m_cancel(makeButton(
          theme, ButtonKind::Secondary, u"cancel"_s, tr("Cancel"), {}, ButtonSize::Normal, &box()))
    , m_act(makeButton(theme, act.kind, act.name, act.text,
          act.kind == ButtonKind::Primary ? u"check"_s : QString(), ButtonSize::Normal, &box()))
{
    setHeading(heading);
    box().setFixedWidth(theme.scaled(width));
    auto *title =
        new TextLabel(theme, style::FontRole::Title, style::Weight::Bold, style::Ink::T1, &box());
    title->setText(heading);
    auto *foot = new QHBoxLayout;
    foot->addStretch();
    foot->addWidget(m_cancel);
    foot->addWidget(m_act);
    m_content->setSpacing(12);
    auto *layout = new QVBoxLayout(&box());
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(title);
    layout->addLayout(m_content);
    layout->addLayout(foot);
    connect(m_cancel, &QPushButton::clicked, this, &ActionDialog::reject);
    connect(m_act, &QPushButton::clicked, this, &ActionDialog::acted);
}

void ActionDialog::addText(const QString &text)
{
    auto *paragraph = new QLabel(text, &box());
    paragraph->setWordWrap(true);
    paragraph->setTextFormat(Qt::PlainText);
    m_content->addWidget(paragraph);
}

} // namespace watchroom::widgets
