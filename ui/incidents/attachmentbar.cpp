// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/attachmentbar.h"

#include "app/words/sizes.h"
#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

namespace watchroom::ui {

using namespace Qt::StringLiterals;

AttachmentBar::AttachmentBar(const style::Theme &theme, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_rows(new QVBoxLayout(this))
{
    setObjectName(u"attachmentBar"_s);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(2);
    hide();
}

void AttachmentBar::add(const domain::Attachment &attachment)
{
    if (m_attachments.contains(attachment))
        return;
    m_attachments.append(attachment);
    show();
}

void AttachmentBar::clear()
{
    m_attachments.clear();
    show();
}

void AttachmentBar::show()
{
    while (QLayoutItem *row = m_rows->takeAt(0)) {
        row->widget()->deleteLater(); // perhaps from its own button
        row->widget()->hide();
        delete row;
    }
    for (const domain::Attachment &attachment : std::as_const(m_attachments)) {
        auto *row = new QWidget(this);
        auto *name = new widgets::TextLabel(
            theme(), style::FontRole::Caption, style::Weight::Regular, style::Ink::T2, row);
        name->setText(attachment.name + u" · "_s + words::dataSize(attachment.size));
        auto *remove = widgets::makeButton(theme(), widgets::ButtonKind::Flat,
            u"removeAttachment"_s, {}, u"x"_s, widgets::ButtonSize::Small, row);
        remove->setAccessibleName(tr("Take out %1").arg(attachment.name));
        remove->setToolTip(remove->accessibleName());
        connect(remove, &QPushButton::clicked, this, [this, attachment] {
            m_attachments.removeAll(attachment);
            show();
        });
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(4, 0, 0, 0);
        line->addWidget(name, 1);
        line->addWidget(remove);
        m_rows->addWidget(row);
    }
    setVisible(!m_attachments.isEmpty());
}

void AttachmentBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        show();
    ThemedWidget::changeEvent(event);
}

} // namespace watchroom::ui
